//! Decides what a line is that only one version has: an assertion, or furniture.
//!
//! `The bridge reopened.` asserts; `By Ines Marlow`, `More to follow.`, the
//! crosshead `A long winter` over a paragraph and `<img src="…">` do not.

use crate::diff::facets::addresses::markup;
use crate::diff::notices::link;
use crate::model::{Analysis, Document, EntityKind, Role, Upos};
use crate::text::{LineKind, line_kind};

/// What a sentence without partner is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LoneKind {
    Statement,
    /// Whether it corrects, clarifies or retracts.
    Notice(bool),
    Byline,
    Furniture,
    Headline,
    /// No words at all.
    Marks,
}

pub(crate) fn lone_kind(analysis: &Analysis<'_>, at: usize) -> LoneKind {
    let document = &analysis.document;
    let text = document.sentences[at].span.of(document.text);
    if let Some(kind) = link::holding(analysis, at) {
        return LoneKind::Notice(link::admits(kind));
    }
    if document.sentences[at].role == Role::Headline {
        return LoneKind::Headline;
    }
    match line_kind(document, at) {
        Some(LineKind::Notice | LineKind::TimeStamp) => LoneKind::Notice(false),
        Some(LineKind::Byline) => LoneKind::Byline,
        Some(LineKind::Marks) => LoneKind::Marks,
        Some(LineKind::Furniture | LineKind::CommentCount) => LoneKind::Furniture,
        _ if is_lone_person(analysis, at) => LoneKind::Byline,
        Some(LineKind::Signpost | LineKind::PageControl | LineKind::CrossHeading | LineKind::Caption) => {
            LoneKind::Furniture
        }
        _ if opens_a_list(document, at) => LoneKind::Furniture,
        // The time over an entry of a live blog comes and goes with its entry.
        Some(LineKind::ListItem | LineKind::EntryTime) | None if is_markup(text) => LoneKind::Furniture,
        Some(LineKind::ListItem | LineKind::EntryTime) | None => LoneKind::Statement,
    }
}

/// Returns whether a line is a few words with a colon and no verb: "Effects:".
fn opens_a_list(document: &Document<'_>, at: usize) -> bool {
    let sentence = &document.sentences[at];
    let mut words = sentence.tokens.clone().map(|at| &document.tokens[at]);
    sentence.span.of(document.text).trim_end().ends_with(':')
        && sentence.tokens.len() <= LONGEST_LABEL
        && !words.any(|token| matches!(token.upos, Upos::Verb | Upos::Aux | Upos::Num | Upos::Propn))
}

/// Longest line, in tokens with its colon, that only names what stands below it.
const LONGEST_LABEL: usize = 5;

/// Returns whether nothing but tags stands in a line.
fn is_markup(text: &str) -> bool {
    let mut left = text.to_owned();
    for span in markup(text).into_iter().rev() {
        left.replace_range(span.start..span.end, "");
    }
    !left.contains(char::is_alphanumeric)
}

/// Returns whether nothing but a person's name stands between two paragraphs of prose.
fn is_lone_person(analysis: &Analysis<'_>, at: usize) -> bool {
    let document = &analysis.document;
    let span = document.sentences[at].span;
    let alone = |at: usize| {
        let own = document.sentences.get(at).and_then(|own| document.paragraphs.get(own.paragraph));
        own.is_some_and(|own| own.sentences.len() == 1)
    };
    let bare = |at: usize| document.sentences[at].span.of(document.text).trim_end().ends_with(char::is_alphabetic);
    // Names in a row are a list, and each of them tells something.
    let listed = |at: Option<usize>| at.is_some_and(|at| at < document.sentences.len() && alone(at) && bare(at));
    let is_person = |mention: &crate::model::Mention| {
        let covers = mention.span.start <= span.start && span.of(document.text).trim_end().len() <= mention.span.len();
        covers && analysis.entities.get(mention.entity).is_some_and(|entity| entity.kind == EntityKind::Person)
    };
    let first = analysis.mentions.partition_point(|mention| mention.span.start < span.start);
    0 < at
        && alone(at)
        && bare(at)
        && !listed(at.checked_sub(1))
        && !listed(Some(at + 1))
        && analysis.mentions[first..].first().is_some_and(is_person)
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
        check(&format!("{over}\n\nWhat is changed?\n\n{under}"), 1, LoneKind::Furniture);
        check(&format!("{over}\n\nWho pays?\n\n{under}"), 1, LoneKind::Furniture);
        check(&format!("{over}\n\nThe harbour is open\n\n{under}"), 1, LoneKind::Statement);
        check(&format!("{over}\n\nMill Lane\n\nNess Road\n\n{under}"), 1, LoneKind::Statement);
    }

    #[test]
    fn a_line_under_a_picture_asserts_nothing() {
        let under = |line: &str| format!("The ferry sailed at noon.\n\n{line}\n\nIt carried 40 people.");
        for line in [
            "The ferry at Pelt quay on Monday. Photo: Ann Rigg",
            "The ferry at Pelt quay on Monday (Ann Rigg/Courier)",
            "Image caption The ferry lay at Pelt quay on Monday.",
            "The ferry at Pelt quay (Photo by Tom Reed)",
            "[IMAGE] Alt text: A ferry. It lies at the quay.",
        ] {
            check(&under(line), 1, LoneKind::Furniture);
        }
        check(&under("The quay was shut (it is on a slope)."), 1, LoneKind::Statement);
        check(&under("Crews used both pumps (diesel/electric 40 kW)."), 1, LoneKind::Statement);
    }

    #[test]
    fn a_name_alone_asserts_nothing_unless_it_stands_in_a_list() {
        check("The ferry sailed at noon.\n\nAnn Rigg\n\nIt carried 40 people.", 1, LoneKind::Byline);
        check("The crew were:\n\nAnn Rigg\n\nTom Reed\n\nThey got home safely.", 1, LoneKind::Statement);
    }

    #[test]
    fn what_a_page_left_in_its_text_asserts_nothing() {
        check("The ferry sailed.\n\n<img src=\"/ferry.jpg\" alt=\"A ferry\" />", 1, LoneKind::Furniture);
        check("The ferry sailed.\n\n\\", 1, LoneKind::Marks);
        check("A ferry sails again\n\nby , and\n\nThe ferry sailed on Monday.", 1, LoneKind::Byline);
    }
}
