//! Clusters a story's chains, and updates clusters that were kept.
//!
//! ```text
//! kept      Monday: [a bridge fell | the bridge collapsed] [a road was closed]
//! new       the second article says "ferry" now
//! again     only Monday is clustered; Tuesday is neither looked at nor taken out
//! ```
//! Chains are only compared within a bucket, so what an article changed is
//! clustered again bucket by bucket: each in which one of its chains came, went, or
//! is compared by other words. The entries to be written again are those of clusters that
//! changed, of clusters with a chain of that article, and of those linked to one with another
//! leader. Whatever the path, the result equals a rebuild.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::hash::BuildHasher;

use chrono_tz::Tz;
use rayon::prelude::*;
use rustc_hash::{FxBuildHasher, FxHashMap};
use serde::{Deserialize, Serialize};

use crate::model::{Clock, DocumentTime};

use super::merge_reason::MergeReason;
use super::same_event::{MergeCandidate, compared_words, merged};
use crate::timeline::date_range::DateRange;
use crate::timeline::history::chain::MentionChain;
use crate::timeline::history::chain_summary::{BucketKey, ChainSummary};
use crate::timeline::history::track::{ArticleTrack, VersionTimes};
use crate::timeline::mention::event_mention::VersionMentions;
use crate::timeline::person_names::NameCounts;

/// A chain by article and place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ChainId {
    /// Index of the article.
    pub article: usize,
    /// Index of the chain in its article.
    pub chain: usize,
}

/// Chains that report the same; the first leads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Cluster {
    /// In order of first report.
    pub members: Vec<Member>,
}

/// A chain of a cluster and why it is in it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub(crate) struct Member {
    /// The chain.
    pub chain_id: ChainId,
    /// The signs by which it reports the same as the leader.
    pub why: MergeReason,
}

/// When something was first reported: known instant first, then order of articles and of the text.
type Rank = (i64, usize, usize);

/// A story's chains, clustered.
#[derive(Clone, Debug)]
pub struct EventClusters {
    pub(in crate::timeline) articles: Vec<ArticleTrack>,
    pub(in crate::timeline) zone: Tz,
    pub(in crate::timeline) clock: Clock,
    /// When each version of each article was reported, in seconds since 1970; unknown times come last.
    reported: Vec<Vec<i64>>,
    pub(in crate::timeline) buckets: BTreeMap<BucketKey, Vec<Cluster>>,
}

/// The clusters of a story as they are kept, with a fingerprint of each chain.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ClusterSnapshot {
    fingerprints: Vec<Vec<u32>>,
    buckets: Vec<(BucketKey, Vec<Cluster>)>,
}

/// Where a chain belongs and when it happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SortKey {
    /// Its bucket.
    pub key: BucketKey,
    /// When it happened.
    pub bounds: Option<DateRange>,
    /// When it was first reported.
    pub rank: Rank,
}

impl EventClusters {
    /// Returns the names under which the articles quote somebody, each with the number of its mentions.
    pub fn speakers(&self) -> NameCounts {
        let mut all = NameCounts::new();
        for (name, count) in self.articles.iter().flat_map(|track| &track.speakers) {
            *all.entry(name.clone()).or_default() += count;
        }
        all
    }

    /// Merges the chains of all articles of a story.
    pub fn new(articles: Vec<ArticleTrack>, zone: Tz, clock: Clock) -> Self {
        let mut story = Self::unclustered(articles, zone, clock);
        let mut keys: BTreeMap<BucketKey, Vec<ChainId>> = BTreeMap::new();
        for chain_id in (0..story.articles.len()).flat_map(|article| story.chain_ids_of(article)) {
            keys.entry(story.summary(chain_id).key).or_default().push(chain_id);
        }
        story.cluster(keys);
        story
    }

    /// Updates clusters that were kept, where these articles have changed since, by place.
    ///
    /// Returns also the leaders of the clusters whose entries are to be written anew;
    /// `None` where the clusters are those of other articles.
    pub fn update_incrementally(
        articles: Vec<ArticleTrack>,
        zone: Tz,
        clock: Clock,
        (kept, changed): (ClusterSnapshot, &BTreeSet<usize>),
    ) -> Result<(Self, HashSet<ChainId>), Vec<ArticleTrack>> {
        if kept.fingerprints.len() != articles.len() {
            return Err(articles);
        }
        let mut story = Self::unclustered(articles, zone, clock);
        story.buckets = kept.buckets.into_iter().collect();
        let stale = story.stale(&kept.fingerprints, changed);
        let mut chain_ids: BTreeMap<BucketKey, Vec<ChainId>> = stale.iter().map(|&key| (key, Vec::new())).collect();
        let mut before = Vec::new();
        for key in &stale {
            before.extend(story.buckets.remove(key).unwrap_or_default());
        }
        let others = before.iter().flat_map(|cluster| &cluster.members).map(|member| member.chain_id);
        let own = changed.iter().flat_map(|&article| story.chain_ids_of(article));
        for chain_id in others.filter(|chain_id| !changed.contains(&chain_id.article)).chain(own) {
            if let Some(list) = chain_ids.get_mut(&story.summary(chain_id).key) {
                list.push(chain_id);
            }
        }
        story.cluster(chain_ids);
        let touched = story.touched(&before, &stale, changed);
        Ok((story, touched))
    }

    /// Takes in the next version of an article; an article not seen before is added.
    pub fn extend(&mut self, id: &str, outlet: &str, version: &VersionMentions) {
        let mut kept = self.snapshot();
        let mut articles = std::mem::take(&mut self.articles);
        let article = match articles.iter().position(|article| article.id == id) {
            Some(article) => article,
            None => {
                articles.push(ArticleTrack::new(id, outlet));
                kept.fingerprints.push(Vec::new());
                articles.len() - 1
            }
        };
        articles[article].extend(version);
        match Self::update_incrementally(articles, self.zone, self.clock, (kept, &BTreeSet::from([article]))) {
            Ok((story, _)) => *self = story,
            Err(articles) => *self = Self::new(articles, self.zone, self.clock),
        }
    }

    /// Returns the state from which `update_incrementally` starts.
    pub fn snapshot(&self) -> ClusterSnapshot {
        let fingerprints = (0..self.articles.len()).map(|article| self.fingerprints(article)).collect();
        ClusterSnapshot {
            fingerprints,
            buckets: self.buckets.iter().map(|(key, clusters)| (*key, clusters.clone())).collect(),
        }
    }

    fn unclustered(mut articles: Vec<ArticleTrack>, zone: Tz, clock: Clock) -> Self {
        articles.par_iter_mut().for_each(|article| article.index(zone));
        let reported = articles.iter().map(|article| article.reported(zone, clock)).collect();
        Self { articles, zone, clock, reported, buckets: BTreeMap::new() }
    }

    fn chain_ids_of(&self, article: usize) -> impl Iterator<Item = ChainId> + use<> {
        (0..self.articles[article].summaries.len()).map(move |chain| ChainId { article, chain })
    }

    /// Returns a fingerprint of each chain of an article: the same while it is compared by the same words and reported at the
    /// same time.
    fn fingerprints(&self, article: usize) -> Vec<u32> {
        let fingerprint = |chain_id: ChainId| {
            let reported = self.sort_key(chain_id).rank.0;
            FxBuildHasher.hash_one((self.summary(chain_id).fingerprint, reported)) as u32
        };
        self.chain_ids_of(article).map(fingerprint).collect()
    }

    /// Returns the buckets in which a chain of these articles was added, removed, or has a new fingerprint.
    fn stale(&self, fingerprints: &[Vec<u32>], changed: &BTreeSet<usize>) -> BTreeSet<BucketKey> {
        let now: BTreeMap<usize, Vec<u32>> =
            changed.iter().map(|&article| (article, self.fingerprints(article))).collect();
        let differs = |chain_id: &ChainId| {
            now[&chain_id.article].get(chain_id.chain) != fingerprints[chain_id.article].get(chain_id.chain)
        };
        let mut stale = BTreeSet::new();
        for (key, clusters) in &self.buckets {
            let mut old = clusters.iter().flat_map(|cluster| &cluster.members).map(|member| member.chain_id);
            if old.any(|chain_id| changed.contains(&chain_id.article) && differs(&chain_id)) {
                stale.insert(*key);
            }
        }
        let new = changed.iter().flat_map(|&article| self.chain_ids_of(article));
        stale.extend(new.filter(differs).map(|chain_id| self.summary(chain_id).key));
        stale
    }

    /// Returns the leaders of clusters that are other ones now, hold a chain of these articles, or are linked to another leader.
    fn touched(&self, before: &[Cluster], stale: &BTreeSet<BucketKey>, changed: &BTreeSet<usize>) -> HashSet<ChainId> {
        let old: HashMap<ChainId, &Cluster> =
            before.iter().map(|cluster| (cluster.members[0].chain_id, cluster)).collect();
        let led = |clusters: &[&Cluster]| -> HashSet<(ChainId, ChainId)> {
            let of = |cluster: &&Cluster| {
                let leader = cluster.members[0].chain_id;
                cluster.members.iter().map(move |member| (member.chain_id, leader)).collect::<Vec<_>>()
            };
            clusters.iter().flat_map(of).collect()
        };
        let new: Vec<&Cluster> = stale.iter().filter_map(|key| self.buckets.get(key)).flatten().collect();
        let was = led(&before.iter().collect::<Vec<_>>());
        let mut touched = HashSet::new();
        // A leader of these articles may go by another key now.
        let own = |cluster: &&Cluster| changed.contains(&cluster.members[0].chain_id.article);
        let own: Vec<&Cluster> = self.buckets.values().flatten().filter(own).collect();
        let moved = led(&new).difference(&was).copied().chain(led(&own)).collect::<HashSet<_>>();
        for (chain_id, _) in &moved {
            let chain = self.chain(*chain_id);
            let linked = [chain.planned, chain.became].into_iter().flatten();
            touched.extend(linked.filter_map(|chain| self.leader(ChainId { article: chain_id.article, chain })));
        }
        let is_new = |cluster: &&&Cluster| old.get(&cluster.members[0].chain_id).copied() != Some(**cluster);
        touched.extend(new.iter().filter(is_new).map(|cluster| cluster.members[0].chain_id));
        let holds =
            |cluster: &&Cluster| cluster.members.iter().any(|member| changed.contains(&member.chain_id.article));
        touched.extend(self.buckets.values().flatten().filter(holds).map(|cluster| cluster.members[0].chain_id));
        touched
    }

    /// Groups the chains of some buckets; those know nothing of each other.
    fn cluster(&mut self, keys: BTreeMap<BucketKey, Vec<ChainId>>) {
        let keys: Vec<(BucketKey, Vec<ChainId>)> =
            keys.into_iter().filter(|(_, chain_ids)| !chain_ids.is_empty()).collect();
        let clusters: Vec<_> = keys.into_par_iter().map(|(key, chain_ids)| (key, self.clustered(chain_ids))).collect();
        self.buckets.extend(clusters);
    }

    /// Returns the clusters of a bucket's chains, in order of first report.
    ///
    /// Leaders are found by their words, so that a day of ten thousand mentions
    /// does not compare each with each.
    fn clustered(&self, mut chain_ids: Vec<ChainId>) -> Vec<Cluster> {
        chain_ids.sort_by_key(|&chain_id| self.sort_key(chain_id).rank);
        let mut clusters: Vec<Cluster> = Vec::new();
        let mut holding: FxHashMap<Option<u32>, Vec<usize>> = FxHashMap::default();
        let mut common: Vec<usize> = Vec::new();
        for chain_id in chain_ids {
            common.resize(clusters.len(), 0);
            let mut near: Vec<usize> = Vec::new();
            let keys = index_keys(self.chain(chain_id));
            for &leader in keys.iter().filter_map(|key| holding.get(key)).flatten() {
                if common[leader] == 0 {
                    near.push(leader);
                }
                common[leader] += 1;
            }
            let counted = near.iter().map(|&leader| (std::mem::take(&mut common[leader]), leader)).collect();
            let found = self.leader_for(chain_id, &clusters, counted);
            if found.is_none() {
                keys.into_iter().for_each(|key| holding.entry(key).or_default().push(clusters.len()));
            }
            join(&mut clusters, chain_id, found);
        }
        clusters
    }

    /// Returns the cluster whose leader reports the same as the chain, and why, among those that share most with it.
    fn leader_for(
        &self,
        chain_id: ChainId,
        clusters: &[Cluster],
        mut near: Vec<(usize, usize)>,
    ) -> Option<(usize, MergeReason)> {
        near.sort_by_key(|&(common, index)| (std::cmp::Reverse(common), index));
        near.truncate(LEADERS);
        near.sort_by_key(|&(_, index)| index);
        let mine = self.candidate(chain_id);
        let mut best: Option<(f64, usize, MergeReason)> = None;
        for (_, index) in near {
            if let Some((sure, why)) = merged(self.candidate(clusters[index].members[0].chain_id), mine)
                && best.is_none_or(|(most, ..)| most < sure)
            {
                best = Some((sure, index, why));
            }
        }
        best.map(|(_, index, why)| (index, why))
    }

    fn candidate(&self, chain_id: ChainId) -> MergeCandidate<'_> {
        MergeCandidate { chain: self.chain(chain_id), bounds: self.summary(chain_id).bounds }
    }

    /// Returns a chain, decoded.
    pub fn chain(&self, chain_id: ChainId) -> &MentionChain {
        &self.articles[chain_id.article].chains[chain_id.chain]
    }

    /// Returns the summary of a chain.
    pub fn summary(&self, chain_id: ChainId) -> &ChainSummary {
        &self.articles[chain_id.article].summaries[chain_id.chain]
    }

    /// Returns by what a chain is sorted.
    pub fn sort_key(&self, chain_id: ChainId) -> SortKey {
        let summary = self.summary(chain_id);
        let rank = (self.reported_at(chain_id.article, summary.first), chain_id.article, chain_id.chain);
        SortKey { key: summary.key, bounds: summary.bounds, rank }
    }

    /// Returns the leader of the cluster that a chain is in.
    pub fn leader(&self, chain_id: ChainId) -> Option<ChainId> {
        let clusters = self.buckets.get(&self.summary(chain_id).key)?;
        let cluster =
            clusters.iter().find(|cluster| cluster.members.iter().any(|member| member.chain_id == chain_id))?;
        Some(cluster.members[0].chain_id)
    }

    /// Returns when a version was reported, in seconds since 1970; unknown times come last.
    pub fn reported_at(&self, article: usize, version: usize) -> i64 {
        self.reported[article][version]
    }
}

impl ArticleTrack {
    /// Returns when each version was reported by `clock`, in seconds since 1970; unknown times come last.
    fn reported(&self, zone: Tz, clock: Clock) -> Vec<i64> {
        let time = |times: &VersionTimes| clock.choose(times.captured, times.published);
        let seconds = |time: DocumentTime| time.instant(zone).timestamp();
        self.versions.iter().map(|times| time(times).map_or(i64::MAX, seconds)).collect()
    }
}

fn join(clusters: &mut Vec<Cluster>, chain_id: ChainId, found: Option<(usize, MergeReason)>) {
    match found {
        Some((index, why)) => clusters[index].members.push(Member { chain_id, why }),
        None => clusters.push(Cluster { members: vec![Member { chain_id, why: MergeReason::default() }] }),
    }
}

/// Leaders that share most with a chain and are compared with it word by word: bounds the cost of a day full of news.
const LEADERS: usize = 64;

/// Returns the index keys for candidate clusters; `None` is the key of chains without content words.
fn index_keys(chain: &MentionChain) -> Vec<Option<u32>> {
    match compared_words(chain) {
        [] => vec![None],
        words => words.iter().copied().map(Some).collect(),
    }
}
