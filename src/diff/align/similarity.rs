//! Measures the similarity of two sentences, and proposes pairs.
//!
//! Similarity is the share of words in common. Rare words count more, "the" next
//! to nothing, and numbers less, since numbers are what updates change. Partners
//! are looked up by rare words and by place, a bounded number for each sentence.

use std::hash::Hasher;

use rustc_hash::{FxHashMap, FxHasher};

use super::pairing::Link;
use super::same::Same;
use super::sentence_words::SentenceWords;
use crate::diff::words::interner::TokenClass;

/// A sentence as a bag of words: its different word ids, sorted, with their weights.
#[derive(Clone, Debug, Default)]
pub(super) struct Bag {
    /// Word id, how often it occurs, weight of one occurrence.
    pub words: Vec<(u32, u16, f32)>,
    /// Weight of all occurrences.
    pub total: f32,
    /// How many occurrences are words and no punctuation marks.
    pub n_words: usize,
    /// Pairs of neighbouring words, each packed into one number; sorted.
    neighbours: Vec<u64>,
    /// Hash of the first words, as many as make an opening.
    opening: Option<u64>,
}

/// All sentences of two texts as bags of words.
pub(super) struct Bags {
    /// Sentences of the old text.
    pub a: Vec<Bag>,
    /// Sentences of the new text.
    pub b: Vec<Bag>,
}

/// A word in more sentences than this is not used to look partners up.
const MAX_POSTINGS: usize = 40;
/// Most partners, found by shared words, that are compared with one sentence.
const MAX_CANDIDATES: usize = 8;
/// Sentences at most this many away from the expected place are compared, whatever words they share.
pub(super) const MAX_DISPLACEMENT: usize = 3;
/// What similar neighbours, before and after, add to the score of a pair.
const NEIGHBOURS: f32 = 0.1;
/// What the same opening adds to the score of a pair: ends of sentences are rewritten more often than beginnings.
const OPENING: f32 = 0.1;
/// Weight of the words that make an opening: about three rare ones, with the common ones between.
const OPENING_WEIGHT: f32 = 3.0;
/// Least score of a pair in its place (measured: docs/EVALUATION.md).
const LEAST_IN_PLACE: f32 = 0.34;
/// A pair is dropped when either sentence has another pair that is more similar by more than this.
const MAX_BEHIND_BEST: f32 = 0.4;

/// Least similarity of a proposed pair; below it, two sentences share common words only.
const LEAST_SIMILARITY: f32 = 0.1;
/// Least weight of a pair of equal sentences, so that a line of marks alone still counts for the chain.
const LEAST_WEIGHT_OF_EQUAL: f32 = 0.1;

impl Bags {
    /// Weighs the words of both texts and makes a bag of each sentence.
    pub(super) fn new(a: &SentenceWords<'_>, b: &SentenceWords<'_>, classes: &[TokenClass]) -> Self {
        let weights = weigh_words(a, b, classes);
        let read =
            |text: &SentenceWords<'_>| (0..text.len()).map(|at| Bag::new(text.get(at), classes, &weights)).collect();
        Self { a: read(a), b: read(b) }
    }

    /// Returns candidate pairs: equal sentences, and for the others the few most similar ones.
    pub(super) fn candidates(&self, same: &Same) -> Vec<Link> {
        let mut links = Vec::new();
        for (a, partner) in same.of_a.iter().enumerate() {
            if let Some(b) = *partner {
                links.push(Link {
                    a,
                    b,
                    similarity: 1.0,
                    shared: 1.0,
                    weight: self.a[a].total.max(LEAST_WEIGHT_OF_EQUAL),
                    second_best: 0.0,
                });
            }
        }
        let mut proposed = self.propose(same);
        self.note_second_best(&mut proposed);
        self.weigh(&mut proposed, &links);
        let (mut best_a, mut best_b) = (vec![0.0_f32; self.a.len()], vec![0.0_f32; self.b.len()]);
        for link in &proposed {
            best_a[link.a] = best_a[link.a].max(link.similarity);
            best_b[link.b] = best_b[link.b].max(link.similarity);
        }
        links.extend(
            proposed.into_iter().filter(|link| link.similarity + MAX_BEHIND_BEST >= best_a[link.a].max(best_b[link.b])),
        );
        links
    }

    /// Notes in each pair the similarity of the best other pair that either sentence has.
    fn note_second_best(&self, proposed: &mut [Link]) {
        let (mut of_a, mut of_b) = (vec![[0.0_f32; 2]; self.a.len()], vec![[0.0_f32; 2]; self.b.len()]);
        for link in proposed.iter() {
            for [first, second] in [&mut of_a[link.a], &mut of_b[link.b]] {
                (*first, *second) = (first.max(link.similarity), second.max(first.min(link.similarity)));
            }
        }
        for link in proposed {
            let other = |[first, second]: [f32; 2]| if first <= link.similarity { second } else { first };
            link.second_best = other(of_a[link.a]).max(other(of_b[link.b]));
        }
    }

    /// Weighs pairs by similarity, opening, length, and the similarity of their neighbours.
    fn weigh(&self, proposed: &mut Vec<Link>, equal: &[Link]) {
        let key = |link: &Link| (link.a as u32, link.b as u32);
        let known: FxHashMap<(u32, u32), f32> =
            equal.iter().chain(proposed.iter()).map(|link| (key(link), link.similarity)).collect();
        let similarity = |a: usize, b: usize| known.get(&(a as u32, b as u32)).copied().unwrap_or(0.0);
        for link in proposed.iter_mut() {
            let before = match (link.a, link.b) {
                (0, 0) => 1.0,
                (0, _) | (_, 0) => 0.0,
                (a, b) => similarity(a - 1, b - 1),
            };
            let both_last = link.a + 1 == self.a.len() && link.b + 1 == self.b.len();
            let after = if both_last { 1.0 } else { similarity(link.a + 1, link.b + 1) };
            let (a, b) = (&self.a[link.a], &self.b[link.b]);
            let opening = if a.opening.is_some() && a.opening == b.opening { OPENING } else { 0.0 };
            let score = link.similarity + opening + NEIGHBOURS * (before + after) / 2.0;
            link.weight = (score - LEAST_IN_PLACE) * a.total.min(b.total);
        }
        proposed.retain(|link| link.weight > 0.0);
    }

    fn propose(&self, same: &Same) -> Vec<Link> {
        let mut postings: FxHashMap<u32, Vec<u32>> = FxHashMap::default();
        for (b, bag) in self.b.iter().enumerate().filter(|(b, _)| same.of_b[*b].is_none()) {
            for &(word, ..) in bag.words.iter().filter(|(.., weight)| *weight > COMMON_WEIGHT) {
                postings.entry(word).or_default().push(b as u32);
            }
        }
        let mut links = Vec::new();
        let mut shared = vec![0.0_f32; self.b.len()];
        let mut touched: Vec<u32> = Vec::new();
        let mut expected = 0;
        for (a, bag) in self.a.iter().enumerate() {
            if let Some(b) = same.of_a[a] {
                expected = b + 1;
                continue;
            }
            for &(word, _, weight) in &bag.words {
                let list = postings.get(&word).map_or(&[][..], Vec::as_slice);
                for &b in list.iter().take(if list.len() > MAX_POSTINGS { 0 } else { MAX_POSTINGS }) {
                    if shared[b as usize] == 0.0 {
                        touched.push(b);
                    }
                    shared[b as usize] += weight;
                }
            }
            let near = (expected.saturating_sub(MAX_DISPLACEMENT)..(expected + MAX_DISPLACEMENT + 1).min(self.b.len()))
                .filter(|&b| same.of_b[b].is_none() && shared[b] == 0.0);
            let mut partners: Vec<u32> = near.map(|b| b as u32).collect();
            touched.sort_unstable_by(|&x, &y| {
                shared[y as usize]
                    .total_cmp(&shared[x as usize])
                    .then_with(|| (x as usize).abs_diff(expected).cmp(&(y as usize).abs_diff(expected)).then(x.cmp(&y)))
            });
            partners.extend(touched.iter().take(MAX_CANDIDATES));
            links.extend(partners.iter().filter_map(|&b| self.link(a, b as usize)));
            touched.iter().for_each(|&b| shared[b as usize] = 0.0);
            touched.clear();
            expected += 1;
        }
        links
    }

    fn link(&self, a: usize, b: usize) -> Option<Link> {
        let (similarity, shared) = similarity(&self.a[a], &self.b[b]);
        (similarity > LEAST_SIMILARITY).then_some(Link { a, b, similarity, shared, weight: 0.0, second_best: 0.0 })
    }
}

/// Words up to this weight are too common to look partners up by them.
const COMMON_WEIGHT: f32 = 0.35;

/// Weight of a punctuation mark, where a word of one sentence only weighs 1.
const MARK_WEIGHT: f32 = 0.02;
/// Weight of a function word before its frequency counts: it says little about the subject.
const FUNCTION_WEIGHT: f32 = 0.2;
/// Weight of a number before its frequency counts: numbers are what updates change.
const NUMBER_WEIGHT: f32 = 0.6;
/// Share of its weight that a word loses when every sentence has it; the loss grows with the logarithm of the frequency.
const MAX_LOSS: f32 = 0.6;
/// Least logarithm of the number of sentences that frequency is divided by: about that of two sentences.
const LEAST_LOG: f32 = 0.7;

/// Returns the weight of every word, by its id: by class, and less the more sentences have it.
fn weigh_words(a: &SentenceWords<'_>, b: &SentenceWords<'_>, classes: &[TokenClass]) -> Vec<f32> {
    let mut n_sentences = vec![0_u32; classes.len()];
    let mut last_seen = vec![0_u32; classes.len()];
    let mut stamp = 0;
    for text in [a, b] {
        for sentence in 0..text.len() {
            stamp += 1;
            for &word in text.get(sentence) {
                if last_seen[word as usize] != stamp {
                    last_seen[word as usize] = stamp;
                    n_sentences[word as usize] += 1;
                }
            }
        }
    }
    let all = f32::ln(1.0 + (a.len() + b.len()) as f32);
    let weigh = |(&class, &n): (&TokenClass, &u32)| {
        let rarity = 1.0 - MAX_LOSS * f32::ln(n.max(1) as f32) / all.max(LEAST_LOG);
        match class {
            TokenClass::Mark => MARK_WEIGHT,
            TokenClass::Function => FUNCTION_WEIGHT * rarity,
            TokenClass::Number => NUMBER_WEIGHT * rarity,
            TokenClass::Content => rarity,
        }
    };
    classes.iter().zip(&n_sentences).map(weigh).collect()
}

impl Bag {
    fn new(sentence: &[u32], classes: &[TokenClass], weights: &[f32]) -> Self {
        let plain: Vec<u32> =
            sentence.iter().copied().filter(|&word| classes[word as usize] != TokenClass::Mark).collect();
        let mut neighbours: Vec<u64> =
            plain.windows(2).map(|two| (u64::from(two[0]) << 32) | u64::from(two[1])).collect();
        neighbours.sort_unstable();
        let mut sorted = sentence.to_vec();
        sorted.sort_unstable();
        let opening = opening(&plain, weights);
        let mut bag = Self { neighbours, opening, words: Vec::with_capacity(sorted.len()), ..Self::default() };
        for word in sorted {
            let weight = weights[word as usize];
            bag.total += weight;
            bag.n_words += usize::from(classes[word as usize] != TokenClass::Mark);
            match bag.words.last_mut() {
                Some((last, n, _)) if *last == word => *n = n.saturating_add(1),
                _ => bag.words.push((word, 1, weight)),
            }
        }
        bag
    }

    /// Returns whether the sentence has a word.
    pub(super) fn has(&self, word: u32) -> bool {
        self.words.binary_search_by_key(&word, |entry| entry.0).is_ok()
    }

    /// Returns the weight of the words that both have.
    pub(super) fn in_common(&self, other: &Self) -> f32 {
        let (mut x, mut y) = (0, 0);
        let mut common = 0.0;
        while let (Some(a), Some(b)) = (self.words.get(x), other.words.get(y)) {
            match a.0.cmp(&b.0) {
                std::cmp::Ordering::Less => x += 1,
                std::cmp::Ordering::Greater => y += 1,
                std::cmp::Ordering::Equal => {
                    common += a.2 * f32::from(a.1.min(b.1));
                    x += 1;
                    y += 1;
                }
            }
        }
        common
    }

    /// Returns the share of neighbouring words that both have, 0 to 1.
    fn neighbours_in_common(&self, other: &Self) -> f32 {
        let (mut x, mut y, mut common) = (0, 0, 0);
        while let (Some(a), Some(b)) = (self.neighbours.get(x), other.neighbours.get(y)) {
            match a.cmp(b) {
                std::cmp::Ordering::Less => x += 1,
                std::cmp::Ordering::Greater => y += 1,
                std::cmp::Ordering::Equal => {
                    common += 2;
                    x += 1;
                    y += 1;
                }
            }
        }
        common as f32 / (self.neighbours.len() + other.neighbours.len()).max(1) as f32
    }
}

/// Returns the hash of the first words, as many as make an opening; `None` where the sentence is too short for one.
fn opening(words: &[u32], weights: &[f32]) -> Option<u64> {
    let mut hasher = FxHasher::default();
    let mut weight = 0.0;
    for &word in words {
        hasher.write_u32(word);
        weight += weights[word as usize];
        if OPENING_WEIGHT <= weight {
            return Some(hasher.finish());
        }
    }
    None
}

/// Returns the similarity of two sentences, and the share of words they have in common in any order; both 0 to 1.
fn similarity(a: &Bag, b: &Bag) -> (f32, f32) {
    let total = a.total + b.total;
    if total <= 0.0 {
        return (0.0, 0.0);
    }
    let common = a.in_common(b);
    let shared = 2.0 * common / total;
    let in_order = (1.0 - ORDER) * shared + ORDER * a.neighbours_in_common(b);
    // A short sentence that stands wholly inside a long one is similar to it, a little.
    let shorter = a.total.min(b.total).max(f32::MIN_POSITIVE);
    let inside = INSIDE * common / shorter * (shorter / FULL_LENGTH).min(1.0);
    (in_order.max(inside), shared)
}

/// Share of the similarity that neighbouring words in common make up; words in any order make up the rest.
const ORDER: f32 = 0.2;
/// Similarity of a sentence to a longer one that holds all of its words.
const INSIDE: f32 = 0.3;
/// Weight of a sentence for which that holds in full; a lighter one may stand inside another by chance.
const FULL_LENGTH: f32 = 4.0;
