//! Watches a simulated web for a simulated month: no sleeping, no network, the real store and plan.
//!
//! Eight sites publish articles through the first three weeks and rewrite them; one site fails on every third day, another
//! never answers. The clock jumps back and ahead. The watch is started anew every few hours, each time after one that died
//! in the middle of a look. `WRITETHRU_LONG_TESTS=1` has five hundred articles instead of eighty.

use std::collections::HashMap;
use std::sync::Mutex;

use chrono::{DateTime, TimeDelta, Utc};

use super::manage::{NewWatch, add_watch};
use super::run::{WatchSettings, run};
use crate::ingest::http::{FetchError, PageRequest, PageResponse, PageSource};
use crate::store::WatchKind;
use crate::track::Archive;
use crate::track::fetch::{Access, FetchOptions, TimeSource, lock};

const SITES: usize = 8;
/// Articles of each site.
const FEW: usize = 10;
/// The same in the long form: five hundred in all.
const MANY: usize = 63;
/// A page that was found failing, or by a clock that jumped, may be seen so much later.
const JUMPED: TimeDelta = TimeDelta::hours(8);
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
    /// Articles of each site.
    articles: usize,
    /// When each server was asked, and each address.
    requests: Mutex<HashMap<String, Vec<DateTime<Utc>>>>,
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
fn feed(site: usize, articles: usize, now: DateTime<Utc>) -> String {
    let mut out: Vec<_> = (0..articles).map(|n| (changes(site, n)[0], n)).filter(|(time, _)| *time <= now).collect();
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
        for asked in [host.clone(), request.url.to_string()] {
            self.requests.lock().unwrap().entry(asked).or_default().push(now);
        }
        if site == DEAD {
            return Err(FetchError::Timeout { host, seconds: 30 });
        }
        if site == FLAKY && (now - begin()).num_days() % 3 == 2 {
            return Ok(PageResponse { status: 503, ..PageResponse::default() });
        }
        let body = match request.url.path() {
            "/robots.txt" => return Ok(PageResponse { status: 404, ..PageResponse::default() }),
            "/feed" => feed(site, self.articles, now),
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
#[expect(clippy::disallowed_methods, reason = "a test has no command line to be told by")]
fn a_month_of_watching_misses_nothing_and_asks_no_more_than_it_should() {
    let articles = if std::env::var_os("WRITETHRU_LONG_TESTS").is_some() { MANY } else { FEW };
    let time = SimulatedTime {
        now: Mutex::new(begin()),
        jumps: Mutex::new(vec![
            (begin() + TimeDelta::days(17), TimeDelta::hours(6)),
            (begin() + TimeDelta::days(9), TimeDelta::hours(-2)),
        ]),
    };
    let web = SimulatedWeb { time: &time, articles, requests: Mutex::default() };
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
            // Every five hours the program ends and is started again, after one that took a page and died.
            let due = lock(&shared).store.due_plans(time.now(), 1).unwrap();
            if let Some(row) = due.first() {
                lock(&shared).store.lease_plan(row, time.now() + TimeDelta::minutes(5)).unwrap();
            }
            let until = Some((time.now() + TimeDelta::hours(5)).min(end));
            run(access, WatchSettings { jobs: 1, until, once: false, at_any_hour: false }, &|_| ()).unwrap();
        }
    }
    check_versions(&archive, articles);
    check_requests(&web);
    check_intervals(&web);
    check_growth(&archive, articles);
    assert_eq!(archive.store.file_faults().unwrap(), Vec::<String>::new());
}

/// Checks that each text that stood long enough was recorded, and soon.
fn check_versions(archive: &Archive, articles: usize) {
    let mut caught = 0;
    for site in (0..SITES).filter(|site| *site != DEAD) {
        for number in 0..articles {
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
                allowed += if jumped { JUMPED } else { TimeDelta::zero() };
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
    assert!(caught > articles * 10, "{caught}");
}

/// Checks that no site was asked too often, and the dead one hardly at all.
fn check_requests(web: &SimulatedWeb<'_>) {
    let requests = web.requests.lock().unwrap();
    for (host, times) in requests.iter().filter(|(asked, _)| !asked.contains('/')) {
        let quick = times.windows(2).filter(|pair| pair[0] <= pair[1] && pair[1] - pair[0] < TimeDelta::seconds(2));
        assert_eq!(quick.count(), 0, "{host} was asked twice within two seconds");
        let most = 2_000 + 180 * web.articles;
        assert!(times.len() < most, "{host} was asked {} times", times.len());
    }
    assert!(requests["s7.example"].len() < 60, "{}", requests["s7.example"].len());
}

/// Checks that no page waited longer than its rest allows, from the first day to the last.
fn check_intervals(web: &SimulatedWeb<'_>) {
    let requests = web.requests.lock().unwrap();
    for site in (0..SITES).filter(|site| ![FLAKY, DEAD].contains(site)) {
        for number in 0..web.articles {
            let changed = changes(site, number);
            let looks = &requests[&format!("https://s{site}.example/a{number}")];
            for pair in looks.windows(2).filter(|pair| pair[0] < pair[1]) {
                let last = changed.iter().rev().find(|time| **time <= pair[0]).unwrap_or(&changed[0]);
                let usual = ((pair[0] - *last) / 6).max(TimeDelta::minutes(5)) * 11 / 10 + TimeDelta::minutes(20);
                let jumped = (9..=18).contains(&(pair[0] - begin()).num_days());
                let allowed = if jumped { usual + JUMPED } else { usual };
                assert!(pair[1] - pair[0] <= allowed, "a{number} of site {site}: from {} to {}", pair[0], pair[1]);
            }
        }
    }
}

/// Checks that what the store holds grows with the articles and their texts, and with nothing else.
fn check_growth(archive: &Archive, articles: usize) {
    let counts = archive.store.counts().unwrap();
    let texts: usize = (0..SITES).flat_map(|site| (0..articles).map(move |n| changes(site, n).len())).sum();
    assert!(counts.versions <= texts, "{counts:?}");
    assert!(counts.articles <= (SITES - 1) * articles, "{counts:?}");
    // Some fifty looks in the month after each text.
    assert!(counts.captures < 70 * texts, "{counts:?}");
    let watches = archive.store.watches().unwrap();
    let plans: usize =
        watches.iter().map(|watch| archive.store.plans_of(watch.id, usize::MAX >> 1).unwrap().len()).sum();
    assert_eq!(plans, SITES + (SITES - 1) * articles);
    let looks = archive.store.pages().unwrap().into_iter().map(|page| archive.store.page_looks(page.id).unwrap().len());
    let most = looks.max().unwrap_or_default();
    assert!(most < 300, "{most} looks that brought nothing are kept of one page");
}
