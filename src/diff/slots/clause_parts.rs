//! Reads the parts of a clause: its predicate, who does it and to whom it is done, its circumstances and times.

use rustc_hash::FxHashSet;

use super::denial::denies_its_complement;
use super::polarity_table::PARTLY_NEGATIVE;
use super::slot::{Slot, SlotText};
use super::time_relations::point;
use crate::model::{Rel, Upos, touching};
use crate::text::is_modal;
use crate::text::rule_table::is_listed;

/// What a clause says of a deed.
pub(super) struct ClauseParts<'t> {
    text: &'t SlotText<'t>,
    sentence: usize,
    predicate: usize,
    /// Whether it is told as possible or to come.
    pub is_modal: bool,
    /// Who does it, and to whom or what it is done.
    agents: FxHashSet<String>,
    patients: FxHashSet<String>,
}

impl<'t> ClauseParts<'t> {
    pub(super) fn of(text: &'t SlotText<'t>, slot: &Slot) -> Self {
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
    pub(super) fn is_plain(&self) -> bool {
        let document = &self.text.analysis.document;
        let denies = |at: usize| is_listed(PARTLY_NEGATIVE, document.norm(at)) || denies_its_complement(self.text, at);
        !self.text.has_negation(self.sentence) && !document.sentences[self.sentence].tokens.clone().any(denies)
    }

    /// Returns whether who does it and to whom agree as far as both clauses name them.
    pub(super) fn has_parts_of(&self, other: &Self) -> bool {
        let agree = |one: &FxHashSet<String>, other: &FxHashSet<String>| {
            one.is_empty() || other.is_empty() || one.intersection(other).next().is_some()
        };
        agree(&self.agents, &other.agents) && agree(&self.patients, &other.patients)
    }

    /// Returns whether both clauses name somebody or something that takes part, and agree in it as far as both do.
    pub(super) fn names_parts_of(&self, other: &Self) -> bool {
        let shares = |one: &FxHashSet<String>, other: &FxHashSet<String>| one.intersection(other).next().is_some();
        self.has_parts_of(other) && (shares(&self.agents, &other.agents) || shares(&self.patients, &other.patients))
    }

    /// Returns whether the sentence names every circumstance of the other clause, and the same times: what "was not found in the
    /// lake" may have been found in the river.
    pub(super) fn has_circumstances_of(&self, other: &Self) -> bool {
        let document = &other.text.analysis.document;
        let circumstances =
            other.text.tree.dependents(other.predicate).filter(|&at| document.tokens[at].rel == Rel::Obl);
        let own = self.text.analysis.document.sentences[self.sentence].tokens.clone();
        let named: FxHashSet<String> = own.map(|at| self.text.stem_of(at)).collect();
        circumstances.map(|at| other.text.stem_of(at)).all(|circumstance| named.contains(&circumstance))
            && other.times().is_subset(&self.times())
    }

    /// Returns the times of the sentence.
    pub(super) fn times(&self) -> FxHashSet<String> {
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
