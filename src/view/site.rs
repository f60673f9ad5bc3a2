//! Holds how the pages of sites are read, what selectors would change, and the lines that sites repeat.

use serde::{Deserialize, Serialize};

use crate::model::{RepeatedLine, Selectors, SiteSelectors};

/// Every site that is read by selectors of its own. `site add --file` takes this very shape.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SitesView {
    /// The sites, in order of host.
    pub sites: Vec<SiteSelectors>,
}

/// What selectors find on pages of a site.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SiteTestView {
    /// The site.
    pub host: String,
    /// What was tried.
    pub selectors: Selectors,
    /// Each page that was tried.
    pub pages: Vec<SitePageView>,
}

/// What selectors find on a page.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SitePageView {
    /// Version or file that the page was taken from.
    pub page: String,
    /// What each selector names.
    pub selected: Vec<SelectedView>,
    /// The page as the general rules read it.
    pub before: PageReading,
    /// The page as the selectors have it read.
    pub after: PageReading,
    /// Paragraphs that come with the selectors.
    pub gained: Vec<String>,
    /// Paragraphs that go.
    pub lost: Vec<String>,
}

/// How many elements a selector names.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct SelectedView {
    /// `headline`, `standfirst`, `byline`, `body` or `remove`.
    pub part: String,
    /// The selector.
    pub selector: String,
    /// How many there are.
    pub elements: usize,
}

/// A page as it is read.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PageReading {
    /// Its headline.
    pub headline: Option<String>,
    /// Its standfirst.
    pub standfirst: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// Words of its text.
    pub words: usize,
    /// Paragraphs of its text.
    pub paragraphs: usize,
    /// Why it shows no article, if it shows none.
    pub unusable: Option<String>,
}

/// The lines that sites repeat on their pages.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct RepeatedLinesView {
    /// The site that was asked about; nothing where all are told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host: Option<String>,
    /// The lines, by site.
    pub lines: Vec<RepeatedLineRow>,
}

/// A line that a site repeats.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RepeatedLineRow {
    /// By which it is named.
    pub number: i64,
    /// The line and how it was learnt.
    #[serde(flatten)]
    pub line: RepeatedLine,
    /// Articles of which it is left out.
    pub left_out_of: usize,
}
