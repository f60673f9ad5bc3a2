//! Holds a story's chronology as it is shown: what `Desk::timeline` returns.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{ArticleHead, NoteView};
use crate::model::{ChangeKind, Clock, ConflictState, DocumentTime, Edtf, EntryKind, Status};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimelineView {
    pub story: String,
    pub title: Option<String>,
    pub timezone: Tz,
    /// Which clock `as_of` and first reports go by.
    pub clock: Clock,
    /// What readers had been told by then; `None` is now.
    pub as_of: Option<DateTime<Utc>>,
    pub articles: Vec<ArticleHead>,
    /// In order of when it happened.
    pub entries: Vec<EntryView>,
    pub undated: Vec<EntryView>,
    pub conflicts: Vec<ConflictView>,
    pub notes: Vec<NoteView>,
}

/// One event or statement with all its evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EntryView {
    /// Stays the same while the entry does: what one types for `--why` and edits by hand, and what anchors use.
    pub id: String,
    pub when: Option<Edtf>,
    pub date: Option<NaiveDate>,
    pub kind: EntryKind,
    pub text: String,
    pub sentences: Vec<String>,
    pub speaker: Option<String>,
    pub status: Status,
    pub outlets: usize,
    pub importance: f64,
    pub first_reported: FirstReportView,
    pub evidence: Vec<EvidenceView>,
    pub history: Vec<HistoryView>,
    pub earliest: Option<Edtf>,
    pub latest: Option<Edtf>,
    /// Id of the entry that tells the plan of this event, or the event of this plan.
    pub linked: Option<String>,
    /// What decided: where the date comes from, why tellings were merged, what was done by hand.
    pub why: Vec<String>,
    /// What an editor wrote beside it.
    pub note: Option<String>,
    /// An editor wants it in every selection.
    pub pinned: bool,
}

/// The earliest version in the archive that tells it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FirstReportView {
    pub article: String,
    pub outlet: Option<String>,
    pub version: usize,
    pub published: Option<DocumentTime>,
    pub captured: Option<DateTime<Utc>>,
    /// The capture before, which did not tell it yet; `None` when the archive's first look already did.
    pub not_yet: Option<DateTime<Utc>>,
}

/// Where its words stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceView {
    pub article: String,
    pub outlet: Option<String>,
    pub version: usize,
    /// From 1.
    pub sentence: usize,
}

/// What a later version made of it, or how another account differs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HistoryView {
    pub article: String,
    pub outlet: Option<String>,
    pub version: usize,
    pub captured: Option<DateTime<Utc>>,
    pub kind: ChangeKind,
    pub before: Option<String>,
    pub after: Option<String>,
    /// Nothing was changed: the article's account differs from the entry's.
    pub differs: bool,
}

/// Where outlets or versions contradict each other: what `Desk::conflicts` returns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConflictsView {
    pub story: String,
    pub timezone: Tz,
    pub conflicts: Vec<ConflictView>,
}

/// Two or more accounts that differ.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConflictView {
    pub kind: ChangeKind,
    pub about: String,
    pub state: ConflictState,
    pub sides: Vec<ConflictSideView>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConflictSideView {
    pub article: String,
    pub outlet: Option<String>,
    pub version: usize,
    pub as_of: Option<DocumentTime>,
    pub value: String,
    pub sentence: String,
}

/// What a chronology gained, lost and revised between two moments: what `Desk::timeline_diff` returns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimelineDiffView {
    pub story: String,
    pub timezone: Tz,
    pub from: DateTime<Utc>,
    pub to: DateTime<Utc>,
    pub gained: Vec<EntryView>,
    pub lost: Vec<EntryView>,
    /// Before and after.
    pub revised: Vec<(EntryView, EntryView)>,
}
