//! Judges the words that no other finder explained: a statement told otherwise, or wording.
//!
//! `in the galley` > `on the car deck` is a statement; `lodgings` >
//! `accommodation` is wording. Learnt weights over named traits decide for the
//! passage, and the place that speaks loudest for a fact gets the facet.

pub mod features;
pub mod weights_table;

use std::ops::Range;

use super::exclusive_sets_table::are_others_of_a_set;
use super::names::is_same_name;
use super::spelling::is_slip;
use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide};
use crate::diff::lexicon::{Relation, relation};
use crate::diff::words::interner::TokenClass;
use crate::diff::words::word_diff::Hunk;
use crate::model::{ChangeKind, Information, Weight};
use weights_table::score;

pub fn explain(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    let open_hunks = open_hunks(edit);
    if open_hunks.is_empty() {
        return;
    }
    let is_fact = 0.0 < score(&features::read(edit));
    let weights: Vec<usize> = open_hunks.iter().map(|hunk| strangeness(edit, hunk)).collect();
    let loudest = weights.iter().copied().max().unwrap_or(0);
    let total = information(edit, &open_hunks);
    // Where a value or a speaker changed as well, a stretch told anew is no matter of style.
    let news = found.iter().any(|found| found.weight == Weight::Material);
    for (hunk, &weight) in open_hunks.iter().zip(&weights) {
        let fact = is_fact && weight == loudest && STRANGE <= weight
            || news && open_hunks.len() <= FEW_PLACES && is_told_anew(edit, hunk, TOLD_ANEW)
            || open_hunks.len() <= FEW_PLACES && is_told_anew(edit, hunk, WHOLLY_OTHER);
        let (kind, weight, information, why) = match fact {
            _ if is_other_of_set(edit, hunk) => {
                (ChangeKind::Statement, Weight::Material, Information::Updated, "other-of-a-set")
            }
            true => (ChangeKind::Statement, Weight::Material, total, "learnt-fact"),
            false => (ChangeKind::Wording, Weight::Minor, said_more_or_less(edit, hunk), "learnt-wording"),
        };
        found.push(FoundFacet { facet: edit.facet(kind, &hunk.old, &hunk.new), weight, information, why });
        edit.a.mark_explained(&hunk.old);
        edit.b.mark_explained(&hunk.new);
    }
}

/// Says whether the open words are a fact where a rule knows, whatever the weights say.
pub fn by_rule(edit: &EditedPassage<'_>) -> Option<bool> {
    let open_hunks = open_hunks(edit);
    let strange = open_hunks.iter().any(|hunk| STRANGE <= strangeness(edit, hunk));
    match () {
        () if open_hunks.iter().any(|hunk| is_other_of_set(edit, hunk)) => Some(true),
        () if !strange => Some(false),
        () => None,
    }
}

/// Nothing but answered words, slips of the pen and function words is wording, whatever the weights say.
const STRANGE: usize = 10;

/// Returns the stretches that no other finder explained.
fn open_hunks(edit: &EditedPassage<'_>) -> Vec<Hunk> {
    let left = |hunk: &Hunk| Hunk { old: open(&edit.a, &hunk.old), new: open(&edit.b, &hunk.new) };
    let hunks = edit.hunks.iter().map(left);
    hunks.filter(|hunk| !hunk.old.is_empty() || !hunk.new.is_empty()).collect()
}

/// Returns the range from the first to the last unexplained word.
fn open(piece: &PassageSide<'_>, places: &Range<usize>) -> Range<usize> {
    let mut left = places.clone().filter(|&at| piece.is_open_at(at));
    match left.next() {
        None => places.end..places.end,
        Some(first) => first..left.next_back().unwrap_or(first) + 1,
    }
}

/// A stretch longer than this was told anew; two words of one set in it may be of different claims.
const LONGEST_OF_SET: usize = 6;

/// Returns whether one word of a closed set stands for another of it: "cousin" for "brother".
fn is_other_of_set(edit: &EditedPassage<'_>, hunk: &Hunk) -> bool {
    // "mixed" is a form of "mix" to grammar and a word of its own to a set.
    let forms = |piece: &PassageSide<'_>, places: &Range<usize>| -> Vec<[String; 2]> {
        let open = places.clone().filter(|&at| piece.is_open_at(at));
        open.map(|at| [piece.lemma(at).to_owned(), piece.norm(at).to_owned()]).collect()
    };
    let (old, new) = (forms(&edit.a, &hunk.old), forms(&edit.b, &hunk.new));
    let short = old.len().max(new.len()) <= LONGEST_OF_SET;
    let others = |old: &[String; 2], new: &[String; 2]| {
        old.iter().any(|old| new.iter().any(|new| are_others_of_a_set(old, new)))
    };
    short && old.iter().any(|old| new.iter().any(|new| others(old, new)))
}

/// Words that only say how things stand to the moment of writing; put in or taken out they assert nothing.
const LOOSE: &[&str] = &[
    "already",
    "also",
    "coming",
    "current",
    "currently",
    "forthcoming",
    "however",
    "latest",
    "meanwhile",
    "recent",
    "recently",
    "still",
    "upcoming",
    "yet",
];

fn is_loose(edit: &EditedPassage<'_>, hunk: &Hunk) -> bool {
    let light = |piece: &PassageSide<'_>, places: &Range<usize>| {
        places.clone().all(|at| {
            piece.explained[at]
                || matches!(piece.class(at), TokenClass::Function | TokenClass::Mark)
                || LOOSE.contains(&piece.norm(at))
        })
    };
    light(&edit.a, &hunk.old) && light(&edit.b, &hunk.new)
}

/// A word put in or taken out says a little more or less, also where no fact hangs on it.
fn said_more_or_less(edit: &EditedPassage<'_>, hunk: &Hunk) -> Information {
    if says_the_same(edit, hunk) || super::mentions::is_told_before(edit, hunk) {
        return Information::Same;
    }
    let content = |piece: &PassageSide<'_>, places: &Range<usize>| {
        places.clone().filter(|&at| piece.is_open_at(at) && piece.class(at) == TokenClass::Content).count()
    };
    let old = content(&edit.a, &hunk.old);
    let new = content(&edit.b, &hunk.new);
    match (old, new) {
        (0, 1..) => Information::Added,
        (1.., 0) => Information::Removed,
        _ => Information::Same,
    }
}

/// In more places than these the passage was rewritten for style as well.
const FEW_PLACES: usize = 3;
/// So many words without an answer, of both sides together, are another statement.
const TOLD_ANEW: usize = 4;

/// So many are another statement wherever they stand.
const WHOLLY_OTHER: usize = 7;

/// One word in so many may have an answer in a stretch that is wholly other.
const LEAST_APART: usize = 3;

/// Returns whether a stretch says something else throughout: "are trapped", "were brought to the surface alive".
fn is_told_anew(edit: &EditedPassage<'_>, hunk: &Hunk, least: usize) -> bool {
    let content = |piece: &PassageSide<'_>, places: &Range<usize>| -> Vec<String> {
        places
            .clone()
            .filter(|&at| piece.is_open_at(at) && piece.class(at) == TokenClass::Content)
            .map(|at| piece.norm(at).to_owned())
            .collect()
    };
    let old = content(&edit.a, &hunk.old);
    let new = content(&edit.b, &hunk.new);
    let strange = |one: &String, other: &String| !is_slip(one, other) && Relation::Opposite <= relation(one, other);
    let answered = old.iter().filter(|one| !new.iter().all(|other| strange(one, other))).count();
    let apart = answered * LEAST_APART <= old.len().min(new.len()) && (answered == 0 || least == WHOLLY_OTHER);
    !old.is_empty() && !new.is_empty() && least <= old.len() + new.len() && apart
}

/// Counts the content words of a hunk that the other side does not answer to.
fn strangeness(edit: &EditedPassage<'_>, hunk: &Hunk) -> usize {
    if says_the_same(edit, hunk) || is_loose(edit, hunk) || super::mentions::is_told_before(edit, hunk) {
        return 0;
    }
    let content = |piece: &PassageSide<'_>, places: &Range<usize>| -> Vec<usize> {
        places
            .clone()
            .filter(|&at| piece.is_open_at(at) && matches!(piece.class(at), TokenClass::Content | TokenClass::Number))
            .collect()
    };
    let old = content(&edit.a, &hunk.old);
    let new = content(&edit.b, &hunk.new);
    let answered = |x: &str, others: &[usize], piece: &PassageSide<'_>| {
        others.iter().any(|&at| {
            is_slip(x, piece.norm(at))
                || matches!(relation(x, piece.norm(at)), Relation::Same | Relation::Synonym | Relation::Kin)
        })
    };
    let lone_old = old.iter().filter(|&&at| !answered(edit.a.norm(at), &new, &edit.b)).count();
    let lone_new = new.iter().filter(|&&at| !answered(edit.b.norm(at), &old, &edit.a)).count();
    STRANGE * lone_old.max(lone_new) + old.len().max(new.len())
}

/// More words on one side only are information added or removed.
fn information(edit: &EditedPassage<'_>, hunks: &[Hunk]) -> Information {
    let content = |hunk: &Hunk| {
        let tells = |sort: TokenClass| matches!(sort, TokenClass::Content | TokenClass::Number);
        let old = hunk.old.clone().filter(|&at| edit.a.is_changed(at) && tells(edit.a.class(at))).count();
        let new = hunk.new.clone().filter(|&at| edit.b.is_changed(at) && tells(edit.b.class(at))).count();
        (old, new)
    };
    let (old, new) = hunks.iter().map(content).fold((0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1));
    match (old, new) {
        (0, 1..) => Information::Added,
        (1.., 0) => Information::Removed,
        (old, new) if 2 * old + 1 < new => Information::Added,
        (old, new) if 2 * new + 1 < old => Information::Removed,
        _ => Information::Updated,
    }
}

/// A value in another unit in brackets, "aged", the same name, a pronoun for what it stands for.
fn says_the_same(edit: &EditedPassage<'_>, hunk: &Hunk) -> bool {
    let (old, new) = (edit.a.text(&hunk.old).to_lowercase(), edit.b.text(&hunk.new).to_lowercase());
    let converted = |text: &str| {
        text.starts_with('(')
            && text.ends_with(')')
            && text.contains(|c: char| c.is_ascii_digit())
            && text.split(' ').count() <= 3
    };
    let one_sided = |text: &str, other: &str| other.is_empty() && (converted(text) || text == "aged");
    let pronoun = |text: &str| PRONOUNS.contains(&text);
    one_sided(&old, &new)
        || one_sided(&new, &old)
        || !old.is_empty() && !new.is_empty() && (pronoun(&old) || pronoun(&new) || is_same_name(&old, &new))
}

/// Words that stand for a name or a thing told before.
const PRONOUNS: &[&str] =
    &["he", "her", "his", "it", "its", "she", "their", "them", "they", "this", "that", "these", "those"];
