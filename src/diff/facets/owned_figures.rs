//! Explains figures of several owners that change places: each figure is compared with the one of the same owner.
//!
//! `Labour has 41 seats, two more than the Greens on 39.` > `The Greens have 42 seats, two more than Labour on 40.`
//!
//! By their places 41 became 42; but Labour went from 41 to 40, and the Greens from 39 to 42.

use std::ops::Range;

use super::figures::judge;
use super::items::ValuePairing;
use crate::claim::figures::same_quantity;
use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide, measure};
use crate::model::{Figure, Rel, Upos};

/// A figure with whose it is.
struct OwnedFigure<'e> {
    figure: &'e Figure,
    places: Range<usize>,
    /// The name of the owner, in lower case.
    owner: &'e str,
}

/// Explains the figures of owners that both sides name in another order.
pub(super) fn explain(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    let (old, new) = (owned(&edit.a), owned(&edit.b));
    let pairs: Vec<(&OwnedFigure<'_>, &OwnedFigure<'_>)> =
        old.iter().filter_map(|a| Some((a, only(&new, a.owner)?))).collect();
    let pairs: Vec<_> = pairs
        .into_iter()
        .filter(|(a, b)| only(&old, a.owner).is_some() && is_of_one_sort(a.figure, b.figure))
        .collect();
    let is_reordered = !pairs.is_sorted_by_key(|(_, b)| b.places.start);
    if !is_reordered {
        return;
    }
    for (a, b) in pairs {
        if !same_quantity(a.figure, b.figure) {
            let (kind, weight, information, why) = judge(&ValuePairing::Changed(0, 0), &[a.figure], &[b.figure]);
            let mut facet = edit.facet(kind, &a.places, &b.places);
            measure(&mut facet, a.figure.value, b.figure.value);
            found.push(FoundFacet { facet, weight, information, why });
        }
        edit.a.mark_explained(&a.places);
        edit.b.mark_explained(&b.places);
    }
}

/// Returns the only figure of an owner.
fn only<'l, 'e>(figures: &'l [OwnedFigure<'e>], owner: &str) -> Option<&'l OwnedFigure<'e>> {
    let mut own = figures.iter().filter(|figure| figure.owner == owner);
    own.next().filter(|_| own.next().is_none())
}

/// Returns whether two figures may be of one thing: the second of two is often told without it ("on 39").
fn is_of_one_sort(one: &Figure, other: &Figure) -> bool {
    let agree = |one: &Option<String>, other: &Option<String>| one == other || one.is_none() || other.is_none();
    agree(&one.unit, &other.unit) && agree(&one.of, &other.of)
}

/// Returns the figures outside quotation marks of which the name of an owner is known.
fn owned<'e>(piece: &PassageSide<'e>) -> Vec<OwnedFigure<'e>> {
    let of = |figure: &'e Figure| {
        let places = piece.places(figure.span);
        // "two more than the Greens" is the distance between two owners.
        let is_distance = places.end < piece.len() && matches!(piece.penn(places.end), "JJR" | "RBR");
        let is_free = !places.is_empty() && !piece.is_quoted(&places) && !piece.explained[places.start] && !is_distance;
        let owner = is_free.then(|| owner_beside(piece, &places).or_else(|| subject(piece, &places)))??;
        Some(OwnedFigure { figure, places, owner: piece.norm(owner) })
    };
    piece.near(&piece.analysis.figures, |figure| figure.span).filter_map(of).collect()
}

/// Returns the name right before a figure, with a preposition between them: "the Greens on 39", "Kenya with 10".
fn owner_beside(piece: &PassageSide<'_>, figure: &Range<usize>) -> Option<usize> {
    let link = figure.start.checked_sub(1).filter(|&at| matches!(piece.norm(at), "at" | "on" | "with"))?;
    link.checked_sub(1).filter(|&at| is_name(piece, at))
}

/// Returns the name of the subject of the verb that a figure belongs to: "Labour has 41 seats".
fn subject(piece: &PassageSide<'_>, figure: &Range<usize>) -> Option<usize> {
    let mut at = figure.end - 1;
    for _ in 0..MAX_STEPS_TO_VERB {
        at = piece.head(at)?;
        if matches!(piece.upos(at), Upos::Verb | Upos::Aux) {
            break;
        }
    }
    let verb = at;
    let subject = piece.dependent(verb, Rel::Nsubj)?;
    is_name(piece, subject).then_some(subject)
}

/// Most steps up the grammar from a figure to the verb that it belongs to: "41 seats", "down 2 per cent".
const MAX_STEPS_TO_VERB: usize = 3;

/// Returns whether a noun has a capital; "the Greens" are often tagged as a common noun.
fn is_name(piece: &PassageSide<'_>, at: usize) -> bool {
    matches!(piece.upos(at), Upos::Propn | Upos::Noun) && piece.word(at).starts_with(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use crate::claim::read_side;
    use crate::diff::compare;
    use crate::model::{ChangeKind, Setting};

    /// Checks the figures that changed.
    #[track_caller]
    fn check(old: &str, new: &str, want: &[(&str, &str)]) {
        let setting = Setting::default();
        let comparison = compare(&read_side(None, old, setting), &read_side(None, new, setting));
        let facets = comparison.changes.iter().flat_map(|change| &change.facets);
        let figures = facets.filter(|facet| facet.kind == ChangeKind::Figure);
        let told: Vec<_> = figures.map(|facet| (facet.before.as_deref(), facet.after.as_deref())).collect();
        let want: Vec<_> = want.iter().map(|&(before, after)| (Some(before), Some(after))).collect();
        assert_eq!(told, want, "{old} > {new}");
    }

    #[test]
    fn owners_keep_their_figures() {
        check(
            "Labour has 41 seats, two more than the Greens on 39.",
            "The Greens have 42 seats, two more than Labour on 40.",
            &[("41", "40"), ("39", "42")],
        );
        check(
            "Kenya won 12 medals, ahead of Ethiopia with 9.",
            "Ethiopia won 11 medals, ahead of Kenya with 10.",
            &[("12", "10"), ("9", "11")],
        );
        // Where the order stands, so do the pairs.
        check(
            "Kenya won 12 medals, ahead of Ethiopia with 9.",
            "Kenya won 13 medals, ahead of Ethiopia with 9.",
            &[("12", "13")],
        );
    }
}
