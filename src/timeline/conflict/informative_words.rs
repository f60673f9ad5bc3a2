//! Finds the words of a story that show what a sentence is about: those that few of its sentences hold.
//!
//! Every sentence about a launch holds "rocket"; two that share "satellite" and "lost" are about one thing.

use rustc_hash::FxHashMap;

/// A word that at most one sentence in so many holds tells what the sentence is about.
const ONE_IN: u32 = 8;
/// A word of so few sentences tells something in the shortest of stories too.
const FEW: u32 = 6;

/// A word of more sentences leads to too many of them: bounds the cost of a story full of figures.
const RARE: u32 = 24;

/// How many sentences of a story hold each word.
#[derive(Debug, Default)]
pub(super) struct InformativeWords {
    holding: FxHashMap<u32, u32>,
    most: u32,
    sentences: u32,
}

impl InformativeWords {
    /// Counts the words of a story's sentences, by number; a word is given once a sentence.
    pub(super) fn of<W: IntoIterator<Item = u32>>(sentences: impl IntoIterator<Item = W>) -> Self {
        let (mut words, mut count) = (Self::default(), 0);
        for sentence in sentences {
            sentence.into_iter().for_each(|word| *words.holding.entry(word).or_default() += 1);
            count += 1;
        }
        words.most = FEW.max(count / ONE_IN);
        words.sentences = count;
        words
    }

    /// Returns whether a word says what its sentence is about.
    pub(super) fn tells(&self, word: u32) -> bool {
        self.holding.get(&word).is_none_or(|&holding| holding <= self.most)
    }

    /// Returns whether a word tells what its sentence is about, and leads to few other sentences.
    pub(super) fn is_rare(&self, word: u32) -> bool {
        self.tells(word) && self.holding.get(&word).is_none_or(|&holding| holding <= RARE)
    }

    /// Returns how rare a word is in the story: the logarithm of how many sentences it has for each that holds the word.
    pub(super) fn rarity(&self, word: u32) -> f32 {
        let holding = self.holding.get(&word).copied().unwrap_or_default();
        ((self.sentences + 1) as f32 / (holding as f32 + 0.5)).ln().max(0.0)
    }

    /// Returns how many telling words two sorted lists share.
    pub(super) fn shared(&self, a: &[u32], b: &[u32]) -> usize {
        a.iter().filter(|word| b.binary_search(word).is_ok() && self.tells(**word)).count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_most_sentences_tells_nothing() {
        let words = InformativeWords::of((0..40).map(|sentence| vec![1, 100 + sentence / 2]));
        assert!(!words.tells(1) && words.tells(100) && words.tells(7));
        assert_eq!(words.shared(&[1, 100, 103], &[1, 100, 105]), 1);
    }
}
