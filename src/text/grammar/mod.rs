//! Tags words and builds the dependency grammar of sentences with learnt weights.
//!
//! "The mayor spoke" → `DET` `NOUN` `VERB`; *the* depends on *mayor* as `det`,
//! *mayor* on *spoke* as `nsubj`.
//!
//! In: the words of one sentence with their normal forms. Out: a tag, a head and
//! a relation for each. The parts, in the order in which they run:
//!
//! 1. `lexeme`: a word as the few numbers that models look at.
//! 2. `classes`: what a dictionary knows of a word, as one number.
//! 3. `tagger` (with `tag_table`): part of speech and Penn tag.
//! 4. `parser` with `parser_features`: the tree of the words, without punctuation.
//! 5. `repair`: a conjunct goes to the verb that shares its form.
//! 6. `marks`: punctuation is attached to the finished tree.
//!
//! `features` turns what a model looks at into keys, `weights` finds the learnt
//! numbers by key, `net` and `net_features` decide what linear weights leave
//! open, and `model` brings all of it together.
//!
//! `examples/train` learns the weights from treebanks; they lie beside this file,
//! `packed` tells in which order, and are read in place. What training needs is
//! public but no part of the program's interface.

#![doc(hidden)]

pub mod classes;
pub mod features;
pub mod lexeme;
pub mod marks;
pub mod model;
pub mod net;
pub mod net_features;
pub mod packed;
pub mod parser;
pub mod parser_features;
pub mod repair;
pub mod tag_table;
pub mod tagger;
pub mod weights;

pub use model::Models;

/// Returns the normal form of a word.
pub fn normal_form(word: &str) -> String {
    let mut form = String::new();
    super::normal::fold_into(word, &mut form);
    form
}
