//! Finds statements of which one denies what the other asserts.
//!
//! "There was no alarm," a passenger said. "The alarm sounded," the owner said.
//! What a negation denies is the next content word after it; where someone else
//! asserts that very word, and the story speaks of it seldom, the two accounts
//! differ. A common word proves nothing: half the sentences about a council
//! hold "council".

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::model::{Certainty, ChangeKind};

use super::account::{Account, Clash};
use super::denials_table::MODALS;
use crate::claim::names::is_same_name;
use crate::text::rule_table::is_listed;
use crate::text::{Negation, denies_verb, negation_of, stem};
use crate::timeline::cluster::story::{ChainId, Cluster, EventClusters};
use crate::timeline::similarity::{has_content, number};

/// Sentences of a story that may hold a word before it is too common to prove anything.
const SELDOM: usize = 6;

/// Words between "no" and the verb of its clause: "*no* new plant *would* be closed".
const SUBJECT: usize = 3;

struct DeniedClaim<'a> {
    account: Account<'a>,
    chain_id: ChainId,
    speaker: Option<&'a str>,
    denied: Vec<u32>,
    words: &'a [u32],
}

/// Returns pairs of statements that contradict each other.
pub(super) fn denied_statements<'a>(story: &'a EventClusters, clusters: &[&Cluster]) -> Vec<Clash<'a>> {
    let claims: Vec<DeniedClaim<'a>> =
        clusters.iter().enumerate().filter_map(|(at, cluster)| claim(story, at, cluster.members[0].chain_id)).collect();
    let mut holding: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    for (at, claim) in claims.iter().enumerate() {
        claim.words.iter().for_each(|&word| holding.entry(word).or_default().push(at));
    }
    // Each contradiction is listed once, for the first claim with these words.
    let mut first_cluster: HashMap<&str, Option<usize>> = HashMap::new();
    for claim in &claims {
        first_cluster.entry(claim.account.value).or_insert(claim.account.cluster);
    }
    let mut clashes = Vec::new();
    for claim in claims.iter().filter(|claim| first_cluster[claim.account.value] == claim.account.cluster) {
        for word in &claim.denied {
            let others = holding.get(word).map_or(&[][..], Vec::as_slice);
            if SELDOM < others.len() {
                continue;
            }
            let mut met = BTreeSet::new();
            for other in others.iter().map(|&at| &claims[at]).filter(|other| contradicts(story, other, claim, *word)) {
                if !met.insert(other.account.value) {
                    continue;
                }
                let accounts = vec![claim.account, other.account];
                clashes.push(Clash {
                    kind: ChangeKind::Polarity,
                    about: claim.account.value.to_owned(),
                    accounts,
                    open: None,
                });
            }
        }
    }
    clashes
}

/// Returns whether `other` asserts the word that `claim` denies, in someone else's name.
fn contradicts(story: &EventClusters, other: &DeniedClaim<'_>, claim: &DeniedClaim<'_>, word: u32) -> bool {
    let by_another = match (other.speaker, claim.speaker) {
        (Some(a), Some(b)) => !is_same_name(a, b),
        _ => other.chain_id.article != claim.chain_id.article,
    };
    by_another
        && story.together(&other.account, &claim.account)
        && !other.denied.contains(&word)
        && other.chain_id != claim.chain_id
}

fn claim(story: &EventClusters, cluster: usize, chain_id: ChainId) -> Option<DeniedClaim<'_>> {
    if !story.summary(chain_id).is_statement {
        return None;
    }
    let chain = story.chain(chain_id);
    // "Denied that the meeting took place" asserts no meeting.
    let said = chain.mention.statement.as_ref().filter(|said| said.certainty != Certainty::Denied)?;
    Some(DeniedClaim {
        account: Account::of_wording(
            cluster,
            chain_id,
            chain.latest_wording(),
            &said.content,
            (chain_id.article as u64, chain_id.chain as u64),
        ),
        chain_id,
        speaker: chain.mention.speaker.as_deref(),
        denied: denied(&said.content),
        words: &said.words,
    })
}

/// Returns the numbers of the words that a negation stands before, in its clause.
fn denied(content: &str) -> Vec<u32> {
    let lower = content.to_lowercase();
    let words_of = |clause| <str>::split(clause, |c: char| !c.is_alphanumeric() && c != '\'' && c != '’');
    let said = |word: &str| words_of(&lower).filter(|other| stem(other) == stem(word)).count();
    let mut denied = Vec::new();
    for clause in lower.split([',', ';', ':']) {
        let words: Vec<&str> = words_of(clause).collect();
        for (at, word) in words.iter().enumerate() {
            let negates =
                denies_verb(word) || matches!(negation_of(word), Some(Negation::Noun | Negation::Preposition));
            let is_modal = |at: usize| words.get(at).is_some_and(|word| is_listed(MODALS, word));
            // "No plant would be closed" is a promise.
            let promises = (at + 1..=at + SUBJECT).any(is_modal);
            let modal = is_modal(at) || at.checked_sub(1).is_some_and(is_modal) || promises;
            if negates && !modal {
                let next = words[at + 1..].iter().find(|word| has_content(word));
                // "We protected children's services. We could not protect everything" denies no protection.
                denied.extend(next.filter(|next| 1 == said(next)).map(|word| number(word)));
            }
        }
    }
    denied
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::rule_table::without;

    #[test]
    fn a_negation_denies_the_next_content_word() {
        assert_eq!(denied("There was no alarm."), [number("alarm")]);
        assert_eq!(denied("They didn’t have the keys"), [number("keys")]);
        assert!(denied("The alarm sounded").is_empty());
        assert!(denied("Airlines should not buy the planes").is_empty());
        assert!(denied("No plant would be closed").is_empty());
    }

    #[test]
    fn negations_of_verbs_nouns_and_company_deny() {
        for sentence in ["There was never an alarm.", "There was no alarm.", "They left without an alarm."] {
            assert_eq!(denied(sentence), [number("alarm")], "{sentence:?}");
        }
        for sentence in ["There was an alarm.", "They left with an alarm."] {
            assert!(denied(sentence).is_empty(), "{sentence:?}");
        }
        // A negation denies nothing of the next clause.
        assert_eq!(denied("I don't like it, but I can count to nine"), [number("like")]);
    }

    #[test]
    fn every_modal_takes_the_denial_back() {
        for modal in MODALS {
            let negation = if modal.ends_with("n't") || modal.ends_with("n’t") { "" } else { " not" };
            let denial = format!("They {modal}{negation} hear the alarm");
            assert!(denied(&denial).is_empty(), "{modal}");
            assert_eq!(without(modal, || denied(&denial)), [number("hear")], "{modal} is not needed");
        }
        assert_eq!(denied("They did not hear the alarm"), [number("hear")]);
    }
}
