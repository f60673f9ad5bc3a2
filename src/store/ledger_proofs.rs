//! Proves from the ledger what it held: its head, that a version is in it, that it only grew.

use super::hash::{Hash, hex, unhex};
use super::ledger::{KINDS, state_of};
use super::merkle;
use super::{Result, Store};
use crate::model::VersionId;

/// What the ledger is at a moment; hashes in hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LedgerHead {
    /// How many lines it has.
    pub size: usize,
    /// Root of the Merkle tree over their leaves.
    pub root: String,
    /// The chain of its last line, zeros where there is none.
    pub chain: String,
}

/// The proof that a version is in the ledger; hashes in hexadecimal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InclusionProof {
    /// The row as it is hashed.
    pub leaf: String,
    /// Place of its line, from 0.
    pub index: usize,
    /// Lines of the ledger that is proved to hold it.
    pub size: usize,
    /// The nodes beside its way to the root, bottom first.
    pub path: Vec<String>,
    pub root: String,
}

/// The proof that the ledger of now begins with an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConsistencyProof {
    /// The ledger of now.
    pub head: LedgerHead,
    /// Hashes in hexadecimal.
    pub path: Vec<String>,
}

impl ConsistencyProof {
    /// Returns whether the proof leads from an earlier head to that of now.
    pub fn leads_from(&self, earlier: &LedgerHead) -> bool {
        let path: Option<Vec<Hash>> = self.path.iter().map(|hash| unhex(hash)).collect();
        let (Some(path), Some(old), Some(new)) = (path, unhex(&earlier.root), unhex(&self.head.root)) else {
            return false;
        };
        if earlier.size == 0 {
            return old == merkle::root(&[]);
        }
        merkle::roots_of_consistency((earlier.size, &old), self.head.size, &path) == Some((old, new))
    }
}

impl Store {
    /// Returns what the ledger is now.
    pub fn ledger_head(&self) -> Result<LedgerHead> {
        let (leaves, chain) = self.leaves()?;
        Ok(head_of(&leaves, &chain))
    }

    /// Proves that a version is among the first `size` lines of the ledger, or of all; `None` where it is not.
    pub fn inclusion_proof(&self, version: VersionId, size: Option<usize>) -> Result<Option<InclusionProof>> {
        const LINE: &str = "SELECT number FROM ledger WHERE kind = 'version' AND action = 'new' AND subject = ?1
            ORDER BY number DESC LIMIT 1";
        let kind = KINDS.iter().find(|kind| kind.name == "version").expect("versions are of the ledger");
        let number = self.first(LINE, [version.0], |row| row.get::<_, i64>(0))?;
        let row = state_of(&self.connection, kind, version.0).map_err(|source| self.failed(source))?;
        let (mut leaves, _) = self.leaves()?;
        let size = size.unwrap_or(leaves.len());
        let (Some(number), Some(row)) = (number, row) else { return Ok(None) };
        let index = number as usize - 1;
        if leaves.len() < size || size <= index {
            return Ok(None);
        }
        leaves.truncate(size);
        let path = merkle::inclusion_proof(index, &leaves);
        let root = merkle::root_of_inclusion(&super::ledger::leaf_of(&row.json), index, size, &path);
        let root = root.filter(|root| *root == merkle::root(&leaves));
        let root =
            root.ok_or_else(|| self.damaged(format!("line {number} of its ledger is not that of the version")))?;
        let path = path.iter().map(|hash| hex(hash)).collect();
        Ok(Some(InclusionProof { leaf: row.json, index, size, path, root: hex(&root) }))
    }

    /// Proves that the ledger begins with its first `size` lines; `None` where it has fewer.
    pub fn consistency_proof(&self, size: usize) -> Result<Option<ConsistencyProof>> {
        let (leaves, chain) = self.leaves()?;
        if leaves.len() < size {
            return Ok(None);
        }
        let path = merkle::consistency_proof(size, &leaves).iter().map(|hash| hex(hash)).collect();
        Ok(Some(ConsistencyProof { head: head_of(&leaves, &chain), path }))
    }

    /// Returns every leaf and the chain of the last line, as of one moment.
    fn leaves(&self) -> Result<(Vec<Hash>, Hash)> {
        let mut last = Hash::default();
        let leaves = self.all("SELECT leaf, chain FROM ledger ORDER BY number", [], |row| {
            last = row.get(1)?;
            row.get(0)
        })?;
        Ok((leaves, last))
    }
}

fn head_of(leaves: &[Hash], chain: &Hash) -> LedgerHead {
    LedgerHead { size: leaves.len(), root: hex(&merkle::root(leaves)), chain: hex(chain) }
}
