//! Holds what is taken off a page.

use crate::ingest::error::Unusable;
use crate::model::{DocumentTime, Note};

/// What a page holds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extracted {
    pub headline: Option<String>,
    pub standfirst: Option<String>,
    /// Names of those who wrote it.
    pub byline: Vec<String>,
    /// The line that names them, as it stands on the page.
    pub byline_line: Option<String>,
    pub published: Option<DocumentTime>,
    pub modified: Option<DocumentTime>,
    pub outlet: Option<String>,
    pub canonical: Option<String>,
    pub language: Option<String>,
    /// Paragraphs with an empty line between them.
    pub text: String,
    /// Words that the page says its article has, where far fewer were found.
    pub promised_words: Option<usize>,
    /// Why the page shows no article, if it shows none.
    pub unusable: Option<Unusable>,
    pub notes: Vec<Note>,
}
