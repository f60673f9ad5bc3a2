//! Gives every look at an article as it was received, for a web archive.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use sha2::{Digest as _, Sha256};

use crate::ingest::archives::NAMELESS;
use crate::model::{CaptureRecord, HttpFacts, VersionId, hex};
use crate::track::lookup::FoundArticle;
use crate::track::{Archive, Result, TrackError};
use crate::view::{EarlierLook, LookBody, LookFile};

/// Looks that were written of a version at an address.
#[derive(Default)]
struct WrittenLooks {
    /// When each page was first seen, by its digest.
    first: HashMap<String, DateTime<Utc>>,
    last: Option<EarlierLook>,
}

impl Archive {
    /// Gives the looks at a story, an article, or everything to `write`, article by article and in order of time; returns how
    /// many there are.
    ///
    /// # Errors
    ///
    /// The first one that `write` returns, or that the store does.
    pub fn export_looks<E>(
        &self,
        name: Option<&str>,
        mut write: impl FnMut(&LookFile) -> std::result::Result<(), E>,
    ) -> std::result::Result<usize, E>
    where
        E: From<TrackError>,
    {
        let articles = self.articles_meant(name)?;
        let mut count = 0;
        for found in &articles {
            let mut written: HashMap<(VersionId, String), WrittenLooks> = HashMap::new();
            let mut captures = self.store.captures(found.article.id).map_err(TrackError::from)?;
            captures.sort_by_key(|capture| (capture.captured, capture.id.0));
            for capture in &captures {
                let url = address(found, capture);
                let digest = self.store.original_hash(capture.id).map_err(TrackError::from)?;
                let looks = written.entry((capture.version, url.clone())).or_default();
                let body = match looks.earlier(digest) {
                    Some(earlier) => LookBody::SameAs(earlier),
                    None => self.look_body(found, capture)?,
                };
                looks.add(capture.captured, &body);
                write(&LookFile { url, captured: capture.captured, body })?;
                count += 1;
                self.progress("looks written", count, usize::MAX);
            }
        }
        Ok(count)
    }

    fn look_body(&self, found: &FoundArticle, capture: &CaptureRecord) -> Result<LookBody> {
        if let Some(original) = self.store.original(capture.id)? {
            let content_type = Some(format!("{}; charset={}", original.media_type, original.encoding));
            let http = capture.http.clone().unwrap_or_default();
            let content_type = http.content_type.clone().or(content_type);
            return Ok(LookBody::Page { http: HttpFacts { content_type, ..http }, bytes: original.bytes });
        }
        let version = found.versions.iter().find(|version| version.id == capture.version);
        let words = version.map(|version| self.store.content(version)).transpose()?;
        Ok(LookBody::Text(words.map(|content| content.whole()).unwrap_or_default()))
    }
}

impl WrittenLooks {
    /// Returns the earlier look that brought this page. A look of which no page was kept found what the one before it did.
    fn earlier(&self, digest: Option<String>) -> Option<EarlierLook> {
        match digest {
            Some(digest) => self.first.get(&digest).map(|captured| EarlierLook { captured: *captured, digest }),
            None => self.last.clone(),
        }
    }

    fn add(&mut self, captured: DateTime<Utc>, body: &LookBody) {
        let digest = |bytes: &[u8]| hex(&Sha256::digest(bytes));
        let look = match body {
            LookBody::SameAs(earlier) => earlier.clone(),
            LookBody::Page { bytes, .. } => EarlierLook { captured, digest: digest(bytes) },
            LookBody::Text(text) => EarlierLook { captured, digest: digest(text.as_bytes()) },
        };
        self.first.entry(look.digest.clone()).or_insert(look.captured);
        self.last = Some(look);
    }
}

fn address(found: &FoundArticle, capture: &CaptureRecord) -> String {
    let known = capture.url.as_ref().or_else(|| found.article.addresses.first());
    let known = known.filter(|url| url.starts_with("http://") || url.starts_with("https://"));
    let story = found.story.as_ref().map(|story| format!("{}/", story.slug)).unwrap_or_default();
    known.cloned().unwrap_or_else(|| format!("{NAMELESS}{story}{}", found.article.slug))
}
