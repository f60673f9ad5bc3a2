//! Says what edits by hand and identities ask of the archive, where the evidence lies.

use crate::model::{EntryKind, EntrySource, Evidence, FirstReport, Span};

/// What edits ask the archive about evidence.
pub trait EvidenceSource {
    /// Returns who publishes an article.
    fn outlet(&self, article: &str) -> String;
    /// Returns the sentence that evidence leads to, on one line.
    fn words(&self, evidence: &Evidence) -> Option<String>;
    /// Returns when a version was published and seen, with the capture before.
    fn report(&self, article: &str, version: usize) -> FirstReport;
    /// Returns where an identity rested when it was shown.
    fn place(&self, id: &str) -> Option<EntryPlace>;
    /// Returns where a source of an entry added by hand stands in the archive, where it does.
    fn evidence(&self, source: &EntrySource) -> Option<Evidence>;
}

/// A place on which an identity once rested, as the archive knows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryPlace {
    /// Slug of the article.
    pub article: String,
    /// 1-based place in the article's list of versions.
    pub version: usize,
    /// The sentence in the text of the version.
    pub span: Span,
    /// What the entry told at first.
    pub kind: EntryKind,
    /// The sentence, on one line.
    pub words: String,
}
