//! Gives a sentence without a verb the one that its tagger took for a noun: "The ship sank on Friday."
//!
//! Short past forms are nouns and adjectives as well (burst, cut, spread), and the treebanks hold few of them. Where a whole
//! sentence would have no verb, or a clause that "why" or "after" opens, a past form behind a noun is one. Headlines have
//! none: "Ship blast", "Job cut plan".
//!
//! The parser makes the same mistake with a verb that could as well describe its subject: in "Two men fled on foot." it reads
//! men who were fled. A whole sentence has a verb of its own, so where it would have none, that is the one. And in "A bus
//! crashed yesterday." it reads a crashed yesterday: a day is never what a sentence is about.

use std::ops::Range;

use super::grammar::tag_table::{TAGS, number_of};
use super::past_forms_table::{is_irregular_past, is_past_form};
use super::rule_table::is_listed;
use super::verbless_table::OPENERS;
use crate::model::{Document, Rel, Token, Upos, is_day_by_today};

/// Words of a sentence, at the least: fewer are a heading.
const MIN_WORDS: usize = 5;

/// Changes the tag of one word where the tags of a sentence, or of a clause in it, hold no verb.
pub(super) fn give_verb(document: &Document<'_>, tokens: Range<usize>, tags: &mut [u8]) {
    let is_sentence = tokens.end.checked_sub(1).is_some_and(|last| document.norm(last) == ".");
    if !is_sentence || tags.len() < MIN_WORDS {
        return;
    }
    let word = |at: usize| document.norm(tokens.start + at);
    let whole = std::iter::once(0..tags.len());
    let ends = |at: usize| TAGS[usize::from(tags[at])].upos == Upos::Punct || is_listed(OPENERS, word(at));
    let clause = |start: usize| start..(start + 1..tags.len()).find(|&at| ends(at)).unwrap_or(tags.len());
    let clauses = (0..tags.len()).filter(|&at| is_listed(OPENERS, word(at))).map(clause);
    let found: Vec<usize> = whole.chain(clauses).filter_map(|part| missed_verb(word, part, tags)).collect();
    found.into_iter().for_each(|at| tags[at] = number_of(Upos::Verb, "VBD"));
}

/// Returns the past form behind a noun in a part of a sentence that has no verb.
fn missed_verb<'d>(word: impl Fn(usize) -> &'d str, part: Range<usize>, tags: &[u8]) -> Option<usize> {
    let upos = |at: usize| TAGS[usize::from(tags[at])].upos;
    if part.clone().any(|at| matches!(upos(at), Upos::Verb | Upos::Aux)) {
        return None;
    }
    let is_past = |at: &usize| is_irregular_past(word(*at));
    let is_behind_noun = |at: &usize| matches!(upos(at - 1), Upos::Noun | Upos::Propn | Upos::Pron);
    (part.start + 1..part.end).filter(is_behind_noun).find(is_past)
}

/// Makes the only verb of a whole sentence its root, where it was taken for a description of the subject.
///
/// "A man bitten by a dog." has none, and neither has "The photograph taken in 1912.", for "taken" is no past form.
pub(super) fn raise_verb(document: &mut Document<'_>, tokens: Range<usize>) {
    let is_sentence = tokens.end.checked_sub(1).is_some_and(|last| document.norm(last) == ".");
    let Some(root) = tokens.clone().find(|&token| document.tokens[token].head == token) else { return };
    if !is_sentence || !matches!(document.tokens[root].upos, Upos::Noun | Upos::Propn) {
        return;
    }
    if is_day_by_today(document.norm(root)) {
        raise_verb_before_day(document, tokens, root);
        return;
    }
    let Some(verb) = (root + 1..tokens.end).find(|&token| describes(document, token, root)) else { return };
    let is_finite = |token: usize| matches!(document.tokens[token].penn, "VBD" | "VBZ" | "VBP" | "MD");
    let has_helper = |token: usize| {
        let Token { head, rel, .. } = document.tokens[token];
        head == root && matches!(rel, Rel::Cop | Rel::Aux | Rel::Nsubj)
            || head == verb && matches!(rel, Rel::Aux | Rel::Nsubj)
    };
    if tokens.clone().any(|token| token != verb && is_finite(token) || has_helper(token)) {
        return;
    }
    for token in tokens.filter(|&token| token != verb && (token == root || verb < token)) {
        if document.tokens[token].head == root {
            document.tokens[token].head = verb;
        }
    }
    document.tokens[root].rel = Rel::Nsubj;
    let raised = &mut document.tokens[verb];
    (raised.head, raised.rel, raised.penn) = (verb, Rel::Root, "VBD");
}

/// Makes a past form between a noun and a day the root: "The mayor resigned yesterday."
fn raise_verb_before_day(document: &mut Document<'_>, tokens: Range<usize>, day: usize) {
    let Some(verb) = day.checked_sub(1).filter(|&verb| tokens.start < verb) else { return };
    let (subject, described) = (verb - 1, &document.tokens[verb]);
    let is_past = described.upos == Upos::Verb && matches!(described.penn, "VBD" | "VBN");
    let is_noun = matches!(document.tokens[subject].upos, Upos::Noun | Upos::Propn | Upos::Pron | Upos::Adj);
    let is_other = |token: usize| token != verb && matches!(document.tokens[token].upos, Upos::Verb | Upos::Aux);
    if described.head != day || !is_past || !is_noun || tokens.clone().any(is_other) {
        return;
    }
    for token in tokens {
        let own = &mut document.tokens[token];
        if token == verb {
            (own.head, own.rel, own.penn) = (verb, Rel::Root, "VBD");
        } else if token == day {
            (own.head, own.rel) = (verb, Rel::Obl);
        } else if token == subject {
            // "chief executive" was a description of the day.
            if own.upos == Upos::Adj {
                (own.upos, own.penn) = (Upos::Noun, "NN");
            }
            (own.head, own.rel) = (verb, Rel::Nsubj);
        } else if own.head == day || own.head == verb {
            own.head = if token < verb { subject } else { verb };
        }
    }
}

/// Returns whether a past form was read as a description of the noun before it.
fn describes(document: &Document<'_>, token: usize, noun: usize) -> bool {
    let Token { head, rel, upos, penn, .. } = document.tokens[token];
    let word = document.norm(token);
    let is_passive = || document.norm(token + 1) == "by";
    let is_set_off = || document.norm(token - 1) == ",";
    head == noun
        && rel == Rel::Acl
        && upos == Upos::Verb
        && matches!(penn, "VBD" | "VBN")
        && is_past_form(word)
        && !is_passive()
        && !is_set_off()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::rule_table::needless_words;

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
    fn every_word_that_opens_a_clause_decides() {
        assert!(OPENERS.is_sorted());
        let frames = [
            "An inquiry will examine {} the ferry sank on March 4.",
            "They left {} the dam burst on Friday.",
            "They will see {} the dam burst.",
        ];
        let tags = |text: &str| {
            let document = crate::text::read(text);
            document.tokens.iter().map(|token| token.penn).collect::<Vec<_>>()
        };
        assert_eq!(needless_words(OPENERS, &frames, tags), [""; 0]);
    }

    /// Returns the root of the first sentence.
    fn root(text: &str) -> String {
        let document = crate::text::read(text);
        let root = document.tokens.iter().find(|token| token.rel == Rel::Root);
        root.map_or("", |token| token.span.of(text)).to_owned()
    }

    #[test]
    fn the_only_verb_of_a_sentence_is_its_root() {
        assert_eq!(root("Two men fled on foot."), "fled");
        assert_eq!(root("Two coaches collided on the ring road."), "collided");
        assert_eq!(root("The vaccine cut deaths by half."), "cut");
        assert_eq!(root("The two countries cut ties in 2017."), "cut");
    }

    #[test]
    fn a_day_is_not_what_a_sentence_is_about() {
        assert_eq!(root("A bus crashed yesterday."), "crashed");
        assert_eq!(root("The chief executive resigned yesterday."), "resigned");
        assert_eq!(root("Two people died today."), "died");
        let document = crate::text::read("The chief executive resigned yesterday.");
        let told: Vec<_> = document.tokens.iter().map(|token| (token.rel, token.head)).collect();
        let want = [(Rel::Det, 2), (Rel::Compound, 2), (Rel::Nsubj, 3), (Rel::Root, 3), (Rel::Obl, 3), (Rel::Punct, 3)];
        assert_eq!(told, want);
    }

    #[test]
    fn what_only_describes_a_noun_is_no_root() {
        assert_eq!(root("A cyclist bitten by a dog."), "cyclist");
    }

    #[test]
    fn what_is_no_sentence_stays_without() {
        verbs("The price cut of the year", "");
        verbs("A sharp cut in the price of bread.", "");
    }
}
