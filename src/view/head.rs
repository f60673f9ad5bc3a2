//! Holds the few lines that name an article and a version wherever they are shown.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use crate::model::{CapturedBy, DocumentTime, Note};

/// An article as it is named on the screen.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ArticleHead {
    /// What one types to name it: `ukraine-talks/meridian`, or `meridian` for an unfiled one.
    pub reference: String,
    /// Name of the story; `None` for an unfiled article.
    pub story: Option<String>,
    /// Name of the article within its story.
    pub name: String,
    /// Name of the outlet, where it is known.
    pub outlet: Option<String>,
    /// Address of the page, where it is known.
    pub url: Option<String>,
}

/// A version without its text: what a [`crate::model::Version`] holds, less its ids.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VersionRow {
    /// Number in the order of recording, from 1; lists stand in the order of capture.
    pub number: usize,
    /// When the archive first captured it.
    pub captured: DateTime<Utc>,
    /// Who set that time.
    pub captured_by: CapturedBy,
    /// The last look that still found this text.
    pub last_seen: DateTime<Utc>,
    /// How often the archive looked and found this text.
    pub looks: usize,
    /// When the page states that it was published.
    pub published: Option<DocumentTime>,
    /// When the page states that it was last changed.
    pub modified: Option<DocumentTime>,
    /// The headline, where there is one.
    pub headline: Option<String>,
    /// The standfirst, where there is one.
    pub standfirst: Option<String>,
    /// The byline, where there is one.
    pub byline: Vec<String>,
    /// Number of words.
    pub words: usize,
    /// The earlier version whose very text this is again.
    pub returns_to: Option<usize>,
    /// SHA-256 of the text, in hexadecimal.
    pub hash: String,
}

/// A note for the reader.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NoteView {
    /// Short name of the kind of note, for programs.
    pub code: String,
    /// The note in words.
    pub message: String,
}

impl From<&Note> for NoteView {
    fn from(note: &Note) -> Self {
        Self { code: note.code.to_owned(), message: note.message.clone() }
    }
}
