//! States how pages are fetched and filed.

use std::time::Duration;

use chrono_tz::Tz;

/// How pages are fetched and filed.
#[derive(Clone, Debug)]
pub struct FetchOptions {
    /// Story to file new articles under; made where there is none.
    pub story: Option<String>,
    /// Article that the page is a version of; without it, found by address.
    pub article: Option<String>,
    /// Who publishes it, where the page does not say.
    pub outlet: Option<String>,
    /// Zone of a story that is made, and of dates that state none.
    pub timezone: Option<Tz>,
    /// Keep the page beside its text.
    pub keep_originals: bool,
    /// Bytes that are read of an answer, at most.
    pub max_bytes: u64,
    /// The least time between two requests to one server.
    pub pause: Duration,
    /// The longest time to wait for a server's turn before giving up.
    pub patience: Duration,
    /// Ask without what is known of the answer before, so that the whole page comes.
    pub unconditional: bool,
}

impl Default for FetchOptions {
    fn default() -> Self {
        Self {
            story: None,
            article: None,
            outlet: None,
            timezone: None,
            keep_originals: true,
            max_bytes: 16 << 20,
            pause: Duration::from_secs(2),
            patience: Duration::from_mins(2),
            unconditional: false,
        }
    }
}
