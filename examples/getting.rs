//! Measures what the benches cannot: the memory of a watch of many addresses, and a web archive of a gigabyte.
//!
//! ```text
//! cargo run --release --example getting -- watch 50000           plans and looks at so many addresses, without a network
//! cargo run --release --example getting -- warc FILE 20000 50   writes so many pages of so many KB, and walks them
//! ```
//! Each line tells what was done, how long it took, and the most memory that the process has held (Linux).

#[path = "../benches/simulated_time/mod.rs"]
mod simulated_time;

use std::fs::File;
use std::io::{BufReader, BufWriter, Write as _};
use std::path::Path;
use std::sync::Mutex;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use flate2::{Compression, write::GzEncoder};
use writethru::ingest::archives::PageArchive as _;
use writethru::ingest::archives::warc::WarcPages;
use writethru::ingest::http::{FetchError, PageRequest, PageResponse, PageSource};
use writethru::track::{Access, Archive, FetchOptions, TimeSource as _, WatchSettings};

use simulated_time::SimulatedTime;

type Failure = Box<dyn std::error::Error>;

/// Servers that the watched addresses are divided among.
const SERVERS: usize = 500;
/// Lines that are imported in one go.
const AT_ONCE: usize = 5_000;

fn main() -> Result<(), Failure> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    match words[..] {
        ["watch", n] => watch(n.parse()?),
        ["warc", file, pages, kilobytes] => warc(Path::new(file), pages.parse()?, kilobytes.parse()?),
        _ => Err("say `watch NUMBER` or `warc FILE PAGES KILOBYTES`".into()),
    }
}

/// Says what was done since `begun`, and the most memory that was held.
fn tell(what: &str, begun: Instant) {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let most = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).map_or("unknown", str::trim);
    println!("{what}: {:.2} s, memory at most {most}", begun.elapsed().as_secs_f64());
}

/// Answers each address with a page of its own, and "not modified" to whoever knows it.
struct Pages;

impl PageSource for Pages {
    fn get(&self, request: &PageRequest<'_>) -> Result<PageResponse, FetchError> {
        let etag = Some("\"1\"".to_owned());
        Ok(match (request.url.path(), request.etag) {
            ("/robots.txt", _) => PageResponse { status: 404, ..PageResponse::default() },
            (_, Some(_)) => PageResponse { status: 304, etag, ..PageResponse::default() },
            _ => PageResponse {
                status: 200,
                etag,
                body: page(request.url.as_str(), 2).into_bytes(),
                ..PageResponse::default()
            },
        })
    }
}

/// Returns a page of some kilobytes.
fn page(name: &str, kilobytes: usize) -> String {
    let line = |n: usize| {
        format!(
            "<p>The council that {name} tells of met for hour {n}, and heard from the people of street {n} what they asked of it.</p>"
        )
    };
    let lines: String = (0..kilobytes * 7).map(line).collect();
    format!(
        "<html><body><nav><a href='/'>News</a></nav><article><h1>Report of {name}</h1>{lines}</article></body></html>"
    )
}

/// Watches so many addresses: plans them, looks at each twice.
fn watch(n_addresses: usize) -> Result<(), Failure> {
    let folder = tempfile::tempdir()?;
    let mut archive = Archive::open(&folder.path().join("store.db"))?;
    let now: DateTime<Utc> = "2025-04-24T08:00:00Z".parse()?;
    let begun = Instant::now();
    let watch =
        r#"{"watch":{"name":"all","url":"https://s0.example/0","kind":"article","created":"2025-04-24T00:00:00Z"}}"#;
    archive.import(&[watch.to_owned()], 1, true, now)?;
    let line = |n: usize| format!(r#"{{"page":{{"url":"https://s{}.example/{n}","watch":"all"}}}}"#, n % SERVERS);
    for first in (0..n_addresses).step_by(AT_ONCE) {
        let lines: Vec<String> = (first..n_addresses.min(first + AT_ONCE)).map(line).collect();
        archive.import(&lines, 1, true, now)?;
    }
    tell(&format!("{n_addresses} addresses planned"), begun);
    let time = SimulatedTime::new(now);
    let options = FetchOptions { pause: Duration::ZERO, ..FetchOptions::default() };
    let shared = Mutex::new(&mut archive);
    let access = Access { archive: &shared, pages: &Pages, robots: &Pages, time: &time, options: &options };
    for what in ["first looks", "looks that find nothing new"] {
        let begun = Instant::now();
        shared.lock().expect("nobody panicked").make_due(None, time.now())?;
        let settings = WatchSettings { jobs: 1, until: None, once: true, at_any_hour: true };
        let summary = writethru::track::run_watch(access, settings, &|_| ())?;
        tell(&format!("{} {what}", summary.looks), begun);
        time.sleep_until(time.now() + TimeDelta::hours(1));
    }
    Ok(())
}

/// Writes a web archive unless it is there, and walks it.
fn warc(file: &Path, pages: usize, kilobytes: usize) -> Result<(), Failure> {
    if !file.exists() {
        let begun = Instant::now();
        let mut out = BufWriter::new(File::create(file)?);
        for number in 0..pages {
            let url = format!("https://post.example/{number}");
            let block = format!("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n{}", page(&url, kilobytes));
            let head = format!(
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-04-24T08:00:00Z\r\n\
                 Content-Length: {}\r\n\r\n",
                block.len()
            );
            let mut packer = GzEncoder::new(&mut out, Compression::fast());
            write!(packer, "{head}{block}\r\n\r\n")?;
            packer.finish()?;
        }
        out.flush()?;
        tell(&format!("{pages} pages written"), begun);
    }
    let begun = Instant::now();
    let mut archive = WarcPages::new(BufReader::new(File::open(file)?), 16 << 20)?;
    let (mut n_pages, mut bytes) = (0, 0);
    while let Some(page) = archive.next_page(&mut |_, _| true)? {
        n_pages += 1;
        bytes += page.length();
    }
    tell(&format!("{n_pages} pages of {} MB walked", bytes >> 20), begun);
    Ok(())
}
