//! Clusters items by union-find, comparing each with the previous 32 of its list.
//!
//! ```text
//! lists     killed: a b c d    hurt: e f    … of one name, in order of time
//! compared  d with c, b, a; c with b, a; …  each with those right before it
//! clusters  {a, c, d} {b} {e, f}            whatever a chain of such pairs joins
//! ```
//! Which pairs are compared follows from the lists alone, so the result does not
//! depend on the order in which they are gone through, and all cores take part.

use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// Places of a list that a place is compared with, those right before it: bounds the cost of a story full of figures.
pub(super) const COMPARED_BEFORE: usize = 32;

/// An item of a list, as it is compared: small, so that a list lies close together.
pub(super) trait Comparable: Sync {
    /// Returns its number among all items.
    fn index(&self) -> usize;
}

/// Returns for each of `n` items the first one of its cluster; places of each list are compared by `same_topic`.
///
/// Lists come in rounds, narrow ones first: what a round has joined, the next need not compare.
pub(super) fn clustered<T: Comparable>(
    n: usize,
    rounds: &[Vec<Vec<T>>],
    same_topic: impl Fn(&T, &T) -> bool + Sync,
) -> Vec<usize> {
    let mut sets = Sets::new(n);
    let mut first_of: Vec<usize> = (0..n).collect();
    for lists in rounds {
        let joined: Vec<Vec<(usize, usize)>> =
            lists.par_iter().map(|list| joined(list, &first_of, &same_topic)).collect();
        joined.into_iter().flatten().for_each(|(a, b)| _ = sets.union(a, b));
        first_of = sets.first_members();
    }
    first_of
}

/// Returns pairs that lead from every item of a list to the others of its cluster; `known` are the clusters so far.
///
/// Where the items right before are all of one cluster, joining one of them is joining all.
fn joined<T: Comparable>(list: &[T], known: &[usize], same_topic: impl Fn(&T, &T) -> bool) -> Vec<(usize, usize)> {
    let mut sets = Sets::new(list.len());
    let mut first_at: FxHashMap<usize, usize> = FxHashMap::default();
    for (at, item) in list.iter().enumerate() {
        sets.union(at, *first_at.entry(known[item.index()]).or_insert(at));
    }
    let mut run = 0;
    for at in 1..list.len() {
        let first = at.saturating_sub(COMPARED_BEFORE);
        let mut own = sets.root(at);
        let mut place = at;
        let mut is_in_run = false;
        while first < place {
            place -= 1;
            if sets.root(place) != own {
                if !same_topic(&list[place], &list[at]) {
                    continue;
                }
                own = sets.union(place, own);
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
    let firsts = sets.first_members();
    let pairs = list.iter().zip(firsts).map(|(item, first)| (item.index(), list[first].index()));
    pairs.filter(|(a, b)| a != b).collect()
}

/// Disjoint sets of the numbers below some n: for each number a smaller one of its set, or itself if it is the smallest.
///
/// Roots are asked for at every step through a list, so the loop to them must be inlined, which the one of `ena` is not:
/// a new version of a story of 10,000 took about a tenth longer with it.
struct Sets(Vec<u32>);

impl Sets {
    /// Returns `n` sets of one number each.
    fn new(n: usize) -> Self {
        Self((0..n as u32).collect())
    }

    /// Joins the sets of two numbers; returns the smallest number of both.
    fn union(&mut self, a: usize, b: usize) -> usize {
        let (a, b) = (self.root(a), self.root(b));
        self.0[a.max(b)] = a.min(b) as u32;
        a.min(b)
    }

    /// Returns the smallest number of a set, and shortens the way to it.
    fn root(&mut self, mut at: usize) -> usize {
        while self.0[at] as usize != at {
            self.0[at] = self.0[self.0[at] as usize];
            at = self.0[at] as usize;
        }
        at
    }

    /// Returns for each number the smallest one of its set.
    fn first_members(&mut self) -> Vec<usize> {
        (0..self.0.len()).map(|at| self.root(at)).collect()
    }
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
            assert_eq!(clustered(7, &rounds, even), [0, 1, 0, 1, 1, 5, 6]);
        }
    }

    #[test]
    fn a_long_list_is_compared_within_reach() {
        let list: Vec<usize> = (0..200).collect();
        let next = |a: &usize, b: &usize| *b == a + 1;
        assert_eq!(clustered(200, &[vec![list.clone()]], next), [0; 200]);
        let far = |a: &usize, b: &usize| *b == a + COMPARED_BEFORE + 1;
        assert_eq!(clustered(200, &[vec![list.clone()]], far), list);
    }
}
