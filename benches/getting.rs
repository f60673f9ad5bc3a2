//! Times how articles come in: pages read and recorded, pages looked at again, a web archive walked.
//!
//! `cargo bench --bench getting`. Everything runs on this machine: servers on loopback, a store in a folder of its own.

mod allocator;
mod simulated_time;

use std::io::{BufRead as _, BufReader, Cursor, Read as _, Write as _};
use std::net::{TcpListener, TcpStream};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use divan::Bencher;
use divan::counter::{BytesCount, ItemsCount};
use writethru::ingest::archives::PageArchive as _;
use writethru::ingest::archives::warc::WarcPages;
use writethru::ingest::http::{Cookies, FetchError, HttpClient, HttpSettings, PageRequest, PageResponse, PageSource};
use writethru::ingest::{self, Source};
use writethru::model::{DocumentTime, OriginKind};
use writethru::store::WatchKind;
use writethru::track::{Access, Archive, FetchOptions, NewWatch, Submission, TimeSource as _, WatchSettings};

use simulated_time::SimulatedTime;

/// Servers that are asked at the same time …
const SERVERS: usize = 8;
/// … and the articles of each.
const ARTICLES: usize = 60;

fn main() {
    divan::main();
}

/// Returns a page as news sites build them, of some 60 KB: forty paragraphs among menus, scripts, boxes and links.
fn page(article: usize, version: usize) -> String {
    let script =
        "<script>window.dataLayer = window.dataLayer || []; function tag(){dataLayer.push(arguments);}</script>"
            .repeat(60);
    let menu = (0..120)
        .map(|n| format!("<li class='nav__item'><a href='/section/{n}'>Section {n}</a></li>"))
        .collect::<Vec<_>>()
        .concat();
    let paragraph = |n: usize| {
        let told = if n == 3 { version } else { n };
        format!(
            "<p class='css-1x{n} story-body__text'>The council of district {article} met for hour {n} on Thursday and heard from \
             <a href='/topic/{n}'>residents</a> of street number {told}, who asked when the bridge would open again, who would \
             pay for the work on its pillars, and why nobody had been told of it in {article}.</p>"
        )
    };
    let body: String = (0..40)
        .map(|n| match n % 8 {
            5 => format!("{}<aside class='ad'><p>Advertisement</p></aside>", paragraph(n)),
            _ => paragraph(n),
        })
        .collect();
    let related = (0..60)
        .map(|n| format!("<div class='card'><h3><a href='/a/{n}'>Another report, number {n}</a></h3></div>"))
        .collect::<Vec<_>>()
        .concat();
    format!(
        "<!DOCTYPE html><html lang='en'><head><title>Report {article}</title>{script}<script type='application/ld+json'>\
         {{\"@type\":\"NewsArticle\",\"headline\":\"Report {article}\",\"datePublished\":\"2025-04-24T08:00:00Z\"}}</script></head>\
         <body><nav><ul>{menu}</ul></nav><main><article><h1>Report {article}</h1>{body}</article>\
         <section class='related'>{related}</section></main><footer><ul>{menu}</ul></footer></body></html>"
    )
}

fn begin() -> DateTime<Utc> {
    "2025-04-24T08:00:00Z".parse().expect("a time")
}

/// One page is read, recorded and stored, in bulk, on one core.
#[divan::bench(sample_count = 5)]
fn html_page_to_version(bencher: Bencher<'_, '_>) {
    const PAGES: usize = 200;
    let pages: Vec<(String, String)> = (0..PAGES).map(|n| (format!("https://post.example/{n}"), page(n, 1))).collect();
    bencher.counter(ItemsCount::new(PAGES)).with_inputs(archive).bench_values(|(folder, archive)| {
        let read = |(url, html): &(String, String)| {
            let (kind, content_type) = (OriginKind::Fetch, Some("text/html; charset=utf-8"));
            let source =
                Source { name: url, kind, content_type, url: Some(url), keep_original: true, ..Source::default() };
            let capture = ingest::read(html.as_bytes(), source).expect("an article");
            let captured = Some(DocumentTime::Instant(begin()));
            Submission { capture, captured, ..Submission::default() }
        };
        let submissions: Vec<Submission> = pages.iter().map(read).collect();
        for submission in &submissions {
            archive.record(submission, begin()).expect("the disk has room");
        }
        (folder, archive)
    });
}

fn archive() -> (tempfile::TempDir, Archive) {
    let folder = tempfile::tempdir().expect("a folder");
    let archive = Archive::open(&folder.path().join("store.db")).expect("a new store");
    (folder, archive)
}

/// Answers "not modified" to whoever knows the page.
struct Unmodified(String);

impl PageSource for Unmodified {
    fn get(&self, request: &PageRequest<'_>) -> Result<PageResponse, FetchError> {
        let etag = Some("\"1\"".to_owned());
        Ok(match (request.url.path(), request.etag) {
            ("/robots.txt", _) => PageResponse { status: 404, ..PageResponse::default() },
            (_, Some(_)) => PageResponse { status: 304, etag, ..PageResponse::default() },
            _ => PageResponse { status: 200, etag, body: self.0.clone().into_bytes(), ..PageResponse::default() },
        })
    }
}

/// A page that is as it was is looked at again: all but the network.
#[divan::bench(sample_count = 5)]
fn unchanged_page_looked_at_again(bencher: Bencher<'_, '_>) {
    const LOOKS: usize = 200;
    let (_folder, mut archive) = archive();
    let time = SimulatedTime::new(begin());
    let pages = Unmodified(page(1, 1));
    let options = FetchOptions { pause: Duration::ZERO, ..FetchOptions::default() };
    let shared = Mutex::new(&mut archive);
    let access = Access { archive: &shared, pages: &pages, robots: &pages, time: &time, options: &options };
    writethru::track::look(access, "https://post.example/a").expect("the store can be used");
    bencher.counter(ItemsCount::new(LOOKS)).bench_local(|| {
        for _ in 0..LOOKS {
            time.sleep_until(time.now() + TimeDelta::minutes(5));
            writethru::track::look(access, "https://post.example/a").expect("the store can be used");
        }
    });
}

/// A server on loopback whose articles change in one of ten looks.
fn serve(requests: &'static AtomicUsize) -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    let port = listener.local_addr().expect("an address").port();
    std::thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            std::thread::spawn(move || talk(stream, requests));
        }
    });
    port
}

fn talk(mut stream: TcpStream, requests: &AtomicUsize) -> Option<()> {
    stream.set_nodelay(true).ok()?;
    let mut reader = BufReader::new(stream.try_clone().ok()?);
    loop {
        let (mut line, mut path) = (String::new(), String::new());
        while reader.read_line(&mut line).ok()? > 2 {
            if path.is_empty() {
                line.split(' ').nth(1)?.clone_into(&mut path);
            }
            line.clear();
        }
        if path.is_empty() {
            return None;
        }
        let Ok(article) = path.trim_start_matches("/a").parse::<usize>() else {
            stream.write_all(b"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n").ok()?;
            continue;
        };
        let look = requests.fetch_add(1, Ordering::Relaxed) / (SERVERS * ARTICLES);
        let body = page(article, if article % 10 == look % 10 { look } else { 0 });
        let head = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {}\r\n\r\n",
            body.len()
        );
        stream.write_all(head.as_bytes()).and_then(|()| stream.write_all(body.as_bytes())).ok()?;
    }
}

/// Every watched article is looked at once, over HTTP: each answer is a whole page, one in ten has changed.
#[divan::bench(sample_count = 5)]
fn watched_pages_on_loopback(bencher: Bencher<'_, '_>) {
    static REQUESTS: AtomicUsize = AtomicUsize::new(0);
    let (_folder, mut archive) = archive();
    let time = SimulatedTime::new(begin());
    let settings = HttpSettings {
        contact: None,
        allow_private: true,
        timeout: Duration::from_secs(10),
        cookies: Cookies::default(),
    };
    let client = HttpClient::new(settings);
    let options = FetchOptions { pause: Duration::ZERO, ..FetchOptions::default() };
    let shared = Mutex::new(&mut archive);
    let access = Access { archive: &shared, pages: &client, robots: &client, time: &time, options: &options };
    for port in (0..SERVERS).map(|_| serve(&REQUESTS)) {
        for n in 0..ARTICLES {
            let (url, kind) = (format!("http://127.0.0.1:{port}/a{n}"), Some(WatchKind::Article));
            writethru::track::add_watch(access, &NewWatch { url, kind, ..NewWatch::default() }).expect("a watch");
        }
    }
    bencher.counter(ItemsCount::new(SERVERS * ARTICLES)).bench_local(|| {
        time.sleep_until(time.now() + TimeDelta::days(1));
        shared.lock().expect("nobody panicked").make_due(None, time.now()).expect("the store can be used");
        let settings = WatchSettings { jobs: SERVERS, until: None, once: true, at_any_hour: true };
        writethru::track::run_watch(access, settings, &|_| ()).expect("the store can be used");
    });
}

/// A web archive of 2,000 pages, each record packed by itself, is walked from its beginning to its end.
#[divan::bench(sample_count = 3)]
fn web_archive_walked(bencher: Bencher<'_, '_>) {
    let (packed, length) = web_archive(2_000);
    bencher.counter(BytesCount::new(length)).bench_local(|| {
        let mut pages = WarcPages::new(Cursor::new(&packed), 16 << 20).expect("an archive");
        let mut read = 0;
        while let Some(page) = pages.next_page(&mut |_, _| true).expect("it is whole") {
            read += page.length();
        }
        assert!(length / 2 < read);
    });
}

/// Returns a web archive and its length when unpacked.
fn web_archive(pages: usize) -> (Vec<u8>, usize) {
    let (mut packed, mut length) = (Vec::new(), 0);
    for number in 0..pages {
        let block = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{}", page(number, 0));
        let head = format!(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://post.example/{number}\r\n\
             WARC-Date: 2025-04-24T08:00:00Z\r\nContent-Length: {}\r\n\r\n",
            block.len()
        );
        let record = format!("{head}{block}\r\n\r\n");
        length += record.len();
        let mut packer = flate2::read::GzEncoder::new(record.as_bytes(), flate2::Compression::fast());
        packer.read_to_end(&mut packed).expect("memory takes all");
    }
    (packed, length)
}
