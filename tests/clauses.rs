//! Holds who did what in plain news sentences of our own.
//!
//! `fixtures/gold/clauses.txt` has a sentence a line with the heads of its
//! subject, verb and object. "The ferry left Cebu on Monday": ferry, left, Cebu.

use writethru::model::{Document, Rel};
use writethru::text;

/// Of the forty sentences at least so many are read right; the first one always is.
const FLOOR: usize = 34;
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
    let (mut wrong, mut n_right) = (Vec::new(), 0);
    for line in GOLD.lines().filter(|line| !line.starts_with('#')) {
        let parts: Vec<_> = line.split('|').map(str::trim).collect();
        let found = clause(&text::read(parts[0]));
        match found == parts[1..] {
            true => n_right += 1,
            false => wrong.push(format!("{}\n  {found:?}", parts[0])),
        }
    }
    println!("{n_right} right; wrong:\n{}", wrong.join("\n"));
    assert!(FLOOR <= n_right, "{n_right} right; wrong:\n{}", wrong.join("\n"));
    assert!(!wrong.iter().any(|line| line.starts_with("The ferry left")), "{}", wrong.join("\n"));
}
