//! What a saved file says of its page.

use std::borrow::Cow;

use chrono::{DateTime, Utc};

use crate::model::Note;

/// A page as it was saved.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct SavedPage<'b> {
    pub bytes: Cow<'b, [u8]>,
    /// `Content-Type` of the page, where it is stated.
    pub content_type: Option<String>,
    /// Where it was seen.
    pub url: Option<String>,
    /// When it was saved, by the clock of the program that did.
    pub saved: Option<DateTime<Utc>>,
    pub notes: Vec<Note>,
}
