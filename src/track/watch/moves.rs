//! Follows pages that have moved for good.
//!
//! One redirect is no move: servers err, and sites are rebuilt. An address that has said for a week that it moved (301, 308),
//! and leads to a page that can be read, is asked no longer; the new one takes its place in the watch. What was recorded of
//! the old one stays, the fact that it moved included.

use chrono::{DateTime, TimeDelta, Utc};
use url::Url;

use crate::ingest::http::{fetchable_url, host_of};
use crate::store::{PageState, PlanRow, Watch};
use crate::track::{Archive, Result};

/// A move is believed when it has been told for so long.
const GRACE: TimeDelta = TimeDelta::days(7);

impl Archive {
    /// Looks at the new address of a page from now on, where it has been one for long enough.
    pub(super) fn follow_move(&self, row: &PlanRow, watch: &Watch, now: DateTime<Utc>) -> Result<()> {
        let Some(page) = self.store.page_at(&row.url)? else { return Ok(()) };
        let Some(url) = new_address(&page, now) else { return Ok(()) };
        let target = self.store.add_page(url.as_str())?;
        let known = self.store.page_at(url.as_str())?.filter(|known| known.article.is_some());
        if known.is_none() {
            // What the redirected look was answered is the new address's own answer.
            let own = PageState { id: target, url: url.to_string(), moved: None, ..page };
            self.store.save_page(&own)?;
        }
        self.store.replace_planned(row.page, target, &host_of(&url))?;
        if watch.url == row.url {
            self.store.move_watch(watch.id, url.as_str())?;
        }
        Ok(())
    }

    /// Returns the address that is asked for a page: the one it has moved to, where it has been one for long enough.
    pub(super) fn present_address(&self, url: &Url, now: DateTime<Utc>) -> Result<Url> {
        let page = self.store.page_at(url.as_str())?;
        Ok(page.and_then(|page| new_address(&page, now)).unwrap_or_else(|| url.clone()))
    }
}

/// Returns where a page has moved, if it has said so for long enough.
fn new_address(page: &PageState, now: DateTime<Utc>) -> Option<Url> {
    let (to, since) = page.moved.as_ref()?;
    let is_long = GRACE <= now - *since;
    fetchable_url(to).ok().filter(|url| is_long && url.as_str() != page.url)
}

#[cfg(test)]
mod tests {
    use std::sync::Mutex;

    use super::super::manage::{NewWatch, add_watch};
    use super::super::run::{WatchSettings, run};
    use super::*;
    use crate::ingest::http::{FetchError, PageRequest, PageResponse, PageSource};
    use crate::store::WatchKind;
    use crate::track::fetch::{Access, FetchOptions, TimeSource};

    /// A clock that moves only when somebody waits.
    struct Clock(Mutex<DateTime<Utc>>);

    impl TimeSource for Clock {
        fn now(&self) -> DateTime<Utc> {
            *self.0.lock().unwrap()
        }

        fn sleep_until(&self, at: DateTime<Utc>) -> bool {
            let mut now = self.0.lock().unwrap();
            *now = at.max(*now);
            true
        }
    }

    /// A server whose article and feed move on the first day; what was asked, and when.
    struct Site<'t>(&'t Clock, Mutex<Vec<(String, DateTime<Utc>)>>);

    const FEED: &str = "<rss version=\"2.0\"><channel><title>S</title><item><link>https://post.example/a</link></item></channel></rss>";

    impl PageSource for Site<'_> {
        fn get(&self, request: &PageRequest<'_>) -> std::result::Result<PageResponse, FetchError> {
            let now = self.0.now();
            let answer = |status, body: &str| PageResponse { status, body: body.into(), ..PageResponse::default() };
            let to = |url: &str| PageResponse { location: Some(url.to_owned()), ..answer(301, "") };
            let path = request.url.as_str().to_owned();
            self.1.lock().unwrap().push((path.clone(), now));
            let is_moved = TimeDelta::days(1) <= now - DateTime::UNIX_EPOCH;
            let line =
                "<p>The council met on Monday and heard what the engineers had found at the bridge.</p>".repeat(9);
            let article = format!("<html><body><article><h1>The bridge</h1>{line}</article></body></html>");
            Ok(match path.as_str() {
                "https://post.example/a" if is_moved => to("https://news.example/bridge-opens-again-2025"),
                "https://post.example/rss" if is_moved => to("https://news.example/rss"),
                "https://post.example/rss" | "https://news.example/rss" => answer(200, FEED),
                "https://post.example/a" | "https://news.example/bridge-opens-again-2025" => answer(200, &article),
                _ => answer(404, ""),
            })
        }
    }

    #[test]
    fn an_address_that_moved_for_good_is_followed_after_a_week() {
        let clock = Clock(Mutex::new(DateTime::UNIX_EPOCH));
        let site = Site(&clock, Mutex::default());
        let mut archive = Archive::in_memory().unwrap();
        let options = FetchOptions::default();
        {
            let shared = Mutex::new(&mut archive);
            let access = Access { archive: &shared, pages: &site, robots: &site, time: &clock, options: &options };
            let url = "https://post.example/rss".to_owned();
            let new = NewWatch { url, kind: Some(WatchKind::Feed), name: Some("s".to_owned()), ..NewWatch::default() };
            add_watch(access, &new).unwrap();
            let until = Some(DateTime::UNIX_EPOCH + TimeDelta::days(20));
            run(access, WatchSettings { jobs: 1, until, once: false, at_any_hour: false }, &|_| ()).unwrap();
        }
        let day = |days| DateTime::UNIX_EPOCH + TimeDelta::days(days);
        let asked = site.1.lock().unwrap();
        let last = |url: &str| asked.iter().filter(|(own, _)| own == url).map(|(_, at)| *at).max().unwrap();
        for url in ["https://post.example/a", "https://post.example/rss"] {
            assert!((day(8)..day(13)).contains(&last(url)), "{url}: {}", last(url));
        }
        assert!(day(15) < last("https://news.example/bridge-opens-again-2025"));
        let view = archive.watch_view("s", day(20)).unwrap();
        let urls: Vec<&str> = view.pages.iter().map(|page| page.url.as_str()).collect();
        assert_eq!(urls, ["https://news.example/rss", "https://news.example/bridge-opens-again-2025"]);
        assert_eq!(view.watch.url, "https://news.example/rss");
        let articles = archive.articles(None).unwrap().articles;
        assert_eq!((articles.len(), articles[0].versions), (1, 1), "one article, whatever its address");
    }
}
