//! Holds what one version tells, small enough to be kept for every version.
//!
//! "The meeting began at 7pm and was halted at 9.20pm." is one `MentionSentence` with two
//! `EventMention`s: the same words, two times. A telling is one time in one
//! sentence, however many verbs share it, because a reader of a chronology
//! wants one entry for "was lifted and towed away on Friday", not two.
//!
//! All of it is kept in a form without names of fields, so none may be skipped
//! when it is written.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::model::{Bound, Certainty, DocumentTime, Edtf, EntryKind, Polarity, Role, Span, StatementKind};

/// An article with its versions, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ArticleMentions {
    pub id: String,
    pub outlet: String,
    pub versions: Vec<VersionMentions>,
}

/// What one version tells.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct VersionMentions {
    pub captured: Option<DocumentTime>,
    pub published: Option<DocumentTime>,
    pub title: Option<String>,
    /// Every sentence, in order of the text.
    pub lines: Vec<MentionSentence>,
    /// In order of the text.
    pub mentions: Vec<EventMention>,
    /// Statements that tell a chronology nothing, for their sentence stands in it with a date; claims need them.
    pub unlisted_statements: Vec<EventMention>,
}

/// One sentence with what a chronology needs of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MentionSentence {
    pub text: String,
    pub span: Span,
    pub role: Role,
    pub paragraph: usize,
    /// The content words of what it tells by number, sorted, each once.
    pub words: Vec<u32>,
    /// Its content words that only say who says so: two things told by one hospital are not alike for that.
    pub attribution: Vec<u32>,
    /// The words that name times, in lower case.
    pub times: String,
    /// Days that it names, once for each time it names them.
    pub days: Vec<NaiveDate>,
    pub figures: Vec<ReportedFigure>,
}

impl MentionSentence {
    /// Returns the words of what is told and of who tells it, sorted.
    pub fn all_words(&self) -> Vec<u32> {
        let mut words = [self.words.as_slice(), &self.attribution].concat();
        words.sort_unstable();
        words
    }
}

/// A quantity with what it counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReportedFigure {
    pub words: String,
    pub span: Span,
    pub value: f64,
    pub unit: Option<String>,
    pub of: Option<String>,
    pub bound: Bound,
    /// The content words that follow it, by number, in order of the text.
    pub near: Vec<u32>,
}

/// What one sentence tells of one time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EventMention {
    pub kind: EntryKind,
    /// Index of its line.
    pub line: usize,
    /// The first of its lines, where a quotation runs over several.
    pub from_line: usize,
    /// What the text dates it to; never assumed from publication.
    pub when: Option<Edtf>,
    /// The date comes from an earlier clause or sentence.
    pub inherited: bool,
    /// It is only recalled, to say what other news is about: "an inquiry into the crash *that killed nine*".
    pub recalled: bool,
    /// The first event word, or the content of a statement.
    pub span: Span,
    /// Dictionary forms of the events that share the time.
    pub lemmas: Vec<String>,
    pub speaker: Option<String>,
    /// Who says that the speaker says so: "Lee said the minister had told her …".
    pub via: Option<String>,
    /// The content words behind its verbs, by number.
    pub object: Vec<u32>,
    /// What an order word says: before or after the telling that stands before it.
    pub temporal_order: Option<TemporalOrder>,
    /// Only of statements.
    pub statement: Option<StatementContent>,
}

/// Where an order word puts a telling: "earlier that day", "hours later".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TemporalOrder {
    Earlier,
    Later,
}

/// The content of a statement and how it is put.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StatementContent {
    pub kind: StatementKind,
    pub content: String,
    /// Content words by number, sorted, each once.
    pub words: Vec<u32>,
    pub certainty: Certainty,
    pub polarity: Polarity,
    /// Dates within the content, in order of the text.
    pub dates: Vec<Edtf>,
    /// The words of the figures within the content, in order of the text.
    pub figures: Vec<String>,
}

impl VersionMentions {
    /// Returns the line of a telling.
    pub fn line_of(&self, mention: &EventMention) -> &MentionSentence {
        &self.lines[mention.line]
    }
}

/// Returns whether two mentions have a verb or event noun in common.
pub fn share_verb(a: &EventMention, b: &EventMention) -> bool {
    a.lemmas.iter().any(|lemma| b.lemmas.contains(lemma))
}
