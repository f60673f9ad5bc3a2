//! Holds what was removed for good and what is held back: what `Archive::forget`, `tombstones` and `holds` return.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// Something that was removed for good, or would be.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ForgetView {
    /// What was named.
    pub reference: String,
    /// Versions that are gone, those with the same words included.
    pub versions: usize,
    /// Versions that were not named and go along, since they have the same words.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub along: Vec<usize>,
    /// Manual edits that quoted them, and are gone too.
    pub edits: usize,
    /// Why.
    pub reason: String,
    /// When; `None` where nothing was removed yet.
    pub made: Option<DateTime<Utc>>,
    /// No removed word is left in the log beside the store; false while another process reads.
    pub log_emptied: bool,
}

/// What was removed so far.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TombstonesView {
    /// The oldest first.
    pub tombstones: Vec<TombstoneRow>,
}

/// What a removal left behind.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TombstoneRow {
    /// When it was removed.
    pub made: DateTime<Utc>,
    /// What it was: story, article or version.
    pub kind: String,
    /// HMAC-SHA-256 of what was removed under a key of the store, in hexadecimal.
    pub keyed_hash: String,
    /// Why.
    pub reason: String,
}

/// What is held back from publication.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct HoldsView {
    /// The longest held first.
    pub held: Vec<HoldRow>,
}

/// A story or an article that is held.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HoldRow {
    /// Its name, as one types it.
    pub reference: String,
    /// Since when.
    pub since: DateTime<Utc>,
    /// Why, where somebody said so.
    pub reason: Option<String>,
}
