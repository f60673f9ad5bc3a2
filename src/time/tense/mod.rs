//! Reads from a clause whether its times lie ahead or behind.

pub mod clause;
pub(crate) mod context;
pub(crate) mod tense_table;
