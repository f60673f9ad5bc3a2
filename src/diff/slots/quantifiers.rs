//! Reads how many of a thing are meant, where no number says it: "most schools", "none of the flats".

use super::denial::denies_its_complement;
use super::quantifiers_table::{PAIR_WORDS, QUANTIFIERS};
use super::slot::{Slot, SlotText};
use crate::claim::numbers;
use crate::model::{Rel, Upos};
use crate::text::rule_table::rows;

/// Returns the class of quantity of each noun that has one.
pub(super) fn slots_in(text: &SlotText<'_>) -> Vec<Slot> {
    let document = &text.analysis.document;
    let slot = |at: usize| {
        let class = rows(QUANTIFIERS).chain(rows(PAIR_WORDS)).find(|(word, ..)| *word == document.norm(at))?.1;
        // "a few" are some.
        let is_a_few = class == "few" && at.checked_sub(1).is_some_and(|before| document.norm(before) == "a");
        // "some 300 people" are about 300, "every second room" is half of them.
        let next = (at + 1).min(document.tokens.len() - 1);
        if document.tokens[next].upos == Upos::Num
            || document.norm(next) == "other"
            || numbers::ordinal(document.norm(next)).is_some()
        {
            return None;
        }
        let noun = quantified(text, at)?;
        // "None failed to" means that all did.
        if [at, noun].into_iter().any(|at| denies_its_complement(text, document.tokens[at].head)) {
            return None;
        }
        let value = if is_a_few { "some" } else { class };
        let (first, last) = (document.tokens[at.min(noun)].span, document.tokens[at.max(noun)].span);
        let predicate = document.lemma(text.tree.clause(document, noun));
        let value = format!("{value} {predicate}");
        Some(Slot { of: document.lemma(noun).to_owned(), value, span: first.cover(last) })
    };
    (0..document.tokens.len()).filter_map(slot).collect()
}

/// Returns the noun that a word of quantity stands with: "most schools", "most of the schools".
fn quantified(text: &SlotText<'_>, at: usize) -> Option<usize> {
    let document = &text.analysis.document;
    let is_noun = |at: &usize| document.tokens[*at].upos == Upos::Noun;
    let token = &document.tokens[at];
    match token.rel {
        Rel::Det | Rel::Amod | Rel::Nummod => Some(token.head).filter(is_noun),
        _ => {
            let of = |at: &usize| document.tokens[*at].rel == Rel::Nmod;
            text.tree.dependents(at).filter(of).find(is_noun)
        }
    }
}

/// Returns whether two classes exclude each other; "all escaped" and "none was hurt" may say the same, since the predicates
/// differ.
pub(super) fn exclude(old: &str, new: &str) -> bool {
    let (Some((old, old_predicate)), Some((new, new_predicate))) = (old.split_once(' '), new.split_once(' ')) else {
        return false;
    };
    let is_negative = |class: &str| matches!(class, "none" | "few");
    // Of two things, one or both; "one bus" and "all buses" may be told of other things.
    let is_pair = |class: &str| matches!(class, "one" | "both");
    if is_pair(old) || is_pair(new) {
        return old != new && is_pair(old) && is_pair(new) && old_predicate == new_predicate;
    }
    old != new && (old_predicate == new_predicate || !is_negative(old) && !is_negative(new))
}
