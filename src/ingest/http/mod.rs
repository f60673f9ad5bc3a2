//! Asks servers for pages, politely, one request at a time.
//!
//! In: a [`PageRequest`], an address with what is known of it. Out: a [`PageResponse`] within
//! limits of size and time, or a [`FetchError`] that says why there is none. Redirects are answers
//! here: whoever asks decides about every hop (`track::fetch`).
//!
//! In order:
//! - `address_guard.rs`: which network addresses are public; `resolver.rs`: names to such addresses
//! - `client.rs`: one request over HTTP; `via.rs`: one request through the reader's own program
//! - `headers.rs`: what an answer says of time; `cookies.rs`: a file of cookies
//! - `robots.rs`: what a site asks of programs; `error.rs`: why there is no answer

mod address_guard;
mod client;
mod cookies;
mod error;
mod headers;
mod resolver;
mod robots;
mod via;

use url::Url;

pub use client::{HttpClient, HttpSettings};
pub use cookies::{Cookies, CookiesError};
pub use error::FetchError;
pub use headers::retry_after;
pub use robots::{ROBOTS_LIMIT, RobotRules};
pub use via::ViaCommand;

/// What programs call themselves in `User-Agent` and look for in robots.txt.
pub const PRODUCT: &str = "writethru";

/// A page to ask for.
#[derive(Clone, Debug)]
pub struct PageRequest<'r> {
    /// Its address.
    pub url: &'r Url,
    /// The `ETag` of the answer before.
    pub etag: Option<&'r str>,
    /// The `Last-Modified` of the answer before, as it was sent.
    pub last_modified: Option<&'r str>,
    /// Bytes that are read, at most.
    pub max_bytes: u64,
}

/// What a server answered.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageResponse {
    /// HTTP status code.
    pub status: u16,
    /// The header `ETag`.
    pub etag: Option<String>,
    /// The header `Last-Modified`, as sent.
    pub last_modified: Option<String>,
    /// The header `Content-Type`, as sent.
    pub content_type: Option<String>,
    /// The header `Location`, as sent.
    pub location: Option<String>,
    /// The header `Retry-After`, as sent.
    pub retry_after: Option<String>,
    /// Seconds for which the answer says that it stays good.
    pub max_age: Option<u64>,
    /// The body, unpacked.
    pub body: Vec<u8>,
}

/// Something that answers requests for pages: HTTP, another program, or a simulated web in tests.
pub trait PageSource: Sync {
    /// Asks once, without following redirects.
    ///
    /// # Errors
    ///
    /// [`FetchError`] when there is no whole answer within the limits.
    fn get(&self, request: &PageRequest<'_>) -> Result<PageResponse, FetchError>;
}

/// Reads an address that may be fetched: `http` or `https` with a host, without a password in it.
///
/// # Errors
///
/// [`FetchError::Address`] says what is wrong with it.
pub fn fetchable_url(text: &str) -> Result<Url, FetchError> {
    let bad = |why: &str| FetchError::Address { address: text.trim().to_owned(), why: why.to_owned() };
    let mut url = Url::parse(text.trim()).map_err(|error| match error {
        url::ParseError::RelativeUrlWithoutBase => bad("it does not begin with https:// or http://"),
        error => bad(&error.to_string()),
    })?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(bad("only http and https are fetched"));
    }
    if url.host_str().is_none_or(str::is_empty) {
        return Err(bad("it names no host"));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(bad("it holds a user name or password"));
    }
    url.set_fragment(None);
    Ok(url)
}

/// Returns the name under which requests to a server are counted: host and port.
pub fn host_of(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    match url.port() {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    }
}

/// Returns whether two addresses are of one site: of one host, or of hosts of which one lies below the other.
pub fn is_same_site(a: &Url, b: &Url) -> bool {
    let host = |url: &Url| {
        let host = url.host_str()?.to_ascii_lowercase();
        Some(host.strip_prefix("www.").unwrap_or(&host).to_owned())
    };
    let (Some(a), Some(b)) = (host(a), host(b)) else { return false };
    let below = |a: &str, b: &str| a.strip_suffix(b).is_some_and(|head| head.ends_with('.')) && b.contains('.');
    a == b || below(&a, &b) || below(&b, &a)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_web_addresses_are_fetched() {
        let check = |text: &str, want: &str| {
            let got = fetchable_url(text).map_or_else(|error| error.to_string(), String::from);
            assert!(got.ends_with(want), "{text}: {got}");
        };
        check(" https://Example.org/a b#top ", "https://example.org/a%20b");
        check("file:///etc/passwd", "only http and https are fetched");
        check("example.org/a", "it does not begin with https:// or http://");
        check("https://me:secret@example.org/", "it holds a user name or password");
        check("http://[::1", "invalid IPv6 address");
        assert_eq!(host_of(&fetchable_url("http://a.example:8080/x").unwrap()), "a.example:8080");
        assert_eq!(host_of(&fetchable_url("https://a.example:443/x").unwrap()), "a.example");
    }

    #[test]
    fn hosts_below_one_another_are_one_site() {
        let check = |a: &str, b: &str, want: bool| {
            assert_eq!(is_same_site(&Url::parse(a).unwrap(), &Url::parse(b).unwrap()), want, "{b}");
        };
        check("https://www.post.example/a", "https://post.example/b", true);
        check("https://amp.post.example/a", "https://www.post.example/b", true);
        check("https://post.example/a", "https://herald.example/b", false);
        check("https://outpost.example/a", "https://post.example/b", false);
        check("https://post.example/a", "https://example/b", false);
        check("https://post.example/a", "javascript:alert(1)", false);
    }
}
