//! Reads whether a figure is what each has or what all have together: "31 years each", "31 years in all".

use super::shares_table::{EACH, TOGETHER};
use super::slot::{Slot, SlotText};
use crate::claim::figures::plain_value;
use crate::model::{Figure, Span, TimexType, Upos};
use crate::text::rule_table::is_listed;

/// Tokens before and behind a figure among which the words of a share stand.
const WORDS_NEARBY: usize = 4;

/// Returns for each figure and length of time that is told as one or the other which it is.
pub(super) fn slots_in(text: &SlotText<'_>) -> Vec<Slot> {
    let figure = |figure: &Figure| {
        (format!("{} {}", plain_value(figure), figure.unit.as_deref().unwrap_or_default()), figure.span)
    };
    let lengths = text.analysis.timexes.iter().filter(|timex| timex.kind == TimexType::Duration);
    let values = text.analysis.figures.iter().map(figure).chain(lengths.map(|timex| (timex.value.clone(), timex.span)));
    let slot = |(of, span)| Some(Slot { of, value: share(text, span)?.to_owned(), span });
    values.filter_map(slot).collect()
}

/// Returns which share a figure is of; `None` where nothing or both is told.
fn share(text: &SlotText<'_>, span: Span) -> Option<&'static str> {
    let document = &text.analysis.document;
    let tokens = document.tokens_in(span);
    // Another figure or a mark begins another phrase.
    let is_open = |at: &usize| !matches!(document.tokens[*at].upos, Upos::Num | Upos::Punct);
    let behind = (tokens.end..document.tokens.len()).take(WORDS_NEARBY).take_while(is_open);
    let before = (0..tokens.start).rev().take(WORDS_NEARBY).take_while(is_open);
    let is_together = |at: usize| {
        let is_in_all =
            || document.norm(at) == "all" && at.checked_sub(1).is_some_and(|own| document.norm(own) == "in");
        is_listed(TOGETHER, document.norm(at)) && document.tokens[at].upos != Upos::Propn || is_in_all()
    };
    // "£79 each", "£79 to each of them".
    let has_each = tokens.clone().chain(behind.clone().take(2)).any(|at| is_listed(EACH, document.norm(at)));
    match (has_each, behind.chain(before).any(is_together)) {
        (true, false) => Some("each"),
        (false, true) => Some("together"),
        _ => None,
    }
}
