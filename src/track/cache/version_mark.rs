//! Marks the version that a cached result was made of.

use crate::model::Version;
use crate::track::lookup::FoundArticle;

/// A version as items are made of it: its id, and its first capture in milliseconds.
pub(crate) type VersionMark = (i64, i64);

pub(crate) fn mark(version: &Version) -> VersionMark {
    (version.id.0, version.captured.timestamp_millis())
}

pub(crate) fn marks(found: &FoundArticle) -> Vec<VersionMark> {
    found.versions.iter().map(mark).collect()
}
