//! Writes plain tables into a database of their own, for people and programs that ask in SQL.
//!
//! The archive itself packs its texts and what was derived; here each value is a column. The file is written for reading:
//! no ledger, no triggers, indexes only on the names by which tables are joined.

use std::path::{Path, PathBuf};

use rusqlite::{Connection, params_from_iter};

use super::{Result, StoreError};
use crate::model::{PlainTable, PlainType};

/// A database of plain tables that is being written.
#[derive(Debug)]
pub struct PlainTables {
    connection: Connection,
    path: PathBuf,
    /// Statements that make the indexes, once all rows are there.
    indexes: Vec<String>,
}

impl PlainTables {
    /// Makes a database at `path`, where nothing may stand.
    pub fn create(path: &Path) -> Result<Self> {
        let failed = |source| StoreError::of(path, source);
        let connection = Connection::open(path).map_err(failed)?;
        // Nothing is lost with a file that was not finished: it is written anew.
        connection.pragma_update_and_check(None, "journal_mode", "off", |_| Ok(())).map_err(failed)?;
        connection.pragma_update(None, "synchronous", "off").map_err(failed)?;
        connection.execute_batch("BEGIN").map_err(failed)?;
        Ok(Self { connection, path: path.to_owned(), indexes: Vec::new() })
    }

    /// Makes a table.
    pub fn add_table(&mut self, table: &PlainTable) -> Result<()> {
        let column = |(name, kind): &(&str, PlainType)| match kind {
            PlainType::Text => format!("\"{name}\" TEXT"),
            PlainType::Number => format!("\"{name}\" INTEGER"),
        };
        let columns: Vec<String> = table.columns.iter().map(column).collect();
        let (name, keys) = (table.name, table.joined_by.join(", "));
        self.indexes.push(format!("CREATE INDEX \"{name}_names\" ON \"{name}\" ({keys})"));
        self.run(&format!("CREATE TABLE \"{}\" ({}) STRICT", table.name, columns.join(", ")))
    }

    /// Adds a row; an empty cell is NULL.
    pub fn add_row(&self, table: &PlainTable, cells: &[&str]) -> Result<()> {
        let places = vec!["?"; table.columns.len()].join(", ");
        let sql = format!("INSERT INTO \"{}\" VALUES ({places})", table.name);
        let mut statement = self.connection.prepare_cached(&sql).map_err(|source| self.failed(source))?;
        let cells = cells.iter().map(|cell| (!cell.is_empty()).then_some(cell));
        statement.execute(params_from_iter(cells)).map(drop).map_err(|source| self.failed(source))
    }

    /// Makes the indexes by which tables are joined, and sure that all is on disk.
    pub fn finish(self) -> Result<()> {
        self.indexes.iter().try_for_each(|sql| self.run(sql))?;
        self.run("COMMIT; PRAGMA synchronous = full; ANALYZE;")
    }

    fn run(&self, sql: &str) -> Result<()> {
        self.connection.execute_batch(sql).map_err(|source| self.failed(source))
    }

    fn failed(&self, source: rusqlite::Error) -> StoreError {
        StoreError::of(&self.path, source)
    }
}
