//! Holds what is proved of the ledger: what `Archive::prove` and `check_receipt` return.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// The proof that a version is in the ledger; anybody can check it with SHA-256 alone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProofView {
    /// The version.
    pub reference: String,
    /// When the archive first captured it.
    pub captured: DateTime<Utc>,
    /// SHA-256 of its words, as `show --plain` prints them.
    pub hash: String,
    /// What is hashed for it: the row as JSON, with the hash of its words.
    pub leaf: String,
    /// Place of its line in the ledger, from 0.
    pub index: usize,
    /// Lines of the ledger that holds it.
    pub size: usize,
    /// The hashes beside its way to the root, bottom first.
    pub path: Vec<String>,
    /// Root of the Merkle tree.
    pub root: String,
}

/// The ledger held against an older receipt.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReceiptCheck {
    /// What does not fit; `None` where the ledger only grew.
    pub problem: Option<String>,
    /// Lines of the receipt.
    pub size: usize,
    /// When it was made, by the clock of the machine that made it.
    pub time: DateTime<Utc>,
    /// Public key that signed it: 32 bytes in base64.
    pub key: String,
    /// Root of the receipt.
    pub root: String,
    /// Lines of the ledger now.
    pub size_now: usize,
    /// Its root now.
    pub root_now: String,
    /// The consistency proof of RFC 9162 between both.
    pub path: Vec<String>,
}

/// What the ledger was at a moment, signed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReceiptView {
    /// Lines of the ledger.
    pub size: usize,
    /// Root of the Merkle tree over their leaves.
    pub root: String,
    /// The chain of the last line.
    pub chain: String,
    /// When it was made, by the clock of this machine.
    pub time: DateTime<Utc>,
    /// Public key that signed it: 32 bytes in base64.
    pub key: String,
    /// The signature over the receipt's text, in base64.
    pub signature: String,
}
