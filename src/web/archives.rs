//! Hands out connections: readers that cannot write, and one writer.
//!
//! Reading never waits for writing. What readers need is derived by a keeper, a thread with a
//! connection of its own: at the start, after each change, and when another process has
//! recorded something. A reader that comes before the keeper derives for itself and keeps
//! nothing, so an answer is right in either case.

use std::path::{Path, PathBuf};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::model::TimelineQuery;
use crate::track::{Archive, TrackError};

/// Readers that are kept open for the next question.
const IDLE: usize = 8;
/// How often the keeper looks whether another process has recorded something.
const LOOK: Duration = Duration::from_secs(5);

/// The connections to one store.
#[derive(Debug)]
pub(super) struct Archives {
    path: PathBuf,
    idle: Mutex<Vec<Archive>>,
    writer: Option<Mutex<Archive>>,
    keeper: Option<Mutex<Sender<()>>>,
}

impl Archives {
    /// Opens a store to read and write; creates or migrates it where that is needed.
    pub(super) fn open(path: &Path) -> Result<Self, TrackError> {
        let writer = Archive::open(path)?;
        let keeper = keep(Archive::open(path)?);
        Ok(Self {
            path: path.to_owned(),
            idle: Mutex::default(),
            writer: Some(Mutex::new(writer)),
            keeper: Some(Mutex::new(keeper)),
        })
    }

    /// Opens a store to read only.
    pub(super) fn open_read_only(path: &Path) -> Result<Self, TrackError> {
        let reader = Archive::open_read_only(path)?;
        Ok(Self { path: path.to_owned(), idle: Mutex::new(vec![reader]), writer: None, keeper: None })
    }

    /// Returns whether nothing may be changed.
    pub(super) fn is_read_only(&self) -> bool {
        self.writer.is_none()
    }

    /// Asks a reader.
    pub(super) fn read<T>(&self, question: impl FnOnce(&Archive) -> T) -> Result<T, TrackError> {
        let idle = lock(&self.idle).pop();
        let archive = idle.map_or_else(|| Archive::open_read_only(&self.path), Ok)?;
        let answer = question(&archive);
        let mut idle = lock(&self.idle);
        if idle.len() < IDLE {
            idle.push(archive);
        }
        Ok(answer)
    }

    /// Changes something, one change at a time; `None` where nothing may be changed.
    pub(super) fn write<T>(&self, change: impl FnOnce(&Archive) -> T) -> Option<T> {
        let done = change(&lock(self.writer.as_ref()?));
        if let Some(keeper) = &self.keeper {
            // A keeper that has ended is only slower.
            let _ = lock(keeper).send(());
        }
        Some(done)
    }
}

/// A panic while the lock was held left the archive as its transaction found it.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Starts the keeper; it ends with its sender.
fn keep(archive: Archive) -> Sender<()> {
    let (sender, changed) = channel();
    std::thread::spawn(move || {
        let mut known = None;
        loop {
            let now = archive.data_version().ok();
            if now != known {
                derive(&archive);
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
    for story in archive.stories().map(|list| list.stories).unwrap_or_default() {
        let _ = archive.timeline(&story.name, &TimelineQuery::default());
    }
}
