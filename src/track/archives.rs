//! Records the pages of web archives.
//!
//! Pages are read in batches on all cores and stored a batch a transaction. A page that was taken
//! before, at the same moment, is passed over before it is read, so that an import which was
//! interrupted goes on where it ended.

use std::io::Read;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use rayon::prelude::*;

use super::fetch::refusal_code;
use super::{Archive, Result, Submission, TrackError};
use crate::ingest::warc::{ArchivedAnswer, ArchivedPage, ArchivedRevisit, HttpAnswer, WarcError, WarcPages};
use crate::ingest::{self, Source, readable_type};
use crate::model::{ArticleId, Capture, CapturedBy, DocumentTime, HttpFacts, Origin, OriginKind, with_causes};
use crate::view::{ArchiveImportView, Outcome, RefusedView};

/// Pages that are read and stored in one go …
const BATCH: usize = 64;
/// … and their bytes, after which no further page is taken into it: pages are read on all cores at once, and each takes
/// many times its own length then.
const BATCH_BYTES: usize = 32 << 20;
/// Bytes that are read of a page, at most.
const MAX_BYTES: usize = 16 << 20;
/// Refused pages that are named one by one; the rest is counted.
const MOST_NAMED: usize = 20;

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
    fn wants(&self, url: &str) -> bool {
        let url = url.to_lowercase();
        let is_page = url.starts_with("http://") || url.starts_with("https://");
        let is_named = self.words.is_empty() || self.words.iter().any(|word| url.contains(&word.to_lowercase()));
        is_page && is_named && !url.ends_with("/robots.txt")
    }
}

impl Archive {
    /// Records the pages of a web archive; what is counted in the answer is on disk.
    ///
    /// # Errors
    ///
    /// When the store cannot be used. A file that breaks off is told in the view.
    pub fn import_warc(
        &self,
        stream: impl Read,
        options: &ArchiveOptions,
        now: DateTime<Utc>,
    ) -> Result<ArchiveImportView> {
        let mut view = ArchiveImportView::default();
        let mut pages = match WarcPages::new(stream, MAX_BYTES) {
            Ok(pages) => pages,
            Err(error) => {
                view.broken = Some(with_causes(&error));
                return Ok(view);
            }
        };
        let zone = self.zone_of(options.story.as_deref())?;
        loop {
            let (batch, end) = next_batch(&mut pages, options);
            view.records = pages.records();
            self.import_pages(&batch, options, zone, now, &mut view)?;
            self.progress("records read", view.records, usize::MAX);
            match end {
                None => {}
                Some(Ok(())) => return Ok(view),
                Some(Err(error)) => {
                    view.broken = Some(with_causes(&error));
                    return Ok(view);
                }
            }
        }
    }

    fn import_pages(
        &self,
        batch: &[ArchivedPage],
        options: &ArchiveOptions,
        zone: Tz,
        now: DateTime<Utc>,
        view: &mut ArchiveImportView,
    ) -> Result<()> {
        view.pages += batch.len();
        let mut wanted = Vec::new();
        for page in batch {
            match self.is_taken(page, options)? {
                true => view.known += 1,
                false => wanted.push(page),
            }
        }
        let read: Vec<_> = wanted.par_iter().map(|page| submission(page, options, zone)).collect();
        self.store.write(|_| {
            for (page, read) in wanted.into_iter().zip(read) {
                let submission = match read {
                    Ok(ArchivedText::Own(submission)) => Some(*submission),
                    Ok(ArchivedText::OfEarlier(revisit)) => self.earlier_text(page, revisit, options)?,
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

    /// Returns whether a look at this page and moment is recorded.
    fn is_taken(&self, page: &ArchivedPage, options: &ArchiveOptions) -> Result<bool> {
        let Some(article) = self.archived_article(&page.url, options)? else { return Ok(false) };
        let before = self.store.neighbours(article, page.captured)?.before;
        Ok(before.is_some_and(|look| look.captured.timestamp_millis() == page.captured.timestamp_millis()))
    }

    /// Returns the article at an address, in the story that pages are filed under.
    fn archived_article(&self, url: &str, options: &ArchiveOptions) -> Result<Option<ArticleId>> {
        let origin = Origin { kind: OriginKind::Import, name: Some(url.to_owned()) };
        let capture = Capture { addresses: vec![url.to_owned()], origin, ..Capture::default() };
        self.article_of(&Submission { capture, story: options.story.clone(), ..Submission::default() })
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
        let Some(article) = self.archived_article(&page.url, options)? else { return Ok(None) };
        if self.archived_article(&revisit.url, options)? != Some(article) {
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
            addresses: vec![page.url.clone()],
            outlet: options.outlet.clone(),
            origin: Origin { kind: OriginKind::Import, name: Some(page.url.clone()) },
            http: Some(HttpFacts { status, ..HttpFacts::default() }),
            ..Capture::default()
        };
        Ok(Some(filed(capture, page, options)))
    }
}

/// What a page of an archive shows.
enum ArchivedText<'p> {
    Own(Box<Submission>),
    OfEarlier(&'p ArchivedRevisit),
}

/// Reads the next pages, and says whether they are the last.
fn next_batch<R: Read>(
    pages: &mut WarcPages<R>,
    options: &ArchiveOptions,
) -> (Vec<ArchivedPage>, Option<std::result::Result<(), WarcError>>) {
    let mut batch = Vec::new();
    let mut bytes = 0;
    while batch.len() < BATCH && bytes < BATCH_BYTES {
        match pages.next_page(|url| options.wants(url)) {
            Ok(Some(page)) => {
                bytes += page.length();
                batch.push(page);
            }
            Ok(None) => return (batch, Some(Ok(()))),
            Err(error) => return (batch, Some(Err(error))),
        }
    }
    (batch, None)
}

/// Reads a page.
fn submission<'p>(
    page: &'p ArchivedPage,
    options: &ArchiveOptions,
    zone: Tz,
) -> std::result::Result<ArchivedText<'p>, (&'static str, String)> {
    let answer = match &page.answer {
        ArchivedAnswer::Revisit(revisit) => return Ok(ArchivedText::OfEarlier(revisit)),
        ArchivedAnswer::Unusable(reason) => return Err((reason, format!("its record cannot be used: {reason}"))),
        ArchivedAnswer::Page(answer) => answer,
    };
    if answer.status != 200 {
        return Err(("status", format!("the server answered with status {}", answer.status)));
    }
    let no_page = |media_type| ("media-type", format!("it is no page but `{media_type}`"));
    let content_type = readable_type(answer.content_type.as_deref()).map_err(no_page)?;
    let source = Source {
        name: &page.url,
        kind: OriginKind::Import,
        content_type,
        url: Some(&page.url),
        timezone: zone,
        keep_original: options.keep_originals,
        ..Source::default()
    };
    let mut capture =
        ingest::read(&answer.body, source).map_err(|error| (refusal_code(&error), with_causes(&error)))?;
    // What an archive holds may name any site's page as its own.
    capture.addresses.retain(|address| *address == page.url);
    capture.outlet = options.outlet.clone().or(capture.outlet.take());
    capture.http = Some(facts(answer));
    Ok(ArchivedText::Own(Box::new(filed(capture, page, options))))
}

/// Returns a capture as it is filed: seen when the archive says so.
fn filed(capture: Capture, page: &ArchivedPage, options: &ArchiveOptions) -> Submission {
    let (captured, captured_by) = (Some(DocumentTime::Instant(page.captured)), CapturedBy::Given);
    Submission { capture, story: options.story.clone(), captured, captured_by, ..Submission::default() }
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
        view.examples.push(RefusedView { from: page.url.clone(), error, hint: None });
    }
}
