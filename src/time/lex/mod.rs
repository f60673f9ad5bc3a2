//! Cuts a sentence into lexemes, the words, numbers and marks that patterns are made of.
//!
//! In: the text of one sentence. Out: a list of [`TimeLexeme`]s, each with what
//! it can be in a temporal expression. In reading order:
//!
//! - `class`: what a word can be (`{month}`, `{unit}` …), and what it shows about a time beside it
//! - `words_table`, `context_words_table`: the words of each class and role
//! - `lexicon`: the look-up over these and the words that patterns, holidays and zones spell out
//! - `lexeme`: one word, number or mark of a sentence
//! - `scan`: the cut of a sentence, word by word
//! - `numbers`: figures, and numbers in words, as one lexeme each

mod class;
mod context_words_table;
mod lexeme;
mod lexicon;
mod numbers;
mod scan;
mod words_table;

pub(super) use class::{ContextRole, LexicalClass};
#[cfg(test)]
pub(crate) use context_words_table::CONTEXT_WORDS;
#[cfg(test)]
pub(super) use lexeme::SWITCHED_OFF;
pub(super) use lexeme::TimeLexeme;
pub(super) use lexicon::LEXICON;
pub(crate) use lexicon::is_unit_of_time;
pub(super) use scan::scan;
