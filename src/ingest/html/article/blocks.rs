//! Flattens a page into its blocks of text, in reading order.
//!
//! `<div><p>A <b>fire</b></p><ul><li>One</li></ul></div>` has two blocks, the paragraph
//! "A fire" and the list item "One", in two regions: the `<div>`, and the `<ul>` within it.
//!
//! One walk over the tree, without recursion, so that its cost grows with the page and
//! with nothing else. What the later steps ask of an element is noted here once.

use dom_query::{Document, Element, LocalName, NodeData, NodeId, local_name};

use super::region_table::{self, RegionKind};
use crate::ingest::clean;

/// Words that stand together on a page: a paragraph, a heading, a list item, a row of a table.
#[derive(Debug)]
pub(crate) struct TextBlock {
    /// The words, white space made single.
    pub text: String,
    /// Characters of the words.
    pub chars: usize,
    /// Characters of those words that are links.
    pub linked: usize,
    /// The innermost region that holds the block.
    pub region: usize,
    pub form: Form,
}

/// The namespace of HTML: pictures in SVG hold words too.
const HTML: &str = "http://www.w3.org/1999/xhtml";

/// How a block is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Paragraph,
    Heading,
    ListItem,
    /// A row of a table, its cells joined.
    Row,
    /// Text in an element that says nothing about it, such as `<div>`.
    Bare,
}

/// An element that holds blocks or other regions.
#[derive(Debug)]
pub(crate) struct Region {
    /// The region around it; that of the page is its own.
    pub parent: usize,
    pub kind: RegionKind,
    /// Regions around it.
    pub depth: usize,
    /// Its blocks, those of the regions within it included.
    pub first: usize,
    pub end: usize,
}

/// A page as blocks and regions, both in reading order; a region follows the one around it.
#[derive(Debug, Default)]
pub(crate) struct PageBlocks {
    pub blocks: Vec<TextBlock>,
    pub regions: Vec<Region>,
}

impl TextBlock {
    /// Returns the share of the characters that are links, 0 to 1.
    pub(crate) fn link_share(&self) -> f64 {
        self.linked as f64 / self.chars.max(1) as f64
    }
}

/// Returns the blocks below a node.
pub(crate) fn blocks_below(page: &Document, from: NodeId) -> PageBlocks {
    let mut reader = Reader::default();
    reader.enter(Effect { region: Some(RegionKind::Plain), ..Effect::default() });
    let mut node = from;
    let mut next = first_child(page, from);
    loop {
        while let Some(below) = next {
            node = below;
            next = match reader.effect_of(page, node) {
                Some(effect) => {
                    reader.enter(effect);
                    let child = first_child(page, node);
                    if child.is_none() {
                        reader.leave();
                    }
                    child
                }
                None => None,
            };
        }
        // The node is done; so is each element around it that it was the last of.
        loop {
            if node == from {
                reader.leave();
                return reader.found;
            }
            let (sibling, parent) = page.tree.query_node_or(&node, (None, None), |it| (it.next_sibling, it.parent));
            next = sibling;
            if next.is_some() {
                break;
            }
            node = parent.unwrap_or(from);
            if node != from {
                reader.leave();
            }
        }
    }
}

fn first_child(page: &Document, node: NodeId) -> Option<NodeId> {
    page.tree.query_node_or(&node, None, |node| node.first_child)
}

/// What an element that is open does to the text within it.
#[derive(Clone, Copy, Default)]
struct Effect {
    region: Option<RegionKind>,
    form: Option<Form>,
    is_link: bool,
}

/// What the walk holds while it is under way.
#[derive(Default)]
struct Reader {
    found: PageBlocks,
    /// What the open elements do, outermost first.
    effects: Vec<Effect>,
    /// The regions that are open, outermost first.
    regions: Vec<usize>,
    /// The forms of the open elements that have one, outermost first.
    forms: Vec<Form>,
    raw: String,
    n_links_open: usize,
    linked: usize,
}

impl Reader {
    /// Takes the words of a node, or returns what it does to those within it; `None` where nothing within it counts.
    fn effect_of(&mut self, page: &Document, node: NodeId) -> Option<Effect> {
        let markup = page.tree.query_node_or(&node, None, |it| match &it.data {
            NodeData::Text { contents } => {
                self.raw.push_str(contents);
                if 0 < self.n_links_open {
                    self.linked += contents.chars().filter(|c| !c.is_whitespace()).count();
                }
                None
            }
            NodeData::Element(element) => Some(Markup::of(element)),
            _ => None,
        });
        match markup? {
            Markup::Unread => None,
            Markup::Inline { is_link } => Some(Effect { is_link, ..Effect::default() }),
            Markup::Break => {
                self.close_block();
                None
            }
            Markup::Cell if !is_layout(page, node) => {
                if !self.raw.trim().is_empty() {
                    self.raw.push_str(" | ");
                }
                Some(Effect::default())
            }
            Markup::Cell => Some(Effect { region: Some(RegionKind::Plain), ..Effect::default() }),
            Markup::Block(form, RegionKind::Plain) => Some(Effect { form: Some(form), ..Effect::default() }),
            Markup::Block(form, kind) => Some(Effect { form: Some(form), region: Some(kind), is_link: false }),
            Markup::Region(kind) => Some(Effect { region: Some(kind), ..Effect::default() }),
        }
    }

    fn enter(&mut self, effect: Effect) {
        if effect.region.is_some() || effect.form.is_some() {
            self.close_block();
        }
        if let Some(kind) = effect.region {
            let index = self.found.regions.len();
            let parent = self.regions.last().copied().unwrap_or(index);
            let first = self.found.blocks.len();
            self.found.regions.push(Region { parent, kind, depth: self.regions.len(), first, end: first });
            self.regions.push(index);
        }
        self.forms.extend(effect.form);
        self.n_links_open += usize::from(effect.is_link);
        self.effects.push(effect);
    }

    fn leave(&mut self) {
        let effect = self.effects.pop().expect("each element that is left was entered");
        if effect.region.is_some() || effect.form.is_some() {
            self.close_block();
        }
        if effect.region.is_some() {
            let region = self.regions.pop().expect("a region was entered with the element");
            self.found.regions[region].end = self.found.blocks.len();
        }
        if effect.form.is_some() {
            self.forms.pop();
        }
        self.n_links_open -= usize::from(effect.is_link);
    }

    fn close_block(&mut self) {
        let linked = std::mem::take(&mut self.linked);
        if self.raw.trim().is_empty() {
            self.raw.clear();
            return;
        }
        let flowed = clean::flow(&self.raw);
        self.raw.clear();
        let text = flowed.trim_end_matches(" |").trim_end().to_owned();
        if text.is_empty() {
            return;
        }
        let chars = text.chars().filter(|c| !c.is_whitespace()).count();
        let region = *self.regions.last().expect("the page itself is a region");
        let form = match self.forms.contains(&Form::ListItem) {
            true => Form::ListItem,
            false => self.forms.last().copied().unwrap_or(Form::Bare),
        };
        self.found.blocks.push(TextBlock { text, chars, linked: linked.min(chars), region, form });
    }
}

/// Returns whether a cell of a table lays out the page: it holds blocks of its own.
fn is_layout(page: &Document, cell: NodeId) -> bool {
    let mut child = first_child(page, cell);
    while let Some(node) = child {
        let (is_block, next) = page.tree.query_node_or(&node, (false, None), |it| {
            let is_block = matches!(&it.data, NodeData::Element(element) if !matches!(Markup::of(element), Markup::Inline { .. } | Markup::Break | Markup::Unread));
            (is_block, it.next_sibling)
        });
        if is_block {
            return true;
        }
        child = next;
    }
    false
}

/// What an element is to the walk.
enum Markup {
    /// Holds no words of the page.
    Unread,
    /// Its words stand within a block.
    Inline {
        is_link: bool,
    },
    /// Ends a block and holds nothing.
    Break,
    /// A cell of a table.
    Cell,
    /// A block of its own.
    Block(Form, RegionKind),
    Region(RegionKind),
}

impl Markup {
    fn of(element: &Element) -> Self {
        let name = &element.name.local;
        match &**name {
            _ if &*element.name.ns != HTML => return Self::Unread,
            "script" | "style" | "noscript" | "template" | "iframe" | "object" | "select" | "button" | "input"
            | "textarea" | "canvas" | "audio" | "video" | "head" | "embed" | "map" | "datalist" => return Self::Unread,
            "br" | "hr" => return Self::Break,
            _ => {}
        }
        if is_inline(name) {
            return match region_table::is_unseen_inline(element) {
                true => Self::Unread,
                false => Self::Inline { is_link: *name == local_name!("a") },
            };
        }
        let kind = region_table::kind_of(element);
        match &**name {
            "p" | "pre" | "address" | "blockquote" => Self::Block(Form::Paragraph, kind),
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => Self::Block(Form::Heading, kind),
            "li" | "dt" | "dd" => Self::Block(Form::ListItem, kind),
            "tr" => Self::Block(Form::Row, kind),
            // Their rows are blocks of the table.
            "tbody" | "thead" | "tfoot" | "colgroup" | "center" if kind == RegionKind::Plain => {
                Self::Inline { is_link: false }
            }
            "td" | "th" if kind == RegionKind::Plain => Self::Cell,
            _ => Self::Region(kind),
        }
    }
}

#[rustfmt::skip]
fn is_inline(name: &LocalName) -> bool {
    matches!(&**name,
        "a" | "abbr" | "acronym" | "b" | "bdi" | "bdo" | "big" | "cite" | "code" | "data" | "del" | "dfn" | "em" | "font"
        | "i" | "img" | "ins" | "kbd" | "label" | "mark" | "math" | "nobr" | "picture" | "q" | "rp" | "rt" | "ruby" | "s"
        | "samp" | "small" | "source" | "span" | "strike" | "strong" | "sub" | "sup" | "time" | "tt" | "u" | "var" | "wbr")
}
