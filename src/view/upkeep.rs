//! Holds how the store is: what `Desk::check`, `backup` and `reindex` return.

use serde::{Deserialize, Serialize};

/// The store's health.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CheckView {
    pub ok: bool,
    pub path: String,
    pub schema_version: usize,
    pub stories: usize,
    pub articles: usize,
    pub versions: usize,
    pub captures: usize,
    pub bytes: u64,
    /// Articles of which what is worked out was made by another version of the program.
    pub stale: usize,
    pub problems: Vec<CheckProblem>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CheckProblem {
    pub problem: String,
    pub hint: Option<String>,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BackupView {
    pub path: String,
    pub versions: usize,
    pub bytes: u64,
}

#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ReindexView {
    pub versions: usize,
    pub articles: usize,
}
