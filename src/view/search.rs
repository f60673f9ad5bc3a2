//! Holds where words were found: what `Archive::search` returns.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::ArticleHead;

/// The versions that have words.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SearchView {
    /// The words searched for.
    pub query: String,
    /// The best matches.
    pub hits: Vec<SearchHit>,
    /// How many there are in all.
    pub total: usize,
}

/// A passage and the versions that have it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SearchHit {
    /// The article.
    pub article: ArticleHead,
    /// Zone in which times are shown.
    pub timezone: Tz,
    /// The headline, where there is one.
    pub headline: Option<String>,
    /// The first and the last version that match.
    pub first: usize,
    /// Number of the last version that has the words.
    pub last: usize,
    /// The latest version no longer has it.
    pub gone: bool,
    /// When the archive first captured it.
    pub captured: DateTime<Utc>,
    /// Sentence of `last`, from 1.
    pub sentence: Option<usize>,
    /// The words before, the match, the words after …, matches at odd places.
    pub snippet: Vec<String>,
}
