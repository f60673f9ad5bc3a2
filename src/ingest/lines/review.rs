//! Holds the mark that an update was reviewed, as a line has it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// That a version was reviewed as it follows the one before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewLine {
    /// Numbers of the two versions, where the line was written.
    pub from: usize,
    pub to: usize,
    /// SHA-256 of the content of the two: what tells them where they have other numbers. Older exports have none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from_hash: Option<String>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to_hash: Option<String>,
    pub made: DateTime<Utc>,
    /// When the mark was taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undone: Option<DateTime<Utc>>,
}
