//! `pipe compare`: tells what changed between two versions of one text.

use serde_json::Value;

use super::answer::write_json;
use super::question::{Question, Refusal, missing, text_of};
use crate::claim::ComparedVersion;
use crate::model::{Setting, Span};
use crate::render::pipe::compare as shape;
use crate::{claim, diff};

/// Writes the answer to one question.
pub(super) fn answer(question: &Question, out: &mut Vec<u8>) -> Result<(), Refusal> {
    let (a, b) = (TextQuestion::read(question, "a")?, TextQuestion::read(question, "b")?);
    let (old, new) = claim::read_pair(a.version(), b.version());
    let comparison = diff::compare(&old, &new);
    let (a_given, b_given) = (a.sentences.is_some(), b.sentences.is_some());
    write_json(&shape::answer(question.id(), (&old, a_given), (&new, b_given), &comparison), out)
}

/// One of the two texts: whole, or as sentences that are joined here.
struct TextQuestion {
    title: Option<String>,
    text: String,
    sentences: Option<Vec<Span>>,
    setting: Setting,
}

impl TextQuestion {
    /// Reads the version called `a` or `b`, with its `published_a`, `title_a`.
    fn read(question: &Question, name: &str) -> Result<Self, Refusal> {
        let (text, sentences) = match question.field(name) {
            None => return Err(missing(name)),
            Some(Value::Array(sentences)) => {
                let (text, spans) = join(name, sentences)?;
                (text, Some(spans))
            }
            whole => (text_of(name, whole)?.unwrap_or_default().to_owned(), None),
        };
        let setting = question.setting(&format!("published_{name}"))?;
        let title = question.text(&format!("title_{name}"))?.map(str::to_owned);
        Ok(Self { title, text, sentences, setting })
    }

    fn version(&self) -> ComparedVersion<'_> {
        let sentences = self.sentences.as_deref();
        ComparedVersion { title: self.title.as_deref(), text: &self.text, sentences, setting: self.setting }
    }
}

/// Joins sentences with line breaks and says where each one stands.
fn join(name: &str, sentences: &[Value]) -> Result<(String, Vec<Span>), Refusal> {
    let mut text = String::new();
    let mut spans = Vec::with_capacity(sentences.len());
    for sentence in sentences {
        let start = text.len();
        text.push_str(text_of(name, Some(sentence))?.unwrap_or_default());
        spans.push(Span::new(start, text.len()));
        text.push('\n');
    }
    Ok((text, spans))
}
