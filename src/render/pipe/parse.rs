//! Shapes the answer of `pipe parse`: words, tags and grammar.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::CodePoints;
use crate::model::{Document, Sentence};

#[derive(Serialize, JsonSchema)]
pub struct ParseAnswer<'a> {
    pub id: &'a Value,
    pub tokens: Vec<Vec<TokenShape<'a>>>,
}

#[derive(Serialize, JsonSchema)]
pub struct TokenShape<'a> {
    pub text: &'a str,
    /// Absent where the words were given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
    pub upos: &'static str,
    pub lemma: &'a str,
    /// 1-based within the sentence, 0 for the root.
    pub head: usize,
    pub deprel: &'static str,
}

/// Whether offsets mean something to whoever asked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Offsets {
    Shown,
    /// The words were given, so there is no text to point into.
    Hidden,
}

/// Shapes the answer to the question called `id`.
pub fn answer<'a>(id: &'a Value, document: &'a Document<'_>, offsets: Offsets) -> ParseAnswer<'a> {
    let points = CodePoints::new(document.text);
    let tokens = document.sentences.iter().map(|sentence| shape(document, sentence, &points, offsets)).collect();
    ParseAnswer { id, tokens }
}

fn shape<'a>(
    document: &'a Document<'_>,
    sentence: &Sentence,
    points: &CodePoints<'_>,
    offsets: Offsets,
) -> Vec<TokenShape<'a>> {
    let first = sentence.tokens.start;
    let shape_token = |idx: usize| {
        let token = &document.tokens[idx];
        let span = (offsets == Offsets::Shown).then(|| points.span(token.span));
        TokenShape {
            text: document.word(idx),
            start: span.map(|span| span[0]),
            end: span.map(|span| span[1]),
            upos: token.upos.as_str(),
            lemma: document.lemma(idx),
            head: if token.head == idx { 0 } else { token.head - first + 1 },
            deprel: token.rel.as_str(),
        }
    };
    sentence.tokens.clone().map(shape_token).collect()
}
