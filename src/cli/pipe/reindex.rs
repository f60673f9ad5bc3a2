//! `pipe reindex`: derives what the store keeps of an article, packed for `import results`.

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
    let results = read_texts(&texts).map_err(|error| Refusal::new("internal", error.to_string(), ""))?;
    let answer = ReadingAnswer {
        id: id.to_owned(),
        analyser: ANALYSER.to_owned(),
        question: texts.digest(),
        versions: texts.versions.len(),
        results,
    };
    write_json(&answer, out)
}

fn version(value: &Value, timezone: chrono_tz::Tz) -> Result<ReadingText, Refusal> {
    let number = value.get("number").and_then(Value::as_u64).ok_or_else(|| missing("number"))?;
    Ok(ReadingText {
        number: number as usize,
        published: time_of("published", value.get("published"), timezone)?,
        title: text_of("title", value.get("title"))?.map(str::to_owned),
        text: text_of("text", value.get("text"))?.ok_or_else(|| missing("text"))?.to_owned(),
    })
}
