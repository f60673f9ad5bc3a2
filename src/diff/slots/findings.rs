//! Reads how firmly a study or inquiry is said to show what it found: "suggests", "proves".

use super::findings_table::{FINDERS, STRENGTHS};
use super::slot::{Slot, SlotText};
use crate::model::{Rel, Upos};
use crate::text::rule_table::{is_listed, rows};

/// Returns the strength of each finding.
pub(super) fn slots_in(text: &SlotText<'_>) -> Vec<Slot> {
    let document = &text.analysis.document;
    let slot = |verb: usize| {
        let lemma = document.lemma(verb);
        let (_, value) = rows(STRENGTHS).find(|(verb, _)| *verb == lemma)?;
        let finder = finder(text, verb)?;
        let span = document.tokens[verb].span;
        Some(Slot { of: document.lemma(finder).to_owned(), value: (*value).to_owned(), span })
    };
    (0..document.tokens.len()).filter(|&at| document.tokens[at].upos == Upos::Verb).filter_map(slot).collect()
}

/// Returns what finds something out, before or after the verb: "a study proves", "proves a study", "confirmed by the audit".
fn finder(text: &SlotText<'_>, verb: usize) -> Option<usize> {
    let document = &text.analysis.document;
    let is_finder = |at: &usize| is_listed(FINDERS, document.lemma(*at));
    let held = text.tree.dependents(verb).filter(|&at| matches!(document.tokens[at].rel, Rel::Nsubj | Rel::Obl));
    let after = (verb + 1..document.tokens.len()).take(3).filter(|&at| text.tree.head(at) == Some(verb));
    held.chain(after).find(is_finder)
}
