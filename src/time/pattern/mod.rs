//! Matches the ways in which English names a time, and gives each its meaning.

pub(crate) mod clock;
pub(crate) mod semantics;
pub(crate) mod table;
pub(crate) mod trie;
