//! Holds the pages that a list names, or why it could not be read.

use chrono::{DateTime, Utc};
use url::Url;

/// The pages that a list names.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PageList {
    pub kind: ListKind,
    /// The list's own name.
    pub title: Option<String>,
    pub items: Vec<ListItem>,
    /// Lists that this one names: the parts of a sitemap.
    pub lists: Vec<ListItem>,
    /// Minutes for which the list says that it stays as it is.
    pub ttl_minutes: Option<u32>,
}

/// What kind of list it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ListKind {
    #[default]
    Feed,
    Sitemap,
    Section,
}

/// A page that a list names.
#[derive(Clone, Debug, PartialEq)]
pub struct ListItem {
    pub url: Url,
    pub title: Option<String>,
    pub published: Option<DateTime<Utc>>,
}

/// Why a list cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ListError {
    #[error("it is no feed, no sitemap and no page with links to articles")]
    NoList,
    #[error("it looks like a {kind} but cannot be read: {why}")]
    Broken { kind: &'static str, why: String },
    #[error("it unpacks to more than {limit_mb} MB")]
    TooLarge { limit_mb: u64 },
}

impl ListError {
    /// Returns the name of the reason that programs use.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NoList => "no-list",
            Self::Broken { .. } => "broken-list",
            Self::TooLarge { .. } => "too-large",
        }
    }
}

/// Returns the address of a link in a list, without its fragment.
pub(super) fn link(base: &Url, href: &str) -> Option<Url> {
    let mut url = base.join(href.trim()).ok()?;
    url.set_fragment(None);
    Some(url)
}
