//! Finds the names in a text: runs of capitalised words, with the titles before them.
//!
//! `UK Defence Secretary John Healey` is the name `John Healey` with the role
//! `UK Defence Secretary`; `Ministry of Defence` is one name. A capital at the
//! start of a sentence proves nothing, so there the tag, the next word or
//! another place in the text must speak for a name.

pub mod first_names_table;
mod kinds;
pub mod organizations_table;
pub mod places_table;
mod roles;
mod runs;
pub mod titles_table;
mod variants;
pub mod variants_table;

use std::ops::Range;

use crate::model::{Document, EntityKind};

pub use kinds::{Gender, is_acronym};
pub use roles::role_noun;
pub use variants::{are_aliases, fold, same_word};

/// One name where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
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

/// Finds every name, in order of the text.
pub fn find(document: &Document<'_>) -> Vec<Name> {
    let evidence = runs::CaseEvidence::new(document);
    let mut names = Vec::new();
    for sentence_idx in 0..document.sentences.len() {
        runs::of_sentence(document, sentence_idx, &evidence, |run| {
            roles::split(document, run, sentence_idx, &mut names);
        });
    }
    names
}

/// Returns the words of a name with single spaces, without hyphens cut apart.
pub fn written(document: &Document<'_>, tokens: &Range<usize>) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: &str) {
        let document = crate::text::read(text);
        let got: Vec<String> = find(&document)
            .iter()
            .map(|name| {
                let title = written(&document, &name.title);
                let kind = format!("{:?}", name.kind).to_lowercase();
                let title = if title.is_empty() { String::new() } else { format!("({title}) ") };
                format!("{title}{} {kind}", written(&document, &name.tokens))
            })
            .collect();
        assert_eq!(got.join("; "), want, "in {text:?}");
    }

    #[test]
    fn names_are_told_from_titles() {
        check("They met UK Defence Secretary John Healey.", "(UK Defence Secretary) John Healey person");
        check("He saw Mr Smith and President Ada Okoye.", "(Mr) Smith person; (President) Ada Okoye person");
        check("A letter to the Ministry of Defence was lost.", "Ministry of Defence organization");
        check("She lives in France.", "France place");
        check("The talks in the U.S. were led by spokeswoman Ann Lee.", "U.S. place; (spokeswoman) Ann Lee person");
        check("On Monday the bridge closed in May.", "");
        check("Police said the harbour was shut.", "");
    }
}
