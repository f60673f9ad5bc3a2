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
pub(crate) mod changes;
mod edit;
#[doc(hidden)]
pub mod facets;
#[cfg(test)]
mod gold_tests;
pub mod history;
mod lexicon;
pub(crate) mod notices;
#[doc(hidden)]
pub mod weigh;
#[doc(hidden)]
pub mod words;

use crate::model::{Comparison, Side, Weight};

/// Compares two versions of one text.
pub fn compare(old: &Side<'_>, new: &Side<'_>) -> Comparison {
    let mut folder = words::interner::WordInterner::default();
    let (a, b) = read(&mut folder, old, new);
    let rows = (
        align::SentenceWords::new(&old.text.document, &a.numbers),
        align::SentenceWords::new(&new.text.document, &b.numbers),
    );
    let alignment = align::align(&rows.0, &rows.1, &folder.sorts);
    let mut changes = changes::group::changes(&a, &b, &alignment, &folder.sorts);
    changes.splice(0..0, changes::group::title_change(old, new));
    notices::link::link(old, new, &mut changes);
    weigh::nature::judge(old, new, &mut changes);
    let mut verdict = weigh::verdict::of(&changes);
    if weigh::verdict::is_mixed(&changes)
        && let Some(mut edit) = changes::group::as_one(&a, &b, &alignment, &folder.sorts)
    {
        verdict.information = weigh::direction::of_all(&mut edit);
    }
    Comparison { pairs: alignment.pairs, changes, verdict }
}

/// Gives the words of both texts their numbers.
fn read<'t>(
    folder: &mut words::interner::WordInterner<'t>,
    old: &'t Side<'t>,
    new: &'t Side<'t>,
) -> (changes::group::VersionText<'t>, changes::group::VersionText<'t>) {
    let mut text = |side: &'t Side<'t>| changes::group::VersionText::read(folder, &side.text, side.setting);
    (text(old), text(new))
}

/// What the words that no finder explained say, for learning weights.
pub enum Undecided {
    /// Rules decide: a fact or not.
    ByRule(bool),
    /// The traits of each passage that is left to the weights.
    ByWeights(Vec<facets::fallback::features::FallbackFeatures>),
}

/// Reads what no rule explains between two texts.
pub fn open_traits(old: &Side<'_>, new: &Side<'_>) -> Undecided {
    with_edits(old, new, |edits, lone| {
        let mut left = Vec::new();
        let mut fact = lone;
        for mut edit in edits {
            fact |= facets::find_typed(&mut edit).iter().any(|found| found.weight == Weight::Material);
            match facets::fallback::by_rule(&edit) {
                Some(by_rule) => fact |= by_rule,
                None => left.push(facets::fallback::features::read(&edit)),
            }
        }
        if fact || left.is_empty() { Undecided::ByRule(fact) } else { Undecided::ByWeights(left) }
    })
}

/// Returns the traits by which a text is said to tell more or less, from the old side and from the new one. For learning.
pub fn balance_traits(
    old: &Side<'_>,
    new: &Side<'_>,
) -> Option<(weigh::direction::features::DirectionFeatures, weigh::direction::features::DirectionFeatures)> {
    let mut folder = words::interner::WordInterner::default();
    let (a, b) = read(&mut folder, old, new);
    let rows = (
        align::SentenceWords::new(&old.text.document, &a.numbers),
        align::SentenceWords::new(&new.text.document, &b.numbers),
    );
    let alignment = align::align(&rows.0, &rows.1, &folder.sorts);
    let mut edit = changes::group::as_one(&a, &b, &alignment, &folder.sorts)?;
    let found = facets::find(&mut edit);
    Some(weigh::direction::read(&edit, &found))
}

/// Lays out what was edited between two texts.
fn with_edits<T>(old: &Side<'_>, new: &Side<'_>, judge: impl FnOnce(Vec<edit::EditedPassage<'_>>, bool) -> T) -> T {
    let mut folder = words::interner::WordInterner::default();
    let (a, b) = read(&mut folder, old, new);
    let rows = (
        align::SentenceWords::new(&old.text.document, &a.numbers),
        align::SentenceWords::new(&new.text.document, &b.numbers),
    );
    let alignment = align::align(&rows.0, &rows.1, &folder.sorts);
    let (edits, lone) = changes::group::lay_out(&a, &b, &alignment, &folder.sorts);
    judge(edits, lone)
}
