//! Cuts a long list into pages, and writes the links from one to the next.

use std::ops::Range;

use maud::{Markup, html};

use super::site::Site;

/// A list cut into pages of one length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Pager {
    /// The page that is shown, from 0.
    at: usize,
    pages: usize,
    length: usize,
}

impl Pager {
    /// Returns the pages of so many entries; `wanted` counts from 1. What is written as files has one page, since files
    /// answer no questions.
    pub(super) fn new(entries: usize, length: usize, wanted: usize, site: &Site) -> Self {
        let length = if site.is_served() { length } else { entries.max(1) };
        let pages = entries.div_ceil(length).max(1);
        Self { at: wanted.saturating_sub(1).min(pages - 1), pages, length }
    }

    /// Returns the places of the entries that the page shows.
    pub(super) fn shown(self, entries: usize) -> Range<usize> {
        let from = self.at * self.length;
        from.min(entries)..(from + self.length).min(entries)
    }

    /// Writes the links; `query` is what else the address asks, such as `reviewed=no&`.
    pub(super) fn links(self, query: &str) -> Markup {
        let Self { at, pages, .. } = self;
        html! {
            @if 1 < pages {
                nav.neighbours aria-label="Pages" {
                    @if 0 < at { a rel="prev" href={ "?" (query) "page=" (at) } { "← page " (at) } }
                    span.k { "page " (at + 1) " of " (pages) }
                    @if at + 1 < pages { a rel="next" href={ "?" (query) "page=" (at + 2) } { "page " (at + 2) " →" } }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::html::site::MayEdit;

    #[test]
    fn every_entry_stands_on_one_page() {
        let site = Site::served(2, MayEdit::No);
        for entries in [0, 1, 49, 50, 51, 120] {
            let shown: Vec<usize> = (1..=4)
                .map(|wanted| Pager::new(entries, 50, wanted, &site))
                .scan(None, |before, pager| (before.replace(pager) != Some(pager)).then_some(pager))
                .flat_map(|pager| pager.shown(entries))
                .collect();
            assert_eq!(shown, (0..entries).collect::<Vec<_>>());
        }
        assert_eq!(Pager::new(120, 50, usize::MAX, &site).shown(120), 100..120);
        assert_eq!(Pager::new(120, 50, 0, &Site::baked(2)).shown(120), 0..120);
        let links = Pager::new(120, 50, 2, &site).links("reviewed=no&").into_string();
        assert!(
            links.contains("href=\"?reviewed=no&amp;page=1\"") && links.contains("href=\"?reviewed=no&amp;page=3\"")
        );
        assert_eq!(Pager::new(50, 50, 1, &site).links("").into_string(), "");
    }
}
