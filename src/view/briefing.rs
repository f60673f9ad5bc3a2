//! Holds what is new since a moment: what `Archive::briefing` returns.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{ArticleHead, TimelineDiffView, UpdateView, VersionRow};

/// What is new since a moment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct BriefingView {
    /// Zone in which times are shown.
    pub timezone: Tz,
    /// The earlier moment.
    pub since: DateTime<Utc>,
    /// The later moment.
    pub until: DateTime<Utc>,
    /// The stories in which something is new; articles that stand in none come last.
    pub stories: Vec<StoryBriefing>,
}

/// What is new in a story.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StoryBriefing {
    /// Name of the story; `None` for articles that stand in none.
    pub story: Option<String>,
    /// Articles of which the archive had no version before, in order of capture.
    pub articles: Vec<NewArticleView>,
    /// Updates, in order of capture.
    pub updates: Vec<UpdateView>,
    /// What the timeline gained, lost and revised, and where accounts differ since; `None` where there is no story.
    pub timeline: Option<TimelineDiffView>,
}

/// An article that is new.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NewArticleView {
    /// The article.
    pub article: ArticleHead,
    /// Its first version.
    pub version: VersionRow,
}
