//! Measures how alike two sentences are, and proposes partners.
//!
//! Likeness is the share of words in common, rare words counting more, "the"
//! next to nothing and numbers little, since a number is what updates change.
//! Partners are looked up by rare words and by place, a bounded number each.

use std::collections::HashMap;

use super::super::fold::{Quick, Sort};
use super::same::Same;
use super::{Link, Rows};

/// A sentence as its different words, sorted, with their weights.
#[derive(Clone, Debug, Default)]
pub struct Bag {
    /// Number of the word, how often it stands, weight of one.
    pub words: Vec<(u32, u16, f32)>,
    /// Weight of all.
    pub total: f32,
    /// Words that are no marks.
    pub n_words: usize,
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
const NEAR: usize = 3;
/// The least likeness of a pair in its place (measured: docs/EVALUATION.md).
pub const LEAST_IN_PLACE: f32 = 0.22;
/// A pair that is this much less like than another of its two sentences is no candidate in place.
const OUTDONE: f32 = 0.3;

impl Bags {
    pub fn new(a: &Rows<'_>, b: &Rows<'_>, sorts: &[Sort], _same: &Same) -> Self {
        let weights = weigh_words(a, b, sorts);
        let read = |rows: &Rows<'_>| (0..rows.len()).map(|row| Bag::new(rows.get(row), sorts, &weights)).collect();
        Self { a: read(a), b: read(b) }
    }

    /// Proposes pairs: equal sentences, and for the others the likeliest few.
    pub fn candidates(&self, same: &Same) -> Vec<Link> {
        let mut links = Vec::new();
        for (a, partner) in same.of_a.iter().enumerate() {
            if let Some(b) = *partner {
                links.push(Link { a, b, likeness: 1.0, weight: self.a[a].total.max(0.1) });
            }
        }
        let proposed = self.propose(same);
        let (mut best_a, mut best_b) = (vec![0.0_f32; self.a.len()], vec![0.0_f32; self.b.len()]);
        for link in &proposed {
            best_a[link.a] = best_a[link.a].max(link.likeness);
            best_b[link.b] = best_b[link.b].max(link.likeness);
        }
        links.extend(proposed.into_iter().filter(|link| link.likeness + OUTDONE >= best_a[link.a].max(best_b[link.b])));
        links
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
        let likeness = likeness(&self.a[a], &self.b[b]);
        let weight = (likeness - LEAST_IN_PLACE) * self.a[a].total.min(self.b[b].total);
        (likeness >= LEAST_IN_PLACE).then_some(Link { a, b, likeness, weight: weight.max(0.01) })
    }
}

/// Words up to this weight are too common to look partners up by.
const COMMON_WEIGHT: f32 = 0.35;

/// Returns the weight of every word: by sort, and less the more sentences have it.
fn weigh_words(a: &Rows<'_>, b: &Rows<'_>, sorts: &[Sort]) -> Vec<f32> {
    let mut n_sentences = vec![0_u32; sorts.len()];
    let mut last_seen = vec![0_u32; sorts.len()];
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
    let weigh = |(&sort, &n): (&Sort, &u32)| {
        let rarity = 1.0 - 0.6 * f32::ln(n.max(1) as f32) / all.max(0.7);
        match sort {
            Sort::Mark => 0.02,
            Sort::Function => 0.25 * rarity,
            Sort::Number => 0.6 * rarity,
            Sort::Content => rarity,
        }
    };
    sorts.iter().zip(&n_sentences).map(weigh).collect()
}

impl Bag {
    fn new(row: &[u32], sorts: &[Sort], weights: &[f32]) -> Self {
        let mut sorted = row.to_vec();
        sorted.sort_unstable();
        let mut bag = Self { words: Vec::with_capacity(sorted.len()), ..Self::default() };
        for word in sorted {
            let weight = weights[word as usize];
            bag.total += weight;
            bag.n_words += usize::from(sorts[word as usize] != Sort::Mark);
            match bag.words.last_mut() {
                Some((last, n, _)) if *last == word => *n = n.saturating_add(1),
                _ => bag.words.push((word, 1, weight)),
            }
        }
        bag
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
}

/// Returns how alike two sentences are, from 0 to 1.
pub fn likeness(a: &Bag, b: &Bag) -> f32 {
    let total = a.total + b.total;
    if total <= 0.0 {
        return 0.0;
    }
    let common = a.in_common(b);
    let dice = 2.0 * common / total;
    // A short sentence wholly inside a long one is like it, half as much.
    let inside = common / a.total.min(b.total).max(f32::MIN_POSITIVE);
    dice.max(0.5 * inside * (a.total.min(b.total) / 4.0).min(1.0))
}
