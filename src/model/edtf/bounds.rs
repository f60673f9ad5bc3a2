//! Reads the ends of an EDTF date and places them in time.
//!
//! `2025-09/..` has the ends `2025-09` and open. Each known end is a part with
//! the fields that were given; what was not given spans its whole range.

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, NaiveDateTime, TimeZone, Utc};
use chrono_tz::Tz;

use super::precision::Precision;

/// One end of a date.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum End {
    /// Open or unknown.
    Open,
    /// A date, a year, a season …
    At(Part),
}

/// A date with the fields that were given.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Part {
    /// First and last year that the digits allow: 1990 and 1999 for `199X`.
    pub years: (i32, i32),
    /// 1 to 12, or a season from 21 to 24.
    pub month: Option<u32>,
    /// 1 to 31.
    pub day: Option<u32>,
    /// The time of day.
    pub clock: Option<EdtfTime>,
    /// Marked with `?` or `%`.
    pub uncertain: bool,
    /// Marked with `~` or `%`.
    pub approximate: bool,
}

/// A time of day, with its offset where one was given.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct EdtfTime {
    /// Hours, minutes and seconds as written.
    pub time: chrono::NaiveTime,
    /// Offset from UTC, where one is written.
    pub offset: Option<FixedOffset>,
    /// Written with `Z`, not with an offset of zero.
    pub is_utc: bool,
}

/// Reads a date of level 0 or 1; `None` for any other text.
pub(super) fn ends_of(date: &str) -> Option<(End, End)> {
    let Some((from, to)) = date.split_once('/') else {
        let part = End::At(read_part(date)?);
        return Some((part.clone(), part));
    };
    let (from, to) = (read_end(from)?, read_end(to)?);
    match (&from, &to) {
        (End::Open, End::Open) => None,
        (End::At(a), End::At(b)) if b.last(Tz::UTC) < a.first(Tz::UTC) => None,
        _ => Some((from, to)),
    }
}

fn read_end(text: &str) -> Option<End> {
    match text {
        "" | ".." => Some(End::Open),
        date => read_part(date).map(End::At),
    }
}

fn read_part(text: &str) -> Option<Part> {
    let (date, clock) = match text.split_once('T') {
        None => (text, None),
        Some((date, clock)) => (date, Some(read_clock(clock)?)),
    };
    let plain = date.trim_end_matches(['?', '~', '%']);
    let marks = &date[plain.len()..];
    let (sign, digits) = match plain.strip_prefix('-') {
        Some(digits) => (-1, digits),
        None => (1, plain),
    };
    let mut fields = digits.split('-');
    let years = read_years(fields.next()?, sign)?;
    let month = fields.next().map_or(Ok(None), read_field).ok()?;
    let day = fields.next().map_or(Ok(None), read_field).ok()?;
    let part = Part {
        years,
        month,
        day: day.filter(|_| month.is_some()),
        clock,
        uncertain: marks.contains(['?', '%']),
        approximate: marks.contains(['~', '%']),
    };
    let exists = match (part.month, part.day) {
        (Some(month @ 1..=12), Some(day)) => NaiveDate::from_ymd_opt(years.0, month, day).is_some(),
        (Some(1..=12 | 21..=24) | None, None) => true,
        _ => false,
    };
    (exists && fields.next().is_none()).then_some(part)
}

/// What `chrono` can place, less a year on each side for zones.
const FAR: i64 = 262_000;

/// Reads `1998`, `199X`, `19XX`, `Y170000002`; years beyond the calendar's reach are cut to it.
fn read_years(text: &str, sign: i32) -> Option<(i32, i32)> {
    let digits = text.strip_prefix('Y').unwrap_or(text);
    let (sign, digits) = match digits.strip_prefix('-') {
        Some(digits) => (-sign, digits),
        None => (sign, digits),
    };
    let shaped = 4 <= digits.len() && digits.chars().all(|c| c.is_ascii_digit() || c == 'X');
    if !shaped {
        return None;
    }
    let year = |with: &str| digits.replace('X', with).parse().unwrap_or(FAR).min(FAR) as i32 * sign;
    let (a, b) = (year("0"), year("9"));
    Some((a.min(b), a.max(b)))
}

/// Reads a month or day: `None` inside for `XX`.
fn read_field(text: &str) -> Result<Option<u32>, ()> {
    match text {
        "XX" => Ok(None),
        digits if digits.len() == 2 => digits.parse().map(Some).map_err(|_| ()),
        _ => Err(()),
    }
}

fn read_clock(text: &str) -> Option<EdtfTime> {
    let text = text.trim_end_matches(['?', '~', '%']);
    let at = text.find(['Z', '+', '-']).unwrap_or(text.len());
    let time = chrono::NaiveTime::parse_from_str(&text[..at], "%H:%M:%S").ok()?;
    let offset = match &text[at..] {
        "" => None,
        "Z" => FixedOffset::east_opt(0),
        offset => Some(read_offset(offset)?),
    };
    Some(EdtfTime { time, offset, is_utc: text[at..] == *"Z" })
}

fn read_offset(text: &str) -> Option<FixedOffset> {
    let sign = if text.starts_with('-') { -1 } else { 1 };
    let (hours, minutes) = text.get(1..)?.split_once(':').unwrap_or((text.get(1..)?, "0"));
    FixedOffset::east_opt(sign * (hours.parse::<i32>().ok()? * 3600 + minutes.parse::<i32>().ok()? * 60))
}

impl Part {
    /// Returns how exact the part is.
    pub(super) fn precision(&self) -> Precision {
        match (self.years.1 - self.years.0, self.month, self.day) {
            _ if self.clock.is_some() => Precision::Second,
            (10.., ..) => Precision::Century,
            (1.., ..) => Precision::Decade,
            (_, None, _) => Precision::Year,
            (_, Some(21..), _) => Precision::Season,
            (_, _, None) => Precision::Month,
            _ => Precision::Day,
        }
    }

    /// Returns the first moment of the part.
    pub(super) fn first(&self, zone: Tz) -> DateTime<Utc> {
        let month = match self.month {
            Some(season @ 21..=24) => (season - 20) * 3,
            month => month.unwrap_or(1),
        };
        let day = day_of(self.years.0, month, self.day.unwrap_or(1));
        match self.clock {
            None => moment(day.and_time(chrono::NaiveTime::MIN), None, zone),
            Some(clock) => moment(day.and_time(clock.time), clock.offset, zone),
        }
    }

    /// Returns the last moment of the part; a time of day without seconds lasts its minute.
    pub(super) fn last(&self, zone: Tz) -> DateTime<Utc> {
        use chrono::Timelike;
        if let Some(clock) = self.clock {
            let rest = if clock.time.second() == 0 { 59 } else { 0 };
            return self.first(zone) + Duration::seconds(rest);
        }
        let year = self.years.1;
        let next = match (self.month, self.day) {
            (Some(month), Some(day)) => day_of(year, month, day).succ_opt().unwrap_or(NaiveDate::MAX),
            (Some(24), _) => day_of(year + 1, 3, 1),
            (Some(season @ 21..), _) => day_of(year, (season - 20) * 3 + 3, 1),
            (None | Some(12), _) => day_of(year + 1, 1, 1),
            (Some(month), _) => day_of(year, month + 1, 1),
        };
        moment(next.and_time(chrono::NaiveTime::MIN), None, zone) - Duration::seconds(1)
    }
}

fn day_of(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap_or(if year < 0 { NaiveDate::MIN } else { NaiveDate::MAX })
}

fn moment(local: NaiveDateTime, offset: Option<FixedOffset>, zone: Tz) -> DateTime<Utc> {
    if let Some(offset) = offset {
        return local.and_local_timezone(offset).earliest().map_or(local.and_utc(), |moment| moment.to_utc());
    }
    // In the hour that summer time skips no such moment exists: the clock an hour later does.
    let moment = |local: &NaiveDateTime| zone.from_local_datetime(local).earliest();
    moment(&local)
        .or_else(|| moment(&(local + Duration::hours(1))))
        .map_or(local.and_utc(), |moment| moment.with_timezone(&Utc))
}
