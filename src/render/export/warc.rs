//! Writes looks as a web archive (WARC 1.1), each record packed with gzip by itself, as other programs read them.
//!
//! A page that was kept as received becomes a `response`; one whose text alone was kept, a `resource` of plain text; a look
//! that found the same page as an earlier one, a `revisit`. Each bears the digest of its page or text.

use std::fmt::Write as _;
use std::io::Write as _;

use chrono::{DateTime, SecondsFormat, Utc};
use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::Digest as _;

use crate::render::safe::one_line;
use crate::view::{LookBody, LookFile};

/// Returns the record that says who wrote the archive; it comes first.
pub fn info() -> Vec<u8> {
    let program = format!("software: writethru/{}\r\nformat: WARC File Format 1.1\r\n", env!("CARGO_PKG_VERSION"));
    let head = fields("warcinfo", None, DateTime::UNIX_EPOCH, "application/warc-fields", "", &[]);
    packed(&head, program.as_bytes())
}

/// Returns the record of a look.
pub fn record(look: &LookFile) -> Vec<u8> {
    const HTTP: &str = "application/http; msgtype=response";
    let url = Some(look.url.as_str());
    match &look.body {
        LookBody::Page { http, bytes } => {
            let block = [answer_head(http, bytes.len()).as_bytes(), bytes].concat();
            packed(&fields("response", url, look.captured, HTTP, &digest(bytes), &[]), &block)
        }
        LookBody::Text(text) => {
            let digest = digest(text.as_bytes());
            packed(&fields("resource", url, look.captured, "text/plain; charset=utf-8", &digest, &[]), text.as_bytes())
        }
        LookBody::SameAs(earlier) => {
            let profile = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";
            let more = [
                ("WARC-Profile", profile.to_owned()),
                ("WARC-Refers-To-Target-URI", one_line(&look.url)),
                ("WARC-Refers-To-Date", moment(earlier.captured)),
            ];
            packed(&fields("revisit", url, look.captured, HTTP, &earlier.digest, &more), b"HTTP/1.1 200 OK\r\n\r\n")
        }
    }
}

fn digest(bytes: &[u8]) -> String {
    crate::model::hex(&sha2::Sha256::digest(bytes))
}

fn moment(time: DateTime<Utc>) -> String {
    time.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

/// Returns what the server said, as far as it was kept; the body stands there unpacked.
fn answer_head(http: &crate::model::HttpFacts, length: usize) -> String {
    let mut head = "HTTP/1.1 200 OK\r\n".to_owned();
    let facts = [("Content-Type", &http.content_type), ("ETag", &http.etag), ("Last-Modified", &http.last_modified)];
    for (name, value) in facts {
        if let Some(value) = value {
            let _ = write!(head, "{name}: {}\r\n", one_line(value));
        }
    }
    let _ = write!(head, "Content-Length: {length}\r\n\r\n");
    head
}

/// Returns the head of a record but for its length.
fn fields(
    kind: &str,
    url: Option<&str>,
    captured: DateTime<Utc>,
    content: &str,
    payload: &str,
    more: &[(&str, String)],
) -> String {
    // The same look has the same name in every export.
    let id = digest(format!("{kind} {} {} {payload}", url.unwrap_or_default(), moment(captured)).as_bytes());
    let mut head = format!(
        "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{}-{}-{}-{}-{}>\r\nWARC-Date: {}\r\n",
        &id[..8],
        &id[8..12],
        &id[12..16],
        &id[16..20],
        &id[20..32],
        moment(captured)
    );
    if let Some(url) = url {
        let _ = write!(head, "WARC-Target-URI: {}\r\n", one_line(url));
    }
    if !payload.is_empty() {
        let _ = write!(head, "WARC-Payload-Digest: sha256:{payload}\r\n");
    }
    for (name, value) in more {
        let _ = write!(head, "{name}: {value}\r\n");
    }
    let _ = write!(head, "Content-Type: {content}\r\n");
    head
}

fn packed(head: &str, block: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    let begun = write!(packer, "{head}Content-Length: {}\r\n\r\n", block.len());
    let written = begun.and_then(|()| packer.write_all(block)).and_then(|()| packer.write_all(b"\r\n\r\n"));
    written.and_then(|()| packer.finish()).expect("memory takes all")
}
