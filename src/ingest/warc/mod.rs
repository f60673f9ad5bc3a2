//! Reads web archives (WARC 1.0 and 1.1), record by record, whatever their size.
//!
//! In: a stream, plain or packed with gzip. Out: an [`ArchivedPage`] for each answer of a server
//! that the archive holds. One record is in memory at a time, and no more of it than the limit; how many pages are kept
//! at once is for the caller to say.
//!
//! - `record.rs`: the records of a file; a broken one is passed over, a file that breaks off ends there
//! - `http_answer.rs`: the HTTP answer inside a record, unpacked
//!
//! Own code: the crate for it reads whole records into memory and takes a minute for a gigabyte.

mod http_answer;
mod record;

use std::io::Read;

use chrono::{DateTime, Utc};

pub use http_answer::HttpAnswer;
pub use record::{WarcError, WarcKind, WarcReader, WarcRecord};

/// The longest head of an answer, in bytes.
const MAX_HEAD: u64 = 64 << 10;

/// A page as an archive holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchivedPage {
    pub url: String,
    pub captured: DateTime<Utc>,
    pub answer: ArchivedAnswer,
}

impl ArchivedPage {
    /// Returns the length of its body in bytes.
    pub fn length(&self) -> usize {
        match &self.answer {
            ArchivedAnswer::Page(answer) => answer.body.len(),
            ArchivedAnswer::Revisit(_) | ArchivedAnswer::Unusable(_) => 0,
        }
    }
}

/// What an archive holds of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArchivedAnswer {
    /// The answer itself.
    Page(HttpAnswer),
    /// The same answer as at an earlier visit, which is not stored again.
    Revisit(ArchivedRevisit),
    /// Something that cannot be used, and why.
    Unusable(&'static str),
}

/// A visit that brought the same answer as an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchivedRevisit {
    /// The HTTP status of this visit, where the record has it.
    pub status: Option<u16>,
    /// The address of the earlier answer.
    pub url: String,
    /// When that was given, where the record says so.
    pub captured: Option<DateTime<Utc>>,
}

/// Reads the pages of a web archive.
#[derive(Debug)]
pub struct WarcPages<R> {
    records: WarcReader<R>,
    max_bytes: usize,
}

impl<R: Read> WarcPages<R> {
    /// Reads an archive; of each record `max_bytes` are read at most.
    pub fn new(stream: R, max_bytes: usize) -> Result<Self, WarcError> {
        Ok(Self { records: WarcReader::new(stream)?, max_bytes })
    }

    /// Returns the next page whose address `wants` it; `None` at the end.
    ///
    /// # Errors
    ///
    /// When the file breaks off or cannot be read on; what was returned before stands.
    pub fn next_page(&mut self, wants: impl Fn(&str) -> bool) -> Result<Option<ArchivedPage>, WarcError> {
        while let Some(record) = self.records.next_record()? {
            let is_wanted = matches!(record.kind, WarcKind::Response | WarcKind::Resource | WarcKind::Revisit)
                && record.url.as_deref().is_some_and(&wants);
            if !is_wanted {
                continue;
            }
            let url = record.url.clone().unwrap_or_default();
            let Some(captured) = record.date else { continue };
            let answer = match record.kind {
                WarcKind::Revisit => {
                    // The head alone is stored; a block that is longer has a body that nobody needs.
                    let block = if record.length <= MAX_HEAD { self.records.block()? } else { Vec::new() };
                    let head = HttpAnswer::read([&block[..], b"\r\n\r\n"].concat(), self.max_bytes);
                    ArchivedAnswer::Revisit(ArchivedRevisit {
                        status: head.ok().map(|head| head.status),
                        url: record.refers_to_url.unwrap_or_else(|| url.clone()),
                        captured: record.refers_to_date,
                    })
                }
                _ if self.max_bytes < record.length as usize => ArchivedAnswer::Unusable("too-large"),
                kind => {
                    let block = self.records.block()?;
                    match kind {
                        WarcKind::Resource => ArchivedAnswer::Page(HttpAnswer::resource(block, record.content_type)),
                        _ => HttpAnswer::read(block, self.max_bytes)
                            .map_or_else(ArchivedAnswer::Unusable, ArchivedAnswer::Page),
                    }
                }
            };
            return Ok(Some(ArchivedPage { url, captured, answer }));
        }
        Ok(None)
    }

    /// Returns how many records were read so far.
    pub fn records(&self) -> usize {
        self.records.count()
    }
}
