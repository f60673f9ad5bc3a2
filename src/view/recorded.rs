//! Holds what became of each file handed over: what `Archive::record` returns.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{ArticleHead, NoteView};
use crate::model::{CapturedBy, DocumentTime};

/// One text, safely stored.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RecordedView {
    /// The article.
    pub article: ArticleHead,
    /// What came of it.
    #[serde(flatten)]
    pub outcome: Outcome,
    /// Number of the version that holds the text.
    pub version: usize,
    /// When the archive first captured it.
    pub captured: DateTime<Utc>,
    /// Who set that time.
    pub captured_by: CapturedBy,
    /// When the page states that it was published.
    pub published: Option<DocumentTime>,
    /// When the page states that it was last changed.
    pub modified: Option<DocumentTime>,
    /// The headline, where there is one.
    pub headline: Option<String>,
    /// Number of words.
    pub words: usize,
    /// The article (or story) did not exist before.
    pub new_article: bool,
    /// The story did not exist before.
    pub new_story: bool,
    /// Remarks for the reader.
    pub notes: Vec<NoteView>,
}

/// What a look at an article brought.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "kebab-case")]
pub enum Outcome {
    /// The first version of its article.
    First,
    /// Another text than the version before.
    New,
    /// The same text: a capture, no version.
    Unchanged,
    /// The text of an earlier version again.
    /// The text of an earlier version again.
    Returned {
        /// Number of that version.
        to: usize,
    },
    /// Slots in before versions that were there.
    Backdated,
}

/// What became of many files.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct BatchView {
    /// The texts that were recorded.
    pub recorded: Vec<RecordedView>,
    /// The texts that were refused.
    pub refused: Vec<RefusedView>,
    /// Manual edits that came with an import.
    #[serde(default)]
    pub edits: usize,
    /// Watches that came with an import.
    #[serde(default)]
    pub watches: usize,
    /// Sites with selectors of their own that came with an import.
    #[serde(default)]
    pub sites: usize,
    /// Hooks that came with an import; they rest until they are resumed.
    #[serde(default)]
    pub hooks: usize,
}

/// How much of many files was recorded, where each alone need not be kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BatchCounts {
    /// New versions.
    pub recorded: usize,
    /// Texts that were there.
    pub unchanged: usize,
    /// Texts that were refused.
    pub refused: usize,
    /// Manual edits that came with an import.
    pub edits: usize,
    /// Watches that came with an import.
    pub watches: usize,
    /// Sites with selectors of their own that came with an import.
    pub sites: usize,
    /// Hooks that came with an import.
    pub hooks: usize,
}

impl BatchCounts {
    /// Counts a batch in.
    pub fn add(&mut self, batch: &BatchView) {
        let unchanged = batch.recorded.iter().filter(|recorded| recorded.outcome == Outcome::Unchanged).count();
        self.recorded += batch.recorded.len() - unchanged;
        self.unchanged += unchanged;
        self.refused += batch.refused.len();
        self.edits += batch.edits;
        self.watches += batch.watches;
        self.sites += batch.sites;
        self.hooks += batch.hooks;
    }
}

/// A file or line that was not recorded, and why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct RefusedView {
    /// The file, or `line 12`.
    pub from: String,
    /// Why it was refused.
    pub error: String,
    /// What the reader can do about it, where something is known.
    pub hint: Option<String>,
}
