//! `pipe reindex`: derives what the store keeps of an article, packed for `import results`.

use std::borrow::Cow;

use serde_json::Value;

use super::answer::write_json;
use super::question::{Question, Refusal, missing, text_of, time_of};
use crate::track::{ANALYSER, read_texts};
use crate::view::{ReadingAnswer, ReadingText, ReadingTexts};

/// Writes the answer to one question.
pub(super) fn answer(question: &Question, out: &mut Vec<u8>) -> Result<(), Refusal> {
    let id = text_of("id", Some(question.id()))?.ok_or_else(|| missing("id"))?;
    let timezone = question.timezone()?;
    let list = question.field("versions").and_then(Value::as_array).ok_or_else(|| missing("versions"))?;
    let versions = list.iter().map(|value| version(value, timezone)).collect::<Result<_, _>>()?;
    let texts = ReadingTexts { timezone, versions };
    let (question, versions) = (texts.digest(), texts.versions.len());
    let results = read_texts(texts).map_err(|error| Refusal::unwritable(&error))?;
    let answer = ReadingAnswer { id: id.to_owned(), analyser: ANALYSER.to_owned(), question, versions, results };
    write_json(&answer, out)
}

fn version(value: &Value, timezone: chrono_tz::Tz) -> Result<ReadingText<'_>, Refusal> {
    let number = value.get("number").and_then(Value::as_u64).ok_or_else(|| missing("number"))?;
    Ok(ReadingText {
        number: number as usize,
        published: time_of("published", value.get("published"), timezone)?,
        title: text_of("title", value.get("title"))?.map(Cow::Borrowed),
        text: text_of("text", value.get("text"))?.ok_or_else(|| missing("text"))?.into(),
    })
}
