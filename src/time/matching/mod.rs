//! Matches the patterns of `pattern` at a place of a sentence, and gives the words their meaning.
//!
//! In: the lexemes of a sentence from one place on. Out: the longest
//! [`TimePhrase`](super::phrase::TimePhrase) that begins there, and how many
//! lexemes it takes. In reading order:
//!
//! - `notation`: the sequences of elements that a pattern allows
//! - `trie`: all patterns in one trie, and the walk that finds the longest
//! - `captures`: what a matched pattern captured
//! - `semantics`: the phrase that captured words come to
//! - `clock`: the time of day and its zone

mod captures;
mod clock;
mod notation;
mod semantics;
mod trie;

pub(super) use trie::{PatternMatch, longest_match};
