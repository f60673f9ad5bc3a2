//! Tags words and builds the grammar of sentences with learnt weights.
//!
//! "The mayor spoke" → `DET` `NOUN` `VERB`; *the* hangs on *mayor* as `det`,
//! *mayor* on *spoke* as `nsubj`.
//!
//! `examples/train` learns the weights from treebanks; they lie beside this file
//! and are read in place. What training needs is public but no part of the
//! program's interface.

#![doc(hidden)]

pub mod classes;
pub mod features;
pub mod lexeme;
pub mod marks;
pub mod model;
pub mod net;
pub mod net_features;
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
