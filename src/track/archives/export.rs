//! Gives every look at an article as it was received, for a web archive.

use std::collections::HashMap;

use crate::ingest::archives::NAMELESS;
use crate::model::{CaptureRecord, HttpFacts, VersionId};
use crate::track::lookup::FoundArticle;
use crate::track::{Archive, Result, TrackError};
use crate::view::{LookBody, LookFile};

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
            let mut written: HashMap<(VersionId, String), _> = HashMap::new();
            let mut captures = self.store.captures(found.article.id).map_err(TrackError::from)?;
            captures.sort_by_key(|capture| (capture.captured, capture.id.0));
            for capture in &captures {
                let url = address(found, capture);
                let earlier = written.get(&(capture.version, url.clone())).copied();
                let body = match earlier {
                    Some(earlier) => LookBody::SameAs(earlier),
                    None => self.look_body(found, capture)?,
                };
                written.entry((capture.version, url.clone())).or_insert(capture.captured);
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

fn address(found: &FoundArticle, capture: &CaptureRecord) -> String {
    let known = capture.url.as_ref().or_else(|| found.article.addresses.first());
    let known = known.filter(|url| url.starts_with("http://") || url.starts_with("https://"));
    known.cloned().unwrap_or_else(|| format!("{NAMELESS}{}", found.article.slug))
}
