//! `pipe parse`: tags words and parses grammar, in a text or in given words.

use serde_json::Value;

use super::answer::write_json;
use super::question::{Question, Refusal};
use crate::model::Span;
use crate::render::pipe::parse as shape;
use crate::text;

/// Writes the answer to one question.
pub(super) fn answer(question: &Question, out: &mut Vec<u8>) -> Result<(), Refusal> {
    let Some(given) = question.field("tokens") else {
        let document = text::read(question.needed_text("text")?);
        return write_json(&shape::answer(question.id(), &document, shape::Offsets::Shown), out);
    };
    let sentences: Vec<Vec<&str>> = read_words(given).ok_or_else(|| {
        Refusal::new("bad-field", "`tokens` is no list of sentences", "write `[[\"I\", \"saw\", \"it\"], …]`")
    })?;
    let mut joined = String::new();
    let mut spans = Vec::new();
    for words in &sentences {
        let mut sentence = Vec::with_capacity(words.len());
        for word in words {
            let start = joined.len();
            joined.push_str(word);
            sentence.push(Span::new(start, joined.len()));
            joined.push(' ');
        }
        joined.push('\n');
        spans.push(sentence);
    }
    let document = text::read_words(&joined, &spans);
    write_json(&shape::answer(question.id(), &document, shape::Offsets::Hidden), out)
}

fn read_words(value: &Value) -> Option<Vec<Vec<&str>>> {
    value.as_array()?.iter().map(|words| words.as_array()?.iter().map(Value::as_str).collect()).collect()
}
