//! Reads whether what is to come depends on something: "will be built if the council agrees".

use super::conditions_table::SIGNS;
use super::slot::{Slot, SlotText, SubjectSlots};
use crate::model::{Rel, Upos};
use crate::text::conditions::condition_opened;
use crate::text::rule_table::is_listed;
use crate::text::tells_of_future;

/// Returns of each deed to come whether it depends on something.
pub(super) fn slots_in(text: &SlotText<'_>) -> Vec<Slot> {
    let document = &text.analysis.document;
    let slot = |verb: usize| {
        let condition = text.tree.dependents(verb).find(|&at| is_condition(text, at));
        let value = if condition.is_some() { "conditional" } else { "plain" };
        let whole = |at: usize| document.tokens[verb].span.cover(text.tree.span(document, at));
        let span = condition.map_or(document.tokens[verb].span, whole);
        is_to_come(text, verb).then(|| Slot { of: document.lemma(verb).to_owned(), value: value.to_owned(), span })
    };
    let verbs = (0..document.tokens.len()).filter(|&at| document.tokens[at].upos == Upos::Verb && !text.is_cue(at));
    verbs.filter_map(slot).collect()
}

/// Returns whether one text makes a deed depend on what the other tells without any word of dependence.
pub(super) fn exclude(texts: [&SubjectSlots<'_>; 2], old: &Slot, new: &Slot) -> bool {
    let plain = if old.value == "plain" { texts[0].text } else { texts[1].text };
    let document = &plain.analysis.document;
    let is_sign = |at: usize| is_listed(SIGNS, document.lemma(at)) || is_listed(SIGNS, document.norm(at));
    old.value != new.value && !(0..document.tokens.len()).any(is_sign)
}

fn is_condition(text: &SlotText<'_>, clause: usize) -> bool {
    let document = &text.analysis.document;
    let opens_condition = |at: usize| condition_opened(document, at).is_some();
    document.tokens[clause].rel == Rel::Advcl && text.tree.dependents(clause).any(opens_condition)
}

/// Returns whether a verb stands in the future, or in the future as told in the past.
fn is_to_come(text: &SlotText<'_>, verb: usize) -> bool {
    let document = &text.analysis.document;
    text.tree.dependents(verb).any(|at| document.tokens[at].rel == Rel::Aux && tells_of_future(document.norm(at)))
}
