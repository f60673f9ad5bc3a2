//! Explains what opens a sentence and is no part of it: the marker of a list item, the agency in a dateline, the tag of a desk.
//!
//! `2. The owner was away.` > `3. The owner was away.`: an item was put in above. `DELBY (NW) — The harbour was closed.` >
//! `DELBY — The harbour was closed.`: another desk sent it.

use std::ops::Range;

use super::desk_tags_table::DESK_TAGS;
use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide};
use crate::diff::words::interner::TokenClass;
use crate::model::{ChangeKind, Information, Role, Weight};
use crate::text::dateline;

/// Explains hunks that hold a marker or an agency and nothing else.
pub(super) fn explain(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    for hunk in edit.hunks.clone().iter() {
        if !edit.a.is_open(&hunk.old) && !edit.b.is_open(&hunk.new) {
            continue;
        }
        let both = |test: &dyn Fn(&PassageSide<'_>, &Range<usize>) -> bool| {
            test(&edit.a, &hunk.old) && test(&edit.b, &hunk.new)
        };
        let (kind, weight, why) = match () {
            () if both(&marks_item) => (ChangeKind::Typography, Weight::Cosmetic, "list-marker"),
            () if both(&is_desk_tag) => (ChangeKind::Wording, Weight::Minor, "desk-tag"),
            () if both(&names_agency) => (ChangeKind::Wording, Weight::Minor, "agency"),
            () => continue,
        };
        let facet = edit.facet(kind, &hunk.old, &hunk.new);
        found.push(FoundFacet { facet, weight, information: Information::Same, why });
        edit.a.mark_explained(&hunk.old);
        edit.b.mark_explained(&hunk.new);
    }
}

/// Returns the tokens of the sentence that a place stands in or before.
fn sentence_at(piece: &PassageSide<'_>, place: usize) -> Option<usize> {
    let token = *piece.tokens.get(place)?;
    piece.sentences.iter().copied().find(|&at| piece.document().sentences[at].tokens.contains(&token))
}

/// Returns whether some places, if any, are the marker of a list item: "2", "2.", "b)", "•".
fn marks_item(piece: &PassageSide<'_>, places: &Range<usize>) -> bool {
    let Some(sentence) = sentence_at(piece, places.start).map(|at| &piece.document().sentences[at]) else {
        return false;
    };
    let first = piece.tokens.partition_point(|&token| token < sentence.tokens.start);
    let is_number = |word: &str| word.len() <= 3 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_letter = |word: &str| word.len() == 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
    let (word, next) = (piece.norm(first), piece.norm(first + 1));
    // "A. Rigg" in a list is a person.
    let numbered = matches!(next, "." | ")") && is_number(word) || next == ")" && is_letter(word);
    let is_item = sentence.role == Role::ListItem;
    let dotted = piece.tokens.get(first).is_some() && piece.class(first) == TokenClass::Mark && is_item;
    let marker = first..first + if numbered { 2 } else { 1 };
    (numbered || dotted) && marker.start <= places.start && places.end <= marker.end && marker.end + 1 < piece.len()
}

/// Returns whether some places, if any, are the tag of a desk before a sentence: "BREAKING:".
fn is_desk_tag(piece: &PassageSide<'_>, places: &Range<usize>) -> bool {
    if places.is_empty() {
        return true;
    }
    let Some(sentence) = sentence_at(piece, places.start) else { return false };
    let opens = piece.tokens[places.start] == piece.document().sentences[sentence].tokens.start;
    let words = piece.text(places).to_lowercase();
    opens && words.strip_suffix(':').is_some_and(|tag| DESK_TAGS.contains(&tag))
}

/// Returns whether some places, if any, stand in a dateline and hold the name of an agency in brackets.
fn names_agency(piece: &PassageSide<'_>, places: &Range<usize>) -> bool {
    let Some(sentence) = sentence_at(piece, places.start) else { return false };
    let Some(end) = dateline::end(piece.document(), sentence) else { return false };
    let within = piece.tokens[places.start] < end && (places.is_empty() || piece.tokens[places.end - 1] < end);
    let bracketed = places.is_empty() || piece.norm(places.start) == "(" && piece.norm(places.end - 1) == ")";
    within && bracketed
}

#[cfg(test)]
mod tests {
    use crate::claim::read_side;
    use crate::diff::compare;
    use crate::model::{Setting, Weight};

    fn weight(old: &str, new: &str) -> Option<Weight> {
        let (old, new) = (read_side(None, old, Setting::default()), read_side(None, new, Setting::default()));
        compare(&old, &new).verdict.weight
    }

    #[test]
    fn a_renumbered_item_is_no_news() {
        let list = |numbers: [u8; 2]| {
            format!("What we know:\n\n{}. The owner was away.\n{}. Nobody was hurt.", numbers[0], numbers[1])
        };
        assert_eq!(weight(&list([2, 3]), &list([3, 4])), Some(Weight::Cosmetic));
        assert_eq!(weight("The club won 2 games.", "The club won 3 games."), Some(Weight::Material));
    }

    #[test]
    fn an_agency_in_a_dateline_is_no_news() {
        let old = "DELBY (NW) — The harbour was closed on Friday.";
        assert_eq!(weight(old, &old.replace(" (NW)", "")), Some(Weight::Minor));
        assert_eq!(weight(old, &old.replace("closed", "opened")), Some(Weight::Material));
    }
}
