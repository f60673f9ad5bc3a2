//! Caches the finished timeline of a story, so that it is built once and shown often.
//!
//! ```text
//! nothing recorded since    the cached entries are shown
//! a version recorded since  the cached clusters are updated, and the entries that changed are built again
//! an article moved          everything is rebuilt (triggers have deleted the cached timeline)
//! ```
//! Block 0 holds the articles and notes, block 1 the conflicts; the entries follow, in
//! no order: an entry that changed has its block written again, and no other block.
//! Where another process wrote meanwhile, nothing is stored.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono_tz::Tz;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::analyser::key;
use super::blocks::{self, CacheError};
use crate::model::{Clock, Conflict, Story, StoryId, Timeline, TimelineEntry};
use crate::store::{Packed, StoreError};
use crate::timeline::{ArticleTrack, ChainId, ClusterSnapshot, EventClusters, NameCounts, OrderedEntry, in_order};
use crate::track::entry_ids::keep_anchors;
use crate::track::names::ArticleLabel;
use crate::track::{Archive, Result};
use crate::view::NoteView;

/// Number of the first block that holds entries.
const FIRST_ENTRY_BLOCK: usize = 2;
/// Pieces of evidence in one block: enough that entries compress together, few enough that a block is cheap to write again.
const MAX_BLOCK_EVIDENCE: usize = 128;

/// A whole timeline with the names of its articles.
pub(crate) struct StoryTimeline {
    /// The articles of the story.
    pub articles: Vec<ArticleLabel>,
    /// What happened, in order.
    pub timeline: Timeline,
    /// Remarks for the reader.
    pub notes: Vec<NoteView>,
}

/// The articles of a timeline, the names in them and its notes: block 0.
#[derive(Serialize, Deserialize)]
struct TimelineFrame {
    articles: Vec<ArticleLabel>,
    speakers: NameCounts,
    notes: Vec<NoteView>,
}

/// A timeline as it was last cached, its entries still encoded.
struct CachedTimeline {
    frame: TimelineFrame,
    conflicts: Packed,
    /// The blocks of entries, by number.
    blocks: Vec<(usize, Packed)>,
}

/// A timeline that is to be stored, with the block of each entry.
struct RefreshedTimeline {
    conflicts: Vec<Conflict>,
    rows: Vec<OrderedEntry>,
    blocks: Vec<usize>,
    /// The blocks that have to be written.
    stale: BTreeSet<usize>,
}

impl Archive {
    /// Returns a story's whole timeline by one clock: cached, updated from the cache, or rebuilt.
    pub(crate) fn story_timeline(&self, story: &Story, clock: Clock) -> Result<StoryTimeline> {
        let (id, key) = (story.id, key(story.timezone));
        let as_of = self.store.data_version()?;
        let fresh = self.store.timeline_is_fresh(id, clock, &key)?;
        let cached = match fresh {
            Some(_) => CachedTimeline::of(self.store.timeline_blocks(id, clock, &key)?),
            None => None,
        };
        let shown = cached.as_ref().filter(|_| fresh == Some(true)).and_then(CachedTimeline::shown);
        match (shown, cached) {
            (Some((conflicts, rows)), Some(cached)) => Ok(cached.frame.filled(conflicts, rows)),
            (_, cached) => self.refreshed_timeline(story, clock, (as_of, cached)),
        }
    }

    /// Returns whether a story's timeline is cached as it stands.
    pub(crate) fn has_timeline(&self, story: &Story, clock: Clock) -> Result<bool> {
        Ok(self.store.timeline_is_fresh(story.id, clock, &key(story.timezone))? == Some(true))
    }

    /// Updates or rebuilds a story's timeline, and stores it if no other process wrote since `as_of`.
    fn refreshed_timeline(
        &self,
        story: &Story,
        clock: Clock,
        (as_of, cached): (i64, Option<CachedTimeline>),
    ) -> Result<StoryTimeline> {
        let zone = story.timezone;
        let packed_snapshot = self.store.cluster_snapshot(story.id, clock, &key(zone))?;
        let (mut rows, mut snapshot) = (None, None);
        let tracks = rayon::in_place_scope(|scope| {
            scope.spawn(|_| {
                snapshot = packed_snapshot.as_ref().and_then(|packed| blocks::unpack::<ClusterSnapshot>(packed).ok());
            });
            scope.spawn(|_| rows = cached.as_ref().and_then(CachedTimeline::rows));
            self.article_tracks(story)
        });
        let (articles, tracks) = tracks?;
        let changed = cached.as_ref().and_then(|cached| changed(&cached.frame.articles, &articles));
        let (merged, refreshed, whole) = match (rows, snapshot.zip(changed)) {
            (Some(rows), Some(previous)) => update_incrementally(rows, tracks, (zone, clock), previous),
            _ => rebuild(tracks, (zone, clock)),
        };
        let notes = merged.notes().iter().map(NoteView::from).collect();
        let frame = TimelineFrame { articles, speakers: merged.speakers(), notes };
        self.store_timeline(story.id, (clock, &key(zone)), (as_of, whole), (&merged, &frame, &refreshed));
        // Freeing the clusters of a large story takes long; the answer does not wait for it.
        rayon::spawn(|| drop(merged));
        Ok(frame.filled(refreshed.conflicts, refreshed.rows))
    }

    /// Stores a story's timeline; where that fails (full disk, locked store), the next question builds it again.
    fn store_timeline(
        &self,
        story: StoryId,
        (clock, key): (Clock, &str),
        (as_of, whole): (i64, bool),
        (merged, frame, refreshed): (&EventClusters, &TimelineFrame, &RefreshedTimeline),
    ) {
        let pack_rows = |block: &usize| {
            let own = refreshed.rows.iter().zip(&refreshed.blocks).filter(|(_, own)| *own == block);
            Ok((*block, blocks::pack(&own.map(|(row, _)| row).collect::<Vec<_>>())?))
        };
        let articles = &frame.articles;
        let head = || rayon::join(|| blocks::pack(frame), || blocks::pack(&merged.snapshot()));
        let ((packed_frame, snapshot), (conflicts, rows)) = rayon::join(head, || {
            let rows = refreshed.stale.par_iter().map(pack_rows);
            rayon::join(
                || blocks::pack(&refreshed.conflicts),
                || rows.collect::<std::result::Result<Vec<(usize, Packed)>, CacheError>>(),
            )
        });
        let (Ok(packed_frame), Ok(snapshot), Ok(conflicts), Ok(rows)) = (packed_frame, snapshot, conflicts, rows)
        else {
            return;
        };
        let _ = self.store.write::<(), StoreError>(|store| {
            if store.data_version()? != as_of {
                return Ok(());
            }
            if whole {
                store.clear_timeline_blocks(story, clock)?;
            }
            store.put_cluster_snapshot(story, clock, key, &snapshot)?;
            let new = refreshed.rows.iter().filter(|row| row.is_new);
            keep_anchors(store, story, (merged, articles), new)?;
            [(0, packed_frame), (1, conflicts)]
                .iter()
                .chain(&rows)
                .try_for_each(|(block, packed)| store.put_timeline_block(story, clock, *block, key, packed))
        });
    }
}

impl TimelineFrame {
    /// Returns the timeline of these conflicts and entries.
    fn filled(self, conflicts: Vec<Conflict>, rows: Vec<OrderedEntry>) -> StoryTimeline {
        let entries = in_order(rows);
        let (entries, undated): (Vec<TimelineEntry>, _) = entries.into_iter().partition(|entry| entry.when.is_some());
        let timeline = Timeline { entries, undated, conflicts, speakers: self.speakers, notes: Vec::new() };
        StoryTimeline { articles: self.articles, timeline, notes: self.notes }
    }
}

impl CachedTimeline {
    /// Returns the timeline of these blocks; `None` where its first two are missing or damaged.
    fn of(blocks: Vec<(usize, Packed)>) -> Option<Self> {
        let mut blocks = blocks.into_iter();
        let ((0, frame), (1, conflicts)) = (blocks.next()?, blocks.next()?) else { return None };
        Some(Self { frame: blocks::unpack(&frame).ok()?, conflicts, blocks: blocks.collect() })
    }

    /// Returns the entries of each block; `None` where a block is damaged.
    fn rows(&self) -> Option<Vec<(usize, Vec<OrderedEntry>)>> {
        self.blocks.par_iter().map(|(block, packed)| Some((*block, blocks::unpack(packed).ok()?))).collect()
    }

    /// Returns the conflicts and every entry; `None` where a block is damaged.
    fn shown(&self) -> Option<(Vec<Conflict>, Vec<OrderedEntry>)> {
        let (conflicts, rows) = rayon::join(|| blocks::unpack(&self.conflicts).ok(), || self.rows());
        Some((conflicts?, rows?.into_iter().flat_map(|(_, rows)| rows).collect()))
    }
}

/// Returns the places of the articles that gained or lost versions; `None` where articles were added, removed or renamed.
fn changed(old: &[ArticleLabel], new: &[ArticleLabel]) -> Option<BTreeSet<usize>> {
    let same =
        old.len() == new.len() && old.iter().zip(new).all(|(old, new)| old.slug == new.slug && old.head == new.head);
    let changed = || old.iter().zip(new).enumerate().filter(|(_, (old, new))| old.versions != new.versions);
    same.then(|| changed().map(|(place, _)| place).collect())
}

/// Builds a timeline from the tracks alone.
fn rebuild(tracks: Vec<ArticleTrack>, (zone, clock): (Tz, Clock)) -> (EventClusters, RefreshedTimeline, bool) {
    let merged = EventClusters::new(tracks, zone, clock);
    let (rows, conflicts) = merged.rows(HashMap::new());
    (merged, assign_blocks(rows, conflicts, &BTreeMap::new()), true)
}

/// Builds a timeline from the cached clusters and entries; only entries of clusters that changed are built again.
fn update_incrementally(
    blocks: Vec<(usize, Vec<OrderedEntry>)>,
    tracks: Vec<ArticleTrack>,
    (zone, clock): (Tz, Clock),
    (snapshot, changed): (ClusterSnapshot, BTreeSet<usize>),
) -> (EventClusters, RefreshedTimeline, bool) {
    let (merged, touched) = match EventClusters::update_incrementally(tracks, zone, clock, (snapshot, &changed)) {
        Ok(done) => done,
        Err(tracks) => return rebuild(tracks, (zone, clock)),
    };
    let mut block_of: BTreeMap<ChainId, usize> = BTreeMap::new();
    let mut rows: HashMap<ChainId, OrderedEntry> = HashMap::new();
    for (block, own) in blocks {
        for row in own {
            block_of.insert(row.leader, block);
            if !touched.contains(&row.leader) {
                rows.insert(row.leader, row);
            }
        }
    }
    let (rows, conflicts) = merged.rows(rows);
    (merged, assign_blocks(rows, conflicts, &block_of), false)
}

/// Leaves each entry in its block, and puts new entries into the last block or into blocks after it.
fn assign_blocks(
    rows: Vec<OrderedEntry>,
    conflicts: Vec<Conflict>,
    block_of: &BTreeMap<ChainId, usize>,
) -> RefreshedTimeline {
    let weight = |row: &OrderedEntry| row.entry.evidence.len().max(1);
    let mut last = block_of.values().copied().max().unwrap_or(FIRST_ENTRY_BLOCK);
    let old = rows.iter().filter(|row| block_of.get(&row.leader) == Some(&last));
    let mut filled: usize = old.map(weight).sum();
    let mut unplaced = block_of.clone();
    let mut stale = BTreeSet::new();
    let mut blocks = Vec::with_capacity(rows.len());
    for row in &rows {
        let block = unplaced.remove(&row.leader).unwrap_or_else(|| {
            if MAX_BLOCK_EVIDENCE <= filled {
                (last, filled) = (last + 1, 0);
            }
            filled += weight(row);
            last
        });
        if row.is_new {
            stale.insert(block);
        }
        blocks.push(block);
    }
    stale.extend(unplaced.into_values());
    RefreshedTimeline { conflicts, rows, blocks, stale }
}
