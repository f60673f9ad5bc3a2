//! Decides whether a predicate is denied: "not", "never", "no union was", "hurt nobody".

use super::slot::SlotText;
use crate::model::Rel;
use crate::text::{Negation, negation_of};

/// Returns whether a word of its own, its subject or its object denies a predicate, wholly or in part.
pub(super) fn has_denial(text: &SlotText<'_>, predicate: usize) -> bool {
    let denies = |own: usize| negation_of(text.analysis.document.norm(own));
    text.tree.dependents(predicate).any(|own| match text.analysis.document.tokens[own].rel {
        Rel::Advmod | Rel::Cc => matches!(denies(own), Some(Negation::Clause | Negation::Pair)),
        Rel::Nsubj | Rel::Obj => {
            matches!(denies(own), Some(Negation::Pronoun | Negation::Pair))
                || text.tree.dependents(own).any(|word| matches!(denies(word), Some(Negation::Noun | Negation::Pair)))
        }
        _ => false,
    })
}
