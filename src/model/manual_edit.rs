//! Holds what editors did by hand to a story's chronology.
//!
//! `Ann Lee, 26 April: dates e1f0c2a9 2025-04-24` is one correction. It names
//! its entry by key and keeps the entry's words of that day, so that it is
//! still found when an earlier report gives the entry another key, and can be
//! told when the entry is gone. Evidence is never touched; what was done can be
//! undone, and both stay on record.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{Edtf, EntryKind, EntrySource};

/// One edit by hand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ManualEdit {
    /// Place among the edits of the story, from 1; never given again.
    #[serde(default)]
    pub number: usize,
    /// Key of the entry.
    pub entry: String,
    /// The entry's sentence as it was shown then.
    pub text: String,
    /// What was done.
    #[serde(flatten)]
    pub edit: ManualEditKind,
    /// Who did it.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Who took it back, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub undone: Option<Undone>,
}

/// What was done.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "edit", rename_all = "kebab-case")]
pub enum ManualEditKind {
    /// It is in every selection.
    Pin,
    /// It is not shown.
    Hide,
    /// The entry of key `with` tells the same.
    /// Join with another entry.
    Merge {
        /// Id of the other entry.
        with: String,
        /// Its text when they were joined.
        words: String,
    },
    /// This sentence of the entry tells another event.
    /// Part the entry in two.
    Split {
        /// The sentence that begins the new entry.
        sentence: String,
    },
    /// The true date; `None` takes a wrong one away.
    /// Date the entry.
    Date {
        /// The date; `None` takes it away.
        when: Option<Edtf>,
    },
    /// Words to stand beside it.
    /// Annotate the entry.
    Note {
        /// What the editor wrote.
        words: String,
    },
    /// A word to find it by.
    Tag {
        /// The word.
        tag: String,
    },
    /// Takes such a word away.
    Untag {
        /// The word.
        tag: String,
    },
    /// An entry that no version reports, or not so; `ManualEdit::entry` is its key, `ManualEdit::text` its words.
    Add {
        /// When it happened.
        when: Option<Edtf>,
        /// Event, statement or plan.
        kind: EntryKind,
        /// Who said it, for a statement.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        speaker: Option<String>,
        /// What it rests on.
        sources: Vec<EntrySource>,
    },
    /// Two names of one person or organization; `ManualEdit::entry` and `ManualEdit::text` are empty.
    Alias {
        /// The name to go by.
        name: String,
        /// The other name.
        other: String,
    },
    /// Two names of two; `ManualEdit::entry` and `ManualEdit::text` are empty.
    Apart {
        /// One name.
        name: String,
        /// The other's.
        other: String,
    },
}

/// Who took an edit back, and when.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Undone {
    /// Who did it.
    pub author: String,
    /// When.
    pub at: DateTime<Utc>,
}

impl ManualEditKind {
    /// Returns the word that the command line and the screen use.
    pub const fn as_str(&self) -> &'static str {
        match self {
            Self::Pin => "pin",
            Self::Hide => "hide",
            Self::Merge { .. } => "merge",
            Self::Split { .. } => "split",
            Self::Date { .. } => "date",
            Self::Note { .. } => "note",
            Self::Tag { .. } => "tag",
            Self::Untag { .. } => "untag",
            Self::Add { .. } => "add",
            Self::Alias { .. } => "alias",
            Self::Apart { .. } => "apart",
        }
    }

    /// Returns whether it is about names, not about an entry.
    pub const fn is_about_names(&self) -> bool {
        matches!(self, Self::Alias { .. } | Self::Apart { .. })
    }

    /// Returns the words of texts that it repeats beside those of its entry.
    pub fn quoted(&self) -> Vec<&str> {
        match self {
            Self::Merge { words, .. } => vec![words],
            Self::Split { sentence } => vec![sentence],
            Self::Alias { name, other } | Self::Apart { name, other } => vec![name, other],
            Self::Add { speaker, sources, .. } => {
                sources.iter().filter_map(EntrySource::words).chain(speaker.as_deref()).collect()
            }
            _ => Vec::new(),
        }
    }
}
