//! Splits changed stretches where one claim ends and the next begins.
//!
//! `may have begun in the galley` > `began on the car deck, where bikes were
//! charged` is one stretch to a word diff. To an editor it is three changes:
//! a hedge dropped, a place, a clause. Stretches are split after a verb that both
//! sides have in some form, and before a clause that only one side has.

use std::ops::Range;

use super::edit::PassageSide;
use super::words::word_diff::{Hunk, anchored_hunks};
use crate::claim::certainty::strength_of;
use crate::model::Upos;

/// Most matched words, between two changed stretches of one clause, that match by accident.
const MAX_ACCIDENTAL: usize = 3;

/// Returns the changed stretches of a passage, cut so that each holds one claim.
pub(crate) fn passage_hunks(a: &PassageSide<'_>, b: &PassageSide<'_>) -> Vec<Hunk> {
    let mut hunks = anchored_hunks(&a.word_ids, &b.word_ids, a.classes());
    merge_accidental_matches(&mut hunks, a, b);
    split_hunks(hunks, a, b)
}

/// Merges changed stretches of one clause between commas, where a word or two between them stand in the other text by accident.
///
/// `214 on its manifest, …` > `236 aboard, 22 more than its manifest showed, …`:
/// "its manifest" is not what stayed.
fn merge_accidental_matches(hunks: &mut [Hunk], a: &PassageSide<'_>, b: &PassageSide<'_>) {
    for at in 1..hunks.len() {
        let (first, next) = (hunks[at - 1].clone(), hunks[at].clone());
        let island = next.old.start - first.old.end;
        let reports = (first.old.end..next.old.start).any(|at| strength_of(a.norm(at)).is_some());
        if MAX_ACCIDENTAL < island || reports {
            continue;
        }
        if next.old.is_empty()
            && let Some(comma) = clause_from(b, &first.new, &next.new)
        {
            hunks[at - 1] = Hunk { old: first.old.start..next.old.start, new: first.new.start..comma };
            hunks[at] = Hunk { old: next.old.clone(), new: comma..next.new.end };
        } else if next.new.is_empty()
            && let Some(comma) = clause_from(a, &first.old, &next.old)
        {
            hunks[at - 1] = Hunk { old: first.old.start..comma, new: first.new.start..next.new.start };
            hunks[at] = Hunk { old: comma..next.old.end, new: next.new.clone() };
        }
    }
}

/// Returns the comma from which a clause runs up to the mark after `next`.
fn clause_from(piece: &PassageSide<'_>, first: &Range<usize>, next: &Range<usize>) -> Option<usize> {
    let comma = first.clone().rev().find(|&at| piece.norm(at) == ",")?;
    let closed = next.end == piece.len() || matches!(piece.norm(next.end), "," | "." | ";");
    let longer = next.start - first.end < first.end - comma - 1 + next.len();
    (comma + 1 < first.end && closed && longer).then_some(comma)
}

/// Splits stretches after a shared verb and before a clause that one side has.
fn split_hunks(hunks: Vec<Hunk>, a: &PassageSide<'_>, b: &PassageSide<'_>) -> Vec<Hunk> {
    let mut found = Vec::with_capacity(hunks.len());
    for hunk in hunks {
        match after_verb(&hunk, a, b) {
            Some((first, rest)) => {
                found.push(first);
                found.extend(before_clause(rest, a, b));
            }
            None => found.extend(before_clause(hunk, a, b)),
        }
    }
    found
}

/// Stretches shorter than this, in words of the shorter side, are one claim.
const LEAST_TO_SPLIT: usize = 4;

/// Splits a stretch after the only verb that stands on both sides in different forms.
fn after_verb(hunk: &Hunk, a: &PassageSide<'_>, b: &PassageSide<'_>) -> Option<(Hunk, Hunk)> {
    if hunk.old.len().min(hunk.new.len()) < LEAST_TO_SPLIT {
        return None;
    }
    let is_verb = |piece: &PassageSide<'_>, at: usize| piece.upos(at) == Upos::Verb;
    let mut verbs = hunk.old.clone().filter(|&at| is_verb(a, at)).filter_map(|x| {
        let mut same = hunk.new.clone().filter(|&y| is_verb(b, y) && b.lemma(y) == a.lemma(x));
        same.next().filter(|_| same.next().is_none()).map(|y| (x, y))
    });
    let (x, y) = verbs.next().filter(|_| verbs.next().is_none())?;
    let first = Hunk { old: hunk.old.start..x + 1, new: hunk.new.start..y + 1 };
    let rest = Hunk { old: x + 1..hunk.old.end, new: y + 1..hunk.new.end };
    (!rest.old.is_empty() && !rest.new.is_empty()).then_some((first, rest))
}

/// Splits a stretch before the comma of a clause where the other side has no comma at all.
fn before_clause(hunk: Hunk, a: &PassageSide<'_>, b: &PassageSide<'_>) -> Vec<Hunk> {
    let comma = |piece: &PassageSide<'_>, places: &Range<usize>| {
        let at = places.clone().find(|&at| piece.norm(at) == ",")?;
        let verb = (at + 1..places.end).any(|at| piece.upos(at) == Upos::Verb);
        let closed = places.end == piece.len() || matches!(piece.norm(places.end), "," | "." | ";");
        (places.start < at && verb && closed && !piece.quoted[at]).then_some(at)
    };
    let none = |piece: &PassageSide<'_>, places: &Range<usize>| {
        !places.is_empty() && places.clone().all(|at| !matches!(piece.norm(at), "," | ";" | "\""))
    };
    if let Some(at) = comma(b, &hunk.new).filter(|_| none(a, &hunk.old)) {
        let end = hunk.old.end;
        return vec![Hunk { old: hunk.old, new: hunk.new.start..at }, Hunk { old: end..end, new: at..hunk.new.end }];
    }
    if let Some(at) = comma(a, &hunk.old).filter(|_| none(b, &hunk.new)) {
        let end = hunk.new.end;
        return vec![Hunk { old: hunk.old.start..at, new: hunk.new }, Hunk { old: at..hunk.old.end, new: end..end }];
    }
    vec![hunk]
}
