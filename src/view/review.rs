//! Holds what an editor checks: what `Desk::audit`, `figures` and `standing` return.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{ArticleHead, ChangeView, VersionRow};
use crate::model::DocumentTime;

/// Material changes for which no notice was found: replacements and unclear ones in
/// full, developments as a number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AuditView {
    pub timezone: Tz,
    pub rows: Vec<AuditRow>,
    /// Silent developments, which are not listed.
    pub developments: usize,
    /// Material changes that a notice names.
    pub admitted: usize,
    /// Notes that the versions do not bear out, or that call a changed fact less than it is.
    pub notes: Vec<NoteCheckView>,
}

/// What an editor may want to look at in a note of correction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NoteCheckView {
    pub article: ArticleHead,
    /// The version that brought the note.
    pub version: VersionRow,
    /// `note-without-change` or `clarification-of-fact`.
    pub code: String,
    pub message: String,
    /// The note, word for word.
    pub text: String,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AuditRow {
    pub article: ArticleHead,
    pub from: VersionRow,
    pub to: VersionRow,
    pub change: ChangeView,
}

/// The series of each count through versions and outlets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FiguresView {
    pub story: String,
    pub timezone: Tz,
    pub series: Vec<FigureSeries>,
}

/// One count: `killed`, in people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigureSeries {
    pub of: String,
    pub unit: Option<String>,
    /// The year of an earlier event, where it is the toll of one.
    pub year: Option<i32>,
    /// In order of capture.
    pub points: Vec<FigurePoint>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigurePoint {
    pub captured: DateTime<Utc>,
    pub published: Option<DocumentTime>,
    pub article: String,
    pub outlet: Option<String>,
    pub version: usize,
    /// From 1.
    pub sentence: usize,
    pub value: f64,
    pub upper: Option<f64>,
    /// As written: "at least 12".
    pub words: String,
    /// Who said it.
    pub speaker: Option<String>,
    pub text: String,
}

/// In which latest versions a value or wording still stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StandingView {
    pub story: String,
    pub timezone: Tz,
    pub words: String,
    pub standing: Vec<StandingPlace>,
    /// Articles that had it once, with the version that dropped it.
    pub gone: Vec<StandingPlace>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StandingPlace {
    pub article: ArticleHead,
    /// The latest version that has it.
    pub version: usize,
    pub captured: DateTime<Utc>,
    /// `headline`, `standfirst`, `caption`, `body`.
    pub place: String,
    /// From 1.
    pub sentence: Option<usize>,
    pub text: String,
    /// Whom the sentence credits.
    pub credited: Option<String>,
    /// The version that no longer has it.
    pub dropped_in: Option<usize>,
}
