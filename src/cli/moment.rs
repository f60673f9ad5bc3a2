//! Reads the times that people type: ISO, or "yesterday 8pm", in the story's zone.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::error::CliError;
use crate::model::DocumentTime;

/// Reads a time; without offset it is in `zone`.
///
/// # Errors
///
/// [`CliError::Usage`] when the words name no time.
pub(super) fn read(words: &str, zone: Tz, now: DateTime<Utc>) -> Result<DocumentTime, CliError> {
    if let Some(time) = DocumentTime::read(words, zone) {
        return Ok(time);
    }
    let local = now.with_timezone(&zone);
    match interim::parse_date_string(words.trim(), local, interim::Dialect::Uk) {
        Ok(time) => Ok(DocumentTime::Instant(time.with_timezone(&Utc))),
        Err(_) => Err(CliError::usage(
            format!("`{words}` names no time"),
            "write an ISO time such as `2025-04-24T08:00`, or words such as `yesterday 8pm` or `3 days ago`",
        )),
    }
}

/// Reads a time as an instant; a day is its first moment.
pub(super) fn instant(words: &str, zone: Tz, now: DateTime<Utc>) -> Result<DateTime<Utc>, CliError> {
    Ok(read(words, zone, now)?.instant(zone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, want: &str) {
        let now = "2025-04-25T12:00:00Z".parse().unwrap();
        let got = match read(words, Tz::Europe__London, now) {
            Ok(time) => time.to_string(),
            Err(error) => error.to_string(),
        };
        assert_eq!(got, want, "for {words}");
    }

    #[test]
    fn times_may_be_iso_or_words() {
        check("2025-04-24", "2025-04-24");
        check("2025-04-24T08:00", "2025-04-24T07:00:00Z");
        check("2025-04-24T08:00:00Z", "2025-04-24T08:00:00Z");
        check("yesterday 8pm", "2025-04-24T19:00:00Z");
        check("2 hours ago", "2025-04-25T10:00:00Z");
        check("soonish", "`soonish` names no time");
    }
}
