//! Writes each cluster as a timeline entry, or takes the entry that was kept of it.
//!
//! Conflicts are found for the whole story and marked last, so that an entry can be
//! kept although another article has since begun to differ: its marks are removed
//! and set again.

use std::collections::{BTreeMap, HashMap, HashSet};

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::entry_identity::tell_apart;
use crate::model::{Conflict, HistoryItem, Status, TimelineEntry};
use crate::timeline::cluster::story::{ChainId, Cluster, EventClusters};
use crate::timeline::conflict::{self, Dispute};

/// Sort key of an entry: first moment, last moment, rank of the first report.
pub(crate) type EntryOrder = (i64, i64, (i64, usize, usize));

/// An entry with its place in the timeline.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct OrderedEntry {
    /// The first chain of its cluster.
    pub leader: ChainId,
    /// Its place in the timeline.
    pub order: EntryOrder,
    /// The entry.
    pub entry: TimelineEntry,
    /// How the entry stood, and how much of a history it had, before other accounts were set against it.
    own: (Status, usize),
    /// It is not as it was kept.
    #[serde(skip)]
    pub is_new: bool,
}

impl OrderedEntry {
    fn new(leader: ChainId, order: EntryOrder, entry: TimelineEntry) -> Self {
        let own = (entry.status, entry.history.len());
        Self { leader, order, entry, own, is_new: true }
    }

    /// Marks that an open conflict is about the entry, and keeps the other side in its history.
    fn mark(&mut self, disputes: &[&Dispute<'_>]) {
        let was = (self.entry.status, self.entry.history.split_off(self.own.1.min(self.entry.history.len())));
        self.entry.status = if disputes.is_empty() { self.own.0 } else { Status::Disputed };
        let mut known = HashSet::new();
        let new = disputes.iter().filter(|dispute| known.insert(**dispute)).map(|dispute| history_item(dispute));
        let disputed: Vec<HistoryItem> = new.collect();
        self.is_new |= was != (self.entry.status, disputed.clone());
        self.entry.history.extend(disputed);
    }
}

impl EventClusters {
    /// Returns every entry, in no order, and where accounts differ; `kept` rows are taken as they are.
    pub fn rows(&self, kept: HashMap<ChainId, OrderedEntry>) -> (Vec<OrderedEntry>, Vec<Conflict>) {
        let clusters: Vec<&Cluster> = self.buckets.values().flatten().collect();
        let mut kept = kept;
        let known: Vec<(&Cluster, Option<OrderedEntry>)> =
            clusters.iter().map(|cluster| (*cluster, kept.remove(&cluster.members[0].chain_id))).collect();
        let write = |(cluster, kept): (&Cluster, Option<OrderedEntry>)| kept.unwrap_or_else(|| self.row(cluster));
        let (mut rows, (conflicts, disputes)): (Vec<OrderedEntry>, _) =
            rayon::join(|| known.into_par_iter().map(write).collect(), || conflict::conflicts(self, &clusters));
        let mut by_cluster: BTreeMap<usize, Vec<&Dispute<'_>>> = BTreeMap::new();
        disputes.iter().for_each(|dispute| by_cluster.entry(dispute.cluster).or_default().push(dispute));
        let none = Vec::new();
        rows.par_iter_mut().enumerate().for_each(|(at, row)| row.mark(by_cluster.get(&at).unwrap_or(&none)));
        (rows, conflicts)
    }

    fn row(&self, cluster: &Cluster) -> OrderedEntry {
        let chain_ids: Vec<ChainId> = cluster.members.iter().map(|member| member.chain_id).collect();
        let best = self.best(&chain_ids);
        OrderedEntry::new(chain_ids[0], self.order(&chain_ids, best), self.entry(cluster, &chain_ids, best))
    }
}

fn history_item(dispute: &Dispute<'_>) -> HistoryItem {
    HistoryItem {
        article: dispute.article.to_owned(),
        version: dispute.version,
        before: Some(dispute.mine.to_owned()),
        after: Some(dispute.theirs.to_owned()),
        kind: dispute.kind,
        differs: true,
    }
}

/// Puts entries in order, with their weights as shares of the greatest.
pub fn in_order(mut rows: Vec<OrderedEntry>) -> Vec<TimelineEntry> {
    rows.sort_by_key(|row| row.order);
    let mut entries: Vec<TimelineEntry> = rows.into_iter().map(|row| row.entry).collect();
    tell_apart(&mut entries);
    let most = entries.iter().map(|entry| entry.importance).fold(0.0, f64::max);
    if 0.0 < most {
        entries.iter_mut().for_each(|entry| entry.importance /= most);
    }
    entries
}
