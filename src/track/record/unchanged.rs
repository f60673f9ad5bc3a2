//! Records a look that found a page as it was, without reading it.

use chrono::{DateTime, Utc};

use super::head;
use crate::model::{ArticleId, CapturedBy, HttpFacts, Origin};
use crate::store::NewCapture;
use crate::track::{Archive, Result, TrackError};
use crate::view::{Outcome, RecordedView};

impl Archive {
    /// Records that an article's latest version was seen again; the caller has checked that it is the one meant.
    ///
    /// `captured` says when the page was seen and who says so; `recorded` is the clock's time.
    pub(crate) fn record_unchanged(
        &self,
        article: ArticleId,
        (captured, captured_by): (DateTime<Utc>, CapturedBy),
        recorded: DateTime<Utc>,
        origin: &Origin,
        http: &HttpFacts,
    ) -> Result<RecordedView> {
        let missing = || TrackError::NoSuchArticle { name: String::new(), close: Vec::new() };
        let seen = self.store.neighbours(article, captured)?.before.ok_or_else(missing)?;
        let (published, modified) = (seen.published, seen.modified);
        if seen.captured < captured {
            self.store.add_capture(NewCapture {
                article,
                version: seen.version,
                captured,
                captured_by,
                recorded: Some(recorded),
                url: origin.name.as_deref(),
                outlet: None,
                published,
                modified,
                origin,
                http: Some(http),
                hidden_marks: &[],
                original: None,
            })?;
        }
        let found = self.store.article(article)?.ok_or_else(missing)?;
        let story = found.story.map(|id| self.store.story(id)).transpose()?.flatten();
        let (headline, words) = self.store.headline_and_words(seen.version)?;
        Ok(RecordedView {
            article: head(&found, story.as_ref().map(|story| story.slug.as_str()), None),
            outcome: Outcome::Unchanged,
            version: seen.number,
            captured,
            captured_by,
            published,
            modified,
            headline,
            words,
            new_article: false,
            new_story: false,
            notes: Vec::new(),
        })
    }
}
