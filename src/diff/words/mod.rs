//! Compares two sequences of words.
//!
//! In: words of two texts. Out: word ids, changed stretches (hunks), and the runs that a reader is shown.
//!
//! - `interner`: an id for each word, the same in both texts, and the class of the word;
//! - `word_diff`: hunks between two sequences of ids; runs of changed words between two sentences.

pub(crate) mod interner;
pub mod word_diff;
