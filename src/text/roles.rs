//! Decides what each paragraph is for: headline, byline, caption, furniture …
//!
//! "Bridge closed" / "By Ann Reyes" / "The bridge was closed on Monday." /
//! "Read more: Five bridges that fell" are headline, byline, body, furniture.
//!
//! `line_kind` says what the words of each show; headline, standfirst and pull
//! quotes are found here, by how paragraphs stand to one another.
//!
//! A line that repeats the headline is furniture, so that a headline is read
//! once. What fits no rule is body, so that a wrong guess loses no reported word.

use super::line_kind::{LineKind, TOP_PARAGRAPHS, ends_as_sentence, is_caption, paragraph_kind};
use crate::model::{Document, Role};

/// A headline has no more words.
const HEADLINE_WORDS: usize = 22;
/// A standfirst has no more words.
const STANDFIRST_WORDS: usize = 50;
/// No more pull quotes are looked for in one text.
const MAX_PULL_QUOTES: usize = 20;

/// Sets the role of each paragraph and of its sentences.
pub(super) fn set(document: &mut Document<'_>) {
    let blocks: Vec<&str> = document.paragraphs.iter().map(|paragraph| paragraph.span.of(document.text)).collect();
    let mut roles: Vec<Role> = blocks.iter().enumerate().map(|(at, block)| role_of(block, at, blocks.len())).collect();
    let headline = set_headline(&blocks, &mut roles);
    for (paragraph, role) in document.paragraphs.iter().zip(&mut roles) {
        if matches!(role, Role::Body | Role::ListItem) && is_caption(document, paragraph) {
            *role = Role::Caption;
        }
    }
    if let Some(headline) = headline {
        set_standfirst(document, headline, &mut roles);
    }
    set_pull_quotes(document.text, &blocks, &mut roles);
    for (paragraph, role) in document.paragraphs.iter_mut().zip(roles) {
        paragraph.role = role;
        document.sentences[paragraph.sentences.clone()].iter_mut().for_each(|sentence| sentence.role = role);
    }
}

/// Returns the role that a paragraph's own words show.
fn role_of(block: &str, at: usize, n_blocks: usize) -> Role {
    match paragraph_kind(block, at, n_blocks) {
        Some(LineKind::Notice) => Role::Notice,
        Some(LineKind::TimeStamp) => Role::Stamp,
        Some(LineKind::EntryTime) => Role::EntryTime,
        Some(LineKind::Byline) => Role::Byline,
        Some(LineKind::Caption) => Role::Caption,
        Some(LineKind::ListItem) => Role::ListItem,
        Some(LineKind::Furniture) => Role::Furniture,
        _ => Role::Body,
    }
}

/// Finds the headline among the first lines; what repeats it becomes furniture.
fn set_headline(blocks: &[&str], roles: &mut [Role]) -> Option<usize> {
    let top = blocks.len().min(TOP_PARAGRAPHS);
    let looks = |at: usize| roles[at] == Role::Body && looks_like_headline(blocks[at]);
    let repeated = (0..top).find(|&at| looks(at) && (at + 1..top).any(|later| same_words(blocks[at], blocks[later])));
    let first = (0..top).find(|&at| roles[at] == Role::Body);
    let first = first.filter(|&at| looks(at) && blocks[at + 1..].iter().any(|block| ends_as_sentence(block)));
    let headline = repeated.or(first)?;
    roles[headline] = Role::Headline;
    for later in headline + 1..top {
        if same_words(blocks[headline], blocks[later]) {
            roles[later] = Role::Furniture;
        }
    }
    Some(headline)
}

fn looks_like_headline(block: &str) -> bool {
    let n_words = block.split_whitespace().take(HEADLINE_WORDS + 1).count();
    (2..=HEADLINE_WORDS).contains(&n_words) && !block.ends_with(['.', ':', ';', ',', '_', '-', '–', '—'])
}

fn same_words(one: &str, other: &str) -> bool {
    let words =
        |block: &str| block.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>();
    one.len().abs_diff(other.len()) <= 8 && words(one) == words(other)
}

/// Finds the standfirst: a sentence beside the headline that the body stands apart from.
fn set_standfirst(document: &Document<'_>, headline: usize, roles: &mut [Role]) {
    let single = |at: usize| {
        let paragraph = &document.paragraphs[at];
        let n_words = paragraph.span.of(document.text).split_whitespace().take(STANDFIRST_WORDS + 1).count();
        paragraph.sentences.len() <= 2 && n_words <= STANDFIRST_WORDS && roles[at] == Role::Body
    };
    let above = (0..headline).find(|&at| single(at));
    let below = (headline + 1..roles.len()).find(|&at| roles[at] != Role::Furniture).filter(|&at| single(at));
    let below = below.filter(|&at| {
        let Some(next) = document.paragraphs.get(at + 1) else { return false };
        let gap = |from: usize, to: usize| document.text[from..to].matches('\n').count();
        let this = &document.paragraphs[at];
        let close = gap(document.paragraphs[at - 1].span.end, this.span.start) < gap(this.span.end, next.span.start);
        close
            || matches!(roles[at + 1], Role::Byline | Role::Stamp)
            || 2 <= next.sentences.len()
                && 1 == this.sentences.len()
                && at + 2 < roles.len()
                && gap(this.span.end, next.span.start) == 1
    });
    above.into_iter().chain(below).for_each(|at| roles[at] = Role::Standfirst);
}

/// Finds quotes set apart that stand again inside another paragraph.
fn set_pull_quotes(text: &str, blocks: &[&str], roles: &mut [Role]) {
    let is_quote =
        |block: &str| block.starts_with(['"', '“', '‘']) && block.ends_with(['"', '”', '’']) && block.len() <= 300;
    let candidates = (0..blocks.len()).filter(|&at| roles[at] == Role::Body && is_quote(blocks[at]));
    for at in candidates.take(MAX_PULL_QUOTES).collect::<Vec<_>>() {
        let words = blocks[at].trim_matches(['"', '“', '”', '‘', '’', '.', ',', ' ']);
        if 20 <= words.len() && 2 <= text.matches(words).take(2).count() {
            roles[at] = Role::PullQuote;
        }
    }
}

#[cfg(test)]
mod tests {
    #[track_caller]
    fn check(text: &str, want: &str) {
        let document = crate::text::read(text);
        let got: Vec<_> = document.paragraphs.iter().map(|paragraph| format!("{:?}", paragraph.role)).collect();
        assert_eq!(got.join(" "), want, "in {text:?}");
    }

    #[test]
    fn articles_have_a_head_and_a_body() {
        check(
            "Bridge closed after storm\nTwo piers were damaged when a barge broke loose.\nBy Ann Reyes\n\nThe bridge was closed on Monday.\n\nIt will reopen in May.",
            "Headline Standfirst Byline Body Body",
        );
        check(
            "The harbour bridge may stay closed, an engineer warned.\nBridge may stay closed\n\nBridge May Stay Closed\nAn engineer warned of a long repair.\nThe bridge was closed. It is old.\nIt was built in 1931.",
            "Standfirst Headline Furniture Standfirst Body Body",
        );
        check("The bridge was closed on Monday.\n\nIt will reopen in May.", "Body Body");
    }

    #[test]
    fn what_stands_around_the_body_is_kept_apart() {
        check(
            "It rained.\n\nUpdated 14:32 BST\n\n14.32 BST\n\nFriday, July 21, 2017\n\n• One boat sank.",
            "Body Stamp EntryTime Stamp ListItem",
        );
        check("By the river, the water rose.\n\nBy Monday it had gone.", "Body Body");
        check(
            "The pier on Monday (Ann Reyes/AP)\n\nUpdated rules came in.\n\nRelated cases are being heard by a court in the north of the county, she said.",
            "Caption Body Body",
        );
        check(
            "Bridge closed after storm\n\nThe pier on Monday. Photo: Ann Reyes\n\nThe bridge was closed on Monday. It is old.\n\nPictured: The bridge in May.",
            "Headline Caption Body Caption",
        );
        check(
            "“We will rebuild it by May,” she said. “We will rebuild it by May.”\n\n“We will rebuild it by May”",
            "Body PullQuote",
        );
    }
}
