//! Reads a text: paragraphs, sentences, tokens, tags and grammar.

use crate::model::{Document, Paragraph, Rel, Role, Sentence, Span, Token, Upos};

/// Reads `text`; never fails.
pub fn read(text: &str) -> Document<'_> {
    let mut document = Document { text, ..Document::default() };
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        let trimmed = line.trim();
        if !trimmed.is_empty() {
            let from = start + line.len() - line.trim_start().len();
            read_paragraph(&mut document, Span::new(from, from + trimmed.len()));
        }
        start += line.len();
    }
    document
}

/// Reads sentences that are given; they are neither split nor joined.
///
pub fn read_given<'t>(text: &'t str, sentences: &[Span]) -> Document<'t> {
    let mut document = Document { text, ..Document::default() };
    for &span in sentences {
        let index = document.paragraphs.len();
        push_sentence(&mut document, span, index);
        document.paragraphs.push(Paragraph { span, role: Role::Body, sentences: index..index + 1 });
    }
    document
}

/// Reads sentences whose words are given; they are neither split nor joined.
pub fn read_words<'t>(text: &'t str, sentences: &[Vec<Span>]) -> Document<'t> {
    let mut document = Document { text, ..Document::default() };
    for words in sentences {
        let first = document.tokens.len();
        words.iter().for_each(|&word| push_token(&mut document, word));
        let tokens = first..document.tokens.len();
        let index = document.paragraphs.len();
        let span = words.first().zip(words.last()).map_or(Span::default(), |(first, last)| first.cover(*last));
        document.sentences.push(Sentence { span, tokens, paragraph: index, role: Role::Body });
        document.paragraphs.push(Paragraph { span, role: Role::Body, sentences: index..index + 1 });
    }
    document
}

fn read_paragraph(document: &mut Document<'_>, span: Span) {
    let index = document.paragraphs.len();
    let first = document.sentences.len();
    let block = span.of(document.text);
    for piece in sentencex::get_sentence_boundaries("en", block) {
        let words = piece.text.trim();
        if words.is_empty() {
            continue;
        }
        let start = span.start + (words.as_ptr() as usize - block.as_ptr() as usize);
        push_sentence(document, Span::new(start, start + words.len()), index);
    }
    let sentences = first..document.sentences.len();
    document.paragraphs.push(Paragraph { span, role: Role::Body, sentences });
}

fn push_sentence(document: &mut Document<'_>, span: Span, paragraph: usize) {
    let first = document.tokens.len();
    let words = span.of(document.text);
    let mut chars = words.char_indices().peekable();
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() {
            continue;
        }
        let mut end = start + c.len_utf8();
        if c.is_alphanumeric() {
            while let Some((at, _)) = chars.next_if(|(_, c)| c.is_alphanumeric()) {
                end = at + words[at..].chars().next().map_or(1, char::len_utf8);
            }
        }
        push_token(document, Span::new(span.start + start, span.start + end));
    }
    let tokens = first..document.tokens.len();
    document.sentences.push(Sentence { span, tokens, paragraph, role: Role::Body });
}

fn push_token(document: &mut Document<'_>, span: Span) {
    let from = document.forms.len() as u32;
    document.forms.push_str(&span.of(document.text).to_lowercase());
    let form = (from, document.forms.len() as u32);
    let head = document.tokens.len();
    document.tokens.push(Token { span, upos: Upos::Unset, rel: Rel::Unset, head, norm: form, lemma: form });
}
