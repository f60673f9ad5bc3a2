//! Reads on which side of a value something lies: "up to 5%", "at least 5%", "under two hours".

use super::denial::has_denial;
use super::slot::{Slot, SlotText};
use crate::claim::figures::plain_value;
use crate::model::{Bound, Span, TimexMod, TimexType};

/// Returns the side of each figure and each length of time that is told as a bound.
pub(super) fn slots_in(text: &SlotText<'_>) -> Vec<Slot> {
    let figures = text.analysis.figures.iter().filter_map(|figure| {
        let of = format!("{} {}", plain_value(figure), figure.unit.as_deref().unwrap_or_default());
        Some((of, side_of_figure(figure.bound)?, figure.span))
    });
    let lengths = text.analysis.timexes.iter().filter(|timex| timex.kind == TimexType::Duration);
    let lengths = lengths.filter_map(|timex| Some((timex.value.clone(), side_of_length(timex.modifier?)?, timex.span)));
    let bounds = figures.chain(lengths).filter(|(.., span)| !is_denied(text, *span));
    bounds.map(|(of, value, span)| Slot { of, value: value.to_owned(), span }).collect()
}

/// Returns whether the clause of a bound is denied: "did not take more than an hour".
fn is_denied(text: &SlotText<'_>, bound: Span) -> bool {
    let document = &text.analysis.document;
    let predicate = text.tree.clause(document, document.tokens_in(bound).start);
    has_denial(text, predicate)
}

fn side_of_figure(bound: Bound) -> Option<&'static str> {
    match bound {
        Bound::AtLeast => Some("above"),
        Bound::AtMost => Some("below"),
        // "A maximum of" is read as no bound: that one side has a bound and the other none proves nothing.
        Bound::Exact | Bound::About | Bound::Between => None,
    }
}

fn side_of_length(modifier: TimexMod) -> Option<&'static str> {
    match modifier {
        TimexMod::MoreThan | TimexMod::EqualOrMore => Some("above"),
        TimexMod::LessThan | TimexMod::EqualOrLess => Some("below"),
        _ => None,
    }
}
