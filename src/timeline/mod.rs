//! Orders the events and statements of a whole story.
//!
//! Two steps, so that a store can keep the first one's result for each version:
//! `gather` reads tellings off one version, `assemble` merges and orders the
//! tellings of all versions of all articles.

use chrono_tz::Tz;

use crate::model::{DocumentTime, Side, Timeline, TimelineQuery};

/// An article with its versions, oldest first.
#[derive(Clone, Debug)]
pub struct ArticleTellings {
    pub id: String,
    pub outlet: String,
    pub versions: Vec<VersionTellings>,
}

/// What one version tells.
#[derive(Clone, Debug)]
pub struct VersionTellings {
    pub captured: Option<DocumentTime>,
    pub published: Option<DocumentTime>,
}

/// Reads off one version what it tells.
pub fn gather(side: &Side<'_>, captured: Option<DocumentTime>) -> VersionTellings {
    VersionTellings { captured, published: side.setting.published }
}

/// Merges and orders what all versions of all articles tell.
pub fn assemble(_articles: &[ArticleTellings], _timezone: Tz, _query: &TimelineQuery) -> Timeline {
    Timeline::default()
}
