//! Pairs sentences that are word for word the same.
//!
//! A sentence that occurs once on each side has its partner for certain; a repeated
//! one ("Photograph: Reuters") follows its neighbours, first forward, then
//! backward, and what is left pairs in order. Each step is linear, so a
//! thousand copies of one line cost no more than a thousand lines.
//!
//! Source: P. Heckel, "A technique for isolating differences between files", 1978.

use std::hash::{Hash, Hasher};

use rustc_hash::{FxHashMap, FxHasher};

use super::sentence_words::SentenceWords;

/// Pairs of equal sentences.
pub(super) struct Same {
    /// The new sentence that equals each old one.
    pub of_a: Vec<Option<usize>>,
    /// The old sentence that equals each new one.
    pub of_b: Vec<Option<usize>>,
    /// The sentence stands once on each side.
    pub unique: Vec<bool>,
}

/// Where sentences with the same words stand in both texts.
#[derive(Default)]
struct Places {
    a: Vec<usize>,
    b: Vec<usize>,
}

/// Pairs equal sentences.
pub(super) fn pair_equal(a: &SentenceWords<'_>, b: &SentenceWords<'_>) -> Same {
    let (hash_a, hash_b) = (hashes(a), hashes(b));
    let mut places: FxHashMap<u64, Places> = FxHashMap::default();
    hash_a.iter().enumerate().for_each(|(at, &hash)| places.entry(hash).or_default().a.push(at));
    for (at, hash) in hash_b.iter().enumerate() {
        if let Some(found) = places.get_mut(hash) {
            found.b.push(at);
        }
    }
    let mut same = Same { of_a: vec![None; a.len()], of_b: vec![None; b.len()], unique: vec![false; a.len()] };
    for (at, hash) in hash_a.iter().enumerate() {
        if let ([_], [only]) = (&places[hash].a[..], &places[hash].b[..]) {
            same.join(at, *only);
            same.unique[at] = true;
        }
    }
    same.follow_neighbours(&hash_a, &hash_b);
    for (at, hash) in hash_a.iter().enumerate() {
        let found = places.get_mut(hash).expect("every old sentence was entered");
        if same.of_a[at].is_none() {
            // Partners are taken from the front, so each is looked at once.
            let free = found.b.iter().position(|&b| same.of_b[b].is_none());
            match free {
                Some(nth) => same.join(at, found.b[nth]),
                None => found.b.clear(),
            }
            found.b.drain(..free.map_or(0, |nth| nth + 1));
        }
    }
    same
}

impl Same {
    fn join(&mut self, a: usize, b: usize) {
        self.of_a[a] = Some(b);
        self.of_b[b] = Some(a);
    }

    /// Pairs repeated sentences after the pair before them, then before the pair after them.
    fn follow_neighbours(&mut self, hash_a: &[u64], hash_b: &[u64]) {
        let (n, m) = (hash_a.len(), hash_b.len());
        for (at, hash) in hash_a.iter().enumerate() {
            let next = if at == 0 { Some(0) } else { self.of_a[at - 1].map(|b| b + 1) };
            if let Some(b) = next.filter(|&b| b < m && self.fits(at, b) && *hash == hash_b[b]) {
                self.join(at, b);
            }
        }
        for at in (0..n).rev() {
            let before = if at + 1 == n { m.checked_sub(1) } else { self.of_a[at + 1].and_then(|b| b.checked_sub(1)) };
            if let Some(b) = before.filter(|&b| self.fits(at, b) && hash_a[at] == hash_b[b]) {
                self.join(at, b);
            }
        }
    }

    fn fits(&self, a: usize, b: usize) -> bool {
        self.of_a[a].is_none() && self.of_b[b].is_none()
    }
}

fn hashes(sentences: &SentenceWords<'_>) -> Vec<u64> {
    let hash = |at| {
        let mut hasher = FxHasher::default();
        sentences.get(at).hash(&mut hasher);
        hasher.finish()
    };
    (0..sentences.len()).map(hash).collect()
}
