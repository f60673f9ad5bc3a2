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
mod ranges;

pub(super) use finder::{DayCarrier, FoundPhrase, phrases_in};
