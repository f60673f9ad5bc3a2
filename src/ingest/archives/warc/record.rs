//! Reads the records of a web archive as a stream.
//!
//! ```text
//! WARC/1.1                                   a line of version
//! WARC-Type: response                        named fields up to an empty line
//! WARC-Target-URI: https://post.example/a
//! Content-Length: 1234
//!
//! HTTP/1.1 200 OK …                          so many bytes, then two empty lines
//! ```

use std::io::{self, BufRead, BufReader, Read, Take};

use chrono::{DateTime, NaiveDateTime, Utc};
use flate2::bufread::MultiGzDecoder;

use crate::model::instant_in_calendar;

/// The longest head of a record, in bytes.
const MAX_HEAD: usize = 64 << 10;
/// Bytes that are read at once.
const BUFFER: usize = 256 << 10;

/// Why an archive cannot be read on.
#[derive(Debug, thiserror::Error)]
pub enum WarcError {
    #[error("it is no web archive (WARC)")]
    NoArchive,
    #[error("it breaks off in record {record}")]
    BreaksOff { record: usize },
    #[error("it cannot be read on after record {record}")]
    Read { record: usize, source: io::Error },
}

/// What kind of record it is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum WarcKind {
    /// A server's answer.
    Response,
    /// A file without the server's words.
    Resource,
    /// An answer that is the same as an earlier one.
    Revisit,
    /// Requests, facts about the archive and other records.
    #[default]
    Other,
}

/// The head of a record.
#[derive(Clone, Debug, Default)]
pub struct WarcRecord {
    pub kind: WarcKind,
    pub url: Option<String>,
    pub date: Option<DateTime<Utc>>,
    pub content_type: Option<String>,
    /// Address and moment of the earlier answer that a revisit is the same as.
    pub refers_to_url: Option<String>,
    pub refers_to_date: Option<DateTime<Utc>>,
    /// Length of its block in bytes.
    pub length: u64,
}

/// Reads records one by one.
pub struct WarcReader<R> {
    stream: BufReader<Take<Unpacked<BufReader<R>>>>,
    /// Bytes of the current block that were not read yet.
    left: u64,
    count: usize,
}

enum Unpacked<R> {
    Plain(R),
    Gzip(Box<MultiGzDecoder<R>>),
}

impl<R> std::fmt::Debug for WarcReader<R> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "WarcReader after {} records", self.count)
    }
}

impl<R: BufRead> Read for Unpacked<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Plain(stream) => stream.read(buffer),
            Self::Gzip(stream) => stream.read(buffer),
        }
    }
}

impl<R: Read> WarcReader<R> {
    /// Begins to read a stream, plain or packed with gzip.
    pub fn new(stream: R) -> Result<Self, WarcError> {
        let mut stream = BufReader::with_capacity(BUFFER, stream);
        let failed = |source| WarcError::Read { record: 0, source };
        let is_gzip = stream.fill_buf().map_err(failed)?.starts_with(&[0x1F, 0x8B]);
        let unpacked = match is_gzip {
            true => Unpacked::Gzip(Box::new(MultiGzDecoder::new(stream))),
            false => Unpacked::Plain(stream),
        };
        let mut stream = BufReader::with_capacity(BUFFER, unpacked.take(u64::MAX));
        let head = stream.fill_buf().map_err(failed)?;
        match head.trim_ascii_start().starts_with(b"WARC/") {
            true => Ok(Self { stream, left: 0, count: 0 }),
            false => Err(WarcError::NoArchive),
        }
    }

    /// Reads on for so many bytes, unpacked, at most; the archive breaks off there.
    pub fn within(mut self, limit: u64) -> Self {
        self.stream.get_mut().set_limit(limit);
        self
    }

    /// Returns how many records were read so far.
    pub fn count(&self) -> usize {
        self.count
    }

    /// Returns the head of the next record, `None` at the end; passes over what is no record.
    pub fn next_record(&mut self) -> Result<Option<WarcRecord>, WarcError> {
        self.skip_block()?;
        let mut line = Vec::new();
        loop {
            line.clear();
            if self.line(&mut line)? == 0 {
                return Ok(None);
            }
            if line.starts_with(b"WARC/") {
                break;
            }
        }
        self.count += 1;
        self.head().map(Some)
    }

    fn head(&mut self) -> Result<WarcRecord, WarcError> {
        let mut record = WarcRecord::default();
        let mut line = Vec::new();
        let mut size = 0;
        loop {
            line.clear();
            let read = self.line(&mut line)?;
            size += read;
            if read == 0 {
                return Err(WarcError::BreaksOff { record: self.count });
            }
            let text = String::from_utf8_lossy(&line);
            let text = text.trim();
            if text.is_empty() || MAX_HEAD < size {
                break;
            }
            let Some((name, value)) = text.split_once(':') else { continue };
            let value = value.trim();
            match name.trim().to_ascii_lowercase().as_str() {
                "warc-type" => record.kind = kind(value),
                "warc-target-uri" => record.url = Some(address(value)),
                "warc-date" => record.date = date(value),
                "warc-refers-to-target-uri" => record.refers_to_url = Some(address(value)),
                "warc-refers-to-date" => record.refers_to_date = date(value),
                "content-type" => record.content_type = Some(value.to_owned()),
                "content-length" => record.length = value.parse().unwrap_or(0),
                _ => {}
            }
        }
        self.left = record.length;
        Ok(record)
    }

    /// Reads the block of the current record.
    pub fn block(&mut self) -> Result<Vec<u8>, WarcError> {
        let mut block = Vec::new();
        let read = (&mut self.stream).take(self.left).read_to_end(&mut block);
        read.map_err(|source| self.failed(source))?;
        match (block.len() as u64) < std::mem::take(&mut self.left) {
            true => Err(WarcError::BreaksOff { record: self.count }),
            false => Ok(block),
        }
    }

    fn skip_block(&mut self) -> Result<(), WarcError> {
        let mut left = std::mem::take(&mut self.left);
        while 0 < left {
            let buffer = match self.stream.fill_buf() {
                Ok(buffer) => buffer,
                Err(source) => return Err(self.failed(source)),
            };
            let read = (buffer.len() as u64).min(left);
            if read == 0 {
                return Err(WarcError::BreaksOff { record: self.count });
            }
            self.stream.consume(read as usize);
            left -= read;
        }
        Ok(())
    }

    /// Reads a line, of which no more than a head's length is kept.
    fn line(&mut self, line: &mut Vec<u8>) -> Result<usize, WarcError> {
        let read = (&mut self.stream).take(MAX_HEAD as u64).read_until(b'\n', line);
        read.map_err(|source| self.failed(source))
    }

    fn failed(&self, source: io::Error) -> WarcError {
        match source.kind() {
            io::ErrorKind::UnexpectedEof => WarcError::BreaksOff { record: self.count },
            _ => WarcError::Read { record: self.count, source },
        }
    }
}

fn kind(word: &str) -> WarcKind {
    match word.to_ascii_lowercase().as_str() {
        "response" => WarcKind::Response,
        "resource" => WarcKind::Resource,
        "revisit" => WarcKind::Revisit,
        _ => WarcKind::Other,
    }
}

/// Reads an address; old archives put it in angle brackets.
fn address(text: &str) -> String {
    text.trim_matches(['<', '>']).to_owned()
}

/// Reads a date: `2025-04-24T08:00:00Z`, also with parts of a second, or without the marks, as old archives have it.
fn date(text: &str) -> Option<DateTime<Utc>> {
    let instant = DateTime::parse_from_rfc3339(text).ok().map(|time| time.to_utc());
    let plain = || NaiveDateTime::parse_from_str(text, "%Y%m%d%H%M%S").ok().map(|time| time.and_utc());
    instant_in_calendar(&instant.or_else(plain)?)
}

#[cfg(test)]
mod tests {
    use std::io::Write as _;

    use super::*;

    fn record(kind: &str, url: &str, block: &str) -> String {
        format!(
            "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2025-04-24T08:00:00.5Z\r\n\
             Content-Length: {}\r\n\r\n{block}\r\n\r\n",
            block.len()
        )
    }

    fn gzip(text: &str) -> Vec<u8> {
        let mut packer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
        packer.write_all(text.as_bytes()).unwrap();
        packer.finish().unwrap()
    }

    fn read(bytes: &[u8]) -> (Vec<String>, Option<WarcError>) {
        let mut reader = match WarcReader::new(bytes) {
            Ok(reader) => reader,
            Err(error) => return (Vec::new(), Some(error)),
        };
        let mut rows = Vec::new();
        loop {
            match reader.next_record() {
                Ok(None) => return (rows, None),
                Ok(Some(record)) => match reader.block() {
                    Ok(block) => rows.push(format!(
                        "{:?} {} {}",
                        record.kind,
                        record.url.unwrap_or_default(),
                        String::from_utf8_lossy(&block)
                    )),
                    Err(error) => return (rows, Some(error)),
                },
                Err(error) => return (rows, Some(error)),
            }
        }
    }

    #[test]
    fn records_are_read_plain_and_packed_one_by_one() {
        let (a, b) =
            (record("response", "<https://post.example/a>", "one"), record("request", "https://post.example/b", "two"));
        let want = ["Response https://post.example/a one", "Other https://post.example/b two"];
        let (rows, error) = read(format!("{a}{b}").as_bytes());
        assert!(rows == want && error.is_none(), "{rows:?} {error:?}");
        let (rows, error) = read(&[gzip(&a), gzip(&b)].concat());
        assert!(rows == want && error.is_none(), "{rows:?} {error:?}");
    }

    #[test]
    fn what_stands_before_a_fault_is_read() {
        let (a, b) =
            (record("response", "https://post.example/a", "one"), record("response", "https://post.example/b", "two"));
        let whole = format!("{a}{b}");
        for cut in a.len() + 30..whole.len() - 4 {
            let (rows, error) = read(&whole.as_bytes()[..cut]);
            assert!(rows.len() == 1 && error.is_some(), "at {cut}: {rows:?} {error:?}");
        }
        let packed = [gzip(&a), gzip(&b)].concat();
        let (rows, error) = read(&packed[..packed.len() - 20]);
        assert!(rows.len() == 1 && error.is_some(), "{rows:?} {error:?}");
        // Between two records stands what is none.
        let (rows, error) = read(format!("{a}nonsense\r\n\r\n{b}").as_bytes());
        assert!(rows.len() == 2 && error.is_none(), "{rows:?} {error:?}");
        for text in ["", "<html>", "PK\u{3}\u{4}"] {
            assert!(matches!(read(text.as_bytes()).1, Some(WarcError::NoArchive)), "{text}");
        }
    }
}
