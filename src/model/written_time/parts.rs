//! Reads the parts of a written time: names of days and months, dates and clocks in figures, zones.

use chrono::{FixedOffset, Months, NaiveDate, NaiveTime, Weekday};
use chrono_tz::Tz;

use crate::model::calendar_names::{month_named, weekday_named};
use crate::model::number_names::number_named;
use crate::model::zone_abbreviations::{ABBREVIATIONS, LABELS, ZoneTime};
use crate::model::zone_name::zone_named;

/// A zone as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum WrittenZone {
    /// So far from Greenwich.
    Offset(FixedOffset),
    /// By the clock of a place.
    Clock(Tz),
    /// An abbreviation with its usual offset; a zone that uses it for its own time is meant before: Manila's `PST`.
    Shared(&'static str, FixedOffset),
}

/// The words name no time.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrittenTimeError {
    /// A word that means nothing here.
    #[error("`{0}` is no part of a time")]
    Word(String),
    /// A day that the calendar does not have.
    #[error("there is no day `{0}`")]
    Day(String),
    /// An hour or minute that no clock shows.
    #[error("no clock shows `{0}`")]
    Clock(String),
    /// Day and month in figures.
    #[error("`{0}` may put the day or the month first")]
    Order(String),
    /// The weekday is not that of the date.
    #[error("{date} is a {is}, not a {said}")]
    Weekday {
        /// The date.
        date: NaiveDate,
        /// Its weekday.
        is: String,
        /// The one that is written.
        said: String,
    },
    /// Two days, or two times of day.
    #[error("`{0}` names a second day or time of day")]
    Twice(String),
    /// A part of the day without an hour.
    #[error("`{part}` needs an hour beside it, as in `{part} at 8`")]
    Hour {
        /// The part of the day.
        part: String,
        /// Its first and its last second by the clock.
        bounds: (&'static str, &'static str),
    },
    /// An hour that the part of the day does not have, or has twice.
    #[error("`{part}` and `{clock}` do not name one time")]
    PartOfDay {
        /// The part of the day.
        part: String,
        /// The hour.
        clock: String,
    },
    /// A part of a month or a year.
    #[error("nobody can tell where `{0}` begins and ends")]
    Phase(String),
    /// A month without a day.
    #[error("`{0}` names a month and no day")]
    Month(String),
    /// A zone beside a day alone, and the year of that day where it is written.
    #[error("a zone needs a time of day beside it")]
    Zone(Option<i32>),
    /// No word at all.
    #[error("no time is named")]
    Nothing,
}

impl WrittenTimeError {
    /// Returns what can be written instead, where that is known; every time in it can be copied.
    pub fn hint(&self) -> Option<String> {
        Some(match self {
            Self::Order(date) => {
                let days: Vec<String> = days_meant(date).iter().map(|day| format!("`{day}`")).collect();
                (!days.is_empty()).then(|| format!("write {}", days.join(" or ")))?
            }
            Self::PartOfDay { .. } => {
                "write the hour by the clock and the day that it is on: `14 March 2025 00:30`".to_owned()
            }
            Self::Hour { part, .. } => format!("add the hour, as in `{part} at 8`, or write the day alone"),
            Self::Word(word) if matches!(word.as_str(), "week" | "month" | "year" | "weekend") => {
                "count back, as in `7 days ago`, or name the day it began: `14 March 2025`".to_owned()
            }
            Self::Phase(_) => "name the day, as in `5 March 2025`".to_owned(),
            Self::Month(month) => {
                let last = last_day(month).map_or("2025-03-31".to_owned(), |day| day.to_string());
                format!("name a day of it, such as `{last}`")
            }
            Self::Zone(year) => {
                let (hour, minute) = (year.unwrap_or(-1) / 100, year.unwrap_or(-1) % 100);
                let or = match NaiveTime::from_hms_opt(hour as u32, minute as u32, 0) {
                    Some(clock) => {
                        format!("; where `{hour}{minute:02}` is that time, write `{}`", clock.format("%H:%M"))
                    }
                    None => String::new(),
                };
                format!("add the time of day, as in `14 March 2025 09:00 GMT`, or leave out the zone{or}")
            }
            _ => return None,
        })
    }
}

/// Returns the last day of `2025-03` or `march 2025`.
fn last_day(words: &str) -> Option<NaiveDate> {
    let (first, second) = words.split_once(['-', ' '])?;
    let (year, month) = match month(first) {
        Some(month) => (year(second)?, month),
        None => (year(first)?, second.parse().ok()?),
    };
    NaiveDate::from_ymd_opt(year, month, 1)?.checked_add_months(Months::new(1))?.pred_opt()
}

/// Returns the days that a date in figures may be, the one that puts the day first first: `2025-04-03`, `2025-03-04`. Two
/// digits of a year are of this century.
fn days_meant(date: &str) -> Vec<NaiveDate> {
    let parts: Vec<u32> = date.split(['-', '/']).filter_map(|part| part.parse().ok()).collect();
    let [first, second, third] = parts[..] else { return Vec::new() };
    let day = |year, month, day| {
        let year = i32::try_from(if year < 100 { 2000 + year } else { year }).ok().filter(|year| 1000 <= *year)?;
        NaiveDate::from_ymd_opt(year, month, day)
    };
    let mut days: Vec<NaiveDate> = Vec::new();
    for meant in [day(third, second, first), day(third, first, second), day(first, second, third)].into_iter().flatten()
    {
        if !days.contains(&meant) {
            days.push(meant);
        }
    }
    days
}

type Result<T> = std::result::Result<T, WrittenTimeError>;

/// Reads `Friday`, `fri.`.
pub(super) fn weekday(word: &str) -> Option<Weekday> {
    weekday_named(word.trim_end_matches('.'))
}

/// Reads `March`, `mar.`.
pub(super) fn month(word: &str) -> Option<u32> {
    month_named(word.trim_end_matches('.'))
}

/// Reads `15`, `15th`.
pub(super) fn day_of_month(word: &str) -> Option<u32> {
    let digits = word.trim_end_matches("st").trim_end_matches("nd").trim_end_matches("rd").trim_end_matches("th");
    digits.parse().ok().filter(|_| digits.len() <= 2)
}

/// Returns whether a word behind four digits says that they are a time of day.
pub(super) fn is_hours(word: &str) -> bool {
    matches!(word, "h" | "hrs" | "hours")
}

/// Returns whether a word is a zone that makes a time of day of the four digits before it; `-03` behind `2025` may be a month.
pub(super) fn is_zone_behind_clock(word: &str) -> bool {
    let is_short = word.starts_with(['+', '-', '−']) && word.chars().count() <= 3;
    !is_short && zone(word).is_some()
}

/// Returns a month of a year, where the words begin with one and name no day: `2025-03`, `march 2025`.
pub(super) fn month_of_year(words: &[&str]) -> Option<String> {
    let is_year_month = |(first, second): (&str, &str)| {
        year(first).is_some() && second.len() == 2 && second.parse().is_ok_and(|month: u32| (1..=12).contains(&month))
    };
    let next = words.get(1).copied().unwrap_or_default();
    match words[0].split_once('-').is_some_and(is_year_month) {
        true => Some(words[0].to_owned()),
        false => (month(words[0]).is_some() && year(next).is_some()).then(|| format!("{} {next}", words[0])),
    }
}

/// Returns whether a word names a part of a month or a year that has no bounds: `early`, `mid-march`.
pub(super) fn is_phase(word: &str) -> bool {
    matches!(word, "early" | "mid" | "middle" | "late" | "beginning" | "start" | "end") || word.starts_with("mid-")
}

/// Reads `3`, `three`, `an`.
pub(super) fn count_named(word: &str) -> Option<u32> {
    match word {
        "a" | "an" => Some(1),
        _ => number_named(word).or_else(|| word.parse().ok()),
    }
}

/// Splits `30min` into its count and its unit.
pub(super) fn count_and_unit(word: &str) -> (&str, &str) {
    word.split_at(word.find(|c: char| !c.is_ascii_digit()).unwrap_or(word.len()))
}

/// Reads a year that stands alone: four digits.
pub(super) fn year(word: &str) -> Option<i32> {
    let is_year = word.len() == 4 && word.bytes().all(|byte| byte.is_ascii_digit());
    word.parse().ok().filter(|year| is_year && 1000 <= *year)
}

/// Returns the clock of a stamp with its colons: `09Z` as `09:00Z`, `090000` as `09:00:00`.
pub(super) fn with_colons(clock: &str) -> String {
    let (digits, rest) = count_and_unit(clock);
    match digits.len() {
        _ if rest.starts_with([':', '.']) => clock.to_owned(),
        2 if !rest.starts_with(['a', 'p']) => format!("{digits}:00{rest}"),
        4 => format!("{}:{}{rest}", &digits[..2], &digits[2..]),
        6 => format!("{}:{}:{}{rest}", &digits[..2], &digits[2..4], &digits[4..]),
        _ => clock.to_owned(),
    }
}

/// Reads `2025-W11-5` and `2025-073`, a day of a week and a day of a year as ISO 8601 writes them.
fn iso_date(parts: &[&str]) -> Option<NaiveDate> {
    match *parts {
        [year, week, day] if year.len() == 4 && week.len() == 3 && day.len() == 1 => {
            let week = week.strip_prefix('w')?.parse().ok()?;
            let weekday = Weekday::try_from(day.parse::<u8>().ok()?.checked_sub(1)?).ok()?;
            NaiveDate::from_isoywd_opt(year.parse().ok()?, week, weekday)
        }
        [year, day] if year.len() == 4 && day.len() == 3 => {
            NaiveDate::from_yo_opt(year.parse().ok()?, day.parse().ok()?)
        }
        _ => None,
    }
}

/// Reads `2025-03-14`, `2025/03/14`, `20250314`, `14/03/2025`, `14.03.2025` or `1.3.2025` at the beginning of a word; returns what
/// follows. Where day and month may change places, as in `04/03/2025`, neither is taken; between points the day comes first.
pub(super) fn numeric_date(word: &str) -> Result<Option<(NaiveDate, &str)>> {
    let end = word.find(['t', '_']).unwrap_or(word.len());
    let (date, rest) = word.split_at(end);
    let lengths: Vec<usize> = date.split('.').map(str::len).collect();
    let is_pointed = matches!(lengths[..], [1..=2, 1..=2, 4] | [4, 2, 2]);
    let parts: Vec<&str> = date.split(if is_pointed { &['.'][..] } else { &['-', '/'] }).collect();
    if let Some(found) = iso_date(&parts) {
        return Ok(Some((found, rest)));
    }
    let is_digits = |part: &&str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    if !parts.iter().all(is_digits) {
        return Ok(None);
    }
    let (year, month, day) = match parts[..] {
        [year, month, day] if year.len() == 4 => (year, month, day),
        [day, month, year] if is_pointed => (year, month, day),
        [first, second, year] if year.len() == 2 || year.len() == 4 => {
            let is_day = |part: &str| part.parse::<u32>().is_ok_and(|part| 12 < part);
            match (is_day(first), is_day(second), year.len()) {
                (true, false, 4) => (year, second, first),
                (false, true, 4) => (year, first, second),
                (true, true, _) => return Err(WrittenTimeError::Day(date.to_owned())),
                _ if first == second && year.len() == 4 => (year, first, second),
                _ => return Err(WrittenTimeError::Order(date.to_owned())),
            }
        }
        [whole] if whole.len() == 8 => (&whole[..4], &whole[4..6], &whole[6..]),
        _ => return Ok(None),
    };
    let number = |part: &str| part.parse::<u32>().ok();
    let found = year.parse().ok().zip(number(month)).zip(number(day));
    let found = found.and_then(|((year, month), day)| NaiveDate::from_ymd_opt(year, month, day));
    found.map(|found| Some((found, rest))).ok_or_else(|| WrittenTimeError::Day(date.to_owned()))
}

/// Reads `8`, `8:15`, `8.15`, `20:00:30.5`; `half` is `am` or `pm`.
pub(super) fn clock_time(clock: &str, half: Option<&str>) -> Option<NaiveTime> {
    let (clock, fraction) = match clock.matches(':').count() {
        2 => clock.split_once('.').unwrap_or((clock, "")),
        _ => (clock, ""),
    };
    let mut parts = clock.split([':', '.']).map(|part| part.parse::<u32>().ok().filter(|_| part.len() <= 2));
    let hour = parts.next()??;
    let (minute, second) = (parts.next().unwrap_or(Some(0))?, parts.next().unwrap_or(Some(0))?);
    if parts.next().is_some() {
        return None;
    }
    let hour = match half {
        Some(_) if hour == 0 || 12 < hour => return None,
        Some("am") => hour % 12,
        Some(_) => hour % 12 + 12,
        None => hour,
    };
    let millis = format!("{fraction:0<3}").get(..3)?.parse().ok()?;
    NaiveTime::from_hms_milli_opt(hour, minute, second, millis)
}

/// Reads `z`, `bst`, `+02:00`, `utc+1`, `europe/london` as they stand behind a clock time.
pub(super) fn zone(word: &str) -> Option<WrittenZone> {
    let fixed = |minutes: i32| FixedOffset::east_opt(minutes * 60);
    let mut rows = ABBREVIATIONS.iter().chain(LABELS);
    if let Some(row) = rows.find(|row| row.name.eq_ignore_ascii_case(word)) {
        return match row.time {
            ZoneTime::Offset(minutes) | ZoneTime::Shared(minutes) => {
                fixed(minutes).map(|offset| WrittenZone::Shared(row.name, offset))
            }
            ZoneTime::Clock(zone) => Some(WrittenZone::Clock(zone)),
        };
    }
    if word.contains('/') {
        return zone_named(word).ok().map(WrittenZone::Clock);
    }
    let offset = word.strip_prefix("utc").or_else(|| word.strip_prefix("gmt")).unwrap_or(word);
    let (sign, digits) = match offset.strip_prefix('+') {
        Some(digits) => (1, digits),
        None => (-1, offset.strip_prefix(['-', '−'])?),
    };
    if !digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b':') {
        return None;
    }
    let (hours, minutes) = match digits.split_once(':') {
        Some((hours, minutes)) => (hours, minutes),
        None if digits.len() == 4 => digits.split_at(2),
        None => (digits, "0"),
    };
    let (hours, minutes) = (hours.parse::<i32>().ok()?, minutes.parse::<i32>().ok()?);
    let is_clock = (0..=14).contains(&hours) && (0..60).contains(&minutes);
    is_clock.then(|| fixed(sign * (hours * 60 + minutes)))?.map(WrittenZone::Offset)
}
