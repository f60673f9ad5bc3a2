//! Holds the sentences of one text as sequences of word ids, the form that pairing works on.

use std::ops::Range;

use crate::model::Document;

/// The sentences of one text as numbers of words.
pub struct SentenceWords<'r> {
    /// `None` where only word ids are known, as for the lines of `words::text_diff`.
    pub document: Option<&'r Document<'r>>,
    words: &'r [u32],
    sentences: Vec<Range<usize>>,
}

impl<'r> SentenceWords<'r> {
    pub fn new(document: &'r Document<'r>, words: &'r [u32]) -> Self {
        Self {
            document: Some(document),
            words,
            sentences: document.sentences.iter().map(|sentence| sentence.tokens.clone()).collect(),
        }
    }

    /// Takes lines of words of which nothing else is known.
    pub fn of_lines(words: &'r [u32], lines: Vec<Range<usize>>) -> Self {
        Self { document: None, words, sentences: lines }
    }

    /// Returns the words of one sentence.
    pub fn get(&self, sentence: usize) -> &'r [u32] {
        &self.words[self.sentences[sentence].clone()]
    }

    /// Returns a word of a sentence as it is written, in lower case; nothing where only numbers are known.
    pub fn word(&self, sentence: usize, number: u32) -> Option<&'r str> {
        let token = self.sentences[sentence].clone().find(|&token| self.words[token] == number)?;
        self.document.map(|document| document.norm(token))
    }

    pub fn len(&self) -> usize {
        self.sentences.len()
    }

    pub fn is_empty(&self) -> bool {
        self.sentences.is_empty()
    }
}
