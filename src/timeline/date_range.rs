//! Computes which moments a date allows, so that entries can be ordered and compared as numbers.
//!
//! An open end counts as its known side: "by September" stands in September,
//! not at the beginning of time, and "since May 2023" in May 2023.

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use crate::model::Clock;
use crate::model::{DocumentTime, Edtf, Precision, Timex, TimexType};

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
            _ => known_end(date).map_or((first, last), |end| end.bounds(zone)),
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
    if date.as_str().starts_with("../") { (range.last, range.last) } else { (range.first, range.last) }
}

/// Returns whether two moments lie so near that two outlets may mean the same one: less than a day apart.
pub(super) const fn are_within_a_day(a: DateRange, b: DateRange) -> bool {
    const DAY: i64 = 24 * 3600;
    a.last - a.first <= DAY && b.last - b.first <= DAY && a.first.abs_diff(b.first) < DAY as u64
}

/// Returns the time by which `clock` dates a version, else the other one.
pub(super) fn version_time(
    clock: Clock,
    captured: Option<DocumentTime>,
    published: Option<DocumentTime>,
) -> Option<DocumentTime> {
    match clock {
        Clock::Captured => captured.or(published),
        Clock::Stated => published.or(captured),
    }
}

/// Returns the one end of an interval that is known.
fn known_end(date: &Edtf) -> Option<Edtf> {
    let ends = date.as_str().split('/');
    ends.filter(|end| !matches!(*end, "" | "..")).find_map(|end| Edtf::new(end).ok())
}

/// Returns the day that `date` names, as its own clock shows it.
pub(super) fn day_of(date: &Edtf) -> Option<NaiveDate> {
    if date.is_interval() { None } else { first_day(date) }
}

/// Returns the day that a time expression names.
pub(super) fn day_named(timex: &Timex) -> Option<NaiveDate> {
    let is_point = matches!(timex.kind, TimexType::Date | TimexType::Time);
    timex.edtf.as_ref().filter(|_| is_point).and_then(day_of)
}

/// Returns the day of a date, or of an interval's first end, as its own clock shows it.
fn first_day(date: &Edtf) -> Option<NaiveDate> {
    let first = date.as_str().split(['/', 'T']).next().unwrap_or_default();
    first.trim_end_matches(['?', '~', '%']).parse().ok()
}

/// Returns whether two dates are equal or begin on the same day.
pub(super) fn are_of_one_day(a: &Edtf, b: &Edtf) -> bool {
    a == b || first_day(a).is_some_and(|day| first_day(b) == Some(day))
}

/// Returns the year in which a date begins; `None` for an open start, and for a decade or century.
pub(super) fn year_of(date: &Edtf) -> Option<i32> {
    let first = date.earliest(Tz::UTC);
    (first != DateTime::<Utc>::MIN_UTC && Precision::Year <= date.precision()).then(|| first.year())
}

/// Returns the last day of an interval that has no beginning: "until Friday".
pub(super) fn end_day(date: &Edtf) -> Option<NaiveDate> {
    let end = date.as_str().strip_prefix("../")?;
    day_of(&Edtf::new(end).ok()?)
}

/// Returns whether a date names a time of day, not only a day.
pub(super) fn has_clock(date: &Edtf) -> bool {
    !date.is_interval() && Precision::Day < date.precision()
}

/// Returns the same time of day, so many days earlier.
pub(super) fn days_before(date: &Edtf, days: u64) -> Option<Edtf> {
    let (_, clock) = date.as_str().split_once('T')?;
    let day = day_of(date)?.checked_sub_days(chrono::Days::new(days))?;
    Edtf::new(format!("{day}T{clock}")).ok()
}

/// Returns whether one date is a finer or coarser form of the other: "2024-06" and "2024-06-03".
pub(super) fn is_finer_or_coarser(a: &Edtf, b: &Edtf) -> bool {
    a.as_str().starts_with(b.as_str()) || b.as_str().starts_with(a.as_str())
}

/// Returns whether `coarse` is the year or month of the date `fine`.
pub(super) fn is_coarser_form(coarse: &Edtf, fine: &Edtf) -> bool {
    let rest = fine.as_str().strip_prefix(coarse.as_str());
    !fine.is_interval() && rest.is_some_and(|rest| rest.starts_with('-'))
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
    fn a_day_is_a_day_only_when_it_is_one() {
        let day = |text: &str| day_of(&Edtf::new(text).unwrap()).map(|day| day.to_string());
        assert_eq!(day("2025-02-27T19:00:00Z").as_deref(), Some("2025-02-27"));
        assert_eq!(day("2025-02").as_deref(), None);
        assert_eq!(day("2025-02-27/2025-02-28").as_deref(), None);
    }

    #[test]
    fn dates_are_compared_by_day_month_and_year() {
        let date = |text: &str| Edtf::new(text).unwrap();
        assert!(are_of_one_day(&date("2024-06-03T10:00:00Z"), &date("2024-06-03")));
        assert!(
            are_of_one_day(&date("2024-06"), &date("2024-06")) && !are_of_one_day(&date("2024-06"), &date("2024-05"))
        );
        assert!(
            is_coarser_form(&date("2024-06"), &date("2024-06-03"))
                && !is_coarser_form(&date("2024-05"), &date("2024-06-03"))
        );
        assert!(
            is_finer_or_coarser(&date("2024-06-03"), &date("2024"))
                && !is_finer_or_coarser(&date("2024"), &date("2023"))
        );
        assert_eq!(
            (year_of(&date("2013-05")), year_of(&date("../2013")), year_of(&date("2013"))),
            (Some(2013), None, Some(2013))
        );
        assert_eq!(end_day(&date("../2024-06-03")).map(|day| day.to_string()).as_deref(), Some("2024-06-03"));
        assert!(has_clock(&date("2024-06-03T10:00:00Z")) && !has_clock(&date("2024-06-03")));
        assert_eq!(days_before(&date("2024-06-03T10:00:00Z"), 1), Some(date("2024-06-02T10:00:00Z")));
    }
}
