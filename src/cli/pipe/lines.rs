//! Reads the lines of a filter's input, and what each comes to.

use std::io::{self, BufRead};

use serde_json::Value;

use super::question::Refusal;
use crate::cli::bounded_line::{BoundedLine, next_line};

/// A line with its number, from 1, as an editor shows it.
pub(super) type ReadLine = (usize, io::Result<BoundedLine>);

/// A longer line is refused unread, in bytes: two texts of the longest that are read, escaped or in base64.
pub(super) const MAX_LINE: usize = 256 << 20;

/// Bytes of lines that are read ahead of the one that is taken next.
pub(super) const AHEAD_BYTES: usize = 4 << 20;

/// The number of a line and its answer, or its id and why it has none.
pub(super) type Answered = (usize, Result<Vec<u8>, (Value, Refusal)>);

/// Returns lines up to the first that cannot be read; empty ones are passed over.
pub(super) fn lines(mut input: impl BufRead + Send) -> impl Iterator<Item = ReadLine> + Send {
    let mut has_failed = false;
    let lines = std::iter::from_fn(move || next_line(&mut input, MAX_LINE).transpose());
    let read = (1..).zip(lines).map(|(number, line)| {
        // Editors of other systems put a byte order mark before the first line.
        let line = line.map(|line| match line {
            BoundedLine::Whole(line) => match line.strip_prefix(b"\xEF\xBB\xBF") {
                Some(rest) if number == 1 => BoundedLine::Whole(rest.to_vec()),
                _ => BoundedLine::Whole(line),
            },
            BoundedLine::TooLong => BoundedLine::TooLong,
        });
        (number, line)
    });
    let until_failed = read.take_while(move |(_, line)| !std::mem::replace(&mut has_failed, line.is_err()));
    until_failed.filter(|(_, line)| !matches!(line, Ok(BoundedLine::Whole(line)) if line.trim_ascii().is_empty()))
}

/// Returns how long a line is, in bytes.
pub(super) fn length((_, line): &ReadLine) -> usize {
    match line {
        Ok(BoundedLine::Whole(line)) => line.len(),
        _ => 0,
    }
}
