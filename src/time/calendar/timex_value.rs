//! Defines the period of the calendar, and writes it as a TIMEX3 value and as EDTF.
//!
//! The third quarter of 1989 is `1989-Q3` to `TimeML` and, since EDTF level 1
//! knows no quarters, `1989-07/1989-09` to people.

use chrono::{Datelike, NaiveDate};

use super::arithmetic::{add_days, add_months, week_start};
use crate::time::phrase::{DayPart, Length, PartialDate, TimeUnit};

/// A period of the calendar that a date names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum CalendarPeriod {
    Day(NaiveDate),
    /// ISO year and week.
    Week(i32, u32),
    Weekend(i32, u32),
    Month(i32, u32),
    Quarter(i32, u32),
    Half(i32, u32),
    /// 1 is spring; winter is that which ends in February of the year after.
    Season(i32, u32),
    Year(i32),
    /// First year divided by ten.
    Decade(i32),
    /// First year divided by a hundred.
    Century(i32),
    /// Decades and centuries before Christ, by their number there: the 470s are 47.
    DecadeBc(i32),
    CenturyBc(i32),
    /// Several days that have a name together.
    Span(NaiveDate, NaiveDate),
}

const SEASONS: [&str; 4] = ["SP", "SU", "FA", "WI"];

impl CalendarPeriod {
    /// Returns the TIMEX3 value.
    pub(crate) fn value(self) -> String {
        match self {
            Self::Day(day) => format!("{}-{:02}-{:02}", year(day.year()), day.month(), day.day()),
            Self::Week(y, week) => format!("{}-W{week:02}", year(y)),
            Self::Weekend(y, week) => format!("{}-W{week:02}-WE", year(y)),
            Self::Month(y, month) => format!("{}-{month:02}", year(y)),
            Self::Quarter(y, quarter) => format!("{}-Q{quarter}", year(y)),
            Self::Half(y, half) => format!("{}-H{half}", year(y)),
            Self::Season(y, season) => format!("{}-{}", year(y), SEASONS[(season as usize - 1) % 4]),
            Self::Year(y) => year(y),
            Self::Decade(decade) => format!("{decade:03}"),
            Self::Century(century) => format!("{century:02}"),
            Self::DecadeBc(decade) => format!("BC{decade:03}"),
            Self::CenturyBc(century) => format!("BC{century:02}"),
            Self::Span(first, _) => format!("{}-{:02}", year(first.year()), first.month()),
        }
    }

    /// Returns the date as EDTF of level 1.
    pub(crate) fn edtf(self) -> String {
        let month = |y: i32, month: u32| format!("{}-{month:02}", edtf_year(y));
        match self {
            Self::Day(day) => edtf_day(day),
            Self::Week(..) | Self::Weekend(..) | Self::Span(..) => {
                let (first, last) = self.days();
                format!("{}/{}", edtf_day(first), edtf_day(last))
            }
            Self::Month(y, m) => month(y, m),
            Self::Quarter(y, quarter) => format!("{}/{}", month(y, quarter * 3 - 2), month(y, quarter * 3)),
            Self::Half(y, half) => format!("{}/{}", month(y, half * 6 - 5), month(y, half * 6)),
            Self::Season(y, season) => format!("{}-{}", edtf_year(y), 20 + season),
            Self::Year(y) => edtf_year(y),
            Self::Decade(decade) => format!("{decade:03}X"),
            Self::Century(century) => format!("{century:02}XX"),
            Self::DecadeBc(_) | Self::CenturyBc(_) => {
                let (first, last) = self.days();
                format!("{}/{}", edtf_year(first.year()), edtf_year(last.year()))
            }
        }
    }

    /// Returns the first and the last day.
    pub(crate) fn days(self) -> (NaiveDate, NaiveDate) {
        let months = |y: i32, first: u32, n: u32| {
            let start = day_or_edge(y, first, 1);
            let (next_y, next) = if 12 < first + n { (y + 1, first + n - 12) } else { (y, first + n) };
            (start, day_or_edge(next_y, next, 1).pred_opt().unwrap_or(start))
        };
        let years = |first: i32, last: i32| (day_or_edge(first, 1, 1), day_or_edge(last, 12, 31));
        let week = |y, week, from, to| {
            let monday = week_start(y, week).unwrap_or(day_or_edge(y, 1, 1));
            (add_days(monday, from).unwrap_or(monday), add_days(monday, to).unwrap_or(monday))
        };
        match self {
            Self::Day(day) => (day, day),
            Self::Week(y, w) => week(y, w, 0, 6),
            Self::Weekend(y, w) => week(y, w, 5, 6),
            Self::Month(y, month) => months(y, month, 1),
            Self::Quarter(y, quarter) => months(y, quarter * 3 - 2, 3),
            Self::Half(y, half) => months(y, half * 6 - 5, 6),
            Self::Season(y, season) => months(y, season * 3, 3),
            Self::Year(y) => years(y, y),
            Self::Decade(decade) => years(decade * 10, decade * 10 + 9),
            Self::Century(century) => years(century * 100, century * 100 + 99),
            Self::DecadeBc(decade) => years(1 - (decade * 10 + 9), 1 - decade * 10),
            Self::CenturyBc(century) => years(1 - (century * 100 + 99), 1 - century * 100),
            Self::Span(first, last) => (first, last),
        }
    }

    /// Returns the unit it is named in.
    pub(crate) const fn unit(self) -> TimeUnit {
        match self {
            Self::Day(_) => TimeUnit::Day,
            Self::Week(..) | Self::Weekend(..) => TimeUnit::Week,
            Self::Month(..) | Self::Span(..) => TimeUnit::Month,
            Self::Quarter(..) | Self::Half(..) | Self::Season(..) => TimeUnit::Quarter,
            Self::Year(_) => TimeUnit::Year,
            Self::Decade(_) | Self::DecadeBc(_) => TimeUnit::Decade,
            Self::Century(_) | Self::CenturyBc(_) => TimeUnit::Century,
        }
    }

    /// Returns the year it begins in.
    pub(crate) fn year(self) -> i32 {
        match self {
            Self::Week(y, _)
            | Self::Weekend(y, _)
            | Self::Month(y, _)
            | Self::Quarter(y, _)
            | Self::Half(y, _)
            | Self::Season(y, _)
            | Self::Year(y) => y,
            period => period.days().0.year(),
        }
    }
}

/// Returns the period of a unit that holds `day`; that of a time unit is the day itself.
#[allow(clippy::unnecessary_wraps, reason = "callers chain it behind days that may not exist")]
pub(crate) fn period_holding(day: NaiveDate, unit: TimeUnit) -> Option<CalendarPeriod> {
    let week = day.iso_week();
    Some(match unit {
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Day => CalendarPeriod::Day(day),
        TimeUnit::Weekend => CalendarPeriod::Weekend(week.year(), week.week()),
        TimeUnit::Week | TimeUnit::Fortnight => CalendarPeriod::Week(week.year(), week.week()),
        TimeUnit::Month => CalendarPeriod::Month(day.year(), day.month()),
        TimeUnit::Quarter => CalendarPeriod::Quarter(day.year(), day.month0() / 3 + 1),
        TimeUnit::Year => CalendarPeriod::Year(day.year()),
        TimeUnit::Decade if day.year() <= 0 => CalendarPeriod::DecadeBc((1 - day.year()) / 10),
        TimeUnit::Decade => CalendarPeriod::Decade(day.year().div_euclid(10)),
        _ if day.year() <= 0 => CalendarPeriod::CenturyBc((1 - day.year()) / 100),
        TimeUnit::Century | TimeUnit::Millennium => CalendarPeriod::Century(day.year().div_euclid(100)),
    })
}

/// Returns the period that lies `n` units after the one that holds `from`; `None` beyond the calendar.
pub(crate) fn period_shifted(from: NaiveDate, unit: TimeUnit, n: i32) -> Option<CalendarPeriod> {
    let days = |each: i64| add_days(from, each * i64::from(n));
    let months = |each: i32| add_months(from.with_day(1)?, each.checked_mul(n)?);
    let day = match unit {
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => from,
        TimeUnit::Day => days(1)?,
        TimeUnit::Week | TimeUnit::Weekend => days(7)?,
        TimeUnit::Fortnight => days(14)?,
        TimeUnit::Month => months(1)?,
        TimeUnit::Quarter => months(3)?,
        TimeUnit::Year => months(12)?,
        TimeUnit::Decade => months(120)?,
        TimeUnit::Century | TimeUnit::Millennium => months(1200)?,
    };
    period_holding(day, unit)
}

fn day_or_edge(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or(if year < 0 { NaiveDate::MIN } else { NaiveDate::MAX })
}

/// Returns the TIMEX3 value of an astronomical year: 0 is `BC0001`.
fn year(year: i32) -> String {
    match year {
        ..=0 => format!("BC{:04}", 1 - year),
        _ => format!("{year:04}"),
    }
}

fn edtf_year(year: i32) -> String {
    match year {
        ..=-1 => format!("-{:04}", -year),
        _ => format!("{year:04}"),
    }
}

fn edtf_day(day: NaiveDate) -> String {
    format!("{}-{:02}-{:02}", edtf_year(day.year()), day.month(), day.day())
}

/// Returns the TIMEX3 value of a length, an ISO 8601 duration: `P3D`, `PT5H30M`, `P2Y6M`; `PXW` is a number of weeks.
pub(crate) fn value_of_length(length: &Length) -> String {
    let (letter, factor, is_time) = letter(length.unit);
    let t = if is_time { "T" } else { "" };
    let Some(number) = length.number else {
        return format!("P{t}X{letter}");
    };
    let number = number * factor;
    if let Some((rest, unit)) = length.rest {
        let (rest_letter, rest_factor, rest_is_time) = self::letter(unit);
        let rest_t = if rest_is_time && !is_time { "T" } else { "" };
        return format!("P{t}{}{letter}{rest_t}{}{rest_letter}", plain(number), plain(rest * rest_factor));
    }
    let part = number.fract();
    let smaller = match length.unit {
        TimeUnit::Hour | TimeUnit::Minute => Some((60.0, if length.unit == TimeUnit::Hour { "M" } else { "S" })),
        TimeUnit::Year => Some((12.0, "M")),
        _ => None,
    };
    match smaller {
        Some((factor, small)) if 0.0 < part && (part * factor).fract() == 0.0 => match number.trunc() {
            0.0 => format!("P{t}{}{small}", plain(part * factor)),
            whole => format!("P{t}{}{letter}{}{small}", plain(whole), plain(part * factor)),
        },
        _ => format!("P{t}{}{letter}", plain(number)),
    }
}

/// Returns the letter of a unit, how many of it one is, and whether it counts within a day.
fn letter(unit: TimeUnit) -> (&'static str, f64, bool) {
    match unit {
        TimeUnit::Second => ("S", 1.0, true),
        TimeUnit::Minute => ("M", 1.0, true),
        TimeUnit::Hour => ("H", 1.0, true),
        TimeUnit::Day => ("D", 1.0, false),
        TimeUnit::Weekend => ("WE", 1.0, false),
        TimeUnit::Week => ("W", 1.0, false),
        TimeUnit::Fortnight => ("W", 2.0, false),
        TimeUnit::Month => ("M", 1.0, false),
        TimeUnit::Quarter => ("Q", 1.0, false),
        TimeUnit::Year => ("Y", 1.0, false),
        TimeUnit::Decade => ("Y", 10.0, false),
        TimeUnit::Century => ("Y", 100.0, false),
        TimeUnit::Millennium => ("Y", 1000.0, false),
    }
}

fn plain(number: f64) -> String {
    format!("{number}")
}

/// Returns the TIMEX3 value of a recurring date: `XXXX-WXX-2` for Tuesdays, `XXXX-10` for Octobers, `XXXX-SU`.
pub(crate) fn value_of_recurring(date: &PartialDate, part: Option<DayPart>) -> Option<String> {
    let core = match (date.weekday, date.month, date.season, date.quarter) {
        _ if date.weekend => "XXXX-WXX-WE".to_owned(),
        (Some(weekday), ..) => format!("XXXX-WXX-{weekday}"),
        (_, Some(month), ..) => match date.day {
            Some(day) => format!("XXXX-{month:02}-{day:02}"),
            None => format!("XXXX-{month:02}"),
        },
        (_, _, Some(season), _) => format!("XXXX-{}", SEASONS[(season as usize - 1) % 4]),
        (_, _, _, Some(quarter)) => format!("XXXX-Q{quarter}"),
        _ if part.is_some() => "XXXX-XX-XX".to_owned(),
        _ => return None,
    };
    Some(match part {
        Some(part) => format!("{core}T{}", part.value()),
        None => core,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_as_timeml_writes_them() {
        let of = |number, unit| value_of_length(&Length { number, unit, rest: None });
        assert_eq!(of(Some(3.0), TimeUnit::Day), "P3D");
        assert_eq!(of(Some(5.5), TimeUnit::Hour), "PT5H30M");
        assert_eq!(of(Some(0.5), TimeUnit::Hour), "PT30M");
        assert_eq!(of(Some(2.5), TimeUnit::Year), "P2Y6M");
        assert_eq!(of(None, TimeUnit::Week), "PXW");
        assert_eq!(of(Some(2.0), TimeUnit::Decade), "P20Y");
    }

    #[test]
    fn every_period_has_valid_edtf() {
        use CalendarPeriod::*;
        let day = NaiveDate::from_ymd_opt(-479, 8, 20).expect("a day");
        for period in [
            Day(day),
            Week(1998, 7),
            Weekend(1998, 7),
            Month(-479, 8),
            Quarter(1989, 3),
            Half(1990, 2),
            Season(1994, 4),
            Year(0),
            Year(9999),
            Decade(199),
            Century(19),
            DecadeBc(47),
            CenturyBc(3),
        ] {
            let edtf = period.edtf();
            assert!(crate::model::Edtf::new(edtf.clone()).is_ok(), "{period:?} gives {edtf}");
        }
    }
}
