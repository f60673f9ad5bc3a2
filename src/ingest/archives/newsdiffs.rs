//! Reads the repositories of NewsDiffs: a file a page, whose path is the address, each commit a version.
//!
//! A file begins with the date, the headline and the byline, a line each; the text follows.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};

use super::git::GitHistory;
use super::page::{ArchiveError, ArchivedAnswer, ArchivedPage, ArchivedText, PageArchive, PageName, PageWanted};

/// Repositories of one folder, at most: NewsDiffs begins one a month.
const MOST_REPOSITORIES: usize = 1000;

/// Reads every repository of a folder.
#[derive(Debug)]
pub struct NewsDiffsFolder {
    left: VecDeque<PathBuf>,
    open: Option<(String, GitHistory)>,
    max_bytes: usize,
    read: usize,
}

impl NewsDiffsFolder {
    /// Opens a folder that is a repository, or holds some.
    pub fn open(folder: &Path, max_bytes: usize) -> Result<Self, ArchiveError> {
        let is_repository = |path: &Path| path.join(".git").exists();
        let mut left = VecDeque::new();
        if is_repository(folder) {
            left.push_back(folder.to_owned());
        } else {
            let failed = |error: std::io::Error| ArchiveError(format!("cannot read `{}`: {error}", folder.display()));
            let found = std::fs::read_dir(folder).map_err(failed)?.flatten().map(|entry| entry.path());
            let mut found: Vec<PathBuf> = found.filter(|path| is_repository(path)).take(MOST_REPOSITORIES).collect();
            found.sort();
            left.extend(found);
        }
        match left.is_empty() {
            true => Err(ArchiveError(format!("`{}` holds no repository of NewsDiffs", folder.display()))),
            false => Ok(Self { left, open: None, max_bytes, read: 0 }),
        }
    }
}

impl NewsDiffsFolder {
    fn close(&mut self) {
        self.read += self.open.take().map_or(0, |(_, history)| history.read());
    }
}

impl PageArchive for NewsDiffsFolder {
    fn next_page(&mut self, wanted: &mut PageWanted<'_>) -> Result<Option<ArchivedPage>, ArchiveError> {
        loop {
            let Some((part, history)) = &mut self.open else {
                let Some(folder) = self.left.pop_front() else { return Ok(None) };
                let part = folder.file_name().unwrap_or(folder.as_os_str()).to_string_lossy().into_owned();
                let history = GitHistory::open(&folder, &[], self.max_bytes).map_err(|error| error.in_part(&part))?;
                self.open = Some((part, history));
                continue;
            };
            let Some(file) = history.next_file() else {
                self.close();
                continue;
            };
            // Anything else that lies in the repository is no page.
            let Some(url) = address_of(&file.path) else { continue };
            let name = PageName::of_url(url);
            if !wanted(&name, file.committed) {
                continue;
            }
            let bytes = match history.bytes(&file) {
                Ok(bytes) => bytes,
                Err(error) => {
                    let error = error.in_part(part);
                    self.close();
                    return Err(error);
                }
            };
            let answer = bytes.map_or_else(ArchivedAnswer::Unusable, |bytes| ArchivedAnswer::Text(text_of(&bytes)));
            return Ok(Some(ArchivedPage { name, captured: file.committed, answer }));
        }
    }

    fn entries(&self) -> usize {
        self.read + self.open.as_ref().map_or(0, |(_, history)| history.read())
    }

    fn has_more_parts(&self) -> bool {
        !self.left.is_empty()
    }
}

/// Returns the address that a path stands for: the path is the address without `https://`.
fn address_of(path: &str) -> Option<String> {
    let (host, rest) = path.split_once('/')?;
    let is_host = host.contains('.') && !host.starts_with('.') && !rest.is_empty();
    is_host.then(|| format!("https://{path}"))
}

/// Reads date, headline, byline and text; the date is the page's own and is not believed as a moment.
fn text_of(bytes: &[u8]) -> ArchivedText {
    let text = String::from_utf8_lossy(bytes);
    let mut lines = text.splitn(4, '\n').skip(1).map(|part| part.trim().to_owned());
    let line = |text: Option<String>| text.filter(|line| !line.is_empty());
    ArchivedText { headline: line(lines.next()), byline: line(lines.next()), body: lines.next().unwrap_or_default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_holds_date_headline_byline_and_text() {
        let text = text_of(b"August 1, 2012\nMill burns\nBy ANN LEE\n\nTwo people died.\n\nIt burns on.\n");
        assert_eq!((text.headline.as_deref(), text.byline.as_deref()), (Some("Mill burns"), Some("By ANN LEE")));
        assert_eq!(text.body, "Two people died.\n\nIt burns on.");
        assert_eq!(text_of(b"").headline, None);
    }

    #[test]
    fn a_path_is_an_address() {
        assert_eq!(
            address_of("www.post.example/2012/mill.html").as_deref(),
            Some("https://www.post.example/2012/mill.html")
        );
        for other in ["README", "notes/a.txt", ".git/x", "www.post.example/"] {
            assert_eq!(address_of(other), None, "{other}");
        }
    }
}
