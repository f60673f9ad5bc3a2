//! Reads which of two events came first: "police used gas after protesters threw stones".

use std::ops::Range;

use super::denial::has_denial;
use super::event_order_table::CONNECTIVES;
use super::slot::{Slot, SlotText};
use crate::model::Upos;
use crate::text::rule_table::rows;

/// Returns the order of each two events that a connective ties.
pub(super) fn slots_in(text: &SlotText<'_>) -> Vec<Slot> {
    let sentences = text.analysis.document.sentences.iter();
    sentences.filter_map(|sentence| order(text, sentence.tokens.clone())).collect()
}

/// Returns the order of the events around the only connective of a sentence.
fn order(text: &SlotText<'_>, tokens: Range<usize>) -> Option<Slot> {
    let document = &text.analysis.document;
    let row = |at: usize| rows(CONNECTIVES).find(|(word, ..)| *word == document.norm(at));
    let mut connectives = tokens.clone().filter_map(|at| Some((at, row(at)?.1)));
    let (Some((at, is_in_order)), None) = (connectives.next(), connectives.next()) else { return None };
    let is_verb = |at: &usize| document.tokens[*at].upos == Upos::Verb && !text.is_cue(*at);
    let mut after = (at + 1..tokens.end).filter(is_verb);
    // "After it rained, they left": both events stand behind the connective, the other one first.
    let (told_first, told_second) = match (tokens.start..at).rev().find(is_verb) {
        Some(before) => (before, after.next()?),
        None => {
            let own = after.next()?;
            (after.next()?, own)
        }
    };
    // Who did not leave until they came left after they came.
    if has_denial(text, told_first) || has_denial(text, told_second) {
        return None;
    }
    let lemma = |at: usize| document.lemma(at).to_owned();
    let (first, second) = if is_in_order { (told_first, told_second) } else { (told_second, told_first) };
    let mut of = [lemma(first), lemma(second)];
    of.sort();
    let span = |at: usize| document.tokens[at].span;
    let (from, to) = (told_first.min(told_second).min(at), told_first.max(told_second));
    let value = format!("{} {}", lemma(first), lemma(second));
    (of[0] != of[1]).then(|| Slot { of: of.join(" "), value, span: span(from).cover(span(to)) })
}
