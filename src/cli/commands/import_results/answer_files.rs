//! Reads files of answers: lines, packed with zstd or not, and Parquet.

use std::fs::File;
use std::io;
use std::path::Path;

use super::read_failure::ReadFailure;
use crate::cli::bounded_line::BoundedLine;
use crate::cli::error::CliError;
use crate::cli::input_files::FileKind;
use crate::cli::read_lines::{MAX_LINE, lines};
use crate::cli::unpacked::unpacked;
use crate::track::{AnswerFault, AnswerLine};

/// What is read of a folder, as docs/SCALE.md and the drivers in `examples/` name it.
pub(super) const ANSWERS: FileKind = FileKind {
    ends: &[".answers", ".answers.zst", ".answers.jsonl", ".answers.jsonl.zst", ".parquet"],
    what: "answers",
    hint: "files of answers end in .answers, .answers.jsonl or .parquet",
};

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
        Err(ReadFailure::File(why)) => give(AnswerLine { from: name, answer: Err(AnswerFault::Unreadable(why)) }),
    }
}

type Give<'g> = &'g mut dyn FnMut(AnswerLine) -> Result<(), CliError>;

fn each_line(file: &Path, name: &str, give: Give<'_>) -> Result<(), ReadFailure> {
    let input = match file.as_os_str() == "-" {
        true => unpacked(io::stdin())?,
        false => unpacked(File::open(file)?)?,
    };
    for (number, line) in lines(input) {
        let answer = match line? {
            BoundedLine::TooLong => Err(format!("it is longer than {} MB", MAX_LINE >> 20)),
            BoundedLine::Whole(line) => String::from_utf8(line).map_err(|error| error.to_string()),
        };
        let answer = answer.map_err(AnswerFault::NoText);
        give(AnswerLine { from: format!("{name}, line {number}"), answer }).map_err(ReadFailure::Given)?;
    }
    Ok(())
}

#[cfg(feature = "parquet")]
fn each_row(file: &Path, name: &str, give: Give<'_>) -> Result<(), ReadFailure> {
    let mut row = 0;
    super::parquet_answers::each(File::open(file)?, |answer| {
        row += 1;
        match answer {
            Ok(text) if text.is_empty() => Ok(()),
            answer => {
                let answer = answer.map_err(AnswerFault::NoText);
                give(AnswerLine { from: format!("{name}, row {row}"), answer }).map_err(ReadFailure::Given)
            }
        }
    })
}

#[cfg(not(feature = "parquet"))]
fn each_row(_file: &Path, _name: &str, _give: Give<'_>) -> Result<(), ReadFailure> {
    Err(ReadFailure::File("a program built with `--features parquet` reads Parquet; this one was not".to_owned()))
}
