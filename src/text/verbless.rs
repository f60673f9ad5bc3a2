//! Gives a sentence without a verb the one that its tagger took for a noun: "The ship sank on Friday."
//!
//! Short past forms are nouns and adjectives as well (burst, cut, spread), and the treebanks hold few of them. Where a whole
//! sentence would have no verb, or a clause that "why" or "after" opens, a past form behind a noun is one. Headlines have
//! none: "Ship blast", "Job cut plan".

use std::ops::Range;

use super::grammar::tag_table::{TAGS, number_of};
use super::past_forms_table::{IRREGULAR_PAST, SAME_IN_PAST};
use crate::model::{Document, Upos};

/// Words of a sentence, at the least: fewer are a heading.
const FEWEST: usize = 5;

/// Words that open a clause with a verb of its own.
const OPENERS: &[&str] = &["after", "because", "before", "how", "when", "where", "whether", "while", "why"];

/// Changes the tag of one word where the tags of a sentence, or of a clause in it, hold no verb.
pub(super) fn give_verb(document: &Document<'_>, tokens: Range<usize>, tags: &mut [u8]) {
    let is_sentence = tokens.end.checked_sub(1).is_some_and(|last| document.norm(last) == ".");
    if !is_sentence || tags.len() < FEWEST {
        return;
    }
    let word = |at: usize| document.norm(tokens.start + at);
    let whole = std::iter::once(0..tags.len());
    let ends = |at: usize| TAGS[usize::from(tags[at])].upos == Upos::Punct || OPENERS.contains(&word(at));
    let clause = |start: usize| start..(start + 1..tags.len()).find(|&at| ends(at)).unwrap_or(tags.len());
    let clauses = (0..tags.len()).filter(|&at| OPENERS.contains(&word(at))).map(clause);
    let found: Vec<usize> = whole.chain(clauses).filter_map(|part| missed_verb(word, part, tags)).collect();
    found.into_iter().for_each(|at| tags[at] = number_of(Upos::Verb, "VBD"));
}

/// Returns the past form behind a noun in a part of a sentence that has no verb.
fn missed_verb<'d>(word: impl Fn(usize) -> &'d str, part: Range<usize>, tags: &[u8]) -> Option<usize> {
    let upos = |at: usize| TAGS[usize::from(tags[at])].upos;
    if part.clone().any(|at| matches!(upos(at), Upos::Verb | Upos::Aux)) {
        return None;
    }
    let is_past = |at: &usize| SAME_IN_PAST.contains(&word(*at)) || IRREGULAR_PAST.contains(&word(*at));
    let is_behind_noun = |at: &usize| matches!(upos(at - 1), Upos::Noun | Upos::Propn | Upos::Pron);
    (part.start + 1..part.end).filter(is_behind_noun).find(is_past)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn verbs(text: &str, want: &str) {
        let document = crate::text::read(text);
        let tokens = document.tokens.iter().filter(|token| token.upos == Upos::Verb);
        assert_eq!(tokens.map(|token| token.span.of(text)).collect::<Vec<_>>().join(" "), want, "{text}");
    }

    #[test]
    fn a_sentence_without_a_verb_is_given_one() {
        verbs("The ship sank on Friday.", "sank");
        verbs("The dam burst on Friday.", "burst");
        verbs("The bank cut rates on Friday.", "cut");
        verbs("The fire spread to the roof.", "spread");
        verbs("An inquiry will examine why the ferry sank on March 4.", "examine sank");
    }

    #[test]
    fn what_is_no_sentence_stays_without() {
        verbs("The price cut of the year", "");
        verbs("A sharp cut in the price of bread.", "");
    }
}
