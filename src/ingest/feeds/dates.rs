//! Reads the dates that feeds write, which follow their standards only roughly.

use chrono::{DateTime, FixedOffset, NaiveDate, NaiveDateTime, Utc};

use crate::model::{ABBREVIATIONS, ZoneTime, instant_in_calendar};

/// A zone that feeds name and texts do not, with its minutes from UTC: in a line in capitals, "WEST" is a direction.
const WESTERN_EUROPEAN_SUMMER: (&str, i32) = ("WEST", 60);

/// Shapes without a zone, which are read as UTC.
const SHAPES: [&str; 6] = [
    "%Y-%m-%dT%H:%M:%S%.f",
    "%Y-%m-%d %H:%M:%S",
    "%Y-%m-%dT%H:%M",
    "%Y-%m-%d %H:%M",
    "%d %b %Y %H:%M:%S",
    "%d %b %Y %H:%M",
];

/// Returns the instant that a date means, if it means one.
pub(super) fn instant_of(text: &str) -> Option<DateTime<Utc>> {
    instant_in_calendar(&stated(text.trim())?)
}

fn stated(text: &str) -> Option<DateTime<Utc>> {
    if let Ok(time) = DateTime::parse_from_rfc3339(text) {
        return Some(time.to_utc());
    }
    // The weekday is often wrong, and then nothing else is read: leave it out.
    let text = text.split_once(',').map_or(text, |(day, rest)| if day.len() <= 9 { rest.trim() } else { text });
    if let Ok(time) = DateTime::parse_from_rfc2822(text) {
        return Some(time.to_utc());
    }
    let (rest, offset) = without_zone(text);
    let shape = SHAPES.iter().find_map(|shape| NaiveDateTime::parse_from_str(rest, shape).ok());
    let local = shape.or_else(|| NaiveDate::parse_from_str(rest, "%Y-%m-%d").ok()?.and_hms_opt(0, 0, 0))?;
    local.and_local_timezone(offset).single().map(|time| time.to_utc())
}

/// Takes the zone off the end of a date.
fn without_zone(text: &str) -> (&str, FixedOffset) {
    let utc = FixedOffset::east_opt(0).expect("UTC is an offset");
    let Some((rest, zone)) = text.rsplit_once(' ') else { return (text.trim_end_matches('Z'), utc) };
    if let Some(minutes) = minutes_of(zone) {
        return (rest, FixedOffset::east_opt(minutes * 60).unwrap_or(utc));
    }
    match DateTime::parse_from_str(&format!("2000-01-01 00:00 {zone}"), "%Y-%m-%d %H:%M %z") {
        Ok(time) => (rest, *time.offset()),
        Err(_) => (text, utc),
    }
}

/// Returns the minutes from UTC of a zone by its abbreviation; RFC 2822 knows only those of North America.
fn minutes_of(zone: &str) -> Option<i32> {
    let (west, minutes) = WESTERN_EUROPEAN_SUMMER;
    if zone.eq_ignore_ascii_case(west) {
        return Some(minutes);
    }
    match ABBREVIATIONS.iter().find(|row| row.name.eq_ignore_ascii_case(zone))?.time {
        ZoneTime::Offset(minutes) | ZoneTime::Shared(minutes) => Some(minutes),
        ZoneTime::Clock(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_feeds_write_them() {
        let check = |text: &str, want: Option<&str>| {
            let got = instant_of(text).map(|time| time.format("%Y-%m-%dT%H:%M:%S").to_string());
            assert_eq!(got.as_deref(), want, "for {text}");
        };
        check("2025-04-24T08:00:00+02:00", Some("2025-04-24T06:00:00"));
        check("Thu, 24 Apr 2025 08:00:00 GMT", Some("2025-04-24T08:00:00"));
        check("Mon, 24 Apr 2025 08:00:00 +0100", Some("2025-04-24T07:00:00")); // it was a Thursday
        check("24 Apr 2025 08:00:00 EST", Some("2025-04-24T13:00:00"));
        check("Thu, 24 Apr 2025 08:00:00 BST", Some("2025-04-24T07:00:00"));
        check("Thu, 24 Apr 2025 08:00 IST", Some("2025-04-24T02:30:00"));
        check("Thu, 24 Apr 2025 08:00 HKT", Some("2025-04-24T00:00:00"));
        check("Thu, 24 Apr 2025 08:00 WEST", Some("2025-04-24T07:00:00"));
        check("2025-04-24 08:00:00", Some("2025-04-24T08:00:00"));
        check("2025-04-24 08:00 +0200", Some("2025-04-24T06:00:00"));
        check("2025-04-24", Some("2025-04-24T00:00:00"));
        check("soon", None);
        check("", None);
    }
}
