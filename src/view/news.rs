//! What was recorded since somebody looked, by story; articles that stand in none by themselves.

use serde::{Deserialize, Serialize};

/// Versions recorded after a line of the ledger.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NewsView {
    /// The last line of the ledger now: what is asked for next time.
    pub line: usize,
    /// Stories that have new versions, in order of name.
    pub stories: Vec<StoryNews>,
    /// Articles of no story that have new versions, in order of name.
    pub unfiled: Vec<ArticleNews>,
}

/// A story that has something new.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct StoryNews {
    /// Its name.
    pub story: String,
    /// Versions that it holds now.
    pub versions: usize,
    /// How many of them are new.
    pub new: usize,
}

/// An article of no story that has something new.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleNews {
    /// Its name.
    pub article: String,
    /// Versions that it holds now.
    pub versions: usize,
    /// How many of them are new.
    pub new: usize,
}
