//! Looks at a page that a visitor asks to record.
//!
//! A site's turn and its answer are waited for with a connection of its own, so that nobody else
//! who changes something has to wait for a slow site.

use std::sync::Mutex;
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};

use super::archives::Archives;
use super::error::Problem;
use crate::ingest::http::{Cookies, HttpClient, HttpSettings};
use crate::track::{Access, FetchOptions, TimeSource, look};
use crate::view::LookedView;

/// How long a site may take to answer.
const TIMEOUT: Duration = Duration::from_secs(30);
/// How long to wait for a site's turn: a visitor waits for the answer.
const PATIENCE: Duration = Duration::from_secs(20);

/// How sites are asked.
#[derive(Debug)]
pub(super) struct Fetcher(HttpClient);

/// A clock that can be waited by: it goes on from the moment of the request.
struct WaitingClock {
    at: DateTime<Utc>,
    since: Instant,
}

impl TimeSource for WaitingClock {
    fn now(&self) -> DateTime<Utc> {
        self.at + self.since.elapsed()
    }

    fn sleep_until(&self, at: DateTime<Utc>) -> bool {
        std::thread::sleep((at - self.now()).to_std().unwrap_or_default().min(PATIENCE));
        true
    }
}

impl Fetcher {
    /// Returns what asks sites; `contact` tells their owners whom to turn to.
    pub(super) fn new(contact: Option<String>, allow_private: bool) -> Self {
        let cookies = Cookies::default();
        Self(HttpClient::new(HttpSettings { contact, allow_private, timeout: TIMEOUT, cookies }))
    }

    /// Looks at a page and records what it shows; it takes as long as the site takes.
    pub(super) fn look(
        &self,
        archives: &Archives,
        now: DateTime<Utc>,
        url: &str,
        options: FetchOptions,
    ) -> Result<LookedView, Problem> {
        let options = FetchOptions { patience: PATIENCE, ..options };
        let mut archive = archives.open_writer()?;
        let (archive, time) = (Mutex::new(&mut archive), WaitingClock { at: now, since: Instant::now() });
        let access = Access { archive: &archive, pages: &self.0, robots: &self.0, time: &time, options: &options };
        let looked = look(access, url);
        archives.note_change();
        Ok(looked?)
    }
}
