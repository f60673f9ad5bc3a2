//! Holds the same assertion as it fares through versions, articles and outlets.

use serde::{Deserialize, Serialize};

use super::{Certainty, DocumentTime, Edtf, StatementKind, Status, WordsMark};

/// An assertion with everywhere it stood, the first place first.
#[derive(Clone, Debug, PartialEq)]
pub struct Claim {
    /// Outlives another reading as long as its first stand does.
    pub id: String,
    /// What is asserted.
    pub kind: ClaimKind,
    /// In the words of its latest telling.
    pub text: String,
    /// Who is said to have put it, where the text names somebody.
    pub speaker: Option<String>,
    /// What a figure counts: `people killed`.
    pub about: Option<String>,
    /// How it stands now.
    pub status: Status,
    /// How many outlets report it.
    pub outlets: usize,
    /// Outlets that tell it in words of their own; copies of one wire text count as one.
    pub sources: usize,
    /// In order of when readers were told. Never empty.
    pub stands: Vec<Occurrence>,
}

/// What a claim asserts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ClaimKind {
    /// What someone is reported to say.
    Statement,
    /// A count or measure.
    Figure,
    /// What happened, or is to happen.
    Event,
}

impl ClaimKind {
    /// Returns the word that JSON and the screen use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Statement => "statement",
            Self::Figure => "figure",
            Self::Event => "event",
        }
    }
}

/// One wording of a claim over a run of versions of one article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Occurrence {
    /// Slug of the article.
    pub article: String,
    /// Name of the outlet.
    pub outlet: String,
    /// First version that has it, from 1.
    pub version: usize,
    /// Last version that has it so; `None` while the article's latest does.
    pub until: Option<usize>,
    /// When the version was captured.
    pub captured: Option<DocumentTime>,
    /// When the page says the version was published.
    pub published: Option<DocumentTime>,
    /// Index of the sentence in `version`.
    pub sentence: usize,
    /// The version by its words, and where the sentence begins in them.
    pub place: (WordsMark, usize),
    /// How firmly it is asserted there.
    pub put: Assertion,
}

/// How a claim is put in one place.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assertion {
    /// What is said, counted or told to have happened.
    pub value: String,
    /// Who says so in these words.
    pub speaker: Option<String>,
    /// Who says that the speaker says so, where one saying stands within another.
    pub via: Option<String>,
    /// How firmly a statement is put.
    pub certainty: Option<Certainty>,
    /// Whether a statement is in the speaker's words or the writer's.
    pub saying: Option<StatementKind>,
    /// When it was said, or happened.
    pub when: Option<Edtf>,
    /// Dates within what is said.
    pub dates: Vec<Edtf>,
    /// Figures within what is said, in its words.
    pub figures: Vec<String>,
    /// Its speaker had said so before, there or elsewhere in the story.
    pub repeats: bool,
    /// The whole sentence.
    pub text: String,
}
