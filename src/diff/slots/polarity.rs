//! Reads whether each deed, and each thing that somebody has, is asserted or denied: "was invited", "had no life jackets".

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::denial::{denies_its_complement, has_denial, has_no};
use super::polarity_table::PARTLY_NEGATIVE;
use super::slot::{Slot, SlotText, SubjectSlots};
use super::time_relations::point;
use crate::diff::facets::polarity_table::LIMITS;
use crate::model::{Rel, Span, Upos, touching};
use crate::text::rule_table::is_listed;
use crate::text::{is_function_word, is_light_verb, is_modal, negation_of};

/// Words between a denial and what it denies, at the most.
const MAX_WORDS_TO_DENIAL: usize = 4;

/// Returns what a text makes of each verb, and of each noun that is had, made or found, where no other word has its stem.
pub(super) fn slots_in(text: &SlotText<'_>) -> Vec<Slot> {
    let document = &text.analysis.document;
    let told = |at: &usize| matches!(document.tokens[*at].upos, Upos::Verb | Upos::Noun | Upos::Adj);
    let stems: Vec<(usize, String)> =
        (0..document.tokens.len()).filter(told).map(|at| (at, text.stem_of(at))).collect();
    let mut uses: FxHashMap<&str, usize> = FxHashMap::default();
    stems.iter().for_each(|(_, stem)| *uses.entry(stem).or_default() += 1);
    let is_limited = |tokens: Range<usize>| tokens.into_iter().any(|at| is_listed(LIMITS, document.norm(at)));
    let limited: Vec<bool> = document.sentences.iter().map(|sentence| is_limited(sentence.tokens.clone())).collect();
    let slot = |(at, of): &(usize, String)| {
        let at = *at;
        if uses.get(of.as_str()) != Some(&1) || limited[text.sentence(document.tokens[at].span)] {
            return None;
        }
        let is_denied = match document.tokens[at].upos {
            Upos::Verb => of_verb(text, at),
            Upos::Noun => of_noun(text, at),
            _ => None,
        }?;
        let (value, span) = if is_denied { ("denied", with_denial(text, at)) } else { ("asserted", whole(text, at)) };
        Some(Slot { of: of.clone(), value: value.to_owned(), span })
    };
    stems.iter().filter_map(slot).collect()
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

/// What a clause says of a deed.
struct ClauseParts<'t> {
    text: &'t SlotText<'t>,
    sentence: usize,
    predicate: usize,
    /// Whether it is told as possible or to come.
    is_modal: bool,
    /// Who does it, and to whom or what it is done.
    agents: FxHashSet<String>,
    patients: FxHashSet<String>,
}

impl<'t> ClauseParts<'t> {
    fn of(text: &'t SlotText<'t>, slot: &Slot) -> Self {
        let document = &text.analysis.document;
        let predicate = clause_of(text, slot);
        let is_passive = text.tree.is_passive(document, predicate);
        let is_by = |at: usize| text.tree.dependents(at).any(|own| document.norm(own) == "by");
        let nouns = |is_part: &dyn Fn(usize) -> bool| {
            let heads = text.tree.dependents(predicate).filter(|&at| is_part(at) && !text.is_time(at));
            let is_noun = |at: &usize| matches!(document.tokens[*at].upos, Upos::Noun | Upos::Propn);
            heads.filter(is_noun).map(|at| text.stem_of(at)).collect()
        };
        let rel = |at: usize| document.tokens[at].rel;
        Self {
            text,
            sentence: text.sentence(slot.span),
            predicate,
            is_modal: text.tree.dependents(predicate).any(|at| is_modal(document.norm(at))),
            agents: nouns(&|at| rel(at) == Rel::Nsubj && !is_passive || rel(at) == Rel::Obl && is_passive && is_by(at)),
            patients: nouns(&|at| rel(at) == Rel::Obj || rel(at) == Rel::Nsubj && is_passive),
        }
    }

    /// Returns whether no word of the sentence denies anything.
    fn is_plain(&self) -> bool {
        let document = &self.text.analysis.document;
        let denies = |at: usize| is_listed(PARTLY_NEGATIVE, document.norm(at)) || denies_its_complement(self.text, at);
        !self.text.has_negation(self.sentence) && !document.sentences[self.sentence].tokens.clone().any(denies)
    }

    /// Returns whether who does it and to whom agree as far as both clauses name them.
    fn has_parts_of(&self, other: &Self) -> bool {
        let agree = |one: &FxHashSet<String>, other: &FxHashSet<String>| {
            one.is_empty() || other.is_empty() || one.intersection(other).next().is_some()
        };
        agree(&self.agents, &other.agents) && agree(&self.patients, &other.patients)
    }

    /// Returns whether the sentence names every circumstance of the other clause, and the same times: what "was not found in the
    /// lake" may have been found in the river.
    fn has_circumstances_of(&self, other: &Self) -> bool {
        let document = &other.text.analysis.document;
        let circumstances =
            other.text.tree.dependents(other.predicate).filter(|&at| document.tokens[at].rel == Rel::Obl);
        let own = self.text.analysis.document.sentences[self.sentence].tokens.clone();
        let named: FxHashSet<String> = own.map(|at| self.text.stem_of(at)).collect();
        circumstances.map(|at| other.text.stem_of(at)).all(|circumstance| named.contains(&circumstance))
            && other.times().is_subset(&self.times())
    }

    /// Returns the times of the sentence.
    fn times(&self) -> FxHashSet<String> {
        let span = self.text.analysis.document.sentences[self.sentence].span;
        touching(&self.text.analysis.timexes, span, |timex| timex.span).map(|timex| point(self.text, timex)).collect()
    }
}

/// Returns the predicate of the clause of a slot; its last word is the deed or the thing had.
fn clause_of(text: &SlotText<'_>, slot: &Slot) -> usize {
    let document = &text.analysis.document;
    let last = document.tokens_in(slot.span).end.saturating_sub(1);
    text.tree.clause(document, last)
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
