//! Lets go of pairs that are neither sure nor near the place where they should be nor the only ones of their kind.
//!
//! Old: `A x y C`     New: `A p q r s t x' u v w y C`
//!
//! Between two sure pairs an unsure one is expected as far behind the first, or
//! as far before the last, as it was. Each step away from there is one more
//! sentence that might be half like it by chance. How like sentences are by
//! chance the text itself shows, an essay on one subject more than a report: so
//! what is far off must be much likelier than any other partner of its sentences.

use super::pairing::Link;
use super::similarity::NEAR;

/// A pair this like needs nothing else to speak for it.
const SURE: f32 = 0.6;

/// A pair this many times as like as the next best is no chance.
const STANDS_OUT: f32 = 2.0;

/// Returns the pairs of a chain that are sure, near to where sure ones put them, or stand out.
pub fn keep(chain: &[Link], n_old: usize, n_new: usize) -> Vec<Link> {
    let mut kept = Vec::with_capacity(chain.len());
    let (mut at, mut from) = (0, (0, 0));
    loop {
        let end = (at..chain.len()).find(|&next| SURE <= chain[next].likeness).unwrap_or(chain.len());
        let to = chain.get(end).map_or((n_old, n_new), |link| (link.a, link.b));
        let off = |link: &Link| {
            let from_first = (link.a - from.0).abs_diff(link.b - from.1);
            from_first.min((to.0 - link.a).abs_diff(to.1 - link.b))
        };
        let stands_out = |link: &Link| STANDS_OUT * link.rival <= link.likeness;
        kept.extend(chain[at..end].iter().filter(|link| off(link) <= NEAR || stands_out(link)));
        let Some(sure) = chain.get(end) else { return kept };
        kept.push(*sure);
        (at, from) = (end + 1, (sure.a + 1, sure.b + 1));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(a: usize, b: usize, likeness: f32) -> Link {
        Link { a, b, likeness, shared: likeness, weight: 1.0, rival: 0.3 }
    }

    #[track_caller]
    fn check(chain: &[(usize, usize, f32)], (n_old, n_new): (usize, usize), want: &[(usize, usize)]) {
        let chain: Vec<Link> = chain.iter().map(|&(a, b, likeness)| link(a, b, likeness)).collect();
        let kept: Vec<_> = keep(&chain, n_old, n_new).iter().map(|link| (link.a, link.b)).collect();
        assert_eq!(kept, want);
    }

    #[test]
    fn what_is_unsure_and_far_from_its_place_goes() {
        check(&[(0, 0, 1.0), (1, 5, 0.5), (3, 11, 1.0)], (4, 12), &[(0, 0), (3, 11)]);
    }

    #[test]
    fn what_is_sure_or_near_either_end_stays() {
        check(&[(0, 0, 1.0), (1, 5, 0.7), (3, 11, 1.0)], (4, 12), &[(0, 0), (1, 5), (3, 11)]);
        check(&[(0, 0, 1.0), (1, 3, 0.5), (3, 11, 1.0)], (4, 12), &[(0, 0), (1, 3), (3, 11)]);
        check(&[(0, 0, 1.0), (2, 10, 0.4)], (3, 11), &[(0, 0), (2, 10)]);
        check(&[], (0, 0), &[]);
    }

    #[test]
    fn what_stands_out_stays_wherever_it_is() {
        let alone = Link { rival: 0.2, ..link(1, 5, 0.5) };
        assert_eq!(keep(&[link(0, 0, 1.0), alone, link(3, 11, 1.0)], 4, 12).len(), 3);
    }
}
