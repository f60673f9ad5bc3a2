//! Joins sentences that were split in two or merged into one.
//!
//! A sentence without partner joins the pair next to it when most of its words
//! stand in the other side's sentence and have no counterpart in that pair yet.

use super::pairing::Partners;
use super::similarity::{Bag, Bags};
use crate::diff::words::interner::TokenClass;

/// Least share of the lone sentence's weight that the other side must hold.
const LEAST_HELD: f32 = 0.75;
/// Least weight in common; below it, a few common words would be enough.
const LEAST_WEIGHT: f32 = 0.8;

/// One part is joined a round, so a sentence is split into at most one part more than this.
const ROUNDS: usize = 4;

/// Joins lone sentences to neighbouring pairs where they were split off or merged in.
pub(super) fn attach_split(partners: &mut Partners, bags: &Bags, classes: &[TokenClass]) {
    for _ in 0..ROUNDS {
        let from_b = held_sentences((&partners.of_b, &partners.of_a), (&bags.b, &bags.a), classes);
        from_b.iter().for_each(|&(b, a)| partners.join(a, b));
        let from_a = held_sentences((&partners.of_a, &partners.of_b), (&bags.a, &bags.b), classes);
        from_a.iter().for_each(|&(a, b)| partners.join(a, b));
        if from_a.is_empty() && from_b.is_empty() {
            return;
        }
    }
}

/// Returns lone sentences of one side with the sentence of the other side that holds them.
fn held_sentences(
    (of_own, of_other): (&[Vec<u32>], &[Vec<u32>]),
    (own, other): (&[Bag], &[Bag]),
    classes: &[TokenClass],
) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for at in (0..own.len()).filter(|&at| of_own[at].is_empty()) {
        let neighbours = [at.checked_sub(1), (at + 1 < own.len()).then_some(at + 1)];
        let best = neighbours
            .into_iter()
            .flatten()
            .filter_map(|neighbour| match of_own[neighbour][..] {
                [partner] => Some(partner as usize),
                _ => None,
            })
            .map(|partner| {
                let paired: Vec<&Bag> = of_other[partner].iter().map(|&at| &own[at as usize]).collect();
                (held_share(&own[at], &paired, &other[partner], classes), partner)
            })
            .max_by(|x, y| x.0.total_cmp(&y.0).then(y.1.cmp(&x.1)));
        match best {
            Some((share, partner)) if share >= LEAST_HELD => found.push((at, partner)),
            _ => {}
        }
    }
    // One at a time, so that two do not claim the same words.
    found.dedup_by_key(|(_, partner)| *partner);
    found
}

/// Returns the share of `lone` that stands in `whole`, less the words of `whole` that the sentences `paired` with it account for.
fn held_share(lone: &Bag, paired: &[&Bag], whole: &Bag, classes: &[TokenClass]) -> f32 {
    let (mut weight, mut numbers) = (0.0, 0.0);
    for &(word, n, each) in &lone.words {
        let count = |bag: &Bag| bag.words.binary_search_by_key(&word, |entry| entry.0).map_or(0, |at| bag.words[at].1);
        let taken = paired.iter().fold(0, |sum: u16, bag| sum.saturating_add(count(bag)));
        let left = count(whole).saturating_sub(taken);
        weight += each * f32::from(n.min(left));
        if classes[word as usize] == TokenClass::Number && left == 0 {
            numbers += each * f32::from(n);
        }
    }
    // Numbers are what updates change; a different one is no evidence against the split.
    if weight < LEAST_WEIGHT { 0.0 } else { weight / (lone.total - numbers).max(f32::MIN_POSITIVE) }
}
