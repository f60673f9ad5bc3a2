//! Writes the answer of a filter as JSON.

use serde::Serialize;

use super::question::Refusal;

/// Appends `answer` to `out` as JSON without a line break.
///
/// # Errors
///
/// A refusal with the code `internal` where a value has no JSON form.
pub(super) fn write_json(answer: &impl Serialize, out: &mut Vec<u8>) -> Result<(), Refusal> {
    serde_json::to_writer(out, answer).map_err(|error| Refusal::unwritable(&error))
}
