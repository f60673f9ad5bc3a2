//! Reads the objects of a git repository that nobody trusts.
//!
//! Nothing that stands in the repository is run: `git` works in a folder of our own, with a configuration of our own, and is
//! told where the objects lie. So the repository's configuration, attributes, hooks, filters, replacements and remotes are
//! never read; its submodules are no files. Only plumbing commands are used.

use std::ffi::OsString;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::time::Duration;

use crate::ingest::archives::page::ArchiveError;
use crate::ingest::program::Program;

/// The longest time for a list of commits.
const PATIENCE: Duration = Duration::from_mins(10);
/// The longest list of commits that is read, in bytes.
const MAX_LIST: u64 = 256 << 20;
/// A longer file names no commit.
const MAX_REF: u64 = 8 << 20;

/// A repository, read through a folder of our own.
#[derive(Debug)]
pub(super) struct Repository {
    /// Has `config` and `HEAD` alone; gone when this ends.
    neutral: tempfile::TempDir,
    objects: PathBuf,
    head: String,
}

/// Reads objects one after the other.
#[derive(Debug)]
pub(super) struct ObjectReader {
    /// Where `git` works, for as long as it runs.
    _neutral: tempfile::TempDir,
    child: Child,
    input: ChildStdin,
    output: BufReader<ChildStdout>,
}

impl Repository {
    /// Opens the repository in a folder: a work tree, a bare repository, or a linked work tree.
    pub(super) fn open(folder: &Path) -> Result<Self, ArchiveError> {
        let none = || ArchiveError(format!("`{}` is no git repository", folder.display()));
        let own = git_folder(folder).ok_or_else(none)?;
        let common = match read_small(&own.join("commondir")) {
            Some(path) => own.join(path.trim()),
            None => own.clone(),
        };
        let objects = common.join("objects");
        if !objects.is_dir() {
            return Err(none());
        }
        let head =
            head_of(&own, &common).ok_or_else(|| ArchiveError(format!("`{}` has no commit yet", folder.display())))?;
        let failed = |error: std::io::Error| ArchiveError(format!("cannot make a folder to work in: {error}"));
        let neutral = tempfile::tempdir().map_err(failed)?;
        let format = if head.len() == 64 { "[extensions]\n\tobjectformat = sha256\n" } else { "" };
        let version = u8::from(!format.is_empty());
        let config = format!("[core]\n\trepositoryformatversion = {version}\n\tbare = true\n{format}");
        let write = |name: &str, text: &str| std::fs::write(neutral.path().join(name), text).map_err(failed);
        write("config", &config)?;
        write("HEAD", &format!("{head}\n"))?;
        std::fs::create_dir(neutral.path().join("refs")).map_err(failed)?;
        let objects = std::path::absolute(objects).map_err(failed)?;
        Ok(Self { neutral, objects, head })
    }

    pub(super) fn head(&self) -> &str {
        &self.head
    }

    /// Runs a plumbing command to its end; returns what it wrote.
    pub(super) fn list(&self, arguments: &[&str], paths: &[String], input: &[u8]) -> Result<Vec<u8>, ArchiveError> {
        let mut words: Vec<OsString> = vec!["git".into()];
        words.extend(arguments.iter().map(Into::into));
        if !paths.is_empty() {
            words.push("--".into());
            words.extend(paths.iter().map(Into::into));
        }
        let environment = self.environment();
        let program = Program { words, environment, timeout: PATIENCE, max_bytes: Some(MAX_LIST) };
        program.run(input).map_err(|error| ArchiveError(format!("git: {error}")))
    }

    /// Starts reading objects.
    pub(super) fn into_objects(self) -> Result<ObjectReader, ArchiveError> {
        let failed = |error: std::io::Error| ArchiveError(format!("git cannot be started: {error}"));
        let mut child = Command::new("git")
            .args(["cat-file", "--batch-command"])
            .envs(self.environment())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .map_err(failed)?;
        let input = child.stdin.take().expect("the stream is piped");
        let output = BufReader::new(child.stdout.take().expect("the stream is piped"));
        Ok(ObjectReader { _neutral: self.neutral, child, input, output })
    }

    /// What `git` is told: where to work, and to read no other settings and ask no server.
    fn environment(&self) -> Vec<(String, OsString)> {
        let set = |name: &str, value: &std::ffi::OsStr| (name.to_owned(), value.to_owned());
        let nowhere = std::ffi::OsStr::new(if cfg!(windows) { "NUL" } else { "/dev/null" });
        let on = std::ffi::OsStr::new("1");
        vec![
            set("GIT_DIR", self.neutral.path().as_os_str()),
            set("GIT_OBJECT_DIRECTORY", self.objects.as_os_str()),
            set("GIT_CONFIG_NOSYSTEM", on),
            set("GIT_CONFIG_GLOBAL", nowhere),
            set("GIT_ATTR_NOSYSTEM", on),
            set("GIT_NO_REPLACE_OBJECTS", on),
            set("GIT_NO_LAZY_FETCH", on),
            set("GIT_OPTIONAL_LOCKS", std::ffi::OsStr::new("0")),
            set("GIT_ALLOW_PROTOCOL", std::ffi::OsStr::new("none")),
            set("GIT_TERMINAL_PROMPT", std::ffi::OsStr::new("0")),
            set("GIT_LITERAL_PATHSPECS", on),
            set("LC_ALL", std::ffi::OsStr::new("C")),
        ]
    }
}

impl ObjectReader {
    /// Returns the bytes of a blob; nothing where it is missing, no blob, or longer than `limit`.
    pub(super) fn blob(&mut self, id: &str, limit: usize) -> Result<Option<Vec<u8>>, ArchiveError> {
        let Some(("blob", length)) = self.head("info", id)?.as_ref().map(|(kind, length)| (kind.as_str(), *length))
        else {
            return Ok(None);
        };
        if limit < length {
            return Ok(None);
        }
        let Some((_, length)) = self.head("contents", id)? else { return Ok(None) };
        let mut bytes = vec![0; length + 1]; // a line end follows
        self.output.read_exact(&mut bytes).map_err(|error| broken(&error))?;
        bytes.pop();
        Ok(Some(bytes))
    }

    /// Asks about an object; returns its kind and length.
    fn head(&mut self, command: &str, id: &str) -> Result<Option<(String, usize)>, ArchiveError> {
        writeln!(self.input, "{command} {id}").and_then(|()| self.input.flush()).map_err(|error| broken(&error))?;
        let mut line = String::new();
        self.output.read_line(&mut line).map_err(|error| broken(&error))?;
        let mut words = line.split_whitespace().skip(1);
        let (kind, length) = (words.next(), words.next().and_then(|length| length.parse().ok()));
        match (kind, length) {
            (Some(kind), Some(length)) => Ok(Some((kind.to_owned(), length))),
            _ if line.is_empty() => Err(ArchiveError("git has ended".to_owned())),
            _ => Ok(None),
        }
    }
}

impl Drop for ObjectReader {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn broken(error: &std::io::Error) -> ArchiveError {
    ArchiveError(format!("git cannot be read on: {error}"))
}

/// Returns the folder with the repository's own files.
fn git_folder(folder: &Path) -> Option<PathBuf> {
    let inside = folder.join(".git");
    if inside.is_dir() {
        return Some(inside);
    }
    if let Some(text) = read_small(&inside) {
        return text.strip_prefix("gitdir:").map(|path| folder.join(path.trim())).filter(|own| own.is_dir());
    }
    (folder.join("HEAD").is_file() && folder.join("objects").is_dir()).then(|| folder.to_owned())
}

/// Returns the commit that is checked out.
fn head_of(own: &Path, common: &Path) -> Option<String> {
    let head = read_small(&own.join("HEAD"))?;
    let Some(name) = head.strip_prefix("ref:").map(str::trim) else { return commit(&head) };
    let is_inside = name.starts_with("refs/") && !name.split('/').any(|part| part == ".." || part.is_empty());
    if !is_inside {
        return None;
    }
    let loose = read_small(&own.join(name)).or_else(|| read_small(&common.join(name)));
    if let Some(found) = loose.as_deref().and_then(commit) {
        return Some(found);
    }
    let packed = read_small(&common.join("packed-refs"))?;
    packed.lines().find_map(|line| line.split_once(' ').filter(|(_, own)| *own == name).and_then(|(id, _)| commit(id)))
}

/// Returns a name of a commit, if it is one.
fn commit(text: &str) -> Option<String> {
    let id = text.trim();
    let is_id = matches!(id.len(), 40 | 64) && id.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_id.then(|| id.to_owned())
}

fn read_small(path: &Path) -> Option<String> {
    let facts = std::fs::metadata(path).ok()?;
    (facts.is_file() && facts.len() <= MAX_REF).then(|| std::fs::read_to_string(path).ok()).flatten()
}
