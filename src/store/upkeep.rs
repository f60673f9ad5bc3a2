//! Checks, counts and copies the file itself.

use std::path::Path;

use super::copy::copy;
use super::migrate::schema_faults;
use super::{Result, Store, StoreError};

/// How much there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub stories: usize,
    pub articles: usize,
    pub versions: usize,
    pub captures: usize,
    /// Size of the file, what is free in it included.
    pub bytes: u64,
    /// Compressed texts and facts of versions, in bytes.
    pub version_bytes: u64,
    /// Compressed pages and files as received, in bytes.
    pub original_bytes: u64,
    /// Compressed derived results, in bytes, without the word index.
    pub derived_bytes: u64,
}

impl Store {
    /// Returns how much the store holds.
    pub fn counts(&self) -> Result<Counts> {
        let count = |sql: &str| self.count(sql, []);
        Ok(Counts {
            stories: count("SELECT count(*) FROM story")?,
            articles: count("SELECT count(*) FROM article")?,
            versions: count("SELECT count(*) FROM version")?,
            captures: count("SELECT count(*) FROM capture")?,
            bytes: count("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size")? as u64,
            version_bytes: count("SELECT sum(length(packed)) FROM body")? as u64,
            original_bytes: count("SELECT sum(length(packed)) FROM original")? as u64,
            derived_bytes: count(
                "SELECT (SELECT ifnull(sum(length(packed)), 0) FROM reading)
                    + (SELECT ifnull(sum(length(packed)), 0) FROM comparison)
                    + (SELECT ifnull(sum(length(packed)), 0) FROM thread)
                    + (SELECT ifnull(sum(length(packed)), 0) FROM chronology)
                    + (SELECT ifnull(sum(length(packed)), 0) FROM chronicle)",
            )? as u64,
        })
    }

    /// Returns what `SQLite` finds wrong with the file, its indexes and its references, and what its tables should be.
    pub fn file_faults(&self) -> Result<Vec<String>> {
        let said = self.all("PRAGMA integrity_check(100)", [], |row| row.get::<_, String>(0))?;
        let mut faults: Vec<String> = said.into_iter().filter(|line| line != "ok").collect();
        faults.extend(schema_faults(&self.connection).map_err(|source| self.failed(source))?);
        let dangling = self.all("PRAGMA foreign_key_check", [], |row| row.get::<_, String>(0))?;
        faults.extend(dangling.into_iter().map(|table| format!("a row of `{table}` refers to one that is gone")));
        let homeless =
            "SELECT count(*) FROM version WHERE NOT EXISTS (SELECT 1 FROM capture WHERE version_id = version.id)";
        match self.count(homeless, [])? {
            0 => {}
            n => faults.push(format!("{n} versions were never captured")),
        }
        // The index is asked by a statement that writes.
        if self.connection.is_readonly("main").map_err(|source| self.failed(source))? {
            return Ok(faults);
        }
        if let Err(error) = self.connection.execute_batch("INSERT INTO passage (passage) VALUES ('integrity-check')") {
            match self.failed(error) {
                // Whether it is well cannot be told while another program writes.
                busy @ StoreError::Busy { .. } => return Err(busy),
                error => faults.push(format!("the word index is broken: {error}")),
            }
        }
        Ok(faults)
    }

    /// Writes the file anew without what is free in it. Readers read on meanwhile; a writer waits, a minute at most.
    pub fn vacuum(&self) -> Result<()> {
        let vacuum = "VACUUM; PRAGMA wal_checkpoint(TRUNCATE)";
        self.connection.execute_batch(vacuum).map_err(|source| self.failed(source))
    }

    /// Copies the store to `target` while others may go on using it.
    ///
    /// `watch` receives how many pages of how many are copied.
    pub fn backup(&self, target: &Path, watch: impl FnMut(usize, usize)) -> Result<()> {
        copy(&self.connection, target, watch)
    }
}
