//! Finds time phrases in a text and settles by the words beside them what they are and how far they reach.
//!
//! In: a document. Out: its [`FoundPhrase`]s, in order, not yet anchored. In
//! reading order:
//!
//! - `finder`: the walk over a sentence
//! - `disambiguate`: whether words that are often no time are one here
//! - `month_names`: people who are called like months
//! - `ranges`: the two ends of "Sept. 5-7", of which one leaves out what the other says
//! - `extent`: where a phrase begins, and what it comes to beside "ended March 31"

mod disambiguate;
mod extent;
mod finder;
mod month_names;
mod month_names_table;
mod ranges;

use crate::model::Document;

pub(super) use finder::{DayCarrier, FoundPhrase};

/// Returns the time phrases of a text, in order.
pub(super) fn phrases_in(document: &Document<'_>) -> Vec<FoundPhrase> {
    let mut found = finder::phrases_in(document);
    month_names::drop_names(document, &mut found);
    found
}
