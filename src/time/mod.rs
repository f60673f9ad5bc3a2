//! Finds the words that name a time and dates them.
//!
//! In: a document with its tokens and grammar, and its date and zone where they
//! are known. Out: its temporal expressions, each with a TIMEX3 type and value
//! and an EDTF date ([`timexes_in`]), and notes on those that could not be
//! placed ([`notes`](fn@notes)).
//!
//! "He left two days after the vote, on Friday": patterns find the phrases,
//! `resolve` anchors them. Finding looks at words only and costs one look-up a
//! word; anchoring looks at the document's date, at what the text dated before,
//! and at the tense of the clause. In reading order:
//!
//! - `phrase`: what the words of a time mean, before they are anchored
//! - `calendar`: fields of a date -> a period, its days, its TIMEX3 value and EDTF
//! - `pattern`: the ways to name a time, as rows
//! - `lex`: a sentence -> lexemes: words, numbers and marks with their classes
//! - `matching`: lexemes -> the longest phrase that begins at one of them
//! - `context`: a document -> its phrases, as their neighbours have them
//! - `tense`: a clause -> whether its times lie ahead or behind
//! - `resolve`: phrases -> dates
//! - `timexes`: all of it for one document
//! - `work`: the steps that reading took, counted for tests
//! - `notes`: what could not be placed, and what could as well be another date

pub(crate) mod calendar;
mod context;
mod lex;
mod matching;
mod notes;
mod pattern;
mod phrase;
#[cfg(test)]
mod properties;
mod resolve;
pub(crate) mod tense;
#[cfg(test)]
mod tests;
mod timexes;
mod work;

pub(crate) use calendar::zones::minutes_of_day_in_utc;
pub(crate) use lex::is_unit_of_time;
pub use notes::notes;
pub use timexes::timexes_in;
