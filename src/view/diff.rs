//! Holds two versions side by side: what `Archive::diff` returns.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{ArticleHead, ChangeCounts, ChangeView, NoteView, VerdictView, VersionRow};
use crate::model::Weight;

/// Two versions of an article, compared.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct DiffView {
    /// Zone in which times are shown.
    pub timezone: Tz,
    /// The article.
    pub article: ArticleHead,
    /// The old version.
    pub a: VersionRow,
    /// The new version.
    pub b: VersionRow,
    /// What all changes come to.
    pub verdict: VerdictView,
    /// How many changes of each weight.
    pub counts: ChangeCounts,
    /// When an editor reviewed it, if that was marked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewed: Option<DateTime<Utc>>,
    /// The changes, by place in the text.
    pub changes: Vec<ChangeView>,
    /// The whole text in reading order of the new version; removed passages stand where they stood.
    pub passages: Vec<Passage>,
    /// Remarks for the reader.
    pub notes: Vec<NoteView>,
}

/// A sentence (or those that became one, or that it became) with its words marked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Passage {
    /// What became of it.
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
    /// Its words, in stretches that are the same, removed or added.
    pub runs: Vec<Run>,
}

/// What became of a passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum PassageKind {
    /// In both versions.
    Same,
    /// In both, with other words.
    Edited,
    /// In the new version only.
    Added,
    /// In the old version only.
    Removed,
    /// Stands here now and stood elsewhere; edits within it are marked in its runs.
    MovedHere,
    /// Stood here; `MovedHere` with the same change says where it went.
    MovedAway,
    /// Of `field: title`: the headline, shown before the text.
    Headline,
}

/// A stretch of words that is the same, removed or added.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Run {
    /// What became of the stretch.
    pub kind: RunKind,
    /// The words.
    pub text: String,
}

/// What became of a stretch of words.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RunKind {
    /// In both versions.
    Same,
    /// In the old version only.
    Removed,
    /// In the new version only.
    Added,
}
