//! Finds what one account asserts of somebody or something and another denies, or tells otherwise.
//!
//! ```text
//! Courier  Pike was found guilty of fraud on Thursday.       Echo  Pike was acquitted on Thursday.
//! Globe    A man was arrested in Ghent on Sunday.            Post  The man was arrested in Bruges on Sunday.
//! Herald   The ward had been cleaned, the trust said.        Same  The ward had not been cleaned, nurses said.
//! ```
//! One predicate is asserted here and denied there, or two exclude each other, or one event has two places. They are of the
//! same people or things, which few sentences of the story name, and of no two dates; and neither article tells what the
//! other does. Within one article only two speakers differ.

use std::collections::BTreeSet;

use rayon::prelude::*;
use rustc_hash::{FxHashMap, FxHashSet};

use crate::claim::names::is_same_name;
use crate::diff::facets::exchanges::is_mutual;
use crate::diff::lexicon::phrases::set_relation;
use crate::model::ChangeKind;
use crate::text::rule_table::is_listed;

use super::account::{Account, Clash, dates_apart};
use super::cluster_index::ClusterIndex;
use super::informative_words::InformativeWords;
use crate::timeline::cluster::story::{Cluster, EventClusters};
use crate::timeline::date_range::DateRange;
use crate::timeline::history::track::SentenceChain;
use crate::timeline::mention::assertions::Predication;
use crate::timeline::mention::cues::is_counting;

/// Assertions with one theme and predicate that are compared with a later one: bounds the cost of a story about one thing.
const COMPARED: usize = 32;

/// Signs by which one event at two places is known for one: telling words, a day, a name.
const ELSEWHERE: usize = 2;
/// Verbs for what only one can have done, sorted.
const ONLY_ONE: &[&str] = &["win"];

/// An assertion of an article.
struct AssertedAccount<'a> {
    article: usize,
    sentence: &'a SentenceChain,
    assertion: &'a Predication,
    /// When the events of its sentence happened.
    bounds: Vec<DateRange>,
}

/// How two assertions are related.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum AccountRelation {
    /// Both say the same.
    Agree,
    /// One denies what the other asserts, or they exclude each other.
    Exclude,
    /// They put one event at two places.
    Elsewhere,
    /// They tell the same of two, of which only one can have done it.
    ByAnother,
}

/// A word of the theme, with the predicate's stem or a set of the lexicon that the predicate is in.
type ThemeKey = (u32, u32, bool);

/// Returns the assertions that contradict each other.
pub(super) fn contradictions<'a>(story: &'a EventClusters, clusters: &[&Cluster]) -> Vec<Clash<'a>> {
    let asserted = asserted_accounts(story);
    let telling = InformativeWords::of(
        story.articles.iter().flat_map(|track| &track.sentence_chains).map(|sentence| sentence.words.iter().copied()),
    );
    let mut holding: FxHashMap<ThemeKey, Vec<usize>> = FxHashMap::default();
    for (at, own) in asserted.iter().enumerate() {
        keys(own.assertion).for_each(|key| holding.entry(key).or_default().push(at));
    }
    let pairs: BTreeSet<(usize, usize)> = holding
        .values()
        .flat_map(|list| {
            list.iter()
                .enumerate()
                .flat_map(|(place, &b)| list[place.saturating_sub(COMPARED)..place].iter().map(move |&a| (a, b)))
        })
        .collect();
    let pairs: Vec<(usize, usize)> = pairs.into_iter().collect();
    let differ: Vec<(usize, usize, AccountRelation)> = pairs
        .into_par_iter()
        .filter_map(|(a, b)| {
            let (x, y) = (&asserted[a], &asserted[b]);
            let relation = relation(x.assertion, y.assertion).filter(|relation| *relation != AccountRelation::Agree)?;
            (may_differ(story, x, y) && is_about_one(x, y, relation, &telling)).then_some((a, b, relation))
        })
        .collect();
    let agrees = |article: usize, with: usize| {
        let other = &asserted[with];
        keys(other.assertion).flat_map(|key| &holding[&key]).any(|&own| {
            let own = &asserted[own];
            own.article == article
                && own.assertion.speaker.is_none()
                && relation(own.assertion, other.assertion) == Some(AccountRelation::Agree)
        })
    };
    let index = ClusterIndex::of(story, clusters);
    let mut met = FxHashSet::default();
    differ
        .into_iter()
        .filter(|&(a, b, _)| {
            let (x, y) = (asserted[a].article, asserted[b].article);
            x == y || !agrees(x, b) && !agrees(y, a)
        })
        .filter(|&(a, b, _)| {
            met.insert((asserted[a].article, asserted[a].sentence.text.as_str(), asserted[b].sentence.text.as_str()))
        })
        .map(|(a, b, relation)| clash(story, &index, [&asserted[a], &asserted[b]], relation))
        .collect()
}

fn asserted_accounts(story: &EventClusters) -> Vec<AssertedAccount<'_>> {
    let articles = story.articles.iter().enumerate();
    articles
        .flat_map(|(article, track)| {
            track.sentence_chains.iter().flat_map(move |sentence| {
                let summaries = sentence.chains.iter().map(|&chain| &track.summaries[chain]);
                let bounds: Vec<DateRange> =
                    summaries.filter(|summary| !summary.is_statement).filter_map(|summary| summary.bounds).collect();
                sentence.assertions.iter().map(move |assertion| AssertedAccount {
                    article,
                    sentence,
                    assertion,
                    bounds: bounds.clone(),
                })
            })
        })
        .collect()
}

fn keys(assertion: &Predication) -> impl Iterator<Item = ThemeKey> + '_ {
    let themes = assertion.doers.iter().chain(&assertion.undergoers).filter(|word| !is_counting(**word));
    themes.flat_map(|&theme| {
        let sets = assertion.senses.iter().map(move |sense| (theme, u32::from(sense.set), true));
        sets.chain([(theme, assertion.stem, false)])
    })
}

/// Returns how two assertions of one theme are related; `None` where they tell of two things.
fn relation(a: &Predication, b: &Predication) -> Option<AccountRelation> {
    let sets = set_relation(&a.senses, &b.senses);
    let is_same = a.stem == b.stem || sets.same;
    let elsewhere = || {
        let is_there = |place: &(String, u32)| {
            b.places.iter().any(|other| other.1 == place.1 || other.0.contains(&place.0) || place.0.contains(&other.0))
        };
        !a.places.is_empty() && !b.places.is_empty() && !a.places.iter().any(is_there)
    };
    if a.planned != b.planned {
        return None;
    }
    let is_asserted = !a.denied && !b.denied;
    let relation = match (a.denied == b.denied, is_same) {
        (true, true) if is_asserted && is_turned_round(a, b) => AccountRelation::Exclude,
        (true, true) if is_asserted && is_by_another(a, b) => AccountRelation::ByAnother,
        (true, true) if is_asserted && elsewhere() => AccountRelation::Elsewhere,
        (true, true) => AccountRelation::Agree,
        (true, false) if sets.opposite && is_asserted => AccountRelation::Exclude,
        (false, true) => AccountRelation::Exclude,
        (false, false) if sets.opposite => AccountRelation::Agree,
        _ => return None,
    };
    Some(relation)
}

/// Returns whether what one does to the other in one account, the other does to it in the other: "Rovers beat United".
fn is_turned_round(a: &Predication, b: &Predication) -> bool {
    !is_mutual(&a.lemma)
        && meet(&a.doers, &b.undergoers)
        && meet(&a.undergoers, &b.doers)
        && !meet(&a.doers, &b.doers)
        && !meet(&a.undergoers, &b.undergoers)
}

/// Returns whether two are told to have done what only one can have: "Rovers won the cup", "United won the cup".
fn is_by_another(a: &Predication, b: &Predication) -> bool {
    is_listed(ONLY_ONE, &a.lemma)
        && !a.doers.is_empty()
        && !b.doers.is_empty()
        && meet(&a.undergoers, &b.undergoers)
        && !meet(&a.doers, &b.doers)
}

fn meet(one: &[u32], other: &[u32]) -> bool {
    one.iter().any(|word| !is_counting(*word) && other.binary_search(word).is_ok())
}

/// Returns whether two accounts may differ: of two articles, or of two speakers of one, at one time.
fn may_differ(story: &EventClusters, a: &AssertedAccount<'_>, b: &AssertedAccount<'_>) -> bool {
    let (x, y) = (account(a, (0, 0)), account(b, (1, 0)));
    let are_two_speakers = || {
        let speakers = a.assertion.speaker.as_deref().zip(b.assertion.speaker.as_deref());
        speakers.is_some_and(|(one, other)| !is_same_name(one, other))
    };
    (a.article != b.article || are_two_speakers()) && story.together(&x, &y) && !dates_apart(&a.bounds, &b.bounds)
}

/// Returns whether two assertions are of one matter: of the same people or things, and in sentences that share a telling word.
fn is_about_one(
    a: &AssertedAccount<'_>,
    b: &AssertedAccount<'_>,
    relation: AccountRelation,
    telling: &InformativeWords,
) -> bool {
    let (x, y) = (a.assertion, b.assertion);
    let is_of_same = match relation {
        AccountRelation::Exclude if is_turned_round(x, y) => true,
        AccountRelation::Exclude => is_of_same(x, y) && !are_apart(&x.complements, &y.complements),
        AccountRelation::ByAnother => true,
        AccountRelation::Elsewhere | AccountRelation::Agree => is_of_same(x, y),
    };
    let common = a.sentence.words.iter().filter(|word| b.sentence.words.binary_search(word).is_ok());
    let common = common.filter(|word| telling.tells(**word)).count();
    // "Arrested in Ghent on Sunday", "arrested in Bruges on Sunday": few things of one sort happen on one day.
    let same_day = a.bounds.iter().any(|&bounds| b.bounds.iter().any(|&other| bounds.overlaps(other)));
    let is_named = x.named && y.named && meet(x.theme(), y.theme());
    let needed = if relation == AccountRelation::Elsewhere { ELSEWHERE } else { 1 };
    is_of_same && needed <= common + usize::from(same_day) + usize::from(is_named)
}

/// Returns whether two predicates are of the same: "Hale signed the deal" and "Poe did not sign the deal" are not.
fn is_of_same(a: &Predication, b: &Predication) -> bool {
    let is_by_others = !a.undergoers.is_empty() && !b.undergoers.is_empty() && are_apart(&a.doers, &b.doers);
    !is_by_others && (meet(a.theme(), b.theme()) || meet(&a.doers, &b.doers))
}

/// Returns whether both name something and nothing in common: "asked for help", "did not ask for the army".
fn are_apart(one: &[u32], other: &[u32]) -> bool {
    !one.is_empty() && !other.is_empty() && !meet(one, other)
}

fn account<'a>(own: &AssertedAccount<'a>, mark: (u64, u64)) -> Account<'a> {
    Account::of_sentence(own.article, own.sentence, &own.assertion.words, mark)
}

/// Returns the conflict of two accounts, each with the clusters that report what is disputed.
fn clash<'a>(
    story: &'a EventClusters,
    index: &ClusterIndex,
    sides: [&AssertedAccount<'a>; 2],
    relation: AccountRelation,
) -> Clash<'a> {
    let mut accounts = Vec::new();
    for (side, own) in sides.into_iter().enumerate() {
        let account = account(own, (side as u64, u64::from(own.assertion.stem)));
        let account = match (relation, own.assertion.places.first()) {
            (AccountRelation::Elsewhere, Some((place, _))) => Account { value: place, ..account },
            _ => account,
        };
        let disputed = clusters_of(story, index, own, &account);
        accounts.extend(disputed.iter().map(|&cluster| Account { cluster: Some(cluster), ..account }));
        if disputed.is_empty() {
            accounts.push(Account { chains: &[], ..account });
        }
    }
    let kind = if relation == AccountRelation::Exclude { ChangeKind::Polarity } else { ChangeKind::Name };
    Clash { kind, about: sides[0].assertion.lemma.clone(), accounts, open: None }
}

/// Returns the clusters that report what an account asserts.
fn clusters_of(
    story: &EventClusters,
    index: &ClusterIndex,
    own: &AssertedAccount<'_>,
    account: &Account<'_>,
) -> Vec<usize> {
    let chains = &story.articles[own.article].chains;
    let reports = |&&chain: &&usize| {
        let mention = &chains[chain].mention;
        match &mention.statement {
            Some(said) => said.content.contains(&own.assertion.words),
            None => mention.lemmas.contains(&own.assertion.lemma),
        }
    };
    let reporting: Vec<usize> = own.sentence.chains.iter().filter(reports).copied().collect();
    // Where nothing is listed for the predicate itself, the one entry of its sentence stands for it.
    let reporting = match (reporting.is_empty(), own.sentence.chains.as_slice()) {
        (true, [only]) => vec![*only],
        _ => reporting,
    };
    index.of_sentence(&Account { chains: &reporting, ..*account })
}
