//! Measures sentence ends on tricky news prose of our own.
//!
//! `fixtures/gold/sentences.txt` has one paragraph a line with `‖` where one
//! sentence ends and the next begins. What counts is where sentences end,
//! the end of the paragraph aside.

use std::collections::BTreeSet;

use writethru::text;

const GOLD: &str = include_str!("../fixtures/gold/sentences.txt");
/// The share of ends that must be right (F1).
const FLOOR: f64 = 0.985;

/// Returns a gold paragraph without its marks, and where its sentences end.
fn gold(line: &str) -> (String, BTreeSet<usize>) {
    let sentences: Vec<_> = line.split('‖').map(str::trim).collect();
    let mut ends = BTreeSet::new();
    let mut paragraph = String::new();
    for sentence in sentences {
        if !paragraph.is_empty() {
            ends.insert(paragraph.len());
            paragraph.push(' ');
        }
        paragraph.push_str(sentence);
    }
    (paragraph, ends)
}

#[test]
fn sentences_end_where_readers_end_them() {
    let (mut both, mut wanted, mut found, mut n_sentences) = (0, 0, 0, 0);
    let mut errors = Vec::new();
    for line in GOLD.lines().filter(|line| !line.starts_with('#')) {
        let (paragraph, gold) = gold(line);
        let document = text::read(&paragraph);
        let ends: BTreeSet<usize> = document.sentences.iter().map(|sentence| sentence.span.end).collect();
        let ends: BTreeSet<usize> = ends.into_iter().filter(|end| *end < paragraph.len()).collect();
        n_sentences += gold.len() + 1;
        both += gold.intersection(&ends).count();
        wanted += gold.len();
        found += ends.len();
        if gold != ends {
            errors.push(line);
        }
    }
    let f1 = 2.0 * f64::from(both as u32) / f64::from((wanted + found) as u32);
    assert!(150 <= n_sentences, "only {n_sentences} sentences");
    assert!(FLOOR <= f1, "F1 {f1:.4}; wrong:\n{}", errors.join("\n"));
}
