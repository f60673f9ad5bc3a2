//! Holds the sentences of one text as sequences of word ids, the form that pairing works on.

use std::ops::Range;

use crate::model::Document;

/// The sentences of one text as word ids.
pub(crate) struct SentenceWords<'r> {
    /// `None` where only word ids are known, as for the lines of `text_diff`.
    pub document: Option<&'r Document<'r>>,
    words: &'r [u32],
    sentences: Vec<Range<usize>>,
}

impl<'r> SentenceWords<'r> {
    /// Takes the sentences of a document whose tokens have these word ids.
    pub(crate) fn new(document: &'r Document<'r>, words: &'r [u32]) -> Self {
        Self {
            document: Some(document),
            words,
            sentences: document.sentences.iter().map(|sentence| sentence.tokens.clone()).collect(),
        }
    }

    /// Takes lines of word ids of which nothing else is known.
    pub(crate) fn of_lines(words: &'r [u32], lines: Vec<Range<usize>>) -> Self {
        Self { document: None, words, sentences: lines }
    }

    /// Returns the word ids of one sentence.
    pub(crate) fn get(&self, sentence: usize) -> &'r [u32] {
        &self.words[self.sentences[sentence].clone()]
    }

    /// Returns a word of a sentence in lower case; `None` where only word ids are known.
    pub(crate) fn word(&self, sentence: usize, word_id: u32) -> Option<&'r str> {
        let token = self.sentences[sentence].clone().find(|&token| self.words[token] == word_id)?;
        self.document.map(|document| document.norm(token))
    }

    /// Returns how many sentences there are.
    pub(crate) fn len(&self) -> usize {
        self.sentences.len()
    }
}
