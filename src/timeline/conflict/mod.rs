//! Finds accounts that cannot both stand.
//!
//! "At least 12 people were killed" beside "Thirteen people were killed" of the
//! same day, from two articles that both still stand, is an open conflict; the
//! same between versions that have since been brought in line is a past one.
//! Each side says the time it stands for, so that an older count beside a newer
//! one can be read as that. Accounts are compared only where they are about one
//! matter: rather a conflict missed than two disasters set against each other.
//!
//! One file for each sort: `counts`, `clocks`, `contradict` (a denial), `causes`,
//! `decided`, `speakers`, `dated` (a day).

pub(crate) mod attribution;
pub(crate) mod causes;
pub(crate) mod certainty;
pub(crate) mod clusters;
pub(crate) mod counts;
pub(crate) mod dates;
pub(crate) mod denials;
pub(crate) mod spread;
pub(crate) mod times_of_day;

use std::collections::{BTreeSet, HashMap, HashSet};

use rayon::prelude::*;

use crate::model::{ChangeKind, Conflict, ConflictSide, ConflictState};

use super::cluster::story::{ChainId, Cluster, EventClusters};
use super::history::revision::act;
use super::history::track::{SentenceChain, Wording};

/// Seconds between two articles that may still be about the same state of things: a week.
const SAME_NEWS: i64 = 7 * 24 * 3600;

/// An entry's part in an open conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Dispute<'a> {
    /// Index of its group.
    pub cluster: usize,
    pub kind: ChangeKind,
    /// The other side.
    pub article: &'a str,
    pub version: usize,
    pub mine: &'a str,
    pub theirs: &'a str,
}

/// One account: words of an article over a run of versions, with the value that is at stake.
#[derive(Clone, Copy, Debug)]
pub struct Account<'a> {
    /// Index of the group that tells it, where one does.
    pub cluster: Option<usize>,
    pub article: usize,
    /// First and last version, from 0.
    pub from: usize,
    pub to: usize,
    pub text: &'a str,
    pub value: &'a str,
    /// Two accounts with the same mark do not differ: "90" and "about 90".
    pub mark: u64,
    /// The threads of its article that tell its sentence, where it is not of a group.
    pub tellers: &'a [usize],
}

impl<'a> Account<'a> {
    pub fn of_wording(cluster: usize, chain_id: ChainId, wording: &'a Wording, value: &'a str, mark: u64) -> Self {
        let (from, to, text) = (wording.from, wording.to, wording.text.as_str());
        Self { cluster: Some(cluster), article: chain_id.article, from, to, text, value, mark, tellers: &[] }
    }

    pub fn of_sentence(article: usize, sentence_chain: &'a SentenceChain, value: &'a str, mark: u64) -> Self {
        let (from, to, text) = (sentence_chain.from, sentence_chain.to, sentence_chain.text.as_str());
        Self { cluster: None, article, from, to, text, value, mark, tellers: &sentence_chain.tellers }
    }
}

/// Accounts that differ, before they are written out.
pub struct Clash<'a> {
    pub kind: ChangeKind,
    pub about: String,
    pub accounts: Vec<Account<'a>>,
    /// For counts: whether two that still stand, and stand for about the same time, differ.
    pub open: Option<bool>,
}

/// Returns the conflicts of a story and what they mean for its entries.
pub fn find<'a>(story: &'a EventClusters, clusters: &[&Cluster]) -> (Vec<Conflict>, Vec<Dispute<'a>>) {
    let clashes = clashes(story, clusters);
    let tellers = ClusterIndex::of(story, clusters);
    let mut told = BTreeSet::new();
    let keys: Vec<_> = clashes.par_iter().map(|clash| (clash.kind, sentences(clash))).collect();
    let first: Vec<bool> = keys.into_iter().map(|key| told.insert(key)).collect();
    let written = clashes.par_iter().zip(first).map(|(clash, is_first)| {
        let (state, disputes) = match story.open(clash) {
            true => (ConflictState::Open, disputes_of(story, clusters, &tellers, clash)),
            false => (ConflictState::Past, Vec::new()),
        };
        (is_first.then(|| story.write(clash, state)), disputes)
    });
    let (conflicts, disputes): (Vec<Option<Conflict>>, Vec<Vec<Dispute<'a>>>) = written.unzip();
    (conflicts.into_iter().flatten().collect(), disputes.into_iter().flatten().collect())
}

/// Looks for every sort of conflict, on all cores.
fn clashes<'a>(story: &'a EventClusters, clusters: &[&Cluster]) -> Vec<Clash<'a>> {
    let found: Vec<Vec<Clash<'a>>> = (0..7)
        .into_par_iter()
        .map(|sort| match sort {
            0 => counts::find(story),
            1 => times_of_day::find(story, clusters),
            2 => attribution::find(story, clusters),
            3 => denials::find(story, clusters),
            4 => causes::find(story, clusters),
            5 => dates::find(story, clusters),
            _ => certainty::find(story, clusters),
        })
        .collect();
    found.into_iter().flatten().collect()
}

/// Returns the sentences that a clash sets against each other.
fn sentences<'a>(clash: &Clash<'a>) -> Vec<(usize, usize, &'a str)> {
    let mut sentences: Vec<_> =
        clash.accounts.iter().map(|account| (account.article, account.from, account.text)).collect();
    sentences.sort_unstable();
    sentences.dedup();
    sentences
}

/// The group of each thread, by article and place.
struct ClusterIndex(Vec<Vec<usize>>);

impl ClusterIndex {
    fn of(story: &EventClusters, clusters: &[&Cluster]) -> Self {
        let mut cluster_of: Vec<Vec<usize>> =
            story.articles.iter().map(|article| vec![0; article.summaries.len()]).collect();
        for (index, cluster) in clusters.iter().enumerate() {
            cluster
                .members
                .iter()
                .for_each(|member| cluster_of[member.chain_id.article][member.chain_id.chain] = index);
        }
        Self(cluster_of)
    }

    /// Returns the groups that tell a sentence of an article.
    fn of_sentence(&self, account: &Account<'_>) -> Vec<usize> {
        let mut clusters: Vec<usize> = account.tellers.iter().map(|&chain| self.0[account.article][chain]).collect();
        clusters.sort_unstable();
        clusters.dedup();
        clusters
    }
}

impl EventClusters {
    /// Returns whether an account stands in the latest version of its article.
    pub(in crate::timeline) fn is_latest(&self, account: &Account<'_>) -> bool {
        account.to + 1 == self.articles[account.article].versions.len()
    }

    /// Returns whether two accounts that both still stand differ.
    fn open(&self, clash: &Clash<'_>) -> bool {
        if let Some(open) = clash.open {
            return open;
        }
        let standing: Vec<_> = clash.accounts.iter().filter(|account| self.is_latest(account)).collect();
        standing.iter().any(|account| account.mark != standing[0].mark)
    }

    /// Returns the seconds during which an account stood, as the archive knows it.
    pub(in crate::timeline) fn stood(&self, account: &Account<'_>) -> (i64, i64) {
        let from = self.reported_at(account.article, account.from);
        let gone = account.to + 1;
        let to = if gone < self.articles[account.article].versions.len() {
            self.reported_at(account.article, gone)
        } else {
            i64::MAX
        };
        (from, to)
    }

    /// Returns whether two accounts stood at one time and were written at about the same time.
    ///
    /// What nobody took down since stands for the time it was written for: an
    /// order of last year and one of today do not contradict each other.
    pub(in crate::timeline) fn together(&self, a: &Account<'_>, b: &Account<'_>) -> bool {
        let written = |account: &Account<'_>| {
            (self.reported_at(account.article, account.from), self.reported_at(account.article, account.to))
        };
        let (x, y) = (written(a), written(b));
        let apart = x.0.saturating_sub(y.1).max(y.0.saturating_sub(x.1));
        let (a, b) = (self.stood(a), self.stood(b));
        a.0 < b.1 && b.0 < a.1 && apart <= SAME_NEWS
    }

    fn write(&self, clash: &Clash<'_>, state: ConflictState) -> Conflict {
        let mut written = BTreeSet::new();
        let mut accounts: Vec<Account<'_>> = clash.accounts.clone();
        accounts.retain(|account| written.insert((account.article, account.from, account.value, account.text)));
        let sides = accounts.into_iter().map(|account| {
            let article = &self.articles[account.article];
            let times = article.versions[account.from];
            ConflictSide {
                article: article.id.clone(),
                version: account.from + 1,
                as_of: times.published.or(times.captured),
                value: account.value.to_owned(),
                sentence: account.text.to_owned(),
            }
        });
        Conflict { kind: clash.kind, about: clash.about.clone(), sides: sides.collect(), state }
    }
}

/// Returns for each entry that takes part in an open conflict the other account that stands against it.
fn disputes_of<'a>(
    story: &'a EventClusters,
    clusters: &[&Cluster],
    tellers: &ClusterIndex,
    clash: &Clash<'a>,
) -> Vec<Dispute<'a>> {
    let (mut disputes, mut known) = (Vec::new(), HashSet::new());
    let mut events = EventIndex::of(story, clusters, &clash.about);
    for account in clash.accounts.iter().filter(|account| story.is_latest(account)) {
        let differs = |other: &&Account<'_>| {
            other.mark != account.mark
                // What one article made of its own words is in its history already.
                && (other.article != account.article || !matches!(clash.kind, ChangeKind::Figure | ChangeKind::Source))
                && (other.article == account.article || story.together(other, account))
                && story.is_latest(other)
        };
        let Some(other) = clash.accounts.iter().find(differs) else { continue };
        let mut parts = account.cluster.map_or_else(|| tellers.of_sentence(account), |cluster| vec![cluster]);
        // "Three councillors walked out": a count that opens its sentence is of those who did it.
        let is_subject = parts.len() == 1 && account.text.starts_with(account.value);
        parts.retain(|&cluster| account.cluster.is_some() || is_subject || events.are_counted(cluster, account.value));
        let of_cluster = |cluster| Dispute {
            cluster,
            kind: clash.kind,
            article: &story.articles[other.article].id,
            version: other.from + 1,
            mine: account.value,
            theirs: other.value,
        };
        disputes.extend(parts.into_iter().map(of_cluster).filter(|dispute| known.insert(*dispute)));
    }
    disputes
}

/// Which groups tell the deed that is counted: "thirteen were killed" disputes the killing, not the rescue told in the same sentence.
struct EventIndex<'a> {
    story: &'a EventClusters,
    clusters: &'a [&'a Cluster],
    about: String,
    /// What is known of a group already: many accounts are of few groups.
    known: HashMap<usize, bool>,
}

impl<'a> EventIndex<'a> {
    fn of(story: &'a EventClusters, clusters: &'a [&'a Cluster], about: &str) -> Self {
        Self { story, clusters, about: act(about), known: HashMap::new() }
    }

    fn are_counted(&mut self, cluster: usize, value: &str) -> bool {
        let mention = &self.story.chain(self.clusters[cluster].members[0].chain_id).mention;
        let told = || mention.lemmas.iter().any(|lemma| act(lemma) == self.about);
        *self.known.entry(cluster).or_insert_with(told)
            || mention.statement.as_ref().is_some_and(|said| said.content.contains(value))
    }
}
