//! Holds what became of the mark of an update: what `Archive::review` returns.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::ArticleHead;

/// An update with the mark that it was reviewed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReviewedView {
    /// The article.
    pub article: ArticleHead,
    /// Zone in which times are shown.
    pub timezone: Tz,
    /// Number of the old version.
    pub from: usize,
    /// Number of the new version.
    pub to: usize,
    /// When it was reviewed, if its mark stands.
    pub reviewed: Option<DateTime<Utc>>,
    /// Whether that is otherwise than before.
    pub changed: bool,
}
