//! Matches the ways in which English names a time, and gives each its meaning.
//!
//! In: the lexemes of a sentence from one place on. Out: the longest
//! [`TimePhrase`](super::phrase::TimePhrase) that begins there, and how many
//! lexemes it takes. In reading order:
//!
//! - `table`: every pattern with its meaning and a sentence that shows it
//! - `rule`: the row of that table and its notation
//! - `trie`: all patterns in one trie, and the walk that finds the longest
//! - `captures`: what a matched pattern captured
//! - `semantics`: the phrase that captured words come to
//! - `clock`: the time of day and its zone

mod captures;
mod clock;
pub(crate) mod rule;
mod semantics;
pub(crate) mod table;
mod trie;

pub(super) use trie::{PatternMatch, longest_match};
