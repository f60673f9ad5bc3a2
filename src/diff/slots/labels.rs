//! Reads which thing a figure tells of: "turnout was 54%", "a turnout of 54%", "54% had headaches".

use super::slot::{Slot, SlotText, SubjectSlots};
use crate::claim::figures::plain_value;
use crate::model::{Figure, Rel, Upos};
use crate::text::is_function_word;

/// Returns the things that each figure tells of, with its value.
pub(super) fn slots_in(text: &SlotText<'_>) -> Vec<Slot> {
    let figures = text.analysis.figures.iter();
    let slots = figures.flat_map(|figure| {
        labels(text, figure).into_iter().map(|of| Slot { of, value: value(figure), span: figure.span })
    });
    slots.collect()
}

/// Returns whether the two values stand in both texts: they changed places.
pub(super) fn exclude(texts: [&SubjectSlots<'_>; 2], old: &Slot, new: &Slot) -> bool {
    let has = |text: &SlotText<'_>, wanted: &str| text.analysis.figures.iter().any(|figure| value(figure) == wanted);
    let are_alike = matches!((old.value.split_once(' '), new.value.split_once(' ')), (Some(x), Some(y)) if x.1 == y.1);
    are_alike && has(texts[0].text, &new.value) && has(texts[1].text, &old.value)
}

/// Returns a figure in one form for both texts.
fn value(figure: &Figure) -> String {
    format!("{} {}", plain_value(figure), figure.unit.as_deref().unwrap_or_default())
}

/// Returns the nouns that grammar ties to a figure.
fn labels(text: &SlotText<'_>, figure: &Figure) -> Vec<String> {
    let document = &text.analysis.document;
    let tokens = document.tokens_in(figure.span);
    let Some(top) = document.head_of(&tokens) else { return Vec::new() };
    // "290,000 passengers": what is counted stands where the figure stands.
    let top = match document.tokens[top].rel {
        Rel::Nummod => document.tokens[top].head,
        _ => top,
    };
    // "up from 48%", "against 48%" tell what was before.
    let case = text.tree.dependents(top).find(|&own| document.tokens[own].rel == Rel::Case);
    if case.is_some_and(|case| !matches!(document.norm(case), "of" | "on" | "at" | "to" | "by")) {
        return Vec::new();
    }
    let noun = |at: usize| {
        let is_noun = matches!(document.tokens[at].upos, Upos::Noun | Upos::Propn) && !tokens.contains(&at);
        (is_noun && at != top && !is_function_word(document.norm(at))).then(|| document.lemma(at).to_owned())
    };
    let subjects_and_objects = |verb: usize| {
        let held = text.tree.dependents(verb).filter(|&at| matches!(document.tokens[at].rel, Rel::Nsubj | Rel::Obj));
        held.filter_map(noun).collect::<Vec<_>>()
    };
    let head = document.tokens[top].head;
    match document.tokens[top].rel {
        // "Turnout was 54%."
        rel if rel == Rel::Root || text.has_copula(top) => subjects_and_objects(top),
        Rel::Nsubj | Rel::Obj | Rel::Obl if document.tokens[head].upos == Upos::Verb => subjects_and_objects(head),
        Rel::Nmod | Rel::Appos | Rel::Nsubj => noun(head).into_iter().collect(),
        _ => Vec::new(),
    }
}
