//! Puts a story in order: step two of a timeline.
//!
//! What happened first stands first: by the earliest moment the date allows,
//! then by the latest, then by first report, then by place in the text. What no
//! text dates stands apart, with the bounds that follow from publication.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::model::{Edtf, Note, Timeline, TimelineEntry, TimelineQuery};

use super::order::{EntryOrder, in_order};
use crate::timeline::cluster::story::{ChainId, EventClusters};
use crate::timeline::date_range::{DateGrain, DateRange, place_in_time};
use crate::timeline::digest;
use crate::timeline::history::track::{ArticleTrack, VersionTimes, unstated};
use crate::timeline::mention::event_mention::{ArticleMentions, TemporalOrder, VersionMentions};

/// Clusters and orders what all versions of all articles mention.
pub fn assemble(articles: &[ArticleMentions], zone: Tz, query: &TimelineQuery) -> Timeline {
    if query.dates.is_some() {
        return digest::digest(articles, zone, query);
    }
    let known = |version: &&VersionMentions| {
        let time = query.clock.choose(version.captured, version.published);
        query.as_of.is_none_or(|as_of| time.map(|time| time.instant(zone)) <= Some(as_of))
    };
    let tracks = articles
        .iter()
        .map(|article| ArticleTrack::following(&article.id, &article.outlet, article.versions.iter().filter(known)));
    EventClusters::new(tracks.collect(), zone, query.clock).timeline(query)
}

impl EventClusters {
    /// Writes the timeline that `query` asks for.
    pub fn timeline(&self, query: &TimelineQuery) -> Timeline {
        let (rows, conflicts) = self.rows(HashMap::new());
        let mut entries = in_order(rows);
        entries.retain(|entry| self.asked_for(entry, query));
        let (entries, undated) = entries.into_iter().partition(|entry| entry.when.is_some());
        Timeline { entries, undated, conflicts, speakers: self.speakers(), notes: self.notes() }
    }

    /// Returns where a cluster stands: by its date, and on a day without clock times by order words.
    pub(in crate::timeline) fn order(&self, chain_ids: &[ChainId], best: ChainId) -> EntryOrder {
        let rank = chain_ids.iter().map(|&chain_id| self.sort_key(chain_id).rank).min().expect("a group has a leader");
        let Some(bounds) = self.sort_key(best).bounds else { return (i64::MAX, i64::MAX, rank) };
        if bounds.grain == DateGrain::Coarse
            && let Some(when) = &self.chain(best).mention.when
        {
            let (first, last) = place_in_time(when, self.zone);
            return (first, last, rank);
        }
        let temporal_orders =
            std::iter::once(&best).chain(chain_ids).filter_map(|&chain_id| self.temporal_order(chain_id));
        let temporal_order =
            temporal_orders.filter(|_| bounds.grain == DateGrain::Day).find(|(_, other)| other.overlaps(bounds));
        match temporal_order {
            // Right behind what it came after, right before what it preceded.
            Some((TemporalOrder::Later, other)) => (other.first, i64::MAX, rank),
            Some((TemporalOrder::Earlier, other)) => {
                (bounds.first.min(other.first), other.last.min(bounds.last) - 1, rank)
            }
            None => (bounds.first, bounds.last, rank),
        }
    }

    /// Returns what order words say of a chain: before or after a chain of these bounds.
    fn temporal_order(&self, chain_id: ChainId) -> Option<(TemporalOrder, DateRange)> {
        let (temporal_order, other) = self.chain(chain_id).temporal_order?;
        let bounds = self.sort_key(ChainId { article: chain_id.article, chain: other }).bounds?;
        Some((temporal_order, bounds))
    }

    fn asked_for(&self, entry: &TimelineEntry, query: &TimelineQuery) -> bool {
        let bounds = entry.when.as_ref().map(|when| DateRange::of(when, self.zone));
        let day = |edge: chrono::NaiveDate| Edtf::from_day(edge).map(|day| DateRange::of(&day, self.zone));
        let after = query.from.and_then(day).is_none_or(|from| bounds.is_none_or(|bounds| from.first <= bounds.last));
        let before = query.to.and_then(day).is_none_or(|to| bounds.is_none_or(|bounds| bounds.first <= to.last));
        after && before && query.since.is_none_or(|since| self.is_new(entry, since))
    }

    /// Returns whether an entry was first reported or revised after `since`.
    fn is_new(&self, entry: &TimelineEntry, since: DateTime<Utc>) -> bool {
        let is_later = |article: &str, version: usize| {
            let index = self.articles.iter().position(|track| track.id == article);
            index.is_some_and(|index| since.timestamp() < self.reported_at(index, version - 1))
        };
        entry.first_reported.as_ref().is_some_and(|first| is_later(&first.article, first.version))
            || entry.history.iter().any(|revision| is_later(&revision.article, revision.version))
    }

    /// Returns what a reader should know of the story's versions.
    pub fn notes(&self) -> Vec<Note> {
        let times: Vec<VersionTimes> = self.articles.iter().flat_map(|article| &article.versions).copied().collect();
        let undated = times.iter().filter(|times| times.published.is_none() && times.captured.is_none()).count();
        let no_time = (0 < undated).then(|| {
            Note::new(
                "no-time",
                format!("{undated} versions carry no time: words such as \"yesterday\" were left undated"),
            )
        });
        no_time.into_iter().chain(unstated(&times, self.clock)).collect()
    }
}
