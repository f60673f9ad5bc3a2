//! Reads a day, a time of day and a zone as people write them, in any order.
//!
//! ```text
//! yesterday 8pm · 8pm yesterday · Friday · 15 Mar 2025, 9am · March 15, 2025 at 9.30 a.m.
//! 2025-03-14T08:00Z · 14 March 2025 14:30 BST · 3 days ago · midnight
//! ```
//!
//! What is written is past, unless the caller says that it is to come: `Friday` is the last one, `14 March` the last one,
//! `20:00` the last time that the clock showed it. A day or an hour that does not exist is refused, never rolled over.

mod parts;

use chrono::{DateTime, Datelike, Days, FixedOffset, Months, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc, Weekday};
use chrono_tz::{OffsetName, Tz};

use super::calendar_names::weekday_name;
use super::{DocumentTime, in_zone};
pub use parts::WrittenTimeError;
use parts::{WrittenZone, clock_time, day_of_month, month, numeric_date, weekday, zone};

/// A time as it is written, before it is known when that was.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct WrittenTime {
    /// The day, where one is named.
    pub day: Option<WrittenDay>,
    /// The time of day, where one is named.
    pub time: Option<NaiveTime>,
    /// The zone, where one is named.
    zone: Option<WrittenZone>,
    /// A weekday beside a full date, which has to agree.
    beside: Option<Weekday>,
}

/// A day as it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum WrittenDay {
    /// A full date.
    Date(NaiveDate),
    /// A day of some year: month and day.
    OfYear(u32, u32),
    /// The last day of this name; `true` leaves today out.
    Weekday(Weekday, bool),
    /// So many days from today.
    FromToday(i64),
    /// So many months ago.
    MonthsAgo(u32),
    /// So many minutes ago, from this moment.
    MinutesAgo(i64),
}

/// Which of the times is meant that the words fit: the last one before now, or the next one after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeDirection {
    /// The last one.
    Past,
    /// The next one.
    Future,
}

type Result<T> = std::result::Result<T, WrittenTimeError>;

impl WrittenTime {
    /// Reads what is written.
    ///
    /// # Errors
    ///
    /// The first word that cannot be part of a time, or the part that cannot be.
    pub fn read(text: &str) -> Result<Self> {
        let lower = text.trim().to_lowercase().replace("a.m.", "am").replace("p.m.", "pm");
        let words: Vec<&str> = lower.split([' ', ',', '\t', '\u{A0}']).filter(|word| !word.is_empty()).collect();
        let mut written = Self::default();
        let mut at = 0;
        while at < words.len() {
            at += written.take(&words[at..])?;
        }
        written.checked()
    }

    /// Returns when that is, seen from `now`; what names no zone is in `zone`. A day alone stays a day.
    pub fn resolve(&self, now: DateTime<Utc>, zone: Tz, direction: TimeDirection) -> Option<DocumentTime> {
        let found = match (self.day, self.time) {
            (Some(WrittenDay::MinutesAgo(minutes)), _) => {
                DocumentTime::Instant(now.checked_sub_signed(TimeDelta::try_minutes(minutes)?)?)
            }
            (_, None) => DocumentTime::Day(self.date(self.today(now, zone), direction)?),
            (_, Some(time)) => DocumentTime::Instant(self.moment(time, now, zone, direction)?),
        };
        found.in_calendar()
    }

    /// Returns the moment at which the clock shows `time`.
    fn moment(&self, time: NaiveTime, now: DateTime<Utc>, zone: Tz, direction: TimeDirection) -> Option<DateTime<Utc>> {
        let today = self.today(now, zone);
        if direction == TimeDirection::Future {
            // Today counts while the clock time is still to come.
            let is_today = match self.day {
                None | Some(WrittenDay::FromToday(0)) => true,
                Some(WrittenDay::Weekday(day, is_before_today)) => day == today.weekday() && !is_before_today,
                Some(WrittenDay::OfYear(month, day)) => (month, day) == (today.month(), today.day()),
                _ => false,
            };
            let today_at = self.instant(today, time, zone)?;
            return match (is_today && now < today_at, self.day) {
                (true, _) => Some(today_at),
                (false, None) => self.instant(today.checked_add_days(Days::new(1))?, time, zone),
                (false, _) => self.instant(self.date(today, direction)?, time, zone),
            };
        }
        let date = self.date(today, direction)?;
        let instant = self.instant(date, time, zone)?;
        // A clock time alone, or on a weekday, that is still to come was the one before.
        let back = match self.day {
            None => 1,
            Some(WrittenDay::Weekday(..)) => 7,
            _ => 0,
        };
        match now < instant && 0 < back {
            true => self.instant(date.checked_sub_days(Days::new(back))?, time, zone),
            false => Some(instant),
        }
    }

    /// Returns the day of `now` where the written zone, or else `zone`, counts it.
    fn today(&self, now: DateTime<Utc>, zone: Tz) -> NaiveDate {
        let own = now.with_timezone(&zone);
        match self.zone {
            None => own.date_naive(),
            Some(WrittenZone::Clock(named)) => now.with_timezone(&named).date_naive(),
            Some(WrittenZone::Shared(name, _)) if own.offset().abbreviation() == Some(name) => own.date_naive(),
            Some(WrittenZone::Offset(offset) | WrittenZone::Shared(_, offset)) => {
                now.with_timezone(&offset).date_naive()
            }
        }
    }

    /// Returns when that was, if it is written with its full date.
    pub fn absolute(&self, zone: Tz) -> Option<DocumentTime> {
        let Some(WrittenDay::Date(date)) = self.day else { return None };
        let found = match self.time {
            Some(time) => DocumentTime::Instant(self.instant(date, time, zone)?),
            None => DocumentTime::Day(date),
        };
        found.in_calendar()
    }

    fn date(&self, today: NaiveDate, direction: TimeDirection) -> Option<NaiveDate> {
        let is_ahead = direction == TimeDirection::Future;
        match self.day {
            None => Some(today),
            Some(WrittenDay::Date(date)) => Some(date),
            Some(WrittenDay::OfYear(month, day)) => (0..=8)
                .map(|years| today.year() + if is_ahead { years } else { -years })
                .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
                .find(|date| if is_ahead { today < *date } else { *date <= today }),
            Some(WrittenDay::Weekday(day, false)) if is_ahead => {
                let ahead = match day.days_since(today.weekday()) {
                    0 => 7,
                    days => days,
                };
                today.checked_add_days(Days::new(u64::from(ahead)))
            }
            Some(WrittenDay::Weekday(day, is_before_today)) => {
                let back = today.weekday().days_since(day);
                let back = if back == 0 && is_before_today { 7 } else { back };
                today.checked_sub_days(Days::new(u64::from(back)))
            }
            Some(WrittenDay::FromToday(days)) => today.checked_add_signed(TimeDelta::try_days(days)?),
            Some(WrittenDay::MonthsAgo(months)) => today.checked_sub_months(Months::new(months)),
            Some(WrittenDay::MinutesAgo(_)) => None,
        }
    }

    fn instant(&self, date: NaiveDate, time: NaiveTime, zone: Tz) -> Option<DateTime<Utc>> {
        let local = date.and_time(time);
        let at = |offset: FixedOffset| Some(offset.from_local_datetime(&local).single()?.with_timezone(&Utc));
        match self.zone {
            None => Some(in_zone(local, zone)),
            Some(WrittenZone::Clock(named)) => Some(in_zone(local, named)),
            Some(WrittenZone::Offset(offset)) => at(offset),
            Some(WrittenZone::Shared(name, usual)) => {
                let own = zone.from_local_datetime(&local).earliest();
                let is_own = own.is_some_and(|own| own.offset().abbreviation() == Some(name));
                if is_own { Some(in_zone(local, zone)) } else { at(usual) }
            }
        }
    }

    /// Takes the part that begins with the first word; returns how many words it has.
    fn take(&mut self, words: &[&str]) -> Result<usize> {
        let word = words[0];
        if matches!(word, "at" | "on" | "the" | "of" | "last" | "·" | "-" | "–") && 1 < words.len() {
            let weekday = (word == "last").then(|| weekday(words[1])).flatten();
            return match weekday {
                Some(day) => self.set_day(WrittenDay::Weekday(day, true), word).map(|()| 2),
                None => Ok(1),
            };
        }
        if let Some(taken) = self.take_ago(words)? {
            return Ok(taken);
        }
        if let Some(taken) = self.take_named_day(words)? {
            return Ok(taken);
        }
        if let Some(taken) = self.take_date(words)? {
            return Ok(taken);
        }
        if let Some(taken) = self.take_clock(words)? {
            return Ok(taken);
        }
        match zone(word) {
            Some(zone) if self.zone.is_none() => {
                self.zone = Some(zone);
                Ok(1)
            }
            _ => Err(WrittenTimeError::Word(word.to_owned())),
        }
    }

    /// Takes `3 days ago`, `an hour ago`, `now`.
    fn take_ago(&mut self, words: &[&str]) -> Result<Option<usize>> {
        if words[0] == "now" {
            return self.set_day(WrittenDay::MinutesAgo(0), "now").map(|()| Some(1));
        }
        let [count, unit, "ago", ..] = words else { return Ok(None) };
        let count: u32 = match *count {
            "a" | "an" | "one" => 1,
            count => count.parse().map_err(|_| WrittenTimeError::Word(count.to_owned()))?,
        };
        let many = i64::from(count);
        let day = match unit.strip_suffix('s').unwrap_or(unit) {
            "minute" | "min" => WrittenDay::MinutesAgo(many),
            "hour" | "hr" => WrittenDay::MinutesAgo(many * 60),
            "day" => WrittenDay::FromToday(-many),
            "week" => WrittenDay::FromToday(-many * 7),
            "month" => WrittenDay::MonthsAgo(count),
            "year" => WrittenDay::MonthsAgo(count.saturating_mul(12)),
            _ => return Err(WrittenTimeError::Word((*unit).to_owned())),
        };
        self.set_day(day, words[2]).map(|()| Some(3))
    }

    /// Takes `yesterday`, `Friday`.
    fn take_named_day(&mut self, words: &[&str]) -> Result<Option<usize>> {
        let word = words[0];
        let day = match word {
            "today" => WrittenDay::FromToday(0),
            "yesterday" => WrittenDay::FromToday(-1),
            "tomorrow" => WrittenDay::FromToday(1),
            _ => match weekday(word) {
                // Beside a date it has to agree; alone it is the day.
                Some(day) => {
                    self.beside = Some(day);
                    return Ok(Some(1));
                }
                None => return Ok(None),
            },
        };
        self.set_day(day, word).map(|()| Some(1))
    }

    /// Takes `2025-03-14`, `2025-03-14T08:00Z`, `15 Mar 2025`, `March 15, 2025`, `15 March`.
    fn take_date(&mut self, words: &[&str]) -> Result<Option<usize>> {
        let word = words[0];
        if let Some((date, rest)) = numeric_date(word)? {
            self.set_day(WrittenDay::Date(date), word)?;
            let rest = rest.strip_prefix(['t', '_']).unwrap_or(rest);
            if !rest.is_empty() && self.take_clock(&[rest])?.is_none() {
                return Err(WrittenTimeError::Word(word.to_owned()));
            }
            return Ok(Some(1));
        }
        let next = words.get(1).copied().unwrap_or_default();
        let (day, month) = match (month(word), month(next)) {
            (Some(month), _) => (day_of_month(next), Some(month)),
            (None, Some(month)) => (day_of_month(word), Some(month)),
            (None, None) => return Ok(None),
        };
        let (Some(day), Some(month)) = (day, month) else { return Ok(None) };
        let year = words.get(2).filter(|year| year.len() == 4).and_then(|year| year.parse::<i32>().ok());
        let written = || words[..if year.is_some() { 3 } else { 2 }].join(" ");
        let exists = NaiveDate::from_ymd_opt(year.unwrap_or(2000), month, day);
        let exists = exists.ok_or_else(|| WrittenTimeError::Day(written()))?;
        match year {
            Some(_) => self.set_day(WrittenDay::Date(exists), &written()).map(|()| Some(3)),
            None => self.set_day(WrittenDay::OfYear(month, day), &written()).map(|()| Some(2)),
        }
    }

    /// Takes `8pm`, `8 pm`, `8.15pm`, `20:00`, `20.00`, `20:00:30Z`, `noon`, `midnight`.
    fn take_clock(&mut self, words: &[&str]) -> Result<Option<usize>> {
        let word = words[0];
        let named = match word {
            "noon" | "midday" => Some(12),
            "midnight" => Some(0),
            _ => None,
        };
        if let Some(hour) = named {
            return self.set_time(NaiveTime::from_hms_opt(hour, 0, 0), word).map(|()| Some(1));
        }
        let digits = word.find(|c: char| !c.is_ascii_digit() && !matches!(c, ':' | '.')).unwrap_or(word.len());
        let (clock, tail) = word.split_at(digits);
        if clock.is_empty() {
            return Ok(None);
        }
        let (half, taken) = match (tail, words.get(1).copied()) {
            ("am" | "pm", _) => (Some(tail), 1),
            ("", Some(half @ ("am" | "pm"))) => (Some(half), 2),
            _ => (None, 1),
        };
        // `9.30` is a clock by its two digits for minutes.
        let is_dotted = clock.split_once('.').is_some_and(|(_, minutes)| minutes.len() == 2);
        if half.is_none() && !clock.contains(':') && !is_dotted {
            return Ok(None);
        }
        let time = clock_time(clock, half);
        self.set_time(time, &words[..taken].join(" "))?;
        if half.is_none() && !tail.is_empty() {
            self.zone = Some(zone(tail).ok_or_else(|| WrittenTimeError::Word(word.to_owned()))?);
        }
        Ok(Some(taken))
    }

    fn set_day(&mut self, day: WrittenDay, word: &str) -> Result<()> {
        match self.day.replace(day) {
            None => Ok(()),
            Some(_) => Err(WrittenTimeError::Twice(word.to_owned())),
        }
    }

    fn set_time(&mut self, time: Option<NaiveTime>, word: &str) -> Result<()> {
        let time = time.ok_or_else(|| WrittenTimeError::Clock(word.to_owned()))?;
        match self.time.replace(time) {
            None => Ok(()),
            Some(_) => Err(WrittenTimeError::Twice(word.to_owned())),
        }
    }

    /// Checks what the parts say of each other.
    fn checked(mut self) -> Result<Self> {
        match (self.day, self.beside) {
            (None, Some(day)) => self.day = Some(WrittenDay::Weekday(day, false)),
            (Some(WrittenDay::Date(date)), Some(day)) if date.weekday() != day => {
                let name = |day: Weekday| weekday_name(day).to_owned();
                return Err(WrittenTimeError::Weekday { date, is: name(date.weekday()), said: name(day) });
            }
            _ => {}
        }
        match (self.day, self.time) {
            (None, None) => Err(WrittenTimeError::Nothing),
            (Some(WrittenDay::MinutesAgo(_)), Some(_)) => Err(WrittenTimeError::Twice("ago".to_owned())),
            _ => Ok(self),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reads as if it were Friday, 25 April 2025, 13:00 in London.
    #[track_caller]
    fn check(text: &str, want: &str) {
        let now = "2025-04-25T12:00:00Z".parse().unwrap();
        let got = match WrittenTime::read(text) {
            Ok(written) => written
                .resolve(now, Tz::Europe__London, TimeDirection::Past)
                .map_or("nothing".to_owned(), |time| time.to_string()),
            Err(error) => error.to_string(),
        };
        assert_eq!(got, want, "for {text}");
    }

    #[test]
    fn day_and_time_stand_in_any_order() {
        check("yesterday 8pm", "2025-04-24T19:00:00Z");
        check("8pm yesterday", "2025-04-24T19:00:00Z");
        check("at 8.15 p.m. on 14 March", "2025-03-14T20:15:00Z");
        check("15 Mar 2025, 9am", "2025-03-15T09:00:00Z");
        check("March 15, 2025 at 9:30 am", "2025-03-15T09:30:00Z");
        check("Friday 14 March 2025 14:30 BST", "2025-03-14T13:30:00Z");
        check("14:30 GMT 2 May 2024", "2024-05-02T14:30:00Z");
        check("2025-04-24T08:00", "2025-04-24T07:00:00Z");
        check("2025-04-24T08:00:30.5+02:00", "2025-04-24T06:00:30.500Z");
        check("2025-04-24 08:00 EST", "2025-04-24T13:00:00Z");
        check("20250424", "2025-04-24");
        check("24/04/2025 9.30", "2025-04-24T08:30:00Z");
        check("4/24/2025", "2025-04-24");
        check("04/04/2025", "2025-04-04");
    }

    #[test]
    fn what_has_no_date_is_the_last_one() {
        check("Friday", "2025-04-25");
        check("last Friday", "2025-04-18");
        check("Saturday", "2025-04-19");
        check("friday 6pm", "2025-04-18T17:00:00Z"); // 6 p.m. today is to come
        check("midnight", "2025-04-24T23:00:00Z");
        check("noon", "2025-04-25T11:00:00Z");
        check("20:00", "2025-04-24T19:00:00Z");
        check("14:30 BST", "2025-04-24T13:30:00Z");
        check("1 May", "2024-05-01");
        check("29 February", "2024-02-29");
        check("2 hours ago", "2025-04-25T10:00:00Z");
        check("3 days ago", "2025-04-22");
        check("a month ago", "2025-03-25");
        check("now", "2025-04-25T12:00:00Z");
    }

    #[test]
    fn what_does_not_exist_is_refused() {
        check("25:00", "no clock shows `25:00`");
        check("2025-03-14T25:00", "no clock shows `25:00`");
        check("13pm", "no clock shows `13pm`");
        check("2025-02-30", "there is no day `2025-02-30`");
        check("30 February 2025", "there is no day `30 february 2025`");
        check("Monday 14 March 2025", "2025-03-14 is a Friday, not a Monday");
        check("04/05/2025", "`04/05/2025` may put the day or the month first");
        check("24/04/25", "`24/04/25` may put the day or the month first"); // or the year
        check("31/02/2025", "there is no day `31/02/2025`");
        check("31/13/2025", "there is no day `31/13/2025`");
        check("9.5", "`9.5` is no part of a time");
        check("soonish", "`soonish` is no part of a time");
        check("8pm 9pm", "`9pm` names a second day or time of day");
        check("", "no time is named");
        check("12", "`12` is no part of a time");
        check("+año", "`+año` is no part of a time"); // four bytes, as `+0200` has four digits
        check("-año", "`-año` is no part of a time");
        check("9999999 years ago", "nothing");
        check("12 March -999", "nothing");
    }

    #[test]
    fn what_is_to_come_is_the_next_one() {
        // Friday, 25 April 2025, 13:00 in London.
        let now = "2025-04-25T12:00:00Z".parse().unwrap();
        let check = |text: &str, want: &str| {
            let written = WrittenTime::read(text).unwrap();
            let got = written.resolve(now, Tz::Europe__London, TimeDirection::Future);
            assert_eq!(got.unwrap().to_string(), want, "for {text}");
        };
        check("8pm", "2025-04-25T19:00:00Z");
        check("noon", "2025-04-26T11:00:00Z");
        check("Friday", "2025-05-02");
        check("Saturday", "2025-04-26");
        check("Friday 6pm", "2025-04-25T17:00:00Z");
        check("Friday 6am", "2025-05-02T05:00:00Z");
        check("1 May", "2025-05-01");
        check("25 April 8pm", "2025-04-25T19:00:00Z");
        check("25 April 8am", "2026-04-25T07:00:00Z");
        check("14 March", "2026-03-14");
        check("tomorrow 8am", "2025-04-26T07:00:00Z");
        check("2025-05-02T08:00Z", "2025-05-02T08:00:00Z");
    }

    #[test]
    fn a_clock_of_another_zone_shows_its_own_day() {
        // In Tokyo it is the 26th, in Los Angeles still the morning of the 25th.
        let now: DateTime<Utc> = "2025-04-25T17:00:00Z".parse().unwrap();
        let check = |text: &str, want: &str| {
            let got = WrittenTime::read(text).unwrap().resolve(now, Tz::Asia__Tokyo, TimeDirection::Past);
            assert_eq!(got.unwrap().to_string(), want, "for {text}");
        };
        check("23:00 PST", "2025-04-25T07:00:00Z");
        check("08:00 PT", "2025-04-25T15:00:00Z");
        check("yesterday 08:00 PT", "2025-04-24T15:00:00Z");
        check("01:00", "2025-04-25T16:00:00Z");
    }
}
