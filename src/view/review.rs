//! Holds what an editor checks: what `Archive::audit`, `figures` and `standing` return.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{ArticleHead, ChangeView, VersionRow};
use crate::model::DocumentTime;

/// Material changes for which no notice was found: replacements and unclear ones in
/// full, developments as a number.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AuditView {
    /// Zone in which times are shown.
    pub timezone: Tz,
    /// The changes that an editor may want to look at.
    pub rows: Vec<AuditRow>,
    /// Silent developments, which are not listed.
    pub developments: usize,
    /// Material changes that a notice names.
    pub admitted: usize,
    /// Changes of updates that an editor has marked as reviewed, which are not listed.
    pub reviewed: usize,
    /// Notes that the versions do not bear out, or that call a changed fact less than it is.
    pub notes: Vec<NoteCheckView>,
}

impl AuditView {
    /// Returns the rows of each update.
    pub fn updates(&self) -> impl Iterator<Item = &[AuditRow]> {
        self.rows.chunk_by(|one, next| one.article == next.article && one.to.number == next.to.number)
    }
}

/// What an editor may want to look at in a note of correction.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NoteCheckView {
    /// The article.
    pub article: ArticleHead,
    /// The version that brought the note.
    pub version: VersionRow,
    /// `note-without-change` or `clarification-of-fact`.
    pub code: String,
    /// The note in words.
    pub message: String,
    /// The note, word for word.
    pub text: String,
}

/// A material change that no notice names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AuditRow {
    /// The article.
    pub article: ArticleHead,
    /// The old version.
    pub from: VersionRow,
    /// The new version.
    pub to: VersionRow,
    /// The change.
    pub change: ChangeView,
}

/// The series of each count through versions and outlets.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FiguresView {
    /// Name of the story.
    pub story: String,
    /// Zone in which times are shown.
    pub timezone: Tz,
    /// The series, the longest first.
    pub series: Vec<FigureSeries>,
}

/// One count: `killed`, in people.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigureSeries {
    /// What is counted.
    pub of: String,
    /// The unit, where there is one.
    pub unit: Option<String>,
    /// The year of an earlier event, where it is the toll of one.
    pub year: Option<i32>,
    /// In order of capture.
    pub points: Vec<FigurePoint>,
}

/// One value of a series, where a version states it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FigurePoint {
    /// When the archive first captured it.
    pub captured: DateTime<Utc>,
    /// When the page states that it was published.
    pub published: Option<DocumentTime>,
    /// What one types to name the article.
    pub article: String,
    /// Name of the outlet, where it is known.
    pub outlet: Option<String>,
    /// Number of the version.
    pub version: usize,
    /// From 1.
    pub sentence: usize,
    /// The value; the lower one of a range.
    pub value: f64,
    /// The upper value of a range.
    pub upper: Option<f64>,
    /// As written: "at least 12".
    pub words: String,
    /// Who said it.
    pub speaker: Option<String>,
    /// The words.
    pub text: String,
}

/// In which latest versions a value or wording still stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StandingView {
    /// Name of the story.
    pub story: String,
    /// Zone in which times are shown.
    pub timezone: Tz,
    /// The words asked for.
    pub words: String,
    /// Where they stand now.
    pub standing: Vec<StandingPlace>,
    /// Articles that had it once, with the version that dropped it.
    pub gone: Vec<StandingPlace>,
}

/// A place where the words stand, or stood last.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StandingPlace {
    /// The article.
    pub article: ArticleHead,
    /// The latest version that has it.
    pub version: usize,
    /// When the archive first captured it.
    pub captured: DateTime<Utc>,
    /// `headline`, `standfirst`, `caption`, `body`.
    pub place: String,
    /// From 1.
    pub sentence: Option<usize>,
    /// The words.
    pub text: String,
    /// Whom the sentence credits.
    pub credited: Option<String>,
    /// The version that no longer has it.
    pub dropped_in: Option<usize>,
}
