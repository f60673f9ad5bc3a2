//! Pairs the values of both sides: figures with figures, dates with dates.
//!
//! A value that only changed its place is no change; then values in the same
//! hunk or over the same words pair in order; what is left stands alone.

use std::ops::Range;

use crate::diff::edit::{EditedPassage, PassageSide};
use crate::diff::words::interner::TokenClass;

/// What became of one value; the numbers are indices into the items of either side.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum ValuePairing {
    /// Old and new item have the same value.
    Same(usize, usize),
    /// The new item stands for the old one.
    Changed(usize, usize),
    /// Only the old side has it.
    Removed(usize),
    /// Only the new side has it.
    Added(usize),
}

/// Pairs the items at `a` and `b`; `same` returns whether two have the same value, `kin` whether two are values of one thing:
/// what is injured stands for what was injured, also where somebody killed is told first.
///
/// Items that touch no open word on either side are left out.
pub(super) fn pair(
    edit: &EditedPassage<'_>,
    a: &[Range<usize>],
    b: &[Range<usize>],
    same: impl Fn(usize, usize) -> bool,
    kin: impl Fn(usize, usize) -> bool,
) -> Vec<ValuePairing> {
    let open_a: Vec<bool> = a.iter().map(|places| edit.a.is_open(places)).collect();
    let open_b: Vec<bool> = b.iter().map(|places| edit.b.is_open(places)).collect();
    let (mut free_a, mut free_b) = (vec![true; a.len()], vec![true; b.len()]);
    let mut pairings = Vec::new();
    // Over the same words or in the same hunk, then anywhere.
    for anywhere in [false, true] {
        for (x, place_a) in a.iter().enumerate().filter(|(x, _)| free_a[*x]).collect::<Vec<_>>() {
            let image = edit.across(place_a);
            let meets = |place_b: &Range<usize>| anywhere || overlaps(&image, place_b);
            let partner = (0..b.len()).find(|&y| {
                free_b[y]
                    && (open_a[x] || open_b[y])
                    && (!anywhere || open_a[x] && open_b[y])
                    && meets(&b[y])
                    && same(x, y)
                    && !(anywhere && is_exchanged(edit, (x, a), (y, b)))
            });
            if let Some(y) = partner {
                (free_a[x], free_b[y]) = (false, false);
                pairings.push(ValuePairing::Same(x, y));
            }
        }
    }
    let mut changed = Vec::new();
    for only_kin in [true, false] {
        for (x, place_a) in a.iter().enumerate() {
            if !free_a[x] {
                continue;
            }
            let image = edit.across(place_a);
            let fits = |y: usize| free_b[y] && (open_a[x] || open_b[y]) && overlaps(&image, &b[y]);
            let partner = (0..b.len()).find(|&y| fits(y) && (!only_kin || kin(x, y)));
            if let Some(y) = partner {
                (free_a[x], free_b[y]) = (false, false);
                changed.push((x, y));
            }
        }
    }
    changed.sort_unstable();
    pairings.extend(changed.into_iter().map(|(x, y)| ValuePairing::Changed(x, y)));
    pairings.extend((0..a.len()).filter(|&x| free_a[x] && is_gone(&edit.a, &a[x])).map(ValuePairing::Removed));
    pairings.extend((0..b.len()).filter(|&y| free_b[y] && is_gone(&edit.b, &b[y])).map(ValuePairing::Added));
    pairings
}

/// Returns whether two values took each other's place across other words: "due in June, not in May", "due in May, not in June".
fn is_exchanged(edit: &EditedPassage<'_>, (x, a): (usize, &[Range<usize>]), (y, b): (usize, &[Range<usize>])) -> bool {
    let (image, origin) = (edit.across(&a[x]), edit.back(&b[y]));
    let taken = b.iter().enumerate().any(|(at, places)| at != y && overlaps(&image, places));
    let left = a.iter().enumerate().position(|(at, places)| at != x && overlaps(&origin, places));
    let Some(other) = left.filter(|_| taken) else { return false };
    // Items of one list may stand in any order.
    (a[x].end.min(a[other].end)..a[x].start.max(a[other].start)).any(|at| edit.a.class(at) == TokenClass::Content)
}

/// Returns whether at least half of the words have no partner and no explanation yet.
fn is_gone(piece: &PassageSide<'_>, places: &Range<usize>) -> bool {
    let gone = places.clone().filter(|&place| piece.is_open_at(place)).count();
    gone > 0 && places.len() <= 2 * gone
}

/// Returns whether two ranges share a place.
pub(super) fn overlaps(x: &Range<usize>, y: &Range<usize>) -> bool {
    x.start < y.end && y.start < x.end
}
