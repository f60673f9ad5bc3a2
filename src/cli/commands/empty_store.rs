//! Holds what commands print about a store in which nothing is recorded.

/// The remark of a command that lists versions or stories and finds none.
pub(crate) const NOTHING_YET: &str = "nothing is recorded yet; `writethru add FILE --story NAME` records a version";
