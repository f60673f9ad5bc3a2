//! Decides what the words that no other finder explained are: another statement, or wording.
//!
//! `in the galley` > `on the car deck` is a statement; `lodgings` >
//! `accommodation` is wording.
//!
//! In: an edited passage whose other finders have marked what they explain. Out: at most one facet, that of the hunk with
//! the most unmatched words. Rules decide first (here), then learnt weights (`weights_table`) over what `features` counts
//! in the whole passage.

pub mod features;
mod features_table;
pub(super) mod loose_words_table;
pub mod weights_table;

use std::ops::Range;

use super::exclusive_sets_table::are_others_of_a_set;
use super::spelled_numbers::is_one_number;
use super::spelling::is_slip;
use crate::claim::names::is_named_the_same;
use crate::diff::edit::{EditedPassage, FoundFacet, PassageSide};
use crate::diff::lexicon::{Relation, knows, relation};
use crate::diff::words::interner::TokenClass;
use crate::diff::words::word_diff::Hunk;
use crate::model::{ChangeKind, Information, Weight};
use crate::text::rule_table::is_listed;
use crate::text::{is_demonstrative, is_third_person};
use loose_words_table::LOOSE;
use weights_table::score;

/// Explains all words that are left: each hunk is a statement or wording.
pub fn explain(edit: &mut EditedPassage<'_>, found: &mut Vec<FoundFacet>) {
    let open_hunks = open_hunks(edit);
    if open_hunks.is_empty() {
        return;
    }
    let is_fact = 0.0 < score(&features::fallback_features(edit));
    let weights: Vec<usize> = open_hunks.iter().map(|hunk| unmatched_score(edit, hunk)).collect();
    let loudest = weights.iter().copied().max().unwrap_or(0);
    let total = information(edit, &open_hunks);
    // Where a value or a speaker changed as well, a replaced stretch is no matter of style.
    let news = found.iter().any(|found| found.weight == Weight::Material);
    for (hunk, &weight) in open_hunks.iter().zip(&weights) {
        let is_loudest = is_fact && weight == loudest && UNMATCHED_WORD <= weight;
        let fact = is_loudest && !is_renumbered(edit, hunk)
            || news && open_hunks.len() <= FEW_PLACES && is_another_statement(edit, hunk, OTHER_BESIDE_FACT)
            || open_hunks.len() <= FEW_PLACES && is_another_statement(edit, hunk, OTHER_ALONE);
        let (kind, weight, information, why) = match fact {
            _ if is_sign(&edit.a, &hunk.old) || is_sign(&edit.b, &hunk.new) => {
                (ChangeKind::Figure, Weight::Material, Information::Updated, SIGN_OF_A_NUMBER)
            }
            _ if is_other_of_set(edit, hunk) => {
                (ChangeKind::Statement, Weight::Material, Information::Updated, "other-of-a-set")
            }
            true => (ChangeKind::Statement, Weight::Material, total, "learnt-fact"),
            false => {
                let why = if is_same(edit, hunk) { SAME_IN_ANOTHER_FORM } else { "learnt-wording" };
                (ChangeKind::Wording, Weight::Minor, wording_direction(edit, hunk), why)
            }
        };
        found.push(FoundFacet { facet: edit.facet(kind, &hunk.old, &hunk.new), weight, information, why });
        edit.a.mark_explained(&hunk.old);
        edit.b.mark_explained(&hunk.new);
    }
}

/// The rule that names wording that is certain not to change a fact.
pub(crate) const SAME_IN_ANOTHER_FORM: &str = "same-in-another-form";

/// The rule that a sign before a number makes another number of it.
pub(crate) const SIGN_OF_A_NUMBER: &str = "sign-of-a-number";

/// Returns whether a stretch is the sign of the number behind it and nothing else: "was -12C".
fn is_sign(piece: &PassageSide<'_>, places: &Range<usize>) -> bool {
    places.len() == 1 && super::typography::has_minus(piece, places)
}

/// Returns whether a hunk says the same beyond doubt: a name, a pronoun or a spelling for another, a converted value, a
/// thing named before by more words, a word of the moment of writing.
fn is_same(edit: &EditedPassage<'_>, hunk: &Hunk) -> bool {
    let one =
        |side: &PassageSide<'_>, places: &Range<usize>| (places.len() == 1).then(|| side.norm(places.start).to_owned());
    let respelt = one(&edit.a, &hunk.old)
        .zip(one(&edit.b, &hunk.new))
        .is_some_and(|(old, new)| is_slip(&old, &new) && !(knows(&old) && knows(&new)));
    respelt
        || is_renumbered(edit, hunk)
        || says_the_same(edit, hunk)
        || super::mentions::was_named_before(edit, hunk)
        || is_of_the_moment(edit, hunk)
}

/// Returns whether one word for one word is the same number in figures and in letters: "5th Street", "Fifth Street".
fn is_renumbered(edit: &EditedPassage<'_>, hunk: &Hunk) -> bool {
    let (old, new) = (&hunk.old, &hunk.new);
    old.len() == 1 && new.len() == 1 && is_one_number(edit.a.norm(old.start), edit.b.norm(new.start))
}

/// Returns whether the open words are a changed fact where a rule decides, or `None` where the weights do.
pub fn by_rule(edit: &EditedPassage<'_>) -> Option<bool> {
    let open_hunks = open_hunks(edit);
    let has_unmatched = open_hunks.iter().any(|hunk| UNMATCHED_WORD <= unmatched_score(edit, hunk));
    match () {
        () if open_hunks.iter().any(|hunk| is_other_of_set(edit, hunk)) => Some(true),
        () if !has_unmatched => Some(false),
        () => None,
    }
}

/// Score of a content word without counterpart; a hunk that scores less is wording, whatever the weights say.
const UNMATCHED_WORD: usize = 10;

/// Returns the stretches that no other finder explained.
fn open_hunks(edit: &EditedPassage<'_>) -> Vec<Hunk> {
    let left = |hunk: &Hunk| Hunk { old: edit.a.open_part(&hunk.old), new: edit.b.open_part(&hunk.new) };
    let hunks = edit.hunks.iter().map(left);
    hunks.filter(|hunk| !hunk.old.is_empty() || !hunk.new.is_empty()).collect()
}

/// Longest stretch, in words, of which two words of one set belong to the same claim.
const LONGEST_OF_SET: usize = 6;

/// Returns whether one word of a set replaced another that excludes it: "brother" for "cousin".
fn is_other_of_set(edit: &EditedPassage<'_>, hunk: &Hunk) -> bool {
    // The lemma of "mixed" is "mix", but the sets list "mixed".
    let forms = |piece: &PassageSide<'_>, places: &Range<usize>| -> Vec<[String; 2]> {
        let open = places.clone().filter(|&at| piece.is_open_at(at));
        open.map(|at| [piece.lemma(at).to_owned(), piece.norm(at).to_owned()]).collect()
    };
    let (old, new) = (forms(&edit.a, &hunk.old), forms(&edit.b, &hunk.new));
    let short = old.len().max(new.len()) <= LONGEST_OF_SET && !is_renumbered(edit, hunk);
    let others = |old: &[String; 2], new: &[String; 2]| {
        old.iter().any(|old| new.iter().any(|new| are_others_of_a_set(old, new)))
    };
    short && old.iter().any(|old| new.iter().any(|new| others(old, new)))
}

/// Returns whether a hunk changes nothing but words of the moment of writing.
fn is_of_the_moment(edit: &EditedPassage<'_>, hunk: &Hunk) -> bool {
    let open = |side: &PassageSide<'_>, places: &Range<usize>| -> Vec<String> {
        places.clone().filter(|&at| side.is_open_at(at)).map(|at| side.norm(at).to_owned()).collect()
    };
    let words = [open(&edit.a, &hunk.old), open(&edit.b, &hunk.new)].concat();
    !words.is_empty() && words.iter().all(|word| is_listed(LOOSE, word))
}

/// Returns whether a hunk changes nothing but marks, function words and words of the moment of writing.
fn is_loose(edit: &EditedPassage<'_>, hunk: &Hunk) -> bool {
    let light = |piece: &PassageSide<'_>, places: &Range<usize>| {
        places.clone().all(|at| {
            piece.explained[at]
                || matches!(piece.class(at), TokenClass::Function | TokenClass::Mark)
                || is_listed(LOOSE, piece.norm(at))
        })
    };
    light(&edit.a, &hunk.old) && light(&edit.b, &hunk.new)
}

/// Returns the direction of information of wording: a content word on one side only adds or removes a little.
fn wording_direction(edit: &EditedPassage<'_>, hunk: &Hunk) -> Information {
    if says_the_same(edit, hunk) || super::mentions::was_named_before(edit, hunk) {
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

/// In more hunks than these, the passage was rewritten for style as well.
const FEW_PLACES: usize = 3;
/// Fewest content words, of both sides together, of another statement in a passage where a fact changed as well.
const OTHER_BESIDE_FACT: usize = 4;

/// Fewest content words, of both sides together, of another statement in any passage.
const OTHER_ALONE: usize = 7;

/// At most one in this many words of a replaced hunk may have a counterpart.
const MATCHED_SHARE: usize = 3;

/// Returns whether a hunk is another statement throughout: "are trapped", "were brought to the surface alive".
fn is_another_statement(edit: &EditedPassage<'_>, hunk: &Hunk, least: usize) -> bool {
    let content = |piece: &PassageSide<'_>, places: &Range<usize>| -> Vec<String> {
        places
            .clone()
            .filter(|&at| piece.is_open_at(at) && piece.class(at) == TokenClass::Content)
            .map(|at| piece.norm(at).to_owned())
            .collect()
    };
    let old = content(&edit.a, &hunk.old);
    let new = content(&edit.b, &hunk.new);
    let unmatched = |one: &String, other: &String| !is_slip(one, other) && Relation::Opposite <= relation(one, other);
    let matched = old.iter().filter(|one| !new.iter().all(|other| unmatched(one, other))).count();
    let apart = matched * MATCHED_SHARE <= old.len().min(new.len()) && (matched == 0 || least == OTHER_ALONE);
    !old.is_empty() && !new.is_empty() && least <= old.len() + new.len() && apart
}

/// Returns the score of a hunk by its content words that have no counterpart on the other side.
fn unmatched_score(edit: &EditedPassage<'_>, hunk: &Hunk) -> usize {
    if says_the_same(edit, hunk) || is_loose(edit, hunk) || super::mentions::was_named_before(edit, hunk) {
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
    let matched = |x: &str, others: &[usize], piece: &PassageSide<'_>| {
        others.iter().any(|&at| {
            is_slip(x, piece.norm(at))
                || matches!(relation(x, piece.norm(at)), Relation::Same | Relation::Synonym | Relation::Kin)
        })
    };
    let unmatched_old = old.iter().filter(|&&at| !matched(edit.a.norm(at), &new, &edit.b)).count();
    let unmatched_new = new.iter().filter(|&&at| !matched(edit.b.norm(at), &old, &edit.a)).count();
    UNMATCHED_WORD * unmatched_old.max(unmatched_new) + old.len().max(new.len())
}

/// Returns the direction of information: more than twice the words on one side are information added or removed.
fn information(edit: &EditedPassage<'_>, hunks: &[Hunk]) -> Information {
    let content = |hunk: &Hunk| {
        let tells = |class: TokenClass| matches!(class, TokenClass::Content | TokenClass::Number);
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

/// Returns whether a hunk changes the form only: a converted value in brackets, "aged", the same name, a pronoun for a noun.
fn says_the_same(edit: &EditedPassage<'_>, hunk: &Hunk) -> bool {
    let (old, new) = (edit.a.text(&hunk.old).to_lowercase(), edit.b.text(&hunk.new).to_lowercase());
    let converted = |text: &str| {
        text.starts_with('(')
            && text.ends_with(')')
            && text.contains(|c: char| c.is_ascii_digit())
            && text.split(' ').count() <= 3
    };
    let one_sided = |text: &str, other: &str| other.is_empty() && (converted(text) || text == "aged");
    let pronoun = |text: &str| is_third_person(text) || is_demonstrative(text);
    one_sided(&old, &new)
        || one_sided(&new, &old)
        || !old.is_empty() && !new.is_empty() && (pronoun(&old) || pronoun(&new) || is_named_the_same(&old, &new))
}
