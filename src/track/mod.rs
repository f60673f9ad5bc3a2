//! Joins the layers into use cases: record a version, compare, build a timeline, rebuild.
//!
//! A `Archive` is an open store with everything that can be asked of it; each
//! question is a method that returns a view. Nothing is printed here.

mod cache;
mod claims;
mod error;
mod exchange;
mod lists;
mod lookup;
mod manage;
mod manual_edits;
mod names;
mod present;
mod read;
mod record;
mod review;
mod timelines;
mod upkeep;
mod versions;

use std::path::Path;

use crate::store::Store;

pub use cache::ANALYSER;
pub use error::TrackError;
pub use exchange::LINES_AT_ONCE;
pub use manual_edits::entry_meant;
pub use record::Submission;

type Result<T> = std::result::Result<T, TrackError>;

/// Is told how far long work is: what is counted, how many are done, of how many.
pub type Watcher = Box<dyn Fn(&'static str, usize, usize) + Send + Sync>;

/// An open archive and what can be asked of it.
pub struct Archive {
    store: Store,
    watcher: Option<Watcher>,
}

impl std::fmt::Debug for Archive {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Archive").field("store", &self.store).finish_non_exhaustive()
    }
}

impl Archive {
    /// Opens the store at `path`, made where there is none.
    pub fn open(path: &Path) -> Result<Self> {
        Ok(Self { store: Store::open(path)?, watcher: None })
    }

    /// Opens a store that is gone with the process.
    pub fn in_memory() -> Result<Self> {
        Ok(Self { store: Store::in_memory()?, watcher: None })
    }

    /// Has `watcher` told how far long work is.
    pub fn watch(&mut self, watcher: Watcher) {
        self.watcher = Some(watcher);
    }

    fn progress(&self, what: &'static str, done: usize, total: usize) {
        if let Some(watcher) = &self.watcher {
            watcher(what, done, total);
        }
    }

    /// Returns where an older store was copied to before it was migrated just now.
    pub fn migration_backup(&self) -> Option<&Path> {
        self.store.migration_backup()
    }
}
