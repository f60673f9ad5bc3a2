//! Holds a date that may be vague, as EDTF writes it, and compares it.
//!
//! `2025-09` is a month: it begins on the first and ends on the 30th. Nothing
//! here invents a day: where order needs one, `bounds` gives the earliest and
//! the latest moment the words allow, and both ends travel together.

mod bounds;
mod fields;
mod precision;
mod refinement;
mod words;

use std::fmt;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use bounds::{End, Part};

pub use precision::Precision;

/// A date of EDTF level 0 or 1: `2025-04-23`, `2025-04`, `199X`, `../2025-09`, `2022-02~`.
///
/// Invariant: the text is valid EDTF. That is why the field is private.
///
/// Source: EDTF specification, 4 February 2019, Library of Congress (ISO 8601-2).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(try_from = "String", into = "String")]
pub struct Edtf(String);

/// The text is no date that EDTF level 0 or 1 knows.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not an EDTF date")]
pub struct EdtfError(String);

impl Edtf {
    /// Returns the date written so.
    ///
    /// # Errors
    ///
    /// [`EdtfError`] when `date` has another shape or names a day that does not exist.
    pub fn new(date: impl Into<String>) -> Result<Self, EdtfError> {
        let date = date.into();
        match edtf_core::Edtf::parse(&date).is_ok() && bounds::ends_of(&date).is_some() {
            true => Ok(Self(date)),
            false => Err(EdtfError(date)),
        }
    }

    /// Returns a calendar day.
    pub fn from_day(day: NaiveDate) -> Option<Self> {
        Self::new(day.format("%Y-%m-%d").to_string()).ok()
    }

    /// Returns the date as EDTF writes it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Returns the first and the last moment that the date can mean, both included, to the second.
    ///
    /// Dates without an offset are read in `zone`. An open end is the end of
    /// time. Marks of doubt (`?`, `~`, `%`) say how sure the writer was, not how
    /// wide the range is, so they do not move the bounds.
    pub fn bounds(&self, zone: Tz) -> (DateTime<Utc>, DateTime<Utc>) {
        let (from, to) = self.ends();
        let first = from.part().map_or(DateTime::<Utc>::MIN_UTC, |part| part.first(zone));
        let last = to.part().map_or(DateTime::<Utc>::MAX_UTC, |part| part.last(zone));
        (first, last)
    }

    /// Returns the first moment the date can mean.
    pub fn earliest(&self, zone: Tz) -> DateTime<Utc> {
        self.bounds(zone).0
    }

    /// Returns the last moment the date can mean.
    pub fn latest(&self, zone: Tz) -> DateTime<Utc> {
        self.bounds(zone).1
    }

    /// Returns whether some moment fits both dates.
    pub fn overlaps(&self, other: &Self, zone: Tz) -> bool {
        let ((a_first, a_last), (b_first, b_last)) = (self.bounds(zone), other.bounds(zone));
        a_first <= b_last && b_first <= a_last
    }

    /// Returns whether every moment of `other` lies within this date.
    pub fn contains(&self, other: &Self, zone: Tz) -> bool {
        let ((a_first, a_last), (b_first, b_last)) = (self.bounds(zone), other.bounds(zone));
        a_first <= b_first && b_last <= a_last
    }

    /// Returns how exact the date is.
    pub fn precision(&self) -> Precision {
        let (from, to) = self.ends();
        let known = [from.part(), to.part()];
        known.into_iter().flatten().map(Part::precision).min().unwrap_or(Precision::Century)
    }

    /// Returns the one calendar day that the date names, if it names one; an instant's day is that in `zone`.
    pub fn day(&self, zone: Tz) -> Option<NaiveDate> {
        if self.is_interval() || self.precision() < Precision::Day {
            return None;
        }
        Some(self.earliest(zone).with_timezone(&zone).date_naive())
    }

    /// Returns whether the date has two ends, one of them maybe open.
    pub fn is_interval(&self) -> bool {
        self.0.contains('/')
    }

    /// Returns whether the writer marked the date as doubtful or approximate.
    pub fn is_doubtful(&self) -> bool {
        self.0.contains(['?', '~', '%'])
    }

    /// Returns the date as people write it: "about 12 August 2025", "by September 2025".
    pub fn words(&self) -> String {
        words::of(self.ends(), None)
    }

    /// Returns the date as people in `zone` write it: "12 August 2025, 02:15 BST".
    pub fn words_in(&self, zone: Tz) -> String {
        words::of(self.ends(), Some(zone))
    }

    /// Returns both ends; a plain date is both ends of itself.
    fn ends(&self) -> (End, End) {
        bounds::ends_of(&self.0).unwrap_or((End::Open, End::Open))
    }
}

impl fmt::Display for Edtf {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for Edtf {
    type Error = EdtfError;

    fn try_from(date: String) -> Result<Self, EdtfError> {
        Self::new(date)
    }
}

impl From<Edtf> for String {
    fn from(date: Edtf) -> Self {
        date.0
    }
}

impl End {
    fn part(&self) -> Option<&Part> {
        match self {
            Self::At(part) => Some(part),
            Self::Open => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(date: &str, want: &str) {
        let got = match Edtf::new(date) {
            Err(error) => format!("error: {error}"),
            Ok(date) => {
                let (first, last) = date.bounds(Tz::UTC);
                let end = |moment: DateTime<Utc>| match moment == DateTime::<Utc>::MIN_UTC
                    || moment == DateTime::<Utc>::MAX_UTC
                {
                    true => "open".to_owned(),
                    false => moment.format("%Y-%m-%dT%H:%M:%S").to_string(),
                };
                format!("{} {}", end(first), end(last))
            }
        };
        assert_eq!(got.replace("T00:00:00 ", " ").replace("T23:59:59", ""), want, "for {date}");
    }

    #[test]
    fn bounds_cover_the_stated_precision() {
        check("2024-02", "2024-02-01 2024-02-29");
        check("1900-02", "1900-02-01 1900-02-28"); // a century is no leap year
        check("2024-05~", "2024-05-01 2024-05-31"); // "about" does not widen
        check("2024-05-XX", "2024-05-01 2024-05-31");
        check("199X", "1990-01-01 1999-12-31");
        check("19XX", "1900-01-01 1999-12-31");
        check("2027-21", "2027-03-01 2027-05-31");
        check("2027-24", "2027-12-01 2028-02-29");
        check("../2025-09", "open 2025-09-30");
        check("2023-05/..", "2023-05-01 open");
        check("2025-03-17/2025-03-23", "2025-03-17 2025-03-23");
        check("-0479", "-0479-01-01 -0479-12-31");
        check("2025-08-12T02:15:00+08:00", "2025-08-11T18:15:00 2025-08-11T18:15:59");
        check("2025-08-12T02:15:07Z", "2025-08-12T02:15:07 2025-08-12T02:15:07");
    }

    #[test]
    fn what_is_no_date_is_refused() {
        for date in ["2023-02-29", "2023-04-31", "soon", "", "../..", "2025-13", "2025-09/2025-08", "{1960,1961}"] {
            assert!(Edtf::new(date).is_err(), "for {date}");
        }
    }

    #[test]
    fn days_without_offset_are_read_in_the_zone() {
        let day = Edtf::new("2025-07-01").expect("a day");
        assert_eq!(day.earliest(chrono_tz::Europe::London).to_rfc3339(), "2025-06-30T23:00:00+00:00");
        let instant = Edtf::new("2025-06-30T23:30:00Z").expect("an instant");
        assert_eq!(instant.day(chrono_tz::Europe::London), NaiveDate::from_ymd_opt(2025, 7, 1));
        assert!(day.overlaps(&instant, chrono_tz::Europe::London));
        assert!(!day.overlaps(&instant, Tz::UTC));
    }

    #[test]
    fn precision_is_that_of_the_coarser_end() {
        let precision = |date: &str| Edtf::new(date).expect("a date").precision();
        assert_eq!(precision("2025-07-01"), Precision::Day);
        assert_eq!(precision("2025-07-XX"), Precision::Month);
        assert_eq!(precision("../2025-09"), Precision::Month);
        assert_eq!(precision("2027-21"), Precision::Season);
        assert_eq!(precision("200X"), Precision::Decade);
        assert!(Precision::Year < Precision::Day);
    }
}
