//! Finds different reasons that are given for one thing.
//!
//! "The ministry blamed “technical reasons.” Two officials said the minister
//! stayed away because he had not been invited." Two speakers, one next to the
//! other, each with a cause: the accounts differ. Another
//! outlet that has the first reason from the same speaker stands on that side. Two outlets that give one thing two causes
//! differ as well, whoever they have them from: "the fire was started by a lamp", "the fire was caused by a fault". They are
//! one disagreement, however many outlets take either side; who denies a cause gives none.

use std::collections::{BTreeSet, HashMap};

use crate::model::{Certainty, ChangeKind};

use super::account::{Account, Clash};
use crate::claim::names::is_same_name;
use crate::timeline::cluster::story::{ChainId, Cluster, EventClusters};
use crate::timeline::mention::cues::{StatedCause, stated_cause};
use crate::timeline::similarity::shared;

/// Sentences between two reasons that are set side by side.
const SIDE_BY_SIDE: usize = 2;
/// Common words by which another outlet gives the same reason.
const SHARED_REASON_WORDS: usize = 2;

struct Reason<'a> {
    account: Account<'a>,
    chain_id: ChainId,
    speaker: &'a str,
    words: &'a [u32],
}

/// Returns the reasons that differ.
pub(super) fn differing_causes<'a>(story: &'a EventClusters, clusters: &[&Cluster]) -> Vec<Clash<'a>> {
    let reasons: Vec<Reason<'a>> = clusters
        .iter()
        .enumerate()
        .flat_map(|(cluster, members)| members.members.iter().map(move |member| (cluster, member.chain_id)))
        .filter_map(|(cluster, chain_id)| reason(story, cluster, chain_id))
        .collect();
    let index = CauseIndex::of(story, &reasons);
    let mut clashes: Vec<Clash<'a>> = Vec::new();
    for a in &reasons {
        for b in index.beside(story, a).iter().map(|&at| &reasons[at]).filter(|b| side_by_side(story, a, b)) {
            let candidates = index.sharing_words(a).chain(index.sharing_words(b)).collect::<BTreeSet<usize>>();
            let same = candidates.into_iter().map(|at| &reasons[at]).filter(|own| is_one(own, a) || is_one(own, b));
            let accounts = same.map(|own| Account { mark: (u64::from(is_one(own, b)), 0), ..own.account });
            let about = b.account.value.to_owned();
            clashes.push(Clash { kind: ChangeKind::Statement, about, accounts: accounts.collect(), open: None });
        }
    }
    clashes.extend(between_outlets(story, &reasons, &index));
    clashes
}

/// Reasons that may hold a word before it is too common to show that two are of one thing.
const SELDOM: usize = 16;

/// Returns the reasons that outlets give for one thing, whoever gives them: "started by a lamp", "caused by a fault".
///
/// Each thing has one clash, with every account of it.
fn between_outlets<'a>(story: &EventClusters, reasons: &[Reason<'a>], index: &CauseIndex) -> Vec<Clash<'a>> {
    let told: Vec<Option<StatedCause>> = reasons.iter().map(|reason| stated_cause(reason.account.value)).collect();
    let mut clash_of: HashMap<usize, usize> = HashMap::new();
    let mut sides: Vec<Vec<usize>> = Vec::new();
    for (at, a) in reasons.iter().enumerate() {
        let Some(mine) = &told[at] else { continue };
        let seldom = a.words.iter().filter_map(|word| index.with_word.get(word)).filter(|held| held.len() <= SELDOM);
        let later: BTreeSet<usize> = seldom.flatten().copied().filter(|&other| at < other).collect();
        for other in later {
            let Some(theirs) = &told[other] else { continue };
            let b = &reasons[other];
            let is_apart = a.account.article != b.account.article && story.together(&a.account, &b.account);
            if !is_apart || !are_of_one_effect(mine, theirs) || is_one_cause(mine, theirs) {
                continue;
            }
            let clash = clash_of.get(&at).or_else(|| clash_of.get(&other)).copied().unwrap_or(sides.len());
            sides.resize_with(sides.len().max(clash + 1), Vec::new);
            for own in [at, other] {
                if clash_of.insert(own, clash).is_none() {
                    sides[clash].push(own);
                }
            }
        }
    }
    let cause = |own: usize| told[own].as_ref();
    let clash = |side: Vec<usize>| {
        let first_alike = |own: usize| {
            let alike = |&other: &usize| cause(own).zip(cause(other)).is_some_and(|(a, b)| is_one_cause(a, b));
            side.iter().position(alike).unwrap_or_default() as u64
        };
        let accounts =
            side.iter().map(|&own| Account { mark: (first_alike(own), 0), ..reasons[own].account }).collect();
        Clash { kind: ChangeKind::Statement, about: reasons[side[0]].account.value.to_owned(), accounts, open: None }
    };
    sides.into_iter().map(clash).collect()
}

/// Returns whether two accounts are of one thing: its head stands in both, and enough words of it besides.
fn are_of_one_effect(a: &StatedCause, b: &StatedCause) -> bool {
    let common = a.effect.iter().filter(|word| b.effect.contains(word)).count();
    a.head == b.head && SHARED_REASON_WORDS <= common
}

fn is_one_cause(a: &StatedCause, b: &StatedCause) -> bool {
    a.cause.iter().any(|word| b.cause.contains(word))
}

/// The reasons of a story by paragraph and by word.
struct CauseIndex {
    of_paragraph: HashMap<(usize, usize, usize), Vec<usize>>,
    with_word: HashMap<u32, Vec<usize>>,
    of_chain: HashMap<ChainId, usize>,
}

impl CauseIndex {
    fn of(story: &EventClusters, reasons: &[Reason<'_>]) -> Self {
        let mut index = Self { of_paragraph: HashMap::new(), with_word: HashMap::new(), of_chain: HashMap::new() };
        for (at, reason) in reasons.iter().enumerate() {
            index.of_paragraph.entry(paragraph_of(story, reason)).or_default().push(at);
            reason.words.iter().for_each(|&word| index.with_word.entry(word).or_default().push(at));
            index.of_chain.insert(reason.chain_id, at);
        }
        index
    }

    /// Returns the reasons in the paragraph of `reason`.
    fn beside(&self, story: &EventClusters, reason: &Reason<'_>) -> &[usize] {
        self.of_paragraph.get(&paragraph_of(story, reason)).map_or(&[], Vec::as_slice)
    }

    /// Returns `reason` itself and those that share a word with it.
    fn sharing_words<'i>(&'i self, reason: &'i Reason<'_>) -> impl Iterator<Item = usize> + 'i {
        let others = reason.words.iter().filter_map(|word| self.with_word.get(word)).flatten();
        others.chain(self.of_chain.get(&reason.chain_id)).copied()
    }
}

/// Returns the article, the last version and the paragraph of a reason.
fn paragraph_of(story: &EventClusters, reason: &Reason<'_>) -> (usize, usize, usize) {
    let chain = story.chain(reason.chain_id);
    (reason.chain_id.article, chain.last(), chain.paragraph)
}

fn reason(story: &EventClusters, cluster: usize, chain_id: ChainId) -> Option<Reason<'_>> {
    if !story.summary(chain_id).gives_cause {
        return None;
    }
    let chain = story.chain(chain_id);
    // "Denied that the lamp had started the fire" gives no cause.
    let said = chain.mention.statement.as_ref().filter(|said| said.certainty != Certainty::Denied)?;
    let speaker = chain.mention.speaker.as_deref()?;
    let account = Account::of_wording(cluster, chain_id, chain.latest_wording(), &said.content, (0, 0));
    Some(Reason { account, chain_id, speaker, words: &said.words })
}

/// Returns whether `b` of the same paragraph follows `a` closely, and someone else gives another reason.
fn side_by_side(story: &EventClusters, a: &Reason<'_>, b: &Reason<'_>) -> bool {
    let (x, y) = (story.chain(a.chain_id), story.chain(b.chain_id));
    let (first, second) = (x.mention.line, y.mention.line);
    (first + 1..=first + SIDE_BY_SIDE).contains(&second)
        && !is_same_name(a.speaker, b.speaker)
        && shared(a.words, b.words) < SHARED_REASON_WORDS
}

/// Returns whether two reasons are one, given by one speaker.
fn is_one(a: &Reason<'_>, b: &Reason<'_>) -> bool {
    let common = shared(a.words, b.words);
    is_same_name(a.speaker, b.speaker)
        && (a.chain_id == b.chain_id || SHARED_REASON_WORDS <= common && a.words.len().min(b.words.len()) <= 2 * common)
}
