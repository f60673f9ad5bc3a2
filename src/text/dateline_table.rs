//! Lists the small words and marks that a dateline, a time stamp or a credit may hold.

/// Words without a capital that a dateline or a stamp may hold.
pub(super) static SMALL: &[&str] =
    &["a.m.", "am", "and", "at", "by", "de", "for", "in", "local", "of", "p.m.", "pm", "time", "updated", "via"];
/// Words that only the credit of a photograph holds, in lower case: "(Ann Day, Pool Photo)".
pub(super) static CREDITS: &[&str] = &["by", "courtesy", "file", "handout", "photo", "photos", "via"];

/// Dashes between a dateline and its sentence.
pub(super) static DASHES: &[&str] = &["-", "–", "—", "--"];
