//! Follows every mention of one article, version by version.
//!
//! v1: `Ten were killed on Monday.`  v2: `Twelve were killed on Monday.`
//!
//! is one chain, revised in v2, not one event withdrawn and another one
//! reported. A plan that a later version reports as carried out ends its chain and
//! opens a linked one. A new version costs its own length and no more, however many
//! came before; and a run of versions with the same words is one wording.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::model::{Clock, DocumentTime, EntryKind, FirstReport, Note, WordsMark};

use super::align::{became_event, is_replaced, may_be_of_one, pair_lines, pair_mentions};
use super::chain::MentionChain;
use super::chain_summary::ChainSummary;
use super::lazy_list::LazyList;
use super::quantity::Quantity;
use crate::timeline::mention::connectives::referred;
use crate::timeline::mention::cues::{is_counting, left_open};
use crate::timeline::mention::event_mention::{ArticleMentions, EventMention, MentionSentence, VersionMentions};
use crate::timeline::person_names::{NameCounts, count_names};
use crate::timeline::similarity::{number, shared};

/// An article with the chain of each of its mentions.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ArticleTrack {
    /// The article.
    pub id: String,
    /// Who publishes it.
    pub outlet: String,
    /// When each version was seen and published.
    pub versions: Vec<VersionTimes>,
    /// Each version by its words.
    pub words_marks: Vec<WordsMark>,
    /// In order of first mention.
    pub chains: LazyList<MentionChain>,
    /// Sentences by which accounts are compared, in order of first appearance.
    pub sentence_chains: Vec<SentenceChain>,
    /// Under which names its versions quote somebody.
    pub speakers: NameCounts,
    /// The summary of each chain; made once the article has been followed (see `index`).
    pub summaries: Vec<ChainSummary>,
    /// The latest version: the largest part, and known wherever versions are, so it is not kept (see `resume_after`).
    #[serde(skip)]
    latest: Option<VersionMentions>,
    /// The chain of each mention of the latest version.
    open: Vec<usize>,
    /// The sentence chain of each line of the latest version.
    open_sentences: Vec<Option<usize>>,
}

/// One sentence that counts something or leaves something open, unchanged over a run of versions.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SentenceChain {
    /// The sentence.
    pub text: String,
    /// Its words by number, without those that every count of people holds.
    pub words: Vec<u32>,
    /// Its figures.
    pub counts: Vec<Quantity>,
    /// The words, by number, for what it leaves open.
    pub opens: Vec<u32>,
    /// The mention chains that have this sentence as a wording, in order (see `ArticleTrack::index`).
    pub chains: Vec<usize>,
    /// First version, from 0.
    pub from: usize,
    /// Last version, from 0.
    pub to: usize,
}

/// When a version was seen and when its page says it was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VersionTimes {
    /// When it was seen.
    pub captured: Option<DocumentTime>,
    /// When its page says it was written.
    pub published: Option<DocumentTime>,
}

/// Returns the times of a version of an article, from 0, and until when it had not been seen.
pub(in crate::timeline) fn first_report(
    article: &str,
    version: usize,
    times: impl Fn(usize) -> VersionTimes,
) -> FirstReport {
    let VersionTimes { captured, published } = times(version);
    let not_yet = version.checked_sub(1).and_then(|before| times(before).captured);
    FirstReport { article: article.to_owned(), version: version + 1, published, captured, not_yet }
}

/// Returns a note where the pages' own clock is asked for and some versions state no time: the archive's stands in for it.
pub(in crate::timeline) fn unstated(times: &[VersionTimes], clock: Clock) -> Option<Note> {
    let is_unstated = |times: &&VersionTimes| times.published.is_none() && times.captured.is_some();
    let n = times.iter().filter(is_unstated).count();
    let words = format!("no time is stated by {n} of {} versions: the time of capture stands in for it", times.len());
    (clock == Clock::Stated && 0 < n).then(|| Note::new("no-stated-time", words))
}

impl ArticleTrack {
    /// Returns the track of an article without versions.
    pub fn new(id: impl Into<String>, outlet: impl Into<String>) -> Self {
        Self { id: id.into(), outlet: outlet.into(), ..Self::default() }
    }

    /// Follows all versions of an article; the track can be extended.
    pub fn of(article: &ArticleMentions) -> Self {
        let mut track = Self::following(&article.id, &article.outlet, article.versions.iter());
        track.latest = article.versions.last().cloned();
        track
    }

    /// Follows some versions of an article, without what extending the track would need.
    pub(in crate::timeline) fn following<'v>(
        id: &str,
        outlet: &str,
        versions: impl Iterator<Item = &'v VersionMentions>,
    ) -> Self {
        let mut track = Self::new(id, outlet);
        let mut before = &VersionMentions::default();
        for version in versions {
            track.follow(before, version);
            before = version;
        }
        track
    }

    /// Returns the times of a version, from 0, that first told something.
    pub(in crate::timeline) fn report(&self, version: usize) -> FirstReport {
        first_report(&self.id, version, |version| self.versions[version])
    }

    /// Extends the track by the next version; costs that version's own length.
    pub fn extend(&mut self, new: &VersionMentions) {
        let before = self.latest.take().unwrap_or_default();
        self.follow(&before, new);
        self.latest = Some(new.clone());
    }

    fn follow(&mut self, before: &VersionMentions, new: &VersionMentions) {
        self.summaries.clear();
        let version = self.versions.len();
        self.words_marks.push(new.mark);
        self.versions.push(VersionTimes { captured: new.captured, published: new.published });
        count_names(new, &mut self.speakers);
        let lines = pair_lines(&before.lines, &new.lines);
        let pairs = pair_mentions(before, new, &lines);
        let mut open = Vec::with_capacity(new.mentions.len());
        self.mark_rephrased(before, new, &lines, &pairs);
        for (index, mention) in new.mentions.iter().enumerate() {
            match pairs[index].map(|old| self.open[old]) {
                Some(chain) if continues(&self.chains[chain].mention, mention) => {
                    self.chains[chain].extend(mention, new, version);
                    open.push(chain);
                }
                plan => open.push(self.begin(mention, new, version, plan)),
            }
        }
        for (index, &chain) in open.iter().enumerate() {
            let referred = referred(&new.mentions, index).zip(new.mentions[index].temporal_order);
            self.chains[chain].temporal_order = referred.map(|(other, order)| (order, open[other]));
        }
        self.open = open;
        self.follow_sentences(before, new, &lines);
    }

    /// Follows the sentences by which accounts are compared; other words begin another chain.
    fn follow_sentences(&mut self, before: &VersionMentions, new: &VersionMentions, lines: &[Option<usize>]) {
        let version = self.versions.len() - 1;
        let mut open = Vec::with_capacity(new.lines.len());
        for (index, line) in new.lines.iter().enumerate() {
            let stays = lines[index].filter(|&old| before.lines[old].text == line.text);
            let known = stays.and_then(|old| self.open_sentences.get(old).copied().flatten());
            open.push(match known {
                Some(sentence) => {
                    self.sentence_chains[sentence].to = version;
                    Some(sentence)
                }
                None => self.begin_sentence(line, version),
            });
        }
        self.open_sentences = open;
    }

    fn begin_sentence(&mut self, line: &MentionSentence, version: usize) -> Option<usize> {
        let opens = left_open(&line.text);
        let counts = Quantity::all(&line.figures);
        if counts.is_empty() && opens.is_empty() {
            return None;
        }
        let mut words = line.all_words();
        words.retain(|word| !is_counting(*word));
        let text = line.text.clone();
        let sentence = SentenceChain { text, words, counts, opens, chains: Vec::new(), from: version, to: version };
        self.sentence_chains.push(sentence);
        Some(self.sentence_chains.len() - 1)
    }

    /// Marks chains that end although their sentence goes on to tell the same in other words: reworded is not withdrawn.
    fn mark_rephrased(
        &mut self,
        before: &VersionMentions,
        new: &VersionMentions,
        lines: &[Option<usize>],
        pairs: &[Option<usize>],
    ) {
        let living: BTreeMap<usize, usize> =
            lines.iter().enumerate().filter_map(|(line, old)| Some(((*old)?, line))).collect();
        let continued: BTreeSet<usize> = pairs.iter().flatten().copied().collect();
        for (old, mention) in before.mentions.iter().enumerate().filter(|(old, _)| !continued.contains(old)) {
            let Some(&at) = living.get(&mention.line) else { continue };
            let others = new.mentions.iter().filter(|other| other.line == at);
            let line = &new.lines[at];
            let is_anothers = others.clone().any(|other| !may_be_of_one(mention, other, line))
                || others.clone().next().is_some() && { others }
                    .all(|other| is_replaced((mention, before.line_of(mention)), (other, line)));
            if !is_anothers && still_tells(mention, &new.lines[at]) {
                self.chains[self.open[old]].rephrase(&new.lines[at], self.versions.len() - 1);
            }
        }
    }

    /// Opens a chain, linked to the plan it carries out.
    fn begin(
        &mut self,
        mention: &EventMention,
        mentions: &VersionMentions,
        version: usize,
        plan: Option<usize>,
    ) -> usize {
        let index = self.chains.len();
        let mut chain = MentionChain::new(mention, mentions, version);
        if let Some(plan) = plan.filter(|&plan| self.chains[plan].mention.kind == EntryKind::Planned) {
            chain.planned = Some(plan);
            self.chains[plan].became = Some(index);
        }
        self.chains.push(chain);
        index
    }

    /// Resumes a track that was kept without its latest version, which is `latest`.
    pub fn resume_after(&mut self, latest: &VersionMentions) {
        for (mention, &chain) in latest.mentions.iter().zip(&self.open) {
            self.chains[chain].line = latest.line_of(mention).clone();
        }
        self.latest = Some(latest.clone());
    }

    /// Summarizes each chain, and lists for each sentence chain the mention chains that have its words.
    pub fn index(&mut self, zone: Tz) {
        if self.summaries.len() == self.chains.len() {
            return;
        }
        let mut began: HashMap<(usize, usize, EntryKind), usize> = HashMap::new();
        let mut worded: HashMap<&str, Vec<usize>> = HashMap::new();
        let mut summaries = Vec::with_capacity(self.chains.len());
        for (index, chain) in self.chains.iter().enumerate() {
            let first = chain.first_wording();
            let ordinal = began.entry((first.from, first.span.start, chain.began_as)).or_default();
            summaries.push(ChainSummary::of(chain, zone, *ordinal));
            *ordinal += 1;
            for wording in &chain.wordings {
                let chains = worded.entry(&wording.text).or_default();
                if chains.last() != Some(&index) {
                    chains.push(index);
                }
            }
        }
        for sentence in &mut self.sentence_chains {
            sentence.chains = worded.get(sentence.text.as_str()).cloned().unwrap_or_default();
        }
        self.summaries = summaries;
    }
}

/// Returns whether a sentence holds what an earlier wording of it said: its first verb, or most words of its statement.
fn still_tells(old: &EventMention, line: &MentionSentence) -> bool {
    match &old.statement {
        Some(said) => said.words.len() <= 2 * shared(&said.words, &line.words),
        None => old.lemmas.first().is_some_and(|lemma| line.words.binary_search(&number(lemma)).is_ok()),
    }
}

/// Returns whether a mention that was paired with a later one lives on in it; a plan that came about does not.
fn continues(old: &EventMention, new: &EventMention) -> bool {
    old.kind == new.kind || became_event(old, new)
}
