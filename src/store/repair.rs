//! Does what can be done about damage: sets apart what cannot be read, builds indexes again, deletes nothing.

use std::path::PathBuf;

use rusqlite::params;

use super::copy::{copy_unverified, free_beside};
use super::rows::millis;
use super::{Result, Store};
use crate::model::VersionId;
use chrono::{DateTime, Utc};

impl Store {
    /// Copies the store beside itself as it is, damage included; returns where the copy is.
    pub fn keep_copy(&self, why: &str) -> Result<PathBuf> {
        let target = free_beside(&self.path, why);
        copy_unverified(&self.connection, &target)?;
        Ok(target)
    }

    /// Builds the indexes of every table again.
    pub fn rebuild_indexes(&self) -> Result<()> {
        self.connection.execute_batch("REINDEX").map_err(|source| self.failed(source))
    }

    /// Sets exactly these versions apart, each with its fault: they stay in the store, and no question reads them.
    pub fn set_apart(&self, versions: &[(VersionId, String)], now: DateTime<Utc>) -> Result<()> {
        const SQL: &str = "INSERT OR IGNORE INTO damaged (version_id, found, fault) VALUES (?1, ?2, ?3)";
        self.change("DELETE FROM damaged", [])?;
        for (version, fault) in versions {
            self.change(SQL, params![version.0, millis(now), fault])?;
        }
        Ok(())
    }

    /// Returns the versions that are set apart.
    pub fn versions_set_apart(&self) -> Result<Vec<VersionId>> {
        self.all("SELECT version_id FROM damaged ORDER BY version_id", [], |row| row.get(0).map(VersionId))
    }
}
