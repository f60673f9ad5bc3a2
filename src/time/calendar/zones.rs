//! Finds the zone of a clock time that does not name one, or whose zone has several meanings.
//!
//! "8 a.m. local time" means the place the sentence speaks of, else the one
//! named before it; "EST" is New York's to most stories and Sydney's to one
//! from there.

use chrono::{NaiveDateTime, Offset, TimeZone};
use chrono_tz::{OffsetName, Tz};

use super::zones_table::PLACES;
use crate::model::{ABBREVIATIONS, Document, Span, Timex, ZoneTime};
use crate::time::work;

/// Tokens before a time in which its place is looked for.
const MAX_DISTANCE: usize = 400;

/// Returns the zone of the place that a text names last before a time; else of the first in the time's sentence, and
/// else of the last before that sentence.
pub(crate) fn zone_of_place(document: &Document<'_>, sentence: usize, time: Span) -> Option<Tz> {
    let tokens = document.sentences[sentence].tokens.clone();
    let zone = |token: usize| place_at(document, token);
    let end = tokens.start + document.tokens[tokens.clone()].partition_point(|token| token.span.end <= time.start);
    let inside = (tokens.start..end).rev().take(MAX_DISTANCE).find_map(zone);
    let behind = || tokens.clone().take(MAX_DISTANCE).find_map(zone);
    let before = || (tokens.start.saturating_sub(MAX_DISTANCE)..tokens.start).rev().find_map(zone);
    inside.or_else(behind).or_else(before)
}

/// Returns the zone of the place whose name begins at a token.
fn place_at(document: &Document<'_>, token: usize) -> Option<Tz> {
    work::step();
    if !document.word(token).starts_with(char::is_uppercase) {
        return None;
    }
    let first = document.norm(token);
    let start = PLACES.partition_point(|(words, _)| *words < first);
    let fits = |words: &str| {
        let mut words = words.split(' ').enumerate();
        words.all(|(at, word)| token + at < document.tokens.len() && document.norm(token + at) == word)
    };
    PLACES[start..]
        .iter()
        .take_while(|(words, _)| words.starts_with(first))
        .find(|(words, _)| fits(words))
        .map(|row| row.1)
}

/// Returns whether a zone uses the abbreviation for its own time at that moment: Jerusalem "IST".
pub(crate) fn uses_abbreviation(zone: Tz, abbreviation: &str, at: NaiveDateTime) -> bool {
    zone.from_local_datetime(&at).earliest().is_some_and(|time| time.offset().abbreviation() == Some(abbreviation))
}

/// Returns the abbreviation in a time's words that several zones share.
pub(crate) fn shared_abbreviation_in(words: &str) -> Option<&'static str> {
    let mut parts = words.split(|c: char| !c.is_ascii_alphanumeric());
    let shared = ABBREVIATIONS.iter().filter(|row| matches!(row.time, ZoneTime::Shared(_)));
    parts.find_map(|part| shared.clone().find(|row| row.name == part)).map(|row| row.name)
}

/// Returns the time of day in minutes of UTC, where the words of a time name its zone by an abbreviation: "4:14 p.m. EST".
///
/// A zone with summer time counts as in winter, so that its times of day can be compared without a date.
pub(crate) fn minutes_of_day_in_utc(timex: &Timex, words: &str) -> Option<i32> {
    let clock = timex.value.split_once('T')?.1;
    let (hour, minute) = clock.get(..5)?.split_once(':')?;
    let minutes = hour.parse::<i32>().ok()? * 60 + minute.parse::<i32>().ok()?;
    let mut parts = words.rsplit(|c: char| !c.is_ascii_alphanumeric());
    let zone = parts.find_map(|part| ABBREVIATIONS.iter().find(|row| row.name == part))?;
    let offset = match zone.time {
        ZoneTime::Offset(minutes) | ZoneTime::Shared(minutes) => minutes,
        ZoneTime::Clock(zone) => {
            let winter = chrono::NaiveDate::from_ymd_opt(2024, 1, 15)?.and_hms_opt(12, 0, 0)?;
            zone.offset_from_utc_datetime(&winter).fix().local_minus_utc() / 60
        }
    };
    Some((minutes - offset).rem_euclid(24 * 60))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{DocumentTime, Setting};
    use crate::time::calendar::zones_table::clock_names;

    #[test]
    fn places_are_sorted_and_named_once() {
        assert!(PLACES.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn every_row_gives_its_clock() {
        for (words, zone) in clock_names() {
            let local = "2024-05-14T01:00:00".parse().expect("a time");
            let want = zone.from_local_datetime(&local).earliest().expect("no clocks change then").to_rfc3339();
            assert_eq!(edtf_of(&format!("It fell at 1 a.m. {words} time on Tuesday.")), want, "{words}");
        }
        for row in ABBREVIATIONS {
            let local: NaiveDateTime = "2024-05-14T01:00:00".parse().expect("a time");
            let want = match row.time {
                ZoneTime::Clock(zone) => {
                    zone.from_local_datetime(&local).earliest().expect("no clocks change then").to_rfc3339()
                }
                ZoneTime::Offset(minutes) | ZoneTime::Shared(minutes) => {
                    let offset = chrono::FixedOffset::east_opt(minutes * 60).expect("less than a day");
                    offset.from_local_datetime(&local).earliest().expect("offsets do not change").to_rfc3339()
                }
            };
            assert_eq!(edtf_of(&format!("It fell at 01:00 {} on Tuesday.", row.name)), want, "{}", row.name);
        }
    }

    #[test]
    fn a_word_in_capitals_is_no_zone() {
        let time = edtf_of("THE TRAIN LEFT AT 5PM AT LEAST.");
        assert!(time.ends_with("T17:00:00+00:00"), "{time}");
    }

    /// Returns the first time of a text of Wednesday, 15 May 2024.
    fn edtf_of(text: &str) -> String {
        let published = "2024-05-15".parse().ok().map(DocumentTime::Day);
        let setting = Setting { published, ..Setting::default() };
        let timexes = crate::time::timexes_in(&crate::text::read(text), setting);
        timexes[0].edtf.as_ref().map(ToString::to_string).unwrap_or_default()
    }
}
