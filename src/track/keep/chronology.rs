//! Keeps the whole timeline of a story, so that it is put in order once and shown often.
//!
//! It is taken as it lies, with one look at the store: triggers of the schema
//! have taken it away if anything it rests on has changed.

use chrono_tz::Tz;
use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::super::names::Named;
use super::super::{Desk, Result};
use super::{key, packing};
use crate::model::view::{Clock, NoteView};
use crate::model::{Conflict, StoryId, Timeline, TimelineEntry};
use crate::store::Packed;

/// Entries to a block: enough to share words, few enough that all cores have some.
const ENTRIES: usize = 256;

/// A whole timeline with the names of its articles.
pub struct Chronicle {
    pub articles: Vec<Named>,
    pub timeline: Timeline,
    pub notes: Vec<NoteView>,
}

/// All of it but the entries.
#[derive(Serialize, Deserialize)]
struct Frame {
    articles: Vec<Named>,
    conflicts: Vec<Conflict>,
    notes: Vec<NoteView>,
    /// How many entries have a date; the others stand behind them.
    dated: usize,
}

impl Desk {
    /// Returns a story's whole timeline by one clock, if it is kept.
    pub(in super::super) fn kept_chronicle(&self, story: StoryId, zone: Tz, clock: Clock) -> Result<Option<Chronicle>> {
        let blocks = self.store.chronology(story, clock, &key(zone))?;
        let Some((first, blocks)) = blocks.split_first() else { return Ok(None) };
        let entries = blocks.par_iter().map(packing::unpack::<Vec<TimelineEntry>>);
        let (frame, entries) = rayon::join(|| packing::unpack::<Frame>(first), || entries.collect::<Option<Vec<_>>>());
        Ok(frame.zip(entries).map(|(frame, entries)| {
            let mut entries: Vec<TimelineEntry> = entries.into_iter().flatten().collect();
            let undated = entries.split_off(frame.dated.min(entries.len()));
            let timeline = Timeline { entries, undated, conflicts: frame.conflicts, notes: Vec::new() };
            Chronicle { articles: frame.articles, timeline, notes: frame.notes }
        }))
    }

    /// Keeps a story's whole timeline, if that is possible now and nothing was written since `as_of`.
    pub(in super::super) fn keep_chronicle(
        &self,
        story: StoryId,
        zone: Tz,
        clock: Clock,
        (as_of, made): (i64, &Chronicle),
    ) {
        let frame = Frame {
            articles: made.articles.clone(),
            conflicts: made.timeline.conflicts.clone(),
            notes: made.notes.clone(),
            dated: made.timeline.entries.len(),
        };
        let entries: Vec<&TimelineEntry> = made.timeline.entries.iter().chain(&made.timeline.undated).collect();
        let entries = entries.par_chunks(ENTRIES).map(packing::pack_list);
        let (first, entries) = rayon::join(|| packing::pack(&frame), || entries.collect::<Option<Vec<Packed>>>());
        let Some((first, mut blocks)) = first.zip(entries) else { return };
        blocks.insert(0, first);
        // What cannot be kept (a full disk, a store in use) is put in order again next time.
        let _ = self.store.write(|store| match store.data_version()? == as_of {
            true => store.put_chronology(story, clock, &key(zone), &blocks),
            false => Ok(()),
        });
    }
}
