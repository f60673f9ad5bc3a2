//! Reads the times of a line.

use chrono_tz::Tz;

use super::error::LineError;
use crate::model::{DocumentTime, WrittenTime};

/// Reads a time that a field states; one without offset is in `zone`.
pub fn line_time(field: &'static str, value: Option<&str>, zone: Tz) -> Result<Option<DocumentTime>, LineError> {
    let Some(value) = value else { return Ok(None) };
    let bad = || LineError::Date { field, value: value.to_owned() };
    let as_written = || WrittenTime::read(value).ok()?.absolute(zone);
    DocumentTime::read(value, zone).or_else(as_written).map(Some).ok_or_else(bad)
}
