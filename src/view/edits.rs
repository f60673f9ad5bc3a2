//! Holds the manual edits of a story's timeline: what `Archive::edits` returns.

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::model::{Edtf, ManualEdit};

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
}
