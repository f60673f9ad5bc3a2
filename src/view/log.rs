//! Holds the versions of articles, oldest first: what `Desk::log` returns.

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{ArticleHead, ChangeCounts, VerdictView, VersionRow};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LogView {
    pub timezone: Tz,
    pub articles: Vec<ArticleLog>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArticleLog {
    pub article: ArticleHead,
    /// Oldest first.
    pub versions: Vec<LogRow>,
}

/// A version and what it changed against the one before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LogRow {
    #[serde(flatten)]
    pub version: VersionRow,
    /// `None` for the first.
    pub verdict: Option<VerdictView>,
    pub counts: ChangeCounts,
}
