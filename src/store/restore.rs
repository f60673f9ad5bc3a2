//! Puts a backup in the place of a store: copied, checked, and only then given the name.
//!
//! ```text
//! begin     backup.db  ->  store.db.restoring     copied and read; migrated if it is older
//!           (the caller removes from it what tombstones name)
//! finish    store.db   ->  store.db.replaced.bak  what stood there is kept
//!           store.db.restoring  ->  store.db
//! ```

use std::path::{Path, PathBuf};

use rusqlite::{Connection, OpenFlags};

use super::copy::{beside, copy, copy_into, copy_pages, copy_unverified, free_beside, put_in_place};
use super::copy::{remove_database, verify};
use super::error::StoreError;
use super::tombstones::Tombstones;
use super::{PATIENCE, Result, Store, migrate};

/// What becomes of a store that stands where a backup is put back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occupied {
    /// Nothing is done.
    Refuse,
    /// It is kept beside, under another name.
    Replace,
}

/// A backup on its way into the place of a store; what is not finished leaves nothing behind.
#[derive(Debug)]
pub struct Restoration {
    part: PathBuf,
    target: PathBuf,
}

impl Restoration {
    /// Copies the backup `file` to a place beside `target` and opens the copy.
    pub fn begin(
        file: &Path,
        target: &Path,
        occupied: Occupied,
        watch: impl FnMut(usize, usize),
    ) -> Result<(Self, Store)> {
        if occupied == Occupied::Refuse && target.exists() {
            return Err(StoreError::Occupied { path: target.to_owned() });
        }
        if let Some(folder) = target.parent().filter(|folder| !folder.as_os_str().is_empty()) {
            let failed = |source| StoreError::Folder { path: folder.to_owned(), source };
            std::fs::create_dir_all(folder).map_err(failed)?;
        }
        let source = connect(file)?;
        let own = Self { part: beside(target, "restoring"), target: target.to_owned() };
        remove_database(&own.part);
        copy_pages(&source, &own.part, watch).map_err(|error| StoreError::of(file, error))?;
        verify(&source, &own.part)?;
        let store = Store::open(&own.part)?;
        if let Some(copy) = store.migration_backup() {
            // The backup itself stays as it is, so its copy needs none.
            let _ = std::fs::remove_file(copy);
        }
        Ok((own, store))
    }

    /// Returns what was removed for legal reasons from the store that the backup takes the place of.
    pub fn tombstones(&self) -> Result<Tombstones> {
        Tombstones::read(&self.target)
    }

    /// Gives the copy the place of the store; returns where the one that stood there is kept.
    pub fn finish(self, store: Store) -> Result<Option<PathBuf>> {
        let failed = |source| StoreError::of(&self.part, source);
        store.connection.pragma_update_and_check(None, "journal_mode", "delete", |_| Ok(())).map_err(failed)?;
        drop(store);
        if !self.target.exists() {
            // A log of a store that is gone must not be taken for one of this store.
            remove_database(&self.target);
            put_in_place(&self.part, &self.target)?;
            return Ok(None);
        }
        let kept = free_beside(&self.target, "replaced");
        match self.replace(&kept) {
            Ok(()) => {}
            Err(StoreError::Foreign { .. } | StoreError::Damaged { .. }) => {
                // Too damaged to be opened: nobody else can have it open.
                std::fs::rename(&self.target, &kept)
                    .map_err(|source| StoreError::Folder { path: kept.clone(), source })?;
                remove_database(&self.target);
                put_in_place(&self.part, &self.target)?;
            }
            Err(error) => return Err(error),
        }
        Ok(Some(kept))
    }

    /// Copies the backup over a store that other processes may have open: they see it whole, or not at all.
    fn replace(&self, kept: &Path) -> Result<()> {
        let failed = |source| StoreError::of(&self.target, source);
        let mut target = Connection::open(&self.target).map_err(failed)?;
        target.busy_timeout(PATIENCE).map_err(failed)?;
        match copy(&target, kept, |_, _| ()) {
            Err(StoreError::BadCopy { .. }) => copy_unverified(&target, kept)?,
            done => done?,
        }
        let part = Connection::open(&self.part).map_err(failed)?;
        copy_into(&part, &mut target, |_, _| ()).map_err(failed)?;
        verify(&part, &self.target)
    }
}

impl Drop for Restoration {
    fn drop(&mut self) {
        remove_database(&self.part);
    }
}

impl Store {
    /// Opens a backup of this very schema to read it, also where nothing can be written beside it.
    pub fn open_backup(file: &Path) -> Result<Self> {
        let connection = connect(file)?;
        migrate::refuse_older(&connection, file)?;
        Ok(Self { connection, path: file.to_owned(), backup: None, unseen_log: None })
    }

    /// Refuses a store, named `file` in the error, whose ledger or versions are not as recorded.
    pub fn refuse_faulty(&self, file: &Path) -> Result<()> {
        let mut faults = self.ledger_faults()?;
        for article in self.articles()? {
            faults.extend(self.version_faults(article.id)?.into_iter().map(|fault| fault.what));
            faults.extend(self.original_faults(article.id)?.into_iter().map(|fault| fault.what));
        }
        match faults.into_iter().next() {
            None => Ok(()),
            Some(what) => Err(StoreError::Damaged { path: file.to_owned(), what }),
        }
    }
}

/// Connects to a backup to read it, also where nothing can be written beside it.
fn connect(file: &Path) -> Result<Connection> {
    if !file.exists() {
        return Err(StoreError::Missing { path: file.to_owned() });
    }
    if file.is_dir() {
        return Err(StoreError::Directory { path: file.to_owned() });
    }
    let failed = |source| StoreError::of(file, source);
    let mut log = file.as_os_str().to_owned();
    log.push("-wal");
    let has_log = Path::new(&log).exists();
    let source = match has_log {
        true => Connection::open_with_flags(file, OpenFlags::SQLITE_OPEN_READ_WRITE).map_err(failed)?,
        false => Store::open_immutable(file)?,
    };
    migrate::refuse_unknown(&source, file)?;
    Ok(source)
}
