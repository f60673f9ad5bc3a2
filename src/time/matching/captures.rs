//! Answers what a matched pattern captured: the month, the unit, the phrase, whether a word was said.

use crate::time::lex::{LEXICON, LexicalClass, TimeLexeme};
use crate::time::phrase::{TimePhrase, TimeUnit};

/// One captured element.
#[derive(Clone, Debug)]
pub(super) enum Captured {
    /// The lexeme that a `{class}` of the pattern matched.
    Class(LexicalClass, TimeLexeme),
    /// The phrase that a `<phrase>` of the pattern matched.
    Phrase(TimePhrase),
}

/// What a pattern captured, in order, and all the lexemes it took.
pub(super) struct Captures<'a> {
    /// The captured elements, in order.
    pub elements: &'a [Captured],
    /// All lexemes of the match, those of spelt-out words too.
    pub lexemes: &'a [TimeLexeme],
    /// Row of the table of holidays or of clock names that the pattern was made from.
    pub row: usize,
}

impl Captures<'_> {
    /// Returns the first lexeme captured as `class`.
    pub(super) fn lexeme(&self, class: LexicalClass) -> Option<TimeLexeme> {
        self.nth(class, 0)
    }

    /// Returns the lexeme captured as `class` after `n` others of it.
    pub(super) fn nth(&self, class: LexicalClass, n: usize) -> Option<TimeLexeme> {
        self.of_class(class).nth(n)
    }

    fn of_class(&self, class: LexicalClass) -> impl Iterator<Item = TimeLexeme> {
        self.elements.iter().filter_map(move |captured| match captured {
            Captured::Class(known, lexeme) if *known == class => Some(*lexeme),
            _ => None,
        })
    }

    /// Returns the value of the first lexeme captured as `class`.
    pub(super) fn value(&self, class: LexicalClass) -> Option<i32> {
        self.lexeme(class).map(|lexeme| lexeme.value)
    }

    /// Returns the value of the first lexeme captured as `class`, where it is not negative.
    pub(super) fn number(&self, class: LexicalClass) -> Option<u32> {
        self.value(class).and_then(|value| u32::try_from(value).ok())
    }

    /// Returns the first unit captured; a singular one before a plural one.
    pub(super) fn unit(&self) -> Option<TimeUnit> {
        self.lexeme(LexicalClass::Unit).or_else(|| self.lexeme(LexicalClass::Units))?.unit
    }

    /// Returns all units captured, in order.
    pub(super) fn units(&self) -> impl Iterator<Item = TimeUnit> {
        self.elements.iter().filter_map(|captured| match captured {
            Captured::Class(LexicalClass::Unit | LexicalClass::Units, lexeme) => lexeme.unit,
            _ => None,
        })
    }

    fn phrases(&self) -> impl Iterator<Item = &TimePhrase> {
        self.elements.iter().filter_map(|captured| match captured {
            Captured::Phrase(phrase) => Some(phrase),
            Captured::Class(..) => None,
        })
    }

    /// Returns the first captured phrase.
    pub(super) fn first_phrase(&self) -> Option<TimePhrase> {
        self.phrases().next().cloned()
    }

    /// Returns the second captured phrase.
    pub(super) fn second_phrase(&self) -> Option<TimePhrase> {
        self.phrases().nth(1).cloned()
    }

    /// Returns whether one of the lexemes is this word.
    pub(super) fn says(&self, word: &str) -> bool {
        let id = LEXICON.id(word);
        id != 0 && self.lexemes.iter().any(|lexeme| lexeme.id == id)
    }
}
