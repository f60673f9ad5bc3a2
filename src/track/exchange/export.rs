//! Writes the archive as JSON lines.

use std::borrow::Cow;
use std::collections::HashSet;

use chrono::{DateTime, SecondsFormat, Utc};

use crate::ingest::{EntryLine, ImportLine, LineRecord, LookLine, OriginLine, OriginalLine};
use crate::model::{CaptureRecord, Story, Version};
use crate::store::AnchorRow;
use crate::track::lookup::FoundArticle;
use crate::track::{Archive, Result, TrackError};

impl Archive {
    /// Gives a story, an article, or everything to `write` as JSON lines; returns how many versions there are.
    ///
    /// Stories come first, then each article with its versions in order of recording. The manual edits follow
    /// where whole stories are asked for.
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
        E: From<TrackError>,
    {
        let articles = self.articles_meant(name)?;
        let whole_stories = match name {
            None => self.store.stories().map_err(TrackError::from)?,
            Some(name) => self.story_if_any(name)?.into_iter().collect(),
        };
        let mut told: HashSet<&str> = HashSet::new();
        for story in whole_stories.iter().chain(articles.iter().filter_map(|found| found.story.as_ref())) {
            if told.insert(&story.slug) {
                write(&line(&story_line(story)))?;
            }
        }
        let mut count = 0;
        let total = articles.iter().map(|found| found.versions.len()).sum();
        for found in &articles {
            write(&line(&article_line(found)))?;
            let captures = self.store.captures(found.article.id).map_err(TrackError::from)?;
            let mut written: HashSet<String> = HashSet::new();
            for version in in_order_of_recording(found) {
                let looks = captures.iter().filter(|capture| capture.version == version.id);
                let looks = looks.map(|capture| self.look_line(capture, &mut written)).collect::<Result<_>>()?;
                write(&line(&self.version_line(found, &version, looks)?))?;
                count += 1;
                self.progress("versions written", count, total);
            }
            self.lines_on(found)?.iter().try_for_each(|own| write(&line(own)))?;
        }
        for story in &whole_stories {
            // Edits quote entries, those of a held article too.
            let quotes_held = self.store.hides_held().map_err(TrackError::from)?
                && self.store.has_held_article(story.id).map_err(TrackError::from)?;
            if quotes_held {
                continue;
            }
            for manual_edit in self.store.manual_edits(story.id).map_err(TrackError::from)? {
                let (slug, zone) = (Cow::Borrowed(story.slug.as_str()), Cow::Borrowed(story.timezone.name()));
                let manual_edit = Some(Box::new(manual_edit));
                let edit = ImportLine { story: Some(slug), timezone: Some(zone), manual_edit, ..ImportLine::default() };
                write(&line(&edit))?;
            }
        }
        for told in &self.setting_lines(name, &whole_stories, &articles)? {
            write(&line(told))?;
        }
        Ok(count)
    }

    /// Returns the lines of what is no text: how sites are read, what is watched, who is told.
    #[cfg_attr(
        not(feature = "fetch"),
        expect(unused_mut, unused_variables, reason = "nothing is watched without the network")
    )]
    fn setting_lines(
        &self,
        name: Option<&str>,
        whole_stories: &[Story],
        articles: &[FoundArticle],
    ) -> Result<Vec<ImportLine<'static>>> {
        let mut lines = if name.is_none() { self.site_lines()? } else { Vec::new() };
        #[cfg(feature = "fetch")]
        if name.is_none() || !whole_stories.is_empty() {
            let story = name.and_then(|_| whole_stories.first()).map(|story| story.slug.as_str());
            lines.extend(self.watch_lines(story, articles)?);
        }
        #[cfg(feature = "fetch")]
        if name.is_none() {
            lines.extend(self.hook_lines()?);
        }
        Ok(lines)
    }

    fn version_line<'f>(
        &self,
        found: &'f FoundArticle,
        version: &Version,
        looks: Vec<LookLine>,
    ) -> Result<ImportLine<'f>> {
        let content = self.store.content(version)?;
        let recorded = self.store.captured_when_recorded(version.id)?;
        let some = |text: Option<String>| text.map(Cow::Owned);
        let story = found.story.as_ref();
        Ok(ImportLine {
            story: story.map(|story| Cow::Borrowed(story.slug.as_str())),
            timezone: story.map(|story| Cow::Borrowed(story.timezone.name())),
            article: Some(Cow::Borrowed(&found.article.slug)),
            outlet: found.article.outlet.as_ref().map(|outlet| Cow::Borrowed(outlet.name.as_str())),
            url: found.article.addresses.first().map(|url| Cow::Borrowed(url.as_str())),
            number: Some(version.number),
            published: version.published.map(|time| Cow::Owned(time.to_string())),
            modified: version.modified.map(|time| Cow::Owned(time.to_string())),
            captured: Some(Cow::Owned(instant(version.captured))),
            captured_when_recorded: (recorded != version.captured).then(|| Cow::Owned(instant(recorded))),
            headline: some(content.headline),
            standfirst: some(content.standfirst),
            byline: some(content.byline),
            text: Some(Cow::Owned(content.body)),
            looks,
            ..ImportLine::default()
        })
    }

    /// Returns the line of a look; an original that `written` has is named by its hash alone.
    /// Returns the lines that rest on an article's versions: where identities do, and which updates were reviewed.
    fn lines_on<'f>(&self, found: &'f FoundArticle) -> Result<Vec<ImportLine<'f>>> {
        let anchors = self.store.entry_anchors_on(found.article.id)?.into_iter();
        let anchors =
            anchors.map(|(anchor, _)| ImportLine { entry: Some(entry_line(anchor)), ..article_name_line(found) });
        let reviews = self.review_lines(found)?.into_iter();
        let reviews = reviews.map(|review| ImportLine { review: Some(review), ..article_name_line(found) });
        Ok(anchors.chain(reviews).collect())
    }

    /// Gives every line of the ledger to `write` as JSON, in order; returns how many there are.
    ///
    /// # Errors
    ///
    /// The first one that `write` returns, or that the store does.
    pub fn export_ledger<E>(
        &self,
        mut write: impl FnMut(&str) -> std::result::Result<(), E>,
    ) -> std::result::Result<usize, E>
    where
        E: From<TrackError>,
    {
        let (total, _) = self.store.ledger_end().map_err(TrackError::from)?;
        let mut last = 0;
        loop {
            let lines = self.store.ledger_lines_behind(last).map_err(TrackError::from)?;
            let Some(end) = lines.last() else { return Ok(last) };
            for line in &lines {
                write(&serde_json::to_string(line).expect("text and numbers become JSON"))?;
            }
            last = end.number;
            self.progress("lines of the ledger written", last, total);
        }
    }

    fn look_line(&self, capture: &CaptureRecord, written: &mut HashSet<String>) -> Result<LookLine> {
        let original = match self.store.original_hash(capture.id)? {
            Some(hash) if written.contains(&hash) => Some(OriginalLine::of(hash, None)),
            Some(hash) => {
                let original = self.store.original(capture.id)?;
                written.insert(hash.clone());
                Some(OriginalLine::of(hash, original.as_ref()))
            }
            None => None,
        };
        Ok(LookLine {
            captured: instant(capture.captured),
            captured_by: capture.captured_by,
            recorded: capture.recorded.map(instant),
            published: capture.published.map(|time| time.to_string()),
            modified: capture.modified.map(|time| time.to_string()),
            url: capture.url.clone(),
            outlet: capture.outlet.clone(),
            origin: OriginLine { kind: capture.origin.kind, name: capture.origin.name.clone() },
            http: capture.http.clone(),
            hidden_marks: capture.hidden_marks.clone(),
            original,
        })
    }
}

fn line(line: &ImportLine<'_>) -> String {
    serde_json::to_string(line).expect("text and numbers become JSON")
}

pub(super) fn instant(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

fn story_line(story: &Story) -> ImportLine<'_> {
    ImportLine {
        record: Some(LineRecord::Story),
        story: Some(Cow::Borrowed(&story.slug)),
        timezone: Some(Cow::Borrowed(story.timezone.name())),
        title: story.title.as_deref().map(Cow::Borrowed),
        created: Some(Cow::Owned(instant(story.created))),
        ..ImportLine::default()
    }
}

fn article_line(found: &FoundArticle) -> ImportLine<'_> {
    let article = &found.article;
    ImportLine {
        record: Some(LineRecord::Article),
        story: found.story.as_ref().map(|story| Cow::Borrowed(story.slug.as_str())),
        article: Some(Cow::Borrowed(&article.slug)),
        outlet: article.outlet.as_ref().map(|outlet| Cow::Borrowed(outlet.name.as_str())),
        created: Some(Cow::Owned(instant(article.created))),
        addresses: article.addresses.clone(),
        ..ImportLine::default()
    }
}

/// Returns where an identity rests, without its article.
fn entry_line(anchor: AnchorRow) -> EntryLine {
    let AnchorRow { id, version, span, kind, ordinal, .. } = anchor;
    EntryLine { id, version, start: span.start, end: span.end, kind, ordinal }
}

/// Returns a line that only says which article it is about.
fn article_name_line(found: &FoundArticle) -> ImportLine<'_> {
    ImportLine {
        story: found.story.as_ref().map(|story| Cow::Borrowed(story.slug.as_str())),
        article: Some(Cow::Borrowed(&found.article.slug)),
        ..ImportLine::default()
    }
}

/// Returns an article's versions as they were recorded, so that an import gives them the same numbers.
fn in_order_of_recording(found: &FoundArticle) -> Vec<Version> {
    let mut versions = found.versions.clone();
    versions.sort_by_key(|version| version.number);
    versions
}
