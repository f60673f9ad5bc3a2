//! TODO.

pub mod clause;
pub(crate) mod context;
pub(crate) mod tense_table;
