//! Lists the tags that a desk puts before or behind a headline.

/// Words that the desk puts before a headline or behind it, without their marks: they say how the page is kept.
pub(super) const DESK_TAGS: &[&str] =
    &["as it happened", "breaking", "breaking news", "just in", "live", "live updates", "update"];
