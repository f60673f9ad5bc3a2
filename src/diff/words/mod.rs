//! Compares two sequences of words: numbers for words, hunks, and the runs a reader is shown.

pub(crate) mod interner;
pub(crate) mod split_hunks;
pub(crate) mod stop_words_table;
pub mod text_diff;
pub mod word_diff;
