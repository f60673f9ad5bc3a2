//! Reads the times that people type: ISO, or "yesterday 8pm", in the story's zone.

use chrono::{DateTime, Datelike as _, Utc};
use chrono_tz::Tz;

use super::error::CliError;
use crate::model::{DocumentTime, Edtf, Precision, TimeDirection, WrittenTime, WrittenTimeError, typed_date};

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
    match WrittenTime::read(words) {
        // `14h` is an hour to some and a length to others.
        Ok(written) if written.is_length() => Err(CliError::usage(
            format!("`{words}` is a length of time, and a time is wanted"),
            format!("write `{words} ago`, or the time of day, as in `14:00`"),
        )),
        written => resolve(words, written, zone, now, TimeDirection::Past, HINT),
    }
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
        false => Err(still_to_come(words)),
    }
}

/// Reads a time that is still to come; a day is its first moment.
///
/// # Errors
///
/// [`CliError::Usage`] when the words name no time, or one that has passed.
#[cfg(feature = "fetch")]
pub(super) fn ahead(words: &str, zone: Tz, now: DateTime<Utc>) -> Result<DateTime<Utc>, CliError> {
    let at = resolve(words, WrittenTime::read(words), zone, now, TimeDirection::Future, HINT_AHEAD)?.instant(zone);
    match now < at {
        true => Ok(at),
        false => Err(CliError::usage(format!("`{words}` has passed"), HINT_AHEAD)),
    }
}

fn resolve(
    words: &str,
    written: Result<WrittenTime, WrittenTimeError>,
    zone: Tz,
    now: DateTime<Utc>,
    direction: TimeDirection,
    hint: &'static str,
) -> Result<DocumentTime, CliError> {
    let written = written.map_err(|error| {
        let message = match &error {
            WrittenTimeError::Order(_) => error.to_string(),
            _ => format!("`{words}` names no time: {error}"),
        };
        let hint = match &error {
            WrittenTimeError::Hour { bounds: (first, _), .. } => {
                format!("add the hour, as in `{words} at {first}`, or write the day alone")
            }
            _ => error.hint().unwrap_or_else(|| hint.to_owned()),
        };
        CliError::usage(message, hint)
    })?;
    let time = written.resolve(now, zone, direction);
    time.ok_or_else(|| CliError::usage(format!("`{words}` lies outside the calendar"), hint))
}

/// Reads a time from which something is asked for as an instant; a day, a month, a year or a part of a day is its first
/// moment, and a length alone is counted back from now.
///
/// # Errors
///
/// [`CliError::Usage`] when the words name no time, or one that is still to come: nothing can have been recorded since.
pub(super) fn start(words: &str, zone: Tz, now: DateTime<Utc>) -> Result<DateTime<Utc>, CliError> {
    let written = WrittenTime::read(words);
    let at = match &written {
        Err(WrittenTimeError::Hour { bounds: (first, _), .. }) => part_of_day(words, first, zone, now)?,
        Err(_) if let Some(span) = coarse(words, zone, now) => span.earliest(zone),
        _ => resolve(words, written, zone, now, TimeDirection::Past, HINT)?.instant(zone),
    };
    match at <= now {
        true => Ok(at),
        false => Err(still_to_come(words)),
    }
}

/// Reads a time as an instant; a day is its last moment, as in `flood/herald@2025-04-24`, and so is all that is longer.
///
/// # Errors
///
/// [`CliError::Usage`] when the words name no time.
pub(super) fn end(words: &str, zone: Tz, now: DateTime<Utc>) -> Result<DateTime<Utc>, CliError> {
    let written = WrittenTime::read(words);
    match &written {
        Err(WrittenTimeError::Hour { bounds: (_, last), .. }) => part_of_day(words, last, zone, now),
        Err(_) if let Some(span) = coarse(words, zone, now) => Ok(span.latest(zone)),
        _ => Ok(resolve(words, written, zone, now, TimeDirection::Past, HINT)?.end(zone)),
    }
}

/// Returns the moment at which the clock shows `clock` in the part of a day that the words name.
fn part_of_day(words: &str, clock: &str, zone: Tz, now: DateTime<Utc>) -> Result<DateTime<Utc>, CliError> {
    let written = WrittenTime::read(&format!("{words} at {clock}"));
    Ok(resolve(words, written, zone, now, TimeDirection::Past, HINT)?.instant(zone))
}

/// The first year that is taken for one where only its four digits are typed.
const FIRST_BARE_YEAR: i32 = 2001;

/// Returns the month, the season or the year that the words name.
fn coarse(words: &str, zone: Tz, now: DateTime<Utc>) -> Option<Edtf> {
    // Four digits may be a time of day.
    let is_digits = |word: &str| word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    let is_recent = |word: &str| word.parse().is_ok_and(|year| (FIRST_BARE_YEAR..=now.year()).contains(&year));
    if is_digits(words.trim()) && !is_recent(words.trim()) {
        return None;
    }
    let date = typed_date(words, zone, now).ok()??;
    let is_sure = !date.is_interval() && !date.is_doubtful();
    (is_sure && (Precision::Year..=Precision::Month).contains(&date.precision())).then_some(date)
}

fn still_to_come(words: &str) -> CliError {
    CliError::usage(format!("`{words}` is still to come"), "write a time that has passed")
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

    #[test]
    fn what_is_longer_than_a_moment_begins_or_ends_by_what_is_asked() {
        let now = "2025-04-25T12:00:00Z".parse().unwrap();
        let check = |words: &str, first: &str, last: &str| {
            let told = |read: Result<DateTime<Utc>, CliError>| match read {
                Ok(at) => at.with_timezone(&Tz::Europe__London).format("%m-%d %H:%M:%S").to_string(),
                Err(error) => error.to_string(),
            };
            let (start, end) = (start(words, Tz::Europe__London, now), end(words, Tz::Europe__London, now));
            assert_eq!([told(start).as_str(), told(end).as_str()], [first, last], "for {words}");
        };
        check("2025-03", "03-01 00:00:00", "03-31 23:59:59");
        check("March 2025", "03-01 00:00:00", "03-31 23:59:59");
        check("2025", "01-01 00:00:00", "12-31 23:59:59");
        assert!(end("1730", Tz::Europe__London, now).is_err_and(|error| error.hint().is_some()));
        check("yesterday evening", "04-24 16:00:00", "04-24 23:59:59");
        check("last night", "04-24 18:00:00", "04-25 05:59:59");
        check("this morning", "04-25 00:00:00", "04-25 11:59:59");
        check("this evening", "`this evening` is still to come", "04-25 23:59:59");
        check("2 April 2025 in the afternoon", "04-02 12:00:00", "04-02 18:59:59");
        check("90m", "04-25 11:30:00", "04-25 11:30:00");
        check("2d", "04-23 00:00:00", "04-23 23:59:59");
        check("2025-05", "`2025-05` is still to come", "05-31 23:59:59");
        let length = read("2d", Tz::UTC, now).unwrap_err();
        assert_eq!(length.to_string(), "`2d` is a length of time, and a time is wanted");
        let part = read("yesterday evening", Tz::UTC, now).unwrap_err();
        assert!(part.hint().unwrap().contains("`yesterday evening at 16:00`"));
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
        check("2h", "2025-04-25T14:00:00+00:00");
        check("2 days", "2025-04-26T23:00:00+00:00");
        check("today", "`today` has passed");
        check("yesterday 8pm", "`yesterday 8pm` has passed");
        check("2025-04-25T12:00Z", "`2025-04-25T12:00Z` has passed");
    }
}
