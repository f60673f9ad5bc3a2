//! Reads the files of a git repository, commit by commit: each commit that changes a file is a version of it.

use std::collections::{HashMap, HashSet, VecDeque};
use std::path::Path;

use chrono::{DateTime, TimeDelta, Utc};

use super::objects::{ObjectReader, Repository};
use super::page::{ArchiveError, ArchivedAnswer, ArchivedPage, PageArchive, PageName, PageWanted};
use crate::model::slug;

/// Endings of files that hold data or programs, which a server would name by such a media type.
const DATA_ENDINGS: [&str; 15] =
    ["css", "js", "mjs", "map", "json", "jsonl", "xml", "rss", "atom", "svg", "csv", "tsv", "yaml", "yml", "toml"];
/// Commits of one second are told apart by parts of it, of which the last is this.
const LAST_MILLISECOND: i64 = 999;

/// A file as a commit left it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct FileAt {
    pub path: String,
    pub committed: DateTime<Utc>,
    blob: String,
}

/// Reads the files of a repository.
#[derive(Debug)]
pub struct GitFiles {
    history: GitHistory,
    /// Names of articles, by path.
    articles: HashMap<String, String>,
    /// What was asked for by name: such a file is read whatever its ending.
    asked: Vec<String>,
}

/// The versions of files, oldest first, and their bytes.
#[derive(Debug)]
pub(super) struct GitHistory {
    files: VecDeque<FileAt>,
    /// The path of every file of the repository, in the order in which they came up.
    came_up: Vec<String>,
    objects: ObjectReader,
    max_bytes: usize,
    read: usize,
}

impl GitFiles {
    /// Opens a repository; of the files and folders at `paths`, or of all, no file longer than `max_bytes` is read.
    pub fn open(folder: &Path, paths: &[String], max_bytes: usize) -> Result<Self, ArchiveError> {
        let history = GitHistory::open(folder, paths, max_bytes)?;
        // All files are named, also those that are not asked for: a name must not depend on what else is asked for.
        let articles = articles_of(history.came_up.iter().map(String::as_str));
        Ok(Self { history, articles, asked: paths.to_vec() })
    }

    fn may_be_page(&self, path: &str) -> bool {
        !is_data(path) || self.asked.iter().any(|asked| asked == path)
    }
}

impl PageArchive for GitFiles {
    fn next_page(&mut self, wanted: &mut PageWanted<'_>) -> Result<Option<ArchivedPage>, ArchiveError> {
        while let Some(file) = self.history.next_file() {
            let article = self.articles.get(&file.path).unwrap_or(&file.path).clone();
            // A program of before named only what was asked for, so that each file had its shortest name.
            let former = [without_ending(&file.path), file.path.clone()];
            let former = former.into_iter().filter(|name| *name != article).map(|name| as_one_name(&name)).collect();
            let article = as_one_name(&article);
            let name = PageName { place: file.path.clone(), article: Some(article), former, ..PageName::default() };
            if !wanted(&name, file.committed) {
                continue;
            }
            let answer = match self.may_be_page(&file.path) {
                true => self.history.bytes(&file)?.map_or_else(ArchivedAnswer::Unusable, ArchivedAnswer::File),
                false => ArchivedAnswer::Unusable("media-type"),
            };
            return Ok(Some(ArchivedPage { name, captured: file.committed, answer }));
        }
        Ok(None)
    }

    fn entries(&self) -> usize {
        self.history.read
    }
}

/// Returns a path as the name of an article: its folders are no stories.
fn as_one_name(path: &str) -> String {
    path.replace('/', "-")
}

impl GitHistory {
    pub(super) fn open(folder: &Path, paths: &[String], max_bytes: usize) -> Result<Self, ArchiveError> {
        let repository = Repository::open(folder)?;
        let files = changes_of(&repository, paths, &[])?;
        let came_up = match paths {
            [] => in_order(&files),
            // Added, or of another type before: that is where a file comes up.
            _ => in_order(&changes_of(&repository, &[], &["--diff-filter=AT"])?),
        };
        Ok(Self { files, came_up, objects: repository.into_objects()?, max_bytes, read: 0 })
    }

    pub(super) fn next_file(&mut self) -> Option<FileAt> {
        let file = self.files.pop_front()?;
        self.read += 1;
        Some(file)
    }

    /// Returns the bytes of a file, or one word that says why there are none.
    pub(super) fn bytes(&mut self, file: &FileAt) -> Result<Result<Vec<u8>, &'static str>, ArchiveError> {
        self.objects.blob(&file.blob, self.max_bytes)
    }

    pub(super) fn read(&self) -> usize {
        self.read
    }
}

/// Returns the files at these paths, or all, as each commit left them; `only` is which changes are asked for.
fn changes_of(repository: &Repository, paths: &[String], only: &[&str]) -> Result<VecDeque<FileAt>, ArchiveError> {
    // One line of history: what came in by a merge is a change of the merge.
    let commits = ["rev-list", "--first-parent", "--reverse", "--timestamp", repository.head()];
    let commits = repository.list(&commits, paths, b"")?;
    let mut asked = Vec::new();
    let mut times = VecDeque::new();
    for line in String::from_utf8_lossy(&commits).lines() {
        let Some((time, id)) = line.split_once(' ') else { continue };
        let time = time.parse().ok().and_then(|seconds| DateTime::from_timestamp(seconds, 0));
        let Some(time) = time.filter(|time| crate::model::instant_in_calendar(time).is_some()) else { continue };
        asked.extend_from_slice(format!("{id}\n").as_bytes());
        times.push_back((id.to_owned(), time));
    }
    if times.is_empty() {
        return Ok(VecDeque::new());
    }
    let changes = ["diff-tree", "--stdin", "-r", "-z", "--root", "--no-renames", "--diff-merges=first-parent"];
    Ok(changed_files(&repository.list(&[&changes, only].concat(), paths, &asked)?, times))
}

/// Returns each path once, in order.
fn in_order(files: &VecDeque<FileAt>) -> Vec<String> {
    let mut seen = HashSet::new();
    files.iter().filter(|file| seen.insert(file.path.as_str())).map(|file| file.path.clone()).collect()
}

/// Reads what `diff-tree -z --stdin` writes: a commit, then `:modes blobs status`, path, and so on, each with a zero behind it.
fn changed_files(changes: &[u8], mut times: VecDeque<(String, DateTime<Utc>)>) -> VecDeque<FileAt> {
    let mut files = VecDeque::new();
    let mut committed = None;
    let mut of_one_second: HashMap<(String, DateTime<Utc>), i64> = HashMap::new();
    let mut words = changes.split(|byte| *byte == 0);
    while let Some(word) = words.next() {
        let word = String::from_utf8_lossy(word);
        let word = word.trim_start_matches('\n');
        let Some(facts) = word.strip_prefix(':') else {
            while let Some((id, time)) = times.front() {
                if id == word.trim() {
                    committed = Some(*time);
                    break;
                }
                if word.trim().is_empty() {
                    break;
                }
                times.pop_front();
            }
            continue;
        };
        let Some(path) = words.next() else { break };
        let facts: Vec<&str> = facts.split(' ').collect();
        // Links and submodules are no files; a file that is gone has no bytes.
        let is_file = facts.get(1).is_some_and(|mode| mode.starts_with("100"));
        if let (true, Some(blob), Some(committed)) = (is_file, facts.get(3), committed) {
            let path = String::from_utf8_lossy(path).into_owned();
            // A commit states no parts of a second; two of one second are two versions all the same, in their order.
            let earlier = of_one_second.entry((path.clone(), committed)).or_insert(0);
            let committed = committed + TimeDelta::milliseconds((*earlier).min(LAST_MILLISECOND));
            *earlier += 1;
            files.push_back(FileAt { path, committed, blob: (*blob).to_owned() });
        }
    }
    files
}

/// Names the articles of files, in the order in which the files came up: each by its path without the ending, since two
/// folders may hold files of one name. Where an earlier file has that name, the ending stays on, or a number follows; so a
/// name stays as it is when further files come up.
fn articles_of<'p>(paths: impl Iterator<Item = &'p str>) -> HashMap<String, String> {
    let (mut articles, mut taken) = (HashMap::new(), HashSet::new());
    for path in paths {
        if articles.contains_key(path) {
            continue;
        }
        let short = (!is_data(path)).then(|| without_ending(path));
        let numbered = (2..).map(|number: usize| format!("{path}-{number}"));
        let mut names = short.into_iter().chain([path.to_owned()]).chain(numbered);
        let free = names.find(|name| taken.insert(slug(name))).expect("there is always a further number");
        articles.insert(path.to_owned(), free);
    }
    articles
}

fn is_data(path: &str) -> bool {
    let file = path.rsplit_once('/').map_or(path, |(_, file)| file);
    let ending = file.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| DATA_ENDINGS.contains(&ending.as_str()))
}

fn without_ending(path: &str) -> String {
    let (folder, file) = path.rsplit_once('/').map_or(("", path), |(folder, file)| (folder, file));
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    let name = if stem.is_empty() { file } else { stem };
    if folder.is_empty() { name.to_owned() } else { format!("{folder}/{name}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_article_is_named_by_its_path() {
        let check = |path: &str, want: &str| assert_eq!(articles_of([path].into_iter())[path], want);
        check("mill.html", "mill");
        check("post/2025/mill.v2.html", "post/2025/mill.v2");
        check("post/.html", "post/.html");
        check("LICENSE", "LICENSE");
        check("mill.json", "mill.json");
    }

    #[test]
    fn two_files_are_never_one_article() {
        let paths = ["a/b.html", "a-b.html", "a/b.md", "a/b.html", "a-b.md", "a-b/html"];
        let articles = articles_of(paths.into_iter());
        let names: Vec<&str> = paths.iter().map(|path| articles[*path].as_str()).collect();
        assert_eq!(names, ["a/b", "a-b.html", "a/b.md", "a/b", "a-b.md-2", "a-b/html-2"]);
        let slugs: HashSet<_> = articles.values().map(|name| slug(name)).collect();
        assert_eq!(slugs.len(), 5);
    }

    #[test]
    fn commits_of_one_second_keep_their_order() {
        let (a, b) = ("a".repeat(40), "b".repeat(40));
        let at = DateTime::from_timestamp(7, 0).unwrap();
        let (zero, blob) = ("0".repeat(40), "c".repeat(40));
        let change = format!(":000000 100644 {zero} {blob} A\0mill.html\0");
        let files = changed_files(format!("{a}\0{change}{b}\0{change}").as_bytes(), [(a, at), (b, at)].into());
        let found: Vec<_> = files.iter().map(|file| file.committed.timestamp_millis()).collect();
        assert_eq!(found, [7000, 7001]);
    }

    #[test]
    fn changes_belong_to_the_commit_before_them() {
        let (a, b) = ("a".repeat(40), "b".repeat(40));
        let at = |seconds| DateTime::from_timestamp(seconds, 0).unwrap();
        let blob = "c".repeat(40);
        let zero = "0".repeat(40);
        let text = format!(
            "{a}\0:000000 100644 {zero} {blob} A\0mill.html\0:000000 160000 {zero} {blob} A\0module\0{b}\0:100644 000000 {blob} {zero} D\0mill.html\0:100644 100644 {zero} {blob} M\0é\0"
        );
        let files = changed_files(text.as_bytes(), [(a, at(1)), (b, at(2))].into());
        let found: Vec<_> = files.iter().map(|file| (file.path.as_str(), file.committed)).collect();
        assert_eq!(found, [("mill.html", at(1)), ("é", at(2))]);
    }
}
