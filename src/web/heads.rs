//! Keeps the heads of stories: what changed last and which figure moved are asked for on every page.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use super::error::Problem;
use crate::track::Archive;
use crate::view::{StoryHead, StoryRow};

/// Heads that are kept; one more empties the shelf.
const KEPT: usize = 256;

/// The heads of stories, each with the counts it was worked out at.
#[derive(Debug, Default)]
pub(super) struct StoryHeads(Mutex<HashMap<String, (StoryRow, StoryHead)>>);

impl StoryHeads {
    /// Returns the head of a story; one that is kept holds for as long as the story's counts do.
    pub(super) fn of(&self, archive: &Archive, story: &str) -> Result<StoryHead, Problem> {
        let row = archive.story(story)?;
        let lock = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((known, head)) = lock().get(&row.name)
            && *known == row
        {
            return Ok(head.clone());
        }
        let head = archive.story_head(story)?;
        let mut kept = lock();
        if KEPT <= kept.len() {
            kept.clear();
        }
        kept.insert(row.name.clone(), (row, head.clone()));
        Ok(head)
    }
}
