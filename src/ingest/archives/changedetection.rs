//! Reads the folder of changedetection.io: a list of watches, and a folder of snapshots for each.
//!
//! ```text
//! url-watches.json                    {"watching": {"UUID": {"url": …}}}; newer ones have UUID/watch.json
//! UUID/history.txt                    1745481600,abc.txt.br: when, and which file
//! UUID/abc.txt.br                     the text that it took off the page
//! ```

use std::collections::VecDeque;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::page::{ArchiveError, ArchivedAnswer, ArchivedPage, ArchivedText, PageArchive, PageName, PageWanted};
use crate::ingest::decode;

/// A longer list of watches, or history of one, is not read.
const MAX_LIST: u64 = 256 << 20;

/// A snapshot of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
struct SnapshotFile {
    url: String,
    captured: DateTime<Utc>,
    path: PathBuf,
}

/// Reads the snapshots of a folder.
#[derive(Debug)]
pub struct ChangeDetectionFolder {
    left: VecDeque<(String, PathBuf)>,
    snapshots: VecDeque<SnapshotFile>,
    max_bytes: usize,
    read: usize,
}

impl ChangeDetectionFolder {
    /// Opens the folder that holds `url-watches.json`, or a folder for each watch.
    pub fn open(folder: &Path, max_bytes: usize) -> Result<Self, ArchiveError> {
        let mut left: Vec<(String, PathBuf)> = Vec::new();
        if let Some(list) = read_json(&folder.join("url-watches.json"))? {
            let watches = list.get("watching").and_then(Value::as_object);
            for (id, watch) in watches.into_iter().flatten() {
                let url = watch.get("url").and_then(Value::as_str);
                left.extend(url.filter(|_| is_plain(id)).map(|url| (url.to_owned(), folder.join(id))));
            }
        }
        let failed = |error: std::io::Error| ArchiveError(format!("cannot read `{}`: {error}", folder.display()));
        for entry in std::fs::read_dir(folder).map_err(failed)?.flatten() {
            let own = entry.path();
            if left.iter().any(|(_, known)| *known == own) {
                continue;
            }
            let url =
                read_json(&own.join("watch.json"))?.and_then(|watch| Some(watch.get("url")?.as_str()?.to_owned()));
            left.extend(url.map(|url| (url, own)));
        }
        if left.is_empty() {
            return Err(ArchiveError(format!("`{}` holds no watches of changedetection.io", folder.display())));
        }
        left.sort();
        Ok(Self { left: left.into(), snapshots: VecDeque::new(), max_bytes, read: 0 })
    }
}

impl PageArchive for ChangeDetectionFolder {
    fn next_page(&mut self, wanted: &mut PageWanted<'_>) -> Result<Option<ArchivedPage>, ArchiveError> {
        loop {
            let Some(file) = self.snapshots.pop_front() else {
                let Some((url, folder)) = self.left.pop_front() else { return Ok(None) };
                self.snapshots = snapshots_of(&url, &folder)?.into();
                continue;
            };
            self.read += 1;
            let name = PageName::of_url(file.url.clone());
            if !wanted(&name, file.captured) {
                continue;
            }
            let answer = match unpacked(&file.path, self.max_bytes) {
                Ok(bytes) => {
                    let body = decode(&bytes, Some("text/plain")).text;
                    ArchivedAnswer::Text(ArchivedText { body, ..ArchivedText::default() })
                }
                Err(reason) => ArchivedAnswer::Unusable(reason),
            };
            return Ok(Some(ArchivedPage { name, captured: file.captured, answer }));
        }
    }

    fn entries(&self) -> usize {
        self.read
    }
}

/// Returns the snapshots of a watch, as its history lists them.
fn snapshots_of(url: &str, folder: &Path) -> Result<Vec<SnapshotFile>, ArchiveError> {
    let Some(history) = read_text(&folder.join("history.txt"))? else { return Ok(Vec::new()) };
    let snapshot = |line: &str| {
        let (time, file) = line.trim().split_once(',')?;
        let captured = time.parse().ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0))?;
        // The list may name a file by a path of the machine that it comes from.
        let file = file.rsplit(['/', '\\']).next().filter(|file| is_plain(file))?;
        Some(SnapshotFile { url: url.to_owned(), captured, path: folder.join(file) })
    };
    Ok(history.lines().filter_map(snapshot).collect())
}

/// Returns whether a name is one of a file beside the list, not of one elsewhere.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && name != "." && name != ".." && !name.contains(['/', '\\', '\0'])
}

/// Reads a snapshot, at most so many bytes of it.
fn unpacked(path: &Path, max_bytes: usize) -> Result<Vec<u8>, &'static str> {
    let is_file = std::fs::symlink_metadata(path).is_ok_and(|facts| facts.is_file());
    let file = std::fs::File::open(path).ok().filter(|_| is_file).ok_or("missing")?;
    let is_packed = path.extension().is_some_and(|ending| ending == "br");
    let limit = max_bytes as u64 + 1;
    let mut bytes = Vec::new();
    let read = match is_packed {
        true => brotli_decompressor::Decompressor::new(file, 4096).take(limit).read_to_end(&mut bytes),
        false => file.take(limit).read_to_end(&mut bytes),
    };
    read.map_err(|_| "packed-wrong")?;
    if max_bytes < bytes.len() { Err("too-large") } else { Ok(bytes) }
}

/// Reads a file of JSON, if it is there.
fn read_json(path: &Path) -> Result<Option<Value>, ArchiveError> {
    let Some(text) = read_text(path)? else { return Ok(None) };
    let failed = |error| ArchiveError(format!("`{}` cannot be read: {error}", path.display()));
    serde_json::from_str(&text).map(Some).map_err(failed)
}

fn read_text(path: &Path) -> Result<Option<String>, ArchiveError> {
    let is_file = std::fs::symlink_metadata(path).is_ok_and(|facts| facts.is_file() && facts.len() <= MAX_LIST);
    if !is_file {
        return Ok(None);
    }
    let failed = |error| ArchiveError(format!("cannot read `{}`: {error}", path.display()));
    Ok(Some(String::from_utf8_lossy(&std::fs::read(path).map_err(failed)?).into_owned()))
}
