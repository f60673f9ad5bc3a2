//! Returns the heaviest chain of pairs that keeps the order on both sides: the part of the text that stayed in place.
//!
//! `n` candidates take `n log n` steps, with a Fenwick tree of the best chains by new sentence.

use super::pairing::Link;

/// The best chain that ends at or before a new sentence.
#[derive(Clone, Copy, Default)]
struct Best {
    weight: f64,
    /// Index of the chain's last candidate, plus one; 0 is the empty chain.
    last: usize,
}

/// Returns the heaviest chain of `candidates`, strictly rising on both sides.
///
/// Of equal chains the one found first wins, so the answer is always the same.
pub(super) fn heaviest_chain(candidates: &[Link], n_new: usize) -> Vec<Link> {
    let mut order: Vec<usize> = (0..candidates.len()).collect();
    // Later new sentences first, so that two pairs of one old sentence never chain.
    order.sort_unstable_by_key(|&at| (candidates[at].a, std::cmp::Reverse(candidates[at].b)));
    let mut tree = vec![Best::default(); n_new + 1];
    let mut before = vec![0; candidates.len()];
    for &at in &order {
        let link = candidates[at];
        let best = best_below(&tree, link.b);
        before[at] = best.last;
        let chain = Best { weight: best.weight + f64::from(link.weight), last: at + 1 };
        raise(&mut tree, link.b + 1, chain);
    }
    let mut chain = Vec::new();
    let mut at = best_below(&tree, n_new).last;
    while at != 0 {
        chain.push(candidates[at - 1]);
        at = before[at - 1];
    }
    chain.reverse();
    chain
}

/// Returns the best chain that ends before new sentence `end`.
fn best_below(tree: &[Best], end: usize) -> Best {
    let mut best = Best::default();
    let mut at = end;
    while at > 0 {
        if tree[at].weight > best.weight {
            best = tree[at];
        }
        at &= at - 1;
    }
    best
}

/// Enters a chain that ends at a new sentence, where it is heavier than the best one so far.
fn raise(tree: &mut [Best], place: usize, chain: Best) {
    let mut at = place;
    while at < tree.len() {
        if chain.weight > tree[at].weight {
            tree[at] = chain;
        }
        at += at & at.wrapping_neg();
    }
}
