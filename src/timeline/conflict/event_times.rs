//! Finds events that articles put at different times.
//!
//! "The fire broke out at 2:15" beside "the ferry caught fire at 2:40"; "the recall was ordered late on Monday" beside
//! "the recall, ordered at 7am on Tuesday". One verb or noun says what happened, a telling word says to what, the two
//! times lie near each other, and no article gives both: what happens day after day ("shells hit the port on Monday") is
//! sooner or later reported of both days by one article, and is no conflict then. Whoever else names either minute stands
//! on that side: the first call at 2:40 speaks for a fire at 2:40.

use std::collections::BTreeSet;

use crate::model::{ChangeKind, EntryKind};

use super::account::{Account, Clash};
use super::informative_words::InformativeWords;
use crate::text::is_light_verb;
use crate::timeline::cluster::story::{ChainId, Cluster, EventClusters};
use crate::timeline::date_range::{DateGrain, DateRange};
use crate::timeline::similarity::number;

const HOUR: i64 = 3600;
/// Later events that one is compared with: bounds the cost of days full of news.
const COMPARED_EVENTS: usize = 256;

/// How far apart two times of one event may lie, by how much is common beside its verb; further apart they are two events.
const SECONDS_APART: &[(usize, i64)] = &[(1, 36 * HOUR), (3, 72 * HOUR)];
/// Telling words that two sentences share which tell of each other's events.
const ABOUT: usize = 3;
/// The same for two times of day: "at 8.15" and "at 8.40".
const NEAR_CLOCK: i64 = 12 * HOUR;

struct TimedAccount {
    cluster: usize,
    chain_id: ChainId,
    bounds: DateRange,
    articles: BTreeSet<usize>,
}

impl TimedAccount {
    const fn is_clock(&self) -> bool {
        matches!(self.bounds.grain, DateGrain::Clock)
    }
}

/// Returns the events whose times differ.
pub(super) fn differing_times<'a>(story: &'a EventClusters, clusters: &[&Cluster]) -> Vec<Clash<'a>> {
    let mut timed: Vec<TimedAccount> =
        clusters.iter().enumerate().filter_map(|(at, cluster)| timed_account(story, at, cluster)).collect();
    timed.sort_by_key(|timed| (timed.bounds.first, timed.cluster));
    let sentences = timed.iter().map(|timed| story.chain(timed.chain_id).words.iter().copied());
    let telling = InformativeWords::of(sentences);
    let furthest = SECONDS_APART.iter().map(|(_, gap)| *gap).max().unwrap_or_default();
    let mut clashes = Vec::new();
    let mut listed = BTreeSet::new();
    for (at, a) in timed.iter().enumerate() {
        let later = timed[at + 1..].iter().take(COMPARED_EVENTS);
        for b in later.take_while(|b| b.bounds.first - a.bounds.last <= furthest) {
            let is_apart = !a.bounds.overlaps(b.bounds) && a.articles.is_disjoint(&b.articles);
            if is_apart && is_one_event(story, a, b, &telling) {
                let about = shared_events(story, a.chain_id, b.chain_id).join(", ");
                if listed.insert((a.bounds, b.bounds, about.clone())) {
                    let accounts = accounts(story, &timed, a, b);
                    clashes.push(Clash { kind: ChangeKind::Date, about, accounts, open: None });
                }
            }
        }
    }
    clashes
}

fn timed_account(story: &EventClusters, at: usize, cluster: &Cluster) -> Option<TimedAccount> {
    let chain_id = cluster.members[0].chain_id;
    let bounds = story.sort_key(chain_id).bounds.filter(|bounds| DateGrain::Day <= bounds.grain)?;
    let mention = &story.chain(chain_id).mention;
    let articles = cluster.members.iter().map(|member| member.chain_id.article).collect();
    let is_event = mention.kind != EntryKind::Statement && !(mention.inherited && bounds.grain == DateGrain::Day);
    is_event.then_some(TimedAccount { cluster: at, chain_id, bounds, articles })
}

/// Returns the accounts of either side.
fn accounts<'a>(
    story: &'a EventClusters,
    timed: &[TimedAccount],
    a: &TimedAccount,
    b: &TimedAccount,
) -> Vec<Account<'a>> {
    let account = |side: &TimedAccount| {
        let chain = story.chain(side.chain_id);
        let value = chain.mention.when.as_ref().map_or("", |when| when.as_str());
        let mark = (side.bounds.first as u64, side.bounds.last as u64);
        Account::of_wording(side.cluster, side.chain_id, chain.latest_wording(), value, mark)
    };
    // A full hour says little; any other minute that a third account names is the same one.
    let names_minute = |side: &&TimedAccount, own: &TimedAccount| {
        let minute = |side: &TimedAccount| side.bounds.first / 60;
        own.is_clock() && side.is_clock() && minute(side) == minute(own) && minute(side) % 30 != 0
    };
    let is_side = |side: &&TimedAccount| {
        side.cluster == a.cluster || side.cluster == b.cluster || names_minute(side, a) || names_minute(side, b)
    };
    // In order of time, so those of one minute lie together.
    let from = timed.partition_point(|side| side.bounds.first < a.bounds.first);
    timed[from..].iter().take_while(|side| side.bounds.first <= b.bounds.first).filter(is_side).map(account).collect()
}

fn is_one_event(story: &EventClusters, a: &TimedAccount, b: &TimedAccount, telling: &InformativeWords) -> bool {
    let events = shared_events(story, a.chain_id, b.chain_id);
    if events.is_empty() {
        return tells_of_each_other(story, a, b, telling);
    }
    let is_event = |word: u32| events.iter().any(|event| number(event) == word);
    let (x, y) = (&story.chain(a.chain_id).words, &story.chain(b.chain_id).words);
    let common = x.iter().filter(|word| y.binary_search(word).is_ok() && telling.tells(**word) && !is_event(**word));
    // "Was found", "came" say too little of what happened, so another word must; "was ordered" says nearly all.
    let common = match events.iter().find(|event| !is_light_verb(event)) {
        None => common.count().saturating_sub(1),
        Some(event) if telling.tells(number(event)) && has_other(x, y, is_event) => 1 + common.count(),
        Some(_) => common.count(),
    };
    let gap = b.bounds.first - a.bounds.last;
    let near = SECONDS_APART.iter().filter(|(needed, _)| *needed <= common).map(|(_, gap)| *gap).max();
    let nearest = if a.is_clock() && b.is_clock() { near.map(|near| near.min(NEAR_CLOCK)) } else { near };
    nearest.is_some_and(|nearest| gap <= nearest)
}

/// Returns whether two sentences are of one event although the verbs that have their times differ: "a walker reported water
/// coming through the bank at 7.15", "water on the bank was first reported after 8".
fn tells_of_each_other(story: &EventClusters, a: &TimedAccount, b: &TimedAccount, telling: &InformativeWords) -> bool {
    let (x, y) = (story.chain(a.chain_id), story.chain(b.chain_id));
    let names = |words: &[u32], lemmas: &[String]| {
        let is_said = |lemma: &&String| !is_light_verb(lemma);
        lemmas.iter().filter(is_said).any(|lemma| words.binary_search(&number(lemma)).is_ok())
    };
    let is_named = names(&x.words, &y.mention.lemmas) || names(&y.words, &x.mention.lemmas);
    is_named
        && a.is_clock()
        && b.is_clock()
        && b.bounds.first - a.bounds.last <= NEAR_CLOCK
        && ABOUT <= telling.shared(&x.words, &y.words)
}

/// Returns whether two sentences share a word beside those of the event.
fn has_other(x: &[u32], y: &[u32], is_event: impl Fn(u32) -> bool) -> bool {
    x.iter().any(|word| y.binary_search(word).is_ok() && !is_event(*word))
}

/// Returns the verbs and event nouns of both that say what happened.
fn shared_events(story: &EventClusters, a: ChainId, b: ChainId) -> Vec<&str> {
    let others = &story.chain(b).mention.lemmas;
    let own = story.chain(a).mention.lemmas.iter();
    own.filter(|lemma| others.contains(lemma)).map(String::as_str).collect()
}
