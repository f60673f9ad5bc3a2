//! Measures sentence ends on tricky news prose of our own.
//!
//! `fixtures/gold/sentences.txt` has one paragraph a line with `‖` where one
//! sentence ends and the next begins. What counts is where sentences end,
//! the end of the paragraph aside.

use std::collections::BTreeSet;

use writethru::text;

const GOLD: &str = include_str!("../../fixtures/gold/sentences.txt");
/// Paragraphs that are split wrongly today, as we split them.
const KNOWN_WRONG: &[&str] = &[
    "He answered no. 10 others said yes.",
    "He works for Dunmore Inc. Paul Reed, its chairman, resigned.",
    "He moved to the U.S. Customs officers searched his bags.",
    "Jeopardy! ‖ Champion Lou Vance won again. ‖ He gave it away.",
    "He flew to Washington D.C. Senators met him there.",
];

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

/// How many ends two readers share, how many the first wants and the second finds.
#[derive(Default)]
struct Tally {
    both: usize,
    wanted: usize,
    found: usize,
}

impl Tally {
    fn add(&mut self, gold: &BTreeSet<usize>, ends: &BTreeSet<usize>) {
        self.both += gold.intersection(ends).count();
        self.wanted += gold.len();
        self.found += ends.len();
    }

    fn f1(&self) -> f64 {
        2.0 * self.both as f64 / (self.wanted + self.found) as f64
    }
}

fn our_ends(paragraph: &str) -> BTreeSet<usize> {
    let document = text::read(paragraph);
    document.sentences.iter().map(|sentence| sentence.span.end).filter(|end| *end < paragraph.len()).collect()
}

/// Returns a paragraph with `‖` where sentences end.
fn marked(paragraph: &str, ends: &BTreeSet<usize>) -> String {
    let mut marked = paragraph.to_owned();
    ends.iter().rev().for_each(|end| marked.insert_str(*end, " ‖"));
    marked
}

/// Returns the ends that plain `sentencex` finds.
fn plain_ends(paragraph: &str) -> BTreeSet<usize> {
    let sentences = sentencex::segment("en", paragraph);
    let from = paragraph.as_ptr() as usize;
    let ends = sentences.iter().map(|sentence| sentence.trim_end()).map(|s| s.as_ptr() as usize - from + s.len());
    ends.filter(|end| *end < paragraph.len()).collect()
}

#[test]
fn sentences_end_where_readers_end_them() {
    let (mut ours, mut plain) = (Tally::default(), Tally::default());
    let mut wrong = Vec::new();
    for line in GOLD.lines().filter(|line| !line.starts_with('#')) {
        let (paragraph, gold) = gold(line);
        let ends = our_ends(&paragraph);
        ours.add(&gold, &ends);
        plain.add(&gold, &plain_ends(&paragraph));
        if gold != ends {
            wrong.push(marked(&paragraph, &ends));
        }
    }
    assert!(200 <= ours.wanted, "only {} ends", ours.wanted);
    assert_eq!(wrong, KNOWN_WRONG, "a row that is right now leaves the list; a new one is a fault");
    assert!(plain.f1() < ours.f1(), "plain sentencex reaches {:.4}, we {:.4}", plain.f1(), ours.f1());
}
