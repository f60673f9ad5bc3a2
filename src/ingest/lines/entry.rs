//! Holds where the identity of a timeline entry rests, as a line has it.

use serde::{Deserialize, Serialize};

use super::error::LineError;
use crate::model::{EntryKind, Span};

/// The sentence that an entry was named by when it was shown, so that links and edits by hand lead on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EntryLine {
    pub id: String,
    /// Number of the version of the line's article.
    pub version: usize,
    /// First byte of the sentence in the text below the headline.
    pub start: usize,
    /// The byte behind its last one.
    pub end: usize,
    pub kind: EntryKind,
    /// Entries of this kind that began at the place before it.
    #[serde(default)]
    pub ordinal: usize,
}

/// Most characters of an identity: a letter and sixteen digits.
const ID: usize = 17;

impl EntryLine {
    /// Returns the place of the sentence.
    pub fn span(&self) -> Result<Span, LineError> {
        let is_name = !self.id.is_empty() && self.id.len() <= ID && self.id.bytes().all(|c| c.is_ascii_alphanumeric());
        match is_name && self.start <= self.end && i64::try_from(self.end).is_ok() {
            true => Ok(Span { start: self.start, end: self.end }),
            false => Err(LineError::Entry),
        }
    }
}
