//! Lists words whose day depends on when they were written.

/// Lower case, sorted.
pub(super) static MOVING_WORDS: &[&str] =
    &["ago", "last", "next", "now", "this", "today", "tomorrow", "tonight", "yesterday"];
