//! Lends one archive to several threads, a question at a time.

use std::sync::{Mutex, MutexGuard, PoisonError};

use crate::track::{Archive, TrackError};

/// An archive that several threads use in turn.
pub type SharedArchive<'a> = Mutex<&'a mut Archive>;

/// Ends a look early when the store itself fails.
pub(crate) type LookResult<T> = std::result::Result<T, TrackError>;

/// Locks the archive; a thread that panicked leaves no half-done work behind, since every change is a transaction.
pub(crate) fn lock<'g, 'a>(archive: &'g SharedArchive<'a>) -> MutexGuard<'g, &'a mut Archive> {
    archive.lock().unwrap_or_else(PoisonError::into_inner)
}
