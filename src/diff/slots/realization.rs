//! Reads whether each deed is told as done or as still to come: "have signed", "is to be signed", "will be signed".

use super::clause_parts::ClauseParts;
use super::denial::has_denial;
use super::polarity::unique_stems;
use super::slot::{Slot, SlotText, SubjectSlots};
use crate::diff::facets::fulfilled_table::DONE;
use crate::model::{Rel, Upos};
use crate::text::conditions::condition_opened;
use crate::text::rule_table::rows;
use crate::text::{is_form_of_have, is_function_word, is_light_verb};

/// What was done.
const REALIZED: &str = "done";
/// What is to be done.
const AHEAD: &str = "ahead";

/// Returns how a text puts each verb, where no other word has its stem.
pub(super) fn slots_in(text: &SlotText<'_>) -> Vec<Slot> {
    let document = &text.analysis.document;
    let slot = |(at, of): (usize, String)| {
        let lemma = document.lemma(at);
        let says_little = is_light_verb(lemma) || is_function_word(lemma) || text.is_cue(at);
        let is_verb = document.tokens[at].upos == Upos::Verb;
        if says_little || !is_verb || has_denial(text, at) || is_supposed(text, at) {
            return None;
        }
        let value = if is_realized(text, at) { REALIZED } else { is_ahead(text, at).then_some(AHEAD)? };
        let first = text.tree.dependents(at).find(|&own| own < at && document.tokens[own].upos == Upos::Aux);
        let own = document.tokens[at].span;
        let span = first.map_or(own, |first| document.tokens[first].span.cover(own));
        Some(Slot { of, value: value.to_owned(), span })
    };
    unique_stems(text).into_iter().filter_map(slot).collect()
}

/// Returns whether a deed is told as done by one text and as still to come by the other, of the same people and things, at no
/// other time and under no other circumstances.
pub(super) fn exclude(texts: [&SubjectSlots<'_>; 2], old: &Slot, new: &Slot) -> bool {
    let clauses = [ClauseParts::of(texts[0].text, old), ClauseParts::of(texts[1].text, new)];
    let [done, ahead] = if old.value == REALIZED { [&clauses[0], &clauses[1]] } else { [&clauses[1], &clauses[0]] };
    old.value != new.value
        && done.names_parts_of(ahead)
        && done.has_circumstances_of(ahead)
        && done.times().is_subset(&ahead.times())
}

/// Returns whether a verb tells a deed as done: "signed", "has signed", "was signed".
fn is_realized(text: &SlotText<'_>, at: usize) -> bool {
    let document = &text.analysis.document;
    let mut helpers = text.tree.dependents(at).filter(|&own| document.tokens[own].upos == Upos::Aux);
    match document.tokens[at].penn {
        "VBD" => helpers.next().is_none(),
        "VBN" => {
            let mut norms = helpers.map(|own| document.norm(own));
            let is_past = |word: &str| is_form_of_have(word) || matches!(word, "was" | "were");
            norms.clone().any(is_past)
                && norms.all(|word| is_past(word) || word == "been")
                && !has_infinitive_mark(text, at)
        }
        _ => false,
    }
}

/// Returns whether a verb tells a deed as still to come: "will sign", "is due to sign", "plans to sign".
fn is_ahead(text: &SlotText<'_>, at: usize) -> bool {
    let document = &text.analysis.document;
    let mut helpers = text.tree.dependents(at).map(|own| document.norm(own));
    if helpers.any(|word| matches!(word, "will" | "shall" | "'ll")) {
        return true;
    }
    if !has_infinitive_mark(text, at) {
        return false;
    }
    let is_governor = |head: usize| {
        let lemma = document.lemma(head);
        let is_present = matches!(document.tokens[head].penn, "VBZ" | "VBP" | "JJ" | "VBN");
        is_present && !rows(DONE).any(|(word, _)| *word == lemma)
    };
    let is_to_be = text.tree.dependents(at).any(|own| matches!(document.norm(own), "is" | "are" | "'s" | "'re"));
    is_to_be || document.tokens[at].rel == Rel::Xcomp && text.tree.head(at).is_some_and(is_governor)
}

fn has_infinitive_mark(text: &SlotText<'_>, at: usize) -> bool {
    text.tree.dependents(at).any(|own| text.analysis.document.tokens[own].penn == "TO")
}

/// Returns whether a verb, or one that it hangs from, stands in a condition or a question: "if it is sold".
fn is_supposed(text: &SlotText<'_>, at: usize) -> bool {
    let document = &text.analysis.document;
    let opens = |own: usize| condition_opened(document, own).is_some() || document.norm(own) == "whether";
    std::iter::once(at).chain(text.tree.ancestors(at)).any(|verb| text.tree.dependents(verb).any(opens))
}
