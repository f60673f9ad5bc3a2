//! Explains deeds that were left open and are told as done, or the other way round.
//!
//! `The firm promised to send 120 tents` > `The firm sent 120 tents`; `is considering closing the mill` > `has closed the
//! mill`. Both sides have the verb; on one it hangs from a word that leaves open whether the deed is done: any verb, noun or
//! adjective before "to" or before the form in "-ing", but those that say it is (`managed to flee`, `began selling`).

use std::ops::Range;

use super::fulfilled_table::DONE;
use super::polarity_table::FAILING;
use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide};
use crate::model::{ChangeKind, Field, Information, Rel, Upos, Weight};
use crate::text::rule_table::{is_listed, rows};
use crate::text::{is_form_of_have, is_modal};

/// Most words between a verb and the word that governs it.
const MAX_WORDS_TO_GOVERNOR: usize = 3;

/// Explains a hunk in which a deed that was open is done, or one that was done is open; returns whether it is one.
pub(super) fn explain(
    edit: &mut EditedPassage<'_>,
    found: &mut Vec<FoundFacet>,
    places: (&Range<usize>, &Range<usize>),
) -> bool {
    let verbs = |piece: &PassageSide<'_>, places: &Range<usize>| -> Vec<usize> {
        let near = places.start..(places.end + 2).min(piece.len());
        near.filter(|&at| piece.upos(at) == Upos::Verb).collect()
    };
    let (old, new) = (verbs(&edit.a, places.0), verbs(&edit.b, places.1));
    let pairs = old.iter().flat_map(|&x| new.iter().map(move |&y| (x, y)));
    let turned = pairs.filter(|&(x, y)| edit.a.lemma(x) == edit.b.lemma(y)).find_map(|(x, y)| {
        let (open_old, open_new) = (left_open(&edit.a, x, places.0), left_open(&edit.b, y, places.1));
        let (done_old, done_new) = (told_as_done(&edit.a, x, edit.field), told_as_done(&edit.b, y, edit.field));
        match (open_old, done_new, done_old, open_new) {
            (Some(a), Some(b), _, _) => Some((a, b, "deed-done")),
            (_, _, Some(a), Some(b)) => Some((a, b, "deed-open")),
            _ => None,
        }
    });
    let Some((a, b, why)) = turned else { return false };
    let facet = edit.facet(ChangeKind::Certainty, &a, &b);
    found.push(FoundFacet { facet, weight: Weight::Material, information: Information::Updated, why });
    edit.a.mark_explained(&a);
    edit.b.mark_explained(&b);
    true
}

/// Returns the words from what governs a verb, with its auxiliaries, to the verb: "has promised to send".
fn left_open(piece: &PassageSide<'_>, verb: usize, within: &Range<usize>) -> Option<Range<usize>> {
    let back = |by: usize| verb.checked_sub(by).map_or("", |at| piece.norm(at));
    let is_verb = |at: usize| piece.upos(at) == Upos::Verb;
    let first = match piece.penn(verb) {
        // What is done in order to reach something else tells nothing of that: "climbed up to see".
        "VB" if back(1) == "to" && piece.rel(verb) != Rel::Advcl => verb - 1,
        "VBN" if back(1) == "have" && back(2) == "to" => verb - 2,
        // "is close to joining", "is considering closing", but "the crew closing it".
        "VBG" if matches!(back(1), "to" | "of" | "on" | "for" | "about") => verb - 1,
        "VBG" if 0 < verb && is_verb(verb - 1) => verb,
        _ => return None,
    };
    let governs = |at: &usize| matches!(piece.upos(*at), Upos::Verb | Upos::Noun | Upos::Adj);
    let governor = (first.saturating_sub(MAX_WORDS_TO_GOVERNOR)..first).rev().find(governs)?;
    // "failed to start" denies it, which is for another finder to tell.
    let is_denied = is_listed(FAILING, piece.lemma(governor));
    let is_done = is_denied || rows(DONE).any(|(word, _)| *word == piece.lemma(governor));
    (within.contains(&governor) && !is_done).then(|| with_auxiliaries(piece, governor)..verb + 1)
}

/// Returns the words of a verb that tells a deed as done: "sent", "has sent", "were sent"; in a headline "sends".
fn told_as_done(piece: &PassageSide<'_>, verb: usize, field: Field) -> Option<Range<usize>> {
    let start = with_auxiliaries(piece, verb);
    let helps = |helps: fn(&str) -> bool| (start..verb).any(|at| helps(piece.norm(at)));
    let is_done = match piece.penn(verb) {
        "VBD" => start == verb,
        "VBZ" | "VBP" => start == verb && field == Field::Title,
        "VBN" => helps(|word| is_form_of_have(word) || matches!(word, "was" | "were" | "'s")),
        _ => false,
    };
    let is_open = helps(|word| is_modal(word) || matches!(word, "to" | "be"))
        || start.checked_sub(1).is_some_and(|at| piece.norm(at) == "to");
    (is_done && !is_open).then_some(start..verb + 1)
}

/// Returns where the auxiliaries and adverbs before a word begin: "has already" of "has already written".
fn with_auxiliaries(piece: &PassageSide<'_>, word: usize) -> usize {
    let helps = |at: &usize| matches!(piece.upos(*at), Upos::Aux | Upos::Adv | Upos::Part);
    let first = (0..word).rev().take_while(helps).take(MAX_WORDS_TO_GOVERNOR).last().unwrap_or(word);
    // An adverb before the first auxiliary belongs to the clause: "On Friday then has sent".
    (first..word).find(|&at| piece.upos(at) == Upos::Aux).unwrap_or(word)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::read_side;
    use crate::diff::changes::texts::VersionText;
    use crate::diff::compare;
    use crate::diff::words::interner::WordInterner;
    use crate::model::Setting;
    use crate::text::rule_table::needless_rows;

    /// Returns the facets of certainty as "before > after".
    fn certainty(old: &str, new: &str) -> Vec<String> {
        let (old, new) = (read_side(None, old, Setting::default()), read_side(None, new, Setting::default()));
        let changes = compare(&old, &new).changes;
        let facets = changes.iter().flat_map(|change| &change.facets);
        let own = facets.filter(|facet| facet.kind == ChangeKind::Certainty);
        let side = |side: &Option<String>| side.clone().unwrap_or_default();
        own.map(|facet| format!("{} > {}", side(&facet.before), side(&facet.after))).collect()
    }

    #[test]
    fn a_deed_that_was_open_is_told_as_done() {
        for (old, new, want) in [
            ("Fiji has promised to send 120 nurses.", "Fiji sent 120 nurses.", "has promised to send > sent"),
            ("The firm agreed to pay the growers.", "The firm paid the growers.", "agreed to pay > paid"),
            (
                "The bank is considering closing two branches.",
                "The bank has closed two branches.",
                "is considering closing > has closed",
            ),
            (
                "The winger is close to joining the club.",
                "The winger has joined the club.",
                "is close to joining > has joined",
            ),
        ] {
            assert_eq!(certainty(old, new), [want], "{old}");
            let turned = want.split_once(" > ").map(|(x, y)| format!("{y} > {x}")).expect("both sides are given");
            assert_eq!(certainty(new, old), [turned], "{new}");
        }
    }

    #[test]
    fn what_must_have_been_done_is_not_told_as_done() {
        let old = "Fiji has promised to send 120 nurses.";
        assert_ne!(certainty(old, "Fiji must have sent 120 nurses."), ["has promised to send > must have sent"]);
    }

    /// Returns whether a sentence leaves open whether the valve was closed.
    fn is_open(text: &str) -> bool {
        let side = read_side(None, text, Setting::default());
        let mut interner = WordInterner::default();
        let read = VersionText::read(&mut interner, &side.text, side.setting);
        let piece = read.whole(&interner.classes);
        let closes = (0..piece.len()).find(|&at| piece.lemma(at) == "close").expect("each example closes it");
        left_open(&piece, closes, &(0..piece.len())).is_some()
    }

    #[test]
    fn every_row_is_needed_by_its_example() {
        for (word, example) in DONE {
            assert!(!is_open(example), "{word}");
        }
        let needless = needless_rows(DONE, |(_, example)| is_open(example));
        assert!(needless.is_empty(), "{needless:?}");
        assert!(!is_open("The crew failed to close the valve."));
    }
}
