//! Joins the layers into use cases: record a version, compare two, build a timeline, check the store.
//!
//! An [`Archive`] is an open store; each question is a method of it that returns a view.
//! In: names and references as the reader types them. Out: views. Nothing is printed here.
//!
//! - `lookup.rs`: the story, articles and versions that a reference names
//! - `record/`: `add`; `exchange/`: `import jsonl`, `export jsonl`
//! - `fetch/`: looks at pages over the network
//! - `watch/`: feeds, sitemaps, sections and articles, looked at again and again
//! - `hooks/`: who is told of changes, once per change
//! - `archives/`: `import warc`, `git`, `newsedits` and the others
//! - `sites.rs`: how the pages of a site are read; `repeated.rs`: the lines that a site repeats, and who is asked about them
//! - `read.rs`: the stored text of a version as the analysis reads it
//! - `cache/`: derived results, derived once and stored; `present/`: a comparison in words
//! - `results/`: derived results that other machines work out, and `import results`, which takes them back
//! - `versions.rs`: `log`, `show`, `diff`, `changes`, `blame`
//! - `article_history.rs`: the versions of an article one after the other, for `export site`
//! - `claims.rs`: `claims`; `review.rs`: `audit`, `figures`, `standing`
//! - `timelines.rs`: `timeline`, `timeline diff`, `conflicts`; `names.rs`: how a timeline names its articles
//! - `people.rs`: `people`; `briefing.rs`: `briefing`, what is new since a time
//! - `entries_by_hand.rs`: `timeline add`; `manual_edits.rs`: `timeline pin`, `hide`, `merge`, `split`, `date`, `note`, `edits`, `undo`
//! - `entry_ids.rs`: the entry that an identity means, also one of before
//! - `reviewed.rs`: `review`, which marks an update as reviewed
//! - `recorded_since.rs`: what open pages are told
//! - `lists.rs`: `story list`, `article list`; `search.rs`: `search`; `manage.rs`: the other `story` and `article` commands
//! - `upkeep.rs`: `backup`, `restore`, `reindex`, `vacuum`; `check.rs`: `check`; `removal.rs`: `forget`, `hold`
//! - `proof/`: `receipt`, `prove`, `check --since-receipt`
//! - `error.rs`: what can fail

#[cfg(feature = "fetch")]
mod archives;
mod article_history;
mod briefing;
mod cache;
mod check;
mod claims;
mod entries_by_hand;
mod entry_ids;
mod error;
mod exchange;
#[cfg(feature = "fetch")]
mod fetch;
#[cfg(feature = "fetch")]
mod hooks;
mod lists;
mod lookup;
mod manage;
mod manual_edits;
mod names;
mod people;
mod present;
#[cfg(feature = "proof")]
mod proof;
#[cfg(test)]
mod query_plan_tests;
mod read;
mod record;
mod recorded_since;
mod removal;
mod repeated;
mod results;
mod review;
mod reviewed;
mod search;
mod sites;
mod timelines;
mod upkeep;
mod versions;
#[cfg(feature = "fetch")]
mod watch;

use std::path::Path;

use crate::store::{Store, StoreError};

#[cfg(feature = "fetch")]
pub use archives::{ArchiveOptions, EntryDatabase, MAX_PAGE_BYTES};
pub use cache::ANALYSER;
pub use check::CheckScope;
pub use error::TrackError;
pub use exchange::{ArticlesGiven, LINES_AT_ONCE};
#[cfg(feature = "fetch")]
pub use fetch::{Access, FetchOptions, SharedArchive, TimeSource, look};
#[cfg(feature = "fetch")]
pub use hooks::{DeliveryFailure, Messenger, NewHook, run_hooks};
#[cfg(feature = "proof")]
pub use proof::{KeyError, Receipt, ReceiptError, SigningKey};
pub use record::Submission;
pub use results::{AnswerFault, AnswerLine, ResultsImport, pack_results, read_texts, unpack_results, unpacked_length};
pub use review::AuditFilter;
pub use reviewed::ReviewAct;
pub use search::{ChangeFilter, ClaimFilter, SearchFilter};
pub use sites::{SitePage, SiteRules};
#[cfg(feature = "fetch")]
pub use watch::{
    LONGEST_EVERY, LookInterval, NewWatch, Reporter, WatchSetting, WatchSettings, add_watch, run_watch, test_watch,
};

type Result<T> = std::result::Result<T, TrackError>;

/// Receives the progress of long work: what is counted, how many are done, of how many.
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
    /// Opens the store at `path`; creates it where there is none.
    pub fn open(path: &Path) -> Result<Self> {
        Ok(Self { store: Store::open(path)?, watcher: None })
    }

    /// Opens the store at `path`, which must exist, to read it only.
    pub fn open_read_only(path: &Path) -> Result<Self> {
        Ok(Self { store: Store::open_read_only(path)?, watcher: None })
    }

    /// Returns a number that changes when somebody else has changed the store.
    pub fn data_version(&self) -> Result<i64> {
        Ok(self.store.data_version()?)
    }

    /// Runs `work`, which only reads, on the archive as it is now: several questions are answered of the same versions.
    pub fn as_it_is<T, E: From<TrackError>>(
        &self,
        work: impl FnOnce(&Self) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        // Two kinds of failure: of the store itself, and of the work.
        self.store.read(|_| Ok::<_, StoreError>(work(self))).map_err(TrackError::from)?
    }

    /// Returns whether no version is recorded.
    pub fn is_empty(&self) -> Result<bool> {
        Ok(self.store.count_versions()? == 0)
    }

    /// Opens a store in memory, which ends with the process.
    pub fn in_memory() -> Result<Self> {
        Ok(Self { store: Store::in_memory()?, watcher: None })
    }

    /// Reports the progress of long work to `watcher` from now on.
    pub fn watch(&mut self, watcher: Watcher) {
        self.watcher = Some(watcher);
    }

    fn progress(&self, what: &'static str, done: usize, total: usize) {
        if let Some(watcher) = &self.watcher {
            watcher(what, done, total);
        }
    }

    /// Returns the log of another program's changes, where it could not be read.
    pub fn unseen_log(&self) -> Option<&Path> {
        self.store.unseen_log()
    }

    /// Returns where an older store was copied to before it was migrated just now.
    pub fn migration_backup(&self) -> Option<&Path> {
        self.store.migration_backup()
    }
}
