//! Finds accounts that cannot both stand.
//!
//! "At least 12 people were killed" beside "Thirteen people were killed" of the
//! same day, from two articles that both still stand, is an open conflict; the
//! same between versions that have since been brought in line is a past one.
//! Each side says the time it stands for, so that an older count beside a newer
//! one can be read as that. Accounts are compared only where they are about one
//! topic: a missed conflict is better than two disasters set against each other.
//!
//! In: `EventClusters`. Out: a `Conflict` for each topic on which accounts differ, and for each entry the `Dispute`s
//! in which it takes part. One file for each sort of conflict, which `FINDERS` lists: `counts`, `event_times`,
//! `attribution`, `denials`, `causes`, `certainty`. Counts are those that `count_account` reads off the sentences; `clusters`
//! puts together what is of one topic, and `same_quantity` weighs whether two figures are. `account` holds what all finders
//! share, and `informative_words` says which words of a story count when sentences are compared.

mod account;
mod attribution;
mod causes;
mod certainty;
mod certainty_table;
mod clusters;
mod count_account;
mod counts;
mod denials;
mod denials_table;
mod event_times;
mod informative_words;
pub mod same_quantity;
mod same_quantity_table;

use std::collections::{BTreeSet, HashMap, HashSet};

use rayon::prelude::*;

use crate::model::{ChangeKind, Clock, Conflict, ConflictSide, ConflictState};

use super::cluster::story::{Cluster, EventClusters};
use super::mention::cues::counted_number;
use super::similarity::number;
use crate::text::stem;
use account::{Account, Clash};

pub(in crate::timeline) use account::Dispute;
pub use counts::{are_about_one, quantity_pairs};

/// Finds the conflicts of one sort; clusters are given in the order of entries.
type ConflictFinder = for<'a> fn(&'a EventClusters, &[&Cluster]) -> Vec<Clash<'a>>;

/// One finder for each sort of conflict, in the order in which conflicts are listed.
const FINDERS: &[ConflictFinder] = &[
    counts::differing_counts,
    event_times::differing_times,
    attribution::differing_speakers,
    denials::denied_statements,
    causes::differing_causes,
    certainty::differing_certainty,
];

/// Returns the conflicts of a story and what they mean for its entries.
pub(super) fn conflicts<'a>(story: &'a EventClusters, clusters: &[&Cluster]) -> (Vec<Conflict>, Vec<Dispute<'a>>) {
    let clashes = clashes(story, clusters);
    let index = ClusterIndex::of(story, clusters);
    let mut listed = BTreeSet::new();
    let keys: Vec<_> = clashes.par_iter().map(|clash| (clash.kind, sentences(clash))).collect();
    let first: Vec<bool> = keys.into_iter().map(|key| listed.insert(key)).collect();
    let written = clashes.par_iter().zip(first).map(|(clash, is_first)| {
        let (state, disputes) = match story.open(clash) {
            true => (ConflictState::Open, disputes_of(story, clusters, &index, clash)),
            false => (ConflictState::Past, Vec::new()),
        };
        (is_first.then(|| story.write(clash, state)), disputes)
    });
    let (conflicts, disputes): (Vec<Option<Conflict>>, Vec<Vec<Dispute<'a>>>) = written.unzip();
    (conflicts.into_iter().flatten().collect(), disputes.into_iter().flatten().collect())
}

/// Runs every finder, on all cores.
fn clashes<'a>(story: &'a EventClusters, clusters: &[&Cluster]) -> Vec<Clash<'a>> {
    let found: Vec<Vec<Clash<'a>>> = FINDERS.par_iter().map(|finder| finder(story, clusters)).collect();
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

/// The cluster of each chain, by article and place.
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

    /// Returns the clusters with a chain that has a sentence of an article.
    fn of_sentence(&self, account: &Account<'_>) -> Vec<usize> {
        let mut clusters: Vec<usize> = account.chains.iter().map(|&chain| self.0[account.article][chain]).collect();
        clusters.sort_unstable();
        clusters.dedup();
        clusters
    }
}

impl EventClusters {
    /// Returns whether a count opens its sentence and is of those who did, or underwent, what the sentence reports.
    fn is_subject(&self, account: &Account<'_>) -> bool {
        /// Words after a number among which stands what it counts: "three Green members".
        const NAME: usize = 3;
        const PEOPLE: u32 = number("people");
        let Some(rest) = account.text.strip_prefix(account.value) else { return false };
        let named: Vec<u32> =
            rest.split_whitespace().take(NAME).map(|word| number(&stem(&word.to_lowercase()))).collect();
        let track = &self.articles[account.article];
        let counted = |&chain: &usize| {
            let mention = &track.chains[chain].mention;
            // "Three members walked out" counts people by another name; "one woman has died" names other people.
            let mut parts = mention.doers.iter().chain(&mention.undergoers).filter(|part| **part != PEOPLE).peekable();
            parts.peek().is_none() || parts.any(|part| named.contains(part))
        };
        account.chains.iter().any(counted)
    }

    fn write(&self, clash: &Clash<'_>, state: ConflictState) -> Conflict {
        let mut written = BTreeSet::new();
        let mut accounts: Vec<Account<'_>> = clash.accounts.clone();
        // An article's account of one value is shown once.
        accounts.retain(|account| written.insert((account.article, account.mark, account.value)));
        let sides = accounts.into_iter().map(|account| {
            let article = &self.articles[account.article];
            let times = article.versions[account.from];
            ConflictSide {
                article: article.id.clone(),
                version: account.from + 1,
                as_of: Clock::Stated.choose(times.captured, times.published),
                clock: times.published.map_or(Clock::Captured, |_| Clock::Stated),
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
    index: &ClusterIndex,
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
        let mut parts = account.cluster.map_or_else(|| index.of_sentence(account), |cluster| vec![cluster]);
        // "Three councillors walked out": a count that opens its sentence is of those who did it.
        let is_subject = parts.len() == 1 && story.is_subject(account);
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

/// Which clusters report the event that is counted: "thirteen were killed" disputes the killing, not the rescue in the same
/// sentence.
struct EventIndex<'a> {
    story: &'a EventClusters,
    clusters: &'a [&'a Cluster],
    about: u32,
    /// Answers so far, by cluster: many accounts are of few clusters.
    known: HashMap<usize, bool>,
}

impl<'a> EventIndex<'a> {
    fn of(story: &'a EventClusters, clusters: &'a [&'a Cluster], about: &str) -> Self {
        Self { story, clusters, about: counted_number(about), known: HashMap::new() }
    }

    fn are_counted(&mut self, cluster: usize, value: &str) -> bool {
        let mention = &self.story.chain(self.clusters[cluster].members[0].chain_id).mention;
        let is_event = || mention.lemmas.iter().any(|lemma| counted_number(lemma) == self.about);
        *self.known.entry(cluster).or_insert_with(is_event)
            || mention.statement.as_ref().is_some_and(|said| said.content.contains(value))
    }
}
