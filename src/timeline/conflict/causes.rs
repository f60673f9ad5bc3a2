//! Finds different reasons that are given for one thing.
//!
//! "The ministry blamed “technical reasons.” Two officials said the minister
//! stayed away because he had not been invited." Two speakers, one next to the
//! other, each with a cause: a reader is being told that accounts differ. Another
//! outlet that has the first reason from the same speaker stands on that side.

use std::collections::BTreeMap;

use crate::model::ChangeKind;

use super::{Account, Clash};
use crate::timeline::cluster::same_event::same_name;
use crate::timeline::cluster::story::{ChainId, Cluster, EventClusters};
use crate::timeline::similarity::shared;

/// Words that give a cause, in lower case, each with an example.
#[rustfmt::skip]
const GIVES_CAUSE: &[(&str, &str)] = &[
    ("as a result of",   "The road was closed as a result of the frost, the council said."),
    ("because",          "The road was closed because a wall had fallen, the council said."),
    ("blamed",           "The council blamed the frost."),
    ("blames",           "The council blames the frost."),
    ("caused by",        "The closure was caused by the frost, the council said."),
    ("down to",          "The closure came down to the frost, the council said."),
    ("due to",           "The road was closed due to frost, the council said."),
    ("owing to",         "The road was closed owing to frost, the council said."),
    ("put it down to",   "The council put it down to the frost."),
    ("the cause of",     "Frost was the cause of the closure, the council said."),
    ("the reason for",   "Frost was the reason for the closure, the council said."),
];

/// Sentences between two reasons that are set side by side.
const SIDE_BY_SIDE: usize = 2;
/// Common words by which another outlet gives the same reason.
const ENOUGH: usize = 2;

struct Reason<'a> {
    account: Account<'a>,
    chain_id: ChainId,
    speaker: &'a str,
    words: &'a [u32],
}

/// Returns the reasons that differ.
pub fn find<'a>(story: &'a EventClusters, clusters: &[&Cluster]) -> Vec<Clash<'a>> {
    let reasons: Vec<Reason<'a>> = clusters
        .iter()
        .enumerate()
        .flat_map(|(cluster, members)| members.members.iter().map(move |member| (cluster, member.chain_id)))
        .filter_map(|(cluster, chain_id)| reason(story, cluster, chain_id))
        .collect();
    let mut clashes: Vec<Clash<'a>> = Vec::new();
    let mut by_article: BTreeMap<usize, Vec<&Reason<'a>>> = BTreeMap::new();
    reasons.iter().for_each(|reason| by_article.entry(reason.chain_id.article).or_default().push(reason));
    for a in &reasons {
        for b in by_article[&a.chain_id.article].iter().filter(|b| side_by_side(story, a, b)) {
            let same = |reason: &&Reason<'_>| is_one(reason, a) || is_one(reason, b);
            let accounts = reasons
                .iter()
                .filter(same)
                .map(|reason| Account { mark: u64::from(is_one(reason, b)), ..reason.account });
            let about = b.account.value.to_owned();
            clashes.push(Clash { kind: ChangeKind::Statement, about, accounts: accounts.collect(), open: None });
        }
    }
    clashes
}

fn reason(story: &EventClusters, cluster: usize, chain_id: ChainId) -> Option<Reason<'_>> {
    if !story.summary(chain_id).gives_cause {
        return None;
    }
    let chain = story.chain(chain_id);
    let said = chain.mention.statement.as_ref()?;
    let speaker = chain.mention.speaker.as_deref()?;
    let wording = chain.wordings.last().expect("a thread begins with a wording");
    let account = Account::of_wording(cluster, chain_id, wording, &said.content, 0);
    Some(Reason { account, chain_id, speaker, words: &said.words })
}

/// Returns whether a sentence gives a cause.
pub fn gives_cause(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    GIVES_CAUSE.iter().any(|(words, _)| lower.contains(words))
}

/// Returns whether `b` follows `a` closely in one version, and someone else gives another reason.
fn side_by_side(story: &EventClusters, a: &Reason<'_>, b: &Reason<'_>) -> bool {
    let (x, y) = (story.chain(a.chain_id), story.chain(b.chain_id));
    let (first, second) = (x.mention.line, y.mention.line);
    x.last() == y.last()
        && x.paragraph == y.paragraph
        && (first + 1..=first + SIDE_BY_SIDE).contains(&second)
        && !same_name(a.speaker, b.speaker)
        && shared(a.words, b.words) < ENOUGH
}

/// Returns whether two reasons are one, given by one speaker.
fn is_one(a: &Reason<'_>, b: &Reason<'_>) -> bool {
    let common = shared(a.words, b.words);
    same_name(a.speaker, b.speaker)
        && (a.chain_id == b.chain_id || ENOUGH <= common && a.words.len().min(b.words.len()) <= 2 * common)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_gives_the_cause_in_its_example() {
        for (words, example) in GIVES_CAUSE {
            assert!(example.to_lowercase().contains(words), "{words} in {example:?}");
        }
        assert!(!gives_cause("The council thanked the crews."));
    }
}
