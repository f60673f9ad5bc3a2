//! Holds lists of stories and articles: what `Archive::stories` and `Archive::articles` return.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{ArticleHead, UpdateView};

/// Every story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoryList {
    /// The stories.
    pub stories: Vec<StoryRow>,
}

/// A story with its counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoryRow {
    /// What one types.
    pub name: String,
    /// Title of the story, where it differs from its name.
    pub title: Option<String>,
    /// Zone in which times are shown.
    pub timezone: Tz,
    /// Number of articles.
    pub articles: usize,
    /// Number of outlets.
    pub outlets: usize,
    /// Number of versions.
    pub versions: usize,
    /// The first capture, if there is one.
    pub first_captured: Option<DateTime<Utc>>,
    /// The last capture, if there is one.
    pub last_captured: Option<DateTime<Utc>>,
}

/// What stands above every page of a story.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StoryHead {
    /// What one types.
    pub story: String,
    /// Title of the story, where it differs from its name.
    pub title: Option<String>,
    /// Zone in which times are shown.
    pub timezone: Tz,
    /// Its counts, where they are known.
    pub row: Option<StoryRow>,
    /// Names of the outlets, in order.
    pub outlets: Vec<String>,
    /// The update seen last.
    pub last: Option<UpdateView>,
    /// The figure that one article revised most often.
    pub figure: Option<RevisedFigure>,
    /// Moments at which it grew, the first and the last among them, of very many only some.
    pub stops: Vec<DateTime<Utc>>,
    /// The last line of the ledger when this was read.
    pub line: Option<usize>,
}

/// A figure as one article revised it, version after version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RevisedFigure {
    /// What is counted: `killed`.
    pub of: String,
    /// The article that revised it.
    pub article: ArticleHead,
    /// Its values in words, the first one first.
    pub values: Vec<String>,
}

/// The articles of a story, or of everything.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArticleList {
    /// The articles.
    pub articles: Vec<ArticleRow>,
}

/// An article with its counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArticleRow {
    /// The article.
    pub article: ArticleHead,
    /// Headline of the latest version.
    pub headline: Option<String>,
    /// Zone in which times are shown.
    pub timezone: Tz,
    /// Number of versions.
    pub versions: usize,
    /// Number of captures.
    pub looks: usize,
    /// The first capture.
    pub first_captured: DateTime<Utc>,
    /// The last capture.
    pub last_captured: DateTime<Utc>,
}

/// What a command did to a story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoryDone {
    /// `created`, `renamed`, `merged`, `deleted`, `moved`.
    pub done: String,
    /// The story as it is now.
    pub story: StoryRow,
}
