//! Gives a quotation without words of saying to the person whom the sentence beside it is about.
//!
//! `Ann Lee shook her head. “I will not go back there.”` and `“This is our home.” Ann Lee, 61, has lived here for
//! years.`: a whole sentence in quotation marks is hers. After `A banner hung from the roof.` nobody speaks.

use std::ops::Range;

use super::syntax::phrases;
use super::syntax::view::DocumentView;
use crate::claim::people::{are_people, is_one_person};
use crate::model::{Rel, Upos};

/// Shorter quotations may be slogans, titles or single words.
const FEWEST_WORDS: usize = 4;

/// Returns the words that name who speaks a quotation that is a sentence of its own.
pub(super) fn speaker(view: &DocumentView<'_, '_>, index: usize) -> Option<Range<usize>> {
    let tokens = view.tokens_of(index);
    if !view.quotations[index].closed || !is_whole(view, &tokens) {
        return None;
    }
    let paragraph = view.paragraph_of(tokens.start);
    let beside = |token: Option<usize>| {
        let sentence = view.sentence_of(token?);
        let is_own = view.paragraph_of(sentence.start) == paragraph && !sentence.clone().any(|at| view.is_quoted(at));
        is_own.then_some(sentence)
    };
    match tokens.start.checked_sub(1).filter(|&before| view.paragraph_of(before) == paragraph) {
        Some(before) => person_of(view, &beside(Some(before))?),
        None => {
            let next = beside(Some(tokens.end).filter(|&next| next < view.document.tokens.len()))?;
            person_of(view, &next).filter(|person| person.start == next.start && view.upos(person.start) == Upos::Propn)
        }
    }
}

/// Returns whether a quotation is one sentence or more, and nothing else stands beside it there.
fn is_whole(view: &DocumentView<'_, '_>, tokens: &Range<usize>) -> bool {
    let words = tokens.clone().filter(|token| !view.is_punct(*token)).count();
    let last = tokens.clone().rev().find(|token| !matches!(view.norm(*token), "\"" | "'"));
    let is_ended = last.is_some_and(|last| matches!(view.norm(last), "." | "!" | "?"));
    let (first, end) = (view.sentence_of(tokens.start), view.sentence_of(tokens.end - 1));
    FEWEST_WORDS <= words && is_ended && first.start == tokens.start && end.end == tokens.end
}

/// Returns the subject of a sentence, where it is a person.
fn person_of(view: &DocumentView<'_, '_>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let is_root = |token: usize| matches!(view.rel(token), Rel::Root);
    let is_subject = |token: &usize| view.rel(*token) == Rel::Nsubj && is_root(view.head(*token));
    let heart = sentence.clone().find(is_subject)?;
    let norm = view.norm(heart);
    let is_person =
        matches!(norm, "he" | "she") || view.upos(heart) == Upos::Propn || is_one_person(norm) && !are_people(norm);
    let phrase = phrases::ending_at(view, heart + 1, sentence.start)?;
    is_person.then_some(phrase)
}
