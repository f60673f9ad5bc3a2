//! Turns values of `model` into columns and back.

use chrono::{DateTime, Utc};
use rusqlite::types::Type;
use rusqlite::{CachedStatement, Params, Row};

use super::{Result, Store};
use crate::model::DocumentTime;

/// Milliseconds since 1970: how instants stand in the store.
pub(super) fn millis(instant: DateTime<Utc>) -> i64 {
    instant.timestamp_millis()
}

/// Reads an instant from column `index`.
pub(super) fn instant(row: &Row<'_>, index: usize) -> rusqlite::Result<DateTime<Utc>> {
    let millis = row.get(index)?;
    DateTime::from_timestamp_millis(millis).ok_or(rusqlite::Error::IntegralValueOutOfRange(index, millis))
}

/// Reads an instant from column `index`, if it holds one.
pub(super) fn optional_instant(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<DateTime<Utc>>> {
    let millis: Option<i64> = row.get(index)?;
    millis.map(|_| instant(row, index)).transpose()
}

/// Writes a date as the page stated it.
pub(super) fn stated(time: Option<DocumentTime>) -> Option<String> {
    time.map(|time| time.to_string())
}

/// Reads a date as the page stated it from column `index`.
pub(super) fn document_time(row: &Row<'_>, index: usize) -> rusqlite::Result<Option<DocumentTime>> {
    let words: Option<String> = row.get(index)?;
    words.map(|words| words.parse().map_err(|error| unreadable(index, error))).transpose()
}

/// Returns the error for a text column that holds what this program never writes.
pub(super) fn unreadable(index: usize, error: impl std::error::Error + Send + Sync + 'static) -> rusqlite::Error {
    rusqlite::Error::FromSqlConversionFailure(index, Type::Text, Box::new(error))
}

impl Store {
    /// Returns the first row, if there is one.
    pub(super) fn first<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnOnce(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Option<T>> {
        use rusqlite::OptionalExtension as _;
        self.ready(sql)?.query_row(params, read).optional().map_err(|source| self.failed(source))
    }

    /// Returns every row.
    pub(super) fn all<T>(
        &self,
        sql: &str,
        params: impl Params,
        read: impl FnMut(&Row<'_>) -> rusqlite::Result<T>,
    ) -> Result<Vec<T>> {
        let mut statement = self.ready(sql)?;
        let rows = statement.query_map(params, read).map_err(|source| self.failed(source))?;
        rows.collect::<rusqlite::Result<_>>().map_err(|source| self.failed(source))
    }

    /// Changes rows and returns how many.
    pub(super) fn change(&self, sql: &str, params: impl Params) -> Result<usize> {
        self.ready(sql)?.execute(params).map_err(|source| self.failed(source))
    }

    /// Adds a row and returns its id.
    pub(super) fn insert(&self, sql: &str, params: impl Params) -> Result<i64> {
        self.ready(sql)?.insert(params).map_err(|source| self.failed(source))
    }

    /// Counts or adds up: the first column of the first row, 0 for none.
    pub(super) fn count(&self, sql: &str, params: impl Params) -> Result<usize> {
        let count: Option<Option<i64>> = self.first(sql, params, |row| row.get(0))?;
        Ok(count.flatten().unwrap_or(0) as usize)
    }

    fn ready(&self, sql: &str) -> Result<CachedStatement<'_>> {
        #[cfg(test)]
        super::query_plans::note(sql);
        self.connection.prepare_cached(sql).map_err(|source| self.failed(source))
    }
}
