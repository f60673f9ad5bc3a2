//! Distinguishes what is said from what is done: "agreed that the price was fair" is a statement, "agreed a price" an act.

use crate::model::{Analysis, Certainty, Rel, Statement, StatementKind, Upos};

use super::acts_table::ACTS;
use crate::text::rule_table::rows;

/// Returns whether a verb of saying tells what somebody does: "agreed to end the strike", "refused to hear the widow".
pub(super) fn is_act(statement: &Statement, text: &Analysis<'_>) -> bool {
    let document = &text.document;
    let [cue] = statement.cue.as_slice() else { return false };
    let acts = || {
        let mut tokens = document.tokens_in(*cue);
        tokens.any(|token| rows(ACTS).any(|(verb, _)| *verb == document.lemma(token)))
    };
    // "He wept as the verdict was read": nobody reads the weeping.
    let first = document.tokens_in(*cue).start;
    let is_passive =
        || first.checked_sub(1).is_some_and(|before| matches!(document.norm(before), "was" | "were" | "been"));
    let is_object = cue.end <= statement.content[0].start && !is_clause(statement, text);
    statement.kind == StatementKind::Indirect
        && statement.certainty != Certainty::Denied
        && acts()
        && (is_object || statement.content[0].end <= cue.start && is_passive())
}

/// Returns whether what is said has a verb of its own that is finite; quoted words stand for themselves, and what is
/// denied is marked so.
pub(super) fn is_clause(statement: &Statement, text: &Analysis<'_>) -> bool {
    let document = &text.document;
    let inside = document.tokens_in(statement.content[0]);
    let is_verb = |token: usize| matches!(document.tokens[token].upos, Upos::Verb | Upos::Aux);
    // "claimed victory after results gave her 51 percent": the victory is claimed.
    let root = document.head_of(&inside);
    let has_copula = |root: usize| {
        inside.clone().any(|token| document.tokens[token].head == root && document.tokens[token].rel == Rel::Cop)
    };
    let is_object = |root: usize| document.tokens[root].rel == Rel::Obj && !is_verb(root) && !has_copula(root);
    let verb = inside.clone().find(|&token| is_verb(token)).filter(|_| !root.is_some_and(is_object));
    let is_finite = |verb: usize| {
        let led_by_to = verb.checked_sub(1).is_some_and(|before| document.norm(before) == "to");
        !led_by_to && document.tokens[verb].penn != "VBG"
    };
    let is_told = statement.kind != StatementKind::Direct && statement.certainty != Certainty::Denied;
    !is_told || verb.is_some_and(is_finite)
}
