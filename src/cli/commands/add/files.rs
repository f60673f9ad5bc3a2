//! Finds the files that are meant: those named, and the articles in the folders named.

use std::path::{Path, PathBuf};

use crate::cli::error::CliError;

/// Endings of files that a folder is searched for.
const ENDINGS: [&str; 9] = ["txt", "text", "md", "markdown", "html", "htm", "xhtml", "mhtml", "mht"];

/// Returns the files, those of a folder in order of name.
pub(super) fn meant(named: &[PathBuf]) -> Result<Vec<PathBuf>, CliError> {
    let mut files = Vec::new();
    for path in named {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let before = files.len();
        search(path, &mut files)?;
        if files.len() == before {
            return Err(CliError::refused(
                format!("`{}` holds no article", path.display()),
                format!("articles are files that end in .{}", ENDINGS.join(", .")),
            ));
        }
    }
    Ok(files)
}

/// Adds the articles of a folder and of those below it; hidden ones are left out.
fn search(folder: &Path, files: &mut Vec<PathBuf>) -> Result<(), CliError> {
    let failed = |error: std::io::Error| {
        CliError::refused(format!("cannot read `{}`: {error}", folder.display()), "name the files themselves")
    };
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        // A link to a folder may lead back here.
        let is_folder = entry.file_type().map_err(failed)?.is_dir();
        if !entry.file_name().to_string_lossy().starts_with('.') {
            paths.push((entry.path(), is_folder));
        }
    }
    paths.sort();
    for (path, is_folder) in paths {
        let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase());
        if is_folder {
            search(&path, files)?;
        } else if ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str())) {
            files.push(path);
        }
    }
    Ok(())
}
