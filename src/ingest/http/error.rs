//! Defines why a page could not be fetched.

use std::net::IpAddr;

/// Why there is no answer, or none that may be used. What was recorded before stays as it is.
#[derive(Debug, thiserror::Error)]
pub enum FetchError {
    #[error("`{address}` cannot be fetched: {why}")]
    Address { address: String, why: String },
    #[error("`{host}` leads to {ip}, which is no public address")]
    Private { host: String, ip: IpAddr },
    #[error("there is no host `{host}`")]
    NoHost { host: String },
    #[error("`{host}` cannot be reached")]
    Unreachable { host: String, source: Box<dyn std::error::Error + Send + Sync> },
    #[error("`{host}` has no valid certificate, or speaks no TLS")]
    Tls { host: String, source: Box<dyn std::error::Error + Send + Sync> },
    #[error("`{host}` did not answer within {seconds} seconds")]
    Timeout { host: String, seconds: u64 },
    #[error("the answer is longer than {limit_mb} MB")]
    TooLarge { limit_mb: u64 },
    #[error("the answer breaks off or is damaged: {why}")]
    Broken { why: String },
    #[error("the redirects lead in a circle, back to {url}")]
    Circle { url: String },
    #[error("more than {limit} redirects")]
    TooManyRedirects { limit: usize },
    #[error("the article's address now leads to the front page {url}")]
    FrontPage { url: String },
    #[error("the article's address now leads to its section {url}")]
    Section { url: String },
    #[error("robots.txt of `{host}` asks programs not to read this page")]
    Robots { host: String },
    #[error("robots.txt of `{host}` cannot be read, so nothing else is asked for: {why}")]
    RobotsUnknown { host: String, why: String },
    #[error("`{host}` asked for a pause of {} minutes", seconds.div_ceil(60))]
    Paused { host: String, seconds: u64 },
    #[error("the server refuses: status {status}")]
    Blocked { status: u16 },
    #[error("the server is asked too often: status 429")]
    TooManyRequests,
    #[error("the page is gone: status {status}")]
    Gone { status: u16 },
    #[error("the server answered with status {status}")]
    Status { status: u16 },
    #[error("the answer is no page but `{media_type}`")]
    NotAPage { media_type: String },
    #[error("`{program}` handed in no page: {why}")]
    Via { program: String, why: String },
    #[error("stopped before it was asked for")]
    Stopped,
}

impl FetchError {
    /// Returns the name of the reason that programs use, and the store keeps.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Address { .. } => "address",
            Self::Private { .. } => "private-address",
            Self::NoHost { .. } => "no-host",
            Self::Unreachable { .. } => "unreachable",
            Self::Tls { .. } => "tls",
            Self::Timeout { .. } => "timeout",
            Self::TooLarge { .. } => "too-large",
            Self::Broken { .. } => "broken",
            Self::Circle { .. } => "redirect-circle",
            Self::TooManyRedirects { .. } => "redirects",
            Self::FrontPage { .. } => "front-page",
            Self::Section { .. } => "section",
            Self::Robots { .. } => "robots",
            Self::RobotsUnknown { .. } => "robots-unknown",
            Self::Paused { .. } => "paused",
            Self::Blocked { .. } => "blocked",
            Self::TooManyRequests => "too-many-requests",
            Self::Gone { .. } => "gone",
            Self::Status { .. } => "status",
            Self::NotAPage { .. } => "media-type",
            Self::Via { .. } => "via",
            Self::Stopped => "stopped",
        }
    }

    /// Returns whether the server was asked: its turn may not have come, or the program's end came before.
    pub const fn was_asked(&self) -> bool {
        !matches!(self, Self::Paused { .. } | Self::Stopped)
    }

    /// Returns the status code behind it, where a server answered.
    pub const fn status(&self) -> Option<u16> {
        match self {
            Self::Blocked { status } | Self::Gone { status } | Self::Status { status } => Some(*status),
            Self::TooManyRequests => Some(429),
            _ => None,
        }
    }

    /// Returns what the reader can do next, if we know.
    pub fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::Address { .. } => "write the whole address, such as https://example.org/news/flood",
            Self::Private { .. } => "`--allow-private` reads pages on your own network",
            Self::NoHost { .. } => "check the address for a slip",
            Self::Unreachable { .. } | Self::Timeout { .. } | Self::Broken { .. } | Self::Status { .. } => {
                "try again later; what was recorded before is untouched"
            }
            Self::Tls { .. } => "open the address in a browser to see what is wrong with it",
            Self::TooLarge { .. } => "`--max-mb` raises the limit",
            Self::Circle { .. } | Self::TooManyRedirects { .. } => {
                "open the address in a browser and fetch where it ends"
            }
            Self::FrontPage { .. } | Self::Section { .. } => {
                "the article may have been removed; earlier versions are kept"
            }
            Self::Robots { .. } => "save the page from a browser and `writethru add` it",
            Self::RobotsUnknown { .. } | Self::Paused { .. } | Self::TooManyRequests => "try again later",
            Self::Blocked { .. } => {
                "the site blocks programs: save the page from a browser and `writethru add` it, or hand it in with `--via`"
            }
            Self::Gone { .. } => "earlier versions are kept",
            Self::NotAPage { .. } => "name the address of a page; `watch add` reads feeds and sitemaps",
            Self::Via { .. } => "run the program by hand to see what it prints",
            Self::Stopped => return None,
        };
        Some(hint.to_owned())
    }
}
