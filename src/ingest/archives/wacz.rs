//! Reads WACZ files: web archives in a zip file, beside an index and a list of pages that nobody needs here.

use std::cell::RefCell;
use std::collections::VecDeque;
use std::io::{self, Read, Seek, SeekFrom};
use std::rc::Rc;

use flate2::read::DeflateDecoder;
use zip::read::ZipFile;
use zip::{CompressionMethod, ZipArchive};

use super::page::{ArchiveError, ArchivedPage, PageArchive, PageWanted};
use super::warc::WarcPages;

/// Files in a zip file, at most.
const MOST_FILES: usize = 100_000;

/// Where a web archive lies in the file.
#[derive(Clone, Debug)]
struct PackedArchive {
    name: String,
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
    /// What cannot be read says why, in its turn.
    left: VecDeque<Result<PackedArchive, ArchiveError>>,
    open: Option<(String, WarcPages<FileStream<S>>)>,
    max_bytes: usize,
    /// Bytes of each web archive that are read, unpacked.
    limit: u64,
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
            match zip.by_index_raw(index) {
                Ok(entry) => left.extend(PackedArchive::of(&entry).transpose()),
                Err(error) => left.push_back(Err(ArchiveError::of(error).in_part(&format!("entry {}", index + 1)))),
            }
        }
        match left.is_empty() {
            true => Err(ArchiveError("it holds no web archive".to_owned())),
            false => {
                Ok(Self { file: Rc::new(RefCell::new(file)), left, open: None, max_bytes, limit: u64::MAX, read: 0 })
            }
        }
    }

    /// Reads so many bytes of each web archive, unpacked, at most.
    pub fn within(self, limit: u64) -> Self {
        Self { limit, ..self }
    }

    fn next_archive(&mut self) -> Result<Option<&mut WarcPages<FileStream<S>>>, ArchiveError> {
        if self.open.is_none() {
            let Some(packed) = self.left.pop_front().transpose()? else { return Ok(None) };
            let part = FilePart { file: Rc::clone(&self.file), at: packed.start, left: packed.length };
            let stream = match packed.is_deflated {
                true => FileStream::Deflated(Box::new(DeflateDecoder::new(part))),
                false => FileStream::Stored(part),
            };
            let pages = WarcPages::new(stream, self.max_bytes);
            let pages = pages.map_err(|error| ArchiveError::of(error).in_part(&packed.name))?;
            self.open = Some((packed.name, pages.within(self.limit)));
        }
        Ok(self.open.as_mut().map(|(_, pages)| pages))
    }

    /// Returns the name of the archive that ends here.
    fn close(&mut self) -> String {
        let Some((name, archive)) = self.open.take() else { return String::new() };
        self.read += archive.entries();
        name
    }
}

impl PackedArchive {
    /// Returns where an entry lies, if it is an archive.
    fn of<S: Read>(entry: &ZipFile<'_, S>) -> Result<Option<Self>, ArchiveError> {
        let name = entry.name().map_err(ArchiveError::of)?.into_owned();
        let lower = name.to_ascii_lowercase();
        if ![".warc", ".warc.gz"].iter().any(|ending| lower.ends_with(ending)) {
            return Ok(None);
        }
        let is_deflated = match entry.compression() {
            CompressionMethod::Stored => false,
            CompressionMethod::Deflated => true,
            other => return Err(ArchiveError(format!("it is packed with {other}")).in_part(&name)),
        };
        if entry.encrypted() {
            return Err(ArchiveError("it is encrypted".to_owned()).in_part(&name));
        }
        let start = entry.data_start().ok_or_else(|| ArchiveError("it is nowhere".to_owned()).in_part(&name))?;
        Ok(Some(Self { name, start, length: entry.compressed_size(), is_deflated }))
    }
}

impl<S: Read + Seek> PageArchive for WaczPages<S> {
    fn next_page(&mut self, wanted: &mut PageWanted<'_>) -> Result<Option<ArchivedPage>, ArchiveError> {
        while let Some(archive) = self.next_archive()? {
            let next = archive.next_page(wanted);
            if let Ok(Some(page)) = next {
                return Ok(Some(page));
            }
            let name = self.close();
            next.map_err(|error| error.in_part(&name))?;
        }
        Ok(None)
    }

    fn has_more_parts(&self) -> bool {
        !self.left.is_empty()
    }

    fn entries(&self) -> usize {
        self.read + self.open.as_ref().map_or(0, |(_, archive)| archive.entries())
    }
}
