//! Tries `import warc` on archives made by the test: whole, packed, broken off, hostile.

use std::io::Write as _;

use crate::desk::{Desk, article};

const LEAD: &str = "The bridge over the Mill stays shut, the council said on Thursday.";

fn record(kind: &str, url: &str, date: &str, block: &str) -> String {
    format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: {date}\r\n\
         Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{block}\r\n\r\n",
        block.len()
    )
}

/// Returns a visit that found what another had found at `of`.
fn revisit(url: &str, date: &str, of: &str, status: u16) -> String {
    let block = format!("HTTP/1.1 {status} OK\r\nContent-Type: text/html\r\n\r\n");
    format!(
        "WARC/1.0\r\nWARC-Type: revisit\r\nWARC-Target-URI: {url}\r\nWARC-Date: {date}\r\n\
         WARC-Refers-To-Target-URI: {url}\r\nWARC-Refers-To-Date: {of}\r\n\
         Content-Type: application/http; msgtype=response\r\nContent-Length: {}\r\n\r\n{block}\r\n\r\n",
        block.len()
    )
}

fn answer(html: &str) -> String {
    format!("HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nETag: \"1\"\r\n\r\n{html}")
}

fn gzip(text: &str) -> Vec<u8> {
    let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    packer.write_all(text.as_bytes()).expect("memory takes all");
    packer.finish().expect("memory takes all")
}

/// Two versions of a page, a visit that found it unchanged, an error page, a picture and a page of another site.
fn records() -> Vec<String> {
    let page = |lead: &str| answer(&article("Bridge shut", lead));
    let url = "https://post.example/news/bridge";
    vec![
        record("warcinfo", "", "2025-04-24T07:00:00Z", "software: test"),
        record("response", url, "2025-04-24T08:00:00Z", &page(LEAD)),
        revisit(url, "2025-04-24T09:00:00Z", "2025-04-24T08:00:00Z", 200),
        record(
            "response",
            url,
            "2025-04-25T08:00:00Z",
            &page("The bridge over the Mill is open again, the council said."),
        ),
        record("response", "https://post.example/old", "2025-04-25T08:00:00Z", "HTTP/1.1 404 Not Found\r\n\r\n<p>No."),
        record(
            "response",
            "https://post.example/a.png",
            "2025-04-25T08:00:00Z",
            "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nx",
        ),
        record("revisit", "https://post.example/unknown", "2025-04-25T08:00:00Z", "HTTP/1.1 200 OK\r\n\r\n"),
        record("response", "https://other.example/a", "2025-04-25T08:00:00Z", &page(LEAD)),
    ]
}

#[test]
fn an_archive_is_taken_once_however_often_it_is_imported() {
    let desk = Desk::new();
    let packed: Vec<u8> = records().iter().flat_map(|record| gzip(record)).collect();
    let file = desk.file("crawl.warc.gz", packed);
    let words = ["import", "warc", &file, "--match", "post.example", "--story", "bridge"];
    let first = desk.json(&words);
    assert_eq!(
        (&first["records"], &first["recorded"], &first["unchanged"]),
        (&8.into(), &2.into(), &1.into()),
        "{first}"
    );
    assert_eq!(first["refused"], serde_json::json!({"media-type": 1, "revisit-alone": 1, "status": 1}), "{first}");
    let log = desk.json(&["log", "bridge"]);
    let versions = log["articles"][0]["versions"].as_array().unwrap();
    assert_eq!(
        versions.iter().map(|v| (&v["captured"], &v["looks"])).collect::<Vec<_>>(),
        [(&"2025-04-24T08:00:00Z".into(), &2.into()), (&"2025-04-25T08:00:00Z".into(), &1.into())]
    );
    let again = desk.json(&words);
    assert_eq!(
        (&again["recorded"], &again["unchanged"], &again["known"]),
        (&0.into(), &0.into(), &3.into()),
        "{again}"
    );
    assert_eq!(desk.json(&["log", "bridge"]), log);
    assert!(desk.run(&["check"]).1 == 0);
}

#[test]
fn a_revisit_shows_the_text_of_the_visit_that_it_names() {
    let desk = Desk::new();
    let url = "https://post.example/news/bridge";
    let (shut, open) = (answer(&article("Bridge shut", LEAD)), answer(&article("Bridge open", "It is open again.")));
    let at = |hour: usize| format!("2025-04-24T{hour:02}:00:00Z");
    let records = [
        record("response", url, &at(8), &shut),
        record("response", url, &at(10), &open),
        revisit(url, &at(12), &at(8), 200),
        revisit(url, &at(13), &at(8), 304),
        revisit(url, &at(14), &at(8), 404),
        revisit(url, &at(15), &at(9), 200),
        record("revisit", url, &at(16), "HTTP/1.1 200 OK\r\n\r\n"),
    ];
    let file = desk.file("crawl.warc", records.concat());
    for story in ["bridge", "roads"] {
        let view = desk.json(&["import", "warc", &file, "--story", story]);
        let counts = (&view["recorded"], &view["unchanged"], &view["refused"]["revisit-alone"]);
        assert_eq!(counts, (&3.into(), &1.into(), &3.into()), "{story}: {view}");
        let log = desk.json(&["log", story]);
        let versions: Vec<_> = log["articles"][0]["versions"].as_array().unwrap().iter().collect();
        let times: Vec<_> = versions.iter().map(|v| v["captured"].as_str().unwrap()).collect();
        assert_eq!(times, [at(8), at(10), at(12)], "{story}");
        assert_eq!((&versions[2]["returns_to"], &versions[2]["looks"]), (&1.into(), &2.into()), "{story}");
        let again = desk.json(&["import", "warc", &file, "--story", story]);
        assert_eq!((&again["recorded"], &again["known"]), (&0.into(), &4.into()), "{story}: {again}");
    }
}

#[test]
fn two_texts_of_one_moment_are_two_versions_also_in_two_batches() {
    let desk = Desk::new();
    let (url, time) = ("https://post.example/news/bridge", "2025-04-24T08:00:00Z");
    let page = |url: &str, lead: &str| record("response", url, time, &answer(&article("Bridge", lead)));
    let mut records = vec![page(url, LEAD)];
    records.extend((0..70).map(|n| page(&format!("https://post.example/news/{n}"), &format!("{LEAD} No. {n}."))));
    records.push(page(url, "The bridge over the Mill is open again, the council said."));
    let file = desk.file("crawl.warc", records.concat());
    let words = ["import", "warc", &file];
    let view = desk.json(&words);
    assert_eq!((&view["recorded"], &view["known"]), (&72.into(), &0.into()), "{view}");
    let again = desk.json(&words);
    assert_eq!((&again["recorded"], &again["known"]), (&0.into(), &72.into()), "{again}");
}

#[test]
fn what_stands_before_a_fault_is_taken_and_the_fault_is_told() {
    let desk = Desk::new();
    let packed: Vec<u8> = records().iter().flat_map(|record| gzip(record)).collect();
    let cut = desk.file("cut.warc.gz", &packed[..packed.len() - 300]);
    let (text, status) = desk.run(&["import", "warc", &cut]);
    assert!(text.contains("breaks off") && text.contains("2 versions recorded") && status == 1, "{text}");
    let whole = desk.file("whole.warc", records().concat());
    let (text, status) = desk.run(&["import", "warc", &whole]);
    assert!(text.contains("1 version recorded") && status == 0, "{text}");
    for (name, bytes) in [("empty", &b""[..]), ("page", b"<html><p>No archive."), ("zip", b"PK\x03\x04")] {
        let file = desk.file(name, bytes);
        let (text, status) = desk.run(&["import", "warc", &file]);
        assert!(text.contains("no web archive") && status == 1, "{name}: {text}");
    }
    let (text, status) = desk.run(&["import", "warc", "none.warc"]);
    assert!(text.contains("cannot read `none.warc`") && text.contains("hint:") && status == 1, "{text}");
}
