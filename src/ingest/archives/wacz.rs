//! Reads WACZ files: web archives in a zip file, beside an index and a list of pages that nobody needs here.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, Read, Seek, SeekFrom};
use std::rc::Rc;

use flate2::read::DeflateDecoder;
use zip::{CompressionMethod, ZipArchive};

use super::page::{ArchiveError, ArchivedPage, PageArchive, PageWanted};
use super::warc::WarcPages;

/// Files in a zip file, at most.
const MOST_FILES: usize = 100_000;

/// Where a web archive lies in the file.
#[derive(Clone, Copy, Debug)]
struct PackedArchive {
    start: u64,
    length: u64,
    is_deflated: bool,
}

/// A part of a file that several readers share.
struct FilePart<S> {
    file: Rc<RefCell<S>>,
    at: u64,
    left: u64,
}

/// Reads the web archives of a WACZ file.
pub struct WaczPages<S> {
    file: Rc<RefCell<S>>,
    left: VecDeque<PackedArchive>,
    open: Option<WarcPages<FileStream<S>>>,
    max_bytes: usize,
    read: usize,
}

/// A web archive as it lies in the file.
enum FileStream<S> {
    Stored(FilePart<S>),
    Deflated(Box<DeflateDecoder<FilePart<S>>>),
}

impl<S: Read + Seek> Read for FilePart<S> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let most = buffer.len().min(usize::try_from(self.left).unwrap_or(usize::MAX));
        let mut file = self.file.borrow_mut();
        file.seek(SeekFrom::Start(self.at))?;
        let read = file.read(&mut buffer[..most])?;
        self.at += read as u64;
        self.left -= read as u64;
        Ok(read)
    }
}

impl<S: Read + Seek> Read for FileStream<S> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Stored(part) => part.read(buffer),
            Self::Deflated(part) => part.read(buffer),
        }
    }
}

impl<S: Read + Seek> WaczPages<S> {
    /// Opens a file; of each page `max_bytes` are read at most.
    pub fn new(mut file: S, max_bytes: usize) -> Result<Self, ArchiveError> {
        let mut zip = ZipArchive::new(&mut file).map_err(|_| ArchiveError("it is no WACZ file".to_owned()))?;
        let mut left = VecDeque::new();
        for index in 0..zip.len().min(MOST_FILES) {
            let entry = zip.by_index_raw(index).map_err(ArchiveError::of)?;
            let name = entry.name().map_err(ArchiveError::of)?.to_ascii_lowercase();
            let is_archive = [".warc", ".warc.gz"].iter().any(|ending| name.ends_with(ending));
            if !is_archive {
                continue;
            }
            let is_deflated = match entry.compression() {
                CompressionMethod::Stored => false,
                CompressionMethod::Deflated => true,
                other => return Err(ArchiveError(format!("`{name}` is packed with {other}"))),
            };
            if entry.encrypted() {
                return Err(ArchiveError(format!("`{name}` is encrypted")));
            }
            let start = entry.data_start().ok_or_else(|| ArchiveError(format!("`{name}` is nowhere")))?;
            left.push_back(PackedArchive { start, length: entry.compressed_size(), is_deflated });
        }
        match left.is_empty() {
            true => Err(ArchiveError("it holds no web archive".to_owned())),
            false => Ok(Self { file: Rc::new(RefCell::new(file)), left, open: None, max_bytes, read: 0 }),
        }
    }

    fn next_archive(&mut self) -> Result<Option<&mut WarcPages<FileStream<S>>>, ArchiveError> {
        if self.open.is_none() {
            let Some(packed) = self.left.pop_front() else { return Ok(None) };
            let part = FilePart { file: Rc::clone(&self.file), at: packed.start, left: packed.length };
            let stream = match packed.is_deflated {
                true => FileStream::Deflated(Box::new(DeflateDecoder::new(part))),
                false => FileStream::Stored(part),
            };
            self.open = Some(WarcPages::new(stream, self.max_bytes).map_err(ArchiveError::of)?);
        }
        Ok(self.open.as_mut())
    }
}

impl<S: Read + Seek> PageArchive for WaczPages<S> {
    fn next_page(&mut self, wanted: &mut PageWanted<'_>) -> Result<Option<ArchivedPage>, ArchiveError> {
        while let Some(archive) = self.next_archive()? {
            if let Some(page) = archive.next_page(wanted)? {
                return Ok(Some(page));
            }
            self.read += archive.entries();
            self.open = None;
        }
        Ok(None)
    }

    fn entries(&self) -> usize {
        self.read + self.open.as_ref().map_or(0, PageArchive::entries)
    }
}
