//! TODO.

pub mod direction;
pub(crate) mod nature;
pub(crate) mod nature_table;
pub(crate) mod verdict;
