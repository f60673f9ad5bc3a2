//! Reads who takes part in an event: of "the captain was suspended by the line" the line does it, to the captain.
//!
//! Two mentions can be one event although they have hardly a word in common, where the same is done to the same people:
//! "Quah was convicted", "the judge convicted him".

use std::collections::BTreeSet;

use crate::diff::lexicon::phrases::Sense;
use crate::model::{Analysis, Rel, Upos};
use crate::text::{Tree, stem};
use crate::timeline::similarity::{has_content, number};

use super::predicates::Predicates;

/// Heads from a verb without a subject to the one that has it, at the most.
const MAX_CLIMB: usize = 4;
/// Dependents of one word that are looked at: bounds the cost of a list that never ends.
const MAX_DEPENDENTS: usize = 32;

/// Who takes part in an event: stems of words, by number, sorted.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Participants {
    /// Who does it.
    pub doers: Vec<u32>,
    /// Whom or what it is done to.
    pub undergoers: Vec<u32>,
}

/// Reads participants off one text.
pub(super) struct ParticipantReader<'a> {
    text: &'a Analysis<'a>,
    tree: Tree,
    predicates: Predicates,
}

impl<'a> ParticipantReader<'a> {
    /// Indexes a text.
    pub(super) fn new(text: &'a Analysis<'a>) -> Self {
        Self {
            text,
            tree: Tree::new(&text.document),
            predicates: Predicates::of(&text.document, 0..text.document.sentences.len()),
        }
    }

    /// Returns what the lexicon of news English says of a token, sorted.
    pub(super) fn senses(&self, token: usize) -> Vec<Sense> {
        let senses: BTreeSet<Sense> = self.predicates.senses(token).iter().copied().collect();
        senses.into_iter().collect()
    }

    /// Returns who takes part in what a token tells of.
    pub(super) fn participants(&self, token: usize) -> Participants {
        let (doers, undergoers) = self.arguments(token);
        Participants { doers: self.stems(doers), undergoers: self.stems(undergoers) }
    }

    fn stems(&self, heads: Vec<usize>) -> Vec<u32> {
        let words: BTreeSet<u32> = heads.into_iter().flat_map(|head| self.words_of(head)).collect();
        words.into_iter().collect()
    }

    fn dependents(&self, token: usize) -> impl Iterator<Item = usize> + '_ {
        self.tree.dependents(token).take(MAX_DEPENDENTS)
    }

    /// Returns the nouns for who does it and whom it is done to.
    fn arguments(&self, token: usize) -> (Vec<usize>, Vec<usize>) {
        let document = &self.text.document;
        let rel = |token: usize| document.tokens[token].rel;
        let with = |head: usize, rels: &[Rel]| -> Vec<usize> {
            self.dependents(head).filter(|&child| rels.contains(&rel(child))).collect()
        };
        let mut subjects = with(token, &[Rel::Nsubj]);
        let mut at = token;
        for _ in 0..MAX_CLIMB {
            let above = document.tokens[at].head;
            if above == at || !subjects.is_empty() {
                break;
            }
            match rel(at) {
                // "a sample taken at the plant"
                Rel::Acl => subjects.push(above),
                // "decided to appeal", "came and left": whose subject it shares.
                Rel::Xcomp | Rel::Conj | Rel::Advcl => subjects.extend(with(above, &[Rel::Nsubj])),
                _ => break,
            }
            at = above;
        }
        let mut undergoers = with(token, &[Rel::Obj, Rel::Iobj]);
        if !self.tree.is_passive(document, token) {
            return (subjects, undergoers);
        }
        let by = |head: &usize| self.dependents(*head).any(|case| document.norm(case) == "by");
        undergoers.extend(subjects);
        (with(token, &[Rel::Obl]).into_iter().filter(by).collect(), undergoers)
    }

    /// Returns the stems of a noun and of the words that belong to its name; of a pronoun or role, of the name that it stands for.
    fn words_of(&self, head: usize) -> Vec<u32> {
        let document = &self.text.document;
        let names = || {
            self.dependents(head).filter(move |&child| {
                matches!(document.tokens[child].rel, Rel::Compound | Rel::Flat | Rel::Appos | Rel::Nmod | Rel::Conj)
                    && matches!(document.tokens[child].upos, Upos::Noun | Upos::Propn)
            })
        };
        let mut words: Vec<u32> = std::iter::once(head)
            .chain(names())
            .filter(|&token| matches!(document.tokens[token].upos, Upos::Noun | Upos::Propn))
            .filter(|&token| !self.is_time(token) && has_content(document.norm(token)))
            .map(|token| number(&stem(document.lemma(token))))
            .collect();
        // "One man", "two people": whatever the noun, people are counted.
        words.extend(self.counts_people(head).then(|| number("people")));
        let span = document.tokens[head].span;
        let first = self.text.mentions.partition_point(|mention| mention.span.end <= span.start);
        if let Some(mention) = self.text.mentions.get(first).filter(|mention| mention.span.contains(span)) {
            let name = self.text.entities.get(mention.entity).map_or("", |entity| entity.name.as_str()).to_lowercase();
            words.extend(name.split_whitespace().filter(|word| has_content(word)).map(|word| number(&stem(word))));
        }
        words
    }

    /// Returns whether a noun is counted as people.
    fn counts_people(&self, head: usize) -> bool {
        let document = &self.text.document;
        let figure_at = |token: usize| {
            let span = document.tokens[token].span;
            let first = self.text.figures.partition_point(|figure| figure.span.end <= span.start);
            self.text.figures.get(first).filter(|figure| figure.span.contains(span))
        };
        let number_of = self.dependents(head).find(|&child| document.tokens[child].rel == Rel::Nummod);
        // "Two were killed": the number is the noun.
        let own = (document.tokens[head].upos == Upos::Num).then_some(head);
        number_of.or(own).and_then(figure_at).is_some_and(|figure| figure.unit.as_deref() == Some("people"))
    }

    fn is_time(&self, token: usize) -> bool {
        let span = self.text.document.tokens[token].span;
        let first = self.text.timexes.partition_point(|timex| timex.span.end <= span.start);
        self.text.timexes.get(first).is_some_and(|timex| timex.span.start <= span.start)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim;
    use crate::model::Setting;

    /// Returns who takes part in what a word of a sentence tells of.
    fn of(sentence: &str, word: &str) -> Participants {
        let text = claim::analyze(sentence, Setting::default());
        let token = (0..text.document.tokens.len()).find(|&token| text.document.norm(token) == word).expect("the word");
        ParticipantReader::new(&text).participants(token)
    }

    fn words(words: &[&str]) -> Vec<u32> {
        let words: BTreeSet<u32> = words.iter().map(|word| number(&stem(word))).collect();
        words.into_iter().collect()
    }

    #[test]
    fn the_subject_of_a_passive_is_no_doer() {
        let own = of("The captain was suspended by the line.", "suspended");
        assert_eq!((own.doers, own.undergoers), (words(&["line"]), words(&["captain"])));
        let own = of("The line suspended its captain.", "suspended");
        assert_eq!((own.doers, own.undergoers), (words(&["line"]), words(&["captain"])));
    }

    #[test]
    fn a_verb_without_a_subject_shares_that_of_its_head() {
        assert_eq!(of("The union decided to appeal the ruling.", "appeal").doers, words(&["union"]));
        assert_eq!(of("Vets tested a sample taken at the plant.", "taken").undergoers, words(&["sample"]));
    }

    #[test]
    fn what_is_counted_may_be_people() {
        assert!(of("One man was arrested.", "arrested").undergoers.contains(&number("people")));
        assert!(!of("One van was seized.", "seized").undergoers.contains(&number("people")));
    }
}
