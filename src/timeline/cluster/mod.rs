//! Groups the mention chains of all articles that report the same event.

pub(crate) mod same_event;
pub(crate) mod story;
pub(crate) mod summary;
