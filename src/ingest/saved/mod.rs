//! Finds the page in what browsers and their extensions save, with its address and the time at which it was saved.
//!
//! In: the bytes of a file. Out: a [`SavedPage`] where it is one, else nothing: the file is then read as it is.
//!
//! - `mhtml.rs`: MHTML, a mail with the page and its pictures as parts
//! - `comment.rs`: the comment that "Save page as" and SingleFile leave in a page
//! - `page.rs`: what is known of a saved page
//! - `archived.rs`: a web archive (WARC, WACZ) of a single page

#[cfg(feature = "fetch")]
mod archived;
mod comment;
mod mhtml;
mod page;

use std::borrow::Cow;

use crate::model::instant_in_calendar;
pub(super) use page::SavedPage;

/// Returns the page that a file holds: of most files, the file itself.
pub(super) fn page_in(bytes: &[u8]) -> SavedPage<'_> {
    #[cfg(feature = "fetch")]
    if let Some(page) = archived::page(bytes) {
        return page;
    }
    let mut page = match mhtml::page(bytes) {
        Some(page) => page,
        None => {
            let (url, saved) = comment::facts(bytes);
            SavedPage { bytes: Cow::Borrowed(bytes), url, saved, ..SavedPage::default() }
        }
    };
    page.url = page.url.filter(|url| url.starts_with("http://") || url.starts_with("https://"));
    page.saved = page.saved.and_then(|time| instant_in_calendar(&time));
    page
}
