//! Reads a text: paragraphs, sentences, tokens, tags and grammar.
//!
//! `paragraphs` → `tokens` → `sentences` → `normal`, each a pass over what the
//! one before it found; then `grammar` tags and parses sentence by sentence.
//! [`Tree`] answers questions about the outcome.

mod abbreviation_table;
pub mod grammar;
mod normal;
mod paragraphs;
mod sentences;
mod token_table;
mod tokens;
mod tree;

pub use tree::Tree;

use grammar::Models;
use grammar::model::Desk;
use grammar::tag_table::{TAGS, Tag};

use crate::model::{Document, Paragraph, Rel, Role, Sentence, Span, Token, Upos};

/// Reads `text`; never fails.
pub fn read(text: &str) -> Document<'_> {
    let mut document = Document { text, ..Document::default() };
    let mut spans = Vec::new();
    for span in paragraphs::find(text) {
        let first = spans.len();
        tokens::cut(text, span, &mut spans);
        read_paragraph(&mut document, span, &spans, first);
    }
    add_grammar(&mut document);
    document
}

/// Reads sentences that are given; they are neither split nor joined.
pub fn read_given<'t>(text: &'t str, sentences: &[Span]) -> Document<'t> {
    let mut document = Document { text, ..Document::default() };
    let mut spans = Vec::new();
    for &span in sentences {
        spans.clear();
        tokens::cut(text, span, &mut spans);
        push_paragraph_of(&mut document, span, &spans);
    }
    add_grammar(&mut document);
    document
}

/// Reads sentences whose words are given; they are neither split nor joined.
pub fn read_words<'t>(text: &'t str, sentences: &[Vec<Span>]) -> Document<'t> {
    let mut document = Document { text, ..Document::default() };
    for words in sentences {
        let span = words.first().zip(words.last()).map_or(Span::default(), |(first, last)| first.cover(*last));
        push_paragraph_of(&mut document, span, words);
    }
    add_grammar(&mut document);
    document
}

fn read_paragraph(document: &mut Document<'_>, span: Span, tokens: &[Span], first: usize) {
    let index = document.paragraphs.len();
    let first_sentence = document.sentences.len();
    let text = document.text;
    sentences::split(text, tokens, first..tokens.len(), |range| {
        let words = &tokens[range];
        let span = words[0].cover(words[words.len() - 1]);
        push_sentence(document, span, words, index);
    });
    let sentences = first_sentence..document.sentences.len();
    document.paragraphs.push(Paragraph { span, role: Role::Body, sentences });
}

/// Appends a paragraph of one sentence.
fn push_paragraph_of(document: &mut Document<'_>, span: Span, words: &[Span]) {
    let index = document.paragraphs.len();
    let sentence = document.sentences.len();
    push_sentence(document, span, words, index);
    document.paragraphs.push(Paragraph { span, role: Role::Body, sentences: sentence..sentence + 1 });
}

fn push_sentence(document: &mut Document<'_>, span: Span, words: &[Span], paragraph: usize) {
    let first = document.tokens.len();
    for &word in words {
        let from = document.forms.len() as u32;
        normal::fold_into(word.of(document.text), &mut document.forms);
        let form = (from, document.forms.len() as u32);
        let head = document.tokens.len();
        document.tokens.push(Token {
            span: word,
            upos: Upos::Unset,
            penn: "",
            rel: Rel::Unset,
            head,
            norm: form,
            lemma: form,
        });
    }
    let tokens = first..document.tokens.len();
    document.sentences.push(Sentence { span, tokens, paragraph, role: Role::Body });
}

/// Tags and parses every sentence.
fn add_grammar(document: &mut Document<'_>) {
    let models = Models::built_in();
    let mut desk = Desk::default();
    for sentence in &document.sentences {
        let range = sentence.tokens.clone();
        let pairs = range.clone().map(|token| (document.word(token), document.norm(token)));
        desk.words.fill(pairs, &models.lexicon);
        models.tag(&mut desk);
        models.parse(&mut desk);
        let arcs = desk.state.arcs().zip(&desk.tags);
        for (token, ((head, rel), &tag)) in document.tokens[range.clone()].iter_mut().zip(arcs) {
            let Tag { upos, penn } = TAGS[usize::from(tag)];
            (token.upos, token.penn, token.rel) = (upos, penn, rel);
            token.head = head.checked_sub(1).map_or(token.head, |head| range.start + head);
        }
    }
}
