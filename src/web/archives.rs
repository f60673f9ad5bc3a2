//! Hands out connections: readers that cannot write, and one writer.
//!
//! Reading never waits for writing. What readers need is derived by a keeper, a thread with a
//! connection of its own: at the start, after each change, and when another process has
//! recorded something. A reader that comes before the keeper derives for itself and keeps
//! nothing, so an answer is right in either case. Without a writer there is no keeper either:
//! then the store should have been derived before (`writethru reindex`).

use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::heads::StoryHeads;
use super::news::Newsroom;
use super::story_shelf::{Now, StoryClaims, StoryShelf};
use crate::track::{Archive, TrackError};
use crate::view::{StoryHead, TimelineView};

/// Readers that are kept open for the next question.
const IDLE: usize = 8;
/// How often the keeper looks whether another process has recorded something.
const LOOK: Duration = Duration::from_secs(5);

/// The connections to one store.
#[derive(Debug)]
pub(super) struct Archives {
    path: PathBuf,
    idle: Mutex<Vec<ArchiveReader>>,
    heads: Arc<StoryHeads>,
    shelves: Shelves,
    news: Arc<Newsroom>,
    writer: Option<Mutex<Archive>>,
    keeper: Option<Mutex<Sender<()>>>,
}

impl Archives {
    /// Opens a store to read and write; creates or migrates it where that is needed.
    pub(super) fn open(path: &Path) -> Result<Self, TrackError> {
        let writer = Archive::open(path)?;
        let archives = Self::without_writer(path);
        let keeper = spawn_keeper(Archive::open(path)?, Arc::clone(&archives.news));
        Ok(Self { writer: Some(Mutex::new(writer)), keeper: Some(Mutex::new(keeper)), ..archives })
    }

    /// Opens a store to read only.
    pub(super) fn open_read_only(path: &Path) -> Result<Self, TrackError> {
        let archives = Self::without_writer(path);
        archives.read(|_| ())?;
        Ok(archives)
    }

    fn without_writer(path: &Path) -> Self {
        let (idle, heads, news) = (Mutex::default(), Arc::default(), Arc::default());
        let shelves = Shelves::new(path);
        Self { path: path.to_owned(), idle, heads, shelves, news, writer: None, keeper: None }
    }

    /// Returns where one listens to what is recorded; with `--read-only` nobody looks for it, and nothing is told.
    pub(super) fn news(&self) -> &Newsroom {
        &self.news
    }

    /// Returns whether nothing may be changed.
    pub(super) fn is_read_only(&self) -> bool {
        self.writer.is_none()
    }

    /// Asks a reader.
    pub(super) fn read<T>(&self, question: impl FnOnce(&ArchiveReader) -> T) -> Result<T, TrackError> {
        let idle = lock(&self.idle).pop();
        let mut reader = idle.map_or_else(|| ArchiveReader::open(&self.path, &self.heads, &self.shelves), Ok)?;
        reader.line = reader.archive.ledger_line()?;
        let answer = question(&reader);
        let mut idle = lock(&self.idle);
        if idle.len() < IDLE {
            idle.push(reader);
        }
        Ok(answer)
    }

    /// Changes something, one change at a time; `None` where nothing may be changed.
    pub(super) fn write<T>(&self, change: impl FnOnce(&Archive) -> T) -> Option<T> {
        let done = change(&lock(self.writer.as_ref()?));
        self.note_change();
        Some(done)
    }

    /// Opens one more connection to write with, for changes that take long.
    #[cfg(feature = "fetch")]
    pub(super) fn open_writer(&self) -> Result<Archive, TrackError> {
        Archive::open(&self.path)
    }

    /// Lets the keeper derive what a change made stale.
    pub(super) fn note_change(&self) {
        if let Some(keeper) = &self.keeper {
            // A keeper that has ended is only slower.
            let _ = lock(keeper).send(());
        }
    }
}

/// A connection lent for one question; it knows how long the ledger was when it was lent.
///
/// The ledger has a line for everything that is recorded or changed, and none for what is derived: what was read at one
/// line stays true until the next, whichever connection read it.
#[derive(Debug)]
pub(super) struct ArchiveReader {
    archive: Archive,
    line: usize,
    heads: Arc<StoryHeads>,
    shelves: Shelves,
}

impl ArchiveReader {
    fn open(path: &Path, heads: &Arc<StoryHeads>, shelves: &Shelves) -> Result<Self, TrackError> {
        let archive = Archive::open_read_only(path)?;
        Ok(Self { archive, line: 0, heads: Arc::clone(heads), shelves: shelves.clone() })
    }

    /// Returns what stands above every page of a story.
    pub(super) fn head(&self, story: &str) -> Result<StoryHead, TrackError> {
        self.heads.of(&self.archive, self.line, story)
    }

    /// Returns the last line of the ledger that is surely in the answer.
    pub(super) fn line(&self) -> usize {
        self.line
    }

    /// Returns the claims of a story, which may be those of a moment ago.
    pub(super) fn claims_now(&self, story: &str) -> Result<Now<StoryClaims>, TrackError> {
        self.shelves.claims.of(&self.archive, self.line, story)
    }

    /// Returns the whole timeline of a story, which may be that of a moment ago.
    pub(super) fn timeline_now(&self, story: &str) -> Result<Now<TimelineView>, TrackError> {
        self.shelves.timelines.of(&self.archive, self.line, story)
    }

    /// Returns the claims of a story as they are now, which may take long.
    pub(super) fn claims_latest(&self, story: &str) -> Result<Now<StoryClaims>, TrackError> {
        self.shelves.claims.latest(&self.archive, self.line, story)
    }
}

/// What is kept of stories, for all readers.
#[derive(Clone, Debug)]
struct Shelves {
    claims: Arc<StoryShelf<StoryClaims>>,
    timelines: Arc<StoryShelf<TimelineView>>,
}

impl Shelves {
    fn new(path: &Path) -> Self {
        Self {
            claims: Arc::new(StoryShelf::new(path.to_owned())),
            timelines: Arc::new(StoryShelf::new(path.to_owned())),
        }
    }
}

impl Deref for ArchiveReader {
    type Target = Archive;

    fn deref(&self) -> &Archive {
        &self.archive
    }
}

/// A panic while the lock was held left the archive as its transaction found it.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Starts the thread that derives what is missing; it ends when its sender is dropped.
fn spawn_keeper(archive: Archive, news: Arc<Newsroom>) -> Sender<()> {
    let (sender, changed) = channel();
    std::thread::spawn(move || {
        let mut known = None;
        loop {
            let now = archive.data_version().ok();
            if now != known {
                // What is recorded meanwhile is told in the next round, when it is worked out too.
                let line = archive.ledger_line();
                derive(&archive);
                if let Ok(line) = line {
                    news.publish(line);
                }
                known = now;
            }
            match changed.recv_timeout(LOOK) {
                Ok(()) => while changed.try_recv().is_ok() {},
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => return,
            }
        }
    });
    sender
}

/// Derives whatever is missing; what fails is derived by whoever asks.
fn derive(archive: &Archive) {
    let _ = archive.reindex(true);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_change_counts_once_whichever_connection_meets_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.db");
        let add = |toll: usize| {
            let line = format!(
                r#"{{"story":"ferry","article":"post","captured":"2025-08-12T{toll:02}:00:00Z","text":"{toll} people were killed."}}"#
            );
            Archive::open(&path).unwrap().import(&[line], 1, true, chrono::DateTime::UNIX_EPOCH).unwrap();
        };
        add(7);
        let archives = Archives::open_read_only(&path).unwrap();
        // A question within a question takes another connection.
        let lines = || archives.read(|one| (one.line(), archives.read(ArchiveReader::line).unwrap())).unwrap();
        let before = lines();
        assert_eq!(before.0, before.1);
        add(8);
        let after = lines();
        assert!(before.0 < after.0 && after.0 == after.1, "{before:?} {after:?}");
        // What is derived is no change.
        Archive::open(&path).unwrap().reindex(false).unwrap();
        assert_eq!(lines(), after);
    }
}
