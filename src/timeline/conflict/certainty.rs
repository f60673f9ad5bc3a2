//! Finds plans that one outlet reports as decided and another as still open.
//!
//! "It will close the baths in June" beside "a review of the baths, subject to
//! consultation": the words that leave something open name it, and the plan that
//! is reported without any doubt is about the same thing.

use std::collections::BTreeMap;

use crate::model::{ChangeKind, EntryKind};

use super::account::{Account, Clash, Mark};
use super::certainty_table::DOUBTS;
use crate::text::rule_table::rows;
use crate::timeline::cluster::story::{Cluster, EventClusters};

/// Marks of the two sides.
const OPEN: Mark = (0, 0);
const DECIDED: Mark = (1, 0);

/// Returns the plans of one outlet that another reports as open.
pub(super) fn differing_certainty<'a>(story: &'a EventClusters, clusters: &[&Cluster]) -> Vec<Clash<'a>> {
    let mut open: BTreeMap<u32, Vec<Account<'a>>> = BTreeMap::new();
    for (article, track) in story.articles.iter().enumerate() {
        for sentence_chain in &track.sentence_chains {
            let account = Account::of_sentence(article, sentence_chain, &sentence_chain.text, OPEN);
            sentence_chain.opens.iter().for_each(|&word| open.entry(word).or_default().push(account));
        }
    }
    let mut clashes = Vec::new();
    for (index, cluster) in clusters.iter().enumerate().filter(|_| !open.is_empty()) {
        for chain_id in cluster.members.iter().map(|member| member.chain_id) {
            // The kind comes first in a chain's bucket.
            let is_plan = story.summary(chain_id).key.0 == EntryKind::Planned;
            let Some(chain) = is_plan.then(|| story.chain(chain_id)) else { continue };
            if !is_firm(chain.text()) {
                continue;
            }
            let wording = chain.latest_wording();
            // Of a sentence with two plans it is not the whole that is disputed.
            let cluster = (chain.mention.lemmas.len() == 1).then_some(index);
            let plan = Account { cluster, ..Account::of_wording(index, chain_id, wording, &wording.text, DECIDED) };
            let others = chain.mention.object.iter().filter_map(|word| open.get(word)).flatten();
            // Its words may be new; the plan is as old as its chain.
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

/// Returns whether a sentence reports its plan without a condition.
fn is_firm(sentence: &str) -> bool {
    let lower = sentence.to_lowercase();
    !lower.split(|c: char| !c.is_alphanumeric()).any(|word| rows(DOUBTS).any(|(doubt, _)| *doubt == word))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::rule_table::needless_rows;

    #[test]
    fn every_doubt_makes_its_own_example_uncertain() {
        assert!(is_firm("The council will close the baths in September."));
        for (doubt, example) in DOUBTS {
            assert!(!is_firm(example), "{doubt} in {example:?}");
        }
        assert!(DOUBTS.is_sorted());
        assert_eq!(needless_rows(DOUBTS, |(_, example)| is_firm(example)), [] as [&(&str, &str); 0]);
    }
}
