//! Sorts what is related into matters, without comparing each with each.
//!
//! ```text
//! lists     killed: a b c d    hurt: e f    … of one name, in order of time
//! compared  d with c, b, a; c with b, a; …  each with those right before it
//! matters   {a, c, d} {b} {e, f}            whatever a chain of such pairs joins
//! ```
//! Which pairs are compared follows from the lists alone, so what is joined does
//! not depend on the order in which they are gone through, and all cores take part.

use std::collections::HashMap;

use rayon::prelude::*;

use super::spread::Spread;

/// Places of a list that a place is compared with, those right before it: bounds the cost of a story full of figures.
pub const REACH: usize = 32;

/// Something that is listed, as it is compared: small, so that a list lies close together.
pub trait Comparable: Sync {
    /// Returns its number among all.
    fn index(&self) -> usize;
}

/// Returns for each of `n` things the first one of its matter; places of each list are compared by `one_matter`.
///
/// Lists come in rounds, narrow ones first: what a round has joined, the next need not compare.
pub fn clusters<T: Comparable>(
    n: usize,
    rounds: &[Vec<Vec<T>>],
    same_topic: impl Fn(&T, &T) -> bool + Sync,
) -> Vec<usize> {
    let mut cluster_of: Vec<usize> = (0..n).collect();
    for lists in rounds {
        let joined: Vec<Vec<(usize, usize)>> =
            lists.par_iter().map(|list| joined(list, &cluster_of, &same_topic)).collect();
        for (a, b) in joined.into_iter().flatten() {
            let (a, b) = (root(&mut cluster_of, a), root(&mut cluster_of, b));
            cluster_of[a.max(b)] = a.min(b);
        }
        (0..n).for_each(|at| cluster_of[at] = root(&mut cluster_of, at));
    }
    cluster_of
}

/// Returns pairs that lead from every thing of a list to the others of its matter.
///
/// Where the things right before are all of one matter, joining one of them is joining all.
fn joined<T: Comparable>(list: &[T], known: &[usize], same_topic: impl Fn(&T, &T) -> bool) -> Vec<(usize, usize)> {
    let mut first_of: HashMap<usize, usize, Spread> = HashMap::default();
    let first = |(at, thing): (usize, &T)| *first_of.entry(known[thing.index()]).or_insert(at);
    let mut cluster_of: Vec<usize> = list.iter().enumerate().map(first).collect();
    let mut run = 0;
    for at in 1..list.len() {
        let first = at.saturating_sub(REACH);
        let mut own = root(&mut cluster_of, at);
        let mut place = at;
        let mut is_in_run = false;
        while first < place {
            place -= 1;
            let other = root(&mut cluster_of, place);
            if other != own && !same_topic(&list[place], &list[at]) {
                continue;
            }
            if other != own {
                cluster_of[other.max(own)] = other.min(own);
                own = other.min(own);
            }
            if run <= place {
                is_in_run = true;
                place = run.max(first);
            }
        }
        if !is_in_run {
            run = at;
        }
    }
    let pairs = (0..list.len()).map(|at| (list[at].index(), list[root(&mut cluster_of, at)].index()));
    pairs.filter(|(a, b)| a != b).collect()
}

/// Returns the first thing of the matter that a thing is in.
fn root(cluster_of: &mut [usize], mut at: usize) -> usize {
    while cluster_of[at] != at {
        cluster_of[at] = cluster_of[cluster_of[at]];
        at = cluster_of[at];
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Comparable for usize {
        fn index(&self) -> usize {
            *self
        }
    }

    #[test]
    fn a_chain_of_pairs_makes_one_matter_over_all_lists() {
        let lists = [vec![0, 1, 2, 3], vec![3, 4], vec![5, 6]];
        let even = |a: &usize, b: &usize| (a + b).is_multiple_of(2) || (*a, *b) == (3, 4);
        for rounds in [vec![lists.to_vec()], lists.map(|list| vec![list]).to_vec()] {
            assert_eq!(clusters(7, &rounds, even), [0, 1, 0, 1, 1, 5, 6]);
        }
    }

    #[test]
    fn a_long_list_is_compared_within_reach() {
        let list: Vec<usize> = (0..200).collect();
        let next = |a: &usize, b: &usize| *b == a + 1;
        assert_eq!(clusters(200, &[vec![list.clone()]], next), [0; 200]);
        let far = |a: &usize, b: &usize| *b == a + REACH + 1;
        assert_eq!(clusters(200, &[vec![list.clone()]], far), list);
    }
}
