//! Reads which step of a scale something is said to be: "a partial recount", "the former mayor", "fully insured".

use super::denial::has_denial;
use super::scales_table::places_of;
use super::slot::{Slot, SlotText, SubjectSlots};
use crate::model::{Rel, Upos};
use crate::text::negation_of;

/// Returns the steps of each thing that stands on a scale.
pub(super) fn slots_in(text: &SlotText<'_>) -> Vec<Slot> {
    let document = &text.analysis.document;
    let slots = |at: usize| {
        let places = places_of(document.norm(at));
        let thing = if places.is_empty() { None } else { qualified(text, at) };
        thing.into_iter().flat_map(move |thing| places.iter().map(move |place| (thing, place))).map(
            move |(thing, (scale, step))| {
                let (first, last) = (document.tokens[at.min(thing)].span, document.tokens[at.max(thing)].span);
                let of = format!("{scale} {}", text.stem_of(thing));
                Slot { of, value: step.to_string(), span: first.cover(last) }
            },
        )
    };
    (0..document.tokens.len()).flat_map(slots).collect()
}

/// Returns what a word qualifies: a noun, or for "partly" what is so in part.
fn qualified(text: &SlotText<'_>, at: usize) -> Option<usize> {
    let document = &text.analysis.document;
    let token = &document.tokens[at];
    // "In a serious but stable condition" names two steps.
    if text.tree.dependents(at).any(|own| document.tokens[own].rel == Rel::Conj) {
        return None;
    }
    let is_step = match token.rel {
        Rel::Amod | Rel::Compound | Rel::Advmod => true,
        // "The divers were found alive."
        Rel::Xcomp if token.upos == Upos::Adj => {
            return text.tree.dependent(document, token.head, &[Rel::Obj, Rel::Nsubj]);
        }
        // "The recount was partial."
        _ if text.has_copula(at) && !has_denial(text, at) => return text.tree.dependent(document, at, &[Rel::Nsubj]),
        _ => false,
    };
    let is_thing = matches!(document.tokens[token.head].upos, Upos::Noun | Upos::Verb | Upos::Adj | Upos::Propn);
    (is_step && is_thing && token.head != at && !is_denied(text, at)).then_some(token.head)
}

/// Returns whether a step is denied: "not fully insured".
fn is_denied(text: &SlotText<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| negation_of(text.analysis.document.norm(before)).is_some())
}

/// Returns whether two steps differ and neither text has the step of the other: a text with both tells of two things.
pub(super) fn exclude(texts: [&SubjectSlots<'_>; 2], old: &Slot, new: &Slot) -> bool {
    let has_step = |text: &SlotText<'_>, slot: &Slot| {
        let document = &text.analysis.document;
        let scale = slot.of.split(' ').next().unwrap_or_default();
        let place = scale.parse::<usize>().ok().zip(slot.value.parse::<usize>().ok());
        let is_step = |at: usize| places_of(document.norm(at)).iter().any(|own| Some(*own) == place);
        (0..document.tokens.len()).any(is_step)
    };
    old.value != new.value && !has_step(texts[0].text, new) && !has_step(texts[1].text, old)
}

#[cfg(test)]
mod tests {
    use super::super::scales_table::SCALES;
    use super::super::slot_rules_table::SLOT_RULES;
    use super::super::tests::contradicts;

    #[test]
    fn one_step_of_a_scale_for_another_is_another_fact() {
        let rule = SLOT_RULES.iter().find(|rule| rule.why == "step-of-a-scale-replaced").expect("the rule is there");
        for scale in SCALES {
            assert!(contradicts(rule, scale.example.0, scale.example.1), "{:?}", scale.example);
            assert!(!contradicts(rule, scale.same.0, scale.same.1), "{:?}", scale.same);
        }
    }
}
