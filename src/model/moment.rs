//! Holds when a text was written, as precisely as its page states it.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Datelike, Duration, NaiveDate, NaiveDateTime, SecondsFormat, TimeZone, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

/// Seconds of a day; those of a clock change are not counted.
pub const DAY_IN_SECONDS: i64 = 24 * 3600;

/// The time that the relative dates of a text are read against.
///
/// `TimeML` calls it the document creation time. A page may state a day only.
/// Written as `2025-04-24` or `2025-04-24T08:00:00Z`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum DocumentTime {
    /// A calendar day in the zone of the story.
    Day(NaiveDate),
    /// A moment.
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

    /// Reads a time as files and pages state it; one without offset is in `zone`.
    ///
    /// `2025-04-24`, `2025-04-24T08:00[:30[.5]]` with or without offset, dates
    /// of mail, `April 24, 2025`. Days and months in figures alone (04/05/2025)
    /// are not read: which is which depends on the writer.
    pub fn read(text: &str, zone: Tz) -> Option<Self> {
        Self::stated(text.trim(), zone)?.in_calendar()
    }

    fn stated(text: &str, zone: Tz) -> Option<Self> {
        if let Some(day) = DAYS.iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok()) {
            return Some(Self::Day(day));
        }
        let utc = ["Z", " GMT", " UTC"].iter().find_map(|mark| text.strip_suffix(mark));
        let text = utc.map_or_else(|| text.to_owned(), |local| format!("{local}+00:00"));
        let instant = WITH_OFFSET.iter().find_map(|form| DateTime::parse_from_str(&text, form).ok());
        if let Some(instant) = instant {
            return Some(Self::Instant(instant.with_timezone(&Utc)));
        }
        let local = LOCAL.iter().find_map(|form| NaiveDateTime::parse_from_str(&text, form).ok())?;
        Some(Self::Instant(in_zone(local, zone)))
    }

    /// Returns the time if it lies in the years 1 to 9999, which every zone can count and every reader of dates knows.
    pub fn in_calendar(self) -> Option<Self> {
        YEARS.contains(&self.day(Tz::UTC).year()).then_some(self)
    }

    /// Returns why a page that was seen at `seen` cannot have been written at this time, if it cannot.
    ///
    /// Clocks of different machines may differ by a day. The first day of 1970 is what a machine writes that knows no date.
    pub fn doubt(self, seen: DateTime<Utc>) -> Option<TimeDoubt> {
        let day = self.day(Tz::UTC);
        if seen + CLOCK_SKEW < self.instant(Tz::UTC) {
            return Some(TimeDoubt::Future);
        }
        let is_unset = day == NaiveDate::from_ymd_opt(1970, 1, 1)?;
        (is_unset || day.year() < FIRST_NEWSPAPERS).then_some(TimeDoubt::Past)
    }

    /// Returns the moment itself; a day counts from its first moment in `zone`.
    pub fn instant(self, zone: Tz) -> DateTime<Utc> {
        match self {
            Self::Instant(instant) => instant,
            Self::Day(day) => in_zone(day.and_time(chrono::NaiveTime::MIN), zone),
        }
    }

    /// Returns the last moment that is meant; a day ends with its last second in `zone`.
    pub fn end(self, zone: Tz) -> DateTime<Utc> {
        match self {
            Self::Instant(instant) => instant,
            Self::Day(day) => in_zone(day.and_time(END_OF_DAY), zone),
        }
    }
}

/// The last second of a day.
const END_OF_DAY: chrono::NaiveTime = chrono::NaiveTime::from_hms_opt(23, 59, 59).expect("the second exists");

/// Why a stated time cannot be true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeDoubt {
    /// It lies after the page was seen.
    Future,
    /// It lies before there were newspapers, or is a machine's way to say that it knows none.
    Past,
}

/// Years in which a time can lie.
const YEARS: std::ops::RangeInclusive<i32> = 1..=9999;
/// Clocks of different machines may differ by so much; beyond it a date lies in the future.
pub const CLOCK_SKEW: Duration = Duration::hours(24);
/// No news is older than this year.
const FIRST_NEWSPAPERS: i32 = 1600;

/// Ways in which files and pages write an instant with its offset.
const WITH_OFFSET: [&str; 6] = [
    "%Y-%m-%dT%H:%M:%S%.f%#z",
    "%Y-%m-%dT%H:%M%#z",
    "%Y-%m-%d %H:%M:%S%.f %#z",
    "%Y-%m-%d %H:%M %#z",
    "%a, %d %b %Y %H:%M:%S %#z",
    "%a %b %d %Y %H:%M:%S GMT%#z",
];
/// Ways in which they write a time without offset.
const LOCAL: [&str; 6] = [
    "%Y-%m-%dT%H:%M:%S%.f",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%d %H:%M:%S%.f",
    "%Y-%m-%d %H:%M",
    "%B %d, %Y %I:%M %p",
    "%d %B %Y %H:%M",
];
/// Ways in which they write a day.
const DAYS: [&str; 6] = ["%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%B %d, %Y", "%d %B %Y", "%A, %B %d, %Y"];

/// Returns an instant that was read from outside, if it lies in the years 1 to 9999.
pub fn instant_in_calendar<Z: TimeZone>(instant: &DateTime<Z>) -> Option<DateTime<Utc>> {
    let instant = instant.to_utc();
    YEARS.contains(&instant.year()).then_some(instant)
}

/// Returns the moment at which the clocks of `zone` show `local`.
///
/// An hour that comes twice means its first pass; in one that summer time
/// skips, the clock stood an hour earlier.
pub fn in_zone(local: NaiveDateTime, zone: Tz) -> DateTime<Utc> {
    let found = zone.from_local_datetime(&local).earliest();
    let found = found.or_else(|| {
        let hour_before = local.checked_sub_signed(chrono::Duration::hours(1))?;
        zone.from_local_datetime(&hour_before).earliest()
    });
    found.map_or_else(|| local.and_utc(), |instant| instant.with_timezone(&Utc))
}

impl fmt::Display for DocumentTime {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Day(day) => write!(f, "{day}"),
            Self::Instant(instant) => f.write_str(&instant.to_rfc3339_opts(SecondsFormat::AutoSi, true)),
        }
    }
}

/// The words are neither a day nor an instant with its offset.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no date such as 2025-04-24 and no time such as 2025-04-24T08:00:00Z")]
pub struct MomentError(String);

impl FromStr for DocumentTime {
    type Err = MomentError;

    fn from_str(words: &str) -> Result<Self, MomentError> {
        let day = || words.parse().ok().map(Self::Day);
        let instant = || DateTime::parse_from_rfc3339(words).ok().map(|instant| Self::Instant(instant.to_utc()));
        day().or_else(instant).and_then(Self::in_calendar).ok_or_else(|| MomentError(words.to_owned()))
    }
}

impl TryFrom<String> for DocumentTime {
    type Error = MomentError;

    fn try_from(words: String) -> Result<Self, MomentError> {
        words.parse()
    }
}

impl From<DocumentTime> for String {
    fn from(time: DocumentTime) -> Self {
        time.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_as_they_are_read() {
        for words in ["2025-04-24", "2025-04-24T08:00:00Z", "2025-04-24T08:00:00.250Z"] {
            let time: DocumentTime = words.parse().unwrap();
            assert_eq!(time.to_string(), words);
        }
        let offset: DocumentTime = "2025-08-12T07:05:00+08:00".parse().unwrap();
        assert_eq!(offset.to_string(), "2025-08-11T23:05:00Z");
        assert!("soon".parse::<DocumentTime>().is_err());
        for words in ["+10000-01-01", "+262142-12-31", "0000-12-31", "-0004-03-01"] {
            assert!(words.parse::<DocumentTime>().is_err(), "{words}");
        }
    }

    #[test]
    fn times_are_read_as_files_and_pages_state_them() {
        let check = |text: &str, want: &str| {
            let got = DocumentTime::read(text, Tz::Europe__London).map(|time| time.to_string());
            assert_eq!(got.as_deref().unwrap_or("refused"), want, "for {text}");
        };
        check("2025-04-24", "2025-04-24");
        check("2025-04-24T08:00:00Z", "2025-04-24T08:00:00Z");
        check("2025-04-24T08:00", "2025-04-24T07:00:00Z"); // London in summer
        check("2025-04-24 08:00:30+02:00", "2025-04-24T06:00:30Z");
        check("2025-04-24T08:00:00.000+0000", "2025-04-24T08:00:00Z");
        check("Thu, 24 Apr 2025 08:00:00 GMT", "2025-04-24T08:00:00Z");
        check("April 24, 2025", "2025-04-24");
        check("24 April 2025", "2025-04-24");
        check("2025-02-30", "refused");
        check("04/05/2025", "refused");
        check("soon", "refused");
        check("9999-12-31", "9999-12-31");
        check("+262142-12-31T23:30:00Z", "refused"); // Tokyo's clock cannot show it
        check("+262142-12-31", "refused");
        check("-262143-01-01T00:30:00", "refused");
        check("Thu, 01 Jan 10000 08:00:00 GMT", "refused");
    }

    #[test]
    fn times_that_cannot_be_true_are_doubted() {
        let seen = "2025-04-24T08:00:00Z".parse().unwrap();
        let check = |text: &str, want: Option<TimeDoubt>| {
            assert_eq!(text.parse::<DocumentTime>().unwrap().doubt(seen), want, "for {text}");
        };
        check("2025-04-24T09:00:00Z", None); // another clock
        check("2025-04-25", None);
        check("2025-04-26", Some(TimeDoubt::Future));
        check("2099-01-01T00:00:00Z", Some(TimeDoubt::Future));
        check("1970-01-01T00:00:00Z", Some(TimeDoubt::Past));
        check("0001-01-01", Some(TimeDoubt::Past));
        check("1912-04-15", None); // old newspapers are read too
    }

    #[test]
    fn a_local_time_means_the_zone_it_is_read_in() {
        let check = |local: &str, want: &str| {
            let local: NaiveDateTime = local.parse().unwrap();
            assert_eq!(in_zone(local, Tz::Europe__London).to_rfc3339(), want);
        };
        check("2025-04-24T08:00:00", "2025-04-24T07:00:00+00:00");
        check("2025-03-30T01:30:00", "2025-03-30T00:30:00+00:00"); // skipped by summer time
        check("2025-10-26T01:30:00", "2025-10-26T00:30:00+00:00"); // comes twice
    }
}
