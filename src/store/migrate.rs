//! Brings a store's tables to the shape this program knows.
//!
//! A new store gets all of `migrations/`. An older one is first copied beside
//! itself (`writethru.db` → `writethru.db.schema-1.bak`), then changed in one
//! transaction together with its number. A newer one is refused: guessing at
//! tables nobody knows would put the archive at risk.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use rusqlite::{Connection, TransactionBehavior};

use super::copy::{copy, free_beside};
use super::error::StoreError;
use super::ledger;

/// Every migration, oldest first; a released one is never edited.
const FILES: [(&str, &str); 21] = [
    ("0001_archive.sql", include_str!("../../migrations/0001_archive.sql")),
    ("0002_derived.sql", include_str!("../../migrations/0002_derived.sql")),
    ("0003_by_hand.sql", include_str!("../../migrations/0003_by_hand.sql")),
    ("0004_chronicle.sql", include_str!("../../migrations/0004_chronicle.sql")),
    ("0005_ledger.sql", include_str!("../../migrations/0005_ledger.sql")),
    ("0006_fetch.sql", include_str!("../../migrations/0006_fetch.sql")),
    ("0007_watch.sql", include_str!("../../migrations/0007_watch.sql")),
    ("0008_review.sql", include_str!("../../migrations/0008_review.sql")),
    ("0009_safety.sql", include_str!("../../migrations/0009_safety.sql")),
    ("0010_hooks.sql", include_str!("../../migrations/0010_hooks.sql")),
    ("0011_gone.sql", include_str!("../../migrations/0011_gone.sql")),
    ("0012_site.sql", include_str!("../../migrations/0012_site.sql")),
    ("0013_identity.sql", include_str!("../../migrations/0013_identity.sql")),
    ("0014_hidden_marks.sql", include_str!("../../migrations/0014_hidden_marks.sql")),
    ("0015_edits.sql", include_str!("../../migrations/0015_edits.sql")),
    ("0016_names.sql", include_str!("../../migrations/0016_names.sql")),
    ("0017_hook_due.sql", include_str!("../../migrations/0017_hook_due.sql")),
    ("0018_repeated_lines.sql", include_str!("../../migrations/0018_repeated_lines.sql")),
    ("0019_watch_hours.sql", include_str!("../../migrations/0019_watch_hours.sql")),
    ("0020_recovery.sql", include_str!("../../migrations/0020_recovery.sql")),
    ("0021_removed_words.sql", include_str!("../../migrations/0021_removed_words.sql")),
];

/// Marks a file as ours: "wtru" in ASCII, where `SQLite` keeps the application's id.
const APPLICATION_ID: i32 = 0x7774_7275;

/// The first schema with a ledger.
const LEDGER: usize = 5;

/// Number of the newest schema this program knows.
pub const NEWEST: usize = FILES.len();

/// Migrates the store behind `connection`; returns where the backup of an older one lies.
pub(super) fn migrate(connection: &mut Connection, path: &Path) -> Result<Option<PathBuf>, StoreError> {
    let failed = |source| StoreError::of(path, source);
    let found = schema_of(connection).map_err(failed)?;
    if found == 0 {
        refuse_foreign(connection, path)?;
    } else if is_foreign(connection).map_err(failed)? {
        return Err(StoreError::Foreign { path: path.to_owned() });
    }
    if found > NEWEST {
        return Err(StoreError::Newer { path: path.to_owned(), found, known: NEWEST });
    }
    if found == NEWEST {
        return Ok(None);
    }
    let backup = (found > 0).then(|| free_beside(path, &format!("schema-{found}")));
    if let Some(backup) = &backup {
        copy(connection, backup, |_, _| ())?;
    }
    run(connection, path)?;
    Ok(backup)
}

/// Returns in what the tables, indexes, views and triggers of a store are not those that the migrations make.
///
/// A table that another program keeps in the same file is its own matter; a trigger or a view of its own is not.
pub(super) fn schema_faults(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    const SQL: &str = "SELECT type, name, sql FROM main.sqlite_schema WHERE name NOT LIKE 'sqlite_%'";
    let read = |connection: &Connection| -> rusqlite::Result<BTreeMap<(String, String), Option<String>>> {
        let mut rows = connection.prepare(SQL)?;
        let rows = rows.query_map([], |row| Ok(((row.get(0)?, row.get(1)?), row.get(2)?)))?;
        rows.collect()
    };
    let made = Connection::open_in_memory()?;
    FILES.iter().try_for_each(|(_, sql)| made.execute_batch(sql))?;
    let (mut found, wanted) = (read(connection)?, read(&made)?);
    let mut faults = Vec::new();
    for ((kind, name), sql) in wanted {
        match found.remove(&(kind.clone(), name.clone())) {
            Some(own) if own == sql => {}
            Some(_) => faults.push(format!("the {kind} `{name}` is not as this program makes it")),
            None => faults.push(format!("the {kind} `{name}` is gone")),
        }
    }
    let acts = |kind: &str| matches!(kind, "trigger" | "view");
    let others = found.into_keys().filter(|(kind, _)| acts(kind));
    faults.extend(others.map(|(kind, name)| format!("the {kind} `{name}` is not this program's")));
    Ok(faults)
}

/// Refuses what is no store, or one that only a newer program can read.
pub(super) fn refuse_unknown(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let failed = |source| StoreError::of(path, source);
    let found = schema_of(connection).map_err(failed)?;
    if found == 0 || is_foreign(connection).map_err(failed)? {
        return Err(StoreError::Foreign { path: path.to_owned() });
    }
    match found <= NEWEST {
        true => Ok(()),
        false => Err(StoreError::Newer { path: path.to_owned(), found, known: NEWEST }),
    }
}

/// Refuses a store of another schema that cannot be migrated where it lies.
pub(super) fn refuse_older(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    refuse_unknown(connection, path)?;
    let found = schema_of(connection).map_err(|source| StoreError::of(path, source))?;
    match found == NEWEST {
        true => Ok(()),
        false => Err(StoreError::OlderReadOnly { path: path.to_owned(), found }),
    }
}

/// Runs what is missing. Another process may do the same: whoever comes second finds it done.
fn run(connection: &mut Connection, path: &Path) -> Result<(), StoreError> {
    let failed = |source| StoreError::of(path, source);
    let lock = connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(failed)?;
    let found = schema_of(&lock).map_err(failed)?;
    for (_, sql) in FILES.iter().skip(found) {
        lock.execute_batch(sql).map_err(failed)?;
    }
    if found < LEDGER {
        ledger::write_all(&lock).map_err(failed)?;
    }
    lock.pragma_update(None, "application_id", APPLICATION_ID).map_err(failed)?;
    lock.pragma_update(None, "user_version", NEWEST as i64).map_err(failed)?;
    lock.commit().map_err(failed)
}

fn schema_of(connection: &Connection) -> rusqlite::Result<usize> {
    connection.pragma_query_value(None, "user_version", |row| row.get::<_, i64>(0)).map(|found| found.max(0) as usize)
}

fn is_foreign(connection: &Connection) -> rusqlite::Result<bool> {
    connection.pragma_query_value(None, "application_id", |row| row.get::<_, i32>(0)).map(|id| id != APPLICATION_ID)
}

/// Refuses a database without our number that holds somebody's tables.
fn refuse_foreign(connection: &Connection, path: &Path) -> Result<(), StoreError> {
    let tables = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0));
    match tables.map_err(|source| StoreError::of(path, source))? {
        0 => Ok(()),
        // Another process made the store just now.
        _ if !is_foreign(connection).map_err(|source| StoreError::of(path, source))? => Ok(()),
        _ => Err(StoreError::Foreign { path: path.to_owned() }),
    }
}

/// Makes a store of an older schema.
#[cfg(test)]
pub fn make_older(path: &Path, schema: usize) {
    let connection = Connection::open(path).expect("a new file");
    FILES.iter().take(schema).for_each(|(_, sql)| connection.execute_batch(sql).expect("a migration runs"));
    connection.pragma_update(None, "application_id", APPLICATION_ID).expect("pragma");
    connection.pragma_update(None, "user_version", schema as i64).expect("pragma");
}
