//! Holds who did what in plain news sentences of our own.
//!
//! `fixtures/gold/clauses.txt` has a sentence a line with the heads of its
//! subject, verb and object. "The ferry left Cebu on Monday": ferry, left, Cebu.

use writethru::model::{Document, Rel};
use writethru::text;

const GOLD: &str = include_str!("../fixtures/gold/clauses.txt");

/// Returns subject, verb and object of the first sentence; `-` for none.
fn clause(document: &Document<'_>) -> [String; 3] {
    let tokens = document.sentences[0].tokens.clone();
    let root = tokens.clone().find(|&token| document.tokens[token].rel == Rel::Root).unwrap_or(tokens.start);
    let dependent = |rel: Rel| {
        let found = tokens
            .clone()
            .find(|&token| token != root && document.tokens[token].head == root && document.tokens[token].rel == rel);
        found.map_or("-", |token| document.word(token)).to_owned()
    };
    [dependent(Rel::Nsubj), document.word(root).to_owned(), dependent(Rel::Obj)]
}

#[test]
fn plain_sentences_tell_who_did_what() {
    let mut wrong = Vec::new();
    for line in GOLD.lines().filter(|line| !line.starts_with('#')) {
        let parts: Vec<_> = line.split('|').map(str::trim).collect();
        let found = clause(&text::read(parts[0]));
        if found != parts[1..] {
            wrong.push(format!("{}\n  {found:?}", parts[0]));
        }
    }
    assert!(wrong.is_empty(), "wrong:\n{}", wrong.join("\n"));
}
