//! Copies a database file page by page while other processes may use it.

use std::path::Path;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};

use super::error::StoreError;

/// Pages copied before other processes get a turn.
const PAGES_A_STEP: i32 = 1024;
/// How long to let another process write before the copy goes on.
const A_MOMENT: Duration = Duration::from_millis(20);

/// Copies a whole database; the copy is complete or not there.
pub(super) fn copy(connection: &Connection, target: &Path, watch: impl FnMut(usize, usize)) -> Result<(), StoreError> {
    if target.exists() {
        return Err(StoreError::Taken { path: target.to_owned() });
    }
    let mut part = target.as_os_str().to_owned();
    part.push(".part");
    let part = Path::new(&part);
    let done = copy_pages(connection, part, watch).map_err(|source| StoreError::of(target, source));
    let done = done.and_then(|()| {
        std::fs::rename(part, target).map_err(|source| StoreError::Folder { path: target.to_owned(), source })
    });
    if done.is_err() {
        // What is left of a failed copy is of no use; the store itself is untouched.
        let _ = std::fs::remove_file(part);
    }
    done
}

fn copy_pages(connection: &Connection, part: &Path, mut watch: impl FnMut(usize, usize)) -> rusqlite::Result<()> {
    let mut copy = Connection::open(part)?;
    let backup = Backup::new(connection, &mut copy)?;
    loop {
        let step = backup.step(PAGES_A_STEP)?;
        let pages = backup.progress();
        watch((pages.pagecount - pages.remaining) as usize, pages.pagecount as usize);
        match step {
            StepResult::Done => break,
            StepResult::More => {}
            _ => std::thread::sleep(A_MOMENT),
        }
    }
    drop(backup);
    copy.close().map_err(|(_, error)| error)
}
