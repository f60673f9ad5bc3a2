//! Holds what an entry that an editor added to a timeline rests on.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

/// What an entry that was added by hand rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "source", rename_all = "kebab-case")]
pub enum EntrySource {
    /// A sentence of a version in the archive.
    Passage {
        /// Slug of the article.
        article: String,
        /// Number of the version.
        version: usize,
        /// Place of the sentence, from 1.
        sentence: usize,
        /// The sentence.
        words: String,
    },
    /// A page elsewhere.
    Page {
        /// Its address.
        url: String,
    },
    /// Something else, in the editor's words: "court file 12/2025, page 4".
    Document {
        /// What it is called.
        name: String,
    },
}

/// Who added an entry by hand, when, and what it rests on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AddedByHand {
    /// Who did it.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
    /// What it rests on.
    pub sources: Vec<EntrySource>,
}

impl EntrySource {
    /// Returns the sentence of a version that it repeats.
    pub fn words(&self) -> Option<&str> {
        match self {
            Self::Passage { words, .. } => Some(words),
            Self::Page { .. } | Self::Document { .. } => None,
        }
    }
}
