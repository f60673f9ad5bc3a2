//! Reads web archives (WARC 1.0 and 1.1), record by record, whatever their size.
//!
//! In: a stream, plain or packed with gzip. Out: an [`ArchivedPage`] for each answer of a server
//! that the archive holds. One record is in memory at a time, and no more of it than the limit.
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

/// A page as an archive holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchivedPage {
    pub url: String,
    pub captured: DateTime<Utc>,
    pub answer: ArchivedAnswer,
}

/// What an archive holds of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArchivedAnswer {
    /// The answer itself.
    Page(HttpAnswer),
    /// The same answer as at an earlier visit, which is not stored again.
    Revisit,
    /// Something that cannot be used, and why.
    Unusable(&'static str),
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
                WarcKind::Revisit => ArchivedAnswer::Revisit,
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
