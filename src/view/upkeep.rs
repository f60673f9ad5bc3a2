//! Holds how the store is: what `Archive::check`, `backup` and `reindex` return.

use serde::{Deserialize, Serialize};

/// The store's health.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CheckView {
    /// No problem was found.
    pub ok: bool,
    /// Path of the file.
    pub path: String,
    /// Version of the schema.
    pub schema_version: usize,
    /// Number of stories.
    pub stories: usize,
    /// Number of articles.
    pub articles: usize,
    /// Number of versions.
    pub versions: usize,
    /// Number of captures.
    pub captures: usize,
    /// Size of the file in bytes.
    pub bytes: u64,
    /// Lines of the ledger: rows recorded, and lawful changes.
    pub ledger: usize,
    /// SHA-256 over all of them, in hexadecimal; noted elsewhere, it proves later that none was altered.
    pub ledger_hash: Option<String>,
    /// Articles whose results were derived by another version of the program.
    pub stale: usize,
    /// The problems that were found.
    pub problems: Vec<CheckProblem>,
}

/// Something that is wrong with the store.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckProblem {
    /// What is wrong.
    pub problem: String,
    /// What the reader can do about it, where something is known.
    pub hint: Option<String>,
}

/// A copy of the store.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BackupView {
    /// Path of the file.
    pub path: String,
    /// Number of versions.
    pub versions: usize,
    /// Size of the file in bytes.
    pub bytes: u64,
}

/// How much was derived again.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReindexView {
    /// Number of versions.
    pub versions: usize,
    /// Number of articles.
    pub articles: usize,
}
