//! Reads the objects of a git repository that nobody trusts.
//!
//! Nothing that stands in the repository is run: `git` works in a folder of our own, with a configuration of our own, and is
//! told where the objects lie. So the repository's configuration, attributes, hooks, filters, replacements and remotes are
//! never read; its submodules are no files. Only plumbing commands are used.

use std::ffi::OsString;
use std::io::{self, BufRead as _, BufReader, Read, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc;
use std::time::Duration;

use crate::ingest::archives::page::ArchiveError;
use crate::ingest::program::Program;

/// The longest time for a list of commits.
const PATIENCE: Duration = Duration::from_mins(10);
/// The longest time for the next bytes of an object.
const OBJECT_PATIENCE: Duration = Duration::from_mins(1);
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
    output: BufReader<PatientStream>,
}

/// A stream that is read on a thread of its own, so that waiting for it comes to an end.
#[derive(Debug)]
struct PatientStream {
    parts: mpsc::Receiver<io::Result<Vec<u8>>>,
    part: io::Cursor<Vec<u8>>,
    patience: Duration,
}

/// Where a repository has its files.
struct RepositoryFolders {
    /// Files of the work tree: `HEAD`.
    own: PathBuf,
    /// Files that all its work trees share.
    common: PathBuf,
}

impl Repository {
    /// Opens the repository in a folder: a work tree, a bare repository, or a linked work tree.
    pub(super) fn open(folder: &Path) -> Result<Self, ArchiveError> {
        let RepositoryFolders { own, common } = RepositoryFolders::of(folder)?;
        let objects = own_objects(&common)?;
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
        // Where history was cut off, git would miss the parents.
        if let Some(cut) = read_small(&common.join("shallow")) {
            let ids: Vec<String> = cut.lines().filter_map(commit).map(|id| format!("{id}\n")).collect();
            write("shallow", &ids.concat())?;
        }
        std::fs::create_dir(neutral.path().join("refs")).map_err(failed)?;
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
        let output = child.stdout.take().expect("the stream is piped");
        let output = BufReader::new(PatientStream::new(output, OBJECT_PATIENCE));
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
    /// Returns the bytes of a blob, or one word that says why there are none.
    pub(super) fn blob(&mut self, id: &str, limit: usize) -> Result<Result<Vec<u8>, &'static str>, ArchiveError> {
        let Some(("blob", length)) = self.head("info", id)?.as_ref().map(|(kind, length)| (kind.as_str(), *length))
        else {
            return Ok(Err("missing"));
        };
        if limit < length {
            return Ok(Err("too-large"));
        }
        let Some((_, length)) = self.head("contents", id)? else { return Ok(Err("missing")) };
        let mut bytes = vec![0; length + 1]; // a line end follows
        self.output.read_exact(&mut bytes).map_err(|error| broken(&error))?;
        bytes.pop();
        Ok(Ok(bytes))
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

impl PatientStream {
    fn new(mut stream: impl Read + Send + 'static, patience: Duration) -> Self {
        let (sender, parts) = mpsc::sync_channel(1);
        std::thread::spawn(move || {
            loop {
                let mut part = vec![0; 64 << 10];
                let read = stream.read(&mut part).map(|length| {
                    part.truncate(length);
                    part
                });
                let is_last = !read.as_ref().is_ok_and(|part| !part.is_empty());
                if sender.send(read).is_err() || is_last {
                    return;
                }
            }
        });
        Self { parts, part: io::Cursor::default(), patience }
    }
}

impl Read for PatientStream {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.part.position() == self.part.get_ref().len() as u64 {
            self.part = match self.parts.recv_timeout(self.patience) {
                Ok(part) => io::Cursor::new(part?),
                Err(mpsc::RecvTimeoutError::Disconnected) => return Ok(0),
                Err(mpsc::RecvTimeoutError::Timeout) => {
                    let seconds = self.patience.as_secs();
                    return Err(io::Error::new(io::ErrorKind::TimedOut, format!("no answer within {seconds} seconds")));
                }
            };
        }
        self.part.read(buffer)
    }
}

fn broken(error: &io::Error) -> ArchiveError {
    ArchiveError(format!("git cannot be read on: {error}"))
}

impl RepositoryFolders {
    /// Finds the files of a repository. Whoever made the folder may have it name any other on this machine, so none outside
    /// is read, but for that of which the folder is a work tree by the word of both.
    fn of(folder: &Path) -> Result<Self, ArchiveError> {
        let none = || ArchiveError(format!("`{}` is no git repository", folder.display()));
        let outside = |what: &str, to: &Path| {
            ArchiveError(format!("{what} of `{}` leads out of it, to `{}`", folder.display(), to.display()))
        };
        let root = folder.canonicalize().map_err(|_| none())?;
        let link = root.join(".git");
        let own = git_folder(&root).and_then(|own| own.canonicalize().ok()).ok_or_else(none)?;
        let back = read_small(&own.join("gitdir")).and_then(|path| own.join(path.trim()).canonicalize().ok());
        let is_linked = link.canonicalize().is_ok_and(|link| back == Some(link));
        if !own.starts_with(&root) && !is_linked {
            return Err(outside("`.git`", &own));
        }
        let Some(path) = read_small(&own.join("commondir")) else { return Ok(Self { common: own.clone(), own }) };
        let common = own.join(path.trim()).canonicalize().map_err(|_| none())?;
        let is_home = own.parent().is_some_and(|trees| trees == common.join("worktrees"));
        match common.starts_with(&root) || (is_linked && is_home) {
            true => Ok(Self { own, common }),
            false => Err(outside("`commondir`", &common)),
        }
    }
}

/// Returns the folder with the objects, if all lie in it.
fn own_objects(common: &Path) -> Result<PathBuf, ArchiveError> {
    let objects = common.join("objects");
    let failed = |error: io::Error| ArchiveError(format!("cannot read `{}`: {error}", objects.display()));
    let borrowed = |what: &str| {
        ArchiveError(format!("`{}` borrows its objects ({what}); import a whole clone of it", common.display()))
    };
    if std::fs::symlink_metadata(&objects).map_err(failed)?.is_symlink() {
        return Err(borrowed("`objects` is a link"));
    }
    if objects.join("info/alternates").exists() {
        return Err(borrowed("`objects/info/alternates`"));
    }
    let packs = Some(objects.join("pack")).filter(|packs| packs.is_dir());
    for folder in [&objects].into_iter().chain(&packs) {
        for entry in std::fs::read_dir(folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            if entry.file_type().map_err(failed)?.is_symlink() {
                return Err(borrowed("something in `objects` is a link"));
            }
        }
    }
    Ok(objects)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waiting_for_a_stream_comes_to_an_end() {
        let (far, mut near) = io::pipe().unwrap();
        let mut stream = PatientStream::new(far, Duration::from_millis(50));
        near.write_all(b"ab").unwrap();
        let mut bytes = [0; 2];
        stream.read_exact(&mut bytes).unwrap();
        assert_eq!(&bytes, b"ab");
        assert_eq!(stream.read(&mut bytes).unwrap_err().kind(), io::ErrorKind::TimedOut);
        drop(near);
        stream.patience = Duration::from_mins(1);
        assert_eq!(stream.read(&mut bytes).unwrap(), 0);
    }

    /// Makes what passes for a repository.
    fn hollow(at: &Path) {
        std::fs::create_dir_all(at.join("objects/info")).unwrap();
        std::fs::write(at.join("HEAD"), format!("{}\n", "a".repeat(40))).unwrap();
    }

    #[test]
    fn a_folder_that_leads_elsewhere_is_no_repository() {
        let desk = tempfile::tempdir().unwrap();
        let at = |name: &str| desk.path().join(name);
        let refused = |name: &str| Repository::open(&at(name)).map(drop).unwrap_err().0;
        hollow(&at("own/.git"));
        assert!(Repository::open(&at("own")).is_ok());
        std::fs::create_dir(at("pointer")).unwrap();
        std::fs::write(at("pointer/.git"), "gitdir: ../own/.git\n").unwrap();
        assert!(refused("pointer").contains("leads out of it"));
        hollow(&at("common/.git"));
        std::fs::write(at("common/.git/commondir"), "../../own/.git\n").unwrap();
        assert!(refused("common").contains("`commondir`"));
        // A linked work tree is named by the repository that it names.
        std::fs::create_dir_all(at("own/.git/worktrees/pointer")).unwrap();
        std::fs::write(at("pointer/.git"), format!("gitdir: {}\n", at("own/.git/worktrees/pointer").display()))
            .unwrap();
        for (name, text) in [("HEAD", "b".repeat(40)), ("commondir", "../..".to_owned())] {
            std::fs::write(at("own/.git/worktrees/pointer").join(name), text).unwrap();
        }
        assert!(refused("pointer").contains("leads out of it"));
        std::fs::write(at("own/.git/worktrees/pointer/gitdir"), at("pointer/.git").display().to_string()).unwrap();
        assert_eq!(Repository::open(&at("pointer")).unwrap().head(), "b".repeat(40));
        std::fs::write(at("own/.git/objects/info/alternates"), "/elsewhere\n").unwrap();
        assert!(refused("own").contains("borrows its objects"));
        #[cfg(unix)]
        {
            hollow(&at("linked/.git"));
            std::os::unix::fs::symlink(at("common/.git/objects"), at("linked/.git/objects/pack")).unwrap();
            assert!(refused("linked").contains("is a link"));
        }
    }
}
