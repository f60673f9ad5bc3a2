//! Reads the hour and the zone of a clock time.
//!
//! "7pm" captured an hour and a half of the day, "9.20 in the evening" figures
//! with a dot and a part of the day: both are minutes since midnight.

use super::semantics::Captures;
use crate::time::calendar::zones_table::{SHARED, SHORT};
use crate::time::lex::lexicon::{LEXICON, LexicalClass};
use crate::time::lex::scan::TimeLexeme;
use crate::time::phrase::{ClockStyle, DayPart, TimeOfDay, Zone};

/// "7pm", "19:20 GMT", "9.20 in the evening", "noon", "11 o'clock".
pub fn clock(pieces: &Captures<'_>, zone: Option<chrono_tz::Tz>) -> Option<TimeOfDay> {
    if let Some(part) = pieces.value(LexicalClass::Instant) {
        return DayPart::from_value(part).map(TimeOfDay::Part);
    }
    let (mut minutes, style) = match (
        pieces.item(LexicalClass::Clock).or_else(|| pieces.item(LexicalClass::DottedClock)),
        pieces.item(LexicalClass::Hour),
    ) {
        (Some(item), _) => (item.value, ClockStyle::Minute),
        (None, Some(item)) => (item.value * 60, ClockStyle::Hour),
        (None, None) => {
            let item = pieces.item(LexicalClass::Figure).filter(|item| item.digits == 4)?;
            let (hour, minute) = (item.value / 100, item.value % 100);
            (hour < 24 && minute < 60).then_some((hour * 60 + minute, ClockStyle::Minute))?
        }
    };
    let half = match (pieces.value(LexicalClass::AmPm), pieces.value(LexicalClass::Part)) {
        (Some(half), _) => Some(half),
        (None, Some(1 | 5)) => Some(0),
        (None, Some(4)) if minutes < 6 * 60 => Some(0),
        (None, Some(_)) => Some(12),
        (None, None) => None,
    };
    match half {
        Some(_) if 12 * 60 + 59 < minutes && pieces.item(LexicalClass::AmPm).is_some() => {}
        Some(0) if minutes / 60 == 12 => minutes -= 12 * 60,
        Some(12) if minutes < 12 * 60 => minutes += 12 * 60,
        _ => {}
    }
    let zone = match (pieces.item(LexicalClass::Zone), zone) {
        (_, Some(zone)) => Some(Zone::Named(zone)),
        (Some(item), _) => Some(zone_of(item, pieces)),
        (None, _) if pieces.says("local") => Some(Zone::Local),
        (None, _) => None,
    };
    (minutes <= 24 * 60).then_some(TimeOfDay::Clock { minutes, zone, style })
}

/// Reads "EST", "ET" or "GMT+8".
fn zone_of(item: TimeLexeme, pieces: &Captures<'_>) -> Zone {
    if let Some(&zone) = usize::try_from(item.value - 20_000).ok().and_then(|short| SHORT.get(short)) {
        return Zone::Named(zone);
    }
    let offset = item.value - 10_000 + sign_of(pieces);
    match SHARED.iter().find(|shared| LEXICON.id(&shared.to_ascii_lowercase()) == item.id) {
        Some(shared) => Zone::Shared(offset, shared),
        None => Zone::Offset(offset),
    }
}

/// "GMT+8": the hours behind a zone.
fn sign_of(pieces: &Captures<'_>) -> i32 {
    let Some(hours) = pieces.item(LexicalClass::Small).map(|item| item.value) else { return 0 };
    if pieces.says("+") { hours * 60 } else { -hours * 60 }
}
