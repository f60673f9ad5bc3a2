//! Holds one mention through the versions of an article: its wordings and what each version changed.
//!
//! v1: `Ten were killed on Monday.`  v2: `Twelve were killed on Monday.`
//!
//! is one chain of two wordings, revised in v2.

use serde::{Deserialize, Serialize};

use crate::model::{ChangeKind, Edtf, EntryKind, Role, Span};

use super::moving_words_table::MOVING_WORDS;
use super::revision::{Revision, revisions};
use crate::text::rule_table::is_listed;
use crate::timeline::mention::event_mention::{
    EventMention, MentionSentence, StatementContent, TemporalOrder, VersionMentions,
};

/// One mention through the versions of an article. Versions count from 0 here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MentionChain {
    /// Kind of its first mention: part of the entry's key, also when a statement has become an event since.
    pub began_as: EntryKind,
    /// Its latest mention.
    pub mention: EventMention,
    /// The content words of its latest sentence, by number.
    pub words: Vec<u32>,
    /// What its latest sentence is in the article.
    pub role: Role,
    /// The paragraph of its latest sentence.
    pub paragraph: usize,
    /// Its latest sentence in full; needed only to extend the chain, so it is not kept (see `ArticleTrack::resume_after`).
    #[serde(skip)]
    pub(super) line: MentionSentence,
    /// Each wording, oldest first; never empty.
    pub wordings: Vec<Wording>,
    /// What later versions changed, oldest first.
    pub revisions: Vec<Revision>,
    /// Index of the chain that reports this plan as carried out.
    pub became: Option<usize>,
    /// Index of the chain of the plan that this event carries out.
    pub planned: Option<usize>,
    /// Index of the chain that order words put this one before or after.
    pub temporal_order: Option<(TemporalOrder, usize)>,
    /// A later version has the sentence, but reworded so that no mention in it could be paired with this one: its last revision.
    pub rephrased: bool,
}

/// The same words over a run of versions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wording {
    /// First version, from 0.
    pub from: usize,
    /// Last version, from 0.
    pub to: usize,
    /// Index of the sentence in version `from`.
    pub sentence: usize,
    /// The sentence in version `from`.
    pub span: Span,
    /// The sentence, with single spaces.
    pub text: String,
    /// The sentences before it that belong to the same quotation.
    pub lead: Vec<(Span, String)>,
    /// Who is quoted.
    pub speaker: Option<String>,
    /// The sentence reports other news and only recalls this.
    pub recalled: bool,
}

/// Stands for the wording of a chain that has none, so that damaged data cannot cause a panic.
static NO_WORDING: Wording = Wording {
    from: 0,
    to: 0,
    sentence: 0,
    span: Span { start: 0, end: 0 },
    text: String::new(),
    lead: Vec::new(),
    speaker: None,
    recalled: false,
};

impl Default for MentionChain {
    /// Returns a chain of one empty wording.
    fn default() -> Self {
        Self {
            began_as: EntryKind::default(),
            mention: EventMention::default(),
            words: Vec::new(),
            role: Role::default(),
            paragraph: 0,
            line: MentionSentence::default(),
            wordings: vec![NO_WORDING.clone()],
            revisions: Vec::new(),
            became: None,
            planned: None,
            temporal_order: None,
            rephrased: false,
        }
    }
}

impl MentionChain {
    /// Begins a chain with a mention of `version`.
    pub(super) fn new(mention: &EventMention, mentions: &VersionMentions, version: usize) -> Self {
        let line = mentions.line_of(mention);
        Self {
            began_as: mention.kind,
            mention: without_claim_details(mention),
            words: line.words.clone(),
            role: line.role,
            paragraph: line.paragraph,
            line: line.clone(),
            wordings: vec![wording(mention, mentions, version)],
            ..Self::default()
        }
    }

    /// Returns its first wording.
    pub fn first_wording(&self) -> &Wording {
        self.wordings.first().unwrap_or(&NO_WORDING)
    }

    /// Returns its latest wording.
    pub fn latest_wording(&self) -> &Wording {
        self.wordings.last().unwrap_or(&NO_WORDING)
    }

    /// Returns its latest sentence.
    pub fn text(&self) -> &str {
        &self.latest_wording().text
    }

    /// Returns the wording to show: the latest that has it as its news, unless a later version revised the event itself.
    pub fn shown(&self) -> &Wording {
        let as_news = self.wordings.iter().rfind(|wording| !wording.recalled);
        let holds = |wording: &&Wording| !self.revisions.iter().any(|own| own.core && wording.to < own.version);
        as_news.filter(holds).unwrap_or_else(|| self.latest_wording())
    }

    /// Returns the first version that has it.
    pub fn first(&self) -> usize {
        self.first_wording().from
    }

    /// Returns the last version that has it.
    pub fn last(&self) -> usize {
        self.latest_wording().to
    }

    /// Ends the chain with a version that puts its sentence in other words, in which it is mentioned no more.
    ///
    /// "The driver has been suspended." > "The driver has not been suspended." The old words stand no longer.
    pub(super) fn rephrase(&mut self, line: &MentionSentence, version: usize) {
        self.rephrased = true;
        if line.text != self.text() {
            let (before, after) = (Some(self.text().to_owned()), Some(line.text.clone()));
            self.revisions.push(Revision { version, kind: ChangeKind::Statement, before, after, core: true });
        }
    }

    /// Extends the chain by the mention of the next version.
    pub(super) fn extend(&mut self, mention: &EventMention, mentions: &VersionMentions, version: usize) {
        let line = mentions.line_of(mention);
        let mut mention = without_claim_details(mention);
        if self.mention.when.is_some() && (same_times(&self.line, line) || is_dated_from_afar(&self.mention, &mention))
        {
            mention.when.clone_from(&self.mention.when);
        } else if same_days(&self.line, line) {
            mention.when = on_day_of(self.mention.when.as_ref(), mention.when.as_ref()).or(mention.when);
        }
        let is_unchanged = self.line.text == line.text && self.mention.speaker == mention.speaker;
        match self.wordings.last_mut().filter(|_| is_unchanged) {
            Some(wording) => wording.to = version,
            None => self.wordings.push(wording(&mention, mentions, version)),
        }
        if self.mention != mention || self.line.text != line.text {
            self.revisions.extend(revisions(version, (&self.mention, &self.line), (&mention, line)));
            self.mention = mention;
        }
        self.words.clone_from(&line.words);
        (self.role, self.paragraph) = (line.role, line.paragraph);
        self.line = line.clone();
    }
}

/// Returns whether a date of the old sentence holds for the new one: words that stay keep what they meant when written.
///
/// "On Thursday" in a sentence that was left standing for a month is still the
/// same Thursday. Only "today" and similar words follow the day of rewriting.
fn same_times(old: &MentionSentence, new: &MentionSentence) -> bool {
    old.text == new.text || old.times == new.times && !old.times.is_empty() && !moves(new)
}

/// Returns whether two sentences name the same days in the same words, and only their times of day differ: "at 14:00 on Friday"
/// > "at 14:20 on Friday".
fn same_days(old: &MentionSentence, new: &MentionSentence) -> bool {
    let days = |line: &MentionSentence| -> Vec<String> {
        let words = line.times.split([';', ' ']).filter(|word| word.parse::<chrono::Weekday>().is_ok());
        words.map(str::to_owned).collect()
    };
    let days_of_old = days(old);
    !days_of_old.is_empty() && days_of_old == days(new) && !moves(old) && !moves(new)
}

/// Returns whether the times of a sentence depend on the day of writing: "today", "last Friday".
fn moves(line: &MentionSentence) -> bool {
    line.times.split([';', ' ']).any(|word| is_listed(MOVING_WORDS, word))
}

/// Returns the new time of day on the old day.
fn on_day_of(old: Option<&Edtf>, new: Option<&Edtf>) -> Option<Edtf> {
    let ((day, _), (_, clock)) = (old?.as_str().split_once('T')?, new?.as_str().split_once('T')?);
    Edtf::new(format!("{day}T{clock}")).ok()
}

/// Returns whether the new date is a coarser form of the old one: "on Thursday" > "in October".
fn is_dated_from_afar(old: &EventMention, new: &EventMention) -> bool {
    old.when.as_ref().zip(new.when.as_ref()).is_some_and(|(old, new)| new.is_coarser_form_of(old))
}

/// Returns a mention without what only claims need of a statement.
fn without_claim_details(mention: &EventMention) -> EventMention {
    let stripped =
        |full: &StatementContent| StatementContent { dates: Vec::new(), figures: Vec::new(), ..full.clone() };
    let statement = mention.statement.as_ref().map(stripped);
    EventMention { statement, ..mention.clone() }
}

fn wording(mention: &EventMention, mentions: &VersionMentions, version: usize) -> Wording {
    let line = mentions.line_of(mention);
    let lead = mentions.lines[mention.from_line.min(mention.line)..mention.line].iter();
    Wording {
        lead: lead.map(|line| (line.span, line.text.clone())).collect(),
        from: version,
        to: version,
        sentence: mention.line,
        span: line.span,
        text: line.text.clone(),
        speaker: mention.speaker.clone(),
        recalled: mention.recalled,
    }
}
