//! Copies a database file page by page while other processes may use it, and reads the copy to see that it is whole.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::backup::{Backup, StepResult};
use rusqlite::{Connection, OpenFlags, OptionalExtension as _};

use super::error::StoreError;
use super::hash::Hash;

/// Pages copied before other processes get a turn.
const PAGES_A_STEP: i32 = 1024;
/// How long to let another process write before the copy goes on.
const A_MOMENT: Duration = Duration::from_millis(20);

/// Copies a whole database; the copy is complete, sound and on disk, or not there.
pub(super) fn copy(connection: &Connection, target: &Path, watch: impl FnMut(usize, usize)) -> Result<(), StoreError> {
    copy_if(connection, target, watch, |part| verify(connection, part))
}

/// Copies a whole database as it is, damage included.
pub(super) fn copy_unverified(connection: &Connection, target: &Path) -> Result<(), StoreError> {
    copy_if(connection, target, |_, _| (), |_| Ok(()))
}

fn copy_if(
    connection: &Connection,
    target: &Path,
    watch: impl FnMut(usize, usize),
    is_whole: impl FnOnce(&Path) -> Result<(), StoreError>,
) -> Result<(), StoreError> {
    if target.exists() {
        return Err(StoreError::Taken { path: target.to_owned() });
    }
    let part = beside(target, "part");
    remove_database(&part);
    let done = copy_pages(connection, &part, watch).map_err(|source| StoreError::of(target, source));
    let done = done.and_then(|()| is_whole(&part)).and_then(|()| put_in_place(&part, target));
    if done.is_err() {
        // What is left of a failed copy is of no use; the store itself is untouched.
        remove_database(&part);
    }
    done
}

/// Copies every page of a database to the file `part`.
pub(super) fn copy_pages(
    connection: &Connection,
    part: &Path,
    watch: impl FnMut(usize, usize),
) -> rusqlite::Result<()> {
    let mut copy = Connection::open(part)?;
    copy_into(connection, &mut copy, watch)?;
    // One file, without a log beside it: it can be moved, and read where nothing can be written.
    copy.pragma_update_and_check(None, "journal_mode", "delete", |_| Ok(()))?;
    copy.close().map_err(|(_, error)| error)
}

/// Copies every page of a database over those of another one, in one transaction of that one.
pub(super) fn copy_into(
    connection: &Connection,
    copy: &mut Connection,
    mut watch: impl FnMut(usize, usize),
) -> rusqlite::Result<()> {
    let backup = Backup::new(connection, copy)?;
    loop {
        let step = backup.step(PAGES_A_STEP)?;
        let pages = backup.progress();
        watch((pages.pagecount - pages.remaining) as usize, pages.pagecount as usize);
        match step {
            StepResult::Done => return Ok(()),
            StepResult::More => {}
            _ => std::thread::sleep(A_MOMENT),
        }
    }
}

/// Reads a copy from disk: every page of it is sound, and its ledger ends with a line of the original's.
///
/// The original may have grown meanwhile, so its end need not be that of the copy.
pub(super) fn verify(original: &Connection, part: &Path) -> Result<(), StoreError> {
    const END: &str = "SELECT number, chain FROM ledger ORDER BY number DESC LIMIT 1";
    let failed = |source| StoreError::of(part, source);
    let bad = |what: String| StoreError::BadCopy { path: part.to_owned(), what };
    let copy = Connection::open_with_flags(part, OpenFlags::SQLITE_OPEN_READ_ONLY).map_err(failed)?;
    let said: String = copy.query_one("PRAGMA integrity_check(1)", [], |row| row.get(0)).map_err(failed)?;
    if said != "ok" {
        return Err(bad(said));
    }
    if !copy.table_exists(None, "ledger").map_err(failed)? {
        return Ok(());
    }
    let end: Option<(i64, Hash)> =
        copy.query_row(END, [], |row| Ok((row.get(0)?, row.get(1)?))).optional().map_err(failed)?;
    let Some((number, chain)) = end else { return Ok(()) };
    let line = "SELECT chain FROM ledger WHERE number = ?1";
    let original: Option<Hash> = original.query_row(line, [number], |row| row.get(0)).optional().map_err(failed)?;
    match original == Some(chain) {
        true => Ok(()),
        false => Err(bad(format!("line {number} of its ledger is another one"))),
    }
}

/// Gives a finished file its name; both are on disk afterwards.
pub(super) fn put_in_place(part: &Path, target: &Path) -> Result<(), StoreError> {
    rename_synced(part, target).map_err(|source| StoreError::Folder { path: target.to_owned(), source })
}

/// Gives a finished file its name, in place of a file that has it; both are on disk afterwards.
pub(crate) fn rename_synced(part: &Path, target: &Path) -> std::io::Result<()> {
    File::open(part)?.sync_all()?;
    std::fs::rename(part, target)?;
    match target.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        Some(folder) if cfg!(unix) => File::open(folder)?.sync_all(),
        _ => Ok(()),
    }
}

/// Removes a database file with the files that `SQLite` keeps beside it, as far as they are there.
pub(super) fn remove_database(path: &Path) {
    for end in ["", "-wal", "-shm", "-journal"] {
        let mut name = path.as_os_str().to_owned();
        name.push(end);
        let _ = std::fs::remove_file(name);
    }
}

/// Returns the path of a file beside another one: its name with an ending.
pub(super) fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(ending);
    name.into()
}

/// Returns the first free name for a copy beside a store: `store.db.WHY.bak`.
pub(super) fn free_beside(path: &Path, why: &str) -> PathBuf {
    let name = |n: usize| match n {
        0 => beside(path, &format!("{why}.bak")),
        n => beside(path, &format!("{why}.{n}.bak")),
    };
    (0..usize::MAX).map(name).find(|name| !name.exists()).expect("some number is free")
}
