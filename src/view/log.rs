//! Holds the versions of articles, oldest first: what `Archive::log` returns.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{ArticleHead, ChangeCounts, PageLookRow, VerdictView, VersionRow};
use crate::model::{CapturedBy, DocumentTime, HiddenMarks, OriginKind};

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
    /// The latest looks at its pages that brought no text, oldest first, where that is asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub page_looks: Vec<PageLookRow>,
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
    /// Every look that found it, oldest first, where that is asked for.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub seen: Vec<LookRow>,
}

/// A look at an article: when, by whose word, whence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct LookRow {
    /// When it was captured.
    pub captured: DateTime<Utc>,
    /// Who set that time.
    pub captured_by: CapturedBy,
    /// When the program recorded it, by its clock; unknown of what an earlier version of it recorded.
    pub recorded: Option<DateTime<Utc>>,
    /// When the page states that it was published.
    pub published: Option<DocumentTime>,
    /// When the page states that it was last changed.
    pub modified: Option<DocumentTime>,
    /// The way by which it came in.
    pub origin: OriginKind,
    /// Name of the file, or address.
    pub source: Option<String>,
    /// Address at which it was seen.
    pub url: Option<String>,
    /// What the text carried for machines alone: C2PA manifests, watermarks.
    pub hidden_marks: Vec<HiddenMarks>,
    /// The page or file is kept as it was received.
    pub has_original: bool,
}
