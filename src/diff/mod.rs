//! Tells what an update did: aligned sentences, words, kinds and weight of change.
//!
//! Old: `The toll stands at eight.`
//! New: `The toll stands at nine. The archbishop led prayers at the quayside.`
//! Changes: a figure (eight, nine) and a statement added; both material.
//!
//! Sentences are paired first (`align`), so that words are compared within a
//! passage and never across the text. Each edited passage is laid out (`edit`)
//! and explained (`facets`); `passages` turns that, and what was added, removed
//! or moved, into changes. Then notices are linked and the nature is judged.
//! Every step is a rule that can be named: `Change::why` holds the names.

pub mod align;
mod certainty_table;
mod cuts;
mod edit;
mod facets;
mod fold;
mod function_word_table;
pub mod history;
mod lexicon;
mod name_table;
mod nature;
mod nature_table;
pub mod note_check;
mod notices;
mod passages;
pub mod plain;
mod set_table;
pub mod traits;
mod verdict;
pub mod weights_table;
pub mod words;

#[cfg(test)]
mod gold_tests;

use crate::model::{Comparison, Field, Side, Weight};

/// Compares two versions of one text.
pub fn compare(old: &Side<'_>, new: &Side<'_>) -> Comparison {
    let mut folder = fold::Folder::default();
    let (a, b) = (passages::Text::read(&mut folder, &old.text), passages::Text::read(&mut folder, &new.text));
    let rows = (align::Rows::new(&old.text.document, &a.numbers), align::Rows::new(&new.text.document, &b.numbers));
    let alignment = align::align(&rows.0, &rows.1, &folder.sorts);
    let mut changes = passages::changes(&a, &b, &alignment, &folder.sorts);
    changes.splice(0..0, passages::title_change(old, new));
    notices::link(old, new, &mut changes);
    nature::judge(old, new, &mut changes);
    let verdict = verdict::of(&changes);
    Comparison { pairs: alignment.pairs, changes, verdict }
}

/// Returns the traits of what no rule explains between two texts, each taken as one passage.
///
/// `None` where a rule already finds a material change. For learning weights.
pub fn open_traits(old: &Side<'_>, new: &Side<'_>) -> Option<traits::Traits> {
    let mut folder = fold::Folder::default();
    let (a, b) = (passages::Text::read(&mut folder, &old.text), passages::Text::read(&mut folder, &new.text));
    let mut edit = edit::Edit::new(a.whole(), b.whole(), &folder.sorts, Field::Text);
    let found = facets::find_typed(&mut edit);
    found.iter().all(|found| found.weight < Weight::Material).then(|| traits::read(&edit))
}
