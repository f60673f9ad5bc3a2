//! Finds the same words given to different people.
//!
//! “We were not asked,” said Lee, here; “We were not asked,” said Hale, there. Also
//! an article that first gave them to the one and now gives them to the other.

use std::collections::{BTreeMap, HashMap};

use crate::model::ChangeKind;

use super::{Account, Clash};
use crate::timeline::cluster::same_event::same_name;
use crate::timeline::cluster::story::{Cluster, EventClusters};
use crate::timeline::cluster::summary::{Speakers, last_word};
use crate::timeline::similarity::number;

/// Common words that make two statements the same words; fewer where there are no others.
const ENOUGH: usize = 4;
const ALL: usize = 3;
/// Share of the shorter one's words that must be common.
const MOST: f64 = 0.8;
/// Statements that share a word and are looked at for it; a word in more of them tells nothing.
const SHARING: usize = 64;

/// Returns the words that are given to different people.
pub fn find<'a>(story: &'a EventClusters, clusters: &[&Cluster]) -> Vec<Clash<'a>> {
    let mut clashes = told_otherwise(story, clusters);
    clashes.extend(between_outlets(story, clusters));
    clashes
}

/// Returns pairs of groups of different articles that tell the same words of different people.
fn between_outlets<'a>(story: &'a EventClusters, clusters: &[&Cluster]) -> Vec<Clash<'a>> {
    let mut clashes = Vec::new();
    let mut holding: HashMap<u32, Vec<usize>> = HashMap::new();
    for (index, cluster) in clusters.iter().enumerate() {
        let chain_id = cluster.members[0].chain_id;
        let Some((speaker, words)) = said(story, cluster) else { continue };
        let mut common: BTreeMap<usize, usize> = BTreeMap::new();
        for word in words {
            let others = holding.entry(*word).or_default();
            others.iter().for_each(|&other| *common.entry(other).or_default() += 1);
            if others.len() < SHARING {
                others.push(index);
            }
        }
        for (other, common) in common.into_iter().filter(|(_, common)| ALL <= *common) {
            let Some((name, theirs)) = said(story, clusters[other]) else { continue };
            let first = clusters[other].members[0].chain_id;
            let same_words =
                (ENOUGH <= common || words == theirs) && MOST * words.len().min(theirs.len()) as f64 <= common as f64;
            if same_words && first.article != chain_id.article && !same_name(name, speaker) {
                let account = |cluster, chain_id, value: &'a str, mark| {
                    let wording = story.chain(chain_id).wordings.last().expect("a thread begins with a wording");
                    Account::of_wording(cluster, chain_id, wording, value, mark)
                };
                let accounts = vec![account(other, first, name, 0), account(index, chain_id, speaker, 1)];
                if named(accounts.iter()) {
                    let about = story.chain(first).mention.statement.as_ref().map(|said| said.content.clone());
                    clashes.push(Clash {
                        kind: ChangeKind::Source,
                        about: about.unwrap_or_default(),
                        accounts,
                        open: None,
                    });
                }
            }
        }
    }
    clashes
}

/// Returns who says a group's words, and their numbers.
fn said<'a>(story: &'a EventClusters, cluster: &Cluster) -> Option<(&'a str, &'a [u32])> {
    let chain_id = cluster.members[0].chain_id;
    if !story.summary(chain_id).is_said {
        return None;
    }
    let mention = &story.chain(chain_id).mention;
    Some((mention.speaker.as_deref()?, mention.statement.as_ref()?.words.as_slice()))
}

/// Returns groups in which the same words are given to different people.
fn told_otherwise<'a>(story: &'a EventClusters, clusters: &[&Cluster]) -> Vec<Clash<'a>> {
    let mut clashes = Vec::new();
    let speakers = |cluster: &Cluster| {
        let summaries = cluster.members.iter().map(|member| story.summary(member.chain_id));
        summaries.fold(Speakers::Nobody, |all, summary| all.and(summary.speakers))
    };
    for (index, cluster) in clusters.iter().enumerate().filter(|(_, cluster)| speakers(cluster) == Speakers::Several) {
        let mut by_name: BTreeMap<String, Account<'a>> = BTreeMap::new();
        for chain_id in cluster.members.iter().map(|member| member.chain_id) {
            let chain = story.chain(chain_id);
            if chain.mention.statement.is_none() {
                continue;
            }
            for wording in &chain.wordings {
                let Some(speaker) = wording.speaker.as_deref() else { continue };
                let last = last_word(speaker);
                let mark = u64::from(number(&last));
                let account = Account::of_wording(index, chain_id, wording, speaker, mark);
                let kept = by_name.entry(last).or_insert(account);
                if kept.article == chain_id.article && kept.to < wording.to {
                    *kept = account;
                }
            }
        }
        if 1 < by_name.len() && named(by_name.values()) {
            let about =
                story.chain(cluster.members[0].chain_id).mention.statement.as_ref().map(|said| said.content.clone());
            let accounts = by_name.into_values().collect();
            clashes.push(Clash { kind: ChangeKind::Source, about: about.unwrap_or_default(), accounts, open: None });
        }
    }
    clashes
}

/// Returns whether all accounts name their speaker; "officials" beside "the minister" is no conflict.
fn named<'a, 'b: 'a>(accounts: impl Iterator<Item = &'a Account<'b>>) -> bool {
    let mut accounts = accounts;
    accounts.all(|account| {
        let last = account.value.split_whitespace().last().unwrap_or_default();
        last.chars().next().is_some_and(char::is_uppercase)
    })
}
