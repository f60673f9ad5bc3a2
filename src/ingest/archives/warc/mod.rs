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

use super::page::{
    ArchiveError, ArchivedAnswer, ArchivedPage, ArchivedRevisit, HttpAnswer, NAMELESS, PageArchive, PageName,
    PageWanted,
};
pub use record::{WarcError, WarcKind, WarcReader, WarcRecord};

/// The longest head of an answer, in bytes.
const MAX_HEAD: u64 = 64 << 10;

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

    /// Reads on for so many bytes, unpacked, at most.
    pub fn within(self, limit: u64) -> Self {
        Self { records: self.records.within(limit), ..self }
    }
}

impl<R: Read> PageArchive for WarcPages<R> {
    fn next_page(&mut self, wanted: &mut PageWanted<'_>) -> Result<Option<ArchivedPage>, ArchiveError> {
        while let Some(record) = self.records.next_record().map_err(ArchiveError::of)? {
            let is_page = matches!(record.kind, WarcKind::Response | WarcKind::Resource | WarcKind::Revisit);
            let (true, Some(url), Some(captured)) = (is_page, record.url.clone(), record.date) else { continue };
            let name = name_of(url);
            if !wanted(&name, captured) {
                continue;
            }
            let answer = self.answer(&record, &name)?;
            return Ok(Some(ArchivedPage { name, captured, answer }));
        }
        Ok(None)
    }

    fn entries(&self) -> usize {
        self.records.count()
    }
}

/// Names a page by its address; one of an article that has none bears its name.
fn name_of(url: String) -> PageName {
    let Some(reference) = url.strip_prefix(NAMELESS) else { return PageName::of_url(url) };
    let (story, article) = reference.split_once('/').map_or((None, reference), |(story, name)| (Some(story), name));
    let (story, article) = (story.map(str::to_owned), Some(article.to_owned()));
    PageName { article, story, place: url, ..PageName::default() }
}

impl<R: Read> WarcPages<R> {
    /// Reads what stands in the record that comes next.
    fn answer(&mut self, record: &WarcRecord, name: &PageName) -> Result<ArchivedAnswer, ArchiveError> {
        let mut block = || self.records.block().map_err(ArchiveError::of);
        Ok(match record.kind {
            WarcKind::Revisit => {
                // The head alone is stored; a block that is longer has a body that nobody needs.
                let block = if record.length <= MAX_HEAD { block()? } else { Vec::new() };
                let head = HttpAnswer::read([&block[..], b"\r\n\r\n"].concat(), self.max_bytes);
                ArchivedAnswer::Revisit(ArchivedRevisit {
                    status: head.ok().map(|head| head.status),
                    of: record.refers_to_url.clone().map_or_else(|| name.clone(), name_of),
                    captured: record.refers_to_date,
                })
            }
            _ if self.max_bytes < record.length as usize => ArchivedAnswer::Unusable("too-large"),
            WarcKind::Resource => ArchivedAnswer::Page(HttpAnswer::resource(block()?, record.content_type.clone())),
            _ => HttpAnswer::read(block()?, self.max_bytes).map_or_else(ArchivedAnswer::Unusable, ArchivedAnswer::Page),
        })
    }
}
