//! Reads sitemaps, news sitemaps and their indexes, also packed with gzip.

use std::borrow::Cow;
use std::io::Read as _;

use flate2::read::MultiGzDecoder;
use quick_xml::Reader;
use quick_xml::events::Event;
use url::Url;

use super::dates;
use super::page_list::{ListError, ListItem, ListKind, PageList, link};

/// Bytes of a packed sitemap; the standard allows 50 MB.
const MAX_BYTES: u64 = 50 << 20;

/// Unpacks a list that came as a gzip file.
pub(super) fn unpacked(bytes: &[u8]) -> Result<Cow<'_, [u8]>, ListError> {
    if !bytes.starts_with(&[0x1F, 0x8B]) {
        return Ok(Cow::Borrowed(bytes));
    }
    let mut unpacked = Vec::new();
    let read = MultiGzDecoder::new(bytes).take(MAX_BYTES + 1).read_to_end(&mut unpacked);
    // What could be unpacked of a file that breaks off is read.
    if read.is_err() && unpacked.is_empty() {
        return Err(ListError::Broken { kind: "gzip file", why: "it cannot be unpacked".to_owned() });
    }
    match unpacked.len() as u64 > MAX_BYTES {
        true => Err(ListError::TooLarge { limit_mb: MAX_BYTES >> 20 }),
        false => Ok(Cow::Owned(unpacked)),
    }
}

/// One `<url>` or `<sitemap>` while it is read.
#[derive(Default)]
struct Open {
    address: String,
    title: String,
    published: String,
    modified: String,
}

/// Reads a sitemap at `base`, newest first; what stands before a fault in it is kept.
pub(super) fn sitemap_links(text: &str, base: &Url) -> Result<PageList, ListError> {
    let mut list = PageList { kind: ListKind::Sitemap, ..PageList::default() };
    let mut reader = Reader::from_str(text);
    let mut open = Open::default();
    let mut path: Vec<String> = Vec::new();
    loop {
        match reader.read_event() {
            Ok(Event::Start(start)) => path.push(start.local_name().into_inner().to_owned()),
            Ok(Event::Text(text)) => open.add(&path, &text.xml10_content()),
            Ok(Event::CData(text)) => open.add(&path, &text.xml10_content()),
            Ok(Event::GeneralRef(name)) => open.add(&path, &character(&name)),
            Ok(Event::End(_)) => match path.pop().as_deref() {
                Some("url") => list.items.extend(std::mem::take(&mut open).item(base)),
                Some("sitemap") => list.lists.extend(std::mem::take(&mut open).item(base)),
                _ => {}
            },
            Ok(Event::Eof) => break,
            Ok(_) => {}
            Err(_) if !list.items.is_empty() || !list.lists.is_empty() => break,
            Err(error) => return Err(ListError::Broken { kind: "sitemap", why: error.to_string() }),
        }
    }
    sort_newest_first(&mut list.items);
    sort_newest_first(&mut list.lists);
    Ok(list)
}

/// Puts what has a date first, newest first; sitemaps grow at their end, so of what has none the last is the newest.
fn sort_newest_first(items: &mut [ListItem]) {
    items.reverse();
    items.sort_by_key(|item| std::cmp::Reverse(item.published));
}

impl Open {
    /// Adds text of the element at `path`: a child of `<url>` or `<sitemap>`, or of the news within it.
    fn add(&mut self, path: &[String], text: &str) {
        let [.., outer, parent, element] = path else { return };
        let is_own = matches!(parent.as_str(), "url" | "sitemap");
        let is_news = parent == "news" && outer == "url";
        match element.as_str() {
            "loc" if is_own => self.address.push_str(text),
            "lastmod" if is_own => self.modified.push_str(text),
            "title" if is_news => self.title.push_str(text),
            "publication_date" if is_news => self.published.push_str(text),
            _ => {}
        }
    }

    fn item(self, base: &Url) -> Option<ListItem> {
        let title = self.title.split_whitespace().collect::<Vec<_>>().join(" ");
        Some(ListItem {
            url: link(base, Some(self.address.trim()).filter(|address| !address.is_empty())?)?,
            title: Some(title).filter(|title| !title.is_empty()),
            published: dates::instant_of(&self.published).or_else(|| dates::instant_of(&self.modified)),
        })
    }
}

/// Returns the character that a reference means; entities of one's own mean nothing.
fn character(name: &quick_xml::events::BytesRef<'_>) -> String {
    if let Ok(Some(character)) = name.resolve_char_ref() {
        return character.to_string();
    }
    let named = match &*name.xml10_content() {
        "amp" => "&",
        "lt" => "<",
        "gt" => ">",
        "quot" => "\"",
        "apos" => "'",
        _ => "",
    };
    named.to_owned()
}
