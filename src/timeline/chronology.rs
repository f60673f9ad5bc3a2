//! Keeps a story's threads merged, so that a new version costs little.
//!
//! A chronology is built once from followed articles; `extend` then takes in one
//! more version of one article and touches only the groups that article is in.
//! Whatever the path, the result equals a rebuild: a thread that changes its
//! words, or that is reported earlier than its bucket's last, has the whole
//! bucket grouped anew.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::hash::{BuildHasherDefault, Hasher};

use chrono::DateTime;
use chrono_tz::Tz;
use rayon::prelude::*;

use super::bounds::{Bounds, Grain};
use super::follow::{Followed, Thread};
use super::merge::{BucketKey, Candidate, Why, bucket, same, words};
use super::telling::VersionTellings;
use super::words::shared;
use crate::model::view::Clock;

/// A thread by article and place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Item {
    pub article: usize,
    pub thread: usize,
}

/// Threads that tell the same; the first leads.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    pub members: Vec<Member>,
}

/// A thread of a group and why it is in it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Member {
    pub item: Item,
    pub why: Why,
}

/// When something was first told: known instant first, then order of articles and of the text.
type Rank = (i64, usize, usize);

/// A story's threads, merged.
#[derive(Clone, Debug)]
pub struct Chronology {
    pub(super) articles: Vec<Followed>,
    pub(super) zone: Tz,
    pub(super) clock: Clock,
    /// Of each article's threads.
    pub(super) places: Vec<Vec<Place>>,
    pub(super) buckets: BTreeMap<BucketKey, Vec<Group>>,
}

/// Where a thread belongs and when it happened.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    pub key: BucketKey,
    pub bounds: Option<Bounds>,
    pub rank: Rank,
}

impl Chronology {
    /// Merges the threads of all articles of a story.
    pub fn new(articles: Vec<Followed>, zone: Tz, clock: Clock) -> Self {
        let mut story =
            Self { places: vec![Vec::new(); articles.len()], articles, zone, clock, buckets: BTreeMap::new() };
        story.places = (0..story.articles.len()).into_par_iter().map(|article| story.places_of(article)).collect();
        let mut keys: BTreeMap<BucketKey, Vec<Item>> = BTreeMap::new();
        for (article, places) in story.places.iter().enumerate() {
            for (thread, place) in places.iter().enumerate() {
                keys.entry(place.key).or_default().push(Item { article, thread });
            }
        }
        // Buckets know nothing of each other.
        let keys: Vec<(BucketKey, Vec<Item>)> = keys.into_iter().collect();
        let groups: Vec<_> = keys.into_par_iter().map(|(key, items)| (key, story.grouped(items))).collect();
        story.buckets = groups.into_iter().collect();
        story
    }

    /// Takes in the next version of an article; an article not seen before is added.
    pub fn extend(&mut self, id: &str, outlet: &str, version: &VersionTellings) {
        let article = match self.articles.iter().position(|article| article.id == id) {
            Some(article) => article,
            None => {
                self.articles.push(Followed::new(id, outlet));
                self.places.push(Vec::new());
                self.articles.len() - 1
            }
        };
        let before: Vec<_> = self.articles[article].threads.iter().map(fingerprint).collect();
        self.articles[article].extend(version);
        let old = std::mem::take(&mut self.places[article]);
        self.places[article] = self.places_of(article);
        let mut stale = BTreeSet::new();
        let mut fresh = Vec::new();
        for (thread, place) in self.places[article].iter().enumerate() {
            let item = Item { article, thread };
            match old.get(thread) {
                None => fresh.push(item),
                Some(was) if was == place && before[thread] == fingerprint(&self.articles[article].threads[thread]) => {
                }
                Some(was) => {
                    stale.insert(was.key);
                    stale.insert(place.key);
                }
            }
        }
        self.place_fresh(&fresh, &mut stale);
        self.regroup(&stale);
    }

    /// Adds threads that are new; where one was reported before others of its bucket, marks that as stale.
    fn place_fresh(&mut self, fresh: &[Item], stale: &mut BTreeSet<BucketKey>) {
        for &item in fresh {
            let place = self.place(item);
            let groups = self.buckets.get(&place.key).map_or(&[][..], Vec::as_slice);
            let near = self.near(item, groups);
            let later =
                groups.iter().flat_map(|group| &group.members).any(|member| place.rank < self.place(member.item).rank);
            if later || stale.contains(&place.key) {
                stale.insert(place.key);
                continue;
            }
            let found = self.leader_for(item, groups, near);
            let groups = self.buckets.entry(place.key).or_default();
            join(groups, item, found);
        }
    }

    /// Groups whole buckets anew.
    fn regroup(&mut self, stale: &BTreeSet<BucketKey>) {
        let mut items: BTreeMap<BucketKey, Vec<Item>> = stale.iter().map(|&key| (key, Vec::new())).collect();
        for (article, places) in self.places.iter().enumerate() {
            for (thread, place) in places.iter().enumerate() {
                if let Some(list) = items.get_mut(&place.key) {
                    list.push(Item { article, thread });
                }
            }
        }
        for (key, items) in items {
            match self.grouped(items) {
                groups if groups.is_empty() => self.buckets.remove(&key),
                groups => self.buckets.insert(key, groups),
            };
        }
    }

    /// Returns the groups of a bucket's threads, in order of first report.
    ///
    /// Leaders are found by their words, so that a day of ten thousand tellings
    /// does not compare each with each.
    fn grouped(&self, mut items: Vec<Item>) -> Vec<Group> {
        items.sort_by_key(|&item| self.place(item).rank);
        let mut groups: Vec<Group> = Vec::new();
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

    /// Returns how many names `item` shares with each leader that shares any.
    fn near(&self, item: Item, groups: &[Group]) -> Vec<(usize, usize)> {
        let mine = words(self.thread(item));
        let common = |group: &Group| match words(self.thread(group.members[0].item)) {
            [] => usize::from(mine.is_empty()),
            theirs => shared(mine, theirs),
        };
        let counted = groups.iter().enumerate().map(|(index, group)| (common(group), index));
        counted.filter(|(common, _)| 0 < *common).collect()
    }

    /// Returns the group whose leader tells the same as `item`, and why, among those that share most with it.
    fn leader_for(&self, item: Item, groups: &[Group], mut near: Vec<(usize, usize)>) -> Option<(usize, Why)> {
        near.sort_by_key(|&(common, index)| (std::cmp::Reverse(common), index));
        near.truncate(LEADERS);
        near.sort_by_key(|&(_, index)| index);
        let mine = self.candidate(item);
        let mut best: Option<(f64, usize, Why)> = None;
        for (_, index) in near {
            if let Some((sure, why)) = same(self.candidate(groups[index].members[0].item), mine)
                && best.is_none_or(|(most, ..)| most < sure)
            {
                best = Some((sure, index, why));
            }
        }
        best.map(|(_, index, why)| (index, why))
    }

    fn candidate(&self, item: Item) -> Candidate<'_> {
        Candidate { thread: self.thread(item), bounds: self.place(item).bounds }
    }

    pub fn thread(&self, item: Item) -> &Thread {
        &self.articles[item.article].threads[item.thread]
    }

    pub fn place(&self, item: Item) -> Place {
        self.places[item.article][item.thread]
    }

    fn places_of(&self, article: usize) -> Vec<Place> {
        let followed = &self.articles[article];
        let places = followed.threads.iter().enumerate().map(|(index, thread)| {
            let bounds = thread.telling.when.as_ref().map(|when| Bounds::of(when, self.zone));
            let day = bounds.filter(|bounds| Grain::Day <= bounds.grain).map(|bounds| self.day_number(bounds.first));
            let told = self.told_at(article, thread.first());
            Place { key: bucket(thread, bounds, day), bounds, rank: (told, article, index) }
        });
        places.collect()
    }

    /// Returns the calendar day of a moment in the story's zone, as a number.
    fn day_number(&self, seconds: i64) -> i64 {
        let moment = DateTime::from_timestamp(seconds, 0).unwrap_or_default().with_timezone(&self.zone);
        i64::from(chrono::Datelike::num_days_from_ce(&moment.date_naive()))
    }

    /// Returns when readers were told by a version, in seconds since 1970; unknown times come last.
    pub fn told_at(&self, article: usize, version: usize) -> i64 {
        let times = self.articles[article].versions[version];
        let time = match self.clock {
            Clock::Captured => times.captured.or(times.published),
            Clock::Stated => times.published.or(times.captured),
        };
        time.map_or(i64::MAX, |time| time.instant(self.zone).timestamp())
    }
}

fn join(groups: &mut Vec<Group>, item: Item, found: Option<(usize, Why)>) {
    match found {
        Some((index, why)) => groups[index].members.push(Member { item, why }),
        None => groups.push(Group { members: vec![Member { item, why: Why::default() }] }),
    }
}

/// Spreads numbers of words over a table: they are hashes already.
type Spread = BuildHasherDefault<Spreading>;

#[derive(Default)]
struct Spreading(u64);

impl Hasher for Spreading {
    fn finish(&self) -> u64 {
        self.0.wrapping_mul(0x9E37_79B9_7F4A_7C15)
    }

    fn write(&mut self, bytes: &[u8]) {
        bytes.iter().for_each(|&byte| self.write_u64(u64::from(byte)));
    }

    fn write_u32(&mut self, number: u32) {
        self.write_u64(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.0 = self.0.rotate_left(32) ^ number;
    }

    fn write_isize(&mut self, number: isize) {
        self.write_u64(number as u64);
    }
}

/// Leaders that share most with a thread and are compared with it word by word: bounds the cost of a day full of news.
const LEADERS: usize = 64;

/// Returns the words by which a thread's leader is found; a thread without words goes by having none.
fn names(thread: &Thread) -> Vec<Option<u32>> {
    match words(thread) {
        [] => vec![None],
        words => words.iter().copied().map(Some).collect(),
    }
}

/// Returns what the comparison of threads looks at.
fn fingerprint(thread: &Thread) -> (usize, usize) {
    (thread.wordings.len(), thread.revisions.len())
}
