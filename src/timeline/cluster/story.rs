//! Merges a story's threads, and goes on from groups that were kept.
//!
//! ```text
//! kept      Monday: [a bridge fell | the bridge collapsed] [a road was closed]
//! new       the second article says "ferry" now
//! again     only Monday is grouped; Tuesday is neither looked at nor taken out
//! ```
//! Threads are only compared within a bucket, so what an article changed is
//! grouped anew bucket by bucket: each in which one of its threads came, went, or
//! is compared by other words. Written anew are the entries of groups that changed,
//! of those with a thread of that article, and of those linked to one with another
//! leader. Whatever the path, the result equals a rebuild.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use chrono_tz::Tz;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::same_event::{BucketKey, MergeCandidate, MergeReason, same, words};
use super::summary::ChainSummary;
use crate::model::Clock;
use crate::timeline::conflict::spread::Spread;
use crate::timeline::date_range::DateRange;
use crate::timeline::history::track::{ArticleTrack, MentionChain};
use crate::timeline::mention::event_mention::VersionMentions;

/// A thread by article and place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ChainId {
    pub article: usize,
    pub thread: usize,
}

/// Threads that tell the same; the first leads.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Cluster {
    pub members: Vec<Member>,
}

/// A thread of a group and why it is in it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Member {
    pub item: ChainId,
    pub why: MergeReason,
}

/// When something was first told: known instant first, then order of articles and of the text.
type Rank = (i64, usize, usize);

/// A story's threads, merged.
#[derive(Clone, Debug)]
pub struct EventClusters {
    pub(in crate::timeline) articles: Vec<ArticleTrack>,
    pub(in crate::timeline) zone: Tz,
    pub(in crate::timeline) clock: Clock,
    /// When readers were told by each version of each article, in seconds since 1970; unknown times come last.
    told: Vec<Vec<i64>>,
    pub(in crate::timeline) buckets: BTreeMap<BucketKey, Vec<Cluster>>,
}

/// The groups of a story, as they are kept, and what each article's threads were compared by.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct ClusterSnapshot {
    stamps: Vec<Vec<u32>>,
    buckets: Vec<(BucketKey, Vec<Cluster>)>,
}

/// Where a thread belongs and when it happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SortKey {
    pub key: BucketKey,
    pub bounds: Option<DateRange>,
    pub rank: Rank,
}

impl EventClusters {
    /// Merges the threads of all articles of a story.
    pub fn new(articles: Vec<ArticleTrack>, zone: Tz, clock: Clock) -> Self {
        let mut story = Self::ungrouped(articles, zone, clock);
        let mut keys: BTreeMap<BucketKey, Vec<ChainId>> = BTreeMap::new();
        for item in (0..story.articles.len()).flat_map(|article| story.items_of(article)) {
            keys.entry(story.card(item).key).or_default().push(item);
        }
        story.group(keys);
        story
    }

    /// Goes on from groups that were kept, where these articles have changed since, by place.
    ///
    /// Returns also the leaders of the groups whose entries are to be written anew;
    /// `None` where the groups are those of other articles.
    pub fn go_on(
        articles: Vec<ArticleTrack>,
        zone: Tz,
        clock: Clock,
        (kept, changed): (ClusterSnapshot, &BTreeSet<usize>),
    ) -> Result<(Self, HashSet<ChainId>), Vec<ArticleTrack>> {
        if kept.stamps.len() != articles.len() {
            return Err(articles);
        }
        let mut story = Self::ungrouped(articles, zone, clock);
        story.buckets = kept.buckets.into_iter().collect();
        let stale = story.stale(&kept.stamps, changed);
        let mut items: BTreeMap<BucketKey, Vec<ChainId>> = stale.iter().map(|&key| (key, Vec::new())).collect();
        let mut before = Vec::new();
        for key in &stale {
            before.extend(story.buckets.remove(key).unwrap_or_default());
        }
        let others = before.iter().flat_map(|group| &group.members).map(|member| member.item);
        let own = changed.iter().flat_map(|&article| story.items_of(article));
        for item in others.filter(|item| !changed.contains(&item.article)).chain(own) {
            if let Some(list) = items.get_mut(&story.card(item).key) {
                list.push(item);
            }
        }
        story.group(items);
        let touched = story.touched(&before, &stale, changed);
        Ok((story, touched))
    }

    /// Takes in the next version of an article; an article not seen before is added.
    pub fn extend(&mut self, id: &str, outlet: &str, version: &VersionMentions) {
        let mut kept = self.grouping();
        let mut articles = std::mem::take(&mut self.articles);
        let article = match articles.iter().position(|article| article.id == id) {
            Some(article) => article,
            None => {
                articles.push(ArticleTrack::new(id, outlet));
                kept.stamps.push(Vec::new());
                articles.len() - 1
            }
        };
        articles[article].extend(version);
        match Self::go_on(articles, self.zone, self.clock, (kept, &BTreeSet::from([article]))) {
            Ok((story, _)) => *self = story,
            Err(articles) => *self = Self::new(articles, self.zone, self.clock),
        }
    }

    /// Returns what lets another program go on from here.
    pub fn grouping(&self) -> ClusterSnapshot {
        let stamps = (0..self.articles.len()).map(|article| self.stamps(article)).collect();
        ClusterSnapshot { stamps, buckets: self.buckets.iter().map(|(key, groups)| (*key, groups.clone())).collect() }
    }

    fn ungrouped(mut articles: Vec<ArticleTrack>, zone: Tz, clock: Clock) -> Self {
        articles.par_iter_mut().for_each(|article| article.settle(zone));
        let told = articles.iter().map(|article| article.told(zone, clock)).collect();
        Self { articles, zone, clock, told, buckets: BTreeMap::new() }
    }

    fn items_of(&self, article: usize) -> impl Iterator<Item = ChainId> + use<> {
        (0..self.articles[article].cards.len()).map(move |thread| ChainId { article, thread })
    }

    /// Returns the numbers that stay while an article's threads are compared by the same words and told at the same time.
    fn stamps(&self, article: usize) -> Vec<u32> {
        let stamp = |item: ChainId| {
            let told = (self.place(item).rank.0 as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
            let both = self.card(item).print ^ told;
            (both ^ (both >> 32)) as u32
        };
        self.items_of(article).map(stamp).collect()
    }

    /// Returns the buckets in which a thread of these articles came, went, or is compared by other words.
    fn stale(&self, stamps: &[Vec<u32>], changed: &BTreeSet<usize>) -> BTreeSet<BucketKey> {
        let now: BTreeMap<usize, Vec<u32>> = changed.iter().map(|&article| (article, self.stamps(article))).collect();
        let differs = |item: &ChainId| now[&item.article].get(item.thread) != stamps[item.article].get(item.thread);
        let mut stale = BTreeSet::new();
        for (key, groups) in &self.buckets {
            let mut old = groups.iter().flat_map(|group| &group.members).map(|member| member.item);
            if old.any(|item| changed.contains(&item.article) && differs(&item)) {
                stale.insert(*key);
            }
        }
        let new = changed.iter().flat_map(|&article| self.items_of(article));
        stale.extend(new.filter(differs).map(|item| self.card(item).key));
        stale
    }

    /// Returns the leaders of groups that are other ones now, hold a thread of these articles, or are linked to another leader.
    fn touched(&self, before: &[Cluster], stale: &BTreeSet<BucketKey>, changed: &BTreeSet<usize>) -> HashSet<ChainId> {
        let old: HashMap<ChainId, &Cluster> = before.iter().map(|group| (group.members[0].item, group)).collect();
        let led = |groups: &[&Cluster]| -> HashSet<(ChainId, ChainId)> {
            let of = |group: &&Cluster| {
                let leader = group.members[0].item;
                group.members.iter().map(move |member| (member.item, leader)).collect::<Vec<_>>()
            };
            groups.iter().flat_map(of).collect()
        };
        let new: Vec<&Cluster> = stale.iter().filter_map(|key| self.buckets.get(key)).flatten().collect();
        let was = led(&before.iter().collect::<Vec<_>>());
        let mut touched = HashSet::new();
        // A leader of these articles may go by another key now.
        let own = |group: &&Cluster| changed.contains(&group.members[0].item.article);
        let own: Vec<&Cluster> = self.buckets.values().flatten().filter(own).collect();
        let moved = led(&new).difference(&was).copied().chain(led(&own)).collect::<HashSet<_>>();
        for (item, _) in &moved {
            let thread = self.thread(*item);
            let linked = [thread.planned, thread.became].into_iter().flatten();
            touched.extend(linked.filter_map(|thread| self.leader(ChainId { article: item.article, thread })));
        }
        let is_new = |group: &&&Cluster| old.get(&group.members[0].item).copied() != Some(**group);
        touched.extend(new.iter().filter(is_new).map(|group| group.members[0].item));
        let holds = |group: &&Cluster| group.members.iter().any(|member| changed.contains(&member.item.article));
        touched.extend(self.buckets.values().flatten().filter(holds).map(|group| group.members[0].item));
        touched
    }

    /// Groups the threads of some buckets; those know nothing of each other.
    fn group(&mut self, keys: BTreeMap<BucketKey, Vec<ChainId>>) {
        let keys: Vec<(BucketKey, Vec<ChainId>)> = keys.into_iter().filter(|(_, items)| !items.is_empty()).collect();
        let groups: Vec<_> = keys.into_par_iter().map(|(key, items)| (key, self.grouped(items))).collect();
        self.buckets.extend(groups);
    }

    /// Returns the groups of a bucket's threads, in order of first report.
    ///
    /// Leaders are found by their words, so that a day of ten thousand tellings
    /// does not compare each with each.
    fn grouped(&self, mut items: Vec<ChainId>) -> Vec<Cluster> {
        items.sort_by_key(|&item| self.place(item).rank);
        let mut groups: Vec<Cluster> = Vec::new();
        let mut holding: HashMap<Option<u32>, Vec<usize>, Spread> = HashMap::default();
        let mut common: Vec<usize> = Vec::new();
        for item in items {
            common.resize(groups.len(), 0);
            let mut near: Vec<usize> = Vec::new();
            let names = names(self.thread(item));
            for &leader in names.iter().filter_map(|name| holding.get(name)).flatten() {
                if common[leader] == 0 {
                    near.push(leader);
                }
                common[leader] += 1;
            }
            let counted = near.iter().map(|&leader| (std::mem::take(&mut common[leader]), leader)).collect();
            let found = self.leader_for(item, &groups, counted);
            if found.is_none() {
                names.into_iter().for_each(|name| holding.entry(name).or_default().push(groups.len()));
            }
            join(&mut groups, item, found);
        }
        groups
    }

    /// Returns the group whose leader tells the same as `item`, and why, among those that share most with it.
    fn leader_for(
        &self,
        item: ChainId,
        groups: &[Cluster],
        mut near: Vec<(usize, usize)>,
    ) -> Option<(usize, MergeReason)> {
        near.sort_by_key(|&(common, index)| (std::cmp::Reverse(common), index));
        near.truncate(LEADERS);
        near.sort_by_key(|&(_, index)| index);
        let mine = self.candidate(item);
        let mut best: Option<(f64, usize, MergeReason)> = None;
        for (_, index) in near {
            if let Some((sure, why)) = same(self.candidate(groups[index].members[0].item), mine)
                && best.is_none_or(|(most, ..)| most < sure)
            {
                best = Some((sure, index, why));
            }
        }
        best.map(|(_, index, why)| (index, why))
    }

    fn candidate(&self, item: ChainId) -> MergeCandidate<'_> {
        MergeCandidate { thread: self.thread(item), bounds: self.card(item).bounds }
    }

    pub fn thread(&self, item: ChainId) -> &MentionChain {
        &self.articles[item.article].threads[item.thread]
    }

    pub fn card(&self, item: ChainId) -> &ChainSummary {
        &self.articles[item.article].cards[item.thread]
    }

    pub fn place(&self, item: ChainId) -> SortKey {
        let card = self.card(item);
        let rank = (self.told_at(item.article, card.first), item.article, item.thread);
        SortKey { key: card.key, bounds: card.bounds, rank }
    }

    /// Returns the leader of the group that a thread is in.
    pub fn leader(&self, item: ChainId) -> Option<ChainId> {
        let groups = self.buckets.get(&self.card(item).key)?;
        let group = groups.iter().find(|group| group.members.iter().any(|member| member.item == item))?;
        Some(group.members[0].item)
    }

    /// Returns when readers were told by a version, in seconds since 1970; unknown times come last.
    pub fn told_at(&self, article: usize, version: usize) -> i64 {
        self.told[article][version]
    }
}

impl ArticleTrack {
    fn told(&self, zone: Tz, clock: Clock) -> Vec<i64> {
        let told = self.versions.iter().map(|times| {
            let time = match clock {
                Clock::Captured => times.captured.or(times.published),
                Clock::Stated => times.published.or(times.captured),
            };
            time.map_or(i64::MAX, |time| time.instant(zone).timestamp())
        });
        told.collect()
    }
}

fn join(groups: &mut Vec<Cluster>, item: ChainId, found: Option<(usize, MergeReason)>) {
    match found {
        Some((index, why)) => groups[index].members.push(Member { item, why }),
        None => groups.push(Cluster { members: vec![Member { item, why: MergeReason::default() }] }),
    }
}

/// Leaders that share most with a thread and are compared with it word by word: bounds the cost of a day full of news.
const LEADERS: usize = 64;

/// Returns the words by which a thread's leader is found; a thread without words goes by having none.
fn names(thread: &MentionChain) -> Vec<Option<u32>> {
    match words(thread) {
        [] => vec![None],
        words => words.iter().copied().map(Some).collect(),
    }
}
