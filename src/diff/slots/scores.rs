//! Reads the result of a vote or a match: "passed 52-48".

use super::slot::{Slot, SlotText};
use crate::model::Upos;

/// Returns the result that each verb tells, for both numbers in either order.
pub(super) fn slots_in(text: &SlotText<'_>) -> Vec<Slot> {
    let document = &text.analysis.document;
    let scores = text.analysis.figures.iter().filter(|figure| figure.unit.as_deref() == Some("score"));
    let slots = scores.filter_map(|figure| {
        let words = figure.span.of(document.text);
        let numbers = |words: &str| -> Vec<String> {
            words.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).map(str::to_owned).collect()
        };
        let told = numbers(words);
        let mut both = told.clone();
        both.sort();
        let start = document.tokens_in(figure.span).start;
        let sentence = &document.sentences[text.sentence(figure.span)];
        // Who won 3-1 beat somebody who lost 1-3.
        let verb = (sentence.tokens.start..start).rev().find(|&at| document.tokens[at].upos == Upos::Verb)?;
        let of = format!("{} {}", document.lemma(verb), both.join("-"));
        (told.len() == 2).then(|| Slot { of, value: told.join("-"), span: figure.span })
    });
    slots.collect()
}
