//! Holds where words were found: what `Desk::search` returns.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::ArticleHead;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SearchView {
    pub query: String,
    pub hits: Vec<SearchHit>,
    /// How many there are in all.
    pub total: usize,
}

/// A passage and the versions that have it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SearchHit {
    pub article: ArticleHead,
    pub timezone: Tz,
    pub headline: Option<String>,
    /// The first and the last version that match.
    pub first: usize,
    pub last: usize,
    /// The latest version no longer has it.
    pub gone: bool,
    pub captured: DateTime<Utc>,
    /// Sentence of `last`, from 1.
    pub sentence: Option<usize>,
    /// The words before, the match, the words after …, matches at odd places.
    pub snippet: Vec<String>,
}
