//! Reads on which side of something else a thing is or happens: "inside the hall", "voted for the bill".

use super::denial::has_denial;
use super::place_relations_table::{RELATIONS, STANDS};
use super::slot::{Slot, SlotText};
use crate::model::{Rel, Upos};
use crate::text::rule_table::{is_listed, rows};

/// Returns the side of each thing that a preposition places.
pub(super) fn slots_in(text: &SlotText<'_>) -> Vec<Slot> {
    let document = &text.analysis.document;
    let slot = |at: usize| {
        let row = rows(RELATIONS).find(|row| row.preposition == document.norm(at))?;
        let (name, side) = (row.pair, row.side);
        let token = &document.tokens[at];
        let thing = (token.rel == Rel::Case && !text.is_time(at)).then_some(token.head)?;
        let is_named = matches!(document.tokens[thing].upos, Upos::Noun | Upos::Propn);
        let is_figure = text.is_figure(thing);
        let placed = document.tokens[thing].head;
        let is_stand = name != "stand" || is_listed(STANDS, document.lemma(placed));
        let is_denied = has_denial(text, text.tree.clause(document, thing));
        let span = token.span.cover(document.tokens[thing].span);
        let of = format!("{name} {}", text.stem_of(thing));
        (is_named && is_stand && !is_figure && !is_denied && !text.is_time(thing)).then(|| Slot {
            of,
            value: side.to_string(),
            span,
        })
    };
    (0..document.tokens.len()).filter_map(slot).collect()
}
