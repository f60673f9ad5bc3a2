//! Tells what a line is that only one version has: an assertion, or furniture.
//!
//! `The bridge reopened.` asserts; `By Ines Marlow`, `More to follow.`, the
//! crosshead `A long winter` over a paragraph and `<img src="…">` do not.

use crate::diff::facets::addresses::markup;
use crate::diff::notices::link;
use crate::model::{Analysis, EntityKind, Role, Upos};

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
        _ if link::holding(analysis, at).is_some() => {
            LoneKind::Notice(link::holding(analysis, at).is_some_and(link::admits))
        }
        Role::Notice | Role::Stamp => LoneKind::Notice(false),
        Role::Byline => LoneKind::Byline,
        Role::Furniture => LoneKind::Furniture,
        Role::Headline => LoneKind::Headline,
        _ if !text.contains(char::is_alphanumeric) => LoneKind::Marks,
        _ if link::is_byline(analysis, at) => LoneKind::Byline,
        _ if is_lone_person(analysis, at) => LoneKind::Byline,
        _ if link::is_signpost(text) || is_markup(text) || is_crosshead(analysis, at) => LoneKind::Furniture,
        _ if is_caption(analysis, at) => LoneKind::Furniture,
        _ => LoneKind::Statement,
    }
}

/// Returns whether nothing but tags stands in a line.
fn is_markup(text: &str) -> bool {
    let mut left = text.to_owned();
    for span in markup(text).into_iter().rev() {
        left.replace_range(span.start..span.end, "");
    }
    !left.contains(char::is_alphanumeric)
}

/// A heading over a paragraph has no more words than this.
const LONGEST_CROSSHEAD: usize = 7;
/// Words that open a heading that asks.
const ASKING: &[&str] = &["how", "what", "when", "where", "which", "who", "why"];
/// A paragraph has at least so many words; fewer may be an item of a list.
const SHORTEST_PARAGRAPH: usize = 10;

/// Returns whether a line is a heading inside the text: short, alone, without figure or verb, over a paragraph.
fn is_crosshead(analysis: &Analysis<'_>, at: usize) -> bool {
    let document = &analysis.document;
    let own = &document.sentences[at];
    let text = own.span.of(document.text).trim_end();
    let alone = document.paragraphs.get(own.paragraph).is_some_and(|paragraph| paragraph.sentences.len() == 1);
    let n_words = text.split_whitespace().count();
    let bare = !text.ends_with(['.', '!', ':', ';', ',', '"', '”']) && !text.contains(|c: char| c.is_ascii_digit());
    // "What changes?" over a paragraph asks and asserts nothing.
    let asks =
        text.ends_with('?') && own.tokens.clone().next().is_some_and(|token| ASKING.contains(&document.norm(token)));
    let asserts = |token: usize| !asks && matches!(document.tokens[token].upos, Upos::Verb | Upos::Aux | Upos::Num);
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

/// What opens the line under a picture.
#[rustfmt::skip]
const CAPTION_LEADS: &[&str] = &["[image]", "alt text:", "caption:", "file photo", "graphic:", "image caption", "image copyright", "image credit", "image source", "image:", "media caption", "photo by ", "photo:", "photograph:", "photos:", "picture:", "pictured:", "video:"];
/// What names the maker of a picture, in a line of its own or in brackets at the end.
#[rustfmt::skip]
const CREDITS: &[&str] = &["file photo", "getty images", "handout", "image:", "photo by ", "photo courtesy", "photo:", "photograph:", "picture:", "pool photo", "via ap", "via getty", "via reuters"];
/// A paragraph of more sentences is prose, even if it ends with a credit.
const LONGEST_CAPTION: usize = 3;

/// Returns whether a sentence stands under a picture: "The quay on Monday. Photo: Ann Rigg", "The quay (Ann Rigg/Courier)".
fn is_caption(analysis: &Analysis<'_>, at: usize) -> bool {
    let document = &analysis.document;
    let Some(paragraph) = document.paragraphs.get(document.sentences[at].paragraph) else { return false };
    let own = paragraph.sentences.clone();
    let text = |at: usize| document.sentences[at].span.of(document.text).trim();
    let marked = |at: usize| opens_with(text(at), CAPTION_LEADS) || is_credited(&text(at).to_lowercase());
    opens_with(text(own.start), &["[image]", "alt text:"])
        || own.len() <= LONGEST_CAPTION && own.into_iter().any(marked)
}

/// Returns whether a text begins with one of `leads`, in whatever case; it looks no further.
fn opens_with(text: &str, leads: &[&str]) -> bool {
    leads.iter().any(|lead| text.get(..lead.len()).is_some_and(|head| head.eq_ignore_ascii_case(lead)))
}

/// Returns whether a line in lower case ends with who took the picture: "(ann rigg/courier)", "(photo by tom reed)".
fn is_credited(text: &str) -> bool {
    let bracketed = text.trim_end_matches('.').strip_suffix(')').and_then(|text| text.rsplit_once('('));
    bracketed.is_some_and(|(_, credit)| {
        let slashed = credit.split_once('/').is_some_and(|(one, other)| {
            let named = |name: &str| name.chars().all(|c| c.is_alphabetic() || " .'’-".contains(c)) && name.len() > 1;
            named(one) && named(other)
        });
        slashed && credit.split_whitespace().count() <= 6 || CREDITS.iter().any(|words| credit.contains(words))
    })
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
