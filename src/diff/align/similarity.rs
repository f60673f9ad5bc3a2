//! Measures how alike two sentences are, and proposes partners.
//!
//! Likeness is the share of words in common, rare words counting more, "the"
//! next to nothing and numbers little, since a number is what updates change.
//! Partners are looked up by rare words and by place, a bounded number each.

use std::collections::HashMap;
use std::hash::Hasher;

use super::pairing::Link;
use super::same::Same;
use super::sentence_words::SentenceWords;
use crate::diff::words::interner::{Quick, QuickHasher, TokenClass};

/// A sentence as its different words, sorted, with their weights.
#[derive(Clone, Debug, Default)]
pub struct Bag {
    /// Number of the word, how often it stands, weight of one.
    pub words: Vec<(u32, u16, f32)>,
    /// Weight of all.
    pub total: f32,
    /// Words that are no marks.
    pub n_words: usize,
    /// Neighbouring words as one number, sorted.
    neighbours: Vec<u64>,
    /// The first words, as many as make an opening, as one number.
    opening: Option<u64>,
}

/// All sentences of two texts, ready to be compared.
pub struct Bags {
    pub a: Vec<Bag>,
    pub b: Vec<Bag>,
}

/// A word in more sentences than this is no clue to a partner.
const MAX_POSTINGS: usize = 40;
/// How many partners are looked at for one sentence.
const MAX_CANDIDATES: usize = 8;
/// Sentences this near to the expected place are looked at, whatever they share.
pub const NEAR: usize = 3;
/// What it counts that the sentences before and after answer to each other as well.
const NEIGHBOURS: f32 = 0.1;
/// What it counts that both sentences open alike: people rewrite the ends of sentences more than their beginnings.
const OPENING: f32 = 0.1;
/// The weight of so many words that they are an opening: about three that are rare, with the small ones between.
const OPENING_WEIGHT: f32 = 3.0;
/// The least likeness of a pair in its place (measured: docs/EVALUATION.md).
const LEAST_IN_PLACE: f32 = 0.34;
/// A pair that is this much less like than another of its two sentences is no candidate in place.
const OUTDONE: f32 = 0.4;

impl Bags {
    pub fn new(a: &SentenceWords<'_>, b: &SentenceWords<'_>, classes: &[TokenClass]) -> Self {
        let weights = weigh_words(a, b, classes);
        let read =
            |rows: &SentenceWords<'_>| (0..rows.len()).map(|row| Bag::new(rows.get(row), classes, &weights)).collect();
        Self { a: read(a), b: read(b) }
    }

    /// Proposes pairs: equal sentences, and for the others the likeliest few.
    pub fn candidates(&self, same: &Same) -> Vec<Link> {
        let mut links = Vec::new();
        for (a, partner) in same.of_a.iter().enumerate() {
            if let Some(b) = *partner {
                links.push(Link { a, b, likeness: 1.0, shared: 1.0, weight: self.a[a].total.max(0.1), rival: 0.0 });
            }
        }
        let mut proposed = self.propose(same);
        self.find_rivals(&mut proposed);
        self.weigh(&mut proposed, &links);
        let (mut best_a, mut best_b) = (vec![0.0_f32; self.a.len()], vec![0.0_f32; self.b.len()]);
        for link in &proposed {
            best_a[link.a] = best_a[link.a].max(link.likeness);
            best_b[link.b] = best_b[link.b].max(link.likeness);
        }
        links.extend(proposed.into_iter().filter(|link| link.likeness + OUTDONE >= best_a[link.a].max(best_b[link.b])));
        links
    }

    /// Notes of each pair how like the likeliest other partner of either sentence is.
    fn find_rivals(&self, proposed: &mut [Link]) {
        let (mut of_a, mut of_b) = (vec![[0.0_f32; 2]; self.a.len()], vec![[0.0_f32; 2]; self.b.len()]);
        for link in proposed.iter() {
            for [first, second] in [&mut of_a[link.a], &mut of_b[link.b]] {
                (*first, *second) = (first.max(link.likeness), second.max(first.min(link.likeness)));
            }
        }
        for link in proposed {
            let other = |[first, second]: [f32; 2]| if first <= link.likeness { second } else { first };
            link.rival = other(of_a[link.a]).max(other(of_b[link.b]));
        }
    }

    /// Weighs pairs by likeness, opening, length, and whether their neighbours answer to each other too.
    fn weigh(&self, proposed: &mut Vec<Link>, equal: &[Link]) {
        let key = |link: &Link| (link.a as u32, link.b as u32);
        let known: HashMap<(u32, u32), f32, Quick> =
            equal.iter().chain(proposed.iter()).map(|link| (key(link), link.likeness)).collect();
        let likeness = |a: usize, b: usize| known.get(&(a as u32, b as u32)).copied().unwrap_or(0.0);
        for link in proposed.iter_mut() {
            let before = match (link.a, link.b) {
                (0, 0) => 1.0,
                (0, _) | (_, 0) => 0.0,
                (a, b) => likeness(a - 1, b - 1),
            };
            let both_last = link.a + 1 == self.a.len() && link.b + 1 == self.b.len();
            let after = if both_last { 1.0 } else { likeness(link.a + 1, link.b + 1) };
            let (a, b) = (&self.a[link.a], &self.b[link.b]);
            let opening = if a.opening.is_some() && a.opening == b.opening { OPENING } else { 0.0 };
            let score = link.likeness + opening + NEIGHBOURS * (before + after) / 2.0;
            link.weight = (score - LEAST_IN_PLACE) * a.total.min(b.total);
        }
        proposed.retain(|link| link.weight > 0.0);
    }

    fn propose(&self, same: &Same) -> Vec<Link> {
        let mut postings: HashMap<u32, Vec<u32>, Quick> = HashMap::default();
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
            let near = (expected.saturating_sub(NEAR)..(expected + NEAR + 1).min(self.b.len()))
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
        let (likeness, shared) = likeness(&self.a[a], &self.b[b]);
        (likeness > 0.1).then_some(Link { a, b, likeness, shared, weight: 0.0, rival: 0.0 })
    }
}

/// Words up to this weight are too common to look partners up by.
const COMMON_WEIGHT: f32 = 0.35;

/// Returns the weight of every word: by sort, and less the more sentences have it.
fn weigh_words(a: &SentenceWords<'_>, b: &SentenceWords<'_>, classes: &[TokenClass]) -> Vec<f32> {
    let mut n_sentences = vec![0_u32; classes.len()];
    let mut last_seen = vec![0_u32; classes.len()];
    let mut stamp = 0;
    for rows in [a, b] {
        for row in 0..rows.len() {
            stamp += 1;
            for &word in rows.get(row) {
                if last_seen[word as usize] != stamp {
                    last_seen[word as usize] = stamp;
                    n_sentences[word as usize] += 1;
                }
            }
        }
    }
    let all = f32::ln(1.0 + (a.len() + b.len()) as f32);
    let weigh = |(&sort, &n): (&TokenClass, &u32)| {
        let rarity = 1.0 - 0.6 * f32::ln(n.max(1) as f32) / all.max(0.7);
        match sort {
            TokenClass::Mark => 0.02,
            TokenClass::Function => 0.2 * rarity,
            TokenClass::Number => 0.6 * rarity,
            TokenClass::Content => rarity,
        }
    };
    classes.iter().zip(&n_sentences).map(weigh).collect()
}

impl Bag {
    fn new(row: &[u32], classes: &[TokenClass], weights: &[f32]) -> Self {
        let plain: Vec<u32> = row.iter().copied().filter(|&word| classes[word as usize] != TokenClass::Mark).collect();
        let mut neighbours: Vec<u64> =
            plain.windows(2).map(|two| (u64::from(two[0]) << 32) | u64::from(two[1])).collect();
        neighbours.sort_unstable();
        let mut sorted = row.to_vec();
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

    pub fn has(&self, word: u32) -> bool {
        self.words.binary_search_by_key(&word, |entry| entry.0).is_ok()
    }

    /// Returns the weight of the words that both have.
    pub fn in_common(&self, other: &Self) -> f32 {
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

/// Returns the first words as one number, as many as make an opening; nothing where all together do not.
fn opening(words: &[u32], weights: &[f32]) -> Option<u64> {
    let mut hasher = QuickHasher::default();
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

/// Returns how alike two sentences are, and the share of words they have in common; 0 to 1.
fn likeness(a: &Bag, b: &Bag) -> (f32, f32) {
    let total = a.total + b.total;
    if total <= 0.0 {
        return (0.0, 0.0);
    }
    let common = a.in_common(b);
    let shared = 2.0 * common / total;
    let in_order = (1.0 - ORDER) * shared + ORDER * a.neighbours_in_common(b);
    // A short sentence wholly inside a long one is like it, a little.
    let shorter = a.total.min(b.total).max(f32::MIN_POSITIVE);
    let inside = INSIDE * common / shorter * (shorter / FULL_LENGTH).min(1.0);
    (in_order.max(inside), shared)
}

/// What neighbouring words in common count beside words in common.
const ORDER: f32 = 0.2;
/// What a sentence that stands wholly in another one scores at the most.
const INSIDE: f32 = 0.3;
/// The weight of a sentence that is long enough to be sure of that.
const FULL_LENGTH: f32 = 4.0;
