//! Makes the files and folders that exports write, so that what is found under its name is whole.
//!
//! Until a file is whole its name ends in `.part`: whoever finds one knows that the export was interrupted.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use crate::cli::error::CliError;
use crate::store::rename_synced;

/// Makes a folder, or takes one that is empty.
pub(super) fn new_folder(folder: &Path) -> Result<(), CliError> {
    let failed = |error: io::Error| {
        CliError::refused(format!("cannot write to `{}`: {error}", folder.display()), "name a folder that can be made")
    };
    fs::create_dir_all(folder).map_err(failed)?;
    match fs::read_dir(folder).map_err(failed)?.next() {
        None => Ok(()),
        Some(_) => {
            let message = format!("`{}` is not empty", folder.display());
            Err(CliError::refused(message, "name a new folder, or empty this one"))
        }
    }
}

/// Returns the path of a file that is to be written in the place of `path`, where nothing may stand.
pub(super) fn new_file(path: &Path) -> Result<PathBuf, CliError> {
    if path.exists() {
        let message = format!("`{}` exists", path.display());
        return Err(CliError::refused(message, "name a new file, or remove this one"));
    }
    let part = unfinished(path);
    match fs::remove_file(&part) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error.into()),
        _ => Ok(part),
    }
}

/// Returns the path that a file has until it is whole.
pub(super) fn unfinished(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".part");
    PathBuf::from(name)
}

/// Gives a file its name, now that all of it is written.
pub(super) fn finish(path: &Path) -> io::Result<()> {
    rename_synced(&unfinished(path), path)
}
