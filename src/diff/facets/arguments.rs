//! Explains objects of an unchanged verb that are other things altogether.
//!
//! `It will close four of the city's nine libraries` > `It will close the
//! libraries at Quay Street and Selby Road`: word by word that is a heap of
//! figures and names; as the object of "close" it is one statement.

use std::ops::Range;

use super::items::overlaps;
use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide};
use crate::diff::words::interner::TokenClass;
use crate::model::{ChangeKind, Information, Upos, Weight};

/// Fewest content words by which the objects differ on each side.
const LEAST_OTHER: usize = 2;

/// Explains the object of a verb that both sides have as one statement, where it was replaced as a whole.
pub(super) fn explain(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    if edit.hunks.len() < 2 {
        return;
    }
    let verbs: Vec<(usize, usize)> = (0..edit.a.len())
        .filter(|&at| edit.a.upos(at) == Upos::Verb)
        .filter_map(|at| edit.a.partner[at].map(|b| (at, b)))
        .collect();
    for (verb_a, verb_b) in verbs {
        let Some((a, b)) = phrases(edit, verb_a, verb_b) else { continue };
        if !is_replaced(edit, &a, &b) {
            continue;
        }
        let facet = edit.facet(ChangeKind::Statement, &a, &b);
        let information = Information::Updated;
        found.push(FoundFacet { facet, weight: Weight::Material, information, why: "object-replaced" });
        edit.a.mark_explained(&a);
        edit.b.mark_explained(&b);
    }
}

/// Returns whether two objects share one content word at the most, and no figures that could be compared.
fn is_replaced(edit: &EditedPassage<'_>, a: &Range<usize>, b: &Range<usize>) -> bool {
    let telling = |class: TokenClass| matches!(class, TokenClass::Content | TokenClass::Number);
    let open_a =
        a.clone().filter(|&at| telling(edit.a.class(at)) && edit.a.is_changed(at) && !edit.a.explained[at]).count();
    let open_b =
        b.clone().filter(|&at| telling(edit.b.class(at)) && edit.b.is_changed(at) && !edit.b.explained[at]).count();
    let kept = a.clone().filter(|&at| telling(edit.a.class(at)) && edit.a.partner[at].is_some()).count();
    let strays = a.clone().filter_map(|at| edit.a.partner[at]).any(|at| !b.contains(&at))
        || b.clone().filter_map(|at| edit.b.partner[at]).any(|at| !a.contains(&at));
    let hunks = edit.hunks.iter().filter(|hunk| overlaps(&hunk.old, a) || overlaps(&hunk.new, b)).count();
    let figures = |piece: &PassageSide<'_>, places: &Range<usize>| {
        piece
            .near(&piece.analysis.figures, |figure| figure.span)
            .any(|figure| overlaps(&piece.places(figure.span), places))
    };
    let counted = figures(&edit.a, a) && figures(&edit.b, b);
    LEAST_OTHER <= open_a.min(open_b) && kept <= 1 && !strays && 2 <= hunks && !counted
}

/// Returns the words between a verb and the next mark that both texts share, if no other verb is among them.
fn phrases(edit: &EditedPassage<'_>, verb_a: usize, verb_b: usize) -> Option<(Range<usize>, Range<usize>)> {
    let is_mark = |at: &usize| matches!(edit.a.norm(*at), "," | "." | ";" | ":");
    let end_a = (verb_a + 1..edit.a.len().min(verb_a + MAX_OBJECT_WORDS))
        .find(|at| is_mark(at) && edit.a.partner[*at].is_some())?;
    let (a, b) = (verb_a + 1..end_a, verb_b + 1..edit.a.partner[end_a]?);
    let plain = |piece: &PassageSide<'_>, places: &Range<usize>| {
        places.len() < MAX_OBJECT_WORDS
            && places.clone().all(|at| !matches!(piece.upos(at), Upos::Verb | Upos::Aux) && !piece.quoted[at])
    };
    (plain(&edit.a, &a) && plain(&edit.b, &b)).then_some((a, b))
}

/// Longest phrase, in words, that is one object.
const MAX_OBJECT_WORDS: usize = 24;
