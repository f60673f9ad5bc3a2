//! Turns aligned sentences into changes: edited, split, merged, added, removed, moved.

pub(crate) mod group;
pub(crate) mod lone;
