//! Reads how firmly a study or inquiry is said to show what it found: "suggests", "proves".

use super::slot::{Slot, SlotText};
use crate::model::{Rel, Upos};

/// Verbs of what is found, by how firmly they put it.
const STRENGTHS: &[(&str, &[&str])] = &[
    ("hint", &["suggest", "indicate", "hint", "imply"]),
    ("proof", &["prove", "confirm", "demonstrate", "establish"]),
];

/// Who or what finds something out.
const FINDERS: &[&str] = &[
    "analysis",
    "assessment",
    "audit",
    "autopsy",
    "data",
    "document",
    "evidence",
    "examination",
    "experiment",
    "figure",
    "finding",
    "footage",
    "inquiry",
    "inspection",
    "investigation",
    "paper",
    "poll",
    "record",
    "report",
    "research",
    "result",
    "review",
    "scan",
    "study",
    "survey",
    "test",
    "trial",
];

/// Returns the strength of each finding.
pub(super) fn read(text: &SlotText<'_>) -> Vec<Slot> {
    let document = &text.analysis.document;
    let slot = |verb: usize| {
        let lemma = document.lemma(verb);
        let (value, _) = STRENGTHS.iter().find(|(_, verbs)| verbs.contains(&lemma))?;
        let finder = finder(text, verb)?;
        let span = document.tokens[verb].span;
        Some(Slot { of: document.lemma(finder).to_owned(), value: (*value).to_owned(), span })
    };
    (0..document.tokens.len()).filter(|&at| document.tokens[at].upos == Upos::Verb).filter_map(slot).collect()
}

/// Returns what finds something out, before or after the verb: "a study proves", "proves a study", "confirmed by the audit".
fn finder(text: &SlotText<'_>, verb: usize) -> Option<usize> {
    let document = &text.analysis.document;
    let is_finder = |at: &usize| FINDERS.contains(&document.lemma(*at));
    let held = text.tree.dependents(verb).filter(|&at| matches!(document.tokens[at].rel, Rel::Nsubj | Rel::Obl));
    let after = (verb + 1..document.tokens.len()).take(3).filter(|&at| text.tree.head(at) == Some(verb));
    held.chain(after).find(is_finder)
}
