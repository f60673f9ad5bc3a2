//! Says when a text was written, as precisely as its page says it.

use std::fmt;

use chrono::{DateTime, NaiveDate, SecondsFormat, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// The time that the relative dates of a text are read against.
///
/// TimeML calls it the document creation time. A page may state a day only.
/// It is written as ISO 8601: `2025-04-24` or `2025-04-24T08:00:00Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
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

impl fmt::Display for DocumentTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Instant(instant) => f.write_str(&instant.to_rfc3339_opts(SecondsFormat::Secs, true)),
        }
    }
}

impl From<DocumentTime> for String {
    fn from(time: DocumentTime) -> Self {
        time.to_string()
    }
}

impl TryFrom<String> for DocumentTime {
    type Error = chrono::ParseError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        match text.parse() {
            Ok(day) => Ok(Self::Day(day)),
            Err(_) => DateTime::parse_from_rfc3339(&text).map(|instant| Self::Instant(instant.with_timezone(&Utc))),
        }
    }
}
