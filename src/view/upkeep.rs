//! Holds how the store is: what `Archive::check`, `repair`, `backup`, `restore_backup`, `reindex` and `vacuum` return.

use serde::{Deserialize, Serialize};

use super::ReceiptCheck;

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
    /// Which part was checked, counted from 1, and of how many.
    pub part: (usize, usize),
    /// Articles whose texts were read.
    pub checked: usize,
    /// Articles whose derived results were held against a rebuild.
    pub rebuilt: usize,
    /// Versions whose words cannot be had as they were recorded.
    pub damaged: Vec<DamagedVersion>,
    /// The ledger held against an older receipt, where one was named.
    pub receipt: Option<ReceiptCheck>,
    /// The problems that were found.
    pub problems: Vec<CheckProblem>,
}

/// A version whose words cannot be had as they were recorded.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DamagedVersion {
    /// The article, as one types it.
    pub article: String,
    /// Number of the version.
    pub version: usize,
    /// What is wrong.
    pub fault: String,
    /// A repair has set it apart: it stays in the store, and no question reads it.
    pub set_apart: bool,
}

/// What was repaired.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RepairView {
    /// Where the store as it was is kept.
    pub copy: String,
    /// Versions that are set apart now.
    pub set_apart: usize,
    /// Versions that were read anew.
    pub versions: usize,
    /// Articles that they belong to.
    pub articles: usize,
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
    /// Lines of its ledger.
    pub ledger: usize,
    /// SHA-256 over all of them, in hexadecimal.
    pub ledger_hash: Option<String>,
}

/// A backup that was put back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RestoreView {
    /// Path of the store.
    pub path: String,
    /// Path of the backup.
    pub from: String,
    /// Where the store is kept that stood there before, if one did.
    pub replaced: Option<String>,
    /// Number of versions.
    pub versions: usize,
    /// Versions of the backup that were removed for legal reasons since it was made.
    pub removed: usize,
    /// Lines of the ledger.
    pub ledger: usize,
    /// SHA-256 over all of them, in hexadecimal.
    pub ledger_hash: Option<String>,
}

/// How much smaller a store became.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct VacuumView {
    /// Path of the file.
    pub path: String,
    /// Its size before, in bytes.
    pub bytes_before: u64,
    /// Its size now.
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
