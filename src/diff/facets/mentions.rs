//! Recognizes a known thing that is called by more or fewer words, which is no other thing.
//!
//! `This field guide explains …` > `The guide explains …`: both texts named the
//! field guide before, so nothing is lost. `The wooden bridge` for `the bridge`,
//! where no bridge was called wooden before, adds information; `the draft rules`
//! that become `the rules` throughout lose it.

use std::ops::Range;

use crate::diff::edit::{EditedPassage, PassageSide};
use crate::diff::words::word_diff::Hunk;
use crate::text::{is_demonstrative, is_possessive};

/// How many words before the passage are searched.
const LOOK_BACK: usize = 120;
/// Most words between the article and the noun that describe it.
const MAX_DESCRIBING_WORDS: usize = 3;

/// Returns whether a hunk only calls a known thing by more or fewer of the words it had before.
pub(super) fn was_named_before(edit: &EditedPassage<'_>, hunk: &Hunk) -> bool {
    let (old, new) = (described(&edit.a, &hunk.old), described(&edit.b, &hunk.new));
    match (old, new) {
        (Some(old), Some(new)) if old.is_empty() != new.is_empty() => {
            let (piece, words) = if new.is_empty() { (&edit.a, old) } else { (&edit.b, new) };
            let phrase: Vec<&str> = (words.start..=words.end).map(|at| piece.lemma(at)).collect();
            has_before(&edit.a, hunk.old.start, &phrase) && has_before(&edit.b, hunk.new.start, &phrase)
        }
        _ => false,
    }
}

/// Returns the words between a definite article and the noun after the hunk, or `None` where the hunk is something else.
fn described(piece: &PassageSide<'_>, places: &Range<usize>) -> Option<Range<usize>> {
    // "the guide", "this guide", "our guide"
    let opens = |at: usize| {
        let word = piece.norm(at);
        word == "the" || is_possessive(word) || is_demonstrative(word)
    };
    let first = match places.start {
        start if !places.is_empty() && opens(start) => start + 1,
        start if 0 < start && opens(start - 1) => start,
        _ => return None,
    };
    let plain = |at: usize| piece.word(at).starts_with(char::is_alphabetic);
    let words = first..places.end.max(first);
    (words.len() <= MAX_DESCRIBING_WORDS && places.end < piece.len() && words.clone().chain([words.end]).all(plain))
        .then_some(words)
}

/// Returns whether a phrase stands in the text before a place.
fn has_before(piece: &PassageSide<'_>, place: usize, phrase: &[&str]) -> bool {
    let document = piece.document();
    let Some(&first) = piece.tokens.get(place) else { return false };
    let lemmas: Vec<&str> = (first.saturating_sub(LOOK_BACK)..first).map(|token| document.lemma(token)).collect();
    lemmas.windows(phrase.len()).any(|window| window.iter().zip(phrase).all(|(x, y)| x.eq_ignore_ascii_case(y)))
}
