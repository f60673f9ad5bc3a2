//! Keeps the whole timeline of a story, so that it is put in order once and shown often.
//!
//! ```text
//! nothing recorded since    its rows are shown as they lie
//! a version recorded since  its groups are gone on from, some rows written anew
//! an article moved          all of it is made anew (triggers have taken it away)
//! ```
//! Rows lie in blocks, in no order: a row that changed takes its block with it,
//! and no other. Where another program wrote meanwhile nothing is kept.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono_tz::Tz;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::analyser::key;
use super::blocks;
use crate::model::{Clock, Conflict, Story, StoryId, Timeline, TimelineEntry};
use crate::store::{Packed, StoreError};
use crate::timeline::{ArticleTrack, ChainId, ClusterSnapshot, EventClusters, OrderedEntry, in_order};
use crate::track::names::ArticleLabel;
use crate::track::{Archive, Result};
use crate::view::NoteView;

/// The first block of rows.
const ROWS: usize = 2;
/// Pieces of evidence to a block: enough rows to share words, few enough to be written again.
const EVIDENCE: usize = 128;

/// A whole timeline with the names of its articles.
pub struct StoryTimeline {
    pub articles: Vec<ArticleLabel>,
    pub timeline: Timeline,
    pub notes: Vec<NoteView>,
}

/// Whose it is. Block 0; where accounts differ is block 1, for whoever goes on finds that anew.
#[derive(Serialize, Deserialize)]
struct BlockOwner {
    articles: Vec<ArticleLabel>,
    notes: Vec<NoteView>,
}

/// A story's timeline as it was last kept.
struct KeptTimeline {
    frame: BlockOwner,
    conflicts: Packed,
    /// The rows, by number of their block.
    blocks: Vec<(usize, Packed)>,
}

/// What is to be kept, and where each row lies.
struct RefreshedTimeline {
    conflicts: Vec<Conflict>,
    rows: Vec<OrderedEntry>,
    blocks: Vec<usize>,
    /// The blocks that are written.
    stale: BTreeSet<usize>,
}

impl Archive {
    /// Returns a story's whole timeline by one clock: as it is kept, gone on from that, or made anew.
    pub(crate) fn chronicle_by(&self, story: &Story, clock: Clock) -> Result<StoryTimeline> {
        let (id, key) = (story.id, key(story.timezone));
        let as_of = self.store.data_version()?;
        let fresh = self.store.chronicle(id, clock, &key)?;
        let kept = match fresh {
            Some(_) => KeptTimeline::of(self.store.chronology(id, clock, &key)?),
            None => None,
        };
        let shown = kept.as_ref().filter(|_| fresh == Some(true)).and_then(KeptTimeline::shown);
        match (shown, kept) {
            (Some((conflicts, rows)), Some(kept)) => Ok(kept.frame.filled(conflicts, rows)),
            (_, kept) => self.renewed(story, clock, (as_of, kept)),
        }
    }

    /// Works out what is missing of a story's timeline, and keeps it if nothing was written since `as_of`.
    fn renewed(
        &self,
        story: &Story,
        clock: Clock,
        (as_of, kept): (i64, Option<KeptTimeline>),
    ) -> Result<StoryTimeline> {
        let zone = story.timezone;
        let grouping = self.store.grouping(story.id, clock, &key(zone))?;
        let (mut rows, mut groups) = (None, None);
        let followed = rayon::in_place_scope(|scope| {
            scope.spawn(|_| groups = grouping.as_ref().and_then(blocks::unpack::<ClusterSnapshot>));
            scope.spawn(|_| rows = kept.as_ref().and_then(KeptTimeline::rows));
            self.followed(story)
        });
        let (articles, followed) = followed?;
        let changed = kept.as_ref().and_then(|kept| changed(&kept.frame.articles, &articles));
        let (merged, made, whole) = match (rows, groups.zip(changed)) {
            (Some(rows), Some(going_on)) => going_on_from(rows, followed, (zone, clock), going_on),
            _ => anew(followed, (zone, clock)),
        };
        let frame = BlockOwner { articles, notes: merged.notes().iter().map(NoteView::from).collect() };
        self.keep_chronicle(story.id, (clock, &key(zone)), (as_of, whole), (&merged, &frame, &made));
        // A story of many articles takes a while to be let go of; nobody need wait for it.
        rayon::spawn(|| drop(merged));
        Ok(frame.filled(made.conflicts, made.rows))
    }

    /// Keeps a story's whole timeline; what cannot be kept (a full disk, a store in use) is made again next time.
    fn keep_chronicle(
        &self,
        story: StoryId,
        (clock, key): (Clock, &str),
        (as_of, whole): (i64, bool),
        (merged, frame, made): (&EventClusters, &BlockOwner, &RefreshedTimeline),
    ) {
        let pack_rows = |block: &usize| {
            let own = made.rows.iter().zip(&made.blocks).filter(|(_, own)| *own == block);
            Some((*block, blocks::pack(&own.map(|(row, _)| row).collect::<Vec<_>>())?))
        };
        let head = || rayon::join(|| blocks::pack(frame), || blocks::pack(&merged.grouping()));
        let ((frame, grouping), (conflicts, rows)) = rayon::join(head, || {
            let rows = made.stale.par_iter().map(pack_rows);
            rayon::join(|| blocks::pack(&made.conflicts), || rows.collect::<Option<Vec<(usize, Packed)>>>())
        });
        let (Some(frame), Some(grouping), Some(conflicts), Some(rows)) = (frame, grouping, conflicts, rows) else {
            return;
        };
        let _ = self.store.write::<(), StoreError>(|store| {
            if store.data_version()? != as_of {
                return Ok(());
            }
            if whole {
                store.clear_chronology(story, clock)?;
            }
            store.put_chronicle(story, clock, key, &grouping)?;
            [(0, frame), (1, conflicts)]
                .iter()
                .chain(&rows)
                .try_for_each(|(block, packed)| store.put_chronology(story, clock, *block, key, packed))
        });
    }
}

impl BlockOwner {
    /// Returns the timeline of these rows.
    fn filled(self, conflicts: Vec<Conflict>, rows: Vec<OrderedEntry>) -> StoryTimeline {
        let entries = in_order(rows);
        let (entries, undated): (Vec<TimelineEntry>, _) = entries.into_iter().partition(|entry| entry.when.is_some());
        let timeline = Timeline { entries, undated, conflicts, notes: Vec::new() };
        StoryTimeline { articles: self.articles, timeline, notes: self.notes }
    }
}

impl KeptTimeline {
    fn of(blocks: Vec<(usize, Packed)>) -> Option<Self> {
        let mut blocks = blocks.into_iter();
        let ((0, frame), (1, conflicts)) = (blocks.next()?, blocks.next()?) else { return None };
        Some(Self { frame: blocks::unpack(&frame)?, conflicts, blocks: blocks.collect() })
    }

    /// Returns the rows of each block; `None` where some are damaged.
    fn rows(&self) -> Option<Vec<(usize, Vec<OrderedEntry>)>> {
        self.blocks.par_iter().map(|(block, packed)| Some((*block, blocks::unpack(packed)?))).collect()
    }

    /// Returns where accounts differ, and every row.
    fn shown(&self) -> Option<(Vec<Conflict>, Vec<OrderedEntry>)> {
        let (conflicts, rows) = rayon::join(|| blocks::unpack(&self.conflicts), || self.rows());
        Some((conflicts?, rows?.into_iter().flat_map(|(_, rows)| rows).collect()))
    }
}

/// Returns the places of the articles of which versions came or went; `None` where the articles are others, or named otherwise.
fn changed(old: &[ArticleLabel], new: &[ArticleLabel]) -> Option<BTreeSet<usize>> {
    let same =
        old.len() == new.len() && old.iter().zip(new).all(|(old, new)| old.slug == new.slug && old.head == new.head);
    let changed = || old.iter().zip(new).enumerate().filter(|(_, (old, new))| old.versions != new.versions);
    same.then(|| changed().map(|(place, _)| place).collect())
}

fn anew(followed: Vec<ArticleTrack>, (zone, clock): (Tz, Clock)) -> (EventClusters, RefreshedTimeline, bool) {
    let merged = EventClusters::new(followed, zone, clock);
    let (rows, conflicts) = merged.rows(HashMap::new());
    (merged, laid_out(rows, conflicts, &BTreeMap::new()), true)
}

/// Takes the rows that nothing touched as they are kept.
fn going_on_from(
    blocks: Vec<(usize, Vec<OrderedEntry>)>,
    followed: Vec<ArticleTrack>,
    (zone, clock): (Tz, Clock),
    (grouping, changed): (ClusterSnapshot, BTreeSet<usize>),
) -> (EventClusters, RefreshedTimeline, bool) {
    let (merged, touched) = match EventClusters::go_on(followed, zone, clock, (grouping, &changed)) {
        Ok(done) => done,
        Err(followed) => return anew(followed, (zone, clock)),
    };
    let mut lies_in: BTreeMap<ChainId, usize> = BTreeMap::new();
    let mut rows: HashMap<ChainId, OrderedEntry> = HashMap::new();
    for (block, own) in blocks {
        for row in own {
            lies_in.insert(row.leader, block);
            if !touched.contains(&row.leader) {
                rows.insert(row.leader, row);
            }
        }
    }
    let (rows, conflicts) = merged.rows(rows);
    (merged, laid_out(rows, conflicts, &lies_in), false)
}

/// Leaves every row in the block where it lay, and puts new ones into the last, or behind it.
fn laid_out(
    rows: Vec<OrderedEntry>,
    conflicts: Vec<Conflict>,
    lies_in: &BTreeMap<ChainId, usize>,
) -> RefreshedTimeline {
    let weight = |row: &OrderedEntry| row.entry.evidence.len().max(1);
    let mut last = lies_in.values().copied().max().unwrap_or(ROWS);
    let old = rows.iter().filter(|row| lies_in.get(&row.leader) == Some(&last));
    let mut filled: usize = old.map(weight).sum();
    let mut gone = lies_in.clone();
    let mut stale = BTreeSet::new();
    let mut blocks = Vec::with_capacity(rows.len());
    for row in &rows {
        let block = gone.remove(&row.leader).unwrap_or_else(|| {
            if EVIDENCE <= filled {
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
    stale.extend(gone.into_values());
    RefreshedTimeline { conflicts, rows, blocks, stale }
}
