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
        let mut places = places_of(document.norm(at)).peekable();
        let thing = places.peek().and_then(|_| qualified(text, at));
        thing.into_iter().flat_map(move |thing| places.clone().map(move |place| (thing, place))).map(
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
        let is_step = |at: usize| places_of(document.norm(at)).any(|own| Some(own) == place);
        (0..document.tokens.len()).any(is_step)
    };
    old.value != new.value && !has_step(texts[0].text, new) && !has_step(texts[1].text, old)
}

#[cfg(test)]
mod tests {
    use super::super::scales_table::{SCALES, StepScale};
    use super::super::slot_rules_table::SLOT_RULES;
    use super::super::tests::contradicts;
    use crate::text::rule_table::{needless_rows, needless_words};

    /// Returns whether the rule finds that two texts have different steps.
    fn differ(old: &str, new: &str) -> bool {
        let rule = SLOT_RULES.iter().find(|rule| rule.why == "step-of-a-scale-replaced").expect("the rule is there");
        contradicts(rule, old, new)
    }

    #[test]
    fn one_step_of_a_scale_for_another_is_another_fact() {
        let unequal = |scale: &StepScale| differ(scale.example.0, scale.example.1);
        for scale in SCALES {
            assert!(unequal(scale), "{:?}", scale.example);
            assert!(!differ(scale.same.0, scale.same.1), "{:?}", scale.same);
        }
        let needless = needless_rows(SCALES, unequal);
        assert!(needless.is_empty(), "{:?}", needless.iter().map(|scale| scale.example).collect::<Vec<_>>());
    }

    /// Returns the step that a text has, and the text with `{}` for its word.
    fn step_and_frame(scale: &StepScale, text: &str) -> Option<(usize, String)> {
        let is_end = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
        for (step, words) in scale.steps.iter().enumerate() {
            for word in *words {
                let small = text.to_lowercase();
                let whole = small.match_indices(word).find(|(at, _)| {
                    is_end(small[..*at].chars().next_back()) && is_end(small[at + word.len()..].chars().next())
                });
                if let Some((at, _)) = whole {
                    return Some((step, format!("{}{{}}{}", &text[..at], &text[at + word.len()..])));
                }
            }
        }
        None
    }

    #[test]
    fn every_word_of_a_scale_is_on_its_step() {
        let mut needless = Vec::new();
        for scale in SCALES {
            let texts = [scale.example.0, scale.example.1];
            let [old, new] = texts.map(|text| step_and_frame(scale, text).expect("a text has a step"));
            for (step, words) in scale.steps.iter().enumerate() {
                // A word stands in for the one of the other step.
                let (frame, other) = if step == new.0 { (&new.1, texts[0]) } else { (&old.1, texts[1]) };
                needless.extend(needless_words(words, &[frame], |text| differ(other, text)));
            }
        }
        assert_eq!(needless, [""; 0]);
    }
}
