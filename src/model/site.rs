//! Holds what a reader says of the pages of a site on which the general rules fail, and the lines that a site repeats.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// CSS selectors for the parts of an article; each is optional.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Selectors {
    /// The headline.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub headline: Option<String>,
    /// The standfirst.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standfirst: Option<String>,
    /// The line that names who wrote it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub byline: Option<String>,
    /// The element that holds the paragraphs.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<String>,
    /// What to leave out wherever it stands.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub remove: Vec<String>,
}

impl Selectors {
    /// Returns each selector with the name of its part.
    pub fn parts(&self) -> Vec<(&'static str, &str)> {
        let single = [
            ("headline", &self.headline),
            ("standfirst", &self.standfirst),
            ("byline", &self.byline),
            ("body", &self.body),
        ];
        let single = single.into_iter().filter_map(|(part, selector)| Some((part, selector.as_deref()?)));
        single.chain(self.remove.iter().map(|selector| ("remove", selector.as_str()))).collect()
    }
}

/// A site and how its pages are read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SiteSelectors {
    /// Its host without `www.`; hosts below it are meant too.
    pub host: String,
    /// What to take of its pages.
    pub selectors: Selectors,
    /// When this was said last.
    pub created: DateTime<Utc>,
}

/// A line that a site repeats on its pages, and that is no part of its articles.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RepeatedLine {
    /// The site: its host without `www.`.
    pub host: String,
    /// The paragraph as it stands in texts.
    pub line: String,
    /// Articles that had it when it was learnt …
    pub articles: usize,
    /// … of so many that were looked through.
    pub looked: usize,
    /// When it was learnt.
    pub learnt: DateTime<Utc>,
    /// Since when it counts as text, because the reader said so; nothing while it is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kept: Option<DateTime<Utc>>,
}
