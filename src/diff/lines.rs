//! Tells what a line is that only one version has: an assertion, or furniture.
//!
//! `The bridge reopened.` asserts; `By Ines Marlow`, `More to follow.`, the
//! crosshead `A long winter` over a paragraph and `<img src="…">` do not.

use super::facets::addresses::markup;
use super::notices;
use crate::model::{Analysis, Role, Upos};

/// What a sentence without partner is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoneKind {
    Statement,
    /// Whether it corrects, clarifies or retracts.
    Notice(bool),
    Byline,
    Furniture,
    Headline,
    /// No words at all.
    Marks,
}

pub fn lone_kind(analysis: &Analysis<'_>, at: usize) -> LoneKind {
    let document = &analysis.document;
    let text = document.sentences[at].span.of(document.text);
    match document.sentences[at].role {
        _ if notices::holding(analysis, at).is_some() => {
            LoneKind::Notice(notices::holding(analysis, at).is_some_and(notices::admits))
        }
        Role::Notice | Role::Stamp => LoneKind::Notice(false),
        Role::Byline => LoneKind::Byline,
        Role::Furniture => LoneKind::Furniture,
        Role::Headline => LoneKind::Headline,
        _ if !text.contains(char::is_alphanumeric) => LoneKind::Marks,
        _ if notices::is_byline(analysis, at) => LoneKind::Byline,
        _ if notices::is_signpost(text) || is_markup(text) || is_crosshead(analysis, at) => LoneKind::Furniture,
        _ => LoneKind::Statement,
    }
}

/// Tells whether nothing but tags stands in a line.
fn is_markup(text: &str) -> bool {
    let mut left = text.to_owned();
    for span in markup(text).into_iter().rev() {
        left.replace_range(span.start..span.end, "");
    }
    !left.contains(char::is_alphanumeric)
}

/// A heading over a paragraph has no more words than this.
const LONGEST_CROSSHEAD: usize = 7;
/// A paragraph has at least so many words; fewer may be an item of a list.
const SHORTEST_PARAGRAPH: usize = 10;

/// Tells whether a line is a heading inside the text: short, alone, without figure or verb, over a paragraph.
fn is_crosshead(analysis: &Analysis<'_>, at: usize) -> bool {
    let document = &analysis.document;
    let own = &document.sentences[at];
    let text = own.span.of(document.text).trim_end();
    let alone = document.paragraphs.get(own.paragraph).is_some_and(|paragraph| paragraph.sentences.len() == 1);
    let n_words = text.split_whitespace().count();
    let bare = !text.ends_with(['.', '!', ':', ';', ',', '"', '”']) && !text.contains(|c: char| c.is_ascii_digit());
    let asserts = |token: usize| matches!(document.tokens[token].upos, Upos::Verb | Upos::Aux | Upos::Num);
    let prose = |other: Option<usize>| {
        other.and_then(|other| document.sentences.get(other)).is_none_or(|other| {
            let words = other.span.of(document.text);
            SHORTEST_PARAGRAPH <= words.split_whitespace().count()
                && words.trim_end().ends_with(['.', '?', '!', '”', '"'])
        })
    };
    let inside = 0 < at && at + 1 < document.sentences.len();
    inside
        && alone
        && bare
        && n_words <= LONGEST_CROSSHEAD
        && !own.tokens.clone().any(asserts)
        && prose(at.checked_sub(1))
        && prose(Some(at + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::read_side;
    use crate::model::Setting;

    #[track_caller]
    fn check(text: &str, at: usize, want: LoneKind) {
        assert_eq!(lone_kind(&read_side(None, text, Setting::default()).text, at), want);
    }

    #[test]
    fn a_heading_inside_the_text_asserts_nothing() {
        let over = "The ferry stayed in the harbour for most of the week because of the ice.";
        let under = "Nobody on the island could remember so many days without a single boat from outside.";
        check(&format!("{over}\n\nA long winter\n\n{under}"), 1, LoneKind::Furniture);
        check(&format!("{over}\n\nThe harbour is open\n\n{under}"), 1, LoneKind::Statement);
        check(&format!("{over}\n\nMill Lane\n\nNess Road\n\n{under}"), 1, LoneKind::Statement);
    }

    #[test]
    fn what_a_page_left_in_its_text_asserts_nothing() {
        check("The ferry sailed.\n\n<img src=\"/ferry.jpg\" alt=\"A ferry\" />", 1, LoneKind::Furniture);
        check("The ferry sailed.\n\n\\", 1, LoneKind::Marks);
        check("A ferry sails again\n\nby , and\n\nThe ferry sailed on Monday.", 1, LoneKind::Byline);
    }
}
