//! Tells what an update did: aligned sentences, words, kinds and weight of change.

pub mod align;
mod fold;
mod table_function_words;
pub mod words;

use crate::model::{Comparison, Side};

/// Compares two versions of one text.
pub fn compare(old: &Side<'_>, new: &Side<'_>) -> Comparison {
    let mut folder = fold::Folder::default();
    let (a, b) = (folder.read(&old.text.document), folder.read(&new.text.document));
    let rows = (align::Rows::new(&old.text.document, &a), align::Rows::new(&new.text.document, &b));
    let alignment = align::align(&rows.0, &rows.1, &folder.sorts);
    Comparison { pairs: alignment.pairs, ..Comparison::default() }
}
