//! Holds which version brought each sentence: what `Archive::blame` returns.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{ArticleHead, VersionRow};

/// The sentences of a version, each with the version that brought it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BlameView {
    /// Zone in which times are shown.
    pub timezone: Tz,
    /// The article.
    pub article: ArticleHead,
    /// The version.
    pub version: VersionRow,
    /// The sentences of the version.
    pub lines: Vec<BlameLine>,
}

/// A sentence of the version, with its history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BlameLine {
    /// From 1.
    pub sentence: usize,
    /// The sentence is the first of its paragraph.
    pub opens_paragraph: bool,
    /// The words.
    pub text: String,
    /// The version that first had it in these words.
    pub since: usize,
    /// When the archive first captured it.
    pub captured: DateTime<Utc>,
    /// The version that first had it in any words.
    pub origin: usize,
    /// Versions that edited it, `since` included.
    pub edited_in: Vec<usize>,
    /// It had stood so before, was changed, and is back.
    pub returns_to: Option<usize>,
}
