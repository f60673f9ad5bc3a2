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

use super::align::{became_event, pair_lines, pair_mentions};
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
    pub chains: LazyList,
    /// Sentences that accounts are compared by, in order of first telling.
    pub sentence_chains: Vec<SentenceChain>,
    /// Of each thread, what a whole story asks of all; made when the article has been followed (see `settle`).
    pub summaries: Vec<ChainSummary>,
    /// The latest version: the largest part, and known wherever versions are, so it is not kept (see `go_on_from`).
    #[serde(skip)]
    latest: Option<VersionMentions>,
    /// The thread of each of its tellings.
    open: Vec<usize>,
    /// The passage of each line of the latest version.
    open_sentences: Vec<Option<usize>>,
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
    pub mention: EventMention,
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
    pub temporal_order: Option<(TemporalOrder, usize)>,
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
    fn new(mention: &EventMention, told: &VersionMentions, version: usize) -> Self {
        let line = told.line_of(mention);
        let wording = wording(mention, told, version);
        Self {
            began_as: mention.kind,
            mention: bare(mention),
            words: line.words.clone(),
            role: line.role,
            paragraph: line.paragraph,
            line: line.clone(),
            wordings: vec![wording],
            revisions: Vec::new(),
            became: None,
            planned: None,
            temporal_order: None,
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
    fn goes_on(&mut self, mention: &EventMention, told: &VersionMentions, version: usize) {
        let line = told.line_of(mention);
        let mut mention = bare(mention);
        if self.mention.when.is_some() && (same_times(&self.line, line) || is_recalled(&self.mention, &mention)) {
            mention.when.clone_from(&self.mention.when);
        }
        if self.line.text == line.text && self.mention.speaker == mention.speaker {
            let wording = self.wordings.last_mut().expect("a thread begins with a wording");
            wording.to = version;
        } else {
            self.wordings.push(wording(&mention, told, version));
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

/// Returns whether a telling that was paired with a later one lives on in it; a plan that came about does not.
fn goes_on(old: &EventMention, new: &EventMention) -> bool {
    old.kind == new.kind || became_event(old, new)
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
fn bare(mention: &EventMention) -> EventMention {
    let stripped =
        |full: &StatementContent| StatementContent { dates: Vec::new(), figures: Vec::new(), ..full.clone() };
    let statement = mention.statement.as_ref().map(stripped);
    EventMention { statement, ..mention.clone() }
}

fn wording(mention: &EventMention, told: &VersionMentions, version: usize) -> Wording {
    let line = told.line_of(mention);
    let lead = told.lines[mention.from_line.min(mention.line)..mention.line].iter();
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

impl ArticleTrack {
    pub fn new(id: impl Into<String>, outlet: impl Into<String>) -> Self {
        Self { id: id.into(), outlet: outlet.into(), ..Self::default() }
    }

    /// Follows all versions of an article.
    pub fn of(article: &ArticleMentions) -> Self {
        let mut track = Self::new(&article.id, &article.outlet);
        article.versions.iter().for_each(|version| track.extend(version));
        track
    }

    /// Takes in the next version; costs its own length.
    pub fn extend(&mut self, new: &VersionMentions) {
        self.summaries.clear();
        let version = self.versions.len();
        self.versions.push(VersionTimes { captured: new.captured, published: new.published });
        let before = self.latest.take().unwrap_or_default();
        let lines = pair_lines(&before.lines, &new.lines);
        let pairs = pair_mentions(&before, new, &lines);
        let mut open = Vec::with_capacity(new.mentions.len());
        self.mark_rephrased(&before, &lines, &pairs);
        for (index, mention) in new.mentions.iter().enumerate() {
            match pairs[index].map(|old| self.open[old]) {
                Some(chain) if goes_on(&self.chains[chain].mention, mention) => {
                    self.chains[chain].goes_on(mention, new, version);
                    open.push(chain);
                }
                plan => open.push(self.begin(mention, new, version, plan)),
            }
        }
        for (index, &chain) in open.iter().enumerate() {
            let referred = referred(&new.mentions, index).zip(new.mentions[index].temporal_order);
            self.chains[chain].temporal_order = referred.map(|(other, temporal_order)| (temporal_order, open[other]));
        }
        self.open = open;
        self.follow_sentences(&before, new, &lines);
        self.latest = Some(new.clone());
    }

    /// Follows the sentences that accounts are compared by; other words are another passage.
    fn follow_sentences(&mut self, before: &VersionMentions, new: &VersionMentions, lines: &[Option<usize>]) {
        let version = self.versions.len() - 1;
        let mut open = Vec::with_capacity(new.lines.len());
        for (index, line) in new.lines.iter().enumerate() {
            let stays = lines[index].filter(|&old| before.lines[old].text == line.text);
            let known = stays.and_then(|old| self.open_sentences.get(old).copied().flatten());
            open.push(match known {
                Some(sentence_chain) => {
                    self.sentence_chains[sentence_chain].to = version;
                    Some(sentence_chain)
                }
                None => self.open_sentence(line, version),
            });
        }
        self.open_sentences = open;
    }

    fn open_sentence(&mut self, line: &MentionSentence, version: usize) -> Option<usize> {
        let opens = left_open(&line.text);
        let counts = Quantity::all(&line.figures);
        if counts.is_empty() && opens.is_empty() {
            return None;
        }
        let mut words = line.all_words();
        words.retain(|word| !is_counting(*word));
        let text = line.text.clone();
        self.sentence_chains.push(SentenceChain {
            text,
            words,
            counts,
            opens,
            tellers: Vec::new(),
            from: version,
            to: version,
        });
        Some(self.sentence_chains.len() - 1)
    }

    /// Marks threads that end although their sentence lives on in other words: told otherwise is not withdrawn.
    fn mark_rephrased(&mut self, before: &VersionMentions, lines: &[Option<usize>], pairs: &[Option<usize>]) {
        let living: BTreeSet<usize> = lines.iter().flatten().copied().collect();
        let track: BTreeSet<usize> = pairs.iter().flatten().copied().collect();
        for (old, mention) in before.mentions.iter().enumerate() {
            if !track.contains(&old) && living.contains(&mention.line) {
                self.chains[self.open[old]].rephrased = true;
            }
        }
    }

    /// Opens a thread, linked to the plan it carries out.
    fn begin(&mut self, mention: &EventMention, told: &VersionMentions, version: usize, plan: Option<usize>) -> usize {
        let index = self.chains.len();
        let mut chain = MentionChain::new(mention, told, version);
        if let Some(plan) = plan.filter(|&plan| self.chains[plan].mention.kind == EntryKind::Planned) {
            chain.planned = Some(plan);
            self.chains[plan].became = Some(index);
        }
        self.chains.push(chain);
        index
    }

    /// Takes up an article that was kept where it ended: after `latest`, its last version.
    pub fn resume_after(&mut self, latest: &VersionMentions) {
        for (mention, &chain) in latest.mentions.iter().zip(&self.open) {
            self.chains[chain].line = latest.line_of(mention).clone();
        }
        self.latest = Some(latest.clone());
    }
}
