//! Watches a simulated web for a simulated month: no sleeping, no network, the real store and plan.
//!
//! Eight sites publish twenty-five articles each through the first three weeks and rewrite them; one site
//! fails on every third day, another never answers. The clock jumps back and ahead, and the watch
//! is started anew every few hours.

use std::collections::HashMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use chrono::{DateTime, TimeDelta, Utc};

use super::manage::{NewWatch, add_watch};
use super::run::{WatchSettings, run};
use crate::ingest::http::{FetchError, PageRequest, PageResponse, PageSource};
use crate::store::WatchKind;
use crate::track::Archive;
use crate::track::fetch::{Access, FetchOptions, TimeSource};

const SITES: usize = 8;
const ARTICLES: usize = 25;
/// The site that fails on every third day.
const FLAKY: usize = 3;
/// The site that never answers.
const DEAD: usize = 7;

/// A clock that moves only when somebody waits.
struct SimulatedTime {
    now: Mutex<DateTime<Utc>>,
    /// Jumps that are still to come: when, and by how much.
    jumps: Mutex<Vec<(DateTime<Utc>, TimeDelta)>>,
}

impl TimeSource for SimulatedTime {
    fn now(&self) -> DateTime<Utc> {
        *self.now.lock().unwrap()
    }

    fn sleep_until(&self, at: DateTime<Utc>) -> bool {
        let mut now = self.now.lock().unwrap();
        *now = at.max(*now);
        let mut jumps = self.jumps.lock().unwrap();
        if let Some((_, jump)) = jumps.pop_if(|(when, _)| *when <= *now) {
            *now += jump;
        }
        true
    }
}

/// Sites whose articles change at known moments.
struct SimulatedWeb<'t> {
    time: &'t SimulatedTime,
    requests: Mutex<HashMap<String, Vec<DateTime<Utc>>>>,
    sent: AtomicUsize,
}

fn begin() -> DateTime<Utc> {
    "2025-04-01T00:00:00Z".parse().unwrap()
}

/// When an article is published and rewritten: the same on every machine, no two alike.
fn changes(site: usize, article: usize) -> Vec<DateTime<Utc>> {
    let minute = (site * 7919 + article * 603) % (21 * 24 * 60);
    let first = begin() + TimeDelta::minutes(minute as i64);
    let gaps = [25, 90, 700, 3 * 1440].into_iter().take(1 + (site + article) % 4);
    let mut all = vec![first];
    for gap in gaps {
        all.push(all[all.len() - 1] + TimeDelta::minutes(gap));
    }
    all
}

fn page(site: usize, article: usize, version: usize) -> String {
    let line = |n: usize| {
        format!("<p>Line {n} of report {article} at site {site} tells what the council said at hour {n}.</p>")
    };
    let lines = (0..12).map(line).collect::<Vec<_>>().concat();
    format!(
        "<html><body><article><h1>Report {article}</h1><p>Text number {version}.</p>{lines}</article></body></html>"
    )
}

/// Returns the feed of a site, which names its ten latest articles only.
fn feed(site: usize, now: DateTime<Utc>) -> String {
    let mut out: Vec<_> = (0..ARTICLES).map(|n| (changes(site, n)[0], n)).filter(|(time, _)| *time <= now).collect();
    out.sort();
    let item = |(time, n): &(DateTime<Utc>, usize)| {
        let date = time.to_rfc2822();
        format!("<item><link>https://s{site}.example/a{n}</link><pubDate>{date}</pubDate></item>")
    };
    let items = out.iter().rev().take(10).map(item).collect::<Vec<_>>().concat();
    format!("<rss version=\"2.0\"><channel><title>S</title>{items}</channel></rss>")
}

impl PageSource for SimulatedWeb<'_> {
    fn get(&self, request: &PageRequest<'_>) -> Result<PageResponse, FetchError> {
        let now = self.time.now();
        let host = request.url.host_str().unwrap().to_owned();
        let site: usize = host[1..host.find('.').unwrap()].parse().unwrap();
        self.requests.lock().unwrap().entry(host.clone()).or_default().push(now);
        self.sent.fetch_add(1, Ordering::Relaxed);
        if site == DEAD {
            return Err(FetchError::Timeout { host, seconds: 30 });
        }
        if site == FLAKY && (now - begin()).num_days() % 3 == 2 {
            return Ok(PageResponse { status: 503, ..PageResponse::default() });
        }
        let body = match request.url.path() {
            "/robots.txt" => return Ok(PageResponse { status: 404, ..PageResponse::default() }),
            "/feed" => feed(site, now),
            path => {
                let article: usize = path[2..].parse().unwrap();
                match changes(site, article).iter().filter(|time| **time <= now).count() {
                    0 => return Ok(PageResponse { status: 404, ..PageResponse::default() }),
                    version => page(site, article, version),
                }
            }
        };
        Ok(PageResponse { status: 200, body: body.into_bytes(), ..PageResponse::default() })
    }
}

#[test]
fn a_month_of_watching_misses_nothing_and_asks_no_more_than_it_should() {
    let time = SimulatedTime {
        now: Mutex::new(begin()),
        jumps: Mutex::new(vec![
            (begin() + TimeDelta::days(17), TimeDelta::hours(6)),
            (begin() + TimeDelta::days(9), TimeDelta::hours(-2)),
        ]),
    };
    let web = SimulatedWeb { time: &time, requests: Mutex::default(), sent: AtomicUsize::new(0) };
    let mut archive = Archive::in_memory().unwrap();
    let options = FetchOptions::default();
    {
        let shared = Mutex::new(&mut archive);
        let access = Access { archive: &shared, pages: &web, robots: &web, time: &time, options: &options };
        for site in 0..SITES {
            let (url, kind) = (format!("https://s{site}.example/feed"), Some(WatchKind::Feed));
            add_watch(access, &NewWatch { url, kind, name: Some(format!("s{site}")), ..NewWatch::default() }).unwrap();
        }
        let end = begin() + TimeDelta::days(30);
        while time.now() < end {
            // Every five hours the program ends and is started again.
            let until = Some((time.now() + TimeDelta::hours(5)).min(end));
            run(access, WatchSettings { jobs: 1, until, once: false }, &|_| ()).unwrap();
        }
    }
    check_versions(&archive);
    check_requests(&web);
    assert_eq!(archive.store.file_faults().unwrap(), Vec::<String>::new());
}

/// Checks that each text that stood long enough was recorded, and soon.
fn check_versions(archive: &Archive) {
    let mut caught = 0;
    for site in (0..SITES).filter(|site| *site != DEAD) {
        for number in 0..ARTICLES {
            let times = changes(site, number);
            let key = format!("s{site}.example/a{number}");
            let article = archive.store.article_at(&key).unwrap().unwrap_or_else(|| panic!("{key} was never found"));
            let versions = archive.store.versions(article).unwrap();
            for (index, changed) in times.iter().enumerate() {
                let rested = if index == 0 { TimeDelta::hours(6) } else { *changed - times[index - 1] };
                // A sixth of the rest, the jitter, and the server's other pages; a jump of the clock or a failing
                // day comes on top.
                let mut allowed = (rested / 6).max(TimeDelta::minutes(5)) * 13 / 10 + TimeDelta::minutes(15);
                if site == FLAKY {
                    allowed += TimeDelta::hours(30);
                }
                let jumped = (9..=18).contains(&(*changed - begin()).num_days());
                allowed += if jumped { TimeDelta::hours(8) } else { TimeDelta::zero() };
                // What changed before the feed was looked at has no version of its own.
                if 0 < index && *changed < versions[0].captured {
                    continue;
                }
                if times.get(index + 1).is_some_and(|next| *next < *changed + allowed) {
                    continue; // it did not stand long enough
                }
                let seen = versions.iter().find(|version| *changed <= version.captured);
                let seen = seen.unwrap_or_else(|| panic!("{key}: the text of {changed} was missed"));
                assert!(seen.captured - *changed <= allowed, "{key}: {changed} seen at {}", seen.captured);
                caught += 1;
            }
            assert!(versions.len() <= times.len(), "{key} has a version too many");
        }
    }
    assert!(caught > 250, "{caught}");
}

/// Checks that no site was asked too often, and the dead one hardly at all.
fn check_requests(web: &SimulatedWeb<'_>) {
    let requests = web.requests.lock().unwrap();
    for (host, times) in requests.iter() {
        let quick = times.windows(2).filter(|pair| pair[0] <= pair[1] && pair[1] - pair[0] < TimeDelta::seconds(2));
        assert_eq!(quick.count(), 0, "{host} was asked twice within two seconds");
        assert!(times.len() < 6_500, "{host} was asked {} times", times.len());
    }
    assert!(requests["s7.example"].len() < 60, "{}", requests["s7.example"].len());
}
