//! States what is known about bytes before they are read.

use chrono_tz::Tz;

use crate::model::{OriginKind, Selectors};

/// What is known about bytes before they are read.
#[derive(Clone, Copy, Debug, Default)]
pub struct Source<'s> {
    /// File name, or what errors shall call it.
    pub name: &'s str,
    pub kind: OriginKind,
    /// `Content-Type` as a server sent it.
    pub content_type: Option<&'s str>,
    /// Where the page was read.
    pub url: Option<&'s str>,
    /// Zone of dates that state none.
    pub timezone: Tz,
    /// Keep the bytes beside the text.
    pub keep_original: bool,
    /// What to take from this site's pages, where the general rules fail.
    pub selectors: Option<&'s Selectors>,
}
