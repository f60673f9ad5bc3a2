//! Holds which version brought each sentence: what `Desk::blame` returns.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{ArticleHead, VersionRow};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BlameView {
    pub timezone: Tz,
    pub article: ArticleHead,
    pub version: VersionRow,
    pub lines: Vec<BlameLine>,
}

/// A sentence of the version, with its history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BlameLine {
    /// From 1.
    pub sentence: usize,
    pub opens_paragraph: bool,
    pub text: String,
    /// The version that first had it in these words.
    pub since: usize,
    pub captured: DateTime<Utc>,
    /// The version that first had it in any words.
    pub origin: usize,
    /// Versions that edited it, `since` included.
    pub edited_in: Vec<usize>,
    /// It had stood so before, was changed, and is back.
    pub returns_to: Option<usize>,
}
