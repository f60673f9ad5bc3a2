//! Explains a condition that is told with "not" by one version and with "only" by the other.
//!
//! `Pilgrims may not enter without a permit.` > `Pilgrims may enter only with a permit.`
//!
//! The negation is gone and nothing is denied: the two words that carry the condition are wording.

use std::ops::Range;

use super::fallback::SAME_IN_ANOTHER_FORM;
use super::restrictions_table::RESTRICTIONS;
use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide};
use crate::model::{ChangeKind, Information, Weight};
use crate::text::rule_table::rows;
use crate::text::{Negation, negation_of};

/// Most words between a negation and the word that takes it back.
const LONGEST_REACH: usize = 14;

/// Explains the first condition that both versions tell, each in its own way.
pub(super) fn explain(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    for is_old_negative in [true, false] {
        let (own, other) = if is_old_negative { (&edit.a, &edit.b) } else { (&edit.b, &edit.a) };
        let Some((negative, positive)) = restriction(own, other) else { continue };
        let (a, b) = if is_old_negative { (&negative, &positive) } else { (&positive, &negative) };
        let facet = edit.facet(ChangeKind::Wording, a, b);
        let (weight, information, why) = (Weight::Minor, Information::Same, SAME_IN_ANOTHER_FORM);
        found.push(FoundFacet { facet, weight, information, why });
        // What stands between the two words is left to others.
        for (piece, places) in [(&mut edit.a, a.clone()), (&mut edit.b, b.clone())] {
            let carries = |at: usize| negation_of(piece.norm(at)) == Some(Negation::Clause) || at + 1 == places.end;
            let carriers: Vec<usize> = places.clone().filter(|&at| carries(at) || places.len() == 2).collect();
            carriers.into_iter().for_each(|at| piece.mark_explained(&(at..at + 1)));
        }
        return;
    }
}

/// Returns "not … without" of one side and "only with" of the other, where both are changed.
fn restriction(own: &PassageSide<'_>, other: &PassageSide<'_>) -> Option<(Range<usize>, Range<usize>)> {
    let denies = |piece: &PassageSide<'_>, at: usize| {
        piece.is_open_at(at) && negation_of(piece.norm(at)) == Some(Negation::Clause)
    };
    let not = (0..own.len()).find(|&at| denies(own, at))?;
    let reach = not + 1..(not + LONGEST_REACH).min(own.len());
    rows(RESTRICTIONS).find_map(|row| {
        let word = reach.clone().find(|&at| own.norm(at) == row.negative && own.is_open_at(at))?;
        let only = (0..other.len()).find(|&at| other.norm(at) == "only" && other.norm(at + 1) == row.positive)?;
        let is_denied = (0..only).any(|at| denies(other, at));
        let is_plain = !own.is_quoted(&(not..word + 1)) && !other.is_quoted(&(only..only + 2));
        (other.is_open_at(only) && !is_denied && is_plain).then_some((not..word + 1, only..only + 2))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::read_side;
    use crate::diff::compare;
    use crate::model::Setting;
    use crate::text::rule_table::needless_rows;

    /// Returns whether a fact changed between two texts, in either direction.
    fn is_fact(old: &str, new: &str) -> bool {
        let is_material = |old: &str, new: &str| {
            let (old, new) = (read_side(None, old, Setting::default()), read_side(None, new, Setting::default()));
            compare(&old, &new).verdict.weight == Some(Weight::Material)
        };
        is_material(old, new) || is_material(new, old)
    }

    #[test]
    fn every_pair_of_words_tells_one_condition() {
        let is_told = |row: &super::super::restrictions_table::Restriction| !is_fact(row.example[0], row.example[1]);
        for row in RESTRICTIONS {
            assert!(is_told(row), "{:?}", row.example);
        }
        assert!(needless_rows(RESTRICTIONS, is_told).is_empty());
    }

    #[test]
    fn a_condition_that_comes_or_is_another_is_a_fact() {
        assert!(is_fact("Visitors cannot board without a ticket.", "Visitors can board only with a passport."));
        assert!(is_fact("Visitors cannot board without a ticket.", "Visitors can board without a ticket."));
        assert!(is_fact("Visitors cannot board without a ticket.", "Visitors cannot board with a ticket."));
    }
}
