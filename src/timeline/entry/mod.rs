//! Writes clusters as timeline entries, orders them, and applies what editors changed by hand.

pub(crate) mod build;
pub(crate) mod compare;
pub(crate) mod manual_edits;
pub(crate) mod order;
pub(crate) mod query;
