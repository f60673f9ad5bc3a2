//! Takes up lines of an export as they were: the same numbers, looks, originals and times.
//!
//! A version that follows the ones there is stored as the line says; one that is there gets the looks it lacks. A
//! line of another history of the article is recorded look by look, as if each came in anew.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::ingest::{ImportLine, LineError, LineRecord, LookLine, OriginalLine, address_key, line_time};
use crate::model::{
    Article, ArticleId, Capture, CapturedBy, Content, DocumentTime, HiddenMarks, HttpFacts, Origin, Original, Story,
    VersionId, slug,
};
use crate::store::{NewCapture, NewVersion, hash_of};
use crate::track::{Archive, Result, Submission, TrackError};
use crate::view::{Outcome, RecordedView};

/// A line of an export, read: nothing in it can be refused any more.
pub(super) struct Restored<'l> {
    line: ImportLine<'l>,
    /// Slug of the story.
    story: Option<String>,
    /// Slug of the article; the line of a story has none.
    article: Option<String>,
    zone: Option<Tz>,
    created: Option<DateTime<Utc>>,
    content: Content,
    /// The time of capture when the version was recorded.
    captured: Option<DateTime<Utc>>,
    published: Option<DocumentTime>,
    modified: Option<DocumentTime>,
    looks: Vec<RestoredLook>,
}

/// A look of a line, read.
struct RestoredLook {
    captured: DateTime<Utc>,
    captured_by: CapturedBy,
    recorded: Option<DateTime<Utc>>,
    published: Option<DocumentTime>,
    modified: Option<DocumentTime>,
    url: Option<String>,
    outlet: Option<String>,
    origin: Origin,
    http: Option<HttpFacts>,
    hidden_marks: Vec<HiddenMarks>,
    original: Option<Original>,
    /// Hash of an original that an earlier look brought.
    original_hash: Option<String>,
}

impl<'l> Restored<'l> {
    /// Reads the parts of a line.
    pub(super) fn read(line: ImportLine<'l>) -> std::result::Result<Self, LineError> {
        let named = match line.record {
            Some(LineRecord::Story) => ("story", &line.story),
            _ => ("article", &line.article),
        };
        if named.1.is_none() {
            return Err(LineError::NoName(named.0));
        }
        let name = |name: &Option<Cow<'l, str>>| match name.as_deref() {
            Some(name) => slug(name).map(Some).ok_or_else(|| LineError::BadName(name.to_owned())),
            None => Ok(None),
        };
        let (story, article) = (name(&line.story)?, name(&line.article)?);
        let is_version = !matches!(line.record, Some(LineRecord::Story | LineRecord::Article));
        let own = |words: &Option<Cow<'l, str>>| words.as_deref().map(str::to_owned);
        let body = match (&line.text, is_version) {
            (Some(text), _) => text.clone().into_owned(),
            (None, false) => String::new(),
            (None, true) => return Err(LineError::NoText),
        };
        // As it stands: what was cleaned when it was recorded must not be cleaned by other rules.
        let content = Content {
            headline: own(&line.headline),
            standfirst: own(&line.standfirst),
            byline: own(&line.byline),
            body,
        };
        if is_version && content.words() == 0 {
            return Err(LineError::EmptyText);
        }
        let captured = line.captured_when_recorded.as_deref().or(line.captured.as_deref());
        let looks = line.looks.iter().map(RestoredLook::read).collect::<std::result::Result<_, _>>()?;
        Ok(Self {
            story,
            article,
            zone: line.zone()?,
            created: instant("created", line.created.as_deref())?,
            captured: instant("captured", captured)?,
            content,
            published: line_time("published", line.published.as_deref(), Tz::UTC)?,
            modified: line_time("modified", line.modified.as_deref(), Tz::UTC)?,
            looks,
            line,
        })
    }
}

impl RestoredLook {
    fn read(line: &LookLine) -> std::result::Result<Self, LineError> {
        let (published, modified) = line.stated()?;
        let original = line.original.as_ref();
        Ok(Self {
            captured: instant("captured", Some(&line.captured))?.unwrap_or_default(),
            captured_by: line.captured_by,
            recorded: instant("recorded", line.recorded.as_deref())?,
            published,
            modified,
            url: line.url.clone(),
            outlet: line.outlet.clone(),
            origin: Origin { kind: line.origin.kind, name: line.origin.name.clone() },
            http: line.http.clone(),
            hidden_marks: line.hidden_marks.clone(),
            original: original.map(OriginalLine::original).transpose()?.flatten(),
            original_hash: original.map(|original| original.hash.clone()),
        })
    }
}

fn instant(field: &'static str, value: Option<&str>) -> std::result::Result<Option<DateTime<Utc>>, LineError> {
    Ok(line_time(field, value, Tz::UTC)?.map(|time| time.instant(Tz::UTC)))
}

impl Archive {
    /// Takes up a line; returns what became of a version, nothing of a story or an article.
    pub(super) fn restore(
        &self,
        restored: Restored<'_>,
        keep_originals: bool,
        now: DateTime<Utc>,
    ) -> Result<Option<RecordedView>> {
        let story = self.restore_story(&restored, now)?;
        if restored.line.record == Some(LineRecord::Story) {
            return Ok(None);
        }
        let (article, is_new) = self.restore_article(&restored, story.as_ref(), now)?;
        if restored.line.record == Some(LineRecord::Article) {
            return Ok(None);
        }
        self.restore_version(restored, story.as_ref(), &article, is_new, keep_originals, now).map(Some)
    }

    fn restore_story(&self, restored: &Restored<'_>, now: DateTime<Utc>) -> Result<Option<Story>> {
        let Some(slug) = restored.story.as_deref() else { return Ok(None) };
        if let Some(story) = self.store.story_called(slug)? {
            return Ok(Some(story));
        }
        let (zone, created) = (restored.zone.unwrap_or(Tz::UTC), restored.created.unwrap_or(now));
        let title = restored.line.title.as_deref().map(crate::model::title);
        let id = self.store.add_story(slug, title.as_deref(), zone, created)?;
        Ok(self.store.story(id)?)
    }

    /// Returns the article of a line, made where there is none, and whether it was made.
    fn restore_article(
        &self,
        restored: &Restored<'_>,
        story: Option<&Story>,
        now: DateTime<Utc>,
    ) -> Result<(Article, bool)> {
        let line = &restored.line;
        let slug = restored.article.as_deref().unwrap_or_default();
        let home = story.map(|story| story.id);
        let known = self.store.article_called(home, slug)?;
        let is_new = known.is_none();
        let (id, has_outlet) = match known {
            Some(article) => (article.id, article.outlet.is_some()),
            None => (self.store.add_article(slug, home, None, restored.created.unwrap_or(now))?, false),
        };
        if let Some(outlet) = line.outlet.as_deref().filter(|_| !has_outlet) {
            let outlet = self.store.outlet_called(outlet)?;
            self.store.set_article_outlet(id, outlet)?;
        }
        for url in line.addresses.iter().map(String::as_str).chain(line.url.as_deref()) {
            self.store.add_address(id, &address_key(url), url)?;
        }
        let missing = || TrackError::NoSuchArticle { name: slug.to_owned(), close: Vec::new() };
        Ok((self.store.article(id)?.ok_or_else(missing)?, is_new))
    }

    fn restore_version(
        &self,
        restored: Restored<'_>,
        story: Option<&Story>,
        article: &Article,
        is_new: bool,
        keep_originals: bool,
        now: DateTime<Utc>,
    ) -> Result<RecordedView> {
        let hash = hash_of(&restored.content);
        let place = self.store.version_numbered(article.id, restored.line.number.unwrap_or(0))?;
        let (version, number, outcome) = match place {
            Some((id, known)) if known == hash => (id, restored.line.number.unwrap_or(0), Outcome::Unchanged),
            None if restored.line.number == Some(self.store.version_count(article.id)? + 1) => {
                let newest = self.store.newest_content(article.id)?;
                let new = NewVersion {
                    article: article.id,
                    captured: restored.captured.unwrap_or(now),
                    published: restored.published,
                    modified: restored.modified,
                    content: &restored.content,
                    newest: newest.as_ref(),
                };
                let (id, number) = self.add_indexed(new)?;
                (id, number, if is_new || number == 1 { Outcome::First } else { Outcome::New })
            }
            _ => return self.replay(restored, story, article, keep_originals, now),
        };
        let captured = restored.looks.iter().map(|look| look.captured).min().unwrap_or(now);
        let captured_by = restored.looks.first().map_or(CapturedBy::Given, |look| look.captured_by);
        for look in restored.looks {
            if self.store.look_at(article.id, look.captured, &hash, &look.origin)?.is_none() {
                self.restore_look(article.id, version, look, keep_originals)?;
            }
        }
        Ok(RecordedView {
            article: crate::track::lookup::head_of(article, story),
            outcome,
            version: number,
            captured,
            captured_by,
            published: restored.published,
            modified: restored.modified,
            headline: restored.content.headline.clone(),
            words: restored.content.words(),
            new_article: is_new,
            new_story: false,
            notes: Vec::new(),
        })
    }

    fn restore_look(
        &self,
        article: ArticleId,
        version: VersionId,
        mut look: RestoredLook,
        keep_originals: bool,
    ) -> Result<()> {
        let original = self.original_of(article, &mut look, keep_originals)?;
        self.store.add_capture(NewCapture {
            article,
            version,
            captured: look.captured,
            captured_by: look.captured_by,
            recorded: look.recorded,
            url: look.url.as_deref(),
            outlet: look.outlet.as_deref(),
            published: look.published,
            modified: look.modified,
            origin: &look.origin,
            http: look.http.as_ref(),
            hidden_marks: &look.hidden_marks,
            original: original.as_ref(),
        })?;
        Ok(())
    }

    /// Takes the original of a look where it is to be kept: its own, or that of an earlier look by its hash.
    fn original_of(
        &self,
        article: ArticleId,
        look: &mut RestoredLook,
        keep_originals: bool,
    ) -> Result<Option<Original>> {
        match (look.original.take(), &look.original_hash) {
            _ if !keep_originals => Ok(None),
            (None, Some(hash)) => Ok(self.store.original_called(article, hash)?),
            (original, _) => Ok(original),
        }
    }

    /// Records every look of a version of another history of the article, as if it came in anew.
    fn replay(
        &self,
        restored: Restored<'_>,
        story: Option<&Story>,
        article: &Article,
        keep_originals: bool,
        now: DateTime<Utc>,
    ) -> Result<RecordedView> {
        let mut told: Option<RecordedView> = None;
        for mut look in restored.looks {
            let original = self.original_of(article.id, &mut look, keep_originals)?;
            let capture = Capture {
                content: restored.content.clone(),
                published: look.published,
                modified: look.modified,
                outlet: look.outlet,
                addresses: look.url.into_iter().collect(),
                origin: look.origin,
                http: look.http,
                hidden_marks: look.hidden_marks,
                original,
                ..Capture::default()
            };
            let submission = Submission {
                capture,
                story: story.map(|story| story.slug.clone()),
                article: Some(article.slug.clone()),
                captured: Some(DocumentTime::Instant(look.captured)),
                captured_by: look.captured_by,
                timezone: None,
            };
            let recorded = self.record_again(&submission, look.recorded, now)?;
            // The look that made a version tells what became of the line.
            if told.as_ref().is_none_or(|told| told.outcome == Outcome::Unchanged) {
                told = Some(recorded);
            }
        }
        told.ok_or_else(|| TrackError::NoSuchArticle { name: article.slug.clone(), close: Vec::new() })
    }
}
