//! Asks for a page and follows its redirects, one by one.
//!
//! Every hop is checked like a request of its own: the server's turn, its robots.txt, the network
//! address behind its name. A walk ends with an answer that shows a page, or with the reason why
//! there is none.

use std::collections::HashSet;

use chrono::{DateTime, TimeDelta, Utc};
use url::Url;

use super::hosts::{Access, next};
use super::shared::LookResult;
use crate::ingest::feeds::looks_like_article;
use crate::ingest::http::{FetchError, PageRequest, PageResponse, fetchable_url, retry_after};
use crate::store::PageState;

/// Redirects that are followed, at most.
const MAX_HOPS: usize = 10;

/// How a request ended.
#[derive(Debug)]
pub(crate) struct Walk {
    /// The answer, or why there is none.
    pub end: Result<PageResponse, FetchError>,
    /// Where it ended.
    pub url: Url,
    /// Status and target of each redirect.
    pub hops: Vec<(u16, Url)>,
    /// The last status code that a server sent.
    pub status: Option<u16>,
    /// The last `Retry-After`, as sent.
    pub retry_after: Option<String>,
}

impl Walk {
    /// Returns where the page has moved for good: every hop says so.
    pub(crate) fn moved_to(&self) -> Option<&Url> {
        let is_for_good = !self.hops.is_empty() && self.hops.iter().all(|(status, _)| matches!(status, 301 | 308));
        is_for_good.then_some(&self.url)
    }

    /// Returns when the server wants to be asked again.
    pub(crate) fn retry_at(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        match &self.end {
            Err(FetchError::Paused { seconds, .. }) => Some(now + TimeDelta::seconds((*seconds).min(1 << 30) as i64)),
            _ => self.retry_after.as_deref().and_then(|value| retry_after(value, now)),
        }
    }

    /// Returns the addresses it was redirected to.
    pub(crate) fn redirects(&self) -> Vec<String> {
        self.hops.iter().map(|(_, to)| to.to_string()).collect()
    }
}

/// Asks for `url`; `fresh` is what is known of the answer before, where that may be relied on.
pub(crate) fn walk(access: Access<'_, '_>, url: &Url, fresh: Option<&PageState>) -> LookResult<Walk> {
    let mut walk = Walk {
        end: Err(FetchError::TooManyRedirects { limit: MAX_HOPS }),
        url: url.clone(),
        hops: Vec::new(),
        status: None,
        retry_after: None,
    };
    let mut seen = HashSet::from([url.clone()]);
    while walk.hops.len() <= MAX_HOPS {
        let request = PageRequest {
            url: &walk.url,
            etag: fresh.and_then(|page| page.etag.as_deref()),
            last_modified: fresh.and_then(|page| page.last_modified.as_deref()),
            max_bytes: access.options.max_bytes,
        };
        let page = match access.ask(&request)? {
            Ok(page) => page,
            Err(error) => {
                walk.end = Err(error);
                break;
            }
        };
        walk.status = Some(page.status);
        walk.retry_after.clone_from(&page.retry_after);
        let Some(to) = next(&walk.url, &page) else {
            walk.end = judge(page, url, &walk);
            break;
        };
        walk.hops.push((page.status, to.clone()));
        if let Err(error) = fetchable_url(to.as_str()) {
            walk.end = Err(error);
            break;
        }
        if !seen.insert(to.clone()) {
            walk.end = Err(FetchError::Circle { url: to.to_string() });
            break;
        }
        walk.url = to;
    }
    Ok(walk)
}

/// Returns the answer if it may show a page.
fn judge(page: PageResponse, asked: &Url, walk: &Walk) -> Result<PageResponse, FetchError> {
    let status = page.status;
    match status {
        200 | 203 if !walk.hops.is_empty() && is_front(&walk.url) && !is_front(asked) => {
            Err(FetchError::FrontPage { url: walk.url.to_string() })
        }
        200 | 203 if !walk.hops.is_empty() && is_section_of(&walk.url, asked) => {
            Err(FetchError::Section { url: walk.url.to_string() })
        }
        200 | 203 | 304 => Ok(page),
        404 | 410 => Err(FetchError::Gone { status }),
        429 => Err(FetchError::TooManyRequests),
        401 | 402 | 403 | 451 => Err(FetchError::Blocked { status }),
        _ => Err(FetchError::Status { status }),
    }
}

/// Returns whether `url` is what an article's address `asked` stands below: `/news` for `/news/mill-fire`.
///
/// Where an article was removed, many servers lead on to its section. An address that is itself one of an article is none,
/// and other forms of a page (`amp`, `index.html`, a number of a page) stand below it.
fn is_section_of(url: &Url, asked: &Url) -> bool {
    const FORMS: [&str; 8] = ["all", "amp", "amp.html", "full", "index.htm", "index.html", "index.php", "print"];
    let parts = |url: &Url| -> Vec<String> {
        let parts = url.path_segments().into_iter().flatten().filter(|part| !part.is_empty());
        parts.map(str::to_ascii_lowercase).collect()
    };
    let (section, article) = (parts(url), parts(asked));
    let below = article.strip_prefix(&section[..]).and_then(<[String]>::first);
    let is_form = |part: &String| FORMS.contains(&part.as_str()) || part.bytes().all(|byte| byte.is_ascii_digit());
    below.is_some_and(|part| !is_form(part)) && url.query().is_none() && !looks_like_article(url)
}

/// Returns whether an address is that of a site's front page.
fn is_front(url: &Url) -> bool {
    url.query().is_none() && matches!(url.path(), "" | "/" | "/index.html" | "/index.php" | "/home")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_article_stands_below_is_its_section() {
        let check = |asked: &str, url: &str, want: bool| {
            let at = |path: &str| Url::parse("https://post.example").unwrap().join(path).unwrap();
            assert_eq!(is_section_of(&at(url), &at(asked)), want, "{asked} leads to {url}");
        };
        check("/news/mill-fire", "/news/", true);
        check("/news/uk/mill-fire-kills-two-8812345", "/news/uk", true);
        check("/news/mill-fire", "/news/mill-fire/", false);
        check("/news/mill-fire/amp", "/news/mill-fire", false);
        check("/news/mill/2", "/news/mill", false);
        check("/a/mill-fire-kills-two-8812345/the-mill", "/a/mill-fire-kills-two-8812345", false);
        check("/news/mill-fire", "/newsroom", false);
        check("/news/mill-fire", "/sport/mill-fire", false);
        check("/news/mill-fire", "/news?id=7", false);
    }
}
