//! Lists parts of addresses that lead to no article.

/// Parts of addresses that lead to other things, in lower case.
#[rustfmt::skip]
pub(super) const OTHER: &[&str] = &[
    "account", "author", "authors", "category", "contact", "help", "login", "newsletter", "newsletters", "privacy",
    "register", "search", "share", "shop", "signin", "subscribe", "tag", "tags", "terms", "topic", "topics",
];
