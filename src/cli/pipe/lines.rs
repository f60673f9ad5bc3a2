//! Says what each line of a filter's input comes to, and how much of it is read ahead.

use serde_json::Value;

use super::question::Refusal;
use crate::cli::bounded_line::BoundedLine;
use crate::cli::read_lines::ReadLine;

/// Bytes of lines that are read ahead of the one that is taken next.
pub(super) const AHEAD_BYTES: usize = 4 << 20;

/// The number of a line and its answer, or its id and why it has none.
pub(super) type Answered = (usize, Result<Vec<u8>, (Value, Refusal)>);

/// Returns how long a line is, in bytes.
pub(super) fn length((_, line): &ReadLine) -> usize {
    match line {
        Ok(BoundedLine::Whole(line)) => line.len(),
        _ => 0,
    }
}
