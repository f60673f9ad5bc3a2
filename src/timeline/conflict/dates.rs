//! Finds events that articles put on different days.
//!
//! "The inquiry opens on 5 May" beside "the inquiry opens on 6 May": the same verb,
//! most words in common, a few days apart, and no article that names both days.
//! What happens day after day ("shells hit the port on Monday") is sooner or later
//! reported of both days by one article, and is no conflict then.

use std::collections::BTreeSet;

use crate::model::{ChangeKind, EntryKind};

use super::account::{Account, Clash};
use crate::timeline::cluster::story::{ChainId, Cluster, EventClusters};
use crate::timeline::date_range::{DateGrain, DateRange};
use crate::timeline::mention::event_mention::share_verb;
use crate::timeline::similarity::shared;

/// Seconds by which two dates of one event may differ; further apart they are two events.
const NEAR: i64 = 3 * 24 * 3600;
/// Common words that two sentences need to be about one event, and their share of the shorter one's.
const ENOUGH: usize = 4;
const MOST: f64 = 0.6;
/// Later events that one is compared with: bounds the cost of days full of news.
const COMPARED: usize = 256;

struct DatedAccount {
    cluster: usize,
    chain_id: ChainId,
    bounds: DateRange,
    articles: BTreeSet<usize>,
}

/// Returns the events whose days differ.
pub(super) fn differing_dates<'a>(story: &'a EventClusters, clusters: &[&Cluster]) -> Vec<Clash<'a>> {
    let mut dated: Vec<DatedAccount> =
        clusters.iter().enumerate().filter_map(|(at, cluster)| of_day(story, at, cluster)).collect();
    dated.sort_by_key(|dated| (dated.bounds.first, dated.cluster));
    let mut clashes = Vec::new();
    for (at, a) in dated.iter().enumerate() {
        for b in dated[at + 1..].iter().take(COMPARED).take_while(|b| b.bounds.first - a.bounds.first <= NEAR) {
            let apart = !a.bounds.overlaps(b.bounds) && a.articles.is_disjoint(&b.articles);
            if apart && one_event(story, a.chain_id, b.chain_id) {
                let accounts = vec![account(story, a), account(story, b)];
                let about = story.chain(a.chain_id).mention.lemmas.join(", ");
                clashes.push(Clash { kind: ChangeKind::Date, about, accounts, open: None });
            }
        }
    }
    clashes
}

fn of_day(story: &EventClusters, at: usize, cluster: &Cluster) -> Option<DatedAccount> {
    let chain_id = cluster.members[0].chain_id;
    let bounds = story.sort_key(chain_id).bounds.filter(|bounds| bounds.grain == DateGrain::Day)?;
    let mention = &story.chain(chain_id).mention;
    let articles = cluster.members.iter().map(|member| member.chain_id.article).collect();
    (mention.kind != EntryKind::Statement && !mention.inherited).then_some(DatedAccount {
        cluster: at,
        chain_id,
        bounds,
        articles,
    })
}

fn account<'a>(story: &'a EventClusters, dated: &DatedAccount) -> Account<'a> {
    let chain = story.chain(dated.chain_id);
    let wording = chain.latest_wording();
    let value = chain.mention.when.as_ref().map_or("", |when| when.as_str());
    Account::of_wording(dated.cluster, dated.chain_id, wording, value, (dated.bounds.first as u64, 0))
}

fn one_event(story: &EventClusters, a: ChainId, b: ChainId) -> bool {
    let (x, y) = (story.chain(a), story.chain(b));
    let common = shared(&x.words, &y.words);
    let share = common as f64 / x.words.len().min(y.words.len()).max(1) as f64;
    ENOUGH <= common && MOST <= share && share_verb(&x.mention, &y.mention)
}
