//! Holds a story's chronology: what happened, when, according to whom, and when readers were told.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{AddedByHand, ChangeKind, Clock, DocumentTime, Edtf, Note, Span};

/// What is asked of a timeline.
#[derive(Clone, Debug, Default)]
pub struct TimelineQuery {
    /// Words the story is about.
    pub query: Vec<String>,
    /// How many days at the most; `None` lists everything that has evidence.
    pub dates: Option<usize>,
    /// Sentences a day, where `dates` is given.
    pub sentences: usize,
    /// The first day listed.
    pub from: Option<NaiveDate>,
    /// The last day listed.
    pub to: Option<NaiveDate>,
    /// Only what was known then, by `clock`.
    pub as_of: Option<DateTime<Utc>>,
    /// Only what was first told or changed after this, by `clock`.
    pub since: Option<DateTime<Utc>>,
    /// The clock by which `as_of` and `since` are read.
    pub clock: Clock,
}

/// A story in order of when it happened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timeline {
    /// The entries, in order of when they happened.
    pub entries: Vec<TimelineEntry>,
    /// What the texts do not date, with the bounds that follow from them.
    pub undated: Vec<TimelineEntry>,
    /// Where accounts contradict each other.
    pub conflicts: Vec<Conflict>,
    /// The names under which the texts quote somebody, each with the number of its mentions; empty for a selection of days.
    pub speakers: BTreeMap<String, usize>,
    /// What could not be used.
    pub notes: Vec<Note>,
}

/// One event or statement, however often and wherever it is told.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TimelineEntry {
    /// Names the entry for links and edits by hand; the same for as long as its first telling stands.
    pub key: String,
    /// When it happened.
    pub when: Option<Edtf>,
    /// A full day, where `when` gives one.
    pub date: Option<NaiveDate>,
    /// What it is about.
    pub kind: EntryKind,
    /// The best sentence, word for word from a source.
    pub text: String,
    /// More sentences for it, the best first.
    pub sentences: Vec<String>,
    /// Who said it, for a statement.
    pub speaker: Option<String>,
    /// How it stands now.
    pub status: Status,
    /// How many outlets report it.
    pub outlets: usize,
    /// 0 to 1.
    pub importance: f64,
    /// Where it was first told, in whatever words; `None` for an entry added by hand that no version reports.
    pub first_reported: Option<FirstReport>,
    /// Where the words shown stood first; `None` where an editor wrote them.
    pub words_first: Option<WordsPlace>,
    /// Where it stands, in every article.
    pub evidence: Vec<Evidence>,
    /// What later versions made of it.
    pub history: Vec<HistoryItem>,
    /// Bounds of an undated entry.
    pub earliest: Option<Edtf>,
    /// The last moment that an undated entry can mean.
    pub latest: Option<Edtf>,
    /// Key of the entry that tells the plan of this event, or the event of this plan.
    pub linked: Option<String>,
    /// What decided: where the date comes from, why tellings were merged.
    pub why: Vec<String>,
    /// What an editor wrote beside it.
    pub note: Option<String>,
    /// Whether an editor wants it in every selection.
    pub pinned: bool,
    /// Words by which editors find it, sorted.
    pub tags: Vec<String>,
    /// Who added it, where no text did.
    pub by_hand: Option<AddedByHand>,
}

/// The earliest version in the archive that tells it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FirstReport {
    /// Slug of the article.
    pub article: String,
    /// 1-based place in the article's list of versions.
    pub version: usize,
    /// When the page says the version was published.
    pub published: Option<DocumentTime>,
    /// When the version was captured.
    pub captured: Option<DocumentTime>,
    /// The capture before, which did not tell it yet: the wording came between the two.
    pub not_yet: Option<DocumentTime>,
}

/// Where the words that an entry shows stood first: what a citation of these words names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WordsPlace {
    /// Index of the sentence in the version.
    pub sentence: usize,
    /// The version and its times.
    pub report: FirstReport,
}

/// Where a telling of an entry stands, in whatever words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Slug of the article.
    pub article: String,
    /// The first version with these very words.
    pub version: usize,
    /// The last version that has them.
    pub until: usize,
    /// Index of the sentence in `version`.
    pub sentence: usize,
    /// Where the sentence stands in the text of the version.
    pub span: Span,
}

/// What a later version made of an entry, or what another article has instead.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct HistoryItem {
    /// Slug of the article.
    pub article: String,
    /// 1-based place in the article's list of versions.
    pub version: usize,
    /// What stood there before.
    pub before: Option<String>,
    /// What stands there after.
    pub after: Option<String>,
    /// What it is about.
    pub kind: ChangeKind,
    /// Nothing was changed: the article's account differs from the entry's.
    pub differs: bool,
}

/// Two accounts that cannot both stand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Conflict {
    /// What it is about.
    pub kind: ChangeKind,
    /// What the accounts differ about.
    pub about: String,
    /// The accounts.
    pub sides: Vec<ConflictSide>,
    /// Whether they still differ.
    pub state: ConflictState,
}

/// One account of a conflict.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ConflictSide {
    /// Slug of the article.
    pub article: String,
    /// 1-based place in the article's list of versions.
    pub version: usize,
    /// When the version was published or captured.
    pub as_of: Option<DocumentTime>,
    /// By which clock `as_of` is: the archive's, where the page states no time.
    pub clock: Clock,
    /// What this account says.
    pub value: String,
    /// The sentence that says it.
    pub sentence: String,
}

/// Whether accounts still differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum ConflictState {
    /// The latest versions still differ.
    Open,
    /// They differed, and later versions agree.
    Past,
}

#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
/// What an entry tells.
#[serde(rename_all = "lowercase")]
pub enum EntryKind {
    /// What happened.
    #[default]
    Event,
    /// What someone said, on the day of saying.
    Statement,
    /// What is to happen.
    Planned,
}

impl EntryKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Event, Self::Statement, Self::Planned];

    /// Returns the word that JSON and the screen use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Event => "event",
            Self::Statement => "statement",
            Self::Planned => "planned",
        }
    }
}

/// How an entry stands now.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// As it was first reported.
    Reported,
    /// A later version of the same article changed it.
    Revised,
    /// The latest versions of two articles, or two speakers, differ.
    Disputed,
    /// The latest version no longer has it.
    Withdrawn,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 4] = [Self::Reported, Self::Revised, Self::Disputed, Self::Withdrawn];

    /// Returns the word that JSON and the screen use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Revised => "revised",
            Self::Disputed => "disputed",
            Self::Withdrawn => "withdrawn",
        }
    }
}
