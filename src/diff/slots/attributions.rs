//! Reads on whose word something is told: "a worn valve caused the leak, the utility said".
//!
//! What one text says on somebody's word is looked up in the other by its words, wherever it stands there.

use std::collections::BTreeSet;

use rustc_hash::FxHashMap;

use super::attributions_table::SHELLS;
use super::slot::{Slot, SlotText, SubjectSlots};
use crate::claim::names::{are_aliases, is_acronym, organizations_table};
use crate::diff::lexicon::{Relation, relation};
use crate::model::{Span, Statement, Upos};
use crate::text::rule_table::is_listed;
use crate::text::{is_function_word, singular};

/// Fewest words that what is said and its counterpart share.
const FEWEST_SHARED: usize = 3;
/// Least share of the words of what is said that its counterpart has, in percent.
const LEAST_SHARED: usize = 60;
/// Letters that a word shares with one that is formed from it: "prosecutors", "prosecution".
const STEM: usize = 4;
/// Says that something is told on nobody's word.
const NOBODY: &str = "";

/// Returns on whose word each thing is told that one of the texts tells on somebody's.
pub(super) fn slots_in(texts: [&SlotText<'_>; 2]) -> [Vec<Slot>; 2] {
    let [old, new] = texts;
    let mut slots = [Vec::new(), Vec::new()];
    for (own, counterpart) in attributed(old, new, "old") {
        slots[0].push(own);
        slots[1].push(counterpart);
    }
    for (own, counterpart) in attributed(new, old, "new") {
        slots[1].push(own);
        slots[0].push(counterpart);
    }
    slots
}

/// Returns the attributions of a text, each with its counterpart in the other one.
fn attributed(own: &SlotText<'_>, other: &SlotText<'_>, side: &str) -> Vec<(Slot, Slot)> {
    let index = SentenceIndex::new(other);
    let changed = |(_, statement): &(usize, &Statement)| own.is_sentence_changed(statement.sentence);
    let statements = own.analysis.statements.iter().enumerate().filter(changed);
    let slots = statements.filter_map(|(at, statement)| {
        let value = source_words(statement)?;
        // "Members observed a minute of silence" attributes nothing: what is said makes a clause.
        statement.content.iter().find(|span| has_verb(own, **span))?;
        let words: BTreeSet<&str> = statement.content.iter().flat_map(|span| own.telling_words(*span)).collect();
        let (sentence, n_shared) = index.best(&words)?;
        let of = format!("{side} {at}");
        let counterpart = (FEWEST_SHARED <= n_shared && LEAST_SHARED * words.len() <= 100 * n_shared)
            .then(|| counterpart(other, sentence, &words))??;
        // "Survivors told the police" stays attributed as "those rescued told the police".
        if counterpart.value == NOBODY && may_attribute(other, sentence, cue_words(own, statement)) {
            return None;
        }
        let span = statement.source.first()?.cover(*statement.cue.first()?);
        Some((Slot { of: of.clone(), value, span }, Slot { of, ..counterpart }))
    });
    slots.collect()
}

/// Returns on whose word a sentence tells what these words say.
fn counterpart(text: &SlotText<'_>, sentence: usize, words: &BTreeSet<&str>) -> Option<Slot> {
    let document = &text.analysis.document;
    let span = document.sentences[sentence].span;
    let tells = |statement: &&Statement| {
        let contents = statement.content.iter().filter(|content| content.overlaps(span));
        contents.flat_map(|content| text.telling_words(*content)).any(|word| words.contains(word))
    };
    let mut telling = text.analysis.statements.iter().filter(tells);
    let slot = |value: String, span: Span| Slot { of: String::new(), value, span };
    match telling.next() {
        Some(statement) => {
            let source = statement.source.first()?.cover(*statement.cue.first()?);
            Some(slot(source_words(statement)?, source))
        }
        None => Some(slot(NOBODY.to_owned(), span)),
    }
}

/// Returns whether a sentence may tell on somebody's word what nothing in it is read to attribute.
fn may_attribute(text: &SlotText<'_>, sentence: usize, mut cue: impl Iterator<Item = String>) -> bool {
    let document = &text.analysis.document;
    let tokens = document.sentences[sentence].tokens.clone();
    let has = |wanted: &str| tokens.clone().any(|at| document.lemma(at) == wanted);
    tokens.clone().any(|at| text.is_cue(at)) || cue.any(|word| has(&word))
}

/// Returns the words that attribute a statement, in their dictionary form.
fn cue_words(text: &SlotText<'_>, statement: &Statement) -> impl Iterator<Item = String> {
    let document = &text.analysis.document;
    let tokens = statement.cue.iter().flat_map(|span| document.tokens_in(*span));
    tokens.filter(|&at| !is_function_word(document.norm(at))).map(|at| document.lemma(at).to_owned())
}

fn has_verb(text: &SlotText<'_>, span: Span) -> bool {
    let document = &text.analysis.document;
    document.tokens_in(span).any(|at| document.tokens[at].upos == Upos::Verb || text.has_copula(at))
}

/// Returns the words for a source in one form for both texts; `None` where they do not say who it is, as an acronym does not
/// that may be spelt out.
fn source_words(statement: &Statement) -> Option<String> {
    let speaker = statement.speaker.as_ref().filter(|speaker| !statement.anonymous && !is_acronym(speaker))?;
    let lower = speaker.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let name = words.join(" ");
    is_telling(&name).then_some(name)
}

/// Returns whether any of the words for a source tells who it is.
fn is_telling(source: &str) -> bool {
    source.split(' ').any(|word| !word.is_empty() && !is_function_word(word) && !is_shell(word))
}

fn is_shell(word: &str) -> bool {
    let noun = singular(word);
    organizations_table::is_general(&noun) || is_listed(SHELLS, &noun)
}

/// Returns whether the texts tell one thing on the word of others: neither text knows the source of the other.
pub(super) fn exclude(texts: [&SubjectSlots<'_>; 2], old: &Slot, new: &Slot) -> bool {
    let [a, b] = texts.map(|text| text.text);
    old.value != new.value && !are_aliases(&old.value, &new.value) && !knows(b, &old.value) && !knows(a, &new.value)
}

/// Returns whether a text has a word for a source, one that is formed from it, or a source that is called alike.
fn knows(text: &SlotText<'_>, source: &str) -> bool {
    let document = &text.analysis.document;
    let is_alike =
        |word: &str, other: &str| matches!(relation(word, other), Relation::Same | Relation::Synonym | Relation::Kin);
    let sources = || text.analysis.statements.iter().flat_map(|statement| &statement.source).take(MOST_SOURCES);
    source.split(' ').filter(|word| is_telling(word)).any(|word| {
        let beginning = word.get(..STEM).unwrap_or(word);
        (0..document.tokens.len()).any(|at| document.norm(at).starts_with(beginning))
            || sources().flat_map(|span| text.telling_words(*span)).any(|other| is_alike(word, other))
    })
}

/// Most sources of a text that a source is compared with.
const MOST_SOURCES: usize = 100;

/// The sentences of a text, by their words.
struct SentenceIndex<'t> {
    sentences: FxHashMap<&'t str, Vec<usize>>,
}

impl<'t> SentenceIndex<'t> {
    fn new(text: &SlotText<'t>) -> Self {
        let mut sentences: FxHashMap<&'t str, Vec<usize>> = FxHashMap::default();
        let changed =
            text.analysis.document.sentences.iter().enumerate().filter(|(at, _)| text.is_sentence_changed(*at));
        for (at, sentence) in changed {
            for word in text.telling_words(sentence.span) {
                let places = sentences.entry(word).or_default();
                if places.last() != Some(&at) {
                    places.push(at);
                }
            }
        }
        Self { sentences }
    }

    /// Returns the sentence that has most of these words, and how many.
    fn best(&self, words: &BTreeSet<&str>) -> Option<(usize, usize)> {
        let mut counts: FxHashMap<usize, usize> = FxHashMap::default();
        for places in words.iter().filter_map(|word| self.sentences.get(word)) {
            for &at in places.iter().take(MOST_SENTENCES) {
                *counts.entry(at).or_default() += 1;
            }
        }
        counts.into_iter().max_by_key(|&(sentence, count)| (count, std::cmp::Reverse(sentence)))
    }
}

/// Most sentences in which one word is looked for.
const MOST_SENTENCES: usize = 40;
