//! `pipe timeline`: orders the events and statements of one story.

use serde_json::Value;

use super::answer::write_json;
use super::article_question::ArticleQuestion;
use super::part;
use super::question::{Question, Refusal, missing, time_of};
use crate::model::TimelineQuery;
use crate::render::pipe::timeline::{Texts, answer as shape};
use crate::timeline;

/// Writes the answer to one question.
pub(super) fn answer(question: &Question, out: &mut Vec<u8>) -> Result<(), Refusal> {
    if let Some(own) = question.field("part") {
        return part::answer(question, own, out);
    }
    let zone = question.timezone()?;
    let list = question.field("articles").and_then(Value::as_array).ok_or_else(|| missing("articles"))?;
    let articles = list.iter().map(|value| ArticleQuestion::read(value, zone)).collect::<Result<Vec<_>, _>>()?;
    let query = query(question, zone)?;
    let is_digest = query.dates.is_some();
    let mentions: Vec<_> = articles.iter().map(|article| article.gather(is_digest)).collect();
    let timeline = timeline::assemble(&mentions, zone, &query);
    let texts: Texts<'_> = articles.iter().flat_map(ArticleQuestion::texts).collect();
    write_json(&shape(question.id(), &timeline, &texts), out)
}

fn query(question: &Question, zone: chrono_tz::Tz) -> Result<TimelineQuery, Refusal> {
    let number = |name: &str| question.field(name).and_then(Value::as_u64).map(|n| n as usize);
    let day = |name: &str| Ok(time_of(name, question.field(name), zone)?.map(|time| time.day(zone)));
    let words = question.field("query").and_then(Value::as_array);
    Ok(TimelineQuery {
        query: words.into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect(),
        dates: number("dates"),
        sentences: number("sentences").unwrap_or(1),
        from: day("from")?,
        to: day("to")?,
        ..TimelineQuery::default()
    })
}
