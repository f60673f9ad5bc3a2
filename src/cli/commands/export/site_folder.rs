//! Writes the files of a site into a folder, and takes away those of an earlier export that are not written again.
//!
//! The mark, a file that is written before any other, lists every file of ours. So a folder that an
//! interrupted export left behind is known as ours, and what is no longer in the archive does not
//! stay public.

use std::collections::BTreeSet;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Component, Path, PathBuf};

use maud::Markup;

use crate::cli::error::CliError;
use crate::render::html::{Frame, Site};

/// What marks a folder as written by this command.
const MARK: &str = ".writethru-site";
/// The first line of the mark; the others name files.
const HEAD: &str = "Written by `writethru export site`, and these files with it:";

/// The folder that is written into.
pub(super) struct SiteFolder<'f> {
    folder: &'f Path,
    /// Pages written so far.
    pub pages: usize,
    /// The mark, open at its end.
    mark: File,
    /// Files of earlier exports, and those of this one.
    before: BTreeSet<String>,
    written: BTreeSet<String>,
}

impl<'f> SiteFolder<'f> {
    /// Takes a folder that is empty, not there yet, or was written by this command.
    pub(super) fn open(folder: &'f Path) -> Result<Self, CliError> {
        let path = folder.join(MARK);
        let listed = match fs::read_to_string(&path) {
            Ok(text) => Some(text),
            Err(error) if is_absent(&error) => None,
            Err(error) => return Err(failed("read", &path, &error)),
        };
        let is_empty = match fs::read_dir(folder) {
            Ok(mut entries) => entries.next().is_none(),
            Err(error) if error.kind() == io::ErrorKind::NotFound => true,
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => false,
            Err(error) => return Err(failed("read", folder, &error)),
        };
        if listed.is_none() && !is_empty {
            let message = format!("{} holds something else", folder.display());
            return Err(CliError::refused(message, "name a new or an empty folder; nothing was overwritten"));
        }
        let written = |error: io::Error| failed("write", &path, &error);
        fs::create_dir_all(folder).map_err(written)?;
        let mut mark = OpenOptions::new().create(true).append(true).open(&path).map_err(written)?;
        if listed.is_none() {
            writeln!(mark, "{HEAD}").map_err(written)?;
        }
        let before = listed.iter().flat_map(|text| text.lines().skip(1)).map(str::to_owned).collect();
        Ok(Self { folder, pages: 0, mark, before, written: BTreeSet::new() })
    }

    /// Returns whether an earlier export wrote a page.
    pub(super) fn had_page(&self, path: &str) -> bool {
        self.before.contains(&decoded(&format!("{path}index.html")))
    }

    /// Writes a page.
    pub(super) fn page(
        &mut self,
        path: &str,
        frame: &Frame,
        body: impl FnOnce(&Site) -> Markup,
    ) -> Result<(), CliError> {
        let site = Site::baked(path.matches('/').count());
        self.pages += 1;
        self.file(&format!("{path}index.html"), &frame.page(&site, &body(&site)))
    }

    /// Writes a file that is no page.
    pub(super) fn file(&mut self, address: &str, text: &str) -> Result<(), CliError> {
        let name = decoded(address);
        let path = self.folder.join(&name);
        let written = |error: io::Error| failed("write", &path, &error);
        if self.written.insert(name.clone()) && !self.before.contains(&name) {
            writeln!(self.mark, "{name}").map_err(written)?;
        }
        let folder = path.parent().unwrap_or(self.folder);
        fs::create_dir_all(folder).and_then(|()| fs::write(&path, text)).map_err(written)
    }

    /// Takes away the files of earlier exports that were not written again; returns how many those were.
    pub(super) fn finish(self) -> Result<usize, CliError> {
        let mut taken = 0;
        for name in self.before.difference(&self.written).filter(|name| stays_inside(name)) {
            let path = self.folder.join(name);
            match fs::remove_file(&path) {
                Ok(()) => taken += 1,
                Err(error) if is_absent(&error) => {}
                Err(error) => return Err(failed("take away", &path, &error)),
            }
            // A folder that still holds something stays.
            let folders = path.ancestors().skip(1).take_while(|folder| *folder != self.folder);
            let _ = folders.map(fs::remove_dir).take_while(Result::is_ok).count();
        }
        let names: Vec<&str> = self.written.iter().map(String::as_str).collect();
        let (mark, new) = (self.folder.join(MARK), self.folder.join(format!("{MARK}.new")));
        let text = format!("{HEAD}\n{}\n", names.join("\n"));
        let replaced = fs::write(&new, text).and_then(|()| fs::rename(&new, &mark));
        replaced.map_err(|error| failed("write", &mark, &error))?;
        Ok(taken)
    }
}

fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

fn failed(act: &str, path: &Path, error: &io::Error) -> CliError {
    let message = format!("cannot {act} {}: {error}", path.display());
    CliError::refused(message, "name a folder that you may read and write")
}

/// Returns whether a name of the mark leads to a file in the folder: anybody may have changed the mark.
fn stays_inside(name: &str) -> bool {
    let path = PathBuf::from(name);
    !name.is_empty() && path.components().all(|part| matches!(part, Component::Normal(_)))
}

/// Returns an address as the name of a file: hosts decode what links encode.
fn decoded(path: &str) -> String {
    let mut bytes = Vec::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((first, tail)) = rest.split_first() {
        let digits = tail.get(..2).filter(|_| *first == b'%').and_then(|digits| std::str::from_utf8(digits).ok());
        match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                bytes.push(byte);
                rest = &tail[2..];
            }
            None => {
                bytes.push(*first);
                rest = tail;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_named_as_hosts_decode_links() {
        assert_eq!(decoded("story/%E6%B4%AA/index.html"), "story/洪/index.html");
        assert_eq!(decoded("50%25/%zz"), "50%/%zz");
    }

    #[test]
    fn nothing_outside_the_folder_is_taken_away() {
        let is_kept = |name: &str| !stays_inside(name);
        assert!(["", "..", "../index.html", "/etc/passwd", "a/../../b"].into_iter().all(is_kept));
        assert!(stays_inside("story/flood/index.html"));
    }
}
