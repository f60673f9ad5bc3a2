//! Reads on which side of something else a thing is or happens: "inside the hall", "flights into Hamburg", "voted for the bill".

use super::denial::has_denial;
use super::slot::{Slot, SlotText};
use crate::model::{Rel, Upos};
use crate::text::stem;

/// A pair of relations that exclude each other: its name, and the prepositions of either side.
type Sides = (&'static str, [&'static [&'static str]; 2]);

/// Every pair. "In" and "to" are left out: a fire in Hull may be told as outside its centre, and letters to Hull come from it.
const SIDES: &[Sides] = &[
    ("bounds", [&["inside", "within"], &["outside", "beyond"]]),
    ("way", [&["into"], &["from"]]),
    ("height", [&["above", "over"], &["below", "beneath", "under"]]),
    ("stand", [&["for"], &["against"]]),
];
/// Verbs and nouns that make "for" a stand: "voted for the bill"; what is "for the bill" otherwise may be against something else.
const STANDS: &[&str] = &["argue", "ballot", "campaign", "lobby", "march", "protest", "rally", "rule", "speak", "vote"];

/// Returns the side of each thing that a preposition places.
pub(super) fn read(text: &SlotText<'_>) -> Vec<Slot> {
    let document = &text.analysis.document;
    let slot = |at: usize| {
        let (name, side) = side(document.norm(at))?;
        let token = &document.tokens[at];
        let thing = (token.rel == Rel::Case && !text.is_time(at)).then_some(token.head)?;
        let is_named = matches!(document.tokens[thing].upos, Upos::Noun | Upos::Propn);
        let is_figure = text.analysis.figures.iter().any(|figure| figure.span.overlaps(document.tokens[thing].span));
        let placed = document.tokens[thing].head;
        let is_stand = name != "stand" || STANDS.contains(&document.lemma(placed));
        let is_denied = has_denial(text, text.tree.clause(document, thing));
        let span = token.span.cover(document.tokens[thing].span);
        let stem_of = |at: usize| stem(&document.lemma(at).to_lowercase()).into_owned();
        // What is put into a jar may be drawn from it.
        let moved = if name == "way" { stem_of(placed) } else { String::new() };
        let of = format!("{name} {} {moved}", stem_of(thing));
        (is_named && is_stand && !is_figure && !is_denied && !text.is_time(thing)).then(|| Slot {
            of,
            value: side.to_string(),
            span,
        })
    };
    (0..document.tokens.len()).filter_map(slot).collect()
}

/// Returns the pair of relations that a preposition belongs to, and its side.
fn side(word: &str) -> Option<(&'static str, usize)> {
    SIDES.iter().find_map(|(name, sides)| Some((*name, sides.iter().position(|words| words.contains(&word))?)))
}
