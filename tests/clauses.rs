//! Holds who did what in plain news sentences of our own.
//!
//! `fixtures/gold/clauses.txt` has a sentence a line with the heads of its
//! subject, verb and object. "The ferry left Cebu on Monday": ferry, left, Cebu.

use writethru::model::{Document, Rel};
use writethru::text;

/// Sentences that are read wrongly today, each with the answer given: subject, verb, object.
#[rustfmt::skip]
const KNOWN_WRONG: &[(&str, [&str; 3])] = &[
    ("The ferry sank off Cebu on Monday.",          ["ferry", "sank", "Cebu"]),
    ("The bank raised interest rates on Thursday.", ["bank", "rates", "-"]),
    ("A fire destroyed the old mill.",              ["-", "fire", "-"]),
    ("The company cut 200 jobs in June.",           ["-", "company", "-"]),
    ("Shares fell 4 percent in early trading.",     ["Shares", "fell", "percent"]),
];
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
            wrong.push((parts[0], found));
        }
    }
    let known = KNOWN_WRONG.iter().map(|(sentence, found)| (*sentence, found.map(str::to_owned)));
    assert_eq!(wrong, known.collect::<Vec<_>>(), "a row that is right now leaves the list; a new one is a fault");
}
