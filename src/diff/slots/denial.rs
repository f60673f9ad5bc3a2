//! Decides whether a predicate is denied: "not", "never", "no union was", "hurt nobody".

use super::slot::SlotText;
use crate::model::Rel;

/// Returns whether a word of its own, its subject or its object denies a predicate, wholly or in part.
pub(super) fn has_denial(text: &SlotText<'_>, predicate: usize) -> bool {
    text.tree.dependents(predicate).any(|own| match text.analysis.document.tokens[own].rel {
        Rel::Advmod | Rel::Cc => is_one_of(text, own, &["not", "n't", "never", "neither", "nor", "nowhere"]),
        Rel::Nsubj | Rel::Obj => {
            is_one_of(text, own, &["nobody", "none", "nothing", "neither", "no-one"])
                || text.tree.dependents(own).any(|word| is_one_of(text, word, &["no", "neither"]))
        }
        _ => false,
    })
}

fn is_one_of(text: &SlotText<'_>, at: usize, words: &[&str]) -> bool {
    words.contains(&text.analysis.document.norm(at))
}
