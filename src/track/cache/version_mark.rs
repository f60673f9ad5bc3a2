//! Marks the version that a cached result was made of.

use crate::model::Version;
use crate::track::lookup::FoundArticle;

/// A version as results rest on it: its id and its first capture in milliseconds since 1970 UTC, against which relative dates are resolved.
pub(crate) type VersionMark = (i64, i64);

/// Returns the mark of a version.
pub(crate) fn mark(version: &Version) -> VersionMark {
    (version.id.0, version.captured.timestamp_millis())
}

/// Returns the marks of all versions of an article, in order of capture.
pub(crate) fn marks(found: &FoundArticle) -> Vec<VersionMark> {
    found.versions.iter().map(mark).collect()
}
