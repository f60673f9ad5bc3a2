//! TODO.

pub(crate) mod clock;
pub(crate) mod semantics;
pub(crate) mod table;
pub(crate) mod trie;
