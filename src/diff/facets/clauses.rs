//! Explains clauses that were added or removed: assertions that could stand as a sentence.
//!
//! `The warehouse was destroyed` > `The warehouse, which had failed an
//! inspection in March, was destroyed`. Figures and dates inside come with the
//! clause; they are no facets of their own.

use std::ops::Range;

use super::clauses_table::OPENERS;
use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide};
use crate::diff::words::interner::TokenClass;
use crate::model::{ChangeKind, Information, Upos, Weight};
use crate::text::is_subordinator;
use crate::text::rule_table::is_listed;

/// Fewest content words that make a clause where no verb is seen.
const CLAUSE_WORDS: usize = 4;

/// Explains hunks that hold a clause on one side and only marks and function words on the other.
pub(super) fn explain(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    for hunk in edit.hunks.clone().iter() {
        let stays_a = |word: &str| stands_elsewhere(&edit.b, word, &hunk.new);
        let stays_b = |word: &str| stands_elsewhere(&edit.a, word, &hunk.old);
        let removed = is_clause(&edit.a, &hunk.old, &stays_a) && is_light(&edit.b, &hunk.new);
        let added = is_clause(&edit.b, &hunk.new, &stays_b) && is_light(&edit.a, &hunk.old);
        let (a, b, information, why) = match (removed, added) {
            (true, false) => {
                (edit.a.open_part(&hunk.old), hunk.new.end..hunk.new.end, Information::Removed, "clause-removed")
            }
            (false, true) => {
                (hunk.old.end..hunk.old.end, edit.b.open_part(&hunk.new), Information::Added, "clause-added")
            }
            _ => continue,
        };
        let facet = edit.facet(ChangeKind::Statement, &a, &b);
        found.push(FoundFacet { facet, weight: Weight::Material, information, why });
        edit.a.mark_explained(&hunk.old);
        edit.b.mark_explained(&hunk.new);
    }
}

/// How many words before and after a hunk are searched for a word that moved.
const SEARCHED_WORDS: usize = 300;

/// Returns whether a changed word stands in another changed place of the other side: it moved.
fn stands_elsewhere(other: &PassageSide<'_>, lemma: &str, hunk: &Range<usize>) -> bool {
    let near = hunk.start.saturating_sub(SEARCHED_WORDS)..other.len().min(hunk.end + SEARCHED_WORDS);
    near.into_iter().any(|at| other.is_changed(at) && !hunk.contains(&at) && other.lemma(at) == lemma)
}

fn is_clause(piece: &PassageSide<'_>, places: &Range<usize>, stays: &dyn Fn(&str) -> bool) -> bool {
    if !piece.is_open(places) || is_equivalent(piece, places) {
        return false;
    }
    let open = || places.clone().filter(|&at| piece.is_open_at(at));
    let content = open()
        .filter(|&at| matches!(piece.class(at), TokenClass::Content | TokenClass::Number) && !stays(piece.lemma(at)))
        .count();
    let upos = |at: usize| piece.upos(at);
    let has_verb = open().any(|at| upos(at) == Upos::Verb);
    let first = open().find(|&at| piece.class(at) != TokenClass::Mark);
    let opened = first.is_some_and(|at| is_subordinator(piece.norm(at)) || is_listed(OPENERS, piece.norm(at)));
    content >= CLAUSE_WORDS || content >= 2 && (has_verb || opened) && content + 1 >= 3 || content >= 3 && opened
}

/// Returns whether the words only give a value in another unit: "(25 miles)".
fn is_equivalent(piece: &PassageSide<'_>, places: &Range<usize>) -> bool {
    piece.norm(places.start) == "("
        && places.len() <= 5
        && places.clone().any(|at| piece.norm(at).starts_with(|c: char| c.is_ascii_digit()))
}

/// Returns whether the words are marks and function words only.
fn is_light(piece: &PassageSide<'_>, places: &Range<usize>) -> bool {
    let left = || places.clone().filter(|&at| !piece.explained[at]);
    left().count() <= 3 && left().all(|at| matches!(piece.class(at), TokenClass::Mark | TokenClass::Function))
}
