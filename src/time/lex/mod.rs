//! TODO.

pub(crate) mod lexicon;
pub(crate) mod numbers;
pub(crate) mod scan;
pub(crate) mod words_table;
