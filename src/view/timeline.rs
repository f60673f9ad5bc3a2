//! Holds a story's chronology as it is shown: what `Archive::timeline` returns.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::entry_filter::EntryFilter;
use super::{ArticleHead, NoteView};
use crate::model::{AddedByHand, ChangeKind, Clock, ConflictState, DocumentTime, Edtf, EntryKind, Status};

/// A story's timeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimelineView {
    /// Name of the story.
    pub story: String,
    /// Title of the story, where it differs from its name.
    pub title: Option<String>,
    /// Zone in which times are shown.
    pub timezone: Tz,
    /// Which clock `as_of` and first reports go by.
    pub clock: Clock,
    /// What readers had been told by then; `None` is now.
    pub as_of: Option<DateTime<Utc>>,
    /// What of it was asked for; `None` is all of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub filter: Option<Filtered>,
    /// The articles of the story.
    pub articles: Vec<ArticleHead>,
    /// In order of when it happened.
    pub entries: Vec<EntryView>,
    /// Entries without a date.
    pub undated: Vec<EntryView>,
    /// Where accounts differ.
    pub conflicts: Vec<ConflictView>,
    /// Remarks for the reader.
    pub notes: Vec<NoteView>,
}

/// What was asked of a timeline, and of how much that is a part.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Filtered {
    /// What was asked for.
    #[serde(flatten)]
    pub asked: EntryFilter,
    /// Entries before the filter, the undated ones among them.
    pub of: usize,
    /// Entries that fit but for having no date, where days are asked for.
    pub undated: usize,
}

/// One event or statement with all its evidence: a [`crate::model::TimelineEntry`] with articles and versions named as readers know them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EntryView {
    /// Stays the same while the entry does: what one types for `--why` and manual edits, and what anchors use.
    pub id: String,
    /// When it happened, as exactly as is known.
    pub when: Option<Edtf>,
    /// The day, where the date names one.
    pub date: Option<NaiveDate>,
    /// Event, statement or plan.
    pub kind: EntryKind,
    /// The words.
    pub text: String,
    /// Every wording of it.
    pub sentences: Vec<String>,
    /// Who said it, where somebody is named.
    pub speaker: Option<String>,
    /// How it stands now.
    pub status: Status,
    /// Number of outlets.
    pub outlets: usize,
    /// How much it matters in the story, for selections.
    pub importance: f64,
    /// Who told it first, in whatever words; `None` for an entry added by hand that no version reports.
    pub first_reported: Option<FirstReportView>,
    /// Where the words of `text` stood first; `None` where an editor wrote them.
    #[serde(default)]
    pub words_first: Option<WordsPlaceView>,
    /// Where it is reported.
    pub evidence: Vec<EvidenceView>,
    /// What later versions made of it.
    pub history: Vec<HistoryView>,
    /// The earliest date that an account gives.
    pub earliest: Option<Edtf>,
    /// The latest date that an account gives.
    pub latest: Option<Edtf>,
    /// Id of the entry for the plan of this event, or for the event of this plan.
    pub linked: Option<String>,
    /// What decided: where the date comes from, why mentions were merged, which manual edits apply.
    pub why: Vec<String>,
    /// What an editor wrote beside it.
    pub note: Option<String>,
    /// An editor wants it in every selection.
    pub pinned: bool,
    /// Words by which editors find it, sorted.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// Who added it, where no text did, and what it rests on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by_hand: Option<AddedByHand>,
}

impl EntryView {
    /// Returns whether two entries are an event and a statement of one sentence and date, which a screen shows as one.
    ///
    /// What an editor added stands for itself.
    pub fn is_shown_with(&self, other: &Self) -> bool {
        let are_of_text = self.by_hand.is_none() && other.by_hand.is_none();
        are_of_text && self.text == other.text && self.when == other.when
    }

    /// Returns who said it, where the words themselves do not name them: by the last word of the name.
    pub fn untold_speaker(&self) -> Option<&str> {
        let speaker = self.speaker.as_deref()?;
        let last = speaker.rsplit(' ').next().unwrap_or(speaker).to_lowercase();
        let is_told = self.text.split(|c: char| !c.is_alphanumeric()).any(|word| word.to_lowercase() == last);
        (!is_told).then_some(speaker)
    }

    /// Returns the version in which the words shown stood first: the one that a citation of them names.
    ///
    /// An editor's words stand in none; what such an entry rests on is its evidence.
    pub fn cited(&self) -> Option<&FirstReportView> {
        self.words_first.as_ref().map(|words| &words.report)
    }

    /// Returns the sentence of the version that is cited.
    pub fn cited_sentence(&self) -> Option<EvidenceView> {
        let WordsPlaceView { sentence, report } = self.words_first.as_ref()?;
        let (article, outlet) = (report.article.clone(), report.outlet.clone());
        Some(EvidenceView { article, outlet, version: report.version, sentence: *sentence })
    }

    /// Returns the version that told it in other words before those shown stood anywhere.
    pub fn told_before(&self) -> Option<&FirstReportView> {
        let words = &self.words_first.as_ref()?.report;
        let is_other = |first: &&FirstReportView| (&first.article, first.version) != (&words.article, words.version);
        self.first_reported.as_ref().filter(is_other)
    }
}

/// Where the words that an entry shows stood first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WordsPlaceView {
    /// From 1.
    pub sentence: usize,
    /// The version and its times.
    #[serde(flatten)]
    pub report: FirstReportView,
}

/// The earliest version in the archive that reports it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FirstReportView {
    /// What one types to name the article.
    pub article: String,
    /// Name of the outlet, where it is known.
    pub outlet: Option<String>,
    /// Number of the version.
    pub version: usize,
    /// When the page states that it was published.
    pub published: Option<DocumentTime>,
    /// When the archive captured it.
    pub captured: Option<DateTime<Utc>>,
    /// The capture before, which did not tell it yet; `None` when the archive's first look already did.
    pub not_yet: Option<DateTime<Utc>>,
}

/// Where its words stand.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EvidenceView {
    /// What one types to name the article.
    pub article: String,
    /// Name of the outlet, where it is known.
    pub outlet: Option<String>,
    /// Number of the version.
    pub version: usize,
    /// From 1.
    pub sentence: usize,
}

/// What a later version made of it, or how another account differs.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HistoryView {
    /// What one types to name the article.
    pub article: String,
    /// Name of the outlet, where it is known.
    pub outlet: Option<String>,
    /// Number of the version.
    pub version: usize,
    /// When the archive captured it.
    pub captured: Option<DateTime<Utc>>,
    /// What kind of claim it is.
    pub kind: ChangeKind,
    /// The old words.
    pub before: Option<String>,
    /// The new words.
    pub after: Option<String>,
    /// Nothing was changed: the article's account differs from the entry's.
    pub differs: bool,
}

/// Where outlets or versions contradict each other: what `Archive::conflicts` returns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConflictsView {
    /// Name of the story.
    pub story: String,
    /// Zone in which times are shown.
    pub timezone: Tz,
    /// Where accounts differ.
    pub conflicts: Vec<ConflictView>,
}

/// Two or more accounts that differ.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConflictView {
    /// What kind of claim it is.
    pub kind: ChangeKind,
    /// What the accounts differ about.
    pub about: String,
    /// Whether the conflict is open or settled.
    pub state: ConflictState,
    /// The accounts.
    pub sides: Vec<ConflictSideView>,
}

/// One of the accounts that differ.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConflictSideView {
    /// What one types to name the article.
    pub article: String,
    /// Name of the outlet, where it is known.
    pub outlet: Option<String>,
    /// Number of the version.
    pub version: usize,
    /// The time of the account.
    pub as_of: Option<DocumentTime>,
    /// By which clock `as_of` is: the archive's, where the page states no time.
    #[serde(default)]
    pub clock: Clock,
    /// What the account says.
    pub value: String,
    /// The sentence that says it.
    pub sentence: String,
}

/// What a chronology gained, lost and revised between two moments: what `Archive::timeline_diff` returns.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimelineDiffView {
    /// Name of the story.
    pub story: String,
    /// Zone in which times are shown.
    pub timezone: Tz,
    /// The earlier moment.
    pub from: DateTime<Utc>,
    /// The later moment.
    pub to: DateTime<Utc>,
    /// Entries of the later moment only.
    pub gained: Vec<EntryView>,
    /// Entries of the earlier moment only.
    pub lost: Vec<EntryView>,
    /// Before and after.
    pub revised: Vec<(EntryView, EntryView)>,
    /// Where accounts differ at the later moment and did not at the earlier.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub conflicts: Vec<ConflictView>,
}
