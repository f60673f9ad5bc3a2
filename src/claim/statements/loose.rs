//! Gives a quotation without words of saying to the person whom the sentence beside it is about.
//!
//! `Ann Lee shook her head. “I will not go back there.”` and `“This is our home.” Ann Lee, 61, has lived here for
//! years.`: a whole sentence in quotation marks is hers. After `A banner hung from the roof.` nobody speaks, and after
//! `Ann Lee died.` and `Ann Lee sacked Bo Kim.` it may be anybody, as where the quotation tells of "she".

use std::ops::Range;

use super::syntax::phrases;
use super::view::DocumentView;
use crate::claim::names::{kind_of, person_gender, pronoun_gender};
use crate::claim::people::{are_people, is_one_person};
use crate::model::{EntityKind, Rel, Upos, month_named, weekday_named};

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
    let before = tokens.start.checked_sub(1).filter(|&before| view.paragraph_of(before) == paragraph);
    let sentence = match before {
        Some(before) => beside(Some(before))?,
        None => beside(Some(tokens.end).filter(|&next| next < view.document.tokens.len()))?,
    };
    let opens = |person: &Range<usize>| person.start == sentence.start && view.upos(person.start) == Upos::Propn;
    let person = person_of(view, &sentence).filter(|person| before.is_some() || opens(person))?;
    let is_open = names_another(view, &sentence, &person) || is_told_of(view, &tokens, &person);
    (!is_open).then_some(person)
}

/// Returns whether a sentence names somebody else too, who may as well speak: "Trump sacked Ann Lee".
fn names_another(view: &DocumentView<'_, '_>, sentence: &Range<usize>, person: &Range<usize>) -> bool {
    // The grammar ties the second name to the first: "Ann | Lee".
    let own = view.reach(person.end - 1);
    let is_name = |token: usize| view.upos(token) == Upos::Propn && !person.contains(&token) && !own.contains(&token);
    let mut start = sentence.start;
    while let Some(first) = (start..sentence.end).find(|&token| is_name(token)) {
        let end = (first..sentence.end).find(|&token| !is_name(token)).unwrap_or(sentence.end);
        let is_day = (first..end).all(|token| {
            let norm = view.norm(token);
            month_named(norm).is_some() || weekday_named(norm).is_some()
        });
        let may_speak = matches!(kind_of(view.document, &(first..end)), EntityKind::Person | EntityKind::Other);
        if may_speak && !is_day {
            return true;
        }
        start = end;
    }
    false
}

/// Returns whether a quotation speaks of "he" or "she", where that may be the person.
fn is_told_of(view: &DocumentView<'_, '_>, quotation: &Range<usize>, person: &Range<usize>) -> bool {
    let of_pronoun = pronoun_gender(view.norm(person.start)).filter(|_| person.len() == 1);
    let own = of_pronoun.or_else(|| person_gender(view.span(person.clone()).of(view.document.text)));
    let told = |token| pronoun_gender(view.norm(token));
    quotation.clone().filter_map(told).any(|told| own.is_none_or(|own| own == told))
}

/// Returns whether a quotation is one sentence or more, and nothing else stands beside it there.
fn is_whole(view: &DocumentView<'_, '_>, tokens: &Range<usize>) -> bool {
    let words = tokens.clone().filter(|token| !view.is_punct(*token)).count();
    let last = tokens.clone().rev().find(|token| !matches!(view.norm(*token), "\"" | "'"));
    let is_ended = last.is_some_and(|last| matches!(view.norm(last), "." | "!" | "?"));
    let (first, end) = (view.sentence_of(tokens.start), view.sentence_of(tokens.end - 1));
    FEWEST_WORDS <= words && is_ended && first.start == tokens.start && end.end == tokens.end
}

/// Returns whether the subject of a verb speaks no more: "Ann Lee died", "was killed".
fn is_death(view: &DocumentView<'_, '_>, verb: usize) -> bool {
    let is_passive = || verb.checked_sub(1).is_some_and(|before| view.document.lemma(before) == "be");
    match view.document.lemma(verb) {
        "dead" | "die" | "drown" | "perish" => true,
        "bury" | "kill" | "murder" => is_passive(),
        _ => false,
    }
}

/// Returns the subject of a sentence, where it is a person and lives.
fn person_of(view: &DocumentView<'_, '_>, sentence: &Range<usize>) -> Option<Range<usize>> {
    let is_root = |token: usize| matches!(view.rel(token), Rel::Root) && !is_death(view, token);
    let is_subject = |token: &usize| view.rel(*token) == Rel::Nsubj && is_root(view.head(*token));
    let heart = sentence.clone().find(is_subject)?;
    let norm = view.norm(heart);
    let is_person =
        matches!(norm, "he" | "she") || view.upos(heart) == Upos::Propn || is_one_person(norm) && !are_people(norm);
    let phrase = phrases::ending_at(view, heart + 1, sentence.start)?;
    is_person.then_some(phrase)
}
