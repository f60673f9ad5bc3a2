//! Lists the tags that a desk puts before a text, before a headline or behind it.

/// Words that the desk puts before a text or a headline, or behind a headline, without their marks: they say how the page is kept.
pub(crate) const DESK_TAGS: &[&str] =
    &["as it happened", "breaking", "breaking news", "just in", "live", "live updates", "update"];
