//! Holds a watch, and a page that is asked over the network, as they are imported and exported.
//!
//! A watch is what the reader said; when each page is looked at next is left to the archive that takes it up.

use serde::{Deserialize, Serialize};

/// Something that is watched.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct WatchLine {
    pub name: String,
    pub url: String,
    /// `feed`, `sitemap`, `section` or `article`.
    pub kind: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub story: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub outlet: Option<String>,
    /// Only items that hold one of these are taken.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub words: Vec<String>,
    /// Seconds between two looks, where the reader chose them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub every: Option<i64>,
    /// `06:00-23:00 Europe/London`: hours of the day for looks, where not all are.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hours: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub paused_until: Option<String>,
    pub created: String,
}

/// A page that is asked over the network.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PageLine {
    pub url: String,
    /// Story and name of the article that it shows.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub story: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    /// Name of the watch that looks at it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub watch: Option<String>,
    /// It names other pages.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub is_list: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub published: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub gone_since: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved_to: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved_since: Option<String>,
    /// The looks at it that brought no text.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub looks: Vec<PageLookLine>,
}

/// A look that brought no text.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PageLookLine {
    pub looked: String,
    /// `failed`, `doubtful`, `variant`, `gone`, `returned` or `moved`.
    pub kind: String,
    pub reason: String,
    pub message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub status: Option<u16>,
}
