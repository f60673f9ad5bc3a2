//! Defines a name as it stands in a text.

use std::ops::Range;

use crate::model::{Document, EntityKind};

/// One name where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    /// Tokens of the name itself.
    pub tokens: Range<usize>,
    /// Tokens of the title before it, often none: "UK Defence Secretary".
    pub title: Range<usize>,
    /// Tokens of an apposition that gives a role: "an adviser to the ministry".
    pub apposition: Range<usize>,
    pub kind: EntityKind,
    /// Words beside the name made its kind sure: a title, a table, "Ltd".
    pub is_sure: bool,
    pub gender: Option<Gender>,
    pub sentence: usize,
}

/// The gender that words beside a name give a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Gender {
    Female,
    Male,
}

/// Returns the gender of a pronoun for one person, in lower case: "him", "herself".
pub(crate) fn pronoun_gender(word: &str) -> Option<Gender> {
    match word {
        "he" | "him" | "his" | "himself" => Some(Gender::Male),
        "she" | "her" | "hers" | "herself" => Some(Gender::Female),
        _ => None,
    }
}

/// Returns the words of a name with single spaces, without hyphens cut apart.
pub(crate) fn written(document: &Document<'_>, tokens: &Range<usize>) -> String {
    let mut words = String::new();
    let mut end = None;
    for token in tokens.clone() {
        let span = document.tokens[token].span;
        if end.is_some_and(|end| end < span.start) {
            words.push(' ');
        }
        words.push_str(document.word(token));
        end = Some(span.end);
    }
    words
}
