//! Drops pairs that are neither certain, nor near their expected place, nor much more similar than any other pair.
//!
//! Old: `A x y C`     New: `A p q r s t x' u v w y C`
//!
//! Between two certain pairs, the others are expected as far after the first, or
//! as far before the last, as they were. Each step away from there is one more
//! sentence that may be similar by chance. How similar sentences are by chance
//! depends on the text (more in an essay on one subject than in a report), so a
//! displaced pair must be much more similar than any other pair of its sentences.

use super::pairing::Link;
use super::similarity::MAX_DISPLACEMENT;

/// A pair of at least this similarity is certain wherever it stands.
const CERTAIN: f32 = 0.6;

/// A pair this many times as similar as the second best is not there by chance.
const STANDS_OUT: f32 = 2.0;

/// Returns the pairs of a chain that are certain, near their expected place, or stand out.
pub(super) fn drop_displaced(chain: &[Link], n_old: usize, n_new: usize) -> Vec<Link> {
    let mut kept = Vec::with_capacity(chain.len());
    let (mut at, mut from) = (0, (0, 0));
    loop {
        let end = (at..chain.len()).find(|&next| CERTAIN <= chain[next].similarity).unwrap_or(chain.len());
        let to = chain.get(end).map_or((n_old, n_new), |link| (link.a, link.b));
        let off = |link: &Link| {
            let from_first = (link.a - from.0).abs_diff(link.b - from.1);
            from_first.min((to.0 - link.a).abs_diff(to.1 - link.b))
        };
        let stands_out = |link: &Link| STANDS_OUT * link.second_best <= link.similarity;
        kept.extend(chain[at..end].iter().filter(|link| off(link) <= MAX_DISPLACEMENT || stands_out(link)));
        let Some(certain) = chain.get(end) else { return kept };
        kept.push(*certain);
        (at, from) = (end + 1, (certain.a + 1, certain.b + 1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(a: usize, b: usize, similarity: f32) -> Link {
        Link { a, b, similarity, shared: similarity, weight: 1.0, second_best: 0.3 }
    }

    #[track_caller]
    fn check(chain: &[(usize, usize, f32)], (n_old, n_new): (usize, usize), want: &[(usize, usize)]) {
        let chain: Vec<Link> = chain.iter().map(|&(a, b, similarity)| link(a, b, similarity)).collect();
        let kept: Vec<_> = drop_displaced(&chain, n_old, n_new).iter().map(|link| (link.a, link.b)).collect();
        assert_eq!(kept, want);
    }

    #[test]
    fn an_uncertain_pair_far_from_its_place_is_dropped() {
        check(&[(0, 0, 1.0), (1, 5, 0.5), (3, 11, 1.0)], (4, 12), &[(0, 0), (3, 11)]);
    }

    #[test]
    fn a_pair_that_is_certain_or_near_either_end_is_kept() {
        check(&[(0, 0, 1.0), (1, 5, 0.7), (3, 11, 1.0)], (4, 12), &[(0, 0), (1, 5), (3, 11)]);
        check(&[(0, 0, 1.0), (1, 3, 0.5), (3, 11, 1.0)], (4, 12), &[(0, 0), (1, 3), (3, 11)]);
        check(&[(0, 0, 1.0), (2, 10, 0.4)], (3, 11), &[(0, 0), (2, 10)]);
        check(&[], (0, 0), &[]);
    }

    #[test]
    fn a_pair_that_stands_out_is_kept_wherever_it_is() {
        let alone = Link { second_best: 0.2, ..link(1, 5, 0.5) };
        assert_eq!(drop_displaced(&[link(0, 0, 1.0), alone, link(3, 11, 1.0)], 4, 12).len(), 3);
    }
}
