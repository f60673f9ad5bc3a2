//! TODO.

pub(crate) mod group;
pub(crate) mod lone;
