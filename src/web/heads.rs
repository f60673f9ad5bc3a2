//! Caches the heads of stories: what changed last and which figure moved are asked for on every page.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use crate::track::{Archive, TrackError};
use crate::view::StoryHead;

/// Most heads in the cache; one more empties the cache.
const KEPT: usize = 256;

/// The heads of stories as the store was at one moment.
#[derive(Debug, Default)]
pub(super) struct StoryHeads(Mutex<KeptHeads>);

#[derive(Debug, Default)]
struct KeptHeads {
    /// The last line of the ledger when they were read.
    line: usize,
    by_name: HashMap<String, StoryHead>,
}

impl StoryHeads {
    /// Returns the head of a story; a cached one holds as long as the ledger ends in this line.
    pub(super) fn of(&self, archive: &Archive, line: usize, story: &str) -> Result<StoryHead, TrackError> {
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        {
            let kept = lock();
            if let Some(head) = kept.by_name.get(story).filter(|_| kept.line == line) {
                return Ok(head.clone());
            }
        }
        let head = StoryHead { line: Some(line), ..archive.story_head(story)? };
        let mut kept = lock();
        if kept.line != line || KEPT <= kept.by_name.len() {
            kept.by_name.clear();
            kept.line = line;
        }
        kept.by_name.insert(story.to_owned(), head.clone());
        Ok(head)
    }
}
