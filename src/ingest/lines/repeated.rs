//! Holds a line that a site repeats on its pages, as it is imported and exported.

use serde::{Deserialize, Serialize};

/// A line that a site repeats, and the articles that are read without it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct RepeatedLineLine {
    pub host: String,
    pub line: String,
    /// Articles that had it when it was learnt, of so many that were looked through.
    pub articles: usize,
    pub looked: usize,
    pub learnt: String,
    /// Since when it counts as text.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept: Option<String>,
    /// Articles of which it is left out: `STORY/NAME`, or the name of one that is in no story.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_out_of: Vec<String>,
}
