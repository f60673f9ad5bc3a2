//! Reads whether each deed, and each thing that somebody has, is asserted or denied: "was invited", "had no life jackets".

use rustc_hash::FxHashMap;

use super::denial::{denies_its_complement, has_denial, has_no};
use super::polarity_table::{LIMITS, PARTLY_NEGATIVE};
use super::slot::{Slot, SlotText, SubjectSlots};
use super::stages::have_same_participants;
use crate::model::{Rel, Span, Upos};
use crate::text::rule_table::is_listed;
use crate::text::{is_function_word, is_light_verb, negation_of, stem};

/// Words between a denial and what it denies, at the most.
const FURTHEST: usize = 4;

/// Returns what a text makes of each verb, and of each noun that is had, made or found, where no other word has its stem.
pub(super) fn slots_in(text: &SlotText<'_>) -> Vec<Slot> {
    let document = &text.analysis.document;
    let stems: Vec<String> = (0..document.tokens.len()).map(|at| key(text, at)).collect();
    let mut uses: FxHashMap<&str, usize> = FxHashMap::default();
    stems.iter().for_each(|stem| *uses.entry(stem).or_default() += 1);
    let slot = |at: usize| {
        let is_denied = match document.tokens[at].upos {
            _ if uses.get(stems[at].as_str()) != Some(&1) => None,
            Upos::Verb => of_verb(text, at),
            Upos::Noun => of_noun(text, at),
            _ => None,
        }?;
        let (value, span) = if is_denied { ("denied", with_denial(text, at)) } else { ("asserted", whole(text, at)) };
        Some(Slot { of: stems[at].clone(), value: value.to_owned(), span })
    };
    (0..document.tokens.len()).filter_map(slot).collect()
}

/// Returns whether the two clauses of a deed, of which one is denied, are of the same people and things, and the sentence that
/// asserts it has no word that denies.
pub(super) fn exclude(texts: [&SubjectSlots<'_>; 2], old: &Slot, new: &Slot) -> bool {
    let is_asserted_first = old.value == "asserted";
    let [first, second] = texts.map(|own| own.text);
    let (asserting, denying) =
        if is_asserted_first { ((first, old), (second, new)) } else { ((second, new), (first, old)) };
    old.value != new.value
        && is_plain(asserting.0, asserting.1)
        && has_circumstances(asserting, denying)
        && have_same_participants([first, second], old, new)
}

/// Returns whether the sentence that asserts a deed names every circumstance of the clause that denies it: what "was not found
/// in the lake" may have been found in the river.
fn has_circumstances(asserting: (&SlotText<'_>, &Slot), denying: (&SlotText<'_>, &Slot)) -> bool {
    let document = &denying.0.analysis.document;
    let predicate = clause_of(denying.0, denying.1);
    let circumstances = denying.0.tree.dependents(predicate).filter(|&at| document.tokens[at].rel == Rel::Obl);
    let sentence = asserting.0.analysis.document.sentences[asserting.0.sentence(asserting.1.span)].span;
    let named: Vec<String> = asserting.0.analysis.document.tokens_in(sentence).map(|at| key(asserting.0, at)).collect();
    circumstances.map(|at| key(denying.0, at)).all(|circumstance| named.contains(&circumstance))
}

/// Returns the predicate of the clause of a slot; its last word is the deed or the thing had.
fn clause_of(text: &SlotText<'_>, slot: &Slot) -> usize {
    let document = &text.analysis.document;
    let last = document.tokens_in(slot.span).end.saturating_sub(1);
    text.tree.clause(document, last)
}

/// Returns whether no word of the sentence of a slot denies anything.
fn is_plain(text: &SlotText<'_>, slot: &Slot) -> bool {
    let document = &text.analysis.document;
    let sentence = document.sentences[text.sentence(slot.span)].span;
    let denies = |at: usize| {
        let norm = document.norm(at);
        negation_of(norm).is_some() || is_listed(PARTLY_NEGATIVE, norm) || denies_its_complement(text, at)
    };
    !document.tokens_in(sentence).any(denies)
}

fn key(text: &SlotText<'_>, at: usize) -> String {
    stem(&text.analysis.document.lemma(at).to_lowercase()).into_owned()
}

/// Returns whether a verb is denied; `None` where other words decide or it says too little.
fn of_verb(text: &SlotText<'_>, at: usize) -> Option<bool> {
    let lemma = text.analysis.document.lemma(at);
    let says_little =
        is_light_verb(lemma) || is_function_word(lemma) || denies_its_complement(text, at) || text.is_cue(at);
    // Who "expected no change" expected something.
    let has_denied_object = denied_object(text, at);
    (!says_little && is_finite(text, at) && !is_open(text, at) && !has_denied_object)
        .then(|| has_denial(text, at) || is_no_longer(text, at))
}

/// Returns whether a verb asserts something by itself, or with an auxiliary: "stored", "was stored", but not "storing grain".
fn is_finite(text: &SlotText<'_>, at: usize) -> bool {
    let document = &text.analysis.document;
    matches!(document.tokens[at].penn, "VBD" | "VBZ" | "VBP")
        || text.tree.dependents(at).any(|own| document.tokens[own].rel == Rel::Aux && document.tokens[own].penn != "TO")
}

/// Returns whether a noun is denied: "had no majority", "there were no survivors"; `None` where its verb says more than that
/// it is there.
fn of_noun(text: &SlotText<'_>, at: usize) -> Option<bool> {
    let document = &text.analysis.document;
    let verb = text.tree.clause(document, at);
    let is_there = || text.tree.dependents(verb).any(|own| document.norm(own) == "there");
    let is_denied = has_no(text, at);
    let is_had = match document.tokens[at].rel {
        Rel::Obj => is_denied || is_light_verb(document.lemma(verb)),
        Rel::Nsubj => is_there(),
        _ => false,
    };
    (is_had && verb != at && !is_open(text, verb) && !text.is_time(at)).then(|| is_denied || has_denial(text, verb))
}

/// Returns whether an object of a verb is denied: "carried no passengers".
fn denied_object(text: &SlotText<'_>, verb: usize) -> bool {
    let document = &text.analysis.document;
    text.tree.dependents(verb).any(|own| document.tokens[own].rel == Rel::Obj && has_no(text, own))
}

/// Returns whether other words than a denial decide what a clause says.
fn is_open(text: &SlotText<'_>, verb: usize) -> bool {
    let document = &text.analysis.document;
    let sentence = document.sentences[text.sentence(document.tokens[verb].span)].span;
    let token = &document.tokens[verb];
    let is_governed =
        matches!(token.rel, Rel::Xcomp | Rel::Ccomp | Rel::Acl) && denies_its_complement(text, token.head);
    // Who "is still to make a profit" has made none.
    let is_infinitive = text.tree.dependents(verb).any(|at| document.tokens[at].penn == "TO");
    is_governed || is_infinitive || document.tokens_in(sentence).any(|at| is_listed(LIMITS, document.norm(at)))
}

/// Returns whether a deed has ended: "is no longer treated as suspicious".
fn is_no_longer(text: &SlotText<'_>, verb: usize) -> bool {
    let document = &text.analysis.document;
    let is_no =
        |own: usize| document.norm(own) == "longer" && own.checked_sub(1).is_some_and(|at| document.norm(at) == "no");
    text.tree.dependents(verb).any(is_no)
}

/// Returns a word with the denial before it: "not included".
fn with_denial(text: &SlotText<'_>, at: usize) -> Span {
    let document = &text.analysis.document;
    let before = (at.saturating_sub(FURTHEST)..at).rev().find(|&own| negation_of(document.norm(own)).is_some());
    before.map_or(document.tokens[at].span, |own| document.tokens[own].span.cover(document.tokens[at].span))
}

/// Returns a verb with its auxiliaries, or a noun with the words before it: "was included", "a majority".
fn whole(text: &SlotText<'_>, at: usize) -> Span {
    let document = &text.analysis.document;
    let belongs = |own: &usize| matches!(document.tokens[*own].rel, Rel::Aux | Rel::Det);
    let first = text.tree.dependents(at).filter(belongs).find(|&own| own < at);
    first.map_or(document.tokens[at].span, |own| document.tokens[own].span.cover(document.tokens[at].span))
}
