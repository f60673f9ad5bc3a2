//! Stores stories, versions and derived results in one `SQLite` file.
//!
//! The only layer with SQL. In and out: types of `model`; derived results pass through
//! as compressed bytes, since this layer knows nothing of the analysis.
//!
//! - `migrate.rs`: brings the tables to the newest schema; `copy.rs`: copies a database file
//! - `stories.rs`, `articles.rs`, `captures.rs`, `versions.rs`, `manual_edits.rs`, `reviews.rs`: what is recorded, and never derived again
//! - `entry_anchors.rs`: where the identities of timeline entries rest
//! - `derived.rs`: results that can be derived again; `search.rs`: the word index, `search_terms.rs`: how a query is read
//! - `ledger.rs`: a hashed line for everything recorded; `audit.rs`: what does not fit it
//! - `ledger_export.rs`: its lines for others to compute again; `ledger_proofs.rs`: proofs of what the ledger held, over the tree of `merkle.rs`
//! - `sites.rs`: how the pages of a site are read; `repeated_lines.rs`: the lines that a site repeats
//! - `hooks.rs`: who is told of changes, and what waits to be told; `news.rs`: which versions are news
//! - `recorded_since.rs`: which versions were recorded after a line of the ledger
//! - `watches/`: what is watched, and each page's next look
//! - `web/`: servers and pages that are asked over the network
//! - `upkeep.rs`: checks, counts and backups; `restore.rs`: puts a backup in the place of a store
//! - `holds.rs`: what is not published for the time being; `repair.rs`: what is done about damage
//! - `forget.rs`: removes for good what may not be kept; `tombstones.rs`: what is left of it
//! - `query_plans.rs`: shows tests by which index each query goes
//! - `plain_tables.rs`: another database, of plain tables, for those who ask in SQL
//! - `entry_versions.rs`: the database of another tracker, read only
//! - `rows.rs`: columns from and to values; `hash.rs`: hashes; `private_file.rs`: files for their owner alone; `pack.rs`: compression of texts; `error.rs`: what can fail
//!
//! ```text
//! store.write(|store| {            // one transaction; nothing is stored if it fails
//!     let article = store.add_article(…)?;
//!     store.add_version(…)
//! })
//! ```
//!
//! One file, readable by `sqlite3`: an archive must outlive its program. WAL,
//! so that readers never wait for the writer; every commit is synced to disk
//! before it is acknowledged.

#[cfg(test)]
mod alteration_tests;
mod articles;
mod audit;
mod captures;
mod copy;
mod derived;
mod entry_anchors;
#[cfg(feature = "fetch")]
mod entry_versions;
mod error;
mod forget;
mod hash;
mod holds;
#[cfg(feature = "fetch")]
mod hooks;
mod ledger;
mod ledger_export;
#[cfg(feature = "proof")]
mod ledger_proofs;
mod manual_edits;
#[cfg(feature = "proof")]
mod merkle;
mod migrate;
mod news;
mod pack;
mod plain_tables;
mod private_file;
#[cfg(test)]
mod query_plans;
#[cfg(test)]
mod read_only_tests;
mod recorded_since;
mod repair;
mod repeated_lines;
mod restore;
mod reviews;
mod rows;
mod search;
mod search_terms;
mod sites;
mod stories;
#[cfg(test)]
mod tests;
mod tombstones;
mod upkeep;
mod versions;
#[cfg(feature = "fetch")]
mod watches;
#[cfg(feature = "fetch")]
mod web;

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags, Transaction, TransactionBehavior};

pub use audit::{OriginalFault, VersionFault};
pub use captures::{CaptureLook, Neighbours, NewCapture};
pub(crate) use copy::rename_synced;
#[cfg(test)]
pub use derived::Corruption;
pub use derived::{Blocks, Packed};
pub use entry_anchors::AnchorRow;
#[cfg(feature = "fetch")]
pub use entry_versions::{EntryVersion, EntryVersions};
pub use error::StoreError;
pub use forget::Removal;
#[cfg(feature = "fetch")]
pub(crate) use hash::keyed_hash;
pub use holds::{Hold, HoldSubject};
#[cfg(feature = "fetch")]
pub use hooks::{DeliveryState, Hook, HookDelivery, HookId, Hooks};
#[cfg(feature = "proof")]
pub use ledger_proofs::{ConsistencyProof, InclusionProof, LedgerHead};
pub use migrate::NEWEST as NEWEST_SCHEMA;
#[cfg(test)]
pub use migrate::make_older;
pub use plain_tables::PlainTables;
pub use private_file::private_file;
pub use repeated_lines::RepeatedLineId;
pub use restore::{Occupied, Restoration};
pub use reviews::ReviewMark;
pub use search::{SearchMatch, SearchScope};
pub use search_terms::{SearchWish, search_wish};
pub use tombstones::{RemovedKind, Tombstone, Tombstones};
pub use upkeep::Counts;
pub use versions::{NewVersion, PackedTexts, hash_of};
#[cfg(feature = "fetch")]
pub use watches::{FARTHEST_LOOK, LEASE, PlanRole, PlanRow, Watch, WatchCounts, WatchId, WatchKind};
#[cfg(feature = "fetch")]
pub use web::{Doubt, HostState, PageId, PageLook, PageLookKind, PageState, SeenText, VariantRun};

type Result<T> = std::result::Result<T, StoreError>;

/// How long to wait for another process that writes.
const PATIENCE: Duration = Duration::from_mins(1);
/// How long to wait between two tries. `SQLite` itself waits the longer the more often it has tried, so that among many
/// writers those who came last are served first, and some never.
const TURN: Duration = Duration::from_millis(5);
/// Prepared statements that are cached: more than this program has.
const STATEMENTS: usize = 128;

/// An open archive.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    path: PathBuf,
    /// Where an older store was copied to before it was migrated.
    backup: Option<PathBuf>,
    /// A log of changes beside the file that could not be read.
    unseen_log: Option<PathBuf>,
}

impl Store {
    /// Opens the store at `path`; makes it, and the folders it lies in, where there is none.
    pub fn open(path: &Path) -> Result<Self> {
        if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            let failed = |source| StoreError::Folder { path: folder.to_owned(), source };
            std::fs::create_dir_all(folder).map_err(failed)?;
        }
        Self::open_with(path, OpenFlags::default(), PATIENCE)
    }

    /// Opens a store that must exist.
    #[cfg(test)]
    pub fn open_existing(path: &Path) -> Result<Self> {
        if !path.exists() {
            return Err(StoreError::Missing { path: path.to_owned() });
        }
        Self::open_with(path, OpenFlags::default() - OpenFlags::SQLITE_OPEN_CREATE, PATIENCE)
    }

    /// Opens a store that must exist, to read it only; an older one must have been migrated before.
    pub fn open_read_only(path: &Path) -> Result<Self> {
        if !path.exists() {
            return Err(StoreError::Missing { path: path.to_owned() });
        }
        let failed = |source| StoreError::of(path, source);
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(failed)?;
        connection.busy_timeout(PATIENCE).map_err(failed)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        migrate::refuse_older(&connection, path)?;
        connection.pragma_update(None, "cache_size", -16_384).map_err(failed)?;
        Ok(Self { connection, path: path.to_owned(), backup: None, unseen_log: None })
    }

    /// Opens a store of this process alone, which is gone with it.
    pub fn in_memory() -> Result<Self> {
        Self::open_with(Path::new(":memory:"), OpenFlags::default(), PATIENCE)
    }

    /// Opens a store and waits for no other process.
    #[cfg(test)]
    pub fn open_impatiently(path: &Path) -> Result<Self> {
        Self::open_with(path, OpenFlags::default(), Duration::ZERO)
    }

    /// Leaves no room for another page.
    #[cfg(test)]
    pub fn limit_pages(&self) {
        let pages: i64 = self.connection.pragma_query_value(None, "page_count", |row| row.get(0)).expect("a count");
        self.connection.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(())).expect("a limit");
    }

    fn open_with(path: &Path, flags: OpenFlags, patience: Duration) -> Result<Self> {
        if path.is_dir() {
            return Err(StoreError::Directory { path: path.to_owned() });
        }
        let failed = |source| StoreError::of(path, source);
        let mut connection = Connection::open_with_flags(path, flags).map_err(failed)?;
        if connection.is_readonly("main").map_err(failed)? {
            return Self::open_to_read(path);
        }
        match patience == PATIENCE {
            true => connection.busy_handler(Some(wait_for_turn)).map_err(failed)?,
            false => connection.busy_timeout(patience).map_err(failed)?,
        }
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        connection.pragma_update(None, "foreign_keys", true).map_err(failed)?;
        let backup = migrate::migrate(&mut connection, path)?;
        ledger::watch(&connection).map_err(failed)?;
        set_journal(&connection, patience).map_err(failed)?;
        // A power cut must not take back what was acknowledged.
        connection.pragma_update(None, "synchronous", "full").map_err(failed)?;
        connection.pragma_update(None, "cache_size", -65_536).map_err(failed)?;
        Ok(Self { connection, path: path.to_owned(), backup, unseen_log: None })
    }

    /// Opens a store that may not be written to: on a disk of that kind, or of another user.
    ///
    /// Where the log of changes beside it can be used, it is read with what its program has just written. Where not, the
    /// file is read as it lies, and what stands in the log alone is not seen.
    fn open_to_read(path: &Path) -> Result<Self> {
        match Self::open_read_only(path) {
            Err(StoreError::Sqlite { .. } | StoreError::ReadOnly { .. } | StoreError::Disk { .. }) => {}
            live => return live,
        }
        let failed = |source| StoreError::of(path, source);
        let connection = Self::open_immutable(path)?;
        connection.set_prepared_statement_cache_capacity(STATEMENTS);
        connection.pragma_update(None, "temp_store", "memory").map_err(failed)?;
        migrate::refuse_older(&connection, path)?;
        Ok(Self { connection, path: path.to_owned(), backup: None, unseen_log: log_of(path) })
    }

    /// Opens a database file as it lies, without a lock or a log.
    fn open_immutable(path: &Path) -> Result<Connection> {
        let escaped = path.display().to_string().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let address = format!("file:{escaped}?immutable=1");
        Connection::open_with_flags(address, flags).map_err(|source| StoreError::of(path, source))
    }

    /// Returns the path of the file.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Returns where the store was copied to before it was migrated just now.
    pub fn migration_backup(&self) -> Option<&Path> {
        self.backup.as_deref()
    }

    /// Returns the log of changes beside the file, where it holds some and could not be read.
    pub fn unseen_log(&self) -> Option<&Path> {
        self.unseen_log.as_deref()
    }

    /// Runs `work` in one transaction: all of it is stored, or nothing.
    ///
    /// The store is locked for writing at the start, so two processes queue up instead
    /// of failing half-way.
    pub fn write<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Self) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let begun = Transaction::new_unchecked(&self.connection, TransactionBehavior::Immediate);
        let transaction = begun.map_err(|source| self.failed(source))?;
        let done = work(self)?;
        ledger::write_touched(&self.connection).map_err(|source| self.failed(source))?;
        transaction.commit().map_err(|source| self.failed(source))?;
        Ok(done)
    }

    /// Runs `work`, which only reads, on the store as it is now: what others write meanwhile is not seen.
    pub fn read<T, E: From<StoreError>>(
        &self,
        work: impl FnOnce(&Self) -> std::result::Result<T, E>,
    ) -> std::result::Result<T, E> {
        let begun = Transaction::new_unchecked(&self.connection, TransactionBehavior::Deferred);
        let _until_dropped = begun.map_err(|source| self.failed(source))?;
        work(self)
    }

    fn failed(&self, source: rusqlite::Error) -> StoreError {
        StoreError::of(&self.path, source)
    }

    fn damaged(&self, what: impl Into<String>) -> StoreError {
        StoreError::Damaged { path: self.path.clone(), what: what.into() }
    }
}

/// Returns the log of changes beside a store, if it holds any.
fn log_of(path: &Path) -> Option<PathBuf> {
    let mut log = path.as_os_str().to_owned();
    log.push("-wal");
    let log = PathBuf::from(log);
    std::fs::metadata(&log).is_ok_and(|facts| 0 < facts.len()).then_some(log)
}

/// Waits for a store that another process writes to; returns whether to try again.
fn wait_for_turn(tries: i32) -> bool {
    std::thread::sleep(TURN);
    TURN * tries.unsigned_abs() < PATIENCE
}

/// Turns on the write-ahead log. `SQLite` does not wait for others here, as it does elsewhere: several programs that
/// begin a store at once would refuse one another.
fn set_journal(connection: &Connection, patience: Duration) -> rusqlite::Result<()> {
    const PAUSE: Duration = Duration::from_millis(20);
    let mut waited = Duration::ZERO;
    loop {
        let done = connection.pragma_update_and_check(None, "journal_mode", "wal", |_| Ok(()));
        let is_busy = matches!(&done, Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy));
        if !is_busy || patience <= waited {
            return done;
        }
        std::thread::sleep(PAUSE);
        waited += PAUSE;
    }
}
