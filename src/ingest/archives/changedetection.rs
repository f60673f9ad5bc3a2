//! Reads the folder of changedetection.io: a list of watches, and a folder of snapshots for each.
//!
//! ```text
//! url-watches.json                    {"watching": {"UUID": {"url": …}}}; newer ones have UUID/watch.json
//! UUID/history.txt                    1745481600,abc.txt.br: when, and which file
//! UUID/abc.txt.br                     the text that it took off the page
//! ```

use std::collections::{HashSet, VecDeque};
use std::fs::File;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::page::{ArchiveError, ArchivedAnswer, ArchivedPage, ArchivedText, PageArchive, PageName, PageWanted};
use crate::ingest::decode;
use crate::model::instant_in_calendar;

/// A longer list of watches, or history of one, is not read.
const MAX_LIST: u64 = 256 << 20;

/// A watch whose history is read.
#[derive(Debug)]
struct OpenWatch {
    url: String,
    folder: PathBuf,
    history: String,
    /// Where the next line of it begins.
    at: usize,
}

/// Reads the snapshots of a folder.
#[derive(Debug)]
pub struct ChangeDetectionFolder {
    /// Lists that cannot be read.
    broken: VecDeque<ArchiveError>,
    left: VecDeque<(String, PathBuf)>,
    open: Option<OpenWatch>,
    max_bytes: usize,
    read: usize,
}

impl ChangeDetectionFolder {
    /// Opens the folder that holds `url-watches.json`, or a folder for each watch.
    pub fn open(folder: &Path, max_bytes: usize) -> Result<Self, ArchiveError> {
        let mut left: Vec<(String, PathBuf)> = Vec::new();
        let mut broken = VecDeque::new();
        let mut json = |path: &Path| {
            read_json(path).unwrap_or_else(|error| {
                broken.push_back(error);
                None
            })
        };
        if let Some(list) = json(&folder.join("url-watches.json")) {
            let watches = list.get("watching").and_then(Value::as_object);
            for (id, watch) in watches.into_iter().flatten() {
                let url = watch.get("url").and_then(Value::as_str);
                left.extend(url.filter(|_| is_plain(id)).map(|url| (url.to_owned(), folder.join(id))));
            }
        }
        let failed = |error: std::io::Error| ArchiveError(format!("cannot read `{}`: {error}", folder.display()));
        let known: HashSet<PathBuf> = left.iter().map(|(_, own)| own.clone()).collect();
        for entry in std::fs::read_dir(folder).map_err(failed)?.flatten() {
            let own = entry.path();
            if known.contains(&own) {
                continue;
            }
            let url = json(&own.join("watch.json")).and_then(|watch| Some(watch.get("url")?.as_str()?.to_owned()));
            left.extend(url.map(|url| (url, own)));
        }
        if left.is_empty() {
            let none = ArchiveError(format!("`{}` holds no watches of changedetection.io", folder.display()));
            return Err(broken.pop_front().unwrap_or(none));
        }
        left.sort();
        Ok(Self { broken, left: left.into(), open: None, max_bytes, read: 0 })
    }
}

impl PageArchive for ChangeDetectionFolder {
    fn next_page(&mut self, wanted: &mut PageWanted<'_>) -> Result<Option<ArchivedPage>, ArchiveError> {
        if let Some(error) = self.broken.pop_front() {
            return Err(error);
        }
        loop {
            let Some(watch) = &mut self.open else {
                let Some((url, folder)) = self.left.pop_front() else { return Ok(None) };
                let history = read_text(&folder.join("history.txt"))?.unwrap_or_default();
                self.open = Some(OpenWatch { url, folder, history, at: 0 });
                continue;
            };
            let Some((captured, path)) = watch.next_snapshot() else {
                self.open = None;
                continue;
            };
            self.read += 1;
            let name = PageName::of_url(watch.url.clone());
            if !wanted(&name, captured) {
                continue;
            }
            let answer = match unpacked(&path, self.max_bytes) {
                Ok(bytes) => {
                    let body = decode(&bytes, Some("text/plain")).text;
                    ArchivedAnswer::Text(ArchivedText { body, ..ArchivedText::default() })
                }
                Err(reason) => ArchivedAnswer::Unusable(reason),
            };
            return Ok(Some(ArchivedPage { name, captured, answer }));
        }
    }

    fn entries(&self) -> usize {
        self.read
    }

    fn has_more_parts(&self) -> bool {
        !self.broken.is_empty() || !self.left.is_empty()
    }
}

impl OpenWatch {
    /// Returns the next snapshot that the history lists: its moment and its file.
    fn next_snapshot(&mut self) -> Option<(DateTime<Utc>, PathBuf)> {
        while self.at < self.history.len() {
            let rest = &self.history[self.at..];
            let line = rest.split_once('\n').map_or(rest, |(line, _)| line);
            self.at += line.len() + 1;
            if let Some((captured, file)) = snapshot(line) {
                return Some((captured, self.folder.join(file)));
            }
        }
        None
    }
}

/// Reads a line of a history: when, and which file.
fn snapshot(line: &str) -> Option<(DateTime<Utc>, &str)> {
    let (time, file) = line.trim().split_once(',')?;
    let captured = time.parse().ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0))?;
    let captured = instant_in_calendar(&captured)?;
    // The list may name a file by a path of the machine that it comes from.
    let file = file.rsplit(['/', '\\']).next().filter(|file| is_plain(file))?;
    Some((captured, file))
}

/// Returns whether a name is one of a file beside the list, not of one elsewhere.
fn is_plain(name: &str) -> bool {
    !name.is_empty() && name != "." && name != ".." && !name.contains(['/', '\\', '\0'])
}

/// Reads a snapshot, at most so many bytes of it.
fn unpacked(path: &Path, max_bytes: usize) -> Result<Vec<u8>, &'static str> {
    // What is no file is not even opened: that may wait for somebody who writes.
    let is_file = std::fs::symlink_metadata(path).is_ok_and(|facts| facts.is_file());
    let file = is_file.then(|| File::open(path).ok()).flatten().ok_or("missing")?;
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
