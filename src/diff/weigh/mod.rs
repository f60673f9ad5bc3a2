//! Weighs a comparison: nature of each change, direction of information, verdict.

pub mod direction;
pub(crate) mod nature;
pub(crate) mod nature_table;
pub(crate) mod verdict;
