//! Finds by an element's name, class and other attributes what it is on the page.
//!
//! Class names are words that people chose: `article__related-links` is made of "article",
//! "related" and "links". Each row names such words; a whole word must agree, so that
//! `has-related` says as much as `related` and `isolated` says nothing. A name is only a
//! hint: what a region holds may overrule it (`root`, `keep`).

use std::sync::LazyLock;

use dom_query::{Element, local_name};
use rustc_hash::FxHashMap;

/// What a region is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RegionKind {
    Plain,
    /// An `<article>` or `<main>`.
    Article,
    /// Marked as the text of the article.
    Body,
    /// Beside the article: navigation, related stories, adverts. Overruled where it holds much of the page.
    Beside,
    /// What readers wrote, consent boxes, navigation: never the article.
    Foreign,
    /// Words under a picture.
    Caption,
    /// Not shown.
    Hidden,
    /// A correction or an editor's note.
    Note,
}

/// Names of a class or id that make an element what it is; a name is words joined by `-`.
struct NameRow {
    kind: RegionKind,
    /// A class as sites write it.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test reads every row's example"))]
    example: &'static str,
    names: &'static [&'static str],
}

/// Every row, the strongest first.
#[rustfmt::skip]
const NAMES: &[NameRow] = &[
    NameRow { kind: RegionKind::Note, example: "story__editors-note", names: &[
        "correction", "corrections", "clarification", "editors-note", "editor-note", "update-note", "amendment",
    ] },
    NameRow { kind: RegionKind::Hidden, example: "u-visuallyHidden", names: &[
        "sr-only", "visually-hidden", "visuallyhidden", "screen-reader", "screenreader", "tooltip", "popover", "rollover",
    ] },
    NameRow { kind: RegionKind::Foreign, example: "comment-list_2", names: &[
        "comments", "comment", "comment-list", "comment-box", "commentlist", "respond", "disqus", "cookie", "cookies", "consent", "gdpr",
    ] },
    NameRow { kind: RegionKind::Caption, example: "figure__photoCredit", names: &["caption", "captions", "photo-credit", "image-credit"] },
    NameRow { kind: RegionKind::Beside, example: "article__related-links", names: &[
        "about-author", "about-the-author", "about-the-writer", "ad", "addthis", "addtoany", "ads", "adsbygoogle", "advert", "advertisement",
        "advertising", "adverts", "article-footer", "article-meta", "author-bio", "author-box", "authorbio", "bio", "breadcrumb",
        "breadcrumbs", "byline", "bylines", "colophon", "dateline", "entry-footer", "entry-meta", "footer", "jp-relatedposts", "lightbox",
        "menu", "modal", "most-popular", "most-read", "mostread", "nav", "navbar", "navigation", "newsletter", "next-prev", "newsletters", "outbrain",
        "pager", "pagination", "paywall", "popular", "popup", "post-footer", "post-meta", "post-nav", "post-navigation", "post-tags", "prev-next", "promo", "promos",
        "promotion", "rail", "read-more", "read-next", "readmore", "recirc", "recommendations", "recommended", "related",
        "relatedarticles", "see-also", "share", "sharedaddy", "sharing", "side-bar", "sidebar", "sign-up", "signup", "skip-link", "social",
        "sponsor", "sponsored", "subscribe", "subscription", "taboola", "tag-list", "taglist", "tags", "teaser", "teasers", "timestamp",
        "toolbar", "topics", "trending", "yarpp",
    ] },
    NameRow { kind: RegionKind::Body, example: "ArticleBody-main", names: &[
        "article-body", "articlebody", "article-content", "article-text", "article-copy", "story-body", "storybody", "story-content",
        "story-text", "storytext", "entry-content", "post-content", "post-body", "body-copy", "body-text", "content-body", "article-main",
    ] },
];

/// Returns what an element is by its name and attributes.
pub(crate) fn kind_of(element: &Element) -> RegionKind {
    let attribute = |name| element.attr_ref(name);
    if attribute(local_name!("hidden")).is_some()
        || attribute(local_name!("aria-hidden")) == Some("true")
        || attribute(local_name!("style")).is_some_and(is_hiding)
    {
        return RegionKind::Hidden;
    }
    if attribute(local_name!("itemprop")).is_some_and(|property| property.contains("articleBody")) {
        return RegionKind::Body;
    }
    match attribute(local_name!("role")) {
        Some("navigation" | "search" | "dialog" | "alertdialog" | "menu" | "toolbar") => return RegionKind::Foreign,
        Some("complementary" | "contentinfo" | "banner") => return RegionKind::Beside,
        _ => {}
    }
    match &*element.name.local {
        "nav" | "dialog" | "menu" => return RegionKind::Foreign,
        "figcaption" => return RegionKind::Caption,
        _ => {}
    }
    let class = attribute(local_name!("class")).unwrap_or_default();
    let id = attribute(local_name!("id")).unwrap_or_default();
    let named =
        class.split_ascii_whitespace().chain([id]).filter_map(kind_of_name).min_by_key(|(strength, _)| *strength);
    match (&*element.name.local, named) {
        (_, Some((_, kind))) => kind,
        ("aside" | "footer" | "form" | "fieldset", None) => RegionKind::Beside,
        ("article" | "main", None) => RegionKind::Article,
        _ => RegionKind::Plain,
    }
}

/// Returns whether an element within a paragraph is not shown.
pub(crate) fn is_unseen_inline(element: &Element) -> bool {
    let is_hidden = element.attr_ref(local_name!("hidden")).is_some()
        || element.attr_ref(local_name!("style")).is_some_and(is_hiding);
    let class = element.attr_ref(local_name!("class")).unwrap_or_default();
    let is_aside = |kind| matches!(kind, RegionKind::Hidden | RegionKind::Caption);
    is_hidden || class.split_ascii_whitespace().any(|name| kind_of_name(name).is_some_and(|(_, kind)| is_aside(kind)))
}

fn is_hiding(style: &str) -> bool {
    let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
    style.contains("display:none") || style.contains("visibility:hidden")
}

/// Returns what a class or id says, and the place of its row: the strongest row of which it has a name.
fn kind_of_name(name: &str) -> Option<(usize, RegionKind)> {
    /// Words of the longest name in the table.
    const MAX_NAME_WORDS: usize = 3;
    let folded = words_of(name);
    let words: Vec<&str> = folded.split('-').filter(|word| !word.is_empty()).collect();
    // `has-related` says what is within, `no-ads` what is not.
    if matches!(words.first(), Some(&("has" | "is" | "no" | "with" | "without" | "show" | "enable" | "js"))) {
        return None;
    }
    let mut best: Option<(usize, RegionKind)> = None;
    for first in 0..words.len() {
        let mut joined = String::new();
        for word in words.iter().skip(first).take(MAX_NAME_WORDS) {
            if !joined.is_empty() {
                joined.push('-');
            }
            joined.push_str(word);
            let found = KINDS.get(joined.as_str()).copied();
            best = [best, found].into_iter().flatten().min_by_key(|(place, _)| *place);
        }
    }
    best
}

/// The rows by name.
static KINDS: LazyLock<FxHashMap<&'static str, (usize, RegionKind)>> = LazyLock::new(|| {
    let rows = NAMES.iter().enumerate();
    rows.flat_map(|(place, row)| row.names.iter().map(move |name| (*name, (place, row.kind)))).collect()
});

/// Returns the words of a name in lower case, joined by hyphens: `relatedLinks_2` is `related-links-2`.
fn words_of(name: &str) -> String {
    let mut words = String::with_capacity(name.len() + 4);
    let mut was_lower = false;
    for c in name.chars() {
        if !c.is_ascii_alphanumeric() {
            was_lower = false;
            words.push('-');
            continue;
        }
        if c.is_ascii_uppercase() && was_lower {
            words.push('-');
        }
        was_lower = c.is_ascii_lowercase();
        words.push(c.to_ascii_lowercase());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_known_by_its_names_and_its_example() {
        for (place, row) in NAMES.iter().enumerate() {
            for name in row.names.iter().chain([&row.example]) {
                assert_eq!(kind_of_name(name), Some((place, row.kind)), "{name}");
            }
        }
    }

    #[test]
    fn a_name_that_only_holds_the_letters_says_nothing() {
        for name in ["isolated", "has-related", "no-ads", "navy-blue", "shared-desk"] {
            assert_eq!(kind_of_name(name), None, "{name}");
        }
    }
}
