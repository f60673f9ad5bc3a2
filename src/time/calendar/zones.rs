//! Finds whose clock a time is told by.
//!
//! "1 a.m. Kyiv time" names the place; "8 a.m. local time" means the place the
//! sentence speaks of, else the one named before it; "EST" is New York's to most
//! stories and Sydney's to one from there.

use chrono::{NaiveDateTime, TimeZone};
use chrono_tz::{OffsetName, Tz};

use super::zones_table::{NAMES, PLACES, SHARED};
use crate::model::{Document, Span};

/// Returns every place and zone name that "time" may follow, with its number.
pub fn rows() -> impl Iterator<Item = (usize, &'static str)> {
    PLACES.iter().chain(NAMES).map(|row| row.0).enumerate()
}

/// Returns the zone of a row.
pub fn zone(row: usize) -> Option<Tz> {
    PLACES.iter().chain(NAMES).nth(row).map(|row| row.1)
}

/// Words before a time in which its place is looked for.
const FAR: usize = 400;

/// Returns the zone of the place that a text names last up to the end of a time's sentence.
pub fn of_place(document: &Document<'_>, sentence: usize, time: Span) -> Option<Tz> {
    let tokens = document.sentences[sentence].tokens.clone();
    let named = |&token: &usize| place_at(document, token);
    let inside = tokens
        .clone()
        .filter(|&token| document.tokens[token].span.end <= time.start)
        .rev()
        .take(FAR)
        .find_map(|t| named(&t));
    let behind = || tokens.clone().take(FAR).find_map(|token| named(&token));
    let before = || (tokens.start.saturating_sub(FAR)..tokens.start).rev().find_map(|token| named(&token));
    inside.or_else(behind).or_else(before)
}

/// Returns the zone of the place whose name begins at a token.
fn place_at(document: &Document<'_>, token: usize) -> Option<Tz> {
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

/// Returns whether a zone calls its own time so on that day: Jerusalem "IST".
pub fn calls_itself(zone: Tz, abbreviation: &str, at: NaiveDateTime) -> bool {
    zone.from_local_datetime(&at).earliest().is_some_and(|time| time.offset().abbreviation() == Some(abbreviation))
}

/// Returns the abbreviation in a time's words that several zones share.
pub fn shared_in(words: &str) -> Option<&'static str> {
    let mut parts = words.split(|c: char| !c.is_ascii_alphanumeric());
    parts.find_map(|part| SHARED.iter().copied().find(|shared| *shared == part))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_sorted_and_named_once() {
        assert!(PLACES.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn every_row_lends_its_clock() {
        use crate::model::{DocumentTime, Setting};
        let published = "2024-05-15".parse().ok().map(DocumentTime::Day);
        for (words, zone) in PLACES.iter().chain(NAMES) {
            let text = format!("It fell at 1 a.m. {words} time on Tuesday.");
            let timexes = crate::time::find(&crate::text::read(&text), Setting { published, ..Setting::default() });
            let local = "2024-05-14T01:00:00".parse().expect("a time");
            let want = zone.from_local_datetime(&local).earliest().expect("no clocks change then").to_rfc3339();
            assert_eq!(timexes[0].edtf.as_ref().map(ToString::to_string), Some(want), "{words}");
        }
    }
}
