//! Reads the article that an answer shows, or says why it shows none.

use chrono_tz::Tz;
use sha2::{Digest as _, Sha256};
use url::Url;

use super::options::FetchOptions;
use super::walk::Walk;
use crate::ingest::http::{FetchError, PageResponse};
use crate::ingest::{self, IngestError, Source};
use crate::model::{Capture, HttpFacts, OriginKind};
use crate::store::PageState;

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

/// Media types that may hold an article.
const READABLE: [&str; 5] =
    ["text/html", "application/xhtml+xml", "text/plain", "text/markdown", "application/octet-stream"];

/// Reads the end of a walk that began at `asked`; dates without offset are in `zone`.
pub(crate) fn read(walk: Walk, asked: &str, fresh: Option<&PageState>, zone: Tz, options: &FetchOptions) -> PageText {
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
    let media_type = media_type(&answer);
    if !media_type.is_empty() && !READABLE.contains(&media_type.as_str()) {
        return PageText::Failed(FetchError::NotAPage { media_type });
    }
    let source = Source {
        name: asked,
        kind: OriginKind::Fetch,
        content_type: answer.content_type.as_deref().filter(|_| media_type != "application/octet-stream"),
        url: Some(asked),
        timezone: zone,
        keep_original: options.keep_originals,
        ..Source::default()
    };
    match ingest::read(&answer.body, source) {
        Ok(mut capture) => {
            capture.addresses.retain(|address| is_same_site(asked, address));
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

fn media_type(answer: &PageResponse) -> String {
    let said = answer.content_type.as_deref().unwrap_or_default();
    said.split(';').next().unwrap_or_default().trim().to_ascii_lowercase()
}

/// Returns whether the page at `asked` may speak for `address`: a page that calls another site's
/// article its own must not add versions to that article.
fn is_same_site(asked: &str, address: &str) -> bool {
    let host = |text: &str| {
        let host = Url::parse(text).ok()?.host_str()?.to_ascii_lowercase();
        Some(host.strip_prefix("www.").unwrap_or(&host).to_owned())
    };
    let (Some(asked), Some(own)) = (host(asked), host(address)) else { return false };
    let below = |a: &str, b: &str| a.strip_suffix(b).is_some_and(|head| head.ends_with('.')) && b.contains('.');
    asked == own || below(&asked, &own) || below(&own, &asked)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_speaks_for_its_own_site_only() {
        let check =
            |asked: &str, address: &str, want: bool| assert_eq!(is_same_site(asked, address), want, "{address}");
        check("https://www.post.example/a", "https://post.example/b", true);
        check("https://amp.post.example/a", "https://www.post.example/b", true);
        check("https://post.example/a", "https://herald.example/b", false);
        check("https://outpost.example/a", "https://post.example/b", false);
        check("https://post.example/a", "https://example/b", false);
        check("https://post.example/a", "javascript:alert(1)", false);
    }
}
