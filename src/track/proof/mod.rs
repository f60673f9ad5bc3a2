//! Proves what the ledger held, to people who have nothing but a receipt, a proof and `openssl`.
//!
//! In: the store's ledger, and a key that signs. Out: receipts, proofs, and what does not fit an older receipt.
//!
//! - `signing_key.rs`: an Ed25519 key, as `openssl` reads and writes it
//! - `receipt.rs`: a signed checkpoint of the ledger, as text
//! - `prove.rs`: `receipt`, `prove` and `check --since-receipt`
//!
//! The root of a receipt is that of a Merkle tree whose leaves are the ledger's (`store/merkle.rs`). Whoever keeps a
//! receipt can later see that the ledger still begins with those very lines; whoever alters the store and computes
//! the ledger anew cannot sign an earlier time over a root that others have, nor find lines that lead to it.

mod prove;
mod receipt;
mod signing_key;

pub use receipt::{Receipt, ReceiptError};
pub use signing_key::{KeyError, SigningKey};
