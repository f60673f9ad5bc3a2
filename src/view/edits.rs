//! Holds the manual edits of a story's timeline: what `Archive::edits` returns.

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::model::{Edtf, EntryKind, ManualEdit};

/// The manual edits of a story's timeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EditsView {
    /// Name of the story.
    pub story: String,
    /// Zone in which times are shown.
    pub timezone: Tz,
    /// The oldest first.
    pub edits: Vec<EditRow>,
}

/// One edit with what became of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EditRow {
    /// What became of the edit.
    pub state: EditState,
    /// The edit.
    #[serde(flatten)]
    pub edit: ManualEdit,
}

/// What became of a manual edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum EditState {
    /// It shows in the timeline.
    Applied,
    /// An editor took it back.
    Undone,
    /// The chronology has no such entry now.
    NoEntry,
}

/// What is asked to be done to an entry, with other entries and sentences as they were typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EditRequest {
    /// Keep the entry whatever the selection.
    Pin,
    /// Leave the entry out.
    Hide,
    /// Names the entry that is about the same.
    Merge(String),
    /// Names the sentence that is about another event: its number or words in it.
    Split(String),
    /// Date the entry; `None` takes its date away.
    Date(Option<Edtf>),
    /// Annotate the entry.
    Note(String),
    /// Give the entry a word to find it by.
    Tag(String),
    /// Take such a word away.
    Untag(String),
}

/// What is said of two names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameRequest {
    /// They are of one person or organization.
    Alias {
        /// The name to go by.
        name: String,
        /// The other name.
        other: String,
    },
    /// They are of two.
    Apart {
        /// One name.
        name: String,
        /// The other's.
        other: String,
    },
}

/// An entry that is to be added by hand, with its sources as they were typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryRequest {
    /// When it happened.
    pub when: Option<Edtf>,
    /// Event, statement or plan.
    pub kind: EntryKind,
    /// What happened, in the editor's words.
    pub text: String,
    /// Who said it, for a statement.
    pub speaker: Option<String>,
    /// Sentences (`herald v2 s5`), addresses of pages, or documents in words.
    pub sources: Vec<String>,
}
