//! Finds the same words given to different people.
//!
//! “We were not asked,” said Lee, here; “We were not asked,” said Hale, there. Also
//! an article that first gave them to the one and now gives them to the other.

use std::collections::{BTreeMap, HashMap, HashSet};

use crate::model::{ChangeKind, StatementKind};

use super::account::{Account, Clash};
use crate::claim::names::{is_same_name, is_spelt_otherwise, surname};
use crate::timeline::cluster::story::{ChainId, Cluster, EventClusters};
use crate::timeline::history::chain_summary::Speakers;

/// Words in a row that two quotations share only where they are one.
const RUN: usize = 5;
/// Common words that make two statements the same words; fewer where there are no others.
const SHARED_WORDS: usize = 4;
const ALL: usize = 3;
/// Common words below which two statements are not looked at.
const SOME: usize = 2;
/// Share of the shorter one's words that must be common.
const SHARED_PART: f64 = 0.8;
/// A word is followed to this many statements that have it; a word in more of them is too common.
const SHARING: usize = 64;

/// Returns the words that are given to different people.
pub(super) fn differing_speakers<'a>(story: &'a EventClusters, clusters: &[&Cluster]) -> Vec<Clash<'a>> {
    let mut clashes = within_clusters(story, clusters);
    clashes.extend(between_outlets(story, clusters));
    clashes
}

/// Returns pairs of clusters of different articles that give the same words to different people.
fn between_outlets<'a>(story: &'a EventClusters, clusters: &[&Cluster]) -> Vec<Clash<'a>> {
    let mut clashes = Vec::new();
    let mut holding: HashMap<u32, Vec<usize>> = HashMap::new();
    for (index, cluster) in clusters.iter().enumerate() {
        let chain_id = cluster.members[0].chain_id;
        let Some((speaker, words)) = spoken_by(story, cluster) else { continue };
        let mut common: BTreeMap<usize, usize> = BTreeMap::new();
        for word in words {
            let others = holding.entry(*word).or_default();
            others.iter().for_each(|&other| *common.entry(other).or_default() += 1);
            if others.len() < SHARING {
                others.push(index);
            }
        }
        for (other, common) in common.into_iter().filter(|(_, common)| SOME <= *common) {
            let Some((name, theirs)) = spoken_by(story, clusters[other]) else { continue };
            let first = clusters[other].members[0].chain_id;
            let same_words = story.are_quoted_alike(chain_id, first)
                || (SHARED_WORDS <= common || ALL <= common && words == theirs)
                    && SHARED_PART * words.len().min(theirs.len()) as f64 <= common as f64;
            if same_words && first.article != chain_id.article && !is_same_name(name, speaker) {
                let account = |cluster, chain_id, value: &'a str, mark| {
                    let wording = story.chain(chain_id).latest_wording();
                    Account::of_wording(cluster, chain_id, wording, value, mark)
                };
                let accounts = vec![account(other, first, name, (0, 0)), account(index, chain_id, speaker, (1, 0))];
                if named(accounts.iter()) {
                    let about = story.words_of(first);
                    clashes.push(Clash { kind: ChangeKind::Source, about, accounts, open: None });
                }
            }
        }
    }
    clashes
}

/// Returns who says a cluster's words, and their numbers.
fn spoken_by<'a>(story: &'a EventClusters, cluster: &Cluster) -> Option<(&'a str, &'a [u32])> {
    let chain_id = cluster.members[0].chain_id;
    if !story.summary(chain_id).is_statement {
        return None;
    }
    let mention = &story.chain(chain_id).mention;
    Some((mention.speaker.as_deref()?, mention.statement.as_ref()?.words.as_slice()))
}

/// Returns clusters in which the same words are given to different people.
fn within_clusters<'a>(story: &'a EventClusters, clusters: &[&Cluster]) -> Vec<Clash<'a>> {
    let speakers = |cluster: &Cluster| {
        let summaries = cluster.members.iter().map(|member| story.summary(member.chain_id));
        summaries.fold(Speakers::Nobody, |all, summary| all.and(summary.speakers))
    };
    let several = clusters.iter().enumerate().filter(|(_, cluster)| speakers(cluster) == Speakers::Several);
    let clash = |(index, cluster): (usize, &&Cluster)| {
        let accounts = accounts_by_speaker(story, index, cluster);
        (1 < accounts.len() && named(accounts.iter())).then(|| Clash {
            kind: ChangeKind::Source,
            about: story.words_of(cluster.members[0].chain_id),
            accounts,
            open: None,
        })
    };
    several.filter_map(clash).collect()
}

/// Returns one account for each speaker of a cluster, the latest of an article, in order of surnames.
fn accounts_by_speaker<'a>(story: &'a EventClusters, index: usize, cluster: &Cluster) -> Vec<Account<'a>> {
    // Each speaker's account, with the fullest form of the name.
    let mut by_speaker: Vec<(&str, Account<'a>)> = Vec::new();
    for chain_id in cluster.members.iter().map(|member| member.chain_id) {
        let chain = story.chain(chain_id);
        for wording in chain.wordings.iter().filter(|_| chain.mention.statement.is_some()) {
            let Some(speaker) = wording.speaker.as_deref() else { continue };
            let account = Account::of_wording(index, chain_id, wording, speaker, (0, 0));
            // An article that now spells the name otherwise has mended it; another article names another person.
            let is_one = |name: &str, kept: &Account<'_>| {
                is_same_name(name, speaker) || kept.article == chain_id.article && is_spelt_otherwise(name, speaker)
            };
            match by_speaker.iter_mut().find(|(name, kept)| is_one(name, kept)) {
                Some((name, kept)) => {
                    if name.len() < speaker.len() {
                        *name = speaker;
                    }
                    if kept.article == chain_id.article && kept.to < wording.to {
                        *kept = account;
                    }
                }
                None => by_speaker.push((speaker, account)),
            }
        }
    }
    by_speaker.sort_by_cached_key(|(name, _)| surname(name).to_lowercase());
    let accounts = by_speaker.into_iter().enumerate();
    accounts.map(|(at, (_, account))| Account { mark: (at as u64, 0), ..account }).collect()
}

impl EventClusters {
    /// Returns whether two statements quote the same run of words: “not one day of remorse”.
    fn are_quoted_alike(&self, a: ChainId, b: ChainId) -> bool {
        let quoted = |chain_id: ChainId| {
            let statement = self.chain(chain_id).mention.statement.as_ref()?;
            (statement.kind != StatementKind::Indirect).then(|| statement.content.to_lowercase())
        };
        let (Some(a), Some(b)) = (quoted(a), quoted(b)) else { return false };
        let (a, b): (Vec<&str>, Vec<&str>) = (a.split_whitespace().collect(), b.split_whitespace().collect());
        let b: HashSet<&[&str]> = b.windows(RUN).collect();
        a.windows(RUN).any(|run| b.contains(run))
    }

    /// Returns the words of a statement; empty for an event.
    fn words_of(&self, chain_id: ChainId) -> String {
        self.chain(chain_id).mention.statement.as_ref().map(|statement| statement.content.clone()).unwrap_or_default()
    }
}

/// Returns whether all accounts name their speaker; "officials" or "a worker from Harmon" beside "the minister" is no
/// conflict.
fn named<'a, 'b: 'a>(accounts: impl Iterator<Item = &'a Account<'b>>) -> bool {
    let mut accounts = accounts;
    accounts.all(|account| {
        let mut words = account.value.split_whitespace();
        let is_described = words.clone().next().is_some_and(|first| matches!(first, "A" | "An" | "a" | "an"));
        let last = words.next_back().unwrap_or_default();
        !is_described && last.chars().next().is_some_and(char::is_uppercase)
    })
}
