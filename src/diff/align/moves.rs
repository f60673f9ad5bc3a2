//! Pairs sentences that are left over across the order, and joins such pairs to moved passages.
//!
//! A moved sentence must be very similar to its partner, since its place is no
//! evidence. Neighbours that moved together are one passage, also when a
//! sentence inside was edited, added or removed on the way.

use super::pairing::{Link, MovedPassage, Partners};
use super::similarity::Bags;

/// Least share of words in common of a pair out of its place (measured: docs/EVALUATION.md).
const LEAST_ELSEWHERE: f32 = 0.72;
/// The fewest words of a sentence that can be said to have moved alone.
const FEWEST_WORDS: usize = 3;

/// Returns pairs of left-over sentences out of order, the most similar first.
pub(super) fn crossing_pairs(candidates: &[Link], partners: &Partners, bags: &Bags) -> Vec<Link> {
    let free = |link: &Link, partners: &Partners| partners.of_a[link.a].is_empty() && partners.of_b[link.b].is_empty();
    // A short line moved where both texts have it once: an item of a list.
    let (mut equal_to_a, mut equal_to_b) = (vec![0_u32; bags.a.len()], vec![0_u32; bags.b.len()]);
    candidates.iter().filter(|link| link.similarity >= 1.0).for_each(|link| {
        equal_to_a[link.a] += 1;
        equal_to_b[link.b] += 1;
    });
    let is_only = |link: &Link| link.similarity >= 1.0 && equal_to_a[link.a] == 1 && equal_to_b[link.b] == 1;
    let long_enough = |link: &Link| {
        let n_words = bags.a[link.a].n_words.min(bags.b[link.b].n_words);
        n_words >= FEWEST_WORDS || n_words > 0 && is_only(link)
    };
    let mut left: Vec<Link> = candidates
        .iter()
        .filter(|link| link.shared >= LEAST_ELSEWHERE && long_enough(link) && free(link, partners))
        .copied()
        .collect();
    left.sort_unstable_by(|x, y| {
        y.shared.total_cmp(&x.shared).then_with(|| y.weight.total_cmp(&x.weight)).then((x.a, x.b).cmp(&(y.a, y.b)))
    });
    let mut taken = partners.clone();
    let mut kept = Vec::new();
    for link in left {
        if free(&link, &taken) {
            taken.join(link.a, link.b);
            kept.push(link);
        }
    }
    extend(&mut kept, &mut taken, candidates);
    kept.sort_unstable_by_key(|link| (link.a, link.b));
    kept
}

/// Adds short equal lines next to what moved: a heading goes with its paragraph.
fn extend(kept: &mut Vec<Link>, taken: &mut Partners, candidates: &[Link]) {
    let mut short: Vec<Link> = candidates.iter().filter(|link| link.similarity >= 1.0).copied().collect();
    short.retain(|link| taken.of_a[link.a].is_empty() && taken.of_b[link.b].is_empty());
    let mut at = 0;
    while at < kept.len() {
        let (a, b) = (kept[at].a, kept[at].b);
        let beside = |link: &&Link| (link.a + 1, link.b + 1) == (a, b) || (link.a, link.b) == (a + 1, b + 1);
        let found: Vec<Link> = short.iter().filter(beside).copied().collect();
        for link in found {
            if taken.of_a[link.a].is_empty() && taken.of_b[link.b].is_empty() {
                taken.join(link.a, link.b);
                kept.push(link);
            }
        }
        at += 1;
    }
}

/// Joins pairs that moved together.
pub(super) fn moved_passages(crossing: &[Link], partners: &Partners) -> Vec<MovedPassage> {
    let mut passages: Vec<MovedPassage> = Vec::new();
    for link in crossing {
        if let Some(last) = passages.last_mut() {
            let gap_a = last.a.end..link.a;
            let follows = link.b >= last.b.end
                && gap_a.len() <= MAX_GAP
                && link.b - last.b.end <= MAX_GAP
                && gap_a.into_iter().all(|a| partners.of_a[a].is_empty())
                && (last.b.end..link.b).all(|b| partners.of_b[b].is_empty());
            if follows {
                last.a.end = link.a + 1;
                last.b.end = link.b + 1;
                continue;
            }
        }
        passages.push(MovedPassage { a: link.a..link.a + 1, b: link.b..link.b + 1 });
    }
    passages
}

/// Most sentences inside a moved passage that may be new or gone.
const MAX_GAP: usize = 1;
