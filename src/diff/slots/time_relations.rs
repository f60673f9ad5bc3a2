//! Reads on which side of a time something lies: "until Friday" ends then, "from Friday" begins.

use super::denial::has_denial;
use super::slot::{Slot, SlotText};
use super::time_relations_table::RELATIONS;
use crate::model::Timex;
use crate::text::rule_table::rows;

/// Returns the relation of each time that has one.
pub(super) fn slots_in(text: &SlotText<'_>) -> Vec<Slot> {
    let document = &text.analysis.document;
    let slot = |timex: &Timex| {
        let value = relation(text, timex)?;
        let predicate = predicate(text, timex);
        // "Did not leave before Friday" may mean that they left after it.
        if has_denial(text, predicate) {
            return None;
        }
        // What is shut until Friday may be used from Friday: the relations exclude each other for one verb.
        let of = format!("{} {}", document.lemma(predicate), point(text, timex));
        Some(Slot { of, value, span: text.with_word_before(timex.span) })
    };
    text.analysis.timexes.iter().filter_map(slot).collect()
}

/// Returns the verb that a time is told of; "starting" of "shut starting Friday" stands for a preposition.
fn predicate(text: &SlotText<'_>, timex: &Timex) -> usize {
    let document = &text.analysis.document;
    let first = document.tokens_in(timex.span).start;
    let own = text.tree.clause(document, first);
    let above = text.tree.head(own).filter(|_| own + 1 == first);
    above.map_or(own, |above| text.tree.clause(document, above))
}

/// Returns a time in one form for both texts.
pub(super) fn point(text: &SlotText<'_>, timex: &Timex) -> String {
    let words = || timex.span.of(text.analysis.document.text).to_lowercase();
    timex.edtf.as_ref().map_or_else(words, ToString::to_string)
}

fn relation(text: &SlotText<'_>, timex: &Timex) -> Option<String> {
    let document = &text.analysis.document;
    let first = document.tokens_in(timex.span).start;
    // "until at least Friday", "from 7am on Friday" keep what stands before.
    let before = first.checked_sub(1)?;
    let row = rows(RELATIONS).find(|row| row.word == document.norm(before))?;
    Some(row.relation.to_owned())
}

/// Returns whether two relations to one time exclude each other.
pub(super) fn exclude(old: &str, new: &str) -> bool {
    matches!((old, new), ("end", "start") | ("start", "end") | ("before", "after") | ("after", "before"))
}
