//! Reads in which direction a figure tells of a change: "rose by 3%", "down $2", "1,200 more".

use super::denial::has_denial;
use super::directions_table::direction_of;
use super::slot::{Slot, SlotText, SubjectSlots};
use crate::claim::figures::plain_value;
use crate::model::{Figure, Rel, Upos};

/// Words above a figure among which its direction is looked for: "a rise of 3%", "rose 3%".
const MAX_HEADS: usize = 3;

/// Returns the direction of each figure that has one.
pub(super) fn slots_in(text: &SlotText<'_>) -> Vec<Slot> {
    let slot = |figure: &Figure| {
        let (at, value) = direction(text, figure)?;
        let of = format!("{} {}", plain_value(figure), figure.unit.as_deref().unwrap_or_default());
        let span = text.analysis.document.tokens[at].span.cover(figure.span);
        Some(Slot { of, value: value.to_owned(), span })
    };
    text.analysis.figures.iter().filter_map(slot).collect()
}

/// Returns whether two directions of one figure differ and are of one subject and one object: as the pound falls against it,
/// the dollar rises, and a debt is cut as reserves grow.
pub(super) fn exclude(texts: [&SubjectSlots<'_>; 2], old: &Slot, new: &Slot) -> bool {
    let agree = |rel: Rel| {
        let (one, other) = (nouns(texts[0].text, old, rel), nouns(texts[1].text, new, rel));
        one.is_empty() || other.is_empty() || one.iter().any(|noun| other.contains(noun))
    };
    old.value != new.value && agree(Rel::Nsubj) && agree(Rel::Obj)
}

/// Returns the nouns of the subject, or the object, of the clause of a slot: "oil", "a barrel of oil".
fn nouns(text: &SlotText<'_>, slot: &Slot, rel: Rel) -> Vec<String> {
    let document = &text.analysis.document;
    let verb = text.tree.clause(document, document.tokens_in(slot.span).start);
    let heads = text.tree.dependents(verb).filter(|&at| document.tokens[at].rel == rel);
    let nouns = heads.flat_map(|head| text.tree.dependents(head).chain([head]));
    let names = |at: &usize| {
        let is_noun = matches!(document.tokens[*at].upos, Upos::Noun | Upos::Propn);
        is_noun && !text.is_figure(*at) && direction_of(document.lemma(*at)).is_none()
    };
    nouns.filter(names).map(|at| text.stem_of(at)).collect()
}

/// Returns the word that tells the direction of a figure, and the direction.
fn direction(text: &SlotText<'_>, figure: &Figure) -> Option<(usize, &'static str)> {
    let document = &text.analysis.document;
    let tokens = document.tokens_in(figure.span);
    // "Turned down a rise of 3%" tells of no fall.
    let is_part_of_verb = |at: usize| document.tokens[at].rel == Rel::Compound && document.tokens[at].upos == Upos::Adp;
    // "Up to 3%" and "more than 3%" are bounds.
    let is_bound = |at: usize| {
        let next = document.tokens.get(at + 1).map(|_| document.norm(at + 1));
        next == Some("than") || document.norm(at) == "up" && next == Some("to")
    };
    let told = |at: usize| {
        let direction = direction_of(document.norm(at)).or_else(|| direction_of(document.lemma(at)));
        direction.filter(|_| !is_part_of_verb(at) && !is_bound(at))
    };
    let behind = Some(tokens.end).filter(|&at| at < document.tokens.len());
    // "Down from 63%" compares with it; what "fell from 63%" may have risen to it before.
    let starts_there = tokens.start.checked_sub(1).is_some_and(|at| document.norm(at) == "from");
    if starts_there && !tokens.start.checked_sub(2).is_some_and(|at| matches!(document.norm(at), "up" | "down")) {
        return None;
    }
    let before = (0..tokens.start).rev().find(|&at| !matches!(document.norm(at), "by" | "from" | "to"));
    let above = text.tree.ancestors(tokens.start).filter(|at| !tokens.contains(at)).take(MAX_HEADS);
    let found = before.into_iter().chain(above).chain(behind).find_map(|at| Some((at, told(at)?)))?;
    let is_here = text.sentence(document.tokens[found.0].span) == text.sentence(figure.span);
    (is_here && !has_denial(text, text.tree.clause(document, found.0))).then_some(found)
}
