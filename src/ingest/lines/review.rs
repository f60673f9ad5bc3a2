//! Holds the mark that an update was reviewed, as a line has it.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// That a version was reviewed as it follows the one before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReviewLine {
    /// Numbers of the two versions.
    pub from: usize,
    pub to: usize,
    pub made: DateTime<Utc>,
    /// When the mark was taken back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undone: Option<DateTime<Utc>>,
}
