//! Reads the times that people type: ISO, or "yesterday 8pm", in the story's zone.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::error::CliError;
use crate::model::{DocumentTime, TimeDirection, WrittenTime, WrittenTimeError};

/// What can be written for a time.
const HINT: &str = "write an ISO time such as `2025-04-24T08:00`, or words such as `yesterday 8pm`, `Friday`, \
    `15 Mar 2025, 9am` or `3 days ago`";
/// What can be written for a time to come.
#[cfg(feature = "fetch")]
const HINT_AHEAD: &str = "write a time that is still to come: an ISO time such as `2025-04-24T08:00`, or words such as \
    `8pm`, `tomorrow 8am` or `Friday`";

/// Reads a time that is past; without offset it is in `zone`.
///
/// # Errors
///
/// [`CliError::Usage`] when the words name no time.
pub(super) fn read(words: &str, zone: Tz, now: DateTime<Utc>) -> Result<DocumentTime, CliError> {
    resolve(words, zone, now, TimeDirection::Past, HINT)
}

/// Reads a time at which something was seen, which has passed; a day is its first moment.
///
/// # Errors
///
/// [`CliError::Usage`] when the words name no time, or one that is still to come.
pub(super) fn seen(words: &str, zone: Tz, now: DateTime<Utc>) -> Result<DocumentTime, CliError> {
    let time = read(words, zone, now)?;
    match time.instant(zone) <= now {
        true => Ok(time),
        false => Err(CliError::usage(format!("`{words}` is still to come"), "write a time that has passed")),
    }
}

/// Reads a time that is still to come; a day is its first moment.
///
/// # Errors
///
/// [`CliError::Usage`] when the words name no time, or one that has passed.
#[cfg(feature = "fetch")]
pub(super) fn ahead(words: &str, zone: Tz, now: DateTime<Utc>) -> Result<DateTime<Utc>, CliError> {
    let at = resolve(words, zone, now, TimeDirection::Future, HINT_AHEAD)?.instant(zone);
    match now < at {
        true => Ok(at),
        false => Err(CliError::usage(format!("`{words}` has passed"), HINT_AHEAD)),
    }
}

fn resolve(
    words: &str,
    zone: Tz,
    now: DateTime<Utc>,
    direction: TimeDirection,
    hint: &'static str,
) -> Result<DocumentTime, CliError> {
    let written = WrittenTime::read(words).map_err(|error| {
        let message = match &error {
            WrittenTimeError::Order(_) => error.to_string(),
            _ => format!("`{words}` names no time: {error}"),
        };
        CliError::usage(message, error.hint().unwrap_or_else(|| hint.to_owned()))
    })?;
    let time = written.resolve(now, zone, direction);
    time.ok_or_else(|| CliError::usage(format!("`{words}` lies outside the calendar"), hint))
}

/// Reads a time from which something is asked for as an instant; a day is its first moment.
///
/// # Errors
///
/// [`CliError::Usage`] when the words name no time, or one that is still to come: nothing can have been recorded since.
pub(super) fn start(words: &str, zone: Tz, now: DateTime<Utc>) -> Result<DateTime<Utc>, CliError> {
    Ok(seen(words, zone, now)?.instant(zone))
}

/// Reads a time as an instant; a day is its last moment, as in `flood/herald@2025-04-24`.
pub(super) fn end(words: &str, zone: Tz, now: DateTime<Utc>) -> Result<DateTime<Utc>, CliError> {
    Ok(read(words, zone, now)?.end(zone))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_begins_or_ends_by_what_is_asked() {
        let now = "2025-04-25T12:00:00Z".parse().unwrap();
        let zone = Tz::Europe__London;
        assert_eq!(start("yesterday", zone, now).unwrap().to_rfc3339(), "2025-04-23T23:00:00+00:00");
        assert_eq!(end("yesterday", zone, now).unwrap().to_rfc3339(), "2025-04-24T22:59:59+00:00");
        assert_eq!(end("8pm yesterday", zone, now).unwrap().to_rfc3339(), "2025-04-24T19:00:00+00:00");
        assert_eq!(start("tomorrow", zone, now).unwrap_err().to_string(), "`tomorrow` is still to come");
        assert!(end("tomorrow", zone, now).is_ok()); // as things stand now
        assert_eq!(seen("tomorrow", zone, now).unwrap_err().to_string(), "`tomorrow` is still to come");
        assert_eq!(seen("today", zone, now).unwrap().to_string(), "2025-04-25");
        let refused = read("2025-03-14T25:00", zone, now).unwrap_err();
        let doubtful = read("03/04/2025", zone, now).unwrap_err();
        assert_eq!(doubtful.to_string(), "`03/04/2025` may put the day or the month first");
        assert_eq!(doubtful.hint().as_deref(), Some("write `2025-04-03` or `2025-03-04`"));
        assert_eq!(refused.to_string(), "`2025-03-14T25:00` names no time: no clock shows `25:00`");
    }

    #[cfg(feature = "fetch")]
    #[test]
    fn what_is_to_come_lies_ahead_or_is_refused() {
        let now = "2025-04-25T12:00:00Z".parse().unwrap();
        let check = |words: &str, want: &str| {
            let got =
                ahead(words, Tz::Europe__London, now).map_or_else(|error| error.to_string(), |at| at.to_rfc3339());
            assert_eq!(got, want, "for {words}");
        };
        check("8pm", "2025-04-25T19:00:00+00:00");
        check("Friday", "2025-05-01T23:00:00+00:00");
        check("today", "`today` has passed");
        check("yesterday 8pm", "`yesterday 8pm` has passed");
        check("2025-04-25T12:00Z", "`2025-04-25T12:00Z` has passed");
    }
}
