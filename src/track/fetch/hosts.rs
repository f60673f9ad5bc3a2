//! Asks no server more often than one may, and only for what its robots.txt allows.
//!
//! What is known of a server stands in the store, so that all processes share it: each takes a
//! turn in a transaction of its own, and whoever comes second waits for the next one. A server
//! that says 403, 429 or 503 is slowed down for all; each good answer makes it faster again.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use url::Url;

use super::options::FetchOptions;
use super::shared::{LookResult, SharedArchive, lock};
use super::time_source::TimeSource;
use crate::ingest::decode;
use crate::ingest::http::{
    FetchError, PageRequest, PageResponse, PageSource, ROBOTS_LIMIT, RobotRules, host_of, retry_after,
};
use crate::store::HostState;

/// A server that refuses gets this pause at least.
const SLOW: TimeDelta = TimeDelta::seconds(30);
/// And this one at most, unless it asks for more itself.
const SLOWEST: TimeDelta = TimeDelta::hours(1);
/// A turn farther ahead than servers may ask for comes of a clock that was wrong.
const FARTHEST: TimeDelta = TimeDelta::days(8);
/// How long a robots.txt is good (RFC 9309).
const ROBOTS_GOOD: TimeDelta = TimeDelta::hours(24);
/// When to ask again for one that could not be read.
const ROBOTS_AGAIN: TimeDelta = TimeDelta::minutes(10);
/// Redirects that are followed to a robots.txt (RFC 9309).
const ROBOTS_HOPS: usize = 5;

/// What requests go through: the store that servers' turns stand in, who answers, and a clock.
#[derive(Clone, Copy)]
pub struct Access<'w, 'a> {
    pub archive: &'w SharedArchive<'a>,
    /// Answers requests for pages.
    pub pages: &'w dyn PageSource,
    /// Answers requests for robots.txt.
    pub robots: &'w dyn PageSource,
    pub time: &'w dyn TimeSource,
    pub options: &'w FetchOptions,
}

/// Whether a request may be sent.
type Permit = std::result::Result<(), FetchError>;

impl Access<'_, '_> {
    /// Asks for a page when it is allowed and the server's turn has come.
    pub(crate) fn ask(&self, request: &PageRequest<'_>) -> LookResult<std::result::Result<PageResponse, FetchError>> {
        let rules = match self.rules(request.url)? {
            Ok(rules) => rules,
            Err(error) => return Ok(Err(error)),
        };
        let path = &request.url[url::Position::BeforePath..url::Position::AfterQuery];
        if !rules.allows(path) {
            return Ok(Err(FetchError::Robots { host: host_of(request.url) }));
        }
        if let Err(error) = self.turn(request.url, rules.crawl_delay())? {
            return Ok(Err(error));
        }
        let answer = self.pages.get(request);
        self.note_answer(request.url, &answer)?;
        Ok(answer)
    }

    /// Returns what the server asks of programs; reads its robots.txt when that is due.
    fn rules(&self, url: &Url) -> LookResult<std::result::Result<RobotRules, FetchError>> {
        let name = host_of(url);
        let known = lock(self.archive).store.host(&name)?.unwrap_or_default();
        let now = self.time.now();
        let is_good = known.robots_until.is_some_and(|until| now < until && until <= now + ROBOTS_GOOD);
        let host = match is_good {
            true => known,
            false => match self.read_robots(url)? {
                Ok(host) => host,
                Err(error) => return Ok(Err(error)),
            },
        };
        Ok(match (host.robots_error, host.robots) {
            (Some(why), _) => Err(FetchError::RobotsUnknown { host: name, why }),
            (None, Some(text)) => Ok(RobotRules::read(&text)),
            (None, None) => Ok(RobotRules::default()),
        })
    }

    /// Reads a server's robots.txt and keeps it: a 4xx allows everything, a 5xx nothing for now.
    fn read_robots(&self, url: &Url) -> LookResult<std::result::Result<HostState, FetchError>> {
        let mut at = url.join("/robots.txt").expect("a path fits behind any host");
        let mut hops = 0;
        let (robots, robots_error) = loop {
            if let Err(error) = self.turn(&at, None)? {
                return Ok(Err(error));
            }
            let request = PageRequest { url: &at, etag: None, last_modified: None, max_bytes: 8 * ROBOTS_LIMIT };
            let answer = self.robots.get(&request);
            self.note_answer(&at, &answer)?;
            match answer {
                Ok(page) if (200..300).contains(&page.status) => break (Some(text_of(&page)), None),
                Ok(page) if page.status == 429 || 500 <= page.status => {
                    break (None, Some(format!("status {}", page.status)));
                }
                Ok(page) => match next(&at, &page).filter(|_| hops < ROBOTS_HOPS) {
                    Some(to) => (at, hops) = (to, hops + 1),
                    None => break (None, None),
                },
                Err(error @ (FetchError::Broken { .. } | FetchError::TooLarge { .. })) => {
                    break (None, Some(error.to_string()));
                }
                // The page itself would fail the same way.
                Err(error) => return Ok(Err(error)),
            }
        };
        let good = if robots_error.is_none() { ROBOTS_GOOD } else { ROBOTS_AGAIN };
        let until = Some(self.time.now() + good);
        let name = host_of(url);
        let archive = lock(self.archive);
        let kept = archive.store.write(|store| -> LookResult<HostState> {
            let mut host = store.host(&name)?.unwrap_or_default();
            (host.robots, host.robots_error, host.robots_until) = (robots, robots_error, until);
            store.save_host(&name, &host)?;
            Ok(host)
        })?;
        Ok(Ok(kept))
    }

    /// Waits for the server's turn and takes it.
    fn turn(&self, url: &Url, crawl_delay: Option<Duration>) -> LookResult<Permit> {
        let name = host_of(url);
        let least = delta(self.options.pause).max(crawl_delay.map_or(TimeDelta::zero(), delta));
        let begun = self.time.now();
        loop {
            let now = self.time.now();
            let Some(at) = self.take_turn(&name, now, least)? else { return Ok(Ok(())) };
            if begun + delta(self.options.patience) < at {
                let seconds = (at - now).num_seconds().max(1) as u64;
                return Ok(Err(FetchError::Paused { host: name, seconds }));
            }
            if !self.time.sleep_until(at) {
                return Ok(Err(FetchError::Stopped));
            }
        }
    }

    /// Takes the turn, or returns when the next one comes.
    fn take_turn(&self, name: &str, now: DateTime<Utc>, least: TimeDelta) -> LookResult<Option<DateTime<Utc>>> {
        let archive = lock(self.archive);
        let known = archive.store.host(name)?.unwrap_or_default();
        if known.pause == 0 && least.is_zero() && known.free_at <= now {
            return Ok(None);
        }
        archive.store.write(|store| {
            let mut host = store.host(name)?.unwrap_or_default();
            if now < host.free_at && host.free_at < now + FARTHEST {
                return Ok(Some(host.free_at));
            }
            host.free_at = now + least.max(TimeDelta::milliseconds(host.pause));
            store.save_host(name, &host)?;
            Ok(None)
        })
    }

    /// Slows a server down that refuses, and speeds one up that answers.
    fn note_answer(&self, url: &Url, answer: &std::result::Result<PageResponse, FetchError>) -> LookResult<()> {
        let Ok(page) = answer else { return Ok(()) };
        let name = host_of(url);
        let now = self.time.now();
        let is_refusal = matches!(page.status, 403 | 429 | 503);
        let archive = lock(self.archive);
        if !is_refusal && archive.store.host(&name)?.is_none_or(|host| host.pause == 0) {
            return Ok(());
        }
        archive.store.write(|store| {
            let mut host = store.host(&name)?.unwrap_or_default();
            match is_refusal {
                true => {
                    let pause = TimeDelta::milliseconds(host.pause.saturating_mul(2)).clamp(SLOW, SLOWEST);
                    let asked = page.retry_after.as_deref().and_then(|value| retry_after(value, now));
                    host.pause = pause.num_milliseconds();
                    host.free_at = host.free_at.max(now + pause).max(asked.unwrap_or(now));
                }
                false => host.pause /= 2,
            }
            Ok(store.save_host(&name, &host)?)
        })
    }
}

/// Returns where a redirect leads, if it leads to a page.
pub(super) fn next(from: &Url, page: &PageResponse) -> Option<Url> {
    let location = page.location.as_deref().filter(|_| matches!(page.status, 301 | 302 | 303 | 307 | 308))?;
    let mut to = from.join(location.trim()).ok()?;
    to.set_fragment(None);
    Some(to)
}

fn text_of(page: &PageResponse) -> String {
    let length = page.body.len().min(ROBOTS_LIMIT as usize);
    decode(&page.body[..length], page.content_type.as_deref()).text
}

pub(super) fn delta(duration: Duration) -> TimeDelta {
    TimeDelta::from_std(duration).unwrap_or(TimeDelta::MAX)
}
