//! Takes the links of a section's front page that look like articles.
//!
//! There is no standard for it. An article's address holds a date, a long number or a name of
//! several words, its link text is a headline, and it stands on the site itself.

use dom_query::Document;
use url::Url;

use super::page_list::{ListItem, ListKind, PageList, link};
use super::section_table::OTHER;
use crate::ingest::http::is_same_site;
use crate::model::words_of;

/// Words of a headline, at least.
const HEADLINE_WORDS: usize = 4;
/// Hyphens in an address that was made from a headline, at least.
const NAME_HYPHENS: usize = 3;
/// Digits of a number that tells an article from others, at least.
const NUMBER_DIGITS: usize = 6;

/// Reads the links of a page at `base`.
pub(super) fn section_links(html: &str, base: &Url) -> PageList {
    let page = Document::from(html);
    let title = page.select("title").first().text().trim().to_owned();
    let links = page.select("a[href]");
    let items = links.iter().filter_map(|anchor| {
        let url = link(base, &anchor.attr("href")?)?;
        let headline = anchor.text().split_whitespace().collect::<Vec<_>>().join(" ");
        let is_headline = HEADLINE_WORDS <= words_of(&headline).count();
        let is_article = is_headline && is_same_site(base, &url) && looks_like_article(&url);
        is_article.then_some(ListItem { url, title: Some(headline), published: None })
    });
    let items = items.collect();
    PageList {
        kind: ListKind::Section,
        title: Some(title).filter(|title| !title.is_empty()),
        items,
        ..PageList::default()
    }
}

/// Returns whether an address looks like that of an article: it holds a date, a long number or a name of several words.
pub fn looks_like_article(url: &Url) -> bool {
    let parts: Vec<String> = url.path_segments().into_iter().flatten().map(str::to_ascii_lowercase).collect();
    if parts.iter().any(|part| OTHER.binary_search(&part.as_str()).is_ok()) {
        return false;
    }
    let last = parts.iter().rev().find(|part| !part.is_empty()).map_or("", String::as_str);
    let is_year = |part: &String| part.len() == 4 && matches!(part.parse::<u16>(), Ok(1990..=2100));
    let longest_number = last.split(|c: char| !c.is_ascii_digit()).map(str::len).max().unwrap_or(0);
    let is_named = NAME_HYPHENS <= last.matches('-').count();
    is_named || NUMBER_DIGITS <= longest_number || parts.iter().any(is_year) && 3 <= parts.len()
}

#[cfg(test)]
mod tests {
    #[test]
    fn parts_of_other_addresses_are_sorted() {
        assert!(super::OTHER.is_sorted());
    }
}
