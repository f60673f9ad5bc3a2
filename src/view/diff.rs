//! Holds two versions side by side: what `Desk::diff` returns.

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{ArticleHead, ChangeCounts, ChangeView, NoteView, VerdictView, VersionRow};
use crate::model::Weight;

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DiffView {
    pub timezone: Tz,
    pub article: ArticleHead,
    pub a: VersionRow,
    pub b: VersionRow,
    pub verdict: VerdictView,
    pub counts: ChangeCounts,
    pub changes: Vec<ChangeView>,
    /// The whole text in reading order of the new version; removed passages stand where they stood.
    pub passages: Vec<Passage>,
    pub notes: Vec<NoteView>,
}

/// A sentence (or those that became one, or that it became) with its words marked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Passage {
    pub kind: PassageKind,
    /// Opens a paragraph (of the new text; of the old one where it was removed).
    pub opens_paragraph: bool,
    /// Sentences of the old version, from 1.
    pub a: Vec<usize>,
    /// Sentences of the new version, from 1.
    pub b: Vec<usize>,
    /// The change it belongs to: `ChangeView::number`.
    pub change: Option<usize>,
    /// `None` for what is the same.
    pub weight: Option<Weight>,
    pub runs: Vec<Run>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PassageKind {
    Same,
    Edited,
    Added,
    Removed,
    /// Stands here now and stood elsewhere; edits within it are marked in its runs.
    MovedHere,
    /// Stood here; `MovedHere` with the same change tells where it went.
    MovedAway,
    /// Of `field: title`: the headline, shown before the text.
    Headline,
}

/// A stretch of words that is the same, removed or added.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Run {
    pub kind: RunKind,
    pub text: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RunKind {
    Same,
    Removed,
    Added,
}
