//! TODO.

pub(crate) mod build;
pub(crate) mod compare;
pub(crate) mod manual_edits;
pub(crate) mod order;
pub(crate) mod query;
