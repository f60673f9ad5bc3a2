//! Recognises texts that tell a story far from their own date.
//!
//! News: "The bank failed on Friday" … "in March". A history: "In March 1940
//! …", "by June", "the next day". TimeExpr gives a history away is that most of the
//! years it names lie well before its date, and that it hardly speaks of today.

use chrono::{Datelike, NaiveDate};

use crate::time::context::finder::FoundPhrase;
use crate::time::phrase::{Anchor, Direction, TimeExpr};

/// Years named that make a story: fewer may be background of a news text.
const FEW_YEARS: usize = 6;

/// Returns whether the reference of a text's dates moves with its story.
pub fn is_narrative(found: &[FoundPhrase], today: Option<NaiveDate>) -> bool {
    let Some(today) = today else { return true };
    let (mut past, mut recent, mut deictic) = (0, 0, 0);
    for FoundPhrase { phrase, .. } in found {
        match &phrase.what {
            TimeExpr::Date(date) => match date.year {
                Some(year) if year < today.year() => past += 1,
                Some(_) => recent += 1,
                None if date.weekday.is_some() && date.day.is_none() => deictic += 1,
                None if matches!(date.direction, Direction::Last | Direction::This | Direction::Next) => deictic += 1,
                None => {}
            },
            TimeExpr::Unit { anchor: Anchor::Document, .. } | TimeExpr::Shift { anchor: Anchor::Document, .. } => {
                deictic += 1
            }
            _ => {}
        }
    }
    FEW_YEARS <= past && 3 * recent <= past && 4 * deictic <= past
}
