//! Lists where pages state when they were published and changed.

/// Where dates of publication are stated, best first: selector and attribute.
#[rustfmt::skip]
pub(super) const PUBLISHED: &[(&str, &str)] = &[
    ("meta[property='article:published_time']", "content"),
    ("meta[itemprop='datePublished']",          "content"),
    ("[itemprop='datePublished'][datetime]",    "datetime"),
    ("[itemprop='datePublished'][content]",     "content"),
    ("meta[property='og:article:published_time']", "content"),
    ("meta[name='parsely-pub-date']",           "content"),
    ("meta[name='sailthru.date']",              "content"),
    ("meta[name='article.published']",          "content"),
    ("meta[name='dc.date.issued' i]",           "content"),
    ("meta[name='dc.date' i]",                  "content"),
    ("abbr.published[title]",                   "title"),
    (".dt-published[datetime]",                 "datetime"),
    ("meta[name='dcterms.created']",            "content"),
    ("meta[name='pubdate']",                    "content"),
    ("meta[name='publish-date']",               "content"),
    ("meta[name='date']",                       "content"),
];

/// Where dates of the last change are stated, best first: selector and attribute.
#[rustfmt::skip]
pub(super) const MODIFIED: &[(&str, &str)] = &[
    ("meta[property='article:modified_time']",  "content"),
    ("meta[itemprop='dateModified']",           "content"),
    ("[itemprop='dateModified'][datetime]",     "datetime"),
    ("[itemprop='dateModified'][content]",      "content"),
    ("meta[property='og:updated_time']",        "content"),
    ("meta[name='article.updated']",            "content"),
    ("meta[name='lastmod']",                    "content"),
    ("meta[name='dcterms.modified' i]",         "content"),
    ("abbr.updated[title]",                     "title"),
    (".dt-updated[datetime]",                   "datetime"),
];

/// Words beside a `<time>` element, or in its class, that make it the time of the last change.
pub(super) const MODIFIED_WORDS: [&str; 3] = ["updated", "modified", "edited"];
