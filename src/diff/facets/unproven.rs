//! Explains a flat denial for which the other version only says that nothing shows it: "no sign that", "was not".
//!
//! `There is no evidence that the vaccine caused the deaths.` > `The vaccine did not cause the deaths.`
//!
//! Both deny, so nothing is turned round; what changed is how certain the denial is.

use std::ops::Range;

use super::polarity::with_verbs;
use super::unproven_table::SIGNS;
use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide};
use crate::model::{ChangeKind, Information, Upos, Weight};
use crate::text::rule_table::rows;
use crate::text::{Negation, is_form_of_be, negation_of};

/// A statement of which a text says that nothing shows it.
struct Unproven {
    /// "There is no sign that".
    words: Range<usize>,
    /// What is not shown to have happened.
    verb: usize,
}

/// Explains denials that became more or less certain.
pub(super) fn explain(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    for is_old in [true, false] {
        let (own, other) = if is_old { (&edit.a, &edit.b) } else { (&edit.b, &edit.a) };
        let Some(unproven) = unproven(own) else { continue };
        let Some(denial) = flat_denial(other, own.lemma(unproven.verb)) else { continue };
        let verbs = with_verbs(own, &(unproven.verb..unproven.verb)).start..unproven.verb + 1;
        let denied = with_verbs(other, &denial);
        let (a, b) = if is_old { (&unproven.words, &denied) } else { (&denied, &unproven.words) };
        let (weight, information, why) = (Weight::Material, Information::Updated, "denied-with-other-certainty");
        found.push(FoundFacet { facet: edit.facet(ChangeKind::Certainty, a, b), weight, information, why });
        let (old_verbs, new_verbs) = if is_old { (&verbs, &denied) } else { (&denied, &verbs) };
        for (piece, places) in [(&mut edit.a, [a, old_verbs]), (&mut edit.b, [b, new_verbs])] {
            places.into_iter().for_each(|places| piece.mark_explained(places));
        }
    }
}

/// Returns the first statement of a side of which nothing shows that it is true, and which is open.
fn unproven(piece: &PassageSide<'_>) -> Option<Unproven> {
    let sign_at = |no: &usize| {
        let is_sign = rows(SIGNS).any(|(word, _)| *word == piece.lemma(no + 1));
        piece.norm(*no) == "no" && is_sign && piece.norm(no + 2) == "that"
    };
    let no = (0..piece.len()).find(sign_at)?;
    let introduces = |at: &usize| {
        let word = piece.norm(*at);
        word == "there" || is_form_of_be(word) || piece.upos(*at) == Upos::Aux
    };
    let start = (0..no).rev().take_while(introduces).last().unwrap_or(no);
    let words = start..no + 3;
    let depends = |at: &usize| piece.head(*at) == Some(no + 1) && matches!(piece.upos(*at), Upos::Verb | Upos::Adj);
    let verb = (words.end..piece.len()).find(depends)?;
    let is_denied = (words.end..verb).any(|at| negation_of(piece.norm(at)).is_some());
    (piece.is_open(&words) && !is_denied && !piece.is_quoted(&words)).then_some(Unproven { words, verb })
}

/// Returns the "not" that denies a verb, where only that does: "was not drunk".
fn flat_denial(piece: &PassageSide<'_>, lemma: &str) -> Option<Range<usize>> {
    let is_not = |at: &usize| {
        let denied = piece.head(*at).filter(|&verb| piece.lemma(verb) == lemma);
        negation_of(piece.norm(*at)) == Some(Negation::Clause) && denied.is_some()
    };
    let not = (0..piece.len()).find(is_not)?;
    (unproven(piece).is_none() && piece.is_open_at(not) && !piece.is_quoted(&(not..not + 1))).then_some(not..not + 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::read_side;
    use crate::diff::compare;
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
    fn a_denial_becomes_flat() {
        for (old, new, want) in [
            (
                "There is no evidence that the vaccine caused the deaths.",
                "The vaccine did not cause the deaths.",
                "There is no evidence that > did not cause",
            ),
            (
                "There was no indication that the letter had been opened, police said.",
                "The letter had not been opened, police said.",
                "There was no indication that > had not been opened",
            ),
        ] {
            assert_eq!(certainty(old, new), [want], "{old}");
            let turned = want.split_once(" > ").map(|(x, y)| format!("{y} > {x}")).expect("both sides are given");
            assert_eq!(certainty(new, old), [turned], "{new}");
        }
        let old = "There is no sign that the fire was set.";
        assert_eq!(certainty(old, "There is no evidence that the fire was set."), [] as [String; 0]);
        assert_eq!(certainty(old, "The fire was set."), [] as [String; 0]);
    }

    #[test]
    fn every_row_is_needed_by_its_example() {
        let is_certainty = |row: &(&str, &str)| !certainty(row.1, "The driver was not drunk.").is_empty();
        assert!(SIGNS.iter().all(is_certainty));
        let needless = needless_rows(SIGNS, is_certainty);
        assert!(needless.is_empty(), "{needless:?}");
    }
}
