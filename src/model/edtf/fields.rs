//! Answers which fields a date gives: its year, month, day and time of day, as written.
//!
//! `2025-08-12T02:15:00+08:00` gives the day 2025-08-12 here, whatever day that
//! is elsewhere: no time zone is applied. [`Edtf::day`] and [`Edtf::bounds`]
//! apply one.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime};

use super::Edtf;
use super::bounds::{End, Part};

impl Edtf {
    /// Returns the day that the date names, as its own clock shows it; `None` for an interval and without a day.
    pub fn day_as_written(&self) -> Option<NaiveDate> {
        self.single()?.calendar_day()
    }

    /// Returns the day on which the date begins, as its own clock shows it; `None` where that is open or not exact.
    pub fn first_day_as_written(&self) -> Option<NaiveDate> {
        known(self.ends().0)?.calendar_day()
    }

    /// Returns the year in which the date begins; `None` where that is open, or a decade or century.
    pub fn first_year(&self) -> Option<i32> {
        let part = known(self.ends().0)?;
        (part.years.0 == part.years.1).then_some(part.years.0)
    }

    /// Returns the month, 1 to 12, that the date names or lies in; `None` for an interval, a season and a year.
    pub fn month(&self) -> Option<u32> {
        self.single()?.month.filter(|month| (1..=12).contains(month))
    }

    /// Returns whether the date gives a time of day; an interval does not.
    pub fn has_time_of_day(&self) -> bool {
        self.single().is_some_and(|part| part.clock.is_some())
    }

    /// Returns day and time of day as the date's own clock shows them.
    pub fn time_as_written(&self) -> Option<NaiveDateTime> {
        let part = self.single()?;
        Some(part.calendar_day()?.and_time(part.clock?.time))
    }

    /// Returns the moment of a date that gives a time of day and its offset from UTC.
    pub fn instant(&self) -> Option<DateTime<FixedOffset>> {
        let part = self.single()?;
        let clock = part.clock?;
        part.calendar_day()?.and_time(clock.time).and_local_timezone(clock.offset?).single()
    }

    /// Returns the same time of day, with its offset, on another day; `None` without a time of day.
    pub fn on_day(&self, day: NaiveDate) -> Option<Self> {
        let clock = self.has_time_of_day().then(|| self.0.split_once('T'))??.1;
        Self::new(format!("{}T{clock}", day.format("%Y-%m-%d"))).ok()
    }

    /// Returns the date with which an interval begins, or the date itself; `None` where the beginning is open.
    pub fn first_end(&self) -> Option<Self> {
        end_of(self.0.split('/').next())
    }

    /// Returns the date with which an interval ends, or the date itself; `None` where the end is open.
    pub fn last_end(&self) -> Option<Self> {
        end_of(self.0.split('/').next_back())
    }

    /// Returns the known end of an interval whose other end is open: 2 June of "since 2 June" and of "until 2 June".
    pub fn closed_end(&self) -> Option<Self> {
        match (self.first_end(), self.last_end()) {
            (Some(end), None) | (None, Some(end)) => Some(end),
            _ => None,
        }
    }

    /// Returns whether the date is an interval that has no beginning: "until 2 June".
    pub fn has_open_start(&self) -> bool {
        self.is_interval() && self.first_end().is_none()
    }

    /// Returns the fields of a date that is no interval.
    fn single(&self) -> Option<Part> {
        if self.is_interval() { None } else { known(self.ends().0) }
    }
}

/// Returns the date that one end of an interval is; `None` for an open end.
fn end_of(text: Option<&str>) -> Option<Edtf> {
    text.filter(|end| !matches!(*end, "" | "..")).and_then(|end| Edtf::new(end).ok())
}

/// Returns the fields of an end that is known.
fn known(end: End) -> Option<Part> {
    match end {
        End::At(part) => Some(part),
        End::Open => None,
    }
}

impl Part {
    /// Returns the calendar day, where year, month and day are all given.
    fn calendar_day(&self) -> Option<NaiveDate> {
        let is_one_year = self.years.0 == self.years.1;
        NaiveDate::from_ymd_opt(self.years.0, self.month?, self.day?).filter(|_| is_one_year)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Edtf {
        Edtf::new(text).expect("a date")
    }

    #[test]
    fn the_day_is_that_of_the_date_s_own_clock() {
        for (text, day, first_day) in [
            ("2025-08-12", "2025-08-12", "2025-08-12"),
            ("2025-08-12~", "2025-08-12", "2025-08-12"),
            ("2025-08-12T02:15:00+08:00", "2025-08-12", "2025-08-12"),
            ("2025-03-17/2025-03-23", "-", "2025-03-17"),
            ("2025-03-17/..", "-", "2025-03-17"),
            ("../2025-03-23", "-", "-"),
            ("2025-08", "-", "-"),
            ("2025-08-XX", "-", "-"),
            ("2027-21", "-", "-"),
        ] {
            let show = |day: Option<NaiveDate>| day.map_or("-".to_owned(), |day| day.to_string());
            let date = date(text);
            assert_eq!(
                (show(date.day_as_written()), show(date.first_day_as_written())),
                (day.into(), first_day.into())
            );
        }
    }

    #[test]
    fn year_and_month_are_those_given() {
        for (text, year, month) in [
            ("2025-08-12", Some(2025), Some(8)),
            ("2025-08?", Some(2025), Some(8)),
            ("2027-21", Some(2027), None),
            ("2023-05/2024-01", Some(2023), None),
            ("../2025-09", None, None),
            ("199X", None, None),
            ("-0479", Some(-479), None),
        ] {
            assert_eq!((date(text).first_year(), date(text).month()), (year, month), "for {text}");
        }
    }

    #[test]
    fn a_time_of_day_is_read_and_kept() {
        let evening = date("2025-08-12T19:30:00+08:00");
        assert!(evening.has_time_of_day() && !date("2025-08-12").has_time_of_day());
        assert!(!date("2025-08-12/2025-08-13").has_time_of_day());
        assert_eq!(evening.time_as_written().map(|local| local.time()), "19:30:00".parse().ok());
        assert_eq!(evening.instant().map(|instant| instant.to_rfc3339()), Some("2025-08-12T19:30:00+08:00".to_owned()));
        assert_eq!(date("2025-08-12T19:30:00").instant(), None);
        let before = evening.day_as_written().and_then(|day| evening.on_day(day.pred_opt()?));
        assert_eq!(before, Some(date("2025-08-11T19:30:00+08:00")));
        assert_eq!(date("2025-08-12").on_day(NaiveDate::MIN), None);
    }

    #[test]
    fn the_ends_of_an_interval_are_dates() {
        for (text, first, last, closed) in [
            ("2025-03-17/2025-03-23", Some("2025-03-17"), Some("2025-03-23"), None),
            ("../2025-09", None, Some("2025-09"), Some("2025-09")),
            ("2023-05/..", Some("2023-05"), None, Some("2023-05")),
            ("2025-08", Some("2025-08"), Some("2025-08"), None),
        ] {
            let own = date(text);
            assert_eq!((own.first_end(), own.last_end()), (first.map(date), last.map(date)), "for {text}");
            assert_eq!(own.closed_end(), closed.map(date), "for {text}");
            assert_eq!(own.has_open_start(), text.starts_with(".."), "for {text}");
        }
    }
}
