//! Reads what the lexicon of news English says of the words for an event.
//!
//! "Made landfall" and "came ashore" stand in one set of words that may stand for each other, so that two mentions with
//! them can be one event; "convicted" and "acquitted" are opposites, so that two mentions with them cannot both be true.

use rustc_hash::FxHashMap;

use crate::diff::lexicon::phrases::{Sense, SetKind, phrases_in};
use crate::model::{Document, Upos};

/// The senses of the words of some sentences, by token.
#[derive(Default)]
pub(super) struct Predicates(FxHashMap<usize, Vec<Sense>>);

impl Predicates {
    /// Looks up the phrases of sentences.
    pub(super) fn of(document: &Document<'_>, sentences: impl IntoIterator<Item = usize>) -> Self {
        let mut of_token: FxHashMap<usize, Vec<Sense>> = FxHashMap::default();
        for sentence in sentences.into_iter().filter_map(|at| document.sentences.get(at)) {
            for phrase in phrases_in(document, sentence.tokens.clone()) {
                let senses = phrase.senses.iter().copied().filter(|sense| tells(sense.kind));
                let senses: Vec<Sense> = senses.collect();
                let words = phrase.tokens.iter().copied().filter(|&token| {
                    matches!(document.tokens[token].upos, Upos::Verb | Upos::Noun | Upos::Propn | Upos::Adj)
                });
                words.for_each(|token| of_token.entry(token).or_default().extend(&senses));
            }
        }
        Self(of_token)
    }

    /// Returns what the lexicon says of the phrases that a token stands in.
    pub(super) fn senses(&self, token: usize) -> &[Sense] {
        self.0.get(&token).map_or(&[], Vec::as_slice)
    }
}

/// Returns whether a set says of two events whether they are one, or exclude each other.
const fn tells(kind: SetKind) -> bool {
    matches!(kind, SetKind::Same | SetKind::Style | SetKind::Opposite)
}
