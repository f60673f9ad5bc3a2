//! Tells whether a clause speaks of what was or of what will be.
//!
//! "The board met Friday" looks back, "the board will meet Friday" ahead, and
//! that decides which Friday it is. The governing verb is looked for first
//! before the time, then behind it, within the clause.

use crate::model::{Document, Upos};

/// The direction in which a clause looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tense {
    Past,
    Present,
    Future,
    #[default]
    Unknown,
}

/// Returns the tense of the clause around byte `at` in a sentence.
pub fn around(document: &Document<'_>, sentence: usize, at: usize) -> Tense {
    let tokens = document.sentences[sentence].tokens.clone();
    let middle = tokens.start + document.tokens[tokens.clone()].partition_point(|token| token.span.end <= at);
    let before =
        (tokens.start..middle).rev().take(WINDOW).map(|token| read(document, token)).find(|t| *t != Tense::Unknown);
    let after = || (middle..tokens.end).take(WINDOW).map(|token| read(document, token)).find(|t| *t != Tense::Unknown);
    before.or_else(after).unwrap_or_default()
}

/// How many words away the verb may stand.
const WINDOW: usize = 25;

fn read(document: &Document<'_>, token: usize) -> Tense {
    let word = document.norm(token);
    if FUTURE.contains(&word) {
        return Tense::Future;
    }
    if PAST.contains(&word) {
        return Tense::Past;
    }
    let upos = document.tokens[token].upos;
    let is_verb = matches!(upos, Upos::Verb | Upos::Aux | Upos::Unset);
    if is_verb && word.ends_with("ed") && 4 < word.len() {
        return Tense::Past;
    }
    if is_verb && PRESENT.contains(&word) {
        return Tense::Present;
    }
    match upos {
        Upos::Verb if document.lemma(token) != word && !word.ends_with("ing") && !word.ends_with('s') => Tense::Past,
        _ => Tense::Unknown,
    }
}

const FUTURE: &[&str] = &["will", "'ll", "shall", "would", "scheduled", "plans", "planned", "expected", "due", "wo"];
const PRESENT: &[&str] = &["is", "are", "has", "have", "does"];
const PAST: &[&str] = &[
    "was", "were", "had", "did", "said", "told", "made", "took", "came", "went", "met", "fell", "rose", "began", "won",
    "lost", "held", "gave", "got", "became", "left", "killed", "shot", "struck", "hit", "sold", "bought", "paid",
    "ran", "led", "saw", "spoke",
];
