//! Finds the paragraphs of the article on a page.

use chrono_tz::Tz;
use dom_query::{Document, Selection};

use super::article::{self, Form, PageBlocks, TextBlock};
use super::byline::{self, Byline};
use super::extracted::Extracted;
use super::page_sign_table::offers_the_rest;
use crate::ingest::{clean, stated_times};
use crate::model::{Capture, Selectors};

/// With more words than this, a text is an article whatever else its page says.
pub(super) const MAX_STUB_WORDS: usize = 250;

/// What is read of a page besides its metadata.
pub(super) struct Body {
    /// The paragraphs, an empty line between them.
    pub text: String,
    pub standfirst: Option<String>,
    /// The lines that the page shows beside a short text, in lower case: they may say that it is no article.
    pub around: Around,
    /// It is a list of links.
    pub is_menu: bool,
    /// Who wrote it, by a line below the headline.
    pub byline: Option<Byline>,
    /// When it was published and changed, by a line near the headline.
    pub times: Capture,
}

/// What a page shows beside a short text, in lower case.
#[derive(Default)]
pub(super) struct Around {
    /// The whole page.
    pub page: String,
    /// The headings above the text, and from its first line to a few behind the last.
    pub article: String,
}

/// Reads the article, given what the metadata say.
pub(super) fn body_of(page: &Document, selectors: &Selectors, found: &Extracted, zone: Tz) -> Body {
    for selector in &selectors.remove {
        if let Some(unwanted) = page.try_select(selector) {
            unwanted.remove();
        }
    }
    let given = selectors.body.as_deref().and_then(|selector| page.try_select(selector)).filter(Selection::exists);
    let given = given.and_then(|given| given.nodes().first().map(|node| node.id));
    let from = given.or_else(|| page.body().map(|body| body.id)).unwrap_or_else(|| page.tree.root_id());
    let blocks = article::blocks_below(page, from);
    let foreign = article::foreign(&blocks);
    let headline = headline_at(&blocks, found);
    let byline = said_byline(&blocks, headline, found);
    let (mut kept, standfirst) = match given {
        Some(_) => (article::all(&blocks, &foreign, 0), None),
        None => {
            let kept = article::kept(&blocks, &foreign, article::root_of(&blocks, &foreign, headline), headline);
            (kept.text, kept.standfirst)
        }
    };
    kept.retain(|at| byline.as_ref().is_none_or(|(byline, _)| at != byline));
    let times = times_said(&blocks, headline, &kept, found, zone);
    let lines: Vec<&TextBlock> = kept.iter().map(|&at| &blocks.blocks[at]).collect();
    let text = clean::paragraphs(without_head(&lines, found));
    let around = around(&blocks, &kept, &text);
    let is_menu = given.is_none() && is_menu(&lines);
    let standfirst = standfirst.map(|at| blocks.blocks[at].text.clone());
    Body { text, standfirst, around, is_menu, byline: byline.map(|(_, byline)| byline), times }
}

/// Blocks below the headline that are looked through for what stands there of writers and times.
const BELOW: usize = 6;

/// Returns the blocks near the headline, or the first of the page.
fn near_headline(page: &PageBlocks, headline: Option<usize>) -> impl Iterator<Item = (usize, &TextBlock)> {
    let first = headline.map_or(0, |headline| headline + 1);
    page.blocks.iter().enumerate().skip(first).take(BELOW)
}

/// Returns the line that says who wrote the article, unless another is stated.
fn said_byline(page: &PageBlocks, headline: Option<usize>, found: &Extracted) -> Option<(usize, Byline)> {
    let read = |(at, block): (usize, &TextBlock)| Some((at, byline::said(&block.text)?));
    let said = near_headline(page, headline).find_map(read);
    said.filter(|(_, said)| found.byline.is_empty() || byline::are_same(&said.names, &found.byline))
}

/// Returns the times that a line near the headline states; a date alone is one only above the text, and where it is no part of
/// a chronology.
fn times_said(page: &PageBlocks, headline: Option<usize>, kept: &[usize], found: &Extracted, zone: Tz) -> Capture {
    let head = head_lines(found);
    let is_bare = |at: usize| stated_times::is_bare_date(&page.blocks[at].text, zone);
    let mut text = kept.iter().copied().filter(|&at| !head.contains(&clean::folded(&page.blocks[at].text)));
    let begin = text.find(|&at| !is_bare(at)).unwrap_or(page.blocks.len());
    let end = kept.last().map_or(begin, |last| last + 1);
    let n_dates = (headline.map_or(0, |headline| headline + 1)..end).filter(|&at| is_bare(at)).count();
    let mut times = Capture::default();
    let may_state = |at: usize| !is_bare(at) || at < begin && n_dates == 1;
    near_headline(page, headline)
        .any(|(at, block)| may_state(at) && stated_times::take_line(&block.text, zone, &mut times));
    times
}

/// Returns whether lines are a list of links: several, most of their letters links, and no paragraph that is none.
fn is_menu(lines: &[&TextBlock]) -> bool {
    /// Fewer lines are no list.
    const MIN_MENU_LINES: usize = 4;
    let (linked, chars) = lines.iter().fold((0, 0), |(linked, chars), line| (linked + line.linked, chars + line.chars));
    MIN_MENU_LINES <= lines.len() && chars < 2 * linked && lines.iter().all(|line| article::prose(line) == 0.0)
}

/// Returns what the page shows beside a short text.
fn around(page: &PageBlocks, kept: &[usize], text: &str) -> Around {
    /// Blocks behind the text that may offer the rest of it.
    const BEHIND: usize = 6;
    if MAX_STUB_WORDS < text.split_whitespace().count() {
        return Around::default();
    }
    let lower = |blocks: &mut dyn Iterator<Item = &TextBlock>| {
        let lines: Vec<String> = blocks.map(|block| block.text.replace('’', "'").to_lowercase()).collect();
        lines.join("\n")
    };
    let (first, last) = (kept.first().copied().unwrap_or(0), kept.last().copied().unwrap_or(0));
    let end = page.blocks.len().min(last + 1 + BEHIND);
    // What follows the title of another article belongs to that one.
    let end = (last + 1..end).find(|&at| is_title_of_another(&page.blocks[at])).unwrap_or(end);
    let headings = (0..first.min(page.blocks.len())).filter(|&at| page.blocks[at].form == Form::Heading);
    let own = headings.chain(first..end).filter(|&at| !is_beside_a_title(page, kept, at));
    Around { page: lower(&mut page.blocks.iter()), article: lower(&mut own.map(|at| &page.blocks[at])) }
}

/// Returns whether a block stands in the teaser of another article: in the smallest region around it that holds more, there is
/// none of the text, but a title that leads elsewhere.
fn is_beside_a_title(page: &PageBlocks, kept: &[usize], at: usize) -> bool {
    /// Blocks on either side of it that are looked at.
    const BLOCKS_BESIDE: usize = 8;
    let mut region = &page.regions[page.blocks[at].region];
    while region.end - region.first < 2 && region.depth != 0 {
        region = &page.regions[region.parent];
    }
    let holds_text =
        kept.partition_point(|&kept| kept < region.first) < kept.partition_point(|&kept| kept < region.end);
    let mut near = region.first.max(at.saturating_sub(BLOCKS_BESIDE))..region.end.min(at + BLOCKS_BESIDE + 1);
    !holds_text && near.any(|other| other != at && is_title_of_another(&page.blocks[other]))
}

/// Returns whether a block is the title of another article: a linked heading, or a link as long as one.
fn is_title_of_another(block: &TextBlock) -> bool {
    /// Words of a linked heading, at least …
    const HEADING_WORDS: usize = 3;
    /// … and of a link that is set as anything else: fewer are a button.
    const LINK_WORDS: usize = 6;
    let fewest = if block.form == Form::Heading { HEADING_WORDS } else { LINK_WORDS };
    0.9 <= block.link_share()
        && fewest <= block.text.split_whitespace().count()
        && !offers_the_rest(&block.text.replace('’', "'").to_lowercase())
}

/// Returns the block that is the headline.
fn headline_at(page: &PageBlocks, found: &Extracted) -> Option<usize> {
    let headline = clean::folded(found.headline.as_deref()?);
    let is_headline = |block: &TextBlock| block.chars <= headline.len() * 2 && clean::folded(&block.text) == headline;
    let headings = || page.blocks.iter().position(|block| block.form == Form::Heading && is_headline(block));
    headings().or_else(|| page.blocks.iter().position(is_headline))
}

/// Returns what stands over the text, folded: headline, standfirst and byline.
fn head_lines(found: &Extracted) -> Vec<String> {
    let head = [&found.headline, &found.standfirst, &found.byline_line];
    head.into_iter().flatten().map(|line| clean::folded(line)).collect()
}

/// Returns the paragraphs without headline, standfirst and byline at the top.
fn without_head<'b>(blocks: &[&'b TextBlock], found: &Extracted) -> Vec<&'b str> {
    let head = head_lines(found);
    let is_head = |block: &TextBlock| head.contains(&clean::folded(&block.text));
    let top = blocks.iter().take(head.len() + 2).rposition(|block| is_head(block)).map_or(0, |last| last + 1);
    let rest = blocks[top..].iter();
    blocks[..top].iter().filter(|block| !is_head(block)).chain(rest).map(|block| block.text.as_str()).collect()
}
