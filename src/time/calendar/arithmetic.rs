//! Computes days: months later, ISO weeks, and the days of holidays.

use chrono::{Datelike, Duration, NaiveDate, Weekday};

use super::holidays_table::{HOLIDAYS, HolidayRule};

/// Returns the day `n` months later, cut to the month's last day; `None` beyond the calendar.
pub(crate) fn add_months(day: NaiveDate, n: i32) -> Option<NaiveDate> {
    let months = day.year().checked_mul(12)?.checked_add(day.month0().cast_signed())?.checked_add(n)?;
    let (year, month) = (months.div_euclid(12), months.rem_euclid(12) as u32 + 1);
    NaiveDate::from_ymd_opt(year, month, day.day().min(days_in(year, month)))
}

/// Returns the day `n` days later; `None` beyond the calendar.
pub(crate) fn add_days(day: NaiveDate, n: i64) -> Option<NaiveDate> {
    day.checked_add_signed(Duration::try_days(n)?)
}

/// Returns how many days a month has.
pub(crate) fn days_in(year: i32, month: u32) -> u32 {
    let (next_year, next_month) = if month == 12 { (year + 1, 1) } else { (year, month + 1) };
    NaiveDate::from_ymd_opt(next_year, next_month, 1).and_then(|day| day.pred_opt()).map_or(28, |day| day.day())
}

/// Returns Monday of an ISO week.
pub(crate) fn week_start(year: i32, week: u32) -> Option<NaiveDate> {
    NaiveDate::from_isoywd_opt(year, week, Weekday::Mon)
}

/// Returns Monday of the week that holds `day`.
pub(crate) fn monday(day: NaiveDate) -> NaiveDate {
    add_days(day, -i64::from(day.weekday().num_days_from_monday())).unwrap_or(day)
}

/// Returns the first and the last day of a row of the table of holidays in a year.
pub(crate) fn days_of_holiday(row: usize, year: i32) -> Option<(NaiveDate, NaiveDate)> {
    let day = match HOLIDAYS.get(row)?.rule {
        HolidayRule::Fixed(month, day) => NaiveDate::from_ymd_opt(year, month, day)?,
        HolidayRule::Weekday(month, weekday, which) => nth_weekday(year, month, weekday, which)?,
        HolidayRule::DaysAfter(month, weekday, which, days) => {
            add_days(nth_weekday(year, month, weekday, which)?, days)?
        }
        HolidayRule::Easter(offset) => add_days(easter(year)?, offset)?,
        HolidayRule::ElectionDay => add_days(nth_weekday(year, 11, 1, 1)?, 1)?,
        HolidayRule::Islamic(month, day) => islamic(year, month, day)?,
        HolidayRule::IslamicMonth(month) => {
            let first = islamic(year, month, 1)?;
            return Some((first, add_days(first, 29)?));
        }
        HolidayRule::HolyWeek => {
            let sunday = easter(year)?;
            return Some((monday(sunday), sunday));
        }
    };
    Some((day, day))
}

/// Returns which day of a month is the `which`-th of its name, 1 the first and -1 the last; not every month has a fifth.
pub(crate) fn nth_weekday(year: i32, month: u32, weekday: u32, which: i32) -> Option<NaiveDate> {
    if which < 0 {
        let last = NaiveDate::from_ymd_opt(year, month, days_in(year, month))?;
        return add_days(last, -(i64::from(last.weekday().number_from_monday()) - i64::from(weekday)).rem_euclid(7));
    }
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let ahead = (i64::from(weekday) - i64::from(first.weekday().number_from_monday())).rem_euclid(7);
    add_days(first, ahead + 7 * i64::from(which - 1)).filter(|day| day.month() == month)
}

/// Returns Easter Sunday of the western churches.
///
/// Source: anonymous Gregorian algorithm (Nature, 20 April 1876).
pub(crate) fn easter(year: i32) -> Option<NaiveDate> {
    let (golden, century, rest) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let correction = (century - (century + 8).div_euclid(25) + 1).div_euclid(3);
    let epact = (19 * golden + century - century.div_euclid(4) - correction + 15).rem_euclid(30);
    let weekday = (32 + 2 * century.rem_euclid(4) + 2 * rest.div_euclid(4) - epact - rest.rem_euclid(4)).rem_euclid(7);
    let moon = (golden + 11 * epact + 22 * weekday).div_euclid(451);
    let days = epact + weekday - 7 * moon + 114;
    NaiveDate::from_ymd_opt(year, days.div_euclid(31) as u32, days.rem_euclid(31) as u32 + 1)
}

/// Returns the first day in a Gregorian year that is this day of the tabular Islamic calendar.
///
/// Source: the arithmetical Islamic calendar, civil epoch 16 July 622 (Julian).
fn islamic(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    /// Days from 1 January of the year 1 to 1 Muharram of the year 1, in the Gregorian calendar.
    const EPOCH: i64 = 227_015;
    let guess = (i64::from(year) - 622) * 33 / 32;
    let place = |islamic_year: i64| {
        let months = 29 * i64::from(month - 1) + i64::from(month) / 2;
        let days = (islamic_year - 1) * 354 + (3 + 11 * islamic_year).div_euclid(30) + months + i64::from(day);
        NaiveDate::from_num_days_from_ce_opt(i32::try_from(EPOCH + days - 1).ok()?)
    };
    (guess - 1..=guess + 2).filter_map(place).find(|day| day.year() == year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, year: i32, want: &str) {
        let place = HOLIDAYS.iter().position(|holiday| holiday.words == words).expect("a row");
        let got = days_of_holiday(place, year).map(|(first, _)| first.to_string());
        assert_eq!(got.as_deref(), Some(want), "{words} {year}");
    }

    #[test]
    fn holidays_fall_where_the_calendars_say() {
        check("easter monday", 2024, "2024-04-01");
        check("easter sunday?", 1998, "1998-04-12");
        check("good friday", 2025, "2025-04-18");
        check("thanksgiving day?", 1999, "1999-11-25");
        check("black friday", 2019, "2019-11-29");
        check("cyber monday", 2024, "2024-12-02");
        check("memorial day", 2024, "2024-05-27");
        check("election day", 2016, "2016-11-08");
        check("labor day", 2023, "2023-09-04");
        check("eid al fitr", 2019, "2019-06-05"); // a day after most countries saw the moon
    }

    #[test]
    fn months_are_cut_to_their_last_day() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).expect("a day");
        assert_eq!(add_months(day(2024, 1, 31), 1), Some(day(2024, 2, 29)));
        assert_eq!(add_months(day(2024, 1, 31), -2), Some(day(2023, 11, 30)));
        assert_eq!(add_months(day(2024, 1, 31), i32::MAX), None);
    }

    #[test]
    fn every_holiday_is_found_by_its_words() {
        use crate::model::{DocumentTime, Setting};
        let published = "2023-12-31".parse().ok().map(DocumentTime::Day);
        for (place, row) in HOLIDAYS.iter().enumerate() {
            let words =
                row.words.split(' ').map(|word| word.trim_end_matches('?').split('|').next().unwrap_or_default());
            let words = words.map(|word| word[..1].to_uppercase() + &word[1..]).collect::<Vec<_>>().join(" ");
            let text = format!("It opened on {} 2023.", words.replace(" '", "'"));
            let timexes =
                crate::time::timexes_in(&crate::text::read(&text), Setting { published, ..Setting::default() });
            let day =
                timexes.first().and_then(|timex| timex.edtf.as_ref()).map(|edtf| edtf.bounds(chrono_tz::Tz::UTC).0);
            let want = days_of_holiday(place, 2023).map(|(first, _)| first);
            assert_eq!(day.map(|day| day.date_naive()), want, "{text}");
        }
    }
}
