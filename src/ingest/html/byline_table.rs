//! Lists where pages name their authors, and words of bylines that are no names.

/// Where metadata name authors, best first.
pub(super) const META: &[&str] = &[
    "meta[name='author' i]",
    "meta[property='author']",
    "meta[name='byl']",
    "meta[name='parsely-author']",
    "meta[name='sailthru.author']",
    "meta[name='dc.creator' i]",
    "meta[name='article:author_name']",
    "meta[property='article:author']",
];

/// What stands before the names of those who wrote it, with the blank behind it.
pub(super) const BY: &[&str] = &["by ", "von ", "par ", "por ", "door ", "di ", "av ", "af "];

/// Words that make a part of a byline a role, an organization or a button, in lower case.
#[rustfmt::skip]
pub(super) const NO_NAMES: &[&str] = &[
    "ago", "agencies", "agency", "analyst", "anchor", "associate", "association", "author", "bureau", "chief", "college", "columnist", "contributor",
    "copy", "correspondent", "critic", "desk", "director", "edited", "editor", "email", "follow", "freelance", "gazette", "image", "institute", "lecturer",
    "link", "media", "news", "newsroom", "network", "online", "photo", "photographer", "photography", "posted", "press", "producer", "professor", "published", "read", "reporter", "reporters",
    "senior", "service", "share", "staff", "subscribe", "team", "the", "times", "tribune", "university", "updated", "wire", "writer", "writers",
];
