//! `pipe timeline`: orders the events and statements of one story.

use serde_json::Value;

use super::answer::write_json;
use super::question::{Question, Refusal, missing, text_of, time_of};
use crate::claim;
use crate::model::{DocumentTime, Setting, Side, TimelineQuery};
use crate::render::pipe::CodePoints;
use crate::render::pipe::timeline::{Texts, answer as shape};
use crate::timeline::{self, ArticleMentions};

/// Writes the answer to one question.
pub(super) fn answer(question: &Question, out: &mut Vec<u8>) -> Result<(), Refusal> {
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

/// An article of the question with its versions, oldest first.
struct ArticleQuestion<'q> {
    id: &'q str,
    outlet: &'q str,
    versions: Vec<VersionQuestion<'q>>,
}

struct VersionQuestion<'q> {
    title: Option<&'q str>,
    text: &'q str,
    setting: Setting,
    captured: Option<DocumentTime>,
}

impl<'q> ArticleQuestion<'q> {
    fn read(value: &'q Value, zone: chrono_tz::Tz) -> Result<Self, Refusal> {
        let id = text_of("id", value.get("id"))?.ok_or_else(|| missing("id"))?;
        let outlet = text_of("outlet", value.get("outlet"))?.unwrap_or(id);
        let published = time_of("published", value.get("published"), zone)?;
        let versions = match value.get("versions").and_then(Value::as_array) {
            Some(list) => {
                list.iter().map(|version| VersionQuestion::read(version, published, zone)).collect::<Result<_, _>>()?
            }
            None => vec![VersionQuestion::read(value, published, zone)?],
        };
        Ok(Self { id, outlet, versions })
    }

    /// Gathers what each version tells, for a digest or for a timeline.
    fn gather(&self, is_digest: bool) -> ArticleMentions {
        let mut before: Option<Side<'q>> = None;
        let versions = self.versions.iter().map(|version| {
            let side = if is_digest { version.skim() } else { version.read_after(before.as_ref()) };
            let mentions = timeline::gather(&side, version.captured);
            before = Some(side);
            mentions
        });
        ArticleMentions { id: self.id.to_owned(), outlet: self.outlet.to_owned(), versions: versions.collect() }
    }

    fn texts(&self) -> impl Iterator<Item = ((&'q str, usize), CodePoints<'q>)> {
        let versions = self.versions.iter().enumerate();
        versions.map(|(index, version)| ((self.id, index + 1), CodePoints::new(version.text)))
    }
}

impl<'q> VersionQuestion<'q> {
    fn read_after(&self, before: Option<&Side<'q>>) -> Side<'q> {
        match before {
            Some(before) => claim::read_side_after(before, self.title, self.text, self.setting),
            None => claim::read_side(self.title, self.text, self.setting),
        }
    }

    /// Reads what a digest needs; all of the grammar would cost most of the time.
    fn skim(&self) -> Side<'q> {
        Side { setting: self.setting, title: None, text: timeline::skim(self.text, self.setting) }
    }

    fn read(value: &'q Value, published: Option<DocumentTime>, timezone: chrono_tz::Tz) -> Result<Self, Refusal> {
        let own = time_of("published", value.get("published"), timezone)?;
        Ok(Self {
            title: text_of("title", value.get("title"))?,
            text: text_of("text", value.get("text"))?.ok_or_else(|| missing("text"))?,
            setting: Setting { published: own.or(published), timezone },
            captured: time_of("captured", value.get("captured"), timezone)?,
        })
    }
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
