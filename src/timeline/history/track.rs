//! Follows each telling through the versions of one article.
//!
//! v1: `Ten were killed on Monday.`  v2: `Twelve were killed on Monday.`
//!
//! is one thread, revised in v2, not one event withdrawn and another one
//! reported. A plan that a later version tells as done ends its thread and
//! opens a linked one. An article is followed version by version, so a new
//! version costs its own length and no more, however many came before; and a
//! run of versions with the same words is one entry of the evidence.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::model::{ChangeKind, DocumentTime, EntryKind, Role, Span};

use super::align::{pair_lines, pair_tellings, told_as_event};
use super::lazy_list::LazyList;
use super::quantity::Quantity;
use super::revision::revisions;
use crate::timeline::cluster::summary::ChainSummary;
use crate::timeline::conflict::certainty::left_open;
use crate::timeline::conflict::counts::is_counting;
use crate::timeline::mention::connectives::referred;
use crate::timeline::mention::event_mention::{
    ArticleMentions, EventMention, MentionSentence, StatementContent, TemporalOrder, VersionMentions,
};

/// An article with what became of each of its tellings.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ArticleTrack {
    pub id: String,
    pub outlet: String,
    pub versions: Vec<VersionTimes>,
    /// In order of first telling.
    pub threads: LazyList,
    /// Sentences that accounts are compared by, in order of first telling.
    pub passages: Vec<SentenceChain>,
    /// Of each thread, what a whole story asks of all; made when the article has been followed (see `settle`).
    pub cards: Vec<ChainSummary>,
    /// The latest version: the largest part, and known wherever versions are, so it is not kept (see `go_on_from`).
    #[serde(skip)]
    latest: Option<VersionMentions>,
    /// The thread of each of its tellings.
    open: Vec<usize>,
    /// The passage of each line of the latest version.
    open_passages: Vec<Option<usize>>,
}

/// The very words of a sentence that counts something or leaves something open, over a run of versions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SentenceChain {
    pub text: String,
    /// Its words by number, without those that every count of people holds.
    pub words: Vec<u32>,
    pub counts: Vec<Quantity>,
    /// The words, by number, for what it leaves open.
    pub opens: Vec<u32>,
    /// The threads that have told anything in these words, in order (see `settle`).
    pub tellers: Vec<usize>,
    pub from: usize,
    pub to: usize,
}

/// When a version was seen and when its page says it was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionTimes {
    pub captured: Option<DocumentTime>,
    pub published: Option<DocumentTime>,
}

/// One telling through the versions of an article. Versions count from 0 here.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct MentionChain {
    /// What its first version told it as: names the entry, also when a statement has become an event since.
    pub began_as: EntryKind,
    /// As its latest version tells it.
    pub telling: EventMention,
    /// Of its latest sentence: content words by number, what it is for, and its paragraph.
    pub words: Vec<u32>,
    pub role: Role,
    pub paragraph: usize,
    /// Its latest sentence as it was read; only what may go on needs it (see `go_on_from`).
    #[serde(skip)]
    line: MentionSentence,
    /// Each wording, oldest first.
    pub wordings: Vec<Wording>,
    pub revisions: Vec<Revision>,
    /// The thread that tells this plan as done.
    pub became: Option<usize>,
    /// The thread of the plan that this event carries out.
    pub planned: Option<usize>,
    /// The thread that order words put this one before or after.
    pub turn: Option<(TemporalOrder, usize)>,
    /// A later version has the sentence and tells this no longer in words that could be followed.
    pub rephrased: bool,
}

/// The same words over a run of versions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Wording {
    pub from: usize,
    pub to: usize,
    /// Index of the sentence in version `from`.
    pub sentence: usize,
    pub span: Span,
    pub text: String,
    /// The sentences before it that belong to the same quotation.
    pub lead: Vec<(Span, String)>,
    pub speaker: Option<String>,
    /// The sentence tells other news and only recalls this.
    pub recalled: bool,
}

/// What a version made of a telling.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    pub version: usize,
    pub kind: ChangeKind,
    pub before: Option<String>,
    pub after: Option<String>,
    /// Touches what is told to have happened, not only a detail beside it.
    pub core: bool,
}

impl MentionChain {
    fn new(telling: &EventMention, told: &VersionMentions, version: usize) -> Self {
        let line = told.line_of(telling);
        let wording = wording(telling, told, version);
        Self {
            began_as: telling.kind,
            telling: bare(telling),
            words: line.words.clone(),
            role: line.role,
            paragraph: line.paragraph,
            line: line.clone(),
            wordings: vec![wording],
            revisions: Vec::new(),
            became: None,
            planned: None,
            turn: None,
            rephrased: false,
        }
    }

    /// Returns its latest sentence.
    pub fn text(&self) -> &str {
        &self.wordings[self.wordings.len() - 1].text
    }

    /// Returns the latest wording that has it as its news, if it says what the latest of all says.
    pub fn shown(&self) -> &Wording {
        let last = &self.wordings[self.wordings.len() - 1];
        let as_news = self.wordings.iter().rfind(|wording| !wording.recalled);
        let holds = |wording: &&Wording| !self.revisions.iter().any(|own| own.core && wording.to < own.version);
        as_news.filter(holds).unwrap_or(last)
    }

    /// Returns the first version that tells it.
    pub fn first(&self) -> usize {
        self.wordings[0].from
    }

    /// Returns the last version that tells it.
    pub fn last(&self) -> usize {
        self.wordings[self.wordings.len() - 1].to
    }

    /// Takes in that `version` tells it so.
    fn goes_on(&mut self, telling: &EventMention, told: &VersionMentions, version: usize) {
        let line = told.line_of(telling);
        let mut telling = bare(telling);
        if self.telling.when.is_some() && (same_times(&self.line, line) || is_recalled(&self.telling, &telling)) {
            telling.when.clone_from(&self.telling.when);
        }
        if self.line.text == line.text && self.telling.speaker == telling.speaker {
            let wording = self.wordings.last_mut().expect("a thread begins with a wording");
            wording.to = version;
        } else {
            self.wordings.push(wording(&telling, told, version));
        }
        if self.telling != telling || self.line.text != line.text {
            self.revisions.extend(revisions(version, (&self.telling, &self.line), (&telling, line)));
            self.telling = telling;
        }
        self.words.clone_from(&line.words);
        (self.role, self.paragraph) = (line.role, line.paragraph);
        self.line = line.clone();
    }
}

/// Returns whether a telling that was paired with a later one lives on in it; a plan that came about does not.
fn goes_on(old: &EventMention, new: &EventMention) -> bool {
    old.kind == new.kind || told_as_event(old, new)
}

/// Returns whether a date of the old sentence holds for the new one: words that stay keep what they meant when written.
///
/// "On Thursday" in a sentence that was left standing for a month is still the
/// same Thursday. Only "today" and its like follow the day of rewriting.
fn same_times(old: &MentionSentence, new: &MentionSentence) -> bool {
    const MOVING: &[&str] = &["today", "tonight", "yesterday", "tomorrow", "now", "this", "last", "next", "ago"];
    let moves = || new.times.split([';', ' ']).any(|word| MOVING.contains(&word));
    old.text == new.text || old.times == new.times && !old.times.is_empty() && !moves()
}

/// Returns whether a date is one told before, told from afar: "on Thursday" > "in October".
fn is_recalled(old: &EventMention, new: &EventMention) -> bool {
    let (Some(old), Some(new)) = (&old.when, &new.when) else { return false };
    let begins = || old.as_str().strip_prefix(new.as_str()).is_some_and(|rest| rest.starts_with('-'));
    !old.is_interval() && begins()
}

/// Returns a telling without what only claims ask of a statement.
fn bare(telling: &EventMention) -> EventMention {
    let said =
        telling.said.as_ref().map(|said| StatementContent { dates: Vec::new(), figures: Vec::new(), ..said.clone() });
    EventMention { said, ..telling.clone() }
}

fn wording(telling: &EventMention, told: &VersionMentions, version: usize) -> Wording {
    let line = told.line_of(telling);
    let lead = told.lines[telling.from_line.min(telling.line)..telling.line].iter();
    Wording {
        lead: lead.map(|line| (line.span, line.text.clone())).collect(),
        from: version,
        to: version,
        sentence: telling.line,
        span: line.span,
        text: line.text.clone(),
        speaker: telling.speaker.clone(),
        recalled: telling.recalled,
    }
}

impl ArticleTrack {
    pub fn new(id: impl Into<String>, outlet: impl Into<String>) -> Self {
        Self { id: id.into(), outlet: outlet.into(), ..Self::default() }
    }

    /// Follows all versions of an article.
    pub fn of(article: &ArticleMentions) -> Self {
        let mut followed = Self::new(&article.id, &article.outlet);
        article.versions.iter().for_each(|version| followed.extend(version));
        followed
    }

    /// Takes in the next version; costs its own length.
    pub fn extend(&mut self, new: &VersionMentions) {
        self.cards.clear();
        let version = self.versions.len();
        self.versions.push(VersionTimes { captured: new.captured, published: new.published });
        let before = self.latest.take().unwrap_or_default();
        let lines = pair_lines(&before.lines, &new.lines);
        let pairs = pair_tellings(&before, new, &lines);
        let mut open = Vec::with_capacity(new.tellings.len());
        self.mark_rephrased(&before, &lines, &pairs);
        for (index, telling) in new.tellings.iter().enumerate() {
            match pairs[index].map(|old| self.open[old]) {
                Some(thread) if goes_on(&self.threads[thread].telling, telling) => {
                    self.threads[thread].goes_on(telling, new, version);
                    open.push(thread);
                }
                plan => open.push(self.begin(telling, new, version, plan)),
            }
        }
        for (index, &thread) in open.iter().enumerate() {
            let referred = referred(&new.tellings, index).zip(new.tellings[index].turn);
            self.threads[thread].turn = referred.map(|(other, turn)| (turn, open[other]));
        }
        self.open = open;
        self.follow_passages(&before, new, &lines);
        self.latest = Some(new.clone());
    }

    /// Follows the sentences that accounts are compared by; other words are another passage.
    fn follow_passages(&mut self, before: &VersionMentions, new: &VersionMentions, lines: &[Option<usize>]) {
        let version = self.versions.len() - 1;
        let mut open = Vec::with_capacity(new.lines.len());
        for (index, line) in new.lines.iter().enumerate() {
            let stays = lines[index].filter(|&old| before.lines[old].text == line.text);
            let known = stays.and_then(|old| self.open_passages.get(old).copied().flatten());
            open.push(match known {
                Some(passage) => {
                    self.passages[passage].to = version;
                    Some(passage)
                }
                None => self.open_passage(line, version),
            });
        }
        self.open_passages = open;
    }

    fn open_passage(&mut self, line: &MentionSentence, version: usize) -> Option<usize> {
        let opens = left_open(&line.text);
        let counts = Quantity::all(&line.figures);
        if counts.is_empty() && opens.is_empty() {
            return None;
        }
        let mut words = line.all_words();
        words.retain(|word| !is_counting(*word));
        let text = line.text.clone();
        self.passages.push(SentenceChain {
            text,
            words,
            counts,
            opens,
            tellers: Vec::new(),
            from: version,
            to: version,
        });
        Some(self.passages.len() - 1)
    }

    /// Marks threads that end although their sentence lives on in other words: told otherwise is not withdrawn.
    fn mark_rephrased(&mut self, before: &VersionMentions, lines: &[Option<usize>], pairs: &[Option<usize>]) {
        let living: BTreeSet<usize> = lines.iter().flatten().copied().collect();
        let followed: BTreeSet<usize> = pairs.iter().flatten().copied().collect();
        for (old, telling) in before.tellings.iter().enumerate() {
            if !followed.contains(&old) && living.contains(&telling.line) {
                self.threads[self.open[old]].rephrased = true;
            }
        }
    }

    /// Opens a thread, linked to the plan it carries out.
    fn begin(&mut self, telling: &EventMention, told: &VersionMentions, version: usize, plan: Option<usize>) -> usize {
        let index = self.threads.len();
        let mut thread = MentionChain::new(telling, told, version);
        if let Some(plan) = plan.filter(|&plan| self.threads[plan].telling.kind == EntryKind::Planned) {
            thread.planned = Some(plan);
            self.threads[plan].became = Some(index);
        }
        self.threads.push(thread);
        index
    }

    /// Takes up an article that was kept where it ended: after `latest`, its last version.
    pub fn go_on_from(&mut self, latest: &VersionMentions) {
        for (telling, &thread) in latest.tellings.iter().zip(&self.open) {
            self.threads[thread].line = latest.line_of(telling).clone();
        }
        self.latest = Some(latest.clone());
    }
}
