//! Reads files of answers: lines, packed with zstd or not, and Parquet.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use super::read_failure::ReadFailure;
use crate::cli::bounded_line::{BoundedLine, next_line};
use crate::cli::error::CliError;
use crate::cli::unpacked::unpacked;
use crate::track::AnswerLine;

/// A longer line is refused unread, in bytes: one holds the results of an article.
const MAX_LINE: usize = 256 << 20;

/// Ends of the names of files with answers, as docs/SCALE.md and the drivers in `examples/` name them.
const ENDS: [&str; 5] = [".answers", ".answers.zst", ".answers.jsonl", ".answers.jsonl.zst", ".parquet"];

/// Returns the files named, and those with answers in the folders named, in order of name.
pub(super) fn meant(named: &[PathBuf]) -> Result<Vec<PathBuf>, CliError> {
    let mut files = Vec::new();
    for path in named {
        let failed = |error: io::Error| {
            CliError::refused(format!("cannot read `{}`: {error}", path.display()), "name a file of answers, or `-`")
        };
        if path.as_os_str() == "-" {
            files.push(path.clone());
            continue;
        }
        if !std::fs::metadata(path).map_err(failed)?.is_dir() {
            files.push(path.clone());
            continue;
        }
        let mut found = Vec::new();
        for entry in std::fs::read_dir(path).map_err(failed)? {
            let file = entry.map_err(failed)?.path();
            let name = file.file_name().unwrap_or_default().to_string_lossy().to_lowercase();
            if ENDS.iter().any(|end| name.ends_with(end)) && file.is_file() {
                found.push(file);
            }
        }
        if found.is_empty() {
            let message = format!("`{}` holds no answers", path.display());
            return Err(CliError::refused(message, "files of answers end in .answers, .answers.jsonl or .parquet"));
        }
        found.sort();
        files.extend(found);
    }
    Ok(files)
}

/// Gives every answer of a file to `give`. Where the file cannot be read on, that is given in the place of the rest.
///
/// # Errors
///
/// The first one that `give` returns.
pub(super) fn each_answer(
    file: &Path,
    mut give: impl FnMut(AnswerLine) -> Result<(), CliError>,
) -> Result<(), CliError> {
    let name = if file.as_os_str() == "-" { "standard input".to_owned() } else { file.display().to_string() };
    let is_parquet = file.extension().is_some_and(|end| end.eq_ignore_ascii_case("parquet"));
    let read = match is_parquet {
        true => each_row(file, &name, &mut give),
        false => each_line(file, &name, &mut give),
    };
    match read {
        Ok(()) => Ok(()),
        Err(ReadFailure::Given(error)) => Err(error),
        Err(ReadFailure::File(why)) => give(AnswerLine { from: name, answer: Err(format!("cannot read on: {why}")) }),
    }
}

type Give<'g> = &'g mut dyn FnMut(AnswerLine) -> Result<(), CliError>;

fn each_line(file: &Path, name: &str, give: Give<'_>) -> Result<(), ReadFailure> {
    let mut input = match file.as_os_str() == "-" {
        true => unpacked(io::stdin())?,
        false => unpacked(File::open(file)?)?,
    };
    for number in 1.. {
        let answer = match next_line(&mut *input, MAX_LINE)? {
            None => break,
            Some(BoundedLine::TooLong) => Err(format!("it is longer than {} MB", MAX_LINE >> 20)),
            Some(BoundedLine::Whole(line)) => String::from_utf8(line).map_err(|error| error.to_string()),
        };
        give(AnswerLine { from: format!("{name}, line {number}"), answer }).map_err(ReadFailure::Given)?;
    }
    Ok(())
}

#[cfg(feature = "parquet")]
fn each_row(file: &Path, name: &str, give: Give<'_>) -> Result<(), ReadFailure> {
    let mut row = 0;
    super::parquet_answers::each(File::open(file)?, |answer| {
        row += 1;
        give(AnswerLine { from: format!("{name}, row {row}"), answer }).map_err(ReadFailure::Given)
    })
}

#[cfg(not(feature = "parquet"))]
fn each_row(_file: &Path, _name: &str, _give: Give<'_>) -> Result<(), ReadFailure> {
    Err(ReadFailure::File("a program built with `--features parquet` reads Parquet; this one was not".to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_gives_its_answers_and_not_its_questions() {
        let folder = tempfile::tempdir().unwrap();
        for name in
            ["part-1.jsonl.zst", "_SUCCESS", "b.answers.jsonl", "a.jsonl.zst.answers", "c.parquet", ".c.parquet.crc"]
        {
            std::fs::write(folder.path().join(name), "").unwrap();
        }
        let names = |files: Vec<PathBuf>| -> Vec<String> {
            files.iter().map(|file| file.file_name().unwrap().to_string_lossy().into_owned()).collect()
        };
        let found = meant(&[folder.path().to_owned(), PathBuf::from("-")]).unwrap();
        assert_eq!(names(found), ["a.jsonl.zst.answers", "b.answers.jsonl", "c.parquet", "-"]);
        assert!(meant(&[folder.path().join("none")]).unwrap_err().hint().is_some());
        let empty = tempfile::tempdir().unwrap();
        assert!(meant(&[empty.path().to_owned()]).unwrap_err().to_string().contains("holds no answers"));
    }
}
