//! Finds the files that a command line means: those that are named, and those of a kind in the folders that are named.

use std::io;
use std::path::PathBuf;

use super::error::CliError;

/// The files of a folder that are meant with it.
pub(super) struct FileKind {
    /// Ends of their names, in lower case.
    pub ends: &'static [&'static str],
    /// What a folder lacks that has none of them.
    pub what: &'static str,
    /// How they are named, for people.
    pub hint: &'static str,
}

/// Returns the files named, and those of the kind in the folders named, in order of name.
///
/// A file that is not there is among them: whoever reads it tells of it, and goes on with the others.
pub(super) fn meant(named: &[PathBuf], kind: &FileKind) -> Result<Vec<PathBuf>, CliError> {
    let mut files = Vec::new();
    for path in named {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let failed = |error: io::Error| {
            CliError::refused(format!("cannot read `{}`: {error}", path.display()), "name the files themselves")
        };
        let mut found = Vec::new();
        for entry in std::fs::read_dir(path).map_err(failed)? {
            let file = entry.map_err(failed)?.path();
            let name = file.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
            if kind.ends.iter().any(|end| name.ends_with(end)) && !file.is_dir() {
                found.push(file);
            }
        }
        if found.is_empty() {
            let message = format!("`{}` holds no {}", path.display(), kind.what);
            return Err(CliError::refused(message, kind.hint));
        }
        found.sort();
        files.extend(found);
    }
    Ok(files)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ANSWERS: FileKind = FileKind { ends: &[".answers", ".jsonl"], what: "answers", hint: "name one" };

    #[test]
    fn a_folder_gives_its_files_of_the_kind_and_a_missing_file_is_left_to_its_reader() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["part.zst", "_SUCCESS", "b.jsonl", "A.ANSWERS", ".c.jsonl.crc"] {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        std::fs::create_dir(folder.path().join("d.jsonl")).unwrap();
        let named = [PathBuf::from("none.jsonl"), folder.path().to_owned(), PathBuf::from("-")];
        let found = meant(&named, &ANSWERS).unwrap();
        let names: Vec<_> = found.iter().map(|file| file.file_name().unwrap().to_string_lossy()).collect();
        assert_eq!(names, ["none.jsonl", "A.ANSWERS", "b.jsonl", "-"]);
        let empty = tempfile::tempdir().unwrap();
        let refused = meant(&[empty.path().to_owned()], &ANSWERS).unwrap_err();
        assert!(refused.to_string().contains("holds no answers") && refused.hint().is_some());
    }
}
