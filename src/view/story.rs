//! Holds lists of stories and articles: what `Desk::stories` and `Desk::articles` return.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::ArticleHead;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoryList {
    pub stories: Vec<StoryRow>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoryRow {
    /// What one types.
    pub name: String,
    pub title: Option<String>,
    pub timezone: Tz,
    pub articles: usize,
    pub outlets: usize,
    pub versions: usize,
    pub first_captured: Option<DateTime<Utc>>,
    pub last_captured: Option<DateTime<Utc>>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArticleList {
    pub articles: Vec<ArticleRow>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArticleRow {
    pub article: ArticleHead,
    /// Headline of the latest version.
    pub headline: Option<String>,
    pub timezone: Tz,
    pub versions: usize,
    pub looks: usize,
    pub first_captured: DateTime<Utc>,
    pub last_captured: DateTime<Utc>,
}

/// What a command did to a story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoryDone {
    /// `created`, `renamed`, `merged`, `deleted`, `moved`.
    pub done: String,
    pub story: StoryRow,
}
