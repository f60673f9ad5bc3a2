//! TODO.

pub(crate) mod same_event;
pub(crate) mod story;
pub(crate) mod summary;
