//! Writes a timeline, or a comparison, as one page that needs nothing else.
//!
//! The pages are those of the server (`render::html`), with the style inside and without
//! links to other pages. No script and no outside request: the page's own policy forbids both.

use crate::render::html::diff::{self, DiffMode, DiffPage};
use crate::render::html::timeline::{self, TimelinePage};
use crate::render::html::{Frame, Section, Site};
use crate::view::{DiffView, TimelineView};

/// Writes the timeline as one page.
pub fn timeline(view: &TimelineView) -> String {
    let site = Site::single_file();
    let frame = Frame::new(crate::render::entry_words::title(view), Section::None);
    let is_newest_first = view.filter.as_ref().is_some_and(|filter| filter.asked.newest_first);
    if is_newest_first {
        // The page puts entries into days itself, and turns the days round.
        let mut ordered = view.clone();
        ordered.entries.reverse();
        return frame.page(&site, &timeline::body(&TimelinePage::newest_first(&ordered), &site));
    }
    frame.page(&site, &timeline::body(&TimelinePage::whole(view), &site))
}

/// Writes a comparison as one page.
pub fn diff(view: &DiffView) -> String {
    let site = Site::single_file();
    let versions = [view.a.number, view.b.number];
    let page = DiffPage { view, versions: &versions, mode: DiffMode::Inline, is_excerpt: false, review: None };
    Frame::new(diff::title(view), Section::None).page(&site, &diff::body(&page, &site))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::export::sample;

    #[test]
    fn the_page_escapes_names_and_loads_nothing() {
        let page = timeline(&sample::timeline());
        assert!(page.contains("&lt;b&gt;held&lt;/b&gt;, &amp; hold."));
        assert!(!page.contains("<script") && !page.contains("<b>held") && !page.contains("<link"));
        assert!(page.contains("default-src 'none'"));
        assert_eq!(page.matches("<h1").count(), 1);
        assert!(page.contains("<time datetime=\"2025-05-01\">") && page.contains("Background: 1 entry, the 1960s"));
    }

    #[test]
    fn only_web_addresses_become_links() {
        let mut view = sample::timeline();
        assert!(timeline(&view).contains("href=\"https://riverwire.example/flood?a=1&amp;b=2\""));
        view.articles[0].url = Some("javascript:alert(1)".to_owned());
        assert!(!timeline(&view).contains("javascript"));
    }
}
