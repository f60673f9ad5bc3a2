//! Pairs sentences left over in one gap that report the same event in other words.
//!
//! `The fire may have started in the galley, the captain said.` >
//! `The fire started on the car deck, where bikes were charged, police said.`
//! Few words are shared, but both say that the fire started: one statement
//! rewritten, not one removed and another added. Only within a gap, in order.

use std::hash::{Hash, Hasher};

use rustc_hash::FxHasher;

use super::pairing::Partners;
use super::sentence_words::SentenceWords;
use crate::claim::certainty::strength_of;
use crate::model::{Document, Rel, Upos};
use crate::text::is_empty_verb;

/// Longest gap, in sentences of one side; in a longer one, several sentences may share subject and verb.
const LONGEST_GAP: usize = 8;

/// Joins lone sentences of one gap that share subject and verb.
pub(super) fn join_same_event(partners: &mut Partners, a: &SentenceWords<'_>, b: &SentenceWords<'_>) {
    let mut at = 0;
    while at < a.len() {
        if !partners.of_a[at].is_empty() {
            at += 1;
            continue;
        }
        let end = (at..a.len()).find(|&next| !partners.of_a[next].is_empty()).unwrap_or(a.len());
        let first =
            at.checked_sub(1).and_then(|before| partners.of_a[before].iter().max()).map_or(0, |&b| b as usize + 1);
        let last = partners.of_a.get(end).and_then(|list| list.iter().min()).map_or(b.len(), |&b| b as usize);
        if end - at <= LONGEST_GAP && first < last && last - first <= LONGEST_GAP {
            pair_gap(partners, (a, at..end), (b, first..last));
        }
        at = end;
    }
}

fn pair_gap(
    partners: &mut Partners,
    (a, old): (&SentenceWords<'_>, std::ops::Range<usize>),
    (b, new): (&SentenceWords<'_>, std::ops::Range<usize>),
) {
    let mut from = new.start;
    for x in old {
        let own = events_of(a, x);
        if own.is_empty() {
            continue;
        }
        let lone = |y: &usize| partners.of_b[*y].is_empty();
        let same = |y: &usize| events_of(b, *y).iter().any(|event| own.contains(event));
        if let Some(y) = (from..new.end).filter(lone).find(same) {
            partners.join(x, y);
            from = y + 1;
        }
    }
}

/// Returns the events of a sentence, each as one hash of subject and verb.
fn events_of(sentences: &SentenceWords<'_>, sentence: usize) -> Vec<u64> {
    let Some(document) = sentences.document else { return Vec::new() };
    let tokens = document.sentences[sentence].tokens.clone();
    tokens
        .filter(|&token| document.tokens[token].rel == Rel::Nsubj)
        .filter_map(|token| event_of(document, token))
        .collect()
}

/// Returns the hash of subject and verb, unless the verb is common to many events or reports.
fn event_of(document: &Document<'_>, subject: usize) -> Option<u64> {
    let verb = document.tokens[subject].head;
    let is_thing = matches!(document.tokens[subject].upos, Upos::Noun | Upos::Propn);
    let reports = strength_of(document.norm(verb)).is_some();
    if !is_thing || document.tokens[verb].upos != Upos::Verb || reports || is_empty_verb(document.lemma(verb)) {
        return None;
    }
    let mut hasher = FxHasher::default();
    document.lemma(subject).hash(&mut hasher);
    document.lemma(verb).hash(&mut hasher);
    Some(hasher.finish())
}
