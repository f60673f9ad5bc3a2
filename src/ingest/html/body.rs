//! Finds the paragraphs of the article on a page.

use dom_query::{Document, Selection};

use super::article::{self, Form, PageBlocks, TextBlock};
use super::extracted::Extracted;
use crate::ingest::clean;
use crate::model::Selectors;

/// With more words than this, a text is an article whatever else its page says.
pub(super) const MAX_STUB_WORDS: usize = 250;

/// What is read of a page besides its metadata.
pub(super) struct Body {
    /// The paragraphs, an empty line between them.
    pub text: String,
    pub standfirst: Option<String>,
    /// The lines that the page shows beside a short text, in lower case: they may say that it is no article.
    pub around: Around,
}

/// What a page shows beside a short text, in lower case.
#[derive(Default)]
pub(super) struct Around {
    /// The whole page.
    pub page: String,
    /// From the first line of the text to a few behind the last.
    pub article: String,
}

/// Reads the article, given what the metadata say.
pub(super) fn read(page: &Document, selectors: &Selectors, found: &Extracted) -> Body {
    for selector in &selectors.remove {
        if let Some(unwanted) = page.try_select(selector) {
            unwanted.remove();
        }
    }
    let given = selectors.body.as_deref().and_then(|selector| page.try_select(selector)).filter(Selection::exists);
    let given = given.and_then(|given| given.nodes().first().map(|node| node.id));
    let from = given.or_else(|| page.body().map(|body| body.id)).unwrap_or_else(|| page.tree.root_id());
    let blocks = article::blocks(page, from);
    let foreign = article::foreign(&blocks);
    let (kept, standfirst) = match given {
        Some(_) => (article::all(&blocks, &foreign, 0), None),
        None => {
            let headline = headline_at(&blocks, found);
            let kept = article::kept(&blocks, &foreign, article::root_of(&blocks, &foreign, headline), headline);
            (kept.text, kept.standfirst)
        }
    };
    let lines: Vec<&TextBlock> = kept.iter().map(|&at| &blocks.blocks[at]).collect();
    let text = clean::paragraphs(without_head(&lines, found));
    let around = around(&blocks, &kept, &text);
    Body { text, standfirst: standfirst.map(|at| blocks.blocks[at].text.clone()), around }
}

/// Returns what the page shows beside a short text.
fn around(page: &PageBlocks, kept: &[usize], text: &str) -> Around {
    /// Blocks behind the text that may offer the rest of it.
    const BEHIND: usize = 6;
    if MAX_STUB_WORDS < text.split_whitespace().count() {
        return Around::default();
    }
    let lower = |blocks: &[TextBlock]| {
        let lines: Vec<String> = blocks.iter().map(|block| block.text.replace('’', "'").to_lowercase()).collect();
        lines.join("\n")
    };
    let (first, last) = (kept.first().copied().unwrap_or(0), kept.last().copied().unwrap_or(0));
    let end = page.blocks.len().min(last + 1 + BEHIND);
    Around { page: lower(&page.blocks), article: lower(page.blocks.get(first..end).unwrap_or_default()) }
}

/// Returns the block that is the headline.
fn headline_at(page: &PageBlocks, found: &Extracted) -> Option<usize> {
    let headline = clean::folded(found.headline.as_deref()?);
    let is_headline = |block: &TextBlock| block.chars <= headline.len() * 2 && clean::folded(&block.text) == headline;
    let headings = || page.blocks.iter().position(|block| block.form == Form::Heading && is_headline(block));
    headings().or_else(|| page.blocks.iter().position(is_headline))
}

/// Returns the paragraphs without headline, standfirst and byline at the top.
fn without_head<'b>(blocks: &[&'b TextBlock], found: &Extracted) -> Vec<&'b str> {
    let head = [&found.headline, &found.standfirst, &found.byline_line];
    let head: Vec<String> = head.into_iter().flatten().map(|line| clean::folded(line)).collect();
    let is_head = |block: &TextBlock| head.contains(&clean::folded(&block.text));
    let top = blocks.iter().take(head.len() + 2).rposition(|block| is_head(block)).map_or(0, |last| last + 1);
    let rest = blocks[top..].iter();
    blocks[..top].iter().filter(|block| !is_head(block)).chain(rest).map(|block| block.text.as_str()).collect()
}
