//! Cuts a sentence into the words, numbers and marks that patterns are made of.

pub(crate) mod lexicon;
pub(crate) mod numbers;
pub(crate) mod scan;
pub(crate) mod words_table;
