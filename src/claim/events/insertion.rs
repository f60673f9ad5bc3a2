//! Leaves a time to the participle that it stands behind in an insertion between commas.
//!
//! `The law, passed on 3 May, bans smoking`: whatever the grammar ties the day to, it is that of the passing.

use crate::model::{Document, Timex, Upos};

/// Words between the comma that opens an insertion and its time, at the most.
const MAX_WORDS_TO_TIME: usize = 8;

/// Returns the event of the insertion that a time stands in, where the time was given to one outside.
pub(super) fn participle(document: &Document<'_>, timex: &Timex, heads: &[usize], event: usize) -> Option<usize> {
    let inside = document.tokens_in(timex.span);
    let sentence = document.sentences.get(document.sentence_at(timex.span.start)?)?.tokens.clone();
    let is_comma = |token: &usize| document.norm(*token) == ",";
    let comma = (sentence.start..inside.start).rev().take(MAX_WORDS_TO_TIME).find(is_comma)?;
    let closes = inside.end < sentence.end && is_comma(&inside.end);
    let is_outside = heads[event] < comma || inside.end < heads[event];
    let is_verb = |token: usize| document.tokens[token].upos == Upos::Verb;
    let verb = (comma + 1..inside.start).find(|&token| is_verb(token))?;
    let is_near = verb <= comma + 2 && matches!(document.tokens[verb].penn, "VBN" | "VBD" | "VBG");
    let is_alone = !(verb + 1..inside.start).any(|token| is_verb(token) || is_comma(&token));
    (closes && is_outside && is_near && is_alone).then(|| heads.binary_search(&verb).ok()).flatten()
}
