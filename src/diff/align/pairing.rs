//! Defines what pairing produces: candidate pairs, the partners so far, and the finished alignment.

use std::ops::Range;

/// A pair of sentences that may correspond.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Link {
    pub a: usize,
    pub b: usize,
    /// 0 to 1.
    pub likeness: f32,
    /// The share of words in common, in whatever order.
    pub shared: f32,
    /// What the pair adds to a chain.
    pub weight: f32,
    /// How like the likeliest other partner of either sentence is.
    pub rival: f32,
}

/// Who is paired with whom so far.
#[derive(Clone, Debug)]
pub struct Partners {
    pub of_a: Vec<Vec<u32>>,
    pub of_b: Vec<Vec<u32>>,
}

impl Partners {
    pub fn new(a: usize, b: usize) -> Self {
        Self { of_a: vec![Vec::new(); a], of_b: vec![Vec::new(); b] }
    }

    pub fn join(&mut self, a: usize, b: usize) {
        self.of_a[a].push(b as u32);
        self.of_b[b].push(a as u32);
    }

    pub fn pairs(&self) -> Vec<(usize, usize)> {
        let mut pairs: Vec<_> =
            self.of_a.iter().enumerate().flat_map(|(a, list)| list.iter().map(move |&b| (a, b as usize))).collect();
        pairs.sort_unstable();
        pairs
    }
}

/// Which sentences correspond.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Alignment {
    /// Sentence of the old text, sentence of the new one; in order.
    pub pairs: Vec<(usize, usize)>,
    /// Passages that stand elsewhere now.
    pub moved: Vec<MovedPassage>,
}

/// A run of sentences on both sides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MovedPassage {
    pub a: Range<usize>,
    pub b: Range<usize>,
}
