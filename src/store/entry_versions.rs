//! Reads the versions that diffengine keeps, and the NewsEdits corpora in its form: the table `entryversion` of another
//! program's database.
//!
//! The database is not ours and is not trusted: it is opened to be read only, functions and virtual tables that its schema
//! names are not run, what is called `entryversion` must be a table and no view, and a longer text is passed over unread.

use std::path::{Path, PathBuf};

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags, OptionalExtension as _, Row, params};

use super::{Result, StoreError};

/// A row of `entryversion`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryVersion {
    /// Number of the page.
    pub entry: String,
    pub title: Option<String>,
    pub url: Option<String>,
    /// As it stands there: `2017-01-19 12:30:00.123456`, in UTC.
    pub created: String,
    /// The text; `None` where it is longer than the limit.
    pub summary: Option<String>,
    /// Name of the feed that named the page.
    pub feed: Option<String>,
}

/// A database with the table `entryversion`.
#[derive(Debug)]
pub struct EntryVersions {
    connection: Connection,
    path: PathBuf,
    has_feeds: bool,
    /// The number of the row that was read last.
    last: i64,
    max_bytes: usize,
}

impl EntryVersions {
    /// Opens a database; texts longer than `max_bytes` are passed over.
    pub fn open(path: &Path, max_bytes: usize) -> Result<Self> {
        if !path.is_file() {
            return Err(StoreError::Missing { path: path.to_owned() });
        }
        let failed = |source| StoreError::of(path, source);
        let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
        let connection = Connection::open_with_flags(path, flags).map_err(failed)?;
        for (setting, on) in [
            (DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true),
            (DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false),
            (DbConfig::SQLITE_DBCONFIG_ENABLE_TRIGGER, false),
            (DbConfig::SQLITE_DBCONFIG_ENABLE_VIEW, false),
        ] {
            connection.set_db_config(setting, on).map_err(failed)?;
        }
        connection.pragma_update(None, "query_only", true).map_err(failed)?;
        connection.pragma_update(None, "cell_size_check", true).map_err(failed)?;
        let columns = |table: &str| columns(&connection, table).map_err(failed);
        let own = columns("entryversion")?;
        let needed = ["id", "entry_id", "title", "url", "summary", "created"];
        if let Some(missing) = needed.iter().find(|column| !own.iter().any(|own| own == *column)) {
            let what = match own.is_empty() {
                true => "it has no table `entryversion`".to_owned(),
                false => format!("its table `entryversion` has no column `{missing}`"),
            };
            return Err(StoreError::Damaged { path: path.to_owned(), what });
        }
        let has = |columns: &[String], names: &[&str]| names.iter().all(|name| columns.iter().any(|own| own == name));
        let has_feeds =
            has(&columns("feed")?, &["url", "name"]) && has(&columns("feedentry")?, &["feed_id", "entry_id"]);
        Ok(Self { connection, path: path.to_owned(), has_feeds, last: i64::MIN, max_bytes })
    }

    /// Returns the next row, in order of number; none at the end.
    pub fn next_row(&mut self) -> Result<Option<EntryVersion>> {
        const PLAIN: &str = "SELECT rowid, entry_id, title, url, created,
                CASE WHEN length(CAST(summary AS BLOB)) <= ?2 THEN summary END, NULL
            FROM main.entryversion WHERE ?1 < rowid ORDER BY rowid LIMIT 1";
        const WITH_FEEDS: &str = "SELECT rowid, entry_id, title, url, created,
                CASE WHEN length(CAST(summary AS BLOB)) <= ?2 THEN summary END,
                (SELECT feed.name FROM main.feedentry JOIN main.feed ON feed.url = feed_id
                    WHERE feedentry.entry_id = entryversion.entry_id LIMIT 1)
            FROM main.entryversion WHERE ?1 < rowid ORDER BY rowid LIMIT 1";
        let failed = |source| StoreError::of(&self.path, source);
        let sql = if self.has_feeds { WITH_FEEDS } else { PLAIN };
        let mut statement = self.connection.prepare_cached(sql).map_err(failed)?;
        let next = statement
            .query_row(params![self.last, self.max_bytes as i64], entry_version_of)
            .optional()
            .map_err(failed)?;
        let Some((number, row)) = next else { return Ok(None) };
        self.last = number;
        Ok(Some(row))
    }
}

/// Reads a row; what is no text where a text belongs is none.
fn entry_version_of(row: &Row<'_>) -> rusqlite::Result<(i64, EntryVersion)> {
    let text = |column: usize| -> rusqlite::Result<Option<String>> {
        use rusqlite::types::ValueRef;
        Ok(match row.get_ref(column)? {
            ValueRef::Text(bytes) => Some(String::from_utf8_lossy(bytes).into_owned()),
            ValueRef::Integer(number) => Some(number.to_string()),
            _ => None,
        })
    };
    let version = EntryVersion {
        entry: text(1)?.unwrap_or_default(),
        title: text(2)?,
        url: text(3)?,
        created: text(4)?.unwrap_or_default(),
        summary: text(5)?,
        feed: text(6)?,
    };
    Ok((row.get(0)?, version))
}

/// Returns the columns of a table; none where there is no table of this name, or a view.
fn columns(connection: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    const SQL: &str = "SELECT info.name FROM main.sqlite_schema AS own, pragma_table_info(own.name) AS info
        WHERE own.type = 'table' AND own.name = ?1 AND own.sql NOT LIKE 'CREATE VIRTUAL%'";
    let mut statement = connection.prepare(SQL)?;
    let names = statement.query_map([table], |row| row.get::<_, String>(0))?;
    names.map(|name| name.map(|name| name.to_lowercase())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn database(sql: &str) -> (tempfile::TempDir, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("diffs.db");
        Connection::open(&path).unwrap().execute_batch(sql).unwrap();
        (folder, path)
    }

    const TABLE: &str = "CREATE TABLE entryversion (id INTEGER PRIMARY KEY, entry_id, version, created, title, url, num_versions, summary);";

    #[test]
    fn rows_come_in_order_and_odd_values_are_none() {
        let rows =
            "INSERT INTO entryversion VALUES (7, 1, 1, '2012-08-01 12:00:00', x'00ff', 'https://a.example/', 2, 'b');
            INSERT INTO entryversion VALUES (3, 'x', 0, '2012-08-01 11:00:00', 'A', NULL, 2, zeroblob(2000));";
        let (_folder, path) = database(&format!("{TABLE}{rows}"));
        let mut found = EntryVersions::open(&path, 1000).unwrap();
        let rows = [found.next_row().unwrap().unwrap(), found.next_row().unwrap().unwrap()];
        assert_eq!((rows[0].entry.as_str(), &rows[0].summary, &rows[1].title), ("x", &None, &None));
        assert_eq!(rows[1].summary.as_deref(), Some("b"));
        assert_eq!(found.next_row().unwrap(), None);
    }

    #[test]
    fn what_only_looks_like_the_table_is_refused() {
        let check = |sql: &str, want: &str| {
            let (_folder, path) = database(sql);
            let refused = EntryVersions::open(&path, 1000).map(drop).unwrap_err();
            assert!(refused.to_string().contains(want) || format!("{refused:?}").contains(want), "{refused:?}");
        };
        check("CREATE TABLE other (id)", "no table `entryversion`");
        check("CREATE TABLE entryversion (id, entry_id, title, url, created)", "no column `summary`");
        let view = format!("{} CREATE VIEW entryversion AS SELECT * FROM t", TABLE.replace("entryversion", "t"));
        check(&view, "no table `entryversion`");
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.db");
        assert!(matches!(EntryVersions::open(&path, 1), Err(StoreError::Missing { .. })));
        std::fs::write(&path, "no database at all, but long enough to look like one".repeat(50)).unwrap();
        assert!(EntryVersions::open(&path, 1).is_err());
    }
}
