//! Holds the few lines that name an article and a version wherever they are shown.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::model::{DocumentTime, Note};

/// An article as it is named on the screen.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ArticleHead {
    /// What one types to name it: `ukraine-talks/meridian`, or `meridian` for an unfiled one.
    pub reference: String,
    pub story: Option<String>,
    pub name: String,
    pub outlet: Option<String>,
    pub url: Option<String>,
}

/// A version without its text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VersionRow {
    /// Number in the order of recording, from 1; lists stand in the order of capture.
    pub number: usize,
    pub captured: DateTime<Utc>,
    /// The last look that still found this text.
    pub last_seen: DateTime<Utc>,
    /// How often the archive looked and found this text.
    pub looks: usize,
    pub published: Option<DocumentTime>,
    pub modified: Option<DocumentTime>,
    pub headline: Option<String>,
    pub standfirst: Option<String>,
    pub byline: Vec<String>,
    pub words: usize,
    /// The earlier version whose very text this is again.
    pub returns_to: Option<usize>,
    /// SHA-256 of the text, in hexadecimal.
    pub hash: String,
}

/// A note for the reader.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NoteView {
    pub code: String,
    pub message: String,
}

impl From<&Note> for NoteView {
    fn from(note: &Note) -> Self {
        Self { code: note.code.to_owned(), message: note.message.clone() }
    }
}
