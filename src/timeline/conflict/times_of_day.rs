//! Finds events that articles put at different clock times.
//!
//! "Fire broke out at around 2:15" beside "the ferry caught fire at 2:40": one
//! noun or verb that says what happened, more words in common, one night. Whoever
//! else names either minute stands on that side: the first call at 2:40 speaks for
//! a fire at 2:40.

use std::collections::BTreeSet;

use crate::model::{ChangeKind, EntryKind};

use super::account::{Account, Clash};
use super::times_of_day_table::LIGHT_VERBS;
use crate::timeline::cluster::story::{ChainId, Cluster, EventClusters};
use crate::timeline::date_range::{DateGrain, DateRange};
use crate::timeline::similarity::shared;

/// Seconds by which two times of one event may differ; further apart they are two events.
const NEAR: i64 = 3 * 3600;
/// Common words that two sentences need to be about one event.
const ABOUT: usize = 2;

/// Later events that one is compared with: bounds the cost of a night full of news.
const COMPARED: usize = 256;

struct TimedAccount {
    cluster: usize,
    chain_id: ChainId,
    bounds: DateRange,
}

/// Returns the events whose times differ.
pub(super) fn differing_times<'a>(story: &'a EventClusters, clusters: &[&Cluster]) -> Vec<Clash<'a>> {
    let mut clocked: Vec<TimedAccount> = clusters
        .iter()
        .enumerate()
        .filter_map(|(cluster, members)| {
            let chain_id = members.members[0].chain_id;
            let bounds = story.sort_key(chain_id).bounds.filter(|bounds| bounds.grain == DateGrain::Clock)?;
            (story.chain(chain_id).mention.kind == EntryKind::Event).then_some(TimedAccount {
                cluster,
                chain_id,
                bounds,
            })
        })
        .collect();
    clocked.sort_by_key(|clocked| (clocked.bounds.first, clocked.cluster));
    let mut clashes = Vec::new();
    let mut listed = BTreeSet::new();
    for (at, a) in clocked.iter().enumerate() {
        for b in clocked[at + 1..].iter().take(COMPARED).take_while(|b| b.bounds.first - a.bounds.first < NEAR) {
            let minutes = (a.bounds.first / 60, b.bounds.first / 60);
            if minutes.0 != minutes.1
                && a.chain_id.article != b.chain_id.article
                && one_event(story, a.chain_id, b.chain_id)
                && listed.insert((minutes, shared_events(story, a.chain_id, b.chain_id)))
            {
                clashes.push(clash(story, &clocked, a, b));
            }
        }
    }
    clashes
}

fn clash<'a>(story: &'a EventClusters, clocked: &[TimedAccount], a: &TimedAccount, b: &TimedAccount) -> Clash<'a> {
    let minute = |side: &TimedAccount| side.bounds.first / 60;
    let one_side = |side: &&TimedAccount| {
        let full = minute(side) % 30 == 0;
        side.cluster == a.cluster
            || side.cluster == b.cluster
            || !full && (minute(side) == minute(a) || minute(side) == minute(b))
    };
    let account = |side: &TimedAccount| {
        let chain = story.chain(side.chain_id);
        let wording = chain.latest_wording();
        let value = chain.mention.when.as_ref().map_or("", |when| when.as_str());
        Account::of_wording(side.cluster, side.chain_id, wording, value, (minute(side) as u64, 0))
    };
    // In order of time, so those near it lie together.
    let from = clocked.partition_point(|side| side.bounds.first <= a.bounds.first - NEAR);
    let near = clocked[from..].iter().take_while(|side| side.bounds.first < a.bounds.first + NEAR);
    Clash {
        kind: ChangeKind::Date,
        about: shared_events(story, a.chain_id, b.chain_id).join(", "),
        accounts: near.filter(one_side).map(account).collect(),
        open: None,
    }
}

fn one_event(story: &EventClusters, a: ChainId, b: ChainId) -> bool {
    let (x, y) = (story.chain(a), story.chain(b));
    ABOUT <= shared(&x.words, &y.words) && !shared_events(story, a, b).is_empty()
}

/// Returns the verbs and event nouns of both that say what happened.
fn shared_events(story: &EventClusters, a: ChainId, b: ChainId) -> Vec<&str> {
    let others = &story.chain(b).mention.lemmas;
    let own = story.chain(a).mention.lemmas.iter();
    own.filter(|lemma| others.contains(lemma) && LIGHT_VERBS.binary_search(&lemma.as_str()).is_err())
        .map(String::as_str)
        .collect()
}
