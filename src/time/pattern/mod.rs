//! Lists the ways in which English names a time, and what each means.
//!
//! In: nothing; these are rows. Out: patterns in a notation of words, `{classes}`
//! and `<phrases>`, each with its [`Semantics`](rule::Semantics) and a sentence
//! that shows it. `lex` takes the words that they spell out, `matching` matches
//! them. In reading order:
//!
//! - `rule`: the row of the table and its parts
//! - `table`: every pattern

pub(crate) mod rule;
pub(crate) mod table;
