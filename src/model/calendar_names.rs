//! Names the days of the week, the months and the seasons, in full and abbreviated: the only list of them.

use chrono::Weekday;

/// A day of the week, a month or a season.
pub(crate) struct CalendarName {
    /// The full name.
    pub long: &'static str,
    /// Its abbreviations in lower case, without the full stop.
    pub short: &'static [&'static str],
}

const fn name(long: &'static str, short: &'static [&'static str]) -> CalendarName {
    CalendarName { long, short }
}

/// The days of the week, Monday first.
pub(crate) const WEEKDAYS: [CalendarName; 7] = [
    name("Monday", &["mon"]),
    name("Tuesday", &["tue", "tues"]),
    name("Wednesday", &["wed", "weds"]),
    name("Thursday", &["thu", "thur", "thurs"]),
    name("Friday", &["fri"]),
    name("Saturday", &["sat"]),
    name("Sunday", &["sun"]),
];

/// The months, January first.
pub(crate) const MONTHS: [CalendarName; 12] = [
    name("January", &["jan"]),
    name("February", &["feb"]),
    name("March", &["mar"]),
    name("April", &["apr"]),
    name("May", &[]),
    name("June", &["jun"]),
    name("July", &["jul"]),
    name("August", &["aug"]),
    name("September", &["sep", "sept"]),
    name("October", &["oct"]),
    name("November", &["nov"]),
    name("December", &["dec"]),
];

/// The seasons, spring first, as EDTF counts them from 21.
pub(crate) const SEASONS: [CalendarName; 4] =
    [name("spring", &[]), name("summer", &[]), name("autumn", &["fall"]), name("winter", &[])];

/// The number of the first season in EDTF.
pub(crate) const FIRST_SEASON: u32 = 21;

/// Returns the season, from 21, that a word names in any case: `spring`, `fall`.
pub(crate) fn season_named(word: &str) -> Option<u32> {
    position(&SEASONS, word).map(|at| at as u32 + FIRST_SEASON)
}

/// Returns the month, from 1, that a word names in any case: `March`, `mar`.
pub(crate) fn month_named(word: &str) -> Option<u32> {
    position(&MONTHS, word).map(|at| at as u32 + 1)
}

/// Returns the day that a word names in any case: `Friday`, `fri`.
pub(crate) fn weekday_named(word: &str) -> Option<Weekday> {
    Weekday::try_from(position(&WEEKDAYS, word)? as u8).ok()
}

/// Returns whether a word is the full name of a day, in any case; "sat" and "sun" are words of their own.
pub(crate) fn is_weekday(word: &str) -> bool {
    WEEKDAYS.iter().any(|name| name.long.eq_ignore_ascii_case(word))
}

/// Returns whether a word names a day by today, in any case: `yesterday`, `tonight`.
pub(crate) fn is_day_by_today(word: &str) -> bool {
    ["today", "tomorrow", "tonight", "yesterday"].iter().any(|name| name.eq_ignore_ascii_case(word))
}

/// Returns whether a word, in lower case, says behind an hour which half of the day is meant: `am`, `p.m.`
pub(crate) fn is_half_of_day(word: &str) -> bool {
    ["am", "a.m", "pm", "p.m"].contains(&word.trim_end_matches('.'))
}

/// Returns whether a word, in lower case, names noon or midnight.
pub(crate) fn is_noon_or_midnight(word: &str) -> bool {
    ["midday", "midnight", "noon"].contains(&word)
}

/// Returns whether a word is the full name of a month, in any case.
pub(crate) fn is_month(word: &str) -> bool {
    MONTHS.iter().any(|name| name.long.eq_ignore_ascii_case(word))
}

/// Returns the full name of a day.
pub(crate) fn weekday_name(day: Weekday) -> &'static str {
    WEEKDAYS[day.num_days_from_monday() as usize].long
}

fn position(names: &[CalendarName], word: &str) -> Option<usize> {
    let is_word = |name: &str| name.eq_ignore_ascii_case(word);
    names.iter().position(|name| is_word(name.long) || name.short.iter().any(|short| is_word(short)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_read_in_full_and_abbreviated() {
        assert_eq!([month_named("May"), month_named("sept"), month_named("DEC")], [Some(5), Some(9), Some(12)]);
        assert_eq!([month_named("ma"), month_named("mon"), month_named("")], [None, None, None]);
        assert_eq!([weekday_named("Thurs"), weekday_named("sun")], [Some(Weekday::Thu), Some(Weekday::Sun)]);
        assert_eq!([weekday_named("thursd"), weekday_named("may")], [None, None]);
        assert_eq!([season_named("fall"), season_named("Spring"), season_named("sprin")], [Some(23), Some(21), None]);
        assert!(is_weekday("saturday") && !is_weekday("sat") && is_month("march") && !is_month("mar"));
    }
}
