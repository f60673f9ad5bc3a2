//! Computes which moments a date allows, so that entries can be ordered and compared as numbers.
//!
//! An open end counts as its known side: "by September" stands in September,
//! not at the beginning of time, and "since May 2023" in May 2023.

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::model::{DAY_IN_SECONDS, Edtf, Precision, Timex, TimexType};

/// First and last moment, in seconds since 1970, and how exact the date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct DateRange {
    /// First moment.
    pub first: i64,
    /// Last moment.
    pub last: i64,
    /// How exact the date is.
    pub grain: DateGrain,
}

/// How exact a date is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum DateGrain {
    /// A month, a year, an interval.
    Coarse,
    /// A day.
    Day,
    /// A time of day.
    Clock,
}

impl DateRange {
    /// Returns the moments that `date` allows, with days and months in `zone`.
    pub fn of(date: &Edtf, zone: Tz) -> Self {
        let (first, last) = date.bounds(zone);
        let known = match (first == DateTime::<Utc>::MIN_UTC, last == DateTime::<Utc>::MAX_UTC) {
            (false, false) => (first, last),
            _ => date.first_end().or_else(|| date.last_end()).map_or((first, last), |end| end.bounds(zone)),
        };
        let grain = match date.precision() {
            _ if date.is_interval() => DateGrain::Coarse,
            fine if Precision::Day < fine => DateGrain::Clock,
            Precision::Day => DateGrain::Day,
            _ => DateGrain::Coarse,
        };
        Self { first: known.0.timestamp(), last: known.1.timestamp(), grain }
    }

    /// Returns whether the two have a moment in common.
    pub const fn overlaps(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }

    /// Returns whether every moment of `other` lies within this range.
    pub const fn contains(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }
}

/// Returns the first and last moment by which a date stands in order: a date with an open beginning stands at its end,
/// so that "by the end of 2025" does not precede what happened in March.
pub(crate) fn place_in_time(date: &Edtf, zone: Tz) -> (i64, i64) {
    let range = DateRange::of(date, zone);
    if date.has_open_start() { (range.last, range.last) } else { (range.first, range.last) }
}

/// Returns whether two moments lie so near that two outlets may mean the same one: less than a day apart.
pub(super) const fn are_within_a_day(a: DateRange, b: DateRange) -> bool {
    let is_one_day = a.last - a.first <= DAY_IN_SECONDS && b.last - b.first <= DAY_IN_SECONDS;
    is_one_day && a.first.abs_diff(b.first) < DAY_IN_SECONDS as u64
}

/// Returns the day that a time expression names.
pub(super) fn day_named(timex: &Timex) -> Option<NaiveDate> {
    let is_point = matches!(timex.kind, TimexType::Date | TimexType::Time);
    timex.edtf.as_ref().filter(|_| is_point)?.day_as_written()
}

/// Returns whether two dates are equal or begin on the same day.
pub(super) fn are_of_one_day(a: &Edtf, b: &Edtf) -> bool {
    a == b || a.first_day_as_written().is_some_and(|day| b.first_day_as_written() == Some(day))
}

/// Returns the last day of an interval that has no beginning: "until Friday".
pub(super) fn end_day(date: &Edtf) -> Option<NaiveDate> {
    date.closed_end().filter(|_| date.has_open_start())?.day_as_written()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(date: &str, want: &str) {
        let found = DateRange::of(&Edtf::new(date).unwrap(), chrono_tz::Europe::London);
        let show = |seconds| DateTime::from_timestamp(seconds, 0).unwrap().format("%Y-%m-%d").to_string();
        assert_eq!(format!("{} {} {:?}", show(found.first), show(found.last), found.grain), want, "for {date}");
    }

    #[test]
    fn an_open_end_counts_as_its_known_side() {
        check("2025-02-27", "2025-02-27 2025-02-27 Day");
        check("../2025-12", "2025-12-01 2025-12-31 Coarse");
        check("2023-02/..", "2023-02-01 2023-02-28 Coarse");
        check("2025-02-27T19:00:00Z", "2025-02-27 2025-02-27 Clock");
    }

    #[test]
    fn dates_are_compared_by_day() {
        let date = |text: &str| Edtf::new(text).unwrap();
        assert!(are_of_one_day(&date("2024-06-03T10:00:00Z"), &date("2024-06-03")));
        assert!(are_of_one_day(&date("2024-06"), &date("2024-06")));
        assert!(!are_of_one_day(&date("2024-06"), &date("2024-05")));
        let end = |text: &str| end_day(&date(text)).map(|day| day.to_string());
        assert_eq!(end("../2024-06-03").as_deref(), Some("2024-06-03"));
        assert_eq!([end("2024-06-03/.."), end("2024-06-03"), end("../2024-06")], [None, None, None]);
    }
}
