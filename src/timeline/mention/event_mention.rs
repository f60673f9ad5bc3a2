//! Holds what one version mentions, small enough to be kept for every version.
//!
//! "The meeting began at 7pm and was halted at 9.20pm." is one `MentionSentence` with two
//! `EventMention`s: the same words, two times. A mention is one time in one
//! sentence, however many verbs share it, because a reader of a timeline
//! wants one entry for "was lifted and towed away on Friday", not two.
//!
//! All of it is kept in a form without names of fields, so none may be skipped
//! when it is written.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::diff::lexicon::phrases::{Sense, set_relation};
use crate::model::{Bound, Certainty, DocumentTime, Edtf, EntryKind, Polarity, Role, Span, StatementKind, WordsMark};

use super::cues::is_counting;
use crate::text::{is_light_verb, stem};
use crate::timeline::similarity::number;

/// An article with its versions, oldest first.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ArticleMentions {
    /// The article.
    pub id: String,
    /// Who publishes it.
    pub outlet: String,
    /// Oldest first.
    pub versions: Vec<VersionMentions>,
}

/// What one version mentions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct VersionMentions {
    /// The version, by its words.
    pub mark: WordsMark,
    /// When the version was seen.
    pub captured: Option<DocumentTime>,
    /// When its page says it was written.
    pub published: Option<DocumentTime>,
    /// The headline.
    pub title: Option<String>,
    /// Every sentence, in order of the text.
    pub lines: Vec<MentionSentence>,
    /// In order of the text.
    pub mentions: Vec<EventMention>,
    /// Statements that a timeline leaves out, because their sentence stands in it already; claims need them.
    pub unlisted_statements: Vec<EventMention>,
}

/// One sentence with what later steps need of it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MentionSentence {
    /// The sentence, with single spaces.
    pub text: String,
    /// Where it stands in the text.
    pub span: Span,
    /// What the sentence is in the article.
    pub role: Role,
    /// Index of its paragraph.
    pub paragraph: usize,
    /// The content words of what it reports by number, sorted, each once.
    pub words: Vec<u32>,
    /// Its content words that only say who says so: two things reported by one hospital are not alike for that.
    pub attribution: Vec<u32>,
    /// The words that name times, in lower case.
    pub times: String,
    /// Days that it names, once for each time it names them.
    pub days: Vec<NaiveDate>,
    /// The figures that it counts or measures with.
    pub figures: Vec<ReportedFigure>,
}

impl MentionSentence {
    /// Returns the words of what is reported and of who reports it, sorted.
    pub fn all_words(&self) -> Vec<u32> {
        let mut words = [self.words.as_slice(), &self.attribution].concat();
        words.sort_unstable();
        words
    }
}

/// A quantity with what it counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ReportedFigure {
    /// As it is written.
    pub words: String,
    /// Where it stands in the text.
    pub span: Span,
    /// The number.
    pub value: f64,
    /// The unit, as the analysis names it.
    pub unit: Option<String>,
    /// What is counted.
    pub of: Option<String>,
    /// Whether it is exact, a minimum, a maximum or about.
    pub bound: Bound,
    /// The content words before it in its clause, by number, the nearest first.
    pub lead: Vec<u32>,
    /// The content words that follow it, by number, in order of the text.
    pub near: Vec<u32>,
}

/// What one sentence reports of one time.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct EventMention {
    /// Event, plan or statement.
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
    /// What the lexicon of news English says of these words, sorted.
    pub senses: Vec<Sense>,
    /// The stems of the words for who does it, by number, sorted.
    pub doers: Vec<u32>,
    /// The stems of the words for whom or what it is done to, by number, sorted.
    pub undergoers: Vec<u32>,
    /// Who is quoted.
    pub speaker: Option<String>,
    /// The speaker is given by name, not as "officials" or "a letter".
    pub is_speaker_named: bool,
    /// Who says that the speaker says so: "Lee said the minister had told her …".
    pub via: Option<String>,
    /// The content words behind its verbs, by number.
    pub object: Vec<u32>,
    /// What an order word says: before or after the mention that stands before it.
    pub temporal_order: Option<TemporalOrder>,
    /// Only of statements.
    pub statement: Option<StatementContent>,
}

/// Where an order word puts a mention: "earlier that day", "hours later".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum TemporalOrder {
    /// Before what was told just before: "earlier that day".
    Earlier,
    /// After what was told just before: "hours later".
    Later,
}

/// The content of a statement and how it is put.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct StatementContent {
    /// Direct, indirect or mixed.
    pub kind: StatementKind,
    /// What is said, in the words of the text.
    pub content: String,
    /// Content words by number, sorted, each once.
    pub words: Vec<u32>,
    /// How certain the speaker is.
    pub certainty: Certainty,
    /// Whether it is denied.
    pub polarity: Polarity,
    /// Dates within the content, in order of the text.
    pub dates: Vec<Edtf>,
    /// The words of the figures within the content, in order of the text.
    pub figures: Vec<String>,
    /// The stem of the main verb of the content, by number; nothing where it is a quotation.
    pub verb: Option<u32>,
    /// The stems of the words for who takes part in that, by number, sorted.
    pub parts: Vec<u32>,
}

impl VersionMentions {
    /// Returns whether every line that is named is there, every number is one, and every day is of the calendar: what other
    /// machines hand over may hold anything.
    pub fn is_sound(&self) -> bool {
        let figures = self.lines.iter().flat_map(|line| &line.figures);
        let mut days = self.lines.iter().flat_map(|line| &line.days);
        let mut told = self.mentions.iter().chain(&self.unlisted_statements);
        let times = [self.captured, self.published];
        told.all(|mention| mention.from_line <= mention.line && mention.line < self.lines.len())
            && { figures }.all(|figure| figure.value.is_finite())
            && days.all(|day| DocumentTime::Day(*day).in_calendar().is_some())
            && times.into_iter().flatten().all(|time| time.in_calendar().is_some())
    }

    /// Returns the line of a mention.
    pub fn line_of(&self, mention: &EventMention) -> &MentionSentence {
        &self.lines[mention.line]
    }
}

/// Returns whether two mentions have a verb or event noun in common, or one that may stand for the other: "came ashore",
/// "made landfall".
pub(crate) fn share_verb(a: &EventMention, b: &EventMention) -> bool {
    share_lemma(a, b) || are_told_alike(a, b)
}

/// Returns whether two mentions share a verb that says what happened, and to whom or by whom: "Quah was convicted", "the judge
/// convicted him".
pub(crate) fn share_verb_and_part(a: &EventMention, b: &EventMention) -> bool {
    let says = |lemma: &&String| !is_light_verb(lemma);
    let share = |x: &[u32], y: &[u32]| x.iter().any(|word| !is_counting(*word) && y.binary_search(word).is_ok());
    let is_verb_shared = a.lemmas.iter().filter(says).any(|lemma| b.lemmas.contains(lemma));
    let is_part_shared = match a.undergoers.is_empty() || b.undergoers.is_empty() {
        true => share(&a.doers, &b.doers) || share(&a.doers, &b.undergoers) || share(&a.undergoers, &b.doers),
        false => share(&a.undergoers, &b.undergoers),
    };
    is_verb_shared && is_part_shared
}

/// Returns whether two mentions tell of different things: another thing is done, and by and to others.
///
/// "Six people are being treated, the hospital said" > "He died on Monday, the hospital said".
pub(crate) fn are_other_news(a: &EventMention, b: &EventMention) -> bool {
    let verbs = |mention: &EventMention| -> Vec<u32> {
        match &mention.statement {
            Some(said) => said.verb.into_iter().collect(),
            None => mention.lemmas.iter().map(|lemma| number(&stem(lemma))).collect(),
        }
    };
    let parts = |mention: &EventMention| -> Vec<u32> {
        match &mention.statement {
            Some(said) => said.parts.clone(),
            None => [mention.doers.as_slice(), &mention.undergoers].concat(),
        }
    };
    let ((verbs_a, verbs_b), (parts_a, parts_b)) = ((verbs(a), verbs(b)), (parts(a), parts(b)));
    let share = |x: &[u32], y: &[u32]| x.iter().any(|word| y.contains(word));
    let known = [&verbs_a, &verbs_b, &parts_a, &parts_b].into_iter().all(|words| !words.is_empty());
    known && !share(&verbs_a, &verbs_b) && !share(&parts_a, &parts_b) && !are_told_alike(a, b)
}

/// Returns whether two mentions have a verb or event noun in common.
pub(crate) fn share_lemma(a: &EventMention, b: &EventMention) -> bool {
    a.lemmas.iter().any(|lemma| b.lemmas.contains(lemma))
}

/// Returns whether a word of one mention may stand for one of the other.
pub(crate) fn are_told_alike(a: &EventMention, b: &EventMention) -> bool {
    set_relation(&a.senses, &b.senses).same
}
