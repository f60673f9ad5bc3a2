//! Holds what is watched, how each watch is doing, and what happens while it runs.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{LookOutcome, LookedView, Outcome, PageLookRow};

/// Everything that is watched.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct WatchesView {
    /// The watches, in order of name.
    pub watches: Vec<WatchRow>,
    /// When this was told.
    pub now: DateTime<Utc>,
}

/// One watch and how it is doing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WatchRow {
    /// Its name.
    pub name: String,
    /// Its address.
    pub url: String,
    /// `feed`, `sitemap`, `section` or `article`.
    pub kind: String,
    /// Story that new articles are filed under.
    pub story: Option<String>,
    /// Who publishes them.
    pub outlet: Option<String>,
    /// Only items that hold one of these words are taken.
    pub words: Vec<String>,
    /// Fixed minutes between two looks; without it, the wait adapts.
    pub every_minutes: Option<i64>,
    /// Hours of the day for looks, and their zone; without them, pages are looked at at all hours.
    #[serde(default)]
    pub hours: Option<String>,
    /// Watches that are paused and resumed together with it.
    #[serde(default)]
    pub group: Option<String>,
    /// Until when it rests.
    pub paused_until: Option<DateTime<Utc>>,
    /// Pages that it looks at, the list left out.
    pub items: usize,
    /// Pages whose last look failed.
    pub failing: usize,
    /// When the next page is due.
    pub next_look: Option<DateTime<Utc>>,
    /// When a page was last looked at.
    pub last_look: Option<DateTime<Utc>>,
    /// Why the last look at its list failed.
    pub failure: Option<String>,
}

/// A watch with its pages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WatchView {
    /// The watch.
    pub watch: WatchRow,
    /// Its pages, next first.
    pub pages: Vec<WatchPageRow>,
    /// When this was told.
    pub now: DateTime<Utc>,
}

/// A page of a watch.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WatchPageRow {
    /// Its address.
    pub url: String,
    /// Whether it is the list that names the others.
    pub is_list: bool,
    /// The article that it shows, if it has been seen.
    pub article: Option<String>,
    /// When it is looked at next, unless it is done with.
    pub next_look: DateTime<Utc>,
    /// Since when it is no longer looked at, because its server calls it gone for good.
    #[serde(default)]
    pub ended: Option<DateTime<Utc>>,
    /// When it was last looked at.
    pub last_look: Option<DateTime<Utc>>,
    /// Failed looks in a row.
    pub failures: u32,
    /// What the last failed look said.
    pub failure: Option<String>,
    /// The latest looks that told a fact of the page (gone, returned, moved, one of several texts), oldest first.
    pub facts: Vec<PageLookRow>,
}

/// What a watch would find.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WatchTestView {
    /// The address that was asked for.
    pub url: String,
    /// `feed`, `sitemap`, `section` or `article`.
    pub kind: String,
    /// The list's own name.
    pub title: Option<String>,
    /// The pages that it names.
    pub items: Vec<WatchTestItem>,
}

/// A page that a list names.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WatchTestItem {
    /// Its address.
    pub url: String,
    /// What the list calls it.
    pub title: Option<String>,
    /// When it was published, as the list says.
    pub published: Option<DateTime<Utc>>,
    /// Whether the watch would take it.
    pub taken: bool,
}

/// Something that happened while a watch ran.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WatchEventView {
    /// Name of the watch.
    pub watch: String,
    /// When it happened.
    pub at: DateTime<Utc>,
    /// What happened.
    #[serde(flatten)]
    pub event: WatchEvent,
}

/// What happened while a watch ran.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "event", rename_all = "kebab-case")]
pub enum WatchEvent {
    /// A list was looked at.
    List {
        /// Its address.
        url: String,
        /// Pages that it names; 0 where it is as it was.
        items: usize,
        /// Pages that are watched from now on.
        added: usize,
        /// Why it could not be read.
        failure: Option<String>,
    },
    /// An article was looked at.
    Look(Box<LookedView>),
    /// A page could not be looked at yet: its server asks for a pause, or the run ended before its turn.
    NotYet {
        /// Its address.
        url: String,
    },
}

impl WatchEvent {
    /// Returns whether a server was asked.
    pub fn was_asked(&self) -> bool {
        !matches!(self, Self::NotYet { .. })
    }
}

/// What a run of the watch did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WatchSummary {
    /// Looks at lists and articles.
    pub looks: usize,
    /// Versions that were recorded.
    pub versions: usize,
    /// Pages that are watched from now on.
    pub added: usize,
    /// Looks that failed.
    pub failed: usize,
    /// Texts that are looked at again before they count.
    pub doubtful: usize,
}

impl WatchSummary {
    /// Counts what happened.
    pub fn add(&mut self, event: &WatchEvent) {
        self.looks += usize::from(event.was_asked());
        match event {
            WatchEvent::NotYet { .. } => {}
            WatchEvent::List { added, failure, .. } => {
                self.added += added;
                self.failed += usize::from(failure.is_some());
            }
            WatchEvent::Look(view) => match &view.outcome {
                LookOutcome::Recorded { recorded, .. } => {
                    self.versions += usize::from(recorded.outcome != Outcome::Unchanged);
                }
                LookOutcome::Doubtful { .. } => self.doubtful += 1,
                LookOutcome::Variant { .. } => {}
                LookOutcome::Failed { .. } => self.failed += 1,
            },
        }
    }
}
