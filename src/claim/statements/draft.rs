//! Holds a statement while it is read, in tokens instead of bytes.

use std::ops::Range;

/// A statement while it is read.
#[derive(Clone, Debug, Default)]
pub(super) struct StatementDraft {
    /// The attributing verb, noun or sign.
    pub main: Option<usize>,
    pub cue: Vec<Range<usize>>,
    pub source: Option<Range<usize>>,
    pub content: Vec<Range<usize>>,
    /// The cue is denied: "did not say".
    pub negated: bool,
    /// Nobody in the text is made responsible: "it is believed".
    pub sourceless: bool,
    /// A quotation that stands alone: whoever spoke last speaks on.
    pub inherits: bool,
    /// What is said within what is said.
    pub inner: Vec<StatementDraft>,
}

impl StatementDraft {
    /// Returns the first token of what is said.
    pub(super) fn start(&self) -> usize {
        self.content.iter().map(|range| range.start).min().unwrap_or(0)
    }

    /// Returns the last token of what is said.
    pub(super) fn last(&self) -> usize {
        self.content.iter().map(|range| range.end.saturating_sub(1)).max().unwrap_or(0)
    }

    /// Returns whether a token lies in what is said.
    pub(super) fn holds(&self, token: usize) -> bool {
        self.content.iter().any(|range| range.contains(&token))
    }
}
