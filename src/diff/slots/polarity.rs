//! Reads whether each deed, and each thing that somebody has, is asserted or denied: "was invited", "had no life jackets".

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::clause_parts::ClauseParts;
use super::denial::{denies_its_complement, has_denial, has_no};
use super::slot::{Slot, SlotText, SubjectSlots};
use crate::diff::facets::polarity_table::LIMITS;
use crate::model::{Rel, Span, Upos};
use crate::text::rule_table::is_listed;
use crate::text::{is_function_word, is_light_verb, negation_of};

/// Words between a denial and what it denies, at the most.
const MAX_WORDS_TO_DENIAL: usize = 4;

/// Returns what a text makes of each verb, and of each noun that is had, made or found, where no other word has its stem.
pub(super) fn slots_in(text: &SlotText<'_>) -> Vec<Slot> {
    let document = &text.analysis.document;
    let is_limited = |tokens: Range<usize>| tokens.into_iter().any(|at| is_listed(LIMITS, document.norm(at)));
    let limited: Vec<bool> = document.sentences.iter().map(|sentence| is_limited(sentence.tokens.clone())).collect();
    let slot = |(at, of): (usize, String)| {
        if limited[text.sentence(document.tokens[at].span)] {
            return None;
        }
        let is_denied = match document.tokens[at].upos {
            Upos::Verb => of_verb(text, at),
            Upos::Noun => of_noun(text, at),
            _ => None,
        }?;
        let (value, span) = if is_denied { ("denied", with_denial(text, at)) } else { ("asserted", whole(text, at)) };
        Some(Slot { of, value: value.to_owned(), span })
    };
    unique_stems(text).into_iter().filter_map(slot).collect()
}

/// Returns the verbs, nouns and adjectives of a text whose stem no other of them has, in order, each with its stem.
pub(super) fn unique_stems(text: &SlotText<'_>) -> Vec<(usize, String)> {
    let tokens = &text.analysis.document.tokens;
    let told = |at: &usize| matches!(tokens[*at].upos, Upos::Verb | Upos::Noun | Upos::Adj);
    let mut stems: Vec<(usize, String)> = (0..tokens.len()).filter(told).map(|at| (at, text.stem_of(at))).collect();
    let mut uses: FxHashMap<String, usize> = FxHashMap::default();
    stems.iter().for_each(|(_, stem)| *uses.entry(stem.clone()).or_default() += 1);
    stems.retain(|(_, stem)| uses[stem] == 1);
    stems
}

/// Returns whether the two clauses of a deed, of which one is denied, are of the same people, things, times and circumstances,
/// both to come or neither, and the sentence that asserts it has no word that denies.
pub(super) fn exclude(texts: [&SubjectSlots<'_>; 2], old: &Slot, new: &Slot) -> bool {
    let clauses = [ClauseParts::of(texts[0].text, old), ClauseParts::of(texts[1].text, new)];
    let [asserting, denying] =
        if old.value == "asserted" { [&clauses[0], &clauses[1]] } else { [&clauses[1], &clauses[0]] };
    old.value != new.value
        && asserting.is_plain()
        && asserting.is_modal == denying.is_modal
        && asserting.has_parts_of(denying)
        && asserting.has_circumstances_of(denying)
}

/// Returns whether a verb is denied; `None` where other words decide or it says too little.
fn of_verb(text: &SlotText<'_>, at: usize) -> Option<bool> {
    let lemma = text.analysis.document.lemma(at);
    let says_little =
        is_light_verb(lemma) || is_function_word(lemma) || denies_its_complement(text, at) || text.is_cue(at);
    // Who "expected no change" expected something.
    (!says_little && is_finite(text, at) && !is_open(text, at) && !has_denied_object(text, at))
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
fn has_denied_object(text: &SlotText<'_>, verb: usize) -> bool {
    let document = &text.analysis.document;
    text.tree.dependents(verb).any(|own| document.tokens[own].rel == Rel::Obj && has_no(text, own))
}

/// Returns whether other words than a denial decide what a clause says.
fn is_open(text: &SlotText<'_>, verb: usize) -> bool {
    let document = &text.analysis.document;
    let token = &document.tokens[verb];
    let is_governed =
        matches!(token.rel, Rel::Xcomp | Rel::Ccomp | Rel::Acl) && denies_its_complement(text, token.head);
    // Who "is still to make a profit" has made none, and what "was not built to carry lorries" was built.
    let opens_infinitive = |at: usize| {
        let is_clause = matches!(document.tokens[at].rel, Rel::Xcomp | Rel::Advcl);
        document.tokens[at].penn == "TO"
            || is_clause && text.tree.dependents(at).any(|own| document.tokens[own].penn == "TO")
    };
    is_governed || token.rel == Rel::Acl || text.tree.dependents(verb).any(opens_infinitive)
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
    let before =
        (at.saturating_sub(MAX_WORDS_TO_DENIAL)..at).rev().find(|&own| negation_of(document.norm(own)).is_some());
    before.map_or(document.tokens[at].span, |own| document.tokens[own].span.cover(document.tokens[at].span))
}

/// Returns a verb with its auxiliaries, or a noun with the words before it: "was included", "a majority".
fn whole(text: &SlotText<'_>, at: usize) -> Span {
    let document = &text.analysis.document;
    let belongs = |own: &usize| matches!(document.tokens[*own].rel, Rel::Aux | Rel::Det);
    let first = text.tree.dependents(at).filter(belongs).find(|&own| own < at);
    first.map_or(document.tokens[at].span, |own| document.tokens[own].span.cover(document.tokens[at].span))
}
