//! Decides whether a predicate is denied: "not", "never", "no union was", "hurt nobody".

use super::slot::SlotText;
use crate::claim::events::is_denial;
use crate::model::Rel;
use crate::text::{Negation, negation_of};

/// Returns whether a word of its own, its subject or its object denies a predicate, wholly or in part.
pub(super) fn has_denial(text: &SlotText<'_>, predicate: usize) -> bool {
    let denies = |own: usize| negation_of(text.analysis.document.norm(own));
    text.tree.dependents(predicate).any(|own| match text.analysis.document.tokens[own].rel {
        Rel::Advmod | Rel::Cc => matches!(denies(own), Some(Negation::Clause | Negation::Pair)),
        Rel::Nsubj | Rel::Obj => matches!(denies(own), Some(Negation::Pronoun | Negation::Pair)) || has_no(text, own),
        _ => false,
    })
}

/// Returns whether a noun is denied: "no bridge", "neither bridge"; "no fewer than nine people" are at least nine.
pub(super) fn has_no(text: &SlotText<'_>, noun: usize) -> bool {
    let document = &text.analysis.document;
    let is_bound = |at: usize| document.tokens.get(at + 1).is_some_and(|next| matches!(next.penn, "JJR" | "RBR"));
    let denies = |at: usize| matches!(negation_of(document.norm(at)), Some(Negation::Noun | Negation::Pair));
    text.tree.dependents(noun).any(|at| denies(at) && !is_bound(at))
}

/// Returns whether what depends on a word did not happen: "failed to stop", "its refusal to pay".
pub(super) fn denies_its_complement(text: &SlotText<'_>, token: usize) -> bool {
    let document = &text.analysis.document;
    is_denial(document.norm(token)) || is_denial(document.lemma(token))
}
