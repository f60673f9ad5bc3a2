//! Computes the Merkle tree over the ledger's leaves, and proofs that anybody can check without the store.
//!
//! ```text
//!          root          size 3: two leaves on the left, as many as the largest power of two
//!         /    \         below the size; each node is SHA-256(0x01 ‖ left ‖ right)
//!       n01     l2       proof that l0 is in it: l1, l2
//!      /   \             proof that size 2 was its beginning: l2
//!    l0     l1
//! ```
//! Source: RFC 9162 (Certificate Transparency 2.0), section 2.1; the hashing is that of RFC 6962.

use sha2::{Digest as _, Sha256};

use super::hash::Hash;

/// Returns the root over leaves that are hashed already.
pub(super) fn root(leaves: &[Hash]) -> Hash {
    match leaves {
        [] => Sha256::digest([]).into(),
        [one] => *one,
        many => {
            let (left, right) = many.split_at(split(many.len()));
            node(&root(left), &root(right))
        }
    }
}

/// Returns the proof that the leaf at `index` is among `leaves`: the nodes beside its way to the root, bottom first.
pub(super) fn inclusion_proof(index: usize, leaves: &[Hash]) -> Vec<Hash> {
    if leaves.len() < 2 {
        return Vec::new();
    }
    let (left, right) = leaves.split_at(split(leaves.len()));
    let (mut path, beside) = match index.checked_sub(left.len()) {
        None => (inclusion_proof(index, left), root(right)),
        Some(index) => (inclusion_proof(index, right), root(left)),
    };
    path.push(beside);
    path
}

/// Returns the proof that the first `size` of `leaves` are the tree of that size.
pub(super) fn consistency_proof(size: usize, leaves: &[Hash]) -> Vec<Hash> {
    fn subproof(size: usize, leaves: &[Hash], is_whole: bool) -> Vec<Hash> {
        if size == leaves.len() {
            return if is_whole { Vec::new() } else { vec![root(leaves)] };
        }
        let (left, right) = leaves.split_at(split(leaves.len()));
        let (mut path, beside) = match size <= left.len() {
            true => (subproof(size, left, is_whole), root(right)),
            false => (subproof(size - left.len(), right, false), root(left)),
        };
        path.push(beside);
        path
    }
    if size == 0 || leaves.len() < size { Vec::new() } else { subproof(size, leaves, true) }
}

/// Returns the root that an inclusion proof leads to; `None` where it cannot be one.
pub(super) fn root_of_inclusion(leaf: &Hash, index: usize, size: usize, path: &[Hash]) -> Option<Hash> {
    if size <= index {
        return None;
    }
    let (mut at, mut last, mut root) = (index, size - 1, *leaf);
    for beside in path {
        if last == 0 {
            return None;
        }
        if at % 2 == 1 || at == last {
            root = node(beside, &root);
            while at % 2 == 0 && at != 0 {
                (at, last) = (at >> 1, last >> 1);
            }
        } else {
            root = node(&root, beside);
        }
        (at, last) = (at >> 1, last >> 1);
    }
    (last == 0).then_some(root)
}

/// Returns the roots of the smaller and the larger tree that a consistency proof leads to, from the smaller one's root.
pub(super) fn roots_of_consistency((size, root): (usize, &Hash), larger: usize, path: &[Hash]) -> Option<(Hash, Hash)> {
    if size == 0 || larger < size {
        return None;
    }
    if size == larger {
        return path.is_empty().then_some((*root, *root));
    }
    let mut path = path.iter();
    let (mut at, mut last) = (size - 1, larger - 1);
    while at % 2 == 1 {
        (at, last) = (at >> 1, last >> 1);
    }
    // A tree of a power of two is a node of the larger one itself.
    let first = if at == 0 { root } else { path.next()? };
    let (mut old, mut new) = (*first, *first);
    for beside in path {
        if last == 0 {
            return None;
        }
        if at % 2 == 1 || at == last {
            (old, new) = (node(beside, &old), node(beside, &new));
            while at % 2 == 0 && at != 0 {
                (at, last) = (at >> 1, last >> 1);
            }
        } else {
            new = node(&new, beside);
        }
        (at, last) = (at >> 1, last >> 1);
    }
    (last == 0).then_some((old, new))
}

/// Returns how many leaves stand on the left: the largest power of two below `size`.
fn split(size: usize) -> usize {
    size.next_power_of_two() / 2
}

fn node(left: &Hash, right: &Hash) -> Hash {
    Sha256::new().chain_update([1]).chain_update(left).chain_update(right).finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::hash::{hex, unhex};
    use crate::store::ledger::leaf_of;

    /// The roots over the first 1 to 8 of the inputs that implementations of RFC 6962 test themselves with.
    const ROOTS: [&str; 8] = [
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    ];

    fn leaves(size: usize) -> Vec<Hash> {
        (0..size).map(|n| leaf_of(&n.to_string())).collect()
    }

    #[test]
    fn roots_and_proofs_are_those_of_the_standard() {
        let inputs: [&[u8]; 8] =
            [b"", b"\x00", b"\x10", b"\x20\x21", b"\x30\x31", b"@ABC", b"PQRSTUVW", b"`abcdefghijklmno"];
        let leaf = |input: &&[u8]| Sha256::new().chain_update([0]).chain_update(input).finalize().into();
        let leaves: Vec<Hash> = inputs.iter().map(leaf).collect();
        for (size, want) in (1..).zip(ROOTS) {
            assert_eq!(hex(&root(&leaves[..size])), want);
        }
        assert_eq!(hex(&root(&[])), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        let proof = inclusion_proof(5, &leaves).iter().map(|hash| hex(hash)).collect::<Vec<_>>();
        assert_eq!(
            proof,
            [
                "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
                "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
                ROOTS[3],
            ]
        );
    }

    #[test]
    fn every_leaf_is_proved_in_every_tree_and_no_other_is() {
        for size in 1..34 {
            let leaves = leaves(size);
            let (root, other) = (root(&leaves), leaf_of("other"));
            for (index, leaf) in leaves.iter().enumerate() {
                let path = inclusion_proof(index, &leaves);
                let leads_to = |leaf, index, path: &[Hash]| root_of_inclusion(leaf, index, size, path) == Some(root);
                assert!(leads_to(leaf, index, &path), "{index} of {size}");
                assert!(!leads_to(&other, index, &path));
                assert!(!leads_to(leaf, size, &path));
                assert!(size == 1 || !leads_to(leaf, (index + 1) % size, &path));
                assert!(path.is_empty() || !leads_to(leaf, index, &path[1..]));
                assert!(!leads_to(leaf, index, &[&path[..], &[root]].concat()));
            }
        }
    }

    #[test]
    fn every_beginning_is_proved_and_an_altered_one_is_not() {
        for larger in 1..34 {
            let leaves = leaves(larger);
            for size in 1..=larger {
                let (old, new) = (root(&leaves[..size]), root(&leaves));
                let path = consistency_proof(size, &leaves);
                assert_eq!(roots_of_consistency((size, &old), larger, &path), Some((old, new)), "{size} of {larger}");
                let mut altered = leaves.clone();
                altered[size / 2] = leaf_of("altered");
                let path = consistency_proof(size, &altered);
                let told = roots_of_consistency((size, &old), larger, &path);
                assert_ne!(told, Some((old, root(&altered))), "{size} of {larger}");
            }
        }
    }

    #[test]
    fn hashes_of_proofs_are_read_back() {
        assert_eq!(ROOTS.map(|root| unhex(root).map(|hash| hex(&hash))), ROOTS.map(|root| Some(root.to_owned())));
    }
}
