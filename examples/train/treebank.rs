//! Reads treebanks in CoNLL-U and makes variants of their sentences.

use std::io;

use writethru::model::{Rel, Upos};
use writethru::text::grammar::normal_form;
use writethru::text::grammar::tag_table::number_of;

/// A sentence with its gold tags and tree.
#[derive(Clone, Debug, Default)]
pub struct Sentence {
    pub words: Vec<String>,
    pub norms: Vec<String>,
    pub tags: Vec<u8>,
    pub upos: Vec<Upos>,
    /// 1-based; 0 for the root.
    pub heads: Vec<usize>,
    pub rels: Vec<u8>,
}

impl Sentence {
    fn push(&mut self, columns: &[&str]) -> Option<()> {
        let upos = Upos::from_name(columns[3])?;
        let rel = Rel::from_name(columns[7].split(':').next().unwrap_or_default())?;
        self.words.push(columns[1].to_owned());
        self.norms.push(normal_form(columns[1]));
        self.tags.push(number_of(upos, columns[4]));
        self.upos.push(upos);
        self.heads.push(columns[6].parse().ok()?);
        self.rels.push(rel as u8);
        Some(())
    }

    pub fn len(&self) -> usize {
        self.words.len()
    }

    pub fn pairs(&self) -> impl Iterator<Item = (&str, &str)> + Clone {
        self.words.iter().map(String::as_str).zip(self.norms.iter().map(String::as_str))
    }

    /// Returns the sentence written as a headline, or all in capitals.
    pub fn shout(&self, all: bool) -> Self {
        let raise = |word: &String| {
            let mut chars = word.chars();
            match chars.next() {
                _ if all => word.to_uppercase(),
                Some(first) if 4 <= word.len() => first.to_uppercase().chain(chars).collect(),
                _ => word.clone(),
            }
        };
        Self { words: self.words.iter().map(raise).collect(), ..self.clone() }
    }
}

/// Reads the sentences of a file; words that are split or empty are passed over.
pub fn read(path: &str) -> io::Result<Vec<Sentence>> {
    let text = std::fs::read_to_string(path)?;
    let mut sentences = Vec::new();
    let mut sentence = Sentence::default();
    for line in text.lines().chain([""]) {
        let columns: Vec<_> = line.split('\t').collect();
        if line.is_empty() && 0 < sentence.len() {
            sentences.push(std::mem::take(&mut sentence));
        } else if columns.len() == 10 && columns[0].bytes().all(|byte| byte.is_ascii_digit()) {
            sentence.push(&columns).ok_or_else(|| io::Error::other(format!("cannot read: {line}")))?;
        }
    }
    Ok(sentences)
}
