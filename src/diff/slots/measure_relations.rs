//! Reads whether a measure is what something changed by or what it came to: "cut by 2%", "cut to 2%".

use super::slot::{Slot, SlotText};
use crate::claim::figures::plain_value;
use crate::model::{Figure, Rel};

/// Returns the relation of each measure that a verb or noun of change may have.
pub(super) fn read(text: &SlotText<'_>) -> Vec<Slot> {
    let measures = text.analysis.figures.iter().filter(|figure| is_measure(figure));
    let slot = |figure: &Figure| {
        let unit = figure.unit.as_deref().unwrap_or_default();
        let of = format!("{} {unit}", plain_value(figure));
        Some(Slot { of, value: relation(text, figure)?, span: text.with_word_before(figure.span) })
    };
    measures.filter_map(slot).collect()
}

/// Returns whether a figure measures and does not count people or things.
fn is_measure(figure: &Figure) -> bool {
    figure.unit.as_deref().is_some_and(|unit| unit != "people")
}

/// Returns "by" or "to", where one of them ties the figure to its clause.
fn relation(text: &SlotText<'_>, figure: &Figure) -> Option<String> {
    let document = &text.analysis.document;
    let tokens = document.tokens_in(figure.span);
    let cases =
        tokens.clone().flat_map(|at| text.tree.dependents(at)).filter(|&at| document.tokens[at].rel == Rel::Case);
    let beside = tokens.start.checked_sub(1).into_iter();
    let words = cases.chain(beside).map(|at| document.norm(at));
    let found: Vec<&str> = words.filter(|word| matches!(*word, "by" | "to")).collect();
    let first = *found.first()?;
    // "up to 2%" is a bound.
    let is_bound = tokens.start.checked_sub(2).is_some_and(|at| matches!(document.norm(at), "up" | "close" | "equal"));
    if is_bound {
        return None;
    }
    found.iter().all(|word| *word == first).then(|| first.to_owned())
}
