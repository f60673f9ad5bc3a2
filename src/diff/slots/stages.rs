//! Reads at which stage each deed is told: completed, done, going on, possible.

use rustc_hash::{FxHashMap, FxHashSet};

use super::denial::{denies_its_complement, has_denial};
use super::slot::{Slot, SlotText, SubjectSlots};
use crate::model::{Rel, Upos};
use crate::text::conditions::condition_opened;
use crate::text::{is_form_of_have, is_function_word, is_modal, says_by_object};

/// Returns the stage of each deed that a text tells once.
pub(super) fn slots_in(text: &SlotText<'_>) -> Vec<Slot> {
    let document = &text.analysis.document;
    let mut uses: FxHashMap<&str, usize> = FxHashMap::default();
    for at in (0..document.tokens.len()).filter(|&at| document.tokens[at].upos == Upos::Verb) {
        *uses.entry(document.lemma(at)).or_default() += 1;
    }
    let is_told = |&at: &usize| {
        let lemma = document.lemma(at);
        let is_telling = !says_by_object(lemma) && !is_function_word(lemma);
        document.tokens[at].upos == Upos::Verb && is_telling && uses.get(lemma) == Some(&1)
    };
    let slot = |at: usize| {
        let (of, value) = (document.lemma(at).to_owned(), stage(text, at)?.to_owned());
        Some(Slot { of, value, span: document.tokens[at].span })
    };
    (0..document.tokens.len()).filter(is_told).filter_map(slot).collect()
}

/// Returns whether one value is done and the other is not yet, of the same participants. Who "was treating" somebody treated
/// them: only what is completed is more than what was going on.
pub(super) fn exclude(texts: [&SubjectSlots<'_>; 2], old: &Slot, new: &Slot) -> bool {
    let is_one = |x: &str, y: &str| match x {
        "completed" => matches!(y, "going on" | "possible"),
        "done" => y == "possible",
        _ => false,
    };
    let (x, y) = (old.value.as_str(), new.value.as_str());
    (is_one(x, y) || is_one(y, x)) && have_same_participants([texts[0].text, texts[1].text], old, new)
}

/// Returns whether two clauses with one verb are of the same things: a fire that may spread to the next house has spread to
/// the roof.
fn have_same_participants(texts: [&SlotText<'_>; 2], old: &Slot, new: &Slot) -> bool {
    let (old, new) = (participants(texts[0], old), participants(texts[1], new));
    let agree = |old: &FxHashSet<String>, new: &FxHashSet<String>| {
        old.is_empty() || new.is_empty() || old.intersection(new).next().is_some()
    };
    agree(&old.0, &new.0) && agree(&old.1, &new.1)
}

/// Returns the nouns of subject and object, and those of the other participants.
fn participants(text: &SlotText<'_>, slot: &Slot) -> (FxHashSet<String>, FxHashSet<String>) {
    let document = &text.analysis.document;
    let at = document.tokens_in(slot.span).start;
    let nouns = |rels: &[Rel]| -> FxHashSet<String> {
        let heads = text.tree.dependents(at).filter(|&own| rels.contains(&document.tokens[own].rel));
        let parts = heads.flat_map(|head| text.tree.dependents(head).chain([head]));
        let nouns =
            parts.filter(|&own| matches!(document.tokens[own].upos, Upos::Noun | Upos::Propn) && !text.is_time(own));
        nouns.map(|own| document.lemma(own).to_owned()).collect()
    };
    (nouns(&[Rel::Nsubj, Rel::Obj]), nouns(&[Rel::Obl, Rel::Iobj]))
}

/// Returns the stage at which a deed is told; `None` where other words decide: "failed to agree", "will close", "if it rains".
fn stage(text: &SlotText<'_>, at: usize) -> Option<&'static str> {
    let document = &text.analysis.document;
    let token = &document.tokens[at];
    let holds = |rel: Rel, is_wanted: &dyn Fn(&str) -> bool| {
        text.tree.dependents(at).any(|own| document.tokens[own].rel == rel && is_wanted(document.norm(own)))
    };
    let has = |rel: Rel, wanted: &[&str]| holds(rel, &|word| wanted.contains(&word));
    let auxiliary = |wanted: &[&str]| has(Rel::Aux, wanted);
    let is_governed = matches!(token.rel, Rel::Xcomp | Rel::Csubj) && document.tokens[token.head].upos == Upos::Verb;
    let is_conditional = || text.tree.dependents(at).any(|own| condition_opened(document, own).is_some());
    let is_open = denies_its_complement(text, token.head) || has(Rel::Mark, &["whether"]) || is_conditional();
    // Who is being urged has been urged.
    if is_governed || is_open || has_denial(text, at) || text.is_cue(at) {
        return None;
    }
    match token.penn {
        _ if auxiliary(&["may", "might"]) => Some("possible"),
        // "could" tells of what was possible and done as well: "could hear", "could go home".
        _ if holds(Rel::Aux, &|word| is_modal(word) || word == "to") => None,
        // "had been sleeping" tells no more than "slept", "was costing 9,000 a day" no more than "cost"; and what "is going
        // on" is over in the next version.
        "VBG" if auxiliary(&["was", "were"]) && !text.tells_how_often(text.sentence(token.span)) => Some("going on"),
        "VBN" if auxiliary(&["being"]) && auxiliary(&["was", "were"]) => Some("going on"),
        "VBN" if holds(Rel::Aux, &is_form_of_have) => Some("completed"),
        "VBD" => Some("done"),
        "VBN" if auxiliary(&["was", "were", "been"]) => Some("done"),
        _ => None,
    }
}
