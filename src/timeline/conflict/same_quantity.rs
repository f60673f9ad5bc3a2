//! Weighs whether figures of two articles are of one thing, by weights that were learnt from figures that agree.
//!
//! "Some 3.8 lakh people spent the night in shelters" and "531,000 people had been taken to shelters" share a word and
//! no frame; what speaks for one thing is that no other figure of either article is as like. Where articles agree on a
//! number that few texts would hold by chance, they tell of one thing: such pairs are what the weights were learnt from
//! (`examples/train_same_quantity.rs`), with pairs that differ as the others.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

use super::count_account::CountAccount;
use super::informative_words::InformativeWords;
use super::same_quantity_table::{LEAST_SCORE, WEIGHTS};
use crate::timeline::history::quantity::QuantitySort;

/// How many features a pair has.
pub const N_FEATURES: usize = WEIGHTS.len();
/// What speaks for one thing and against it, in the order of `name`.
pub type PairFeatures = [f32; N_FEATURES];

/// Figures of one article with which a figure of another is compared: bounds the cost of an article full of figures.
const RIVALS: usize = 24;
/// A figure that so many others are more like than this one is not one of its best partners.
const FURTHEST_RANK: usize = 3;

/// Returns what a feature says.
pub fn name(feature: usize) -> &'static str {
    const NAMES: [&str; N_FEATURES] = [
        "bias",
        "one name for what is counted",
        "likeness of the sentences",
        "a word that follows both figures",
        "how rare the rarest common word is",
        "better partners of the one, at least",
        "better partners of the one, at most",
        "lead over the next partner",
        "people or things",
    ];
    NAMES[feature]
}

/// Two figures of two articles and what speaks for one thing. For learning.
#[derive(Debug)]
pub struct QuantityPair {
    /// What speaks for one thing.
    pub features: PairFeatures,
    /// The sentence of each.
    pub sentences: [String; 2],
    /// Each as it is written.
    pub words: [String; 2],
    /// The numbers.
    pub values: [f64; 2],
    /// Both may be one number.
    pub agree: bool,
}

/// Figures of one article that are compared in one unit.
type Key = (usize, u32, bool);

/// The figures of a story, for comparing two of them.
pub(super) struct QuantityPairs<'p, 'a> {
    counts: &'p [CountAccount<'a>],
    /// The words of the story that say what a sentence is about.
    pub telling: &'p InformativeWords,
    of_article: FxHashMap<Key, Vec<usize>>,
    profiles: Vec<FigureProfile>,
}

/// What comparing a figure with many others asks for each time.
struct FigureProfile {
    /// The words right beside the figure, sorted.
    surroundings: Vec<u32>,
    /// The squared lengths of its sentence and of its surroundings, as vectors of rarities.
    lengths: [f32; 2],
}

/// Most figures that are paired for holding one rare word: a sentence full of figures has one for each.
const MOST_HOLDING: usize = 48;

impl<'p, 'a> QuantityPairs<'p, 'a> {
    /// Indexes the figures of a story.
    pub(super) fn of(counts: &'p [CountAccount<'a>], telling: &'p InformativeWords) -> Self {
        let mut of_article: FxHashMap<Key, Vec<usize>> = FxHashMap::default();
        for count in counts {
            let list = of_article.entry(key(count)).or_default();
            if list.len() < RIVALS {
                list.push(count.index);
            }
        }
        let squared = |words: &[u32]| words.iter().map(|word| telling.rarity(*word).powi(2)).sum();
        let profile = |count: &CountAccount<'_>| {
            let mut surroundings: Vec<u32> = count.figure.surroundings().collect();
            surroundings.sort_unstable();
            surroundings.dedup();
            FigureProfile { lengths: [squared(count.words), squared(&surroundings)], surroundings }
        };
        Self { counts, telling, of_article, profiles: counts.par_iter().map(profile).collect() }
    }

    /// Returns the pairs of figures of two articles, by place, that have a unit and a rare word in common; of the figures that
    /// hold a word only the first `MOST_HOLDING` are paired.
    pub(super) fn candidates(&self) -> Vec<(usize, usize)> {
        let mut holding: FxHashMap<u32, Vec<usize>> = FxHashMap::default();
        let mut candidates = Vec::new();
        let mut partners = Vec::new();
        for count in self.counts {
            for &word in count.words.iter().filter(|word| self.telling.is_rare(**word)) {
                let others = holding.entry(word).or_default();
                partners.extend(others.iter().filter(|&&other| are_comparable(&self.counts[other], count)));
                if others.len() < MOST_HOLDING {
                    others.push(count.index);
                }
            }
            partners.sort_unstable();
            partners.dedup();
            candidates.extend(partners.drain(..).map(|other| (other, count.index)));
        }
        candidates
    }

    /// Returns how much speaks for two figures of two articles being of one thing, whatever their values; `None` where too
    /// little does.
    pub(super) fn score(&self, a: &CountAccount<'_>, b: &CountAccount<'_>) -> Option<f32> {
        let score = self.features(a, b).iter().zip(WEIGHTS).map(|(value, weight)| value * weight).sum::<f32>();
        Some(score).filter(|score| LEAST_SCORE < *score)
    }

    /// Returns every pair of figures of two articles that could be of one thing. For learning.
    pub(super) fn all(&self) -> Vec<QuantityPair> {
        let pair = |a: &CountAccount<'_>, b: &CountAccount<'_>| QuantityPair {
            features: self.features(a, b),
            sentences: [a, b].map(|count| count.account.text.to_owned()),
            words: [a, b].map(|count| count.account.value.to_owned()),
            values: [a, b].map(|count| count.figure.value),
            agree: a.figure.agrees_with(b.figure),
        };
        let later = |a: &CountAccount<'a>| self.counts[a.index + 1..].iter();
        let pairs = self
            .counts
            .iter()
            .flat_map(|a| later(a).filter(|b| are_comparable(a, b)).map(|b| pair(a, b)).collect::<Vec<_>>());
        pairs.collect()
    }

    /// Returns the features of two figures of one unit.
    pub(super) fn features(&self, a: &CountAccount<'_>, b: &CountAccount<'_>) -> PairFeatures {
        let (x, y) = (a.figure, b.figure);
        let alike = self.likeness(a, b);
        let (ranks, leads): (Vec<usize>, Vec<f32>) =
            [(a, b), (b, a)].map(|(own, other)| self.rank(own, other, alike)).into_iter().unzip();
        let common = a.words.iter().filter(|word| b.words.binary_search(word).is_ok());
        let rarest = common.map(|word| self.telling.rarity(*word)).fold(0.0, f32::max);
        let is = |holds: bool| f32::from(u8::from(holds));
        [
            1.0,
            is(x.name == y.name),
            self.sentence_likeness(a, b),
            is(x.near.iter().any(|word| y.near.contains(word))),
            rarest,
            ranks[0].min(ranks[1]) as f32,
            ranks[0].max(ranks[1]) as f32,
            leads[0].min(leads[1]),
            is(matches!(x.sort, QuantitySort::Counted | QuantitySort::Harmed)),
        ]
    }

    /// Returns how many figures of the other's article are more like `own` than `other` is, and by how much `other` leads
    /// the one that is most like it; figures of the same value are no rivals.
    fn rank(&self, own: &CountAccount<'_>, other: &CountAccount<'_>, alike: f32) -> (usize, f32) {
        let rivals =
            self.of_article.get(&key(other)).map_or(&[][..], Vec::as_slice).iter().map(|&rival| &self.counts[rival]);
        let mut better: Vec<u64> = Vec::new();
        let mut most = 0.0_f32;
        for rival in rivals.filter(|rival| rival.account.mark != other.account.mark) {
            let likeness = self.likeness(own, rival);
            most = most.max(likeness);
            if alike < likeness && !better.contains(&rival.account.mark.0) {
                better.push(rival.account.mark.0);
            }
        }
        (better.len().min(FURTHEST_RANK), alike - most)
    }

    /// Returns how like two figures are by their sentences and by the words right beside them, from 0 to 2.
    fn likeness(&self, a: &CountAccount<'_>, b: &CountAccount<'_>) -> f32 {
        let (x, y) = (&self.profiles[a.index], &self.profiles[b.index]);
        let beside = self.cosine((&x.surroundings, x.lengths[1]), (&y.surroundings, y.lengths[1]));
        self.sentence_likeness(a, b) + beside
    }

    fn sentence_likeness(&self, a: &CountAccount<'_>, b: &CountAccount<'_>) -> f32 {
        let length = |count: &CountAccount<'_>| self.profiles[count.index].lengths[0];
        self.cosine((a.words, length(a)), (b.words, length(b)))
    }

    /// Returns the cosine of two lists of sorted words, each weighed by how rare it is in the story.
    fn cosine(&self, (a, length_a): (&[u32], f32), (b, length_b): (&[u32], f32)) -> f32 {
        let common = a.iter().filter(|word| b.binary_search(word).is_ok());
        let common: f32 = common.map(|word| self.telling.rarity(*word).powi(2)).sum();
        if common == 0.0 { 0.0 } else { common / (length_a * length_b).sqrt() }
    }
}

/// Returns whether two figures stand in two articles and have one unit.
fn are_comparable(a: &CountAccount<'_>, b: &CountAccount<'_>) -> bool {
    let ((article, unit, harmed), (other_article, other_unit, other_harmed)) = (key(a), key(b));
    article != other_article && unit == other_unit && harmed == other_harmed
}

fn key(count: &CountAccount<'_>) -> Key {
    (count.account.article, count.figure.unit, count.figure.sort == QuantitySort::Harmed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_weight_has_a_feature_of_its_own() {
        let names: std::collections::BTreeSet<_> = (0..N_FEATURES).map(name).collect();
        assert_eq!(names.len(), N_FEATURES);
    }
}
