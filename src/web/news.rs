//! Tells those who look at a page what is recorded meanwhile, also by other processes.
//!
//! The keeper of derived results notices what changed and publishes it; whoever listens learns the latest state, so
//! that a slow listener misses steps and never the end. Listeners have turns of their own.

use std::collections::HashMap;
use std::sync::Arc;

use serde::Serialize;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

use crate::view::StoryRow;

/// Pages that listen at the same time.
const LISTENERS: usize = 64;

/// A story that has something new.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct StoryNews {
    pub story: String,
    /// Versions that it holds now.
    pub versions: usize,
    /// How many of them are new.
    pub new: usize,
}

/// What was recorded last.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub(super) struct News {
    pub stories: Vec<StoryNews>,
    /// The server ends.
    #[serde(skip)]
    pub is_over: bool,
}

/// Where news is published and listened to.
#[derive(Debug)]
pub(super) struct Newsroom {
    sender: watch::Sender<News>,
    turns: Arc<Semaphore>,
}

impl Default for Newsroom {
    fn default() -> Self {
        Self { sender: watch::Sender::default(), turns: Arc::new(Semaphore::new(LISTENERS)) }
    }
}

impl Newsroom {
    /// Tells everybody who listens.
    pub(super) fn publish(&self, stories: Vec<StoryNews>) {
        self.sender.send_replace(News { stories, is_over: false });
    }

    /// Lets everybody go who listens.
    pub(super) fn close(&self) {
        self.sender.send_modify(|news| news.is_over = true);
    }

    /// Begins to listen; `None` where too many do already.
    pub(super) fn listen(&self) -> Option<(watch::Receiver<News>, OwnedSemaphorePermit)> {
        let turn = Arc::clone(&self.turns).try_acquire_owned().ok()?;
        Some((self.sender.subscribe(), turn))
    }
}

/// Versions of each story by name.
pub(super) type VersionCounts = HashMap<String, usize>;

/// Returns how many versions each story holds.
pub(super) fn counts(stories: &[StoryRow]) -> VersionCounts {
    stories.iter().map(|row| (row.name.clone(), row.versions)).collect()
}

/// Returns the stories that hold more versions than before, in order of name.
pub(super) fn compare(before: &VersionCounts, now: &VersionCounts) -> Vec<StoryNews> {
    let grown = now.iter().filter_map(|(story, versions)| {
        let new = versions.saturating_sub(before.get(story).copied().unwrap_or_default());
        (0 < new).then(|| StoryNews { story: story.clone(), versions: *versions, new })
    });
    let mut news: Vec<StoryNews> = grown.collect();
    news.sort_by(|a, b| a.story.cmp(&b.story));
    news
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_grew_is_news() {
        let counts = |rows: &[(&str, usize)]| -> VersionCounts {
            rows.iter().map(|(story, versions)| ((*story).to_owned(), *versions)).collect()
        };
        let before = counts(&[("ferry", 3), ("mill", 2), ("old", 5)]);
        let news = compare(&before, &counts(&[("ferry", 5), ("mill", 2), ("dam", 1), ("old", 4)]));
        let told: Vec<(&str, usize, usize)> =
            news.iter().map(|own| (own.story.as_str(), own.versions, own.new)).collect();
        assert_eq!(told, [("dam", 1, 1), ("ferry", 5, 2)]);
    }

    #[test]
    fn so_many_listen_and_no_more() {
        let room = Newsroom::default();
        let listeners: Vec<_> = (0..LISTENERS).map(|_| room.listen().expect("a turn")).collect();
        assert!(room.listen().is_none());
        room.publish(vec![StoryNews { story: "ferry".to_owned(), versions: 2, new: 1 }]);
        assert!(listeners.iter().all(|(receiver, _)| receiver.has_changed().unwrap()));
        drop(listeners);
        assert!(room.listen().is_some());
    }
}
