//! Reads RSS, Atom and JSON Feed.

use feed_rs::model::{Entry, Link};
use feed_rs::parser::Builder;
use url::Url;

use super::dates;
use super::page_list::{ListError, ListItem, ListKind, PageList, link};

/// Reads a feed at `base`.
pub(super) fn feed_links(text: &str, base: &Url) -> Result<PageList, ListError> {
    let parser = Builder::new().base_uri(Some(base.as_str())).timestamp_parser(dates::instant_of).build();
    let broken = |error: feed_rs::parser::ParseFeedError| ListError::Broken { kind: "feed", why: error.to_string() };
    let feed = parser.parse(text.as_bytes()).map_err(broken)?;
    let items = feed.entries.iter().filter_map(|entry| item(entry, base));
    Ok(PageList {
        kind: ListKind::Feed,
        title: feed.title.map(|title| flow(&title.content)).filter(|title| !title.is_empty()),
        items: items.collect(),
        lists: Vec::new(),
        ttl_minutes: feed.ttl,
    })
}

fn item(entry: &Entry, base: &Url) -> Option<ListItem> {
    let is_page = |link: &&Link| link.rel.as_deref().is_none_or(|rel| rel == "alternate");
    let href = entry.links.iter().find(is_page).map(|link| link.href.as_str());
    // A permanent identifier that is an address leads to the page as well.
    let href = href.or_else(|| Some(entry.id.as_str()).filter(|id| id.starts_with("http")))?;
    Some(ListItem {
        url: link(base, href)?,
        title: entry.title.as_ref().map(|title| flow(&title.content)).filter(|title| !title.is_empty()),
        published: entry.published.or(entry.updated),
    })
}

fn flow(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
