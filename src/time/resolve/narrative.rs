//! Decides whether a text narrates a history, far from its own date.
//!
//! News: "The bank failed on Friday" … "in March". A narrative: "In March 1940
//! …", "by June", "the next day". A narrative shows by its years, most of which
//! lie well before its date, and by how rarely it speaks of today.

use chrono::{Datelike, NaiveDate};

use crate::time::context::FoundPhrase;
use crate::time::phrase::{Anchor, Direction, TimeExpr};

/// Past years that a narrative names at least; fewer may be the background of a news text.
const MIN_PAST_YEARS: usize = 6;

/// Returns whether a text is a narrative, whose dates are read against each other; without a date of its own it is.
pub(crate) fn is_narrative(found: &[FoundPhrase], document_day: Option<NaiveDate>) -> bool {
    let Some(document_day) = document_day else { return true };
    let (mut past, mut recent, mut deictic) = (0, 0, 0);
    for FoundPhrase { phrase, .. } in found {
        match &phrase.expr {
            TimeExpr::Date(date) => match date.year {
                Some(year) if year < document_day.year() => past += 1,
                Some(_) => recent += 1,
                None if date.weekday.is_some() && date.day.is_none() => deictic += 1,
                None if matches!(date.direction, Direction::Last | Direction::This | Direction::Next) => deictic += 1,
                None => {}
            },
            TimeExpr::Unit { anchor: Anchor::Document, .. } | TimeExpr::Shift { anchor: Anchor::Document, .. } => {
                deictic += 1;
            }
            _ => {}
        }
    }
    MIN_PAST_YEARS <= past && 3 * recent <= past && 4 * deictic <= past
}
