//! Reads the article that an answer shows, or says why it shows none.

use chrono_tz::Tz;
use sha2::{Digest as _, Sha256};
use url::Url;

use super::options::FetchOptions;
use super::walk::Walk;
use crate::ingest::http::{FetchError, PageResponse, is_same_site};
use crate::ingest::{self, IngestError, Source, readable_type};
use crate::model::{Capture, HttpFacts, OriginKind};
use crate::store::PageState;
use crate::track::SiteRules;

/// What an answer shows.
#[derive(Debug)]
pub(crate) enum PageText {
    /// The page is as it was at the last answer.
    Unmodified(HttpFacts),
    /// An article, and SHA-256 of the bytes it was read from.
    Article { capture: Box<Capture>, body_hash: [u8; 32] },
    /// No answer that may be used.
    Failed(FetchError),
    /// An answer that is no article.
    Refused(IngestError),
}

/// Reads the end of a walk that began at `asked`; dates without offset are in `zone`.
pub(crate) fn text_of_walk(
    walk: Walk,
    asked: &str,
    fresh: Option<&PageState>,
    (zone, sites): (Tz, &SiteRules),
    options: &FetchOptions,
) -> PageText {
    let redirects = walk.redirects();
    let moved_to = walk.moved_to().cloned();
    let answer = match walk.end {
        Ok(answer) => answer,
        Err(error) => return PageText::Failed(error),
    };
    let facts = facts(&answer, redirects);
    if answer.status == 304 {
        return match fresh {
            Some(_) => PageText::Unmodified(facts),
            None => PageText::Failed(FetchError::Status { status: 304 }),
        };
    }
    let body_hash: [u8; 32] = Sha256::digest(&answer.body).into();
    if fresh.is_some_and(|page| page.body_hash == Some(body_hash)) {
        return PageText::Unmodified(facts);
    }
    let content_type = match readable_type(answer.content_type.as_deref()) {
        Ok(content_type) => content_type,
        Err(media_type) => return PageText::Failed(FetchError::NotAPage { media_type }),
    };
    let source = Source {
        name: asked,
        kind: OriginKind::Fetch,
        content_type,
        url: Some(asked),
        timezone: zone,
        keep_original: options.keep_originals,
        selectors: sites.of(Some(asked)),
    };
    match ingest::read(&answer.body, source) {
        Ok(mut capture) => {
            // A page that calls another site's article its own must not add versions to that article.
            let own = Url::parse(asked).ok();
            let is_own = |address: &Url| own.as_ref().is_some_and(|own| is_same_site(own, address));
            capture.addresses.retain(|address| Url::parse(address).is_ok_and(|address| is_own(&address)));
            capture.addresses.extend(moved_to.map(String::from));
            capture.outlet = options.outlet.clone().or(capture.outlet.take());
            capture.http = Some(facts);
            PageText::Article { capture: Box::new(capture), body_hash }
        }
        Err(error) => PageText::Refused(error),
    }
}

fn facts(answer: &PageResponse, redirects: Vec<String>) -> HttpFacts {
    HttpFacts {
        status: answer.status,
        etag: answer.etag.clone(),
        last_modified: answer.last_modified.clone(),
        content_type: answer.content_type.clone(),
        redirects,
    }
}
