//! Finds the statements of a text by the sentences that they touch.
//!
//! A text of n sentences has about as many statements, so each event is only
//! compared with the statements whose words or cues touch its own sentence.

use crate::model::{Analysis, Span, Statement};

use super::acts::is_act;

/// The statements of a text, by sentence.
pub(crate) struct StatementIndex<'a> {
    text: &'a Analysis<'a>,
    /// For each sentence the indices of the statements with a content, source or cue in it, in order.
    by_sentence: Vec<Vec<usize>>,
}

impl<'a> StatementIndex<'a> {
    /// Indexes the statements of a text.
    pub(crate) fn new(text: &'a Analysis<'a>) -> Self {
        let sentences = &text.document.sentences;
        let mut by_sentence: Vec<Vec<usize>> = vec![Vec::new(); sentences.len()];
        for (at, statement) in text.statements.iter().enumerate().filter(|(_, statement)| !is_act(statement, text)) {
            for span in statement.content.iter().chain(&statement.source).chain(&statement.cue) {
                let first = sentences.partition_point(|sentence| sentence.span.end <= span.start);
                let touched = sentences[first..].iter().take_while(|sentence| sentence.span.start <= span.end);
                for list in &mut by_sentence[first..first + touched.count()] {
                    if list.last() != Some(&at) {
                        list.push(at);
                    }
                }
            }
        }
        Self { text, by_sentence }
    }

    /// Returns the statements that touch the sentence in which `span` begins, in order.
    pub(crate) fn touching(&self, span: Span) -> impl Iterator<Item = &'a Statement> {
        let sentences = &self.text.document.sentences;
        let at = sentences.partition_point(|sentence| sentence.span.end <= span.start);
        let found = self.by_sentence.get(at).map_or(&[][..], Vec::as_slice);
        found.iter().map(|&statement| &self.text.statements[statement])
    }

    /// Returns the narrowest statement whose content holds `span`.
    pub(crate) fn over(&self, span: Span) -> Option<&'a Statement> {
        let holding = self.touching(span).filter(|statement| statement.content.iter().any(|part| part.contains(span)));
        holding.min_by_key(|statement| statement.content.iter().map(|part| part.len()).sum::<usize>())
    }
}
