//! Turns bytes from outside into captures: plain text, Markdown, web pages, lines of JSON; asks servers for such bytes.
//!
//! In: bytes and what is known about them ([`Source`]). Out: a `Capture` with headline,
//! standfirst, byline, body and stated dates, or the reason for a refusal: what is not an
//! article is refused here, so that it never becomes a version.
//!
//! In order:
//! - `source.rs`: what is known before reading; `decode.rs`: bytes to text, binary files refused
//! - `plain.rs`, `markdown.rs`, `html/`: one reader for each format, chosen by content before name
//! - `saved/`: the page in what browsers save
//! - `clean.rs`: the form in which every line is stored; `hidden_marks.rs`: what is there for machines alone
//! - `stated_times.rs`: lines and file names that say when a text was written
//! - `http/`: pages over the network, one request at a time; `feeds/`: lists of pages; `archives/`: what other programs kept;
//!   `program.rs`: other programs, run within limits; `timestamp.rs`: what time-stamp authorities are asked
//! - `lines/`: a version as a line of JSON; `address.rs`: whether two addresses name one page; `media_type.rs`: what may be one
//! - `error.rs`: why something was refused

mod address;
mod address_table;
#[cfg(feature = "fetch")]
pub mod archives;
mod clean;
mod decode;
mod error;
#[cfg(feature = "fetch")]
pub mod feeds;
mod hidden_marks;
mod html;
#[cfg(feature = "fetch")]
pub mod http;
mod lines;
mod markdown;
#[cfg(feature = "fetch")]
mod media_type;
mod plain;
#[cfg(feature = "fetch")]
pub mod program;
mod saved;
mod source;
mod stated_times;
mod stated_times_table;
#[cfg(feature = "fetch")]
pub mod timestamp;

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use serde::de::IgnoredAny;

use crate::model::{Capture, Origin, OriginKind, Original};
use saved::SavedPage;

pub use address::{address_key, site_of};
pub use decode::{Decoded, decode};
pub use error::{IngestError, Unusable};
pub use html::{Extracted, SelectorError, check_selectors, elements_selected, extract};
pub use lines::{
    EntryLine, HookLine, ImportLine, LineError, LineRecord, LookLine, OriginLine, OriginalLine, PageLine, PageLookLine,
    RepeatedLineLine, ReviewLine, SiteLine, WatchLine, line_time,
};
#[cfg(feature = "fetch")]
pub use media_type::readable_type;
pub use source::Source;
pub use stated_times::time_in_name;

/// Bytes that are read, at most: a longer file is not a news article.
pub const MAX_BYTES: u64 = 64 << 20;

/// The formats of the files that are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SourceFormat {
    Html,
    Markdown,
    Plain,
}

/// Reads the article in a file.
pub fn read_file(path: &Path, source: Source<'_>) -> Result<Capture, IngestError> {
    let failed = |error: io::Error| IngestError::unreadable(source.name, error);
    if path.is_dir() {
        return Err(IngestError::Directory { name: source.name.to_owned() });
    }
    read_from(File::open(path).map_err(failed)?, source)
}

/// Reads the article in a stream, to its end.
pub fn read_from(stream: impl Read, source: Source<'_>) -> Result<Capture, IngestError> {
    let mut bytes = Vec::new();
    let read = stream.take(MAX_BYTES + 1).read_to_end(&mut bytes);
    read.map_err(|error| IngestError::unreadable(source.name, error))?;
    self::read(&bytes, source)
}

/// Reads the bytes of one article.
pub fn read(bytes: &[u8], source: Source<'_>) -> Result<Capture, IngestError> {
    if bytes.len() as u64 > MAX_BYTES {
        return Err(IngestError::TooLong { name: source.name.to_owned(), limit: MAX_BYTES });
    }
    // What a server sends is the page itself.
    let saved = match source.kind {
        OriginKind::File => saved::page_in(bytes),
        OriginKind::Import | OriginKind::Fetch => SavedPage { bytes: bytes.into(), ..SavedPage::default() },
    };
    if let Some(kind) = decode::binary_kind(&saved.bytes) {
        return Err(IngestError::Binary { name: source.name.to_owned(), kind });
    }
    let content_type = source.content_type.or(saved.content_type.as_deref());
    let url = source.url.or(saved.url.as_deref());
    let source = Source { content_type, url, ..source };
    let decoded = decode(&saved.bytes, content_type);
    let form = form_of(&decoded.text, source);
    if form == SourceFormat::Plain && source.kind == OriginKind::File && is_json(&decoded.text) {
        return Err(IngestError::Json { name: source.name.to_owned() });
    }
    let mut capture = match form {
        SourceFormat::Html => html::capture(&decoded.text, source)?,
        SourceFormat::Markdown => markdown::capture(&decoded.text, source.timezone),
        SourceFormat::Plain => plain::capture(&decoded.text, source.timezone),
    };
    if capture.content.body.is_empty() && capture.content.headline.is_none() {
        return Err(IngestError::Empty { name: source.name.to_owned() });
    }
    capture.notes.extend(decoded.note.clone());
    capture.notes.extend(saved.notes.iter().cloned());
    capture.saved = saved.saved;
    capture.hidden_marks = hidden_marks::marks_in(&decoded.text);
    capture.origin = Origin { kind: source.kind, name: Some(source.name.to_owned()).filter(|name| !name.is_empty()) };
    if let Some(url) = source.url {
        capture.addresses.retain(|known| known != url);
        capture.addresses.insert(0, url.to_owned());
    }
    capture.original = source.keep_original.then(|| Original {
        media_type: form.media_type().to_owned(),
        encoding: decoded.encoding.to_owned(),
        bytes: saved.bytes.into_owned(),
    });
    Ok(capture)
}

impl SourceFormat {
    const fn media_type(self) -> &'static str {
        match self {
            Self::Html => "text/html",
            Self::Markdown => "text/markdown",
            Self::Plain => "text/plain",
        }
    }
}

/// Returns the format of a text: by the server's content type, then by its beginning, then by its name.
fn form_of(text: &str, source: Source<'_>) -> SourceFormat {
    let said = source.content_type.unwrap_or_default().to_ascii_lowercase();
    let ending = source.name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase()).unwrap_or_default();
    match (said.split(';').next().unwrap_or_default().trim(), ending.as_str()) {
        ("text/html" | "application/xhtml+xml", _) => SourceFormat::Html,
        ("text/markdown", _) => SourceFormat::Markdown,
        ("text/plain", _) => SourceFormat::Plain,
        _ if html::begins_like_a_page(text) => SourceFormat::Html,
        (_, "html" | "htm" | "xhtml") => SourceFormat::Html,
        _ if markdown::begins_with_front_matter(text) => SourceFormat::Markdown,
        (_, "md" | "markdown") => SourceFormat::Markdown,
        _ => SourceFormat::Plain,
    }
}

/// Returns whether a text is an object or a list in JSON, or its first line an object; a line `[1]` may open an article.
fn is_json(text: &str) -> bool {
    let text = text.trim_start_matches('\u{FEFF}').trim();
    let is_whole = |part: &str| serde_json::from_str::<IgnoredAny>(part).is_ok();
    text.starts_with('{') && text.lines().next().is_some_and(is_whole) || text.starts_with(['{', '[']) && is_whole(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(bytes: &[u8], name: &str) -> String {
        let error = read(bytes, Source { name, ..Source::default() }).unwrap_err();
        assert!(error.hint().is_some(), "{error}");
        error.to_string()
    }

    #[test]
    fn what_is_no_article_is_refused_by_name() {
        assert_eq!(refusal(b"", "a.txt"), "`a.txt` holds no words");
        assert_eq!(refusal(b" \n\t\r\n", "a.txt"), "`a.txt` holds no words");
        assert_eq!(refusal(b"%PDF-1.7", "a.txt"), "`a.txt` is no text but a PDF file");
        assert_eq!(
            refusal(b"<html><h1>404 Not Found</h1></html>", "a.html"),
            "`a.html` is no article but an error page"
        );
        assert_eq!(
            refusal(b"{\"text\": \"It burns.\"}\n{\"text\": \"It sank.\"}\n", "a.txt"),
            "`a.txt` is no article but JSON"
        );
        assert_eq!(refusal(b"[\n  {\"text\": \"It burns.\"}\n]\n", "a.json"), "`a.json` is no article but JSON");
        assert!(!is_json("[1]\nIt burns.") && !is_json("[Reuters] It burns.") && !is_json("{It} burns."));
        assert_eq!(refusal(&vec![b'a'; (MAX_BYTES + 1) as usize], "a.txt"), "`a.txt` is longer than 64 MB");
        let folder = tempfile::tempdir().unwrap();
        let name = folder.path().display().to_string();
        let directory = read_file(folder.path(), Source { name: &name, ..Source::default() }).unwrap_err();
        assert!(directory.to_string().ends_with("is a directory") && directory.hint().unwrap().ends_with("/*`"));
        let missing = read_file(&folder.path().join("none"), Source { name: "none", ..Source::default() }).unwrap_err();
        assert_eq!(missing.to_string(), "there is no file `none`");
    }

    #[test]
    fn the_form_is_told_by_the_bytes_before_the_name() {
        let form = |text: &str, name: &str, content_type: Option<&str>| {
            form_of(text, Source { name, content_type, ..Source::default() })
        };
        assert_eq!(form("<!DOCTYPE html><p>a", "saved.txt", None), SourceFormat::Html);
        assert_eq!(form("# Fire", "fire.md", None), SourceFormat::Markdown);
        assert_eq!(form("a < b", "fire.txt", None), SourceFormat::Plain);
        assert_eq!(form("---\ntitle: Fire\n---\nIt burns.", "standard input", None), SourceFormat::Markdown);
        assert_eq!(form("---\nIt burns.\n---\nIt sank.", "fire.txt", None), SourceFormat::Plain);
        assert_eq!(form("<p>a", "-", Some("text/html; charset=utf-8")), SourceFormat::Html);
    }

    #[test]
    fn long_texts_and_long_lines_are_read() {
        let text = format!("Fire\n\n{}", "It burns on the hill. ".repeat(250_000)); // one line of 5 MB
        let capture =
            read(text.as_bytes(), Source { name: "a.txt", keep_original: true, ..Source::default() }).unwrap();
        assert_eq!(capture.content.body.len(), "It burns on the hill. ".len() * 250_000 - 1);
        assert_eq!(capture.original.unwrap().bytes.len(), text.len());
    }
}
