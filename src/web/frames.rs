//! Says who may ask for what is made to be framed by other sites, and at which addresses that is.

use axum::http::{HeaderName, header};

/// Who may ask for what is made to be framed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FramesFor {
    /// Those who may look at the archive, to try them out.
    Known,
    Everybody,
}

impl FramesFor {
    /// Returns the header by which an answer for everybody may be kept on its way: for so long it may show what was held
    /// back or removed meanwhile.
    pub(super) fn cached(self) -> Option<[(HeaderName, &'static str); 1]> {
        (self == Self::Everybody).then_some([(header::CACHE_CONTROL, "public, max-age=60")])
    }
}

/// Returns whether a path is that of what other sites may frame, or of what describes it.
pub(super) fn is_frame(path: &str) -> bool {
    path.starts_with("/embed/") || path == "/oembed"
}
