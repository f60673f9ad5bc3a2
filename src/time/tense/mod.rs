//! Reads from a clause whether its times lie ahead or behind.
//!
//! In: a document with grammar, and the span of a time. Out: the
//! [`TenseContext`] of that time. In reading order:
//!
//! - `clause`: the function words of each verb, and the tense they show
//! - `context`: the verb that governs a time, and what it says about it
//! - `tense_table`: words that decide alone ("until", "due", "agreed to")

pub(crate) mod clause;
mod context;
mod tense_table;

pub(crate) use context::{TenseContext, tense_context};
