//! Imports and exports versions as JSON lines, one a version.
//!
//! A batch of lines is read on all cores, then recorded in one transaction, so
//! thousands of versions a second go in. What `export` writes, `import` takes:
//! the archive that comes of it has the same versions in the same order.

use std::borrow::Cow;
use std::collections::HashMap;

use chrono::{DateTime, SecondsFormat, Utc};
use chrono_tz::Tz;
use rayon::prelude::*;

use super::lookup::FoundArticle;
use super::{Archive, Result, Submission};
use crate::ingest::{ImportLine, LineError};
use crate::model::{ManualEdit, Version, slug};
use crate::view::{BatchView, RefusedView};

/// How many lines are best imported in one go: long enough to pay for the disk, short enough to show progress.
pub const LINES_AT_ONCE: usize = 1000;

impl Archive {
    /// Imports lines; `first` is the number of the first one, for messages.
    ///
    /// When this returns, what it reports as recorded is on disk.
    pub fn import(
        &self,
        lines: &[String],
        first: usize,
        keep_originals: bool,
        now: DateTime<Utc>,
    ) -> Result<BatchView> {
        let zones = self.zones_of_stories()?;
        let read: Vec<_> = lines.par_iter().map(|line| submission(line, &zones, keep_originals)).collect();
        let mut batch = BatchView::default();
        let (mut numbers, mut submissions) = (Vec::new(), Vec::new());
        let mut edits = Vec::new();
        for (number, read) in (first..).zip(read) {
            match read {
                Ok(ExchangeLine::Version(submission)) => {
                    numbers.push(number);
                    submissions.push(*submission);
                }
                Ok(ExchangeLine::Edit { story, manual_edit }) => edits.push((number, story, manual_edit)),
                Err(error) => batch.refused.push(refused(number, error.to_string(), error.hint())),
            }
        }
        for (number, outcome) in numbers.into_iter().zip(self.record_all(&submissions, now)?) {
            match outcome {
                Ok(recorded) => batch.recorded.push(recorded),
                Err(error) => batch.refused.push(refused(number, error.to_string(), error.hint())),
            }
        }
        for (number, story, manual_edit) in edits {
            match self.import_edit(&story, &manual_edit) {
                Ok(added) => batch.edits += usize::from(added),
                Err(error) => batch.refused.push(refused(number, error.to_string(), error.hint())),
            }
        }
        Ok(batch)
    }

    /// Adds a manual edit to a story, which must exist; returns whether the edit was new.
    fn import_edit(&self, story: &str, manual_edit: &ManualEdit) -> Result<bool> {
        let story = self.story_named(story)?;
        let is_known = |own: &ManualEdit| ManualEdit { number: manual_edit.number, ..own.clone() } == *manual_edit;
        if self.store.manual_edits(story.id)?.iter().any(is_known) {
            return Ok(false);
        }
        self.store.write(|store| store.add_manual_edit(story.id, manual_edit))?;
        Ok(true)
    }

    /// Gives every version of a story, of an article, or of everything to `write`, a JSON line each.
    ///
    /// The manual edits follow, a line each, where whole stories are asked for.
    ///
    /// # Errors
    ///
    /// The first one that `write` returns, or that the store does.
    pub fn export<E>(
        &self,
        name: Option<&str>,
        mut write: impl FnMut(&str) -> std::result::Result<(), E>,
    ) -> std::result::Result<usize, E>
    where
        E: From<super::TrackError>,
    {
        let mut count = 0;
        let articles = self.articles_meant(name)?;
        let total = articles.iter().map(|found| found.versions.len()).sum();
        for found in articles {
            let story = found.story.as_ref();
            for version in in_order_of_recording(&found) {
                let content = self.store.content(&version).map_err(super::TrackError::from)?;
                let some = |text: &Option<String>| text.clone().map(Cow::Owned);
                let line = ImportLine {
                    story: story.map(|story| Cow::Borrowed(story.slug.as_str())),
                    timezone: story.map(|story| Cow::Borrowed(story.timezone.name())),
                    article: Some(Cow::Borrowed(&found.article.slug)),
                    outlet: found.article.outlet.as_ref().map(|outlet| Cow::Borrowed(outlet.name.as_str())),
                    url: found.article.addresses.first().map(|url| Cow::Borrowed(url.as_str())),
                    published: version.published.map(|time| Cow::Owned(time.to_string())),
                    modified: version.modified.map(|time| Cow::Owned(time.to_string())),
                    captured: Some(Cow::Owned(version.captured.to_rfc3339_opts(SecondsFormat::AutoSi, true))),
                    headline: some(&content.headline),
                    standfirst: some(&content.standfirst),
                    byline: some(&content.byline),
                    text: Some(Cow::Owned(content.body)),
                    html: None,
                    manual_edit: None,
                };
                write(&serde_json::to_string(&line).expect("text and nothing else becomes JSON"))?;
                count += 1;
                self.progress("versions written", count, total);
            }
        }
        self.export_edits(name, write)?;
        Ok(count)
    }

    fn export_edits<E>(
        &self,
        name: Option<&str>,
        mut write: impl FnMut(&str) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E>
    where
        E: From<super::TrackError>,
    {
        let stories = match name {
            None => self.store.stories().map_err(super::TrackError::from)?,
            Some(name) => self.story_if_any(name)?.into_iter().collect(),
        };
        for story in stories {
            for manual_edit in self.store.manual_edits(story.id).map_err(super::TrackError::from)? {
                let (slug, zone) = (Cow::Borrowed(story.slug.as_str()), Cow::Borrowed(story.timezone.name()));
                let manual_edit = Some(Box::new(manual_edit));
                let line = ImportLine { story: Some(slug), timezone: Some(zone), manual_edit, ..ImportLine::default() };
                write(&serde_json::to_string(&line).expect("text and nothing else becomes JSON"))?;
            }
        }
        Ok(())
    }

    fn zones_of_stories(&self) -> Result<HashMap<String, Tz>> {
        Ok(self.store.stories()?.into_iter().map(|story| (story.slug, story.timezone)).collect())
    }
}

/// Returns an article's versions as they were recorded, so that an import gives them the same numbers.
fn in_order_of_recording(found: &FoundArticle) -> Vec<Version> {
    let mut versions = found.versions.clone();
    versions.sort_by_key(|version| version.number);
    versions
}

/// What a line of an import holds.
enum ExchangeLine {
    Version(Box<Submission>),
    Edit { story: String, manual_edit: Box<ManualEdit> },
}

/// Reads one line; its dates are in the zone of its story where that is there, else in the one it states.
fn submission(
    line: &str,
    zones: &HashMap<String, Tz>,
    keep_original: bool,
) -> std::result::Result<ExchangeLine, LineError> {
    let mut line = ImportLine::read(line)?;
    if let (Some(manual_edit), Some(story)) = (line.manual_edit.take(), &line.story) {
        return Ok(ExchangeLine::Edit { story: story.clone().into_owned(), manual_edit });
    }
    let timezone = line.zone()?;
    let known = line.story.as_deref().and_then(slug).and_then(|slug| zones.get(&slug).copied());
    let zone = known.or(timezone).unwrap_or(Tz::UTC);
    Ok(ExchangeLine::Version(Box::new(Submission {
        capture: line.capture(zone, keep_original)?,
        captured: line.captured(zone)?,
        story: line.story.map(Cow::into_owned),
        article: line.article.map(Cow::into_owned),
        timezone,
    })))
}

fn refused(line: usize, error: String, hint: Option<String>) -> RefusedView {
    RefusedView { from: format!("line {line}"), error, hint }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::track::TrackError;

    fn exported(archive: &Archive) -> Vec<String> {
        let mut lines = Vec::new();
        let keep = |line: &str| {
            lines.push(line.to_owned());
            Ok::<_, TrackError>(())
        };
        archive.export(None, keep).unwrap();
        lines
    }

    #[test]
    fn what_is_exported_can_be_imported() {
        let one = Archive::in_memory().unwrap();
        let lines: Vec<String> = (0..30)
            .map(|n| {
                let (article, minute) = (n % 3, 59 - n);
                format!(
                    r#"{{"story":"flood","timezone":"Asia/Manila","article":"a{article}","outlet":"Post","url":"http://p.example/{article}","published":"2025-04-23","captured":"2025-04-23T10:{minute}Z","headline":"Rain","standfirst":"It rains","byline":"By Ann Lee","text":"It rains.\n\nUpdate {n}."}}"#
                )
            })
            .collect();
        let batch = one.import(&lines, 1, true, DateTime::UNIX_EPOCH).unwrap();
        assert_eq!((batch.recorded.len(), batch.refused.len()), (30, 0));
        let other = Archive::in_memory().unwrap();
        other.import(&exported(&one), 1, true, DateTime::UNIX_EPOCH).unwrap();
        assert_eq!(exported(&other), exported(&one));
        assert_eq!(one.log(None).unwrap(), other.log(None).unwrap());
        let again = other.import(&exported(&one), 1, true, DateTime::UNIX_EPOCH).unwrap();
        assert!(again.recorded.iter().all(|done| done.outcome == crate::view::Outcome::Unchanged));
        assert_eq!(other.store.counts().unwrap().captures, 30);
    }

    #[test]
    fn bad_lines_are_told_by_number_and_keep_no_other_out() {
        let archive = Archive::in_memory().unwrap();
        let lines = ["{\"text\": \"A.\"}", "nonsense", "{\"story\": \"a\"}", "{\"text\": \"B.\", \"article\": \"?\"}"];
        let batch = archive.import(&lines.map(str::to_owned), 7, true, DateTime::UNIX_EPOCH).unwrap();
        let refused: Vec<&str> = batch.refused.iter().map(|refused| refused.from.as_str()).collect();
        assert_eq!((batch.recorded.len(), refused), (1, vec!["line 8", "line 9", "line 10"]));
        assert!(batch.refused.iter().all(|refused| refused.hint.is_some()));
    }
}
