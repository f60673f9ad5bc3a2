//! Reads who did what: "Velmar hid the collision", "the collision was hidden by Tarsis".

use super::participants;
use super::slot::{Slot, SlotText, SubjectSlots};
use crate::diff::facets::exchanges::is_mutual;
use crate::model::Upos;

/// Returns the named agent of each deed.
pub(super) fn slots_in(text: &SlotText<'_>) -> Vec<Slot> {
    let parts = participants::slots_in(text).into_iter().filter(|slot| matches!(slot.value.as_str(), "agent" | "by"));
    let slot = |slot: Slot| {
        let (verb, name) = slot.of.split_once(' ')?;
        Some(Slot { of: verb.to_owned(), value: name.to_owned(), span: slot.span })
    };
    parts.filter_map(slot).collect()
}

/// Returns whether two agents differ that both texts name, and neither has another part in what the other did.
pub(super) fn exclude(texts: [&SubjectSlots<'_>; 2], old: &Slot, new: &Slot) -> bool {
    let takes_part = |text: &SlotText<'_>, slot: &Slot, name: &str| {
        let document = &text.analysis.document;
        let verb = document.tokens_in(slot.span).find(|&at| document.lemma(at) == slot.of);
        verb.is_none_or(|verb| text.tree.subtree(verb).any(|at| document.lemma(at).eq_ignore_ascii_case(name)))
    };
    let [a, b] = texts.map(|text| text.text);
    old.value != new.value
        && !is_mutual(&old.of)
        && [(a, &new.value), (b, &old.value)].iter().all(|(text, name)| names(text, name))
        && !takes_part(a, old, &new.value)
        && !takes_part(b, new, &old.value)
}

fn names(text: &SlotText<'_>, name: &str) -> bool {
    let document = &text.analysis.document;
    (0..document.tokens.len())
        .any(|at| document.tokens[at].upos == Upos::Propn && document.lemma(at).eq_ignore_ascii_case(name))
}
