//! TODO.

pub mod check;
pub(crate) mod link;
