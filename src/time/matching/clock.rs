//! Reads the hour and the zone of a clock time.
//!
//! "7pm" captured an hour and a half of the day, "9.20 in the evening" figures
//! with a dot and a part of the day: both are minutes since midnight.

use super::captures::Captures;
use crate::model::{ABBREVIATIONS, ZoneTime};
use crate::time::lex::{LexicalClass, TimeLexeme};
use crate::time::phrase::{ClockStyle, DayPart, TimeOfDay, Zone};

/// Returns the time of day of "7pm", "19:20 GMT", "9.20 in the evening", "noon" or "11 o'clock".
///
/// `zone` is that of a place whose clock the words name ("Kyiv time"). `None` when there is no such time.
pub(super) fn time_of_day(captures: &Captures<'_>, zone: Option<chrono_tz::Tz>) -> Option<TimeOfDay> {
    if let Some(part) = captures.value(LexicalClass::Instant) {
        return DayPart::from_value(part).map(TimeOfDay::Part);
    }
    let (mut minutes, style) = match (
        captures.lexeme(LexicalClass::Clock).or_else(|| captures.lexeme(LexicalClass::DottedClock)),
        captures.lexeme(LexicalClass::Hour),
    ) {
        (Some(lexeme), _) => (lexeme.value, ClockStyle::Minute),
        (None, Some(lexeme)) => (lexeme.value * 60, ClockStyle::Hour),
        (None, None) => {
            let lexeme = captures.lexeme(LexicalClass::Figure).filter(|lexeme| lexeme.digits == 4)?;
            let (hour, minute) = (lexeme.value / 100, lexeme.value % 100);
            (hour < 24 && minute < 60).then_some((hour * 60 + minute, ClockStyle::Minute))?
        }
    };
    let part = captures.value(LexicalClass::Part).and_then(DayPart::from_value);
    // First hour of the half of the day.
    let half = captures.value(LexicalClass::AmPm).or_else(|| part.map(|part| half_of(part, minutes)));
    match half {
        Some(_) if 12 * 60 + 59 < minutes && captures.lexeme(LexicalClass::AmPm).is_some() => {}
        Some(0) if minutes / 60 == 12 => minutes -= 12 * 60,
        Some(12) if minutes < 12 * 60 => minutes += 12 * 60,
        _ => {}
    }
    let zone = match (captures.lexeme(LexicalClass::Zone), zone) {
        (_, Some(zone)) => Some(Zone::Named(zone)),
        (Some(lexeme), _) => zone_of(lexeme, captures),
        (None, _) if captures.says("local") => Some(Zone::Local),
        (None, _) => None,
    };
    (minutes <= 24 * 60).then_some(TimeOfDay::Clock { minutes, zone, style })
}

/// Returns the first hour of the half of the day in which a clock time of that part lies.
const fn half_of(part: DayPart, minutes: i32) -> i32 {
    match part {
        DayPart::Morning | DayPart::Dawn => 0,
        DayPart::Night if minutes < 6 * 60 => 0,
        _ => 12,
    }
}

/// Returns the minutes since midnight of a clock time in a part of the day: 1,170 for 7:30 at night.
pub(super) const fn in_part(minutes: i32, part: DayPart) -> i32 {
    match half_of(part, minutes) {
        0 if minutes / 60 == 12 => minutes - 12 * 60,
        12 if minutes < 12 * 60 => minutes + 12 * 60,
        _ => minutes,
    }
}

/// Returns the zone of "EST", "ET" or "GMT+8".
fn zone_of(lexeme: TimeLexeme, captures: &Captures<'_>) -> Option<Zone> {
    let row = ABBREVIATIONS.get(usize::try_from(lexeme.value).ok()?)?;
    let added = added_minutes(captures);
    Some(match row.time {
        ZoneTime::Offset(minutes) => Zone::Offset(minutes + added),
        ZoneTime::Shared(minutes) => Zone::Shared(minutes + added, row.name),
        ZoneTime::Clock(zone) => Zone::Named(zone),
    })
}

/// Returns the minutes that the hours behind a zone add to it: "GMT+8".
fn added_minutes(captures: &Captures<'_>) -> i32 {
    let Some(hours) = captures.number(LexicalClass::Small).map(u32::cast_signed) else { return 0 };
    if captures.says("+") { hours * 60 } else { -hours * 60 }
}
