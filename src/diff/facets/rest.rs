//! Judges the words that no other finder explained: a statement told otherwise, or wording.
//!
//! `in the galley` > `on the car deck` is a statement; `lodgings` >
//! `accommodation` is wording.

use std::ops::Range;

use super::super::edit::{Edit, Found, Piece};
use super::super::fold::Sort;
use super::super::words::{Hunk, squeeze};
use crate::model::{ChangeKind, Information, Weight};

pub fn find(edit: &mut Edit<'_>, found: &mut Vec<Found>) {
    for hunk in edit.hunks.clone() {
        let (a, b) = (open(&edit.a, &hunk.old), open(&edit.b, &hunk.new));
        if a.is_empty() && b.is_empty() {
            continue;
        }
        let (kind, weight, information, why) = weigh(edit, &hunk, &a, &b);
        let facet = edit.facet(kind, &a, &b);
        found.push(Found { facet, weight, information, why });
        edit.a.explain(&hunk.old);
        edit.b.explain(&hunk.new);
    }
}

/// Returns the range from the first to the last unexplained word.
fn open(piece: &Piece<'_>, places: &Range<usize>) -> Range<usize> {
    let mut left = places.clone().filter(|&at| piece.is_changed(at) && !piece.done[at]);
    match left.next() {
        None => places.end..places.end,
        Some(first) => first..left.last().map_or(first, |last| last) + 1,
    }
}

fn weigh(
    edit: &Edit<'_>,
    hunk: &Hunk,
    a: &Range<usize>,
    b: &Range<usize>,
) -> (ChangeKind, Weight, Information, &'static str) {
    use {ChangeKind as K, Information as I, Weight as W};
    let content = |piece: &Piece<'_>, places: &Range<usize>, sort: &dyn Fn(usize) -> Sort| {
        places
            .clone()
            .filter(|&at| !piece.done[at] && matches!(sort(at), Sort::Content | Sort::Number))
            .collect::<Vec<_>>()
    };
    let old = content(&edit.a, a, &|at| edit.sort_a(at));
    let new = content(&edit.b, b, &|at| edit.sort_b(at));
    let _ = hunk;
    match (old.len(), new.len()) {
        (0, 0) => (K::Wording, W::Minor, I::Same, "function-words"),
        (0, 1) | (1, 0) => (K::Wording, W::Minor, I::Same, "one-word"),
        (0, _) => (K::Statement, W::Material, I::Added, "words-added"),
        (_, 0) => (K::Statement, W::Material, I::Removed, "words-removed"),
        _ if old.iter().any(|&x| new.iter().any(|&y| is_same_word(edit, x, y))) => {
            (K::Wording, W::Minor, I::Same, "same-word")
        }
        _ => (K::Wording, W::Minor, I::Same, "reworded"),
    }
}

fn is_same_word(edit: &Edit<'_>, a: usize, b: usize) -> bool {
    edit.a.lemma(a) == edit.b.lemma(b) || squeeze(edit.a.word(a)) == squeeze(edit.b.word(b))
}
