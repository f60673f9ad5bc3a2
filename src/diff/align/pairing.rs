//! Defines what pairing produces: candidate pairs, the partners so far, and the finished alignment.

use std::ops::Range;

/// A pair of sentences that may correspond.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Link {
    /// Index of the old sentence.
    pub a: usize,
    /// Index of the new sentence.
    pub b: usize,
    /// Similarity of the two sentences, 0 to 1.
    pub similarity: f32,
    /// The share of words in common, in whatever order.
    pub shared: f32,
    /// What the pair adds to the weight of a chain.
    pub weight: f32,
    /// Similarity of the best other pair that either sentence has, 0 to 1.
    pub second_best: f32,
}

/// The partners that each sentence has so far.
#[derive(Clone, Debug)]
pub(super) struct Partners {
    /// New sentences by old sentence.
    pub of_a: Vec<Vec<u32>>,
    /// Old sentences by new sentence.
    pub of_b: Vec<Vec<u32>>,
}

impl Partners {
    /// Returns as many sentences without partner.
    pub(super) fn new(a: usize, b: usize) -> Self {
        Self { of_a: vec![Vec::new(); a], of_b: vec![Vec::new(); b] }
    }

    /// Makes two sentences partners.
    pub(super) fn join(&mut self, a: usize, b: usize) {
        self.of_a[a].push(b as u32);
        self.of_b[b].push(a as u32);
    }

    /// Returns all pairs in order.
    pub(super) fn pairs(&self) -> Vec<(usize, usize)> {
        let mut pairs: Vec<_> =
            self.of_a.iter().enumerate().flat_map(|(a, list)| list.iter().map(move |&b| (a, b as usize))).collect();
        pairs.sort_unstable();
        pairs
    }
}

/// Which sentences correspond.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Alignment {
    /// Sentence of the old text, sentence of the new one; in order.
    pub pairs: Vec<(usize, usize)>,
    /// Passages that stand elsewhere now.
    pub moved: Vec<MovedPassage>,
}

/// A run of sentences on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct MovedPassage {
    /// Sentences of the old text.
    pub a: Range<usize>,
    /// Sentences of the new text.
    pub b: Range<usize>,
}
