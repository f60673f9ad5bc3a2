//! Follows sentences through the versions of an article: which version brought them, and which came back.
//!
//! Version 1: `The dam broke.`  2: `The dam broke at noon.`  3: `The dam broke.`
//! The sentence of version 3 was brought by version 3, and is a return to 1.

use rustc_hash::FxHashMap;

use crate::model::{Comparison, Side};

/// A sentence that an earlier version had, and the one just before had not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Return {
    /// Index of the version that has it again.
    pub version: usize,
    /// Index of the sentence in that version.
    pub sentence: usize,
    /// Index of the latest earlier version that had it.
    pub since: usize,
}

/// Returns for each sentence of the last version the index of the version that brought its present words.
///
/// `comparisons[n]` compares `sides[n]` with `sides[n + 1]`. A sentence that
/// only moved keeps its origin; one whose words changed has a new one.
pub fn blame(sides: &[&Side<'_>], comparisons: &[Comparison]) -> Vec<usize> {
    let Some(first) = sides.first() else { return Vec::new() };
    let mut origins = vec![0; first.text.document.sentences.len()];
    for (at, comparison) in comparisons.iter().enumerate().take(sides.len() - 1) {
        let (old, new) = (sides[at], sides[at + 1]);
        let mut next = vec![at + 1; new.text.document.sentences.len()];
        for &(a, b) in &comparison.pairs {
            if sentence(old, a) == sentence(new, b) {
                next[b] = origins[a];
            }
        }
        origins = next;
    }
    origins
}

/// Returns the sentences that came back word for word after a version without them.
pub fn returns(sides: &[&Side<'_>], comparisons: &[Comparison]) -> Vec<Return> {
    let mut last_seen: FxHashMap<&str, usize> = FxHashMap::default();
    let mut found = Vec::new();
    for (version, side) in sides.iter().enumerate() {
        let n_sentences = side.text.document.sentences.len();
        for at in 0..n_sentences {
            let words = sentence(side, at);
            let paired = version.checked_sub(1).and_then(|before| comparisons.get(before)).is_some_and(|comparison| {
                comparison.pairs.iter().any(|&(a, b)| b == at && sentence(sides[version - 1], a) == words)
            });
            match last_seen.get(words) {
                Some(&since) if !paired && since + 1 < version => found.push(Return { version, sentence: at, since }),
                _ => {}
            }
        }
        (0..n_sentences).for_each(|at| {
            last_seen.insert(sentence(side, at), version);
        });
    }
    found
}

fn sentence<'s>(side: &'s Side<'_>, at: usize) -> &'s str {
    side.text.document.sentences.get(at).map_or("", |sentence| sentence.span.of(side.text.document.text))
}
