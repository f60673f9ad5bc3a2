//! Records what other programs kept of pages: web archives, repositories, the files of other trackers.
//!
//! In: an archive that `ingest` opened, or the database of another tracker. Out: what became of each page, recorded or not.
//!
//! Every import is the same but for its [`PageArchive`]: pages are read in batches on all cores and stored a batch a
//! transaction. A page that was taken before, at the same moment, is passed over before it is read, so that an import which
//! was interrupted goes on where it ended.
//!
//! `export.rs` gives every look for `export warc`. `entry_versions.rs` reads the databases of diffengine and NewsEdits; the
//! other archives are read by `ingest`.

mod entry_versions;
mod export;

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::HashMap;
use std::hash::BuildHasher as _;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use rayon::prelude::*;

use super::fetch::refusal_code;
use super::{Archive, Result, SiteRules, Submission, TrackError};
use crate::ingest::archives::{
    ArchiveError, ArchivedAnswer, ArchivedPage, ArchivedRevisit, HttpAnswer, NAMELESS, PageArchive, PageName,
};
use crate::ingest::{self, IngestError, Source, readable_type};
use crate::model::{ArticleId, Capture, CapturedBy, DocumentTime, HttpFacts, Origin, OriginKind, slug, with_causes};
use crate::view::{ArchiveImportView, Outcome, RefusedView};

pub use crate::ingest::archives::MAX_PAGE_BYTES;
pub use entry_versions::EntryDatabase;

/// Pages that are read and stored in one go …
const BATCH: usize = 64;
/// … and their bytes, after which no further page is taken into it: pages are read on all cores at once, and each takes
/// many times its own length then.
const BATCH_BYTES: usize = 32 << 20;
/// Refused pages that are named one by one; the rest is counted.
const MOST_NAMED: usize = 20;

/// The zone of dates that state none, and how the pages of sites are read.
type ReadingRules = (Tz, SiteRules);

/// How an archive ended: at its end, or broken off.
type ArchiveEnd = std::result::Result<(), ArchiveError>;

/// Which pages of an archive are taken, and how they are filed.
#[derive(Clone, Debug, Default)]
pub struct ArchiveOptions {
    pub story: Option<String>,
    pub outlet: Option<String>,
    /// Only pages whose address holds one of these; none takes all.
    pub words: Vec<String>,
    pub keep_originals: bool,
}

impl ArchiveOptions {
    fn wants(&self, name: &PageName) -> bool {
        let place = name.place.to_lowercase();
        let is_page = match &name.url {
            Some(_) => place.starts_with("http://") || place.starts_with("https://"),
            None => name.article.is_some(),
        };
        let is_named = self.words.is_empty() || self.words.iter().any(|word| place.contains(&word.to_lowercase()));
        is_page && is_named && !place.ends_with("/robots.txt")
    }

    /// Returns the story and the name under which a page is filed. Articles of one name that come from several stories into
    /// one have the name of theirs before their own.
    fn filing(&self, name: &PageName) -> (Option<String>, Option<String>) {
        let (Some(article), Some(own)) = (&name.article, &name.story) else {
            return (self.story.clone(), name.article.clone());
        };
        match &self.story {
            Some(story) if slug(story) != slug(own) => (Some(story.clone()), Some(format!("{own}-{article}"))),
            _ => (Some(own.clone()), Some(article.clone())),
        }
    }
}

impl Archive {
    /// Records the pages of an archive; what is counted in the answer is on disk.
    ///
    /// # Errors
    ///
    /// When the store cannot be used. An archive that breaks off is told in the view, and its other parts are read.
    pub fn import_pages(
        &self,
        pages: &mut dyn PageArchive,
        options: &ArchiveOptions,
        now: DateTime<Utc>,
    ) -> Result<ArchiveImportView> {
        let mut view = ArchiveImportView::default();
        let reading = (self.zone_of(options.story.as_deref())?, self.site_rules()?);
        let mut met = PagesMet::default();
        loop {
            let (batch, end) = self.next_batch(pages, options, &mut met, &mut view)?;
            view.records = pages.entries();
            self.keep_pages(&batch, options, &reading, now, &mut view)?;
            self.progress("records read", view.records, usize::MAX);
            match end {
                None => {}
                Some(Ok(())) => return Ok(view),
                Some(Err(error)) => {
                    view.note_broken(with_causes(&error));
                    if !pages.has_more_parts() {
                        return Ok(view);
                    }
                }
            }
        }
    }

    /// Reads the next pages, and says whether they are the last; what was taken before is passed over unread.
    fn next_batch(
        &self,
        pages: &mut dyn PageArchive,
        options: &ArchiveOptions,
        met: &mut PagesMet,
        view: &mut ArchiveImportView,
    ) -> Result<(Vec<ArchivedPage>, Option<ArchiveEnd>)> {
        let mut batch = Vec::new();
        let (mut bytes, mut known) = (0, 0);
        let failure = RefCell::new(None);
        let mut end = None;
        while batch.len() < BATCH && bytes < BATCH_BYTES {
            let mut wanted = |name: &PageName, captured: DateTime<Utc>| {
                if !options.wants(name) {
                    return false;
                }
                let taken = |name: Cow<'_, PageName>| self.is_taken(&name, captured, met, options);
                match self.as_filed(name, options).and_then(taken) {
                    Ok(true) => {
                        known += 1;
                        false
                    }
                    Ok(false) => true,
                    Err(error) => {
                        failure.replace(Some(error));
                        true
                    }
                }
            };
            let next = pages.next_page(&mut wanted);
            if let Some(error) = failure.take() {
                return Err(error);
            }
            match next {
                Ok(Some(mut page)) => {
                    page.name = self.as_filed(&page.name, options)?.into_owned();
                    bytes += page.length();
                    batch.push(page);
                }
                Ok(None) => {
                    end = Some(Ok(()));
                    break;
                }
                Err(error) => {
                    end = Some(Err(error));
                    break;
                }
            }
        }
        view.pages += batch.len() + known;
        view.known += known;
        Ok((batch, end))
    }

    fn keep_pages(
        &self,
        wanted: &[ArchivedPage],
        options: &ArchiveOptions,
        reading: &ReadingRules,
        now: DateTime<Utc>,
        view: &mut ArchiveImportView,
    ) -> Result<()> {
        let read: Vec<_> = wanted.par_iter().map(|page| submission(page, options, reading)).collect();
        self.store.write(|_| {
            for (page, read) in wanted.iter().zip(read) {
                let submission = match read {
                    Ok(PageShown::Own(submission)) => Some(*submission),
                    Ok(PageShown::OfEarlier(revisit)) => self.earlier_text(page, revisit, options)?,
                    Err((reason, message)) => {
                        refuse(view, page, reason, message);
                        continue;
                    }
                };
                let Some(submission) = submission else {
                    let message = "the answer that it is the same as was not recorded".to_owned();
                    refuse(view, page, "revisit-alone", message);
                    continue;
                };
                let recorded = self.record_within(&submission, now).map(|view| view.outcome);
                match recorded {
                    Ok(Outcome::Unchanged) => view.unchanged += 1,
                    Ok(_) => view.recorded += 1,
                    Err(TrackError::Store(error)) => return Err(error.into()),
                    Err(error) => refuse(view, page, "name", error.to_string()),
                }
            }
            Ok(())
        })
    }

    /// Returns whether this page was taken before: if an archive holds several of one place and moment, as many are passed
    /// over as looks are recorded.
    fn is_taken(
        &self,
        name: &PageName,
        captured: DateTime<Utc>,
        met: &mut PagesMet,
        options: &ArchiveOptions,
    ) -> Result<bool> {
        let count = met.count(name, captured);
        let Some(article) = self.archived_article(name, options)? else { return Ok(false) };
        // An archive that this program wrote does not say from which place a look came.
        let place = Some(name.place.as_str()).filter(|place| !place.starts_with(NAMELESS));
        Ok(count <= self.store.looks_of_moment(article, captured, place)?)
    }

    /// Returns the name of a page: the one under which an earlier program filed it, if one did.
    fn as_filed<'n>(&self, name: &'n PageName, options: &ArchiveOptions) -> Result<Cow<'n, PageName>> {
        let is_filed = |name: &PageName| -> Result<bool> {
            let article = self.archived_article(name, options)?;
            article.map_or(Ok(false), |article| Ok(self.store.has_look_from(article, &name.place)?))
        };
        if !name.former.is_empty() && !is_filed(name)? {
            for former in &name.former {
                let former = PageName { article: Some(former.clone()), ..name.clone() };
                if is_filed(&former)? {
                    return Ok(Cow::Owned(former));
                }
            }
        }
        Ok(Cow::Borrowed(name))
    }

    /// Returns the article of a page, in the story that pages are filed under.
    fn archived_article(&self, name: &PageName, options: &ArchiveOptions) -> Result<Option<ArticleId>> {
        let capture =
            Capture { addresses: name.url.iter().cloned().collect(), origin: origin(name), ..Capture::default() };
        let (story, article) = options.filing(name);
        self.article_of(&Submission { capture, story, article, ..Submission::default() })
    }

    /// Returns the text of an earlier visit as this visit's own; nothing when that was not recorded, or is another page's.
    fn earlier_text(
        &self,
        page: &ArchivedPage,
        revisit: &ArchivedRevisit,
        options: &ArchiveOptions,
    ) -> Result<Option<Submission>> {
        // A server that answers "not modified" has shown the page as well.
        let (Some(status @ (200 | 304)), Some(captured)) = (revisit.status.or(Some(200)), revisit.captured) else {
            return Ok(None);
        };
        let Some(article) = self.archived_article(&page.name, options)? else { return Ok(None) };
        if self.archived_article(&revisit.of, options)? != Some(article) {
            return Ok(None);
        }
        let earlier = self.store.neighbours(article, captured)?.before;
        let Some(earlier) = earlier.filter(|look| look.captured.timestamp() == captured.timestamp()) else {
            return Ok(None);
        };
        let Some(content) = self.store.content_of(earlier.version)? else { return Ok(None) };
        let capture = Capture {
            content,
            published: earlier.published,
            modified: earlier.modified,
            addresses: page.name.url.iter().cloned().collect(),
            outlet: options.outlet.clone(),
            origin: origin(&page.name),
            http: Some(HttpFacts { status, ..HttpFacts::default() }),
            ..Capture::default()
        };
        Ok(Some(filed(capture, page, options)))
    }
}

/// Pages of an archive that were met so far, by place and moment.
#[derive(Default)]
struct PagesMet(HashMap<u64, usize>);

impl PagesMet {
    /// Returns how many there are with this one.
    fn count(&mut self, name: &PageName, captured: DateTime<Utc>) -> usize {
        // Where two places share a number, a page is read that might have been passed over; none is lost.
        let key = self.0.hasher().hash_one((&name.place, captured.timestamp_millis()));
        let count = self.0.entry(key).or_insert(0);
        *count += 1;
        *count
    }
}

/// What a page of an archive shows.
enum PageShown<'p> {
    Own(Box<Submission>),
    OfEarlier(&'p ArchivedRevisit),
}

/// Reads a page.
fn submission<'p>(
    page: &'p ArchivedPage,
    options: &ArchiveOptions,
    reading: &ReadingRules,
) -> std::result::Result<PageShown<'p>, (&'static str, String)> {
    let refused = |error: IngestError| (refusal_code(&error), with_causes(&error));
    let mut capture = match &page.answer {
        ArchivedAnswer::Revisit(revisit) => return Ok(PageShown::OfEarlier(revisit)),
        ArchivedAnswer::Unusable(reason) => return Err((reason, format!("its record cannot be used: {reason}"))),
        ArchivedAnswer::Page(answer) => page_capture(page, answer, options, reading)?,
        ArchivedAnswer::Text(text) => text.capture(&page.name, reading.0).map_err(refused)?,
        ArchivedAnswer::File(bytes) => ingest::read(bytes, source(page, options, reading)).map_err(refused)?,
    };
    // What an archive holds may name any site's page as its own.
    capture.addresses.retain(|address| page.name.url.as_ref() == Some(address));
    let outlet = options.outlet.clone().or_else(|| page.name.outlet.clone());
    capture.outlet = outlet.or(capture.outlet.take());
    Ok(PageShown::Own(Box::new(filed(capture, page, options))))
}

/// Reads the answer of a server.
fn page_capture(
    page: &ArchivedPage,
    answer: &HttpAnswer,
    options: &ArchiveOptions,
    reading: &ReadingRules,
) -> std::result::Result<Capture, (&'static str, String)> {
    if answer.status != 200 {
        return Err(("status", format!("the server answered with status {}", answer.status)));
    }
    let no_page = |media_type| ("media-type", format!("it is no page but `{media_type}`"));
    let content_type = readable_type(answer.content_type.as_deref()).map_err(no_page)?;
    let source = Source { content_type, ..source(page, options, reading) };
    let mut capture =
        ingest::read(&answer.body, source).map_err(|error| (refusal_code(&error), with_causes(&error)))?;
    capture.http = Some(facts(answer));
    Ok(capture)
}

fn source<'p>(page: &'p ArchivedPage, options: &ArchiveOptions, (zone, sites): &'p ReadingRules) -> Source<'p> {
    Source {
        name: &page.name.place,
        kind: OriginKind::Import,
        url: page.name.url.as_deref(),
        timezone: *zone,
        keep_original: options.keep_originals,
        selectors: sites.of(page.name.url.as_deref()),
        ..Source::default()
    }
}

fn origin(name: &PageName) -> Origin {
    Origin { kind: OriginKind::Import, name: Some(name.place.clone()) }
}

/// Returns a capture as it is filed: seen when the archive says so.
fn filed(capture: Capture, page: &ArchivedPage, options: &ArchiveOptions) -> Submission {
    let (captured, captured_by) = (Some(DocumentTime::Instant(page.captured)), CapturedBy::Given);
    let (story, article) = options.filing(&page.name);
    Submission { capture, story, article, captured, captured_by, ..Submission::default() }
}

fn facts(answer: &HttpAnswer) -> HttpFacts {
    HttpFacts {
        status: answer.status,
        etag: answer.etag.clone(),
        last_modified: answer.last_modified.clone(),
        content_type: answer.content_type.clone(),
        redirects: Vec::new(),
    }
}

fn refuse(view: &mut ArchiveImportView, page: &ArchivedPage, reason: &str, error: String) {
    *view.refused.entry(reason.to_owned()).or_insert(0) += 1;
    if view.examples.len() < MOST_NAMED {
        view.examples.push(RefusedView { from: page.name.place.clone(), error, hint: None });
    }
}
