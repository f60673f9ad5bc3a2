//! Reads an article of a question about a story, and what its versions tell.

use serde_json::Value;

use super::question::{Refusal, missing, text_of, time_of};
use crate::claim;
use crate::model::{DocumentTime, Setting, Side};
use crate::render::pipe::CodePoints;
use crate::timeline::{self, ArticleMentions};

/// An article of the question with its versions, oldest first.
pub(super) struct ArticleQuestion<'q> {
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
    /// Reads an article; times without offset are in `zone`.
    pub(super) fn read(value: &'q Value, zone: chrono_tz::Tz) -> Result<Self, Refusal> {
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
    pub(super) fn gather(&self, is_digest: bool) -> ArticleMentions {
        let mut before: Option<Side<'q>> = None;
        let versions = self.versions.iter().map(|version| {
            let side = if is_digest { version.skim() } else { version.read_after(before.as_ref()) };
            let mentions = timeline::gather(&side, version.captured);
            before = Some(side);
            mentions
        });
        ArticleMentions { id: self.id.to_owned(), outlet: self.outlet.to_owned(), versions: versions.collect() }
    }

    /// Returns the text of each version.
    pub(super) fn version_texts(&self) -> impl Iterator<Item = &'q str> {
        self.versions.iter().map(|version| version.text)
    }

    /// Returns the text of each version, by article and 1-based version.
    pub(super) fn texts(&self) -> impl Iterator<Item = ((&'q str, usize), CodePoints<'q>)> {
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
