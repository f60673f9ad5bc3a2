//! Says when a text was written, as precisely as its page says it.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;

/// The time that the relative dates of a text are read against.
///
/// TimeML calls it the document creation time. A page may state a day only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DocumentTime {
    /// A calendar day in the zone of the story.
    Day(NaiveDate),
    Instant(DateTime<Utc>),
}

impl DocumentTime {
    /// Returns the calendar day in `zone`.
    pub fn day(self, zone: Tz) -> NaiveDate {
        match self {
            Self::Day(day) => day,
            Self::Instant(instant) => instant.with_timezone(&zone).date_naive(),
        }
    }
}
