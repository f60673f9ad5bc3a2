//! Reads whether a measure is what something changed by or what it came to: "cut by 2%", "cut to 2%".

use super::slot::{Slot, SlotText};
use crate::claim::figures::plain_value;
use crate::model::{Figure, Rel, Span, TimexType};

/// Returns the relation of each measure and each length of time that a verb or noun of change may have.
pub(super) fn slots_in(text: &SlotText<'_>) -> Vec<Slot> {
    let measures = text.analysis.figures.iter().filter(|figure| is_measure(figure));
    let measures = measures.map(|figure| {
        let unit = figure.unit.as_deref().unwrap_or_default();
        (format!("{} {unit}", plain_value(figure)), figure.span)
    });
    let lengths = text.analysis.timexes.iter().filter(|timex| timex.kind == TimexType::Duration);
    let lengths = lengths.map(|timex| (timex.value.clone(), timex.span));
    let slot = |(of, span): (String, Span)| {
        Some(Slot { of, value: relation(text, span)?.to_owned(), span: text.with_word_before(span) })
    };
    measures.chain(lengths).filter_map(slot).collect()
}

/// Returns whether a figure measures and does not count people or things.
fn is_measure(figure: &Figure) -> bool {
    figure.unit.as_deref().is_some_and(|unit| unit != "people")
}

/// Returns "by" or "to", where one of them ties the measure to its clause.
fn relation(text: &SlotText<'_>, measure: Span) -> Option<&'static str> {
    let document = &text.analysis.document;
    let tokens = document.tokens_in(measure);
    let cases =
        tokens.clone().flat_map(|at| text.tree.dependents(at)).filter(|&at| document.tokens[at].rel == Rel::Case);
    let beside = tokens.start.checked_sub(1).into_iter();
    let words = cases.chain(beside).map(|at| document.norm(at));
    let found: Vec<&str> = words.filter_map(|word| ["by", "to"].into_iter().find(|own| *own == word)).collect();
    let first = *found.first()?;
    // "up to 2%" is a bound.
    let is_bound = tokens.start.checked_sub(2).is_some_and(|at| matches!(document.norm(at), "up" | "close" | "equal"));
    (!is_bound && found.iter().all(|word| *word == first)).then_some(first)
}
