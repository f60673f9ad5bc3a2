//! Explains words that only changed their place in the sentence, also by active made passive.
//!
//! `A goods train struck three cows` > `Three cows were struck by a goods
//! train`: what one place lost another gained, and no place holds two
//! different things, save the items of a list. Two names that change places
//! across other words are no reordering (`exchanges`).

use std::ops::Range;

use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide};
use crate::diff::lexicon::base_forms;
use crate::diff::words::interner::TokenClass;
use crate::model::{ChangeKind, Information, Upos, Weight};
use crate::text::conditions::condition_opened;
use crate::text::{is_modal, negation_of};

/// Explains a passage in which the same content words stand in another order.
pub(super) fn explain(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    let old = telling(&edit.a);
    let new = telling(&edit.b);
    if old.is_empty() || !is_same_bag(&edit.a, &old, &edit.b, &new) {
        return;
    }
    let replaces = edit
        .hunks
        .iter()
        .any(|hunk| old.iter().any(|at| hunk.old.contains(at)) && new.iter().any(|at| hunk.new.contains(at)));
    let open = |piece: &PassageSide<'_>| -> Range<usize> {
        let mut places = (0..piece.len()).filter(|&at| piece.is_open_at(at));
        let first = places.next().unwrap_or(0);
        first..places.next_back().unwrap_or(first) + 1
    };
    if replaces && !(is_list(&edit.a, &open(&edit.a)) && is_list(&edit.b, &open(&edit.b))) {
        return;
    }
    let (a, b) = region(edit, open(&edit.a), open(&edit.b));
    let facet = edit.facet(ChangeKind::Wording, &a, &b);
    found.push(FoundFacet { facet, weight: Weight::Minor, information: Information::Same, why: "reordered" });
    edit.a.mark_explained(&a);
    edit.b.mark_explained(&b);
}

/// Returns whether nothing but the items of one list stand in a stretch: "Dorley, Ness and Corran".
fn is_list(piece: &PassageSide<'_>, places: &Range<usize>) -> bool {
    let part = |at: usize| match piece.upos(at) {
        Upos::Noun | Upos::Propn | Upos::Adj | Upos::Punct => !matches!(piece.norm(at), "." | ";" | ":" | "\""),
        _ => matches!(piece.norm(at), "and" | "or" | "&" | "the"),
    };
    let joins = |at: usize| matches!(piece.norm(at), "and" | "or" | "&" | ",");
    places.clone().all(part) && places.clone().any(joins)
}

/// Returns the words from where the first left to where the last went, on both sides.
fn region(edit: &EditedPassage<'_>, a: Range<usize>, b: Range<usize>) -> (Range<usize>, Range<usize>) {
    let cover = |own: &Range<usize>, image: &Range<usize>| match image.is_empty() {
        true => own.clone(),
        false => own.start.min(image.start)..own.end.max(image.end),
    };
    let (image_a, image_b) = (edit.back(&b), edit.across(&a));
    (cover(&a, &image_a), cover(&b, &image_b))
}

/// Returns the places of open words that carry content.
fn telling(piece: &PassageSide<'_>) -> Vec<usize> {
    // "Should it rain" is no "should".
    let is_mood =
        |at: usize| is_modal(piece.norm(at)) && condition_opened(piece.document(), piece.tokens[at]).is_none();
    let light = |at: usize| negation_of(piece.norm(at)).is_some() || is_mood(at);
    (0..piece.len())
        .filter(|&at| piece.is_open_at(at))
        .filter(|&at| matches!(piece.class(at), TokenClass::Content | TokenClass::Number) || light(at))
        .collect()
}

fn is_same_bag(a: &PassageSide<'_>, old: &[usize], b: &PassageSide<'_>, new: &[usize]) -> bool {
    if old.len() != new.len() {
        return false;
    }
    let mut left: Vec<Vec<String>> = new.iter().map(|&at| base_forms(b.norm(at))).collect();
    old.iter().all(|&at| {
        let forms = base_forms(a.norm(at));
        let partner = left.iter().position(|other| forms.iter().any(|form| other.contains(form)));
        partner.map(|at| left.swap_remove(at)).is_some()
    })
}
