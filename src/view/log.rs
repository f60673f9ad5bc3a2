//! Holds the versions of articles, oldest first: what `Archive::log` returns.

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{ArticleHead, ChangeCounts, VerdictView, VersionRow};

/// The versions of articles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LogView {
    /// Zone in which times are shown.
    pub timezone: Tz,
    /// In order of story and name.
    pub articles: Vec<ArticleLog>,
}

/// The versions of one article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArticleLog {
    /// The article.
    pub article: ArticleHead,
    /// Oldest first.
    pub versions: Vec<LogRow>,
}

/// A version and what it changed against the one before.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LogRow {
    /// The version.
    #[serde(flatten)]
    pub version: VersionRow,
    /// `None` for the first.
    pub verdict: Option<VerdictView>,
    /// How many changes of each weight.
    pub counts: ChangeCounts,
}
