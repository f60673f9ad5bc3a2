//! Writes moments as a reader in the story's zone would.
//!
//! `2025-04-24T12:50:00Z` in London is `24 Apr 2025 13:50`; a range on one day
//! names the day once: `24 Apr 2025 09:20–13:50`.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::{ScreenStyle, StyledText, TextMark};
use crate::model::{CapturedBy, Clock, DocumentTime, zone_label};
use crate::view::VersionRow;

/// Returns the line that says in which zone times are shown.
pub fn zone_line(look: ScreenStyle, zone: Tz) -> String {
    look.paint(TextMark::Faint, &format!("times in {zone}"))
}

/// Returns the same as the head of an answer that has no other; nothing above an empty one.
pub(super) fn headed(look: ScreenStyle, zone: Tz, answer: String) -> String {
    if answer.is_empty() { answer } else { format!("{}\n{answer}", zone_line(look, zone)) }
}

/// Returns a moment in a zone with what people call the zone's time: `24 Apr 2025 13:50 BST`.
pub fn moment_of_zone(at: DateTime<Utc>, zone: Tz) -> String {
    format!("{} {}", moment(at, zone), zone_label(at, zone))
}

/// Returns a moment in a zone: day and minute.
pub(crate) fn moment(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).format("%-d %b %Y %H:%M").to_string()
}

/// Returns the day of a moment in a zone.
pub(crate) fn day(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).format("%-d %b %Y").to_string()
}

/// Returns the time of day of a moment in a zone.
pub(crate) fn clock(at: DateTime<Utc>, zone: Tz) -> String {
    at.with_timezone(&zone).format("%H:%M").to_string()
}

/// Returns a time as the page states it.
pub(crate) fn stated(at: DocumentTime, zone: Tz) -> String {
    match at {
        DocumentTime::Day(day) => day.format("%-d %b %Y").to_string(),
        DocumentTime::Instant(at) => moment(at, zone),
    }
}

/// Returns the time of an account, and by whose clock it is where the page states none.
pub(crate) fn as_of(at: DocumentTime, clock: Clock, zone: Tz) -> String {
    match clock {
        Clock::Captured => format!("captured {}", stated(at, zone)),
        Clock::Stated => stated(at, zone),
    }
}

/// Returns a stated time, without its day where that is the day of `beside`.
pub(crate) fn stated_beside(at: DocumentTime, beside: DateTime<Utc>, zone: Tz) -> String {
    match at {
        DocumentTime::Instant(at) if day(at, zone) == day(beside, zone) => clock(at, zone),
        _ => stated(at, zone),
    }
}

/// Returns `24 Apr 2025 09:20–13:50`, both days where they differ, or the moment that both are.
pub(crate) fn range(from: DateTime<Utc>, to: DateTime<Utc>, zone: Tz) -> String {
    if moment(from, zone) == moment(to, zone) {
        return moment(from, zone);
    }
    if day(from, zone) == day(to, zone) {
        return format!("{}–{}", moment(from, zone), clock(to, zone));
    }
    format!("{} – {}", moment(from, zone), moment(to, zone))
}

/// Writes when a version came that follows another, and what its page says of it.
///
/// Two that were recorded in one call have the same moment: then nothing is known of when the text changed but what
/// the pages say.
pub(crate) fn change(from: &VersionRow, to: &VersionRow, zone: Tz) -> Vec<StyledText> {
    let stated = |row: &VersionRow| row.modified.or(row.published);
    if to.captured < from.captured {
        return vec![(
            TextMark::Plain,
            format!("read backwards; changed {}", range(to.last_seen, from.captured, zone)),
        )];
    }
    if from.last_seen != to.captured {
        let mut pieces = vec![(TextMark::Plain, format!("changed {}", range(from.last_seen, to.captured, zone)))];
        if let Some(stated) = to.modified {
            pieces.push((TextMark::Faint, format!("; the page says {}", stated_beside(stated, to.captured, zone))));
        }
        return pieces;
    }
    let mut pieces = vec![(TextMark::Plain, format!("recorded together {}", moment(to.captured, zone)))];
    let say = match (stated(from), stated(to)) {
        (Some(before), Some(after)) => {
            format!("; the pages say {} and {}", self::stated(before, zone), self::stated(after, zone))
        }
        (None, Some(after)) => format!("; the later page says {}", self::stated(after, zone)),
        (Some(before), None) => format!("; the earlier page says {}", self::stated(before, zone)),
        (None, None) => "; the pages do not say when they were written".to_owned(),
    };
    pieces.push((TextMark::Faint, say));
    pieces
}

/// Writes who stated the time of a capture, where it is neither the program's clock nor the reader.
pub(crate) const fn whose(by: CapturedBy) -> Option<&'static str> {
    match by {
        CapturedBy::Clock | CapturedBy::Given => None,
        CapturedBy::File => Some("by the file's time"),
        CapturedBy::Name => Some("by the file's name"),
        CapturedBy::Page => Some("by the page's own time"),
        CapturedBy::Unknown => Some("perhaps by the page's own time"),
    }
}

/// Returns a length of time in its two largest units: `6 h 40 min`, `3 days`.
pub(crate) fn length(seconds: i64) -> String {
    let minutes = seconds.abs() / 60;
    match (minutes / 1440, minutes / 60 % 24, minutes % 60) {
        (0, 0, 0) => "under a minute".to_owned(),
        (0, 0, minutes) => format!("{minutes} min"),
        (0, hours, 0) => format!("{hours} h"),
        (0, hours, minutes) => format!("{hours} h {minutes} min"),
        (1, 0, _) => "1 day".to_owned(),
        (1, hours, _) => format!("1 day {hours} h"),
        (days, _, _) => format!("{days} days"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> DateTime<Utc> {
        text.parse().unwrap()
    }

    #[test]
    fn a_moment_that_is_printed_can_be_typed_in_every_zone() {
        for zone in chrono_tz::TZ_VARIANTS {
            for text in ["2025-01-15T12:34:00Z", "2025-07-15T23:50:00Z", "2025-10-26T01:30:00Z", "2025-03-30T00:59:00Z"]
            {
                let printed = moment_of_zone(at(text), zone);
                let read = crate::model::WrittenTime::read(&printed).expect(&printed).absolute(zone);
                assert_eq!(read, Some(DocumentTime::Instant(at(text))), "{printed} in {zone}");
            }
        }
    }

    #[test]
    fn a_range_names_its_day_once() {
        let zone = Tz::Europe__London;
        let check = |from, to, want: &str| assert_eq!(range(at(from), at(to), zone), want);
        check("2025-04-24T08:20:00Z", "2025-04-24T12:50:00Z", "24 Apr 2025 09:20–13:50");
        check("2025-04-24T22:50:00Z", "2025-04-24T23:10:00Z", "24 Apr 2025 23:50 – 25 Apr 2025 00:10");
    }

    #[test]
    fn lengths_are_told_in_two_units() {
        assert_eq!(length(24_000), "6 h 40 min");
        assert_eq!(length(-3600), "1 h");
        assert_eq!(length(90_000), "1 day 1 h");
        assert_eq!(length(500_000), "5 days");
    }
}
