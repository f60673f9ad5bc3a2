//! Sends one request over HTTP and reads the answer within limits.
//!
//! Nothing a server does may cost more than the limits: a body that never ends, one that unpacks
//! to a thousand times its size, one that trickles. Redirects are not followed here, so that
//! every hop is decided by rules of our own; no proxy of the environment is used, because it
//! would resolve names behind the guard's back.

use std::io::Read as _;
use std::time::Duration;

use ureq::http::{HeaderMap, Request, Response, header};
use ureq::unversioned::resolver::DefaultResolver;
use ureq::unversioned::transport::DefaultConnector;
use ureq::{Agent, Body, Error};
use url::Url;

use super::cookies::Cookies;
use super::error::FetchError;
use super::headers::max_age;
use super::resolver::GuardedResolver;
use super::{PRODUCT, PageRequest, PageResponse, PageSource, host_of};

/// A header that is longer is not one that is understood.
const MAX_HEADER: usize = 1024;
/// All headers together, in bytes.
const MAX_HEADERS: usize = 64 << 10;

/// How requests are sent.
#[derive(Clone, Debug)]
pub struct HttpSettings {
    /// How the site's owner reaches the reader: an address of mail or of a page.
    pub contact: Option<String>,
    /// Ask machines of the reader's own network too.
    pub allow_private: bool,
    /// The longest time for one request, the body included.
    pub timeout: Duration,
    /// Cookies to send where they belong.
    pub cookies: Cookies,
}

/// Sends requests over HTTP.
#[derive(Debug)]
pub struct HttpClient {
    agent: Agent,
    cookies: Cookies,
    seconds: u64,
}

impl HttpClient {
    /// Returns a client that keeps connections open for a while.
    pub fn new(settings: HttpSettings) -> Self {
        let config = Agent::config_builder()
            .max_redirects(0)
            .http_status_as_error(false)
            .proxy(None)
            .user_agent(user_agent(settings.contact.as_deref()))
            .timeout_global(Some(settings.timeout))
            .max_response_header_size(MAX_HEADERS)
            .build();
        let resolver = GuardedResolver { allow_private: settings.allow_private, inner: DefaultResolver::default() };
        let agent = Agent::with_parts(config, DefaultConnector::default(), resolver);
        Self { agent, cookies: settings.cookies, seconds: settings.timeout.as_secs() }
    }

    /// Sends bytes with these headers and returns the answer, of at most `max_bytes`.
    ///
    /// # Errors
    ///
    /// [`FetchError`] when there is no whole answer within the limits.
    pub fn post(
        &self,
        url: &Url,
        headers: &[(&str, &str)],
        bytes: &[u8],
        max_bytes: u64,
    ) -> Result<PageResponse, FetchError> {
        let request = PageRequest { url, etag: None, last_modified: None, max_bytes };
        let begun = headers.iter().fold(Request::post(url.as_str()), |ask, (name, value)| ask.header(*name, *value));
        let bad = |error: ureq::http::Error| FetchError::Address { address: url.to_string(), why: error.to_string() };
        let ask = begun.body(bytes).map_err(bad)?;
        let answer = self.agent.run(ask).map_err(|error| self.failed(&request, error))?;
        self.read_answer(&request, answer)
    }

    fn read_answer(&self, request: &PageRequest<'_>, answer: Response<Body>) -> Result<PageResponse, FetchError> {
        let (parts, body) = answer.into_parts();
        let mut page = response(parts.status.as_u16(), &parts.headers);
        // One byte more than allowed is read, so that a page of just the limit is still whole.
        let mut reader = body.into_with_config().reader().take(request.max_bytes + 1);
        reader.read_to_end(&mut page.body).map_err(|error| self.failed_io(request, error))?;
        match page.body.len() as u64 > request.max_bytes {
            true => Err(FetchError::TooLarge { limit_mb: request.max_bytes >> 20 }),
            false => Ok(page),
        }
    }

    fn failed(&self, request: &PageRequest<'_>, error: Error) -> FetchError {
        let host = host_of(request.url);
        match error {
            Error::Other(inner) => match inner.downcast::<FetchError>() {
                Ok(own) => *own,
                Err(source) => FetchError::Unreachable { host, source },
            },
            Error::Timeout(_) => FetchError::Timeout { host, seconds: self.seconds },
            Error::HostNotFound => FetchError::NoHost { host },
            Error::Tls(_) | Error::Rustls(_) | Error::Pem(_) => FetchError::Tls { host, source: Box::new(error) },
            Error::BodyExceedsLimit(limit) => FetchError::TooLarge { limit_mb: limit >> 20 },
            Error::Protocol(_) | Error::Http(_) | Error::Decompress(..) | Error::LargeResponseHeader(..) => {
                FetchError::Broken { why: error.to_string() }
            }
            Error::Io(io) => self.failed_io(request, io),
            error => FetchError::Unreachable { host, source: Box::new(error) },
        }
    }

    fn failed_io(&self, request: &PageRequest<'_>, error: std::io::Error) -> FetchError {
        use std::io::ErrorKind;
        let host = host_of(request.url);
        if error.get_ref().is_some_and(<dyn std::error::Error + Send + Sync>::is::<Error>) {
            let inner = error.into_inner().and_then(|inner| inner.downcast::<Error>().ok());
            return inner.map_or(FetchError::NoHost { host }, |inner| self.failed(request, *inner));
        }
        match error.kind() {
            ErrorKind::TimedOut => FetchError::Timeout { host, seconds: self.seconds },
            ErrorKind::UnexpectedEof | ErrorKind::InvalidData => FetchError::Broken { why: error.to_string() },
            // What the system's name resolution says has no kind of its own.
            _ if error.to_string().contains("lookup address") => FetchError::NoHost { host },
            _ if error.to_string().contains("certificate") => FetchError::Tls { host, source: Box::new(error) },
            _ => FetchError::Unreachable { host, source: Box::new(error) },
        }
    }
}

impl PageSource for HttpClient {
    fn get(&self, request: &PageRequest<'_>) -> Result<PageResponse, FetchError> {
        let mut ask = Request::get(request.url.as_str()).header(header::ACCEPT, "text/html,*/*;q=0.8");
        let cookie = self.cookies.header(request.url);
        let given = [
            (header::IF_NONE_MATCH, request.etag),
            (header::IF_MODIFIED_SINCE, request.last_modified),
            (header::COOKIE, cookie.as_deref()),
        ];
        for (name, value) in given {
            if let Some(value) = value {
                ask = ask.header(name, value);
            }
        }
        let bad =
            |error: ureq::http::Error| FetchError::Address { address: request.url.to_string(), why: error.to_string() };
        let ask = ask.body(()).map_err(bad)?;
        let answer = self.agent.run(ask).map_err(|error| self.failed(request, error))?;
        self.read_answer(request, answer)
    }
}

fn response(status: u16, headers: &HeaderMap) -> PageResponse {
    let text = |name: header::HeaderName| {
        let value = headers.get(name)?.to_str().ok()?.trim();
        (!value.is_empty() && value.len() <= MAX_HEADER).then(|| value.to_owned())
    };
    PageResponse {
        status,
        etag: text(header::ETAG),
        last_modified: text(header::LAST_MODIFIED),
        content_type: text(header::CONTENT_TYPE),
        location: headers.get(header::LOCATION).map(|value| String::from_utf8_lossy(value.as_bytes()).into_owned()),
        retry_after: text(header::RETRY_AFTER),
        max_age: text(header::CACHE_CONTROL).as_deref().and_then(max_age),
        body: Vec::new(),
    }
}

/// Returns the user agent: the program, its version, and how to reach whoever runs it.
fn user_agent(contact: Option<&str>) -> String {
    let version = env!("CARGO_PKG_VERSION");
    let plain = |text: &str| text.chars().filter(|c| matches!(c, ' '..='~')).collect::<String>();
    match contact.map(plain).filter(|contact| !contact.trim().is_empty()) {
        Some(contact) => format!("{PRODUCT}/{version} (+{})", contact.trim()),
        None => format!("{PRODUCT}/{version}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whoever_asks_says_who_they_are() {
        assert!(user_agent(None).starts_with("writethru/"));
        assert!(user_agent(Some("desk@post.example\r\nX: y")).ends_with(" (+desk@post.exampleX: y)"));
    }
}
