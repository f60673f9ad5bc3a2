//! Reads a day, a time of day and a zone as people write them, in any order.
//!
//! ```text
//! yesterday 8pm · 8pm yesterday · Friday · 15 Mar 2025, 9am · March 15, 2025 at 9.30 a.m.
//! 2025-03-14T08:00Z · 14 March 2025 14:30 BST · 3 days ago · midnight · last night at 11 · 14.03.2025 21h30
//! ```
//!
//! What is written is past, unless the caller says that it is to come: `Friday` is the last one, `14 March` the last one,
//! `20:00` the last time that the clock showed it. A day or an hour that does not exist is refused, never rolled over.

mod day_part;
mod hour_of_part;
mod lengths;
mod parts;
#[cfg(test)]
mod tests;
mod wording;

use chrono::{
    DateTime, Datelike, Days, FixedOffset, Months, NaiveDate, NaiveDateTime, NaiveTime, Offset, SecondsFormat,
    TimeDelta, TimeZone, Timelike, Utc, Weekday,
};
use chrono_tz::{OffsetName, Tz};

use super::calendar_names::weekday_name;
use super::{DocumentTime, in_zone};
use day_part::{HourForm, PartOfDay};
pub use parts::WrittenTimeError;
use parts::{
    WrittenZone, clock_time, day_of_month, is_hours, is_zone_behind_clock, month, month_of_year, numeric_date, weekday,
    with_colons, year, zone,
};

/// A time as it is written, before it is known when that was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WrittenTime {
    /// The day, where one is named.
    pub day: Option<WrittenDay>,
    /// The time of day, where one is named.
    pub time: Option<NaiveTime>,
    /// The zone, where one is named.
    zone: Option<WrittenZone>,
    /// A weekday beside a full date, which has to agree.
    beside: Option<Weekday>,
    /// A year that stands apart from its day: `Fri Mar 14 09:00:00 2025`.
    year: Option<i32>,
    /// A part of the day, which needs an hour.
    part: Option<PartOfDay>,
    /// How the hour is written.
    form: HourForm,
    /// A length of time alone: `2d`, `90 minutes`. It lies behind, unless what is asked for is to come.
    is_length: bool,
    /// `24:00`, the midnight with which the named day ends.
    is_end_of_day: bool,
}

/// A day as it is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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
        let (words, part) = wording::plain(text);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let mut written = Self { part, ..Self::default() };
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
                let minutes = if self.is_length && direction == TimeDirection::Future { -minutes } else { minutes };
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

    /// Returns whether a zone is named.
    pub fn names_zone(&self) -> bool {
        self.zone.is_some()
    }

    /// Returns a time with its full date in one word that is read as the same time.
    pub fn stamp(&self) -> Option<String> {
        let Some(WrittenDay::Date(date)) = self.day else { return None };
        let Some(time) = self.time else { return Some(date.to_string()) };
        let local = self.local(date, time)?;
        let clock = local.format("%Y-%m-%dT%H:%M:%S");
        Some(match self.zone {
            None => clock.to_string(),
            Some(WrittenZone::Clock(zone)) => format!("{clock}{zone}"),
            Some(WrittenZone::Shared(name, _)) => format!("{clock}{name}"),
            Some(WrittenZone::Offset(offset)) => {
                let at = offset.from_local_datetime(&local).single()?;
                at.to_utc().to_rfc3339_opts(SecondsFormat::Secs, true)
            }
        })
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
            Some(WrittenDay::FromToday(days)) if self.is_length && is_ahead => {
                today.checked_sub_signed(TimeDelta::try_days(days)?)
            }
            Some(WrittenDay::FromToday(days)) => today.checked_add_signed(TimeDelta::try_days(days)?),
            Some(WrittenDay::MonthsAgo(months)) => today.checked_sub_months(Months::new(months)),
            Some(WrittenDay::MinutesAgo(_)) => None,
        }
    }

    /// Returns what calendar and clock show at `time` of a day; `24:00` is shown as the beginning of the next one.
    fn local(&self, date: NaiveDate, time: NaiveTime) -> Option<NaiveDateTime> {
        let date = if self.is_end_of_day { date.succ_opt()? } else { date };
        Some(date.and_time(time))
    }

    fn instant(&self, date: NaiveDate, time: NaiveTime, zone: Tz) -> Option<DateTime<Utc>> {
        let local = self.local(date, time)?;
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
        if let Some(taken) = self.take_timestamp(word)? {
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
        let unknown = || match parts::is_phase(word) {
            true => WrittenTimeError::Phase(word.to_owned()),
            false => WrittenTimeError::Word(word.to_owned()),
        };
        if self.take_bare_hour(word)? {
            return Ok(1);
        }
        if let Some(year) = year(word).filter(|_| self.year.is_none()) {
            self.year = Some(year);
            return Ok(1);
        }
        // Beside an offset, a name in brackets only says whose it is.
        let (name, may_repeat) = match word.strip_prefix('[').and_then(|word| word.strip_suffix(']')) {
            Some(name) => (name, true),
            None => (word, false),
        };
        let zone = zone(name).filter(|_| may_repeat || self.zone.is_none()).ok_or_else(unknown)?;
        self.zone.get_or_insert(zone);
        Ok(1)
    }

    /// Takes `@1741942800`, the seconds since 1970 in UTC.
    fn take_timestamp(&mut self, word: &str) -> Result<Option<usize>> {
        let Some(seconds) = word.strip_prefix('@').and_then(|digits| digits.parse().ok()) else { return Ok(None) };
        let at = DateTime::from_timestamp(seconds, 0).ok_or_else(|| WrittenTimeError::Word(word.to_owned()))?;
        self.set_day(WrittenDay::Date(at.date_naive()), word)?;
        self.set_time(Some(at.time()), word)?;
        self.zone = Some(WrittenZone::Offset(Utc.fix()));
        Ok(Some(1))
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
            let rest = with_colons(rest.strip_prefix(['t', '_']).unwrap_or(rest));
            if !rest.is_empty() && self.take_clock(&[&rest])?.is_none() {
                return Err(WrittenTimeError::Word(word.to_owned()));
            }
            return Ok(Some(1));
        }
        if let Some(month) = month_of_year(words) {
            return Err(WrittenTimeError::Month(month));
        }
        let next = words.get(1).copied().unwrap_or_default();
        let (day, month) = match (month(word), month(next)) {
            (Some(month), _) => (day_of_month(next), Some(month)),
            (None, Some(month)) => (day_of_month(word), Some(month)),
            (None, None) => return Ok(None),
        };
        let (Some(day), Some(month)) = (day, month) else { return Ok(None) };
        let is_clock = words.get(3).is_some_and(|word| is_hours(word));
        let year = words.get(2).and_then(|word| year(word)).filter(|_| !is_clock);
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
        if let Some(taken) = self.take_four_digits(clock, tail, words)? {
            return Ok(Some(taken));
        }
        if half.is_none() && !clock.contains(':') && !is_dotted {
            return Ok(None);
        }
        self.is_end_of_day = half.is_none() && matches!(clock, "24:00" | "24:00:00");
        let time = clock_time(if self.is_end_of_day { "00:00" } else { clock }, half);
        self.set_time(time, &words[..taken].join(" "))?;
        if half.is_none()
            && !self.is_end_of_day
            && !clock.starts_with('0')
            && time.is_some_and(|time| time.hour() <= 12)
        {
            self.form = HourForm::Bare;
        }
        if half.is_none() && !tail.is_empty() {
            self.zone = Some(zone(tail).ok_or_else(|| WrittenTimeError::Word(word.to_owned()))?);
        }
        Ok(Some(taken))
    }

    /// Takes `0900`, `1430 GMT`, `1430h` and `1430z`: no year begins with nought, none is followed by these. Any other sign
    /// joined to four digits is of a date: `2025-03` is a month, and no time of day so far from Greenwich.
    fn take_four_digits(&mut self, clock: &str, tail: &str, words: &[&str]) -> Result<Option<usize>> {
        let next = words.get(1).copied().unwrap_or_default();
        let is_clock = match tail {
            "" => clock.starts_with('0') || is_hours(next) || is_zone_behind_clock(next),
            _ => tail == "z" || is_hours(tail),
        };
        if clock.len() != 4 || clock.contains([':', '.']) || self.time.is_some() || !is_clock {
            return Ok(None);
        }
        let (hour, minute) = clock.split_at(2);
        self.set_time(clock_time(&format!("{hour}:{minute}"), None), words[0])?;
        if tail == "z" {
            self.zone = zone(tail);
        }
        Ok(Some(if is_hours(next) { 2 } else { 1 }))
    }

    /// Takes the `8` of `evening at 8`, which is an hour beside a part of the day alone.
    fn take_bare_hour(&mut self, word: &str) -> Result<bool> {
        let is_hour = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
        if self.part.is_none() || self.time.is_some() || !is_hour {
            return Ok(false);
        }
        let time = clock_time(word, None);
        let is_bare = !word.starts_with('0') && time.is_some_and(|time| time.hour() <= 12);
        self.form = if is_bare { HourForm::Bare } else { HourForm::Clear };
        self.set_time(time, word).map(|()| true)
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
        match (self.day, self.year) {
            (Some(WrittenDay::OfYear(month, day)), Some(year)) => {
                let date = NaiveDate::from_ymd_opt(year, month, day);
                let no_day = || WrittenTimeError::Day(format!("{year}-{month:02}-{day:02}"));
                self.day = Some(WrittenDay::Date(date.ok_or_else(no_day)?));
            }
            (_, Some(year)) => return Err(WrittenTimeError::Word(year.to_string())),
            _ => {}
        }
        match (self.day, self.beside) {
            (None, Some(day)) => self.day = Some(WrittenDay::Weekday(day, false)),
            (Some(WrittenDay::Date(date)), Some(day)) if date.weekday() != day => {
                let name = |day: Weekday| weekday_name(day).to_owned();
                return Err(WrittenTimeError::Weekday { date, is: name(date.weekday()), said: name(day) });
            }
            _ => {}
        }
        if let Some(part) = self.part {
            self.set_hour_of(part)?;
        }
        if self.is_end_of_day && matches!(self.day, None | Some(WrittenDay::MinutesAgo(_))) {
            return Err(WrittenTimeError::Clock("24:00".to_owned()));
        }
        match (self.day, self.time) {
            (Some(WrittenDay::Date(date)), None) if self.zone.is_some() => {
                return Err(WrittenTimeError::Zone(Some(date.year())));
            }
            (None | Some(WrittenDay::MinutesAgo(_)), _) => {}
            (_, None) if self.zone.is_some() => return Err(WrittenTimeError::Zone(None)),
            _ => {}
        }
        match (self.day, self.time) {
            (None, None) => Err(WrittenTimeError::Nothing),
            (Some(WrittenDay::MinutesAgo(_)), Some(_)) => Err(WrittenTimeError::Twice("ago".to_owned())),
            _ => Ok(self),
        }
    }
}
