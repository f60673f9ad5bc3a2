//! Defines why the store could not do what was asked.

use std::path::{Path, PathBuf};

use rusqlite::ErrorCode;

/// Why the store could not do what was asked. Nothing recorded before is lost by any of these.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    #[error("{} is a directory, and the store is one file", path.display())]
    Directory { path: PathBuf },
    #[error("cannot make the folder {}", path.display())]
    Folder { path: PathBuf, source: std::io::Error },
    #[error("there is no store at {}", path.display())]
    Missing { path: PathBuf },
    #[error("{} is no store of writethru", path.display())]
    Foreign { path: PathBuf },
    #[error("{} was written by a newer writethru (schema {found}; this one knows {known})", path.display())]
    Newer { path: PathBuf, found: usize, known: usize },
    #[error("{} was written by an older writethru (schema {found}) and may not be written to", path.display())]
    OlderReadOnly { path: PathBuf, found: usize },
    #[error("another program is writing to {}", path.display())]
    Busy { path: PathBuf },
    #[error("the disk is full: cannot write to {}", path.display())]
    Full { path: PathBuf },
    #[error("the disk does not let {} be read or written", path.display())]
    Disk { path: PathBuf, source: rusqlite::Error },
    #[error("{} may not be written to", path.display())]
    ReadOnly { path: PathBuf },
    #[error("{} is damaged: {what}", path.display())]
    Damaged { path: PathBuf, what: String },
    #[error("there is a file at {} already", path.display())]
    Taken { path: PathBuf },
    #[error("there is a store at {} already", path.display())]
    Occupied { path: PathBuf },
    #[error("the copy {} is not whole: {what}", path.display())]
    BadCopy { path: PathBuf, what: String },
    #[error("{} cannot be read: line {line} is not one that this program writes", path.display())]
    Tombstones { path: PathBuf, line: usize },
    #[error("cannot use {}", path.display())]
    Sqlite { path: PathBuf, source: rusqlite::Error },
}

impl StoreError {
    /// Returns what the reader can type or do next, if we know.
    pub fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::Directory { path } => {
                return Some(format!("name a file, such as `--db {}/writethru.db`", path.display()));
            }
            Self::Folder { .. } | Self::ReadOnly { .. } => "give a place you may write to with `--db FILE`",
            Self::Missing { .. } => "`writethru add FILE` begins one; `--db FILE` names another",
            Self::Foreign { .. } => "name another file with `--db`; this one was left as it is",
            Self::Newer { .. } => "install the newer writethru, or name another store with `--db`",
            Self::OlderReadOnly { .. } => "copy it to a place you may write to, and read the copy with `--db FILE`",
            Self::Busy { .. } => "wait until it is done and try again; nothing was recorded",
            Self::Full { .. } => "make room and try again; what was acknowledged before is safe",
            Self::Disk { .. } => {
                "see whether it is full, over a limit, or failing; what was acknowledged before is safe"
            }
            Self::Damaged { .. } => "put back a backup; `writethru export jsonl` saves what can still be read",
            Self::Occupied { .. } => {
                "`--overwrite` puts the backup in its place, and keeps beside it what stands there now"
            }
            Self::BadCopy { .. } => "`writethru check` tells whether the store itself is damaged; no copy was kept",
            Self::Tombstones { .. } => {
                "what was removed for legal reasons is listed there; put back the file as it was, nothing was done"
            }
            Self::Taken { .. } => "choose another name; nothing was overwritten",
            Self::Sqlite { .. } => return None,
        };
        Some(hint.to_owned())
    }

    /// Names what `SQLite` reported in the reader's words.
    pub(super) fn of(path: &Path, source: rusqlite::Error) -> Self {
        let path = path.to_owned();
        match source.sqlite_error_code() {
            Some(ErrorCode::NotADatabase) => Self::Foreign { path },
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Self::Busy { path },
            Some(ErrorCode::DiskFull) => Self::Full { path },
            Some(ErrorCode::SystemIoFailure) => Self::Disk { path, source },
            Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => Self::ReadOnly { path },
            Some(ErrorCode::DatabaseCorrupt) => Self::Damaged { path, what: source.to_string() },
            _ => Self::Sqlite { path, source },
        }
    }
}
