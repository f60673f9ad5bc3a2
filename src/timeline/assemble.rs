//! Puts a story in order: step two of a timeline.
//!
//! What happened first stands first: by the earliest moment the date allows,
//! then by the latest, then by first report, then by place in the text. What no
//! text dates stands apart, with the bounds that follow from publication.

use std::collections::{BTreeMap, HashSet};

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use rayon::prelude::*;

use crate::model::view::Clock;
use crate::model::{DocumentTime, Edtf, HistoryItem, Note, Status, Timeline, TimelineEntry, TimelineQuery};

use super::bounds::{Bounds, Grain};
use super::chronology::{Chronology, Group, Item};
use super::conflict::{self, Dispute};
use super::digest;
use super::follow::Followed;
use super::telling::{ArticleTellings, Turn, VersionTellings};

/// Merges and orders what all versions of all articles tell.
pub fn assemble(articles: &[ArticleTellings], zone: Tz, query: &TimelineQuery) -> Timeline {
    if query.dates.is_some() {
        return digest::digest(articles, zone, query);
    }
    let known =
        |version: &&VersionTellings| query.as_of.is_none_or(|as_of| told_at(version, zone, query.clock) <= Some(as_of));
    let followed = articles.iter().map(|article| {
        let mut followed = Followed::new(&article.id, &article.outlet);
        article.versions.iter().filter(known).for_each(|version| followed.extend(version));
        followed
    });
    Chronology::new(followed.collect(), zone, query.clock).timeline(query)
}

/// Returns when readers were told by a version.
fn told_at(version: &VersionTellings, zone: Tz, clock: Clock) -> Option<DateTime<Utc>> {
    let time = match clock {
        Clock::Captured => version.captured.or(version.published),
        Clock::Stated => version.published.or(version.captured),
    };
    time.map(|time: DocumentTime| time.instant(zone))
}

/// Where an entry stands in a chronology.
type Order = (i64, i64, (i64, usize, usize));

impl Chronology {
    /// Writes the chronology that `query` asks for.
    pub fn timeline(&self, query: &TimelineQuery) -> Timeline {
        let groups: Vec<&Group> = self.buckets.values().flatten().collect();
        let write = |group: &&Group| self.row(group);
        let (mut rows, (conflicts, disputes)): (Vec<(Order, TimelineEntry)>, _) =
            rayon::join(|| groups.par_iter().map(write).collect(), || conflict::find(self, &groups));
        mark(&mut rows, &disputes);
        rows.sort_by_key(|(order, _)| *order);
        let mut entries: Vec<TimelineEntry> = rows.into_iter().map(|(_, entry)| entry).collect();
        share_out(&mut entries);
        entries.retain(|entry| self.asked_for(entry, query));
        let (entries, undated) = entries.into_iter().partition(|entry| entry.when.is_some());
        Timeline { entries, undated, conflicts, notes: self.notes() }
    }

    fn row(&self, group: &Group) -> (Order, TimelineEntry) {
        let items: Vec<Item> = group.members.iter().map(|member| member.item).collect();
        let best = self.best(&items);
        (self.order(&items, best), self.entry(group, &items, best))
    }

    /// Returns where a group stands: by its date, and on a day without clock times by order words.
    fn order(&self, items: &[Item], best: Item) -> Order {
        let rank = items.iter().map(|&item| self.place(item).rank).min().expect("a group has a leader");
        let Some(bounds) = self.place(best).bounds else { return (i64::MAX, i64::MAX, rank) };
        let turns = std::iter::once(&best).chain(items).filter_map(|&item| self.turn(item));
        let turn = turns.filter(|_| bounds.grain == Grain::Day).find(|(_, other)| other.overlaps(bounds));
        match turn {
            // Right behind what it came after, right before what it preceded.
            Some((Turn::Later, other)) => (other.first, i64::MAX, rank),
            Some((Turn::Earlier, other)) => (bounds.first.min(other.first), other.last.min(bounds.last) - 1, rank),
            None => (bounds.first, bounds.last, rank),
        }
    }

    /// Returns what order words say of a thread: before or after a thread of these bounds.
    fn turn(&self, item: Item) -> Option<(Turn, Bounds)> {
        let (turn, other) = self.thread(item).turn?;
        let bounds = self.place(Item { article: item.article, thread: other }).bounds?;
        Some((turn, bounds))
    }

    fn asked_for(&self, entry: &TimelineEntry, query: &TimelineQuery) -> bool {
        let bounds = entry.when.as_ref().map(|when| Bounds::of(when, self.zone));
        let day = |edge: chrono::NaiveDate| Edtf::from_day(edge).map(|day| Bounds::of(&day, self.zone));
        let after = query.from.and_then(day).is_none_or(|from| bounds.is_none_or(|bounds| from.first <= bounds.last));
        let before = query.to.and_then(day).is_none_or(|to| bounds.is_none_or(|bounds| bounds.first <= to.last));
        after && before && query.since.is_none_or(|since| self.is_new(entry, since))
    }

    /// Tells whether an entry was first told or revised after `since`.
    fn is_new(&self, entry: &TimelineEntry, since: DateTime<Utc>) -> bool {
        let told = |article: &str, version: usize| {
            let index = self.articles.iter().position(|followed| followed.id == article);
            index.is_some_and(|index| since.timestamp() < self.told_at(index, version - 1))
        };
        let first = &entry.first_reported;
        told(&first.article, first.version) || entry.history.iter().any(|item| told(&item.article, item.version))
    }

    fn notes(&self) -> Vec<Note> {
        let versions = self.articles.iter().flat_map(|article| &article.versions);
        let undated = versions.filter(|times| times.published.is_none() && times.captured.is_none()).count();
        match undated {
            0 => Vec::new(),
            n => vec![Note::new(
                "no-time",
                format!("{n} versions carry no time: words such as \"yesterday\" were left undated"),
            )],
        }
    }
}

/// Marks the entries that an open conflict is about and keeps both sides in their history.
fn mark(rows: &mut [(Order, TimelineEntry)], disputes: &[Dispute]) {
    let mut by_group: BTreeMap<usize, Vec<&Dispute>> = BTreeMap::new();
    disputes.iter().for_each(|dispute| by_group.entry(dispute.group).or_default().push(dispute));
    for (group, disputes) in by_group {
        let entry = &mut rows[group].1;
        entry.status = Status::Disputed;
        let told: Vec<HistoryItem> = disputes.into_iter().map(history_item).collect();
        let mut known: HashSet<&HistoryItem> = entry.history.iter().collect();
        let mut is_new: Vec<bool> = told.iter().map(|item| known.insert(item)).collect();
        entry.history.extend(told.into_iter().zip(is_new.drain(..)).filter(|(_, new)| *new).map(|(item, _)| item));
    }
}

fn history_item(dispute: &Dispute) -> HistoryItem {
    HistoryItem {
        article: dispute.article.clone(),
        version: dispute.version,
        before: Some(dispute.mine.clone()),
        after: Some(dispute.theirs.clone()),
        kind: dispute.kind,
        differs: true,
    }
}

/// Turns weights into shares of the greatest.
fn share_out(entries: &mut [TimelineEntry]) {
    let most = entries.iter().map(|entry| entry.importance).fold(0.0, f64::max);
    if 0.0 < most {
        entries.iter_mut().for_each(|entry| entry.importance /= most);
    }
}
