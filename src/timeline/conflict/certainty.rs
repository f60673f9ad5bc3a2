//! Finds what one outlet tells as decided and another as still open.
//!
//! "It will close the baths in June" beside "a review of the baths, subject to
//! consultation": the words that leave something open name it, and the plan that
//! is told without any doubt is done to the same thing.

use std::collections::BTreeMap;

use crate::model::{ChangeKind, EntryKind};

use super::{Account, Clash};
use crate::timeline::cluster::story::{Cluster, EventClusters};
use crate::timeline::similarity::{has_content, number, stem};

/// Words that leave open what follows them, in lower case, each with an example.
#[rustfmt::skip]
const LEAVES_OPEN: &[(&str, &str)] = &[
    ("a review of",          "The budget includes a review of baths."),
    ("consultation on",      "There will be a consultation on the baths."),
    ("no decision about",    "No decision about the baths has been taken."),
    ("no decision on",       "No decision on the baths has been taken."),
    ("no final decision on", "No final decision on the baths has been taken."),
    ("options for",          "Officers will look at options for the baths."),
    ("proposals for",        "There are proposals for the baths."),
    ("talks on the future of", "There are talks on the future of the baths."),
    ("yet to decide on",     "The council has yet to decide on the baths."),
];

/// Content words behind them that may name what is left open.
const NAMES: usize = 2;

/// Returns the words for what a sentence leaves open; a question ("a review of how …") names nothing.
pub fn left_open(sentence: &str) -> Vec<u32> {
    let lower = sentence.to_lowercase();
    let Some(rest) = LEAVES_OPEN.iter().find_map(|(words, _)| Some(lower.split_once(words)?.1)) else {
        return Vec::new();
    };
    let clause = rest.split([',', '.', ';', ':', '?']).next().unwrap_or_default().trim();
    if ["how ", "whether ", "what ", "when ", "where ", "who ", "why "].iter().any(|word| clause.starts_with(word)) {
        return Vec::new();
    }
    clause.split_whitespace().filter(|word| has_content(word)).take(NAMES).map(|word| number(stem(word))).collect()
}

/// Returns the plans of one outlet that another tells as open.
pub fn find<'a>(story: &'a EventClusters, clusters: &[&Cluster]) -> Vec<Clash<'a>> {
    let mut open: BTreeMap<u32, Vec<Account<'a>>> = BTreeMap::new();
    for (article, track) in story.articles.iter().enumerate() {
        for sentence_chain in &track.sentence_chains {
            let account = Account::of_sentence(article, sentence_chain, &sentence_chain.text, 0);
            sentence_chain.opens.iter().for_each(|&word| open.entry(word).or_default().push(account));
        }
    }
    let mut clashes = Vec::new();
    for (index, cluster) in clusters.iter().enumerate().filter(|_| !open.is_empty()) {
        for chain_id in cluster.members.iter().map(|member| member.chain_id) {
            // The kind comes first in a thread's bucket.
            let is_plan = story.summary(chain_id).key.0 == EntryKind::Planned;
            let Some(chain) = is_plan.then(|| story.chain(chain_id)) else { continue };
            if !is_firm(chain.text()) {
                continue;
            }
            let wording = chain.wordings.last().expect("a thread begins with a wording");
            // Of a sentence with two plans it is not the whole that is disputed.
            let cluster = (chain.mention.lemmas.len() == 1).then_some(index);
            let plan = Account { cluster, ..Account::of_wording(index, chain_id, wording, &wording.text, 1) };
            let others = chain.mention.object.iter().filter_map(|word| open.get(word)).flatten();
            // Its words may be new; the plan is as old as its thread.
            let since = Account { from: chain.first(), ..plan };
            let outlet = |account: &Account<'_>| &story.articles[account.article].outlet;
            for other in others.filter(|other| outlet(other) != outlet(&plan) && story.together(other, &since)) {
                let about = chain.mention.lemmas.join(", ");
                clashes.push(Clash { kind: ChangeKind::Certainty, about, accounts: vec![plan, *other], open: None });
            }
        }
    }
    clashes
}

/// Returns whether a sentence tells its plan without a condition.
fn is_firm(sentence: &str) -> bool {
    const DOUBTS: &[&str] = &["could", "expected", "if", "may", "might", "plans", "proposed", "should", "would"];
    let lower = sentence.to_lowercase();
    !lower.split(|c: char| !c.is_alphanumeric()).any(|word| DOUBTS.contains(&word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_what_its_example_leaves_open() {
        for (words, example) in LEAVES_OPEN {
            assert!(left_open(example).contains(&number(stem("baths"))), "{words} in {example:?}");
        }
        assert!(left_open("Ministers promised a review of how councils are paid for.").is_empty());
        assert!(left_open("The council will close the baths.").is_empty());
    }
}
