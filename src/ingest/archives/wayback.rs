//! Asks the Wayback Machine, or a server like it, which copies of a page it has, and for each of them.
//!
//! One request a second at most, by the clock that is handed in. A copy that cannot be had is asked for once more when all
//! others are there; a server that refuses several in a row, or wants a long pause, is left alone. An outlet that had itself left out of the archive is told by name: that is not "nothing found".

use std::collections::VecDeque;

use chrono::{DateTime, NaiveDateTime, TimeDelta, Utc};
use url::Url;

use super::page::{ArchiveError, ArchivedAnswer, ArchivedPage, HttpAnswer, PageArchive, PageName, PageWanted};
use crate::ingest::http::{FetchError, PageRequest, PageResponse, PageSource, retry_after};
use crate::model::with_causes;

/// The least time between two requests.
const PAUSE: TimeDelta = TimeDelta::seconds(1);
/// The wait after a server asked for one without saying how long; doubled each time …
const BACK_OFF: TimeDelta = TimeDelta::seconds(15);
/// … and so often in a row before the copy is given up.
const MOST_REFUSALS: u32 = 6;
/// Copies in a row that are given up before the import ends.
const MOST_FAILURES: u32 = 3;
/// A server that asks for a longer pause is not asked again.
const LONGEST_PAUSE: TimeDelta = TimeDelta::minutes(15);
/// Copies that one answer lists; the next ones are asked for by the key that ends it.
const LIST_LENGTH: usize = 1000;
/// The longest list that is read, in bytes.
const MAX_LIST: u64 = 16 << 20;
/// Copies of one address, at most.
const MOST_COPIES: usize = 200_000;
/// Lists of one address, at most, however few copies each names.
const MOST_LISTS: usize = MOST_COPIES / LIST_LENGTH;

/// Waits until a moment; returns `false` when the reader ended the program meanwhile.
pub(super) type WaitUntil<'t> = dyn Fn(DateTime<Utc>) -> bool + 't;

/// Which copies are asked for.
#[derive(Clone, Debug)]
pub struct WaybackRange {
    /// Address of the page.
    pub url: String,
    pub from: Option<DateTime<Utc>>,
    pub to: Option<DateTime<Utc>>,
    /// Server that has the copies.
    pub server: Url,
    /// Bytes that are read of a copy, at most.
    pub max_bytes: u64,
}

/// A copy as the list names it.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Memento {
    stamp: String,
    captured: DateTime<Utc>,
    original: String,
    is_second_try: bool,
}

/// Why the server gave no answer.
enum NoAnswer {
    /// It has no use to ask further.
    End(ArchiveError),
    /// It refuses just now.
    Refused(ArchiveError),
    /// It gave one that cannot be used: one word, and the reason.
    Useless(&'static str, String),
}

/// Reads the copies of a page.
pub struct Mementos<'t> {
    range: WaybackRange,
    source: &'t dyn PageSource,
    now: &'t dyn Fn() -> DateTime<Utc>,
    wait: &'t WaitUntil<'t>,
    next_at: Option<DateTime<Utc>>,
    left: VecDeque<Memento>,
    again: VecDeque<Memento>,
    /// Copies that were given up in a row.
    failures: u32,
    has_ended: bool,
    read: usize,
}

impl From<NoAnswer> for ArchiveError {
    fn from(none: NoAnswer) -> Self {
        match none {
            NoAnswer::End(error) | NoAnswer::Refused(error) => error,
            NoAnswer::Useless(_, why) => Self(why),
        }
    }
}

impl<'t> Mementos<'t> {
    /// Asks which copies there are.
    ///
    /// # Errors
    ///
    /// When the server cannot be asked, or has been told to leave the outlet out.
    pub fn list(
        range: WaybackRange,
        source: &'t dyn PageSource,
        now: &'t dyn Fn() -> DateTime<Utc>,
        wait: &'t WaitUntil<'t>,
    ) -> Result<Self, ArchiveError> {
        let (left, again) = (VecDeque::new(), VecDeque::new());
        let (next_at, failures, has_ended) = (None, 0, false);
        let mut mementos = Self { range, source, now, wait, next_at, left, again, failures, has_ended, read: 0 };
        let mut key = None;
        for _ in 0..MOST_LISTS {
            let url = mementos.list_address(key.as_deref())?;
            let answer = mementos.ask(&url, MAX_LIST)?;
            let text = String::from_utf8_lossy(&answer.body).into_owned();
            if answer.status != 200 || text.contains("AccessControlException") {
                return Err(mementos.refused(answer.status, &text));
            }
            if !is_list(&text) {
                return Err(ArchiveError("the archive answers with status 200, but with no list of copies".to_owned()));
            }
            let (found, next) = listed(&text);
            mementos.left.extend(found);
            match next {
                Some(next) if mementos.left.len() < MOST_COPIES && key.as_deref() != Some(next.as_str()) => {
                    key = Some(next);
                }
                _ => break,
            }
        }
        Ok(mementos)
    }

    /// Returns how many copies are left to ask for.
    pub fn left(&self) -> usize {
        self.left.len() + self.again.len()
    }

    fn list_address(&self, key: Option<&str>) -> Result<Url, ArchiveError> {
        let mut url = self.range.server.join("/cdx/search/cdx").map_err(ArchiveError::of)?;
        let stamp = |time: DateTime<Utc>| time.format("%Y%m%d%H%M%S").to_string();
        let mut query = url.query_pairs_mut();
        query.append_pair("url", &self.range.url);
        query.append_pair("fl", "timestamp,original,mimetype,statuscode,digest");
        query.append_pair("filter", "statuscode:200");
        query.append_pair("collapse", "digest");
        query.append_pair("limit", &LIST_LENGTH.to_string());
        query.append_pair("showResumeKey", "true");
        for (name, time) in [("from", self.range.from), ("to", self.range.to)] {
            if let Some(time) = time {
                query.append_pair(name, &stamp(time));
            }
        }
        if let Some(key) = key {
            query.append_pair("resumeKey", key);
        }
        drop(query);
        Ok(url)
    }

    /// Asks when a second has passed since the last request; asks again where the server wants a pause.
    fn ask(&mut self, url: &Url, max_bytes: u64) -> Result<PageResponse, NoAnswer> {
        let end = |why: &str| NoAnswer::End(ArchiveError(format!("{why}; run it again to go on")));
        let request = PageRequest { url, etag: None, last_modified: None, max_bytes };
        let mut refusals = 0;
        loop {
            if let Some(at) = self.next_at
                && !(self.wait)(at)
            {
                return Err(end("it was stopped"));
            }
            let answer = self.source.get(&request);
            let now = (self.now)();
            self.next_at = Some(now + PAUSE);
            let (why, asked) = match answer {
                Ok(answer) if matches!(answer.status, 429 | 500 | 502 | 503 | 504) => {
                    (format!("it answers with status {}", answer.status), answer.retry_after)
                }
                Ok(answer) => return Ok(answer),
                Err(error) if is_lasting(&error) => return Err(NoAnswer::Useless(error.code(), with_causes(&error))),
                Err(error) => (with_causes(&error), None),
            };
            refusals += 1;
            if refusals == MOST_REFUSALS {
                return Err(NoAnswer::Refused(ArchiveError(format!("the archive cannot be asked just now: {why}"))));
            }
            let wait = BACK_OFF * (1 << (refusals - 1));
            let asked = asked.as_deref().and_then(|value| retry_after(value, now));
            if let Some(asked) = asked.filter(|asked| now + LONGEST_PAUSE < *asked) {
                return Err(end(&format!("the archive asks for a pause until {}", asked.format("%Y-%m-%d %H:%M UTC"))));
            }
            self.next_at = Some(asked.unwrap_or(now + wait).max(now + PAUSE));
        }
    }

    /// Says why the archive gave no list.
    fn refused(&self, status: u16, text: &str) -> ArchiveError {
        let host = Url::parse(&self.range.url).ok().and_then(|url| url.host_str().map(str::to_owned));
        let host = host.unwrap_or_else(|| self.range.url.clone());
        let is_left_out = text.contains("AccessControlException") || text.contains("Blocked Site") || status == 403;
        ArchiveError(match is_left_out {
            true => format!("{host} has had itself left out of the archive"),
            false => format!("the archive answers with status {status}"),
        })
    }

    fn memento(&mut self, memento: &Memento) -> Result<ArchivedAnswer, NoAnswer> {
        // `id_` asks for the page as it was, without the archive's own frame.
        let path = format!("/web/{}id_/{}", memento.stamp, memento.original);
        let url = self.range.server.join(&path);
        let url = url.map_err(|error| NoAnswer::Useless("address", with_causes(&error)))?;
        let answer = self.ask(&url, self.range.max_bytes)?;
        Ok(match answer.status {
            // Another copy is shown in its place; it is in the list by its own moment.
            301 | 302 | 307 | 308 => ArchivedAnswer::Unusable("redirect"),
            status => ArchivedAnswer::Page(HttpAnswer {
                status,
                content_type: answer.content_type,
                etag: None,
                last_modified: None,
                body: answer.body,
            }),
        })
    }
}

/// Returns whether a server would give the same answer again.
const fn is_lasting(error: &FetchError) -> bool {
    matches!(error, FetchError::TooLarge { .. } | FetchError::Address { .. })
}

impl PageArchive for Mementos<'_> {
    fn next_page(&mut self, wanted: &mut PageWanted<'_>) -> Result<Option<ArchivedPage>, ArchiveError> {
        while let Some(memento) = self.left.pop_front().or_else(|| self.again.pop_front()) {
            let name = PageName { url: Some(memento.original.clone()), ..PageName::of_url(memento.original.clone()) };
            if !memento.is_second_try {
                self.read += 1;
                if !wanted(&name, memento.captured) {
                    continue;
                }
            }
            let answer = match self.memento(&memento) {
                Ok(answer) => answer,
                Err(NoAnswer::Useless(reason, _)) => ArchivedAnswer::Unusable(reason),
                Err(NoAnswer::End(error)) => {
                    self.has_ended = true;
                    return Err(error);
                }
                Err(NoAnswer::Refused(error)) => {
                    self.failures += 1;
                    self.has_ended = self.failures == MOST_FAILURES;
                    if self.has_ended || memento.is_second_try {
                        return Err(error.in_part(&format!("{} of {}", memento.original, memento.stamp)));
                    }
                    self.again.push_back(Memento { is_second_try: true, ..memento });
                    continue;
                }
            };
            self.failures = 0;
            return Ok(Some(ArchivedPage { name, captured: memento.captured, answer }));
        }
        Ok(None)
    }

    fn entries(&self) -> usize {
        self.read
    }

    fn has_more_parts(&self) -> bool {
        !self.has_ended && 0 < self.left()
    }
}

/// Returns whether an answer is a list, be it an empty one: a page that says sorry with status 200 is none.
fn is_list(text: &str) -> bool {
    let list = text.split_once("\n\n").map_or(text, |(list, _)| list);
    let is_stamp = |word: &str| word.len() == 14 && word.bytes().all(|byte| byte.is_ascii_digit());
    list.lines().find(|line| !line.trim().is_empty()).is_none_or(|line| line.split(' ').next().is_some_and(is_stamp))
}

/// Reads a list: `timestamp original type status digest` a line, and the key of the next list behind an empty line.
fn listed(text: &str) -> (Vec<Memento>, Option<String>) {
    let (list, key) = text.split_once("\n\n").map_or((text, None), |(list, key)| (list, Some(key.trim().to_owned())));
    let memento = |line: &str| {
        let mut words = line.split(' ');
        let (stamp, original, media_type) = (words.next()?, words.next()?, words.next().unwrap_or_default());
        let is_page = matches!(media_type, "text/html" | "application/xhtml+xml" | "warc/revisit" | "unk" | "-");
        let captured = NaiveDateTime::parse_from_str(stamp, "%Y%m%d%H%M%S").ok()?.and_utc();
        let is_web = original.starts_with("http://") || original.starts_with("https://");
        let (stamp, original) = (stamp.to_owned(), original.to_owned());
        (is_page && is_web).then_some(Memento { stamp, captured, original, is_second_try: false })
    };
    (list.lines().filter_map(memento).collect(), key.filter(|key| !key.is_empty()))
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::sync::Mutex;

    use super::*;

    /// A server that answers from a table and notes when it was asked.
    struct Recorded {
        answers: Mutex<VecDeque<(u16, &'static str)>>,
        /// Seconds that a refusal asks for.
        retry_after: Option<&'static str>,
        asked: Mutex<Vec<String>>,
    }

    impl PageSource for Recorded {
        fn get(&self, request: &PageRequest<'_>) -> Result<PageResponse, FetchError> {
            self.asked.lock().unwrap().push(request.url.to_string());
            let (status, body) = self.answers.lock().unwrap().pop_front().unwrap_or((200, "<p>page"));
            if request.max_bytes < body.len() as u64 {
                return Err(FetchError::TooLarge { limit_mb: 0 });
            }
            let retry_after = self.retry_after.map(str::to_owned);
            Ok(PageResponse { status, body: body.as_bytes().to_vec(), retry_after, ..PageResponse::default() })
        }
    }

    /// Reads all copies by a clock that stands still unless it is waited by; returns them, the requests, and how long it took.
    fn read(answers: &[(u16, &'static str)]) -> (Result<Vec<ArchivedPage>, ArchiveError>, Vec<String>, i64) {
        read_from(answers, None)
    }

    fn read_from(
        answers: &[(u16, &'static str)],
        retry_after: Option<&'static str>,
    ) -> (Result<Vec<ArchivedPage>, ArchiveError>, Vec<String>, i64) {
        let answers = Mutex::new(answers.iter().copied().collect());
        let source = Recorded { answers, retry_after, asked: Mutex::default() };
        let clock = Cell::new(DateTime::UNIX_EPOCH);
        let now = || clock.get();
        let wait = |at: DateTime<Utc>| {
            clock.set(at.max(clock.get()));
            true
        };
        let range = WaybackRange {
            url: "https://post.example/a".to_owned(),
            from: Some(DateTime::UNIX_EPOCH),
            to: None,
            server: Url::parse("https://archive.example").unwrap(),
            max_bytes: 1000,
        };
        let pages = Mementos::list(range, &source, &now, &wait).and_then(|mut mementos| {
            let mut pages = Vec::new();
            while let Some(page) = mementos.next_page(&mut |_, _| true)? {
                pages.push(page);
            }
            Ok(pages)
        });
        let asked = source.asked.lock().unwrap().clone();
        (pages, asked, clock.get().timestamp())
    }

    const LIST: &str = "20250424080000 https://post.example/a text/html 200 AAA\n20250424090000 https://post.example/a text/html 200 BBB\n20250424093000 https://post.example/a.png image/png 200 CCC\n";

    #[test]
    fn copies_are_listed_and_asked_for_one_a_second() {
        let (pages, asked, seconds) = read(&[(200, LIST)]);
        let pages = pages.unwrap();
        assert_eq!((pages.len(), asked.len(), seconds), (2, 3, 2));
        assert!(asked[0].contains("from=19700101000000") && asked[0].contains("showResumeKey=true"), "{asked:?}");
        assert_eq!(asked[1], "https://archive.example/web/20250424080000id_/https://post.example/a");
        assert_eq!(pages[0].captured, "2025-04-24T08:00:00Z".parse::<DateTime<Utc>>().unwrap());
    }

    #[test]
    fn long_lists_come_in_parts() {
        let (pages, asked, _) =
            read(&[(200, "20250424080000 https://post.example/a text/html 200 A\n\nkey+1\n"), (200, LIST)]);
        assert_eq!((pages.unwrap().len(), asked.len()), (3, 5));
        assert!(asked[1].ends_with("resumeKey=key%2B1"), "{asked:?}");
    }

    #[test]
    fn a_server_that_is_overrun_is_waited_for_and_a_copy_is_asked_for_twice() {
        let (pages, _, seconds) = read(&[(200, LIST), (429, ""), (503, "")]);
        assert_eq!((pages.unwrap().len(), seconds), (2, 1 + 15 + 30 + 1));
        let refusing: Vec<(u16, &'static str)> = [(200, LIST)].into_iter().chain([(503, ""); 6]).collect();
        let (pages, asked, _) = read(&refusing);
        let pages = pages.unwrap();
        assert_eq!((pages.len(), asked.len()), (2, 9));
        assert!(pages[0].captured > pages[1].captured, "the copy that failed comes last");
        let down: Vec<(u16, &'static str)> = [(503, ""); 6].to_vec();
        assert!(read(&down).0.unwrap_err().0.contains("status 503"));
    }

    #[test]
    fn a_server_that_refuses_is_left_alone() {
        let refusing: Vec<(u16, &'static str)> = [(200, LIST)].into_iter().chain([(503, ""); 24]).collect();
        let (pages, asked, seconds) = read(&refusing);
        let why = pages.unwrap_err().0;
        assert!(why.contains("20250424080000") && why.contains("status 503"), "{why}");
        assert_eq!(asked.len(), 1 + 3 * 6);
        assert!(seconds < 30 * 60, "{seconds}");
        let (pages, asked, seconds) = read_from(&[(200, LIST), (429, "")], Some("86400"));
        assert!(pages.unwrap_err().0.contains("a pause until 1970-01-02"));
        assert_eq!((asked.len(), seconds), (2, 1));
    }

    #[test]
    fn an_answer_that_is_too_large_is_not_asked_for_again() {
        let (pages, asked, _) = read(&[(200, LIST), (200, Box::leak("<p>a".repeat(500).into_boxed_str()))]);
        let pages = pages.unwrap();
        assert_eq!((pages.len(), asked.len()), (2, 3));
        assert_eq!(pages[0].answer, ArchivedAnswer::Unusable("too-large"));
    }

    #[test]
    fn an_outlet_that_is_left_out_is_named() {
        let blocked = "org.archive.util.io.RuntimeIOException: org.archive.wayback.exception.AdministrativeAccessControlException: Blocked Site Error";
        for answer in [(403, blocked), (200, blocked), (403, "")] {
            assert_eq!(read(&[answer]).0.unwrap_err().0, "post.example has had itself left out of the archive");
        }
        assert_eq!(read(&[(200, "")]).0.unwrap(), []);
    }

    #[test]
    fn a_page_in_the_place_of_a_list_is_told() {
        for page in ["<!DOCTYPE html><title>Sorry</title>", "\n<html>back soon", "Sorry, back soon.\n\nWe are sorry."] {
            let (pages, asked, _) = read(&[(200, page)]);
            assert!(pages.unwrap_err().0.contains("no list of copies"), "{page}");
            assert_eq!(asked.len(), 1);
        }
    }
}
