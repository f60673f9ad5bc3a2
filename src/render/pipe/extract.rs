//! Shapes the answer of `pipe extract`: the article that a web page holds.

use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::iso;
use crate::model::{DocumentTime, Note};

/// What was found on the page.
#[derive(Clone, Copy)]
pub struct ExtractedPage<'a> {
    pub headline: Option<&'a str>,
    pub standfirst: Option<&'a str>,
    pub byline: &'a [String],
    pub published: Option<DocumentTime>,
    pub modified: Option<DocumentTime>,
    pub outlet: Option<&'a str>,
    pub canonical: Option<&'a str>,
    pub language: Option<&'a str>,
    pub text: &'a str,
}

#[derive(Serialize, JsonSchema)]
pub struct ExtractAnswer<'a> {
    pub id: &'a Value,
    pub headline: Option<&'a str>,
    pub standfirst: Option<&'a str>,
    /// Names of those who wrote it.
    pub byline: &'a [String],
    pub published: Option<String>,
    pub modified: Option<String>,
    pub outlet: Option<&'a str>,
    pub canonical: Option<&'a str>,
    pub language: Option<&'a str>,
    /// Paragraphs with an empty line between them.
    pub text: &'a str,
    pub usable: bool,
    /// `error-page`, `bot-wall`, `consent-wall`, `paywall-stub`, `menu` or `empty`.
    pub reason: Option<&'a str>,
    pub notes: Vec<PageNoteShape<'a>>,
}

#[derive(Serialize, JsonSchema)]
pub struct PageNoteShape<'a> {
    pub code: &'a str,
    pub message: &'a str,
}

/// Shapes the answer to the question called `id`.
pub fn answer<'a>(
    id: &'a Value,
    page: ExtractedPage<'a>,
    reason: Option<&'a str>,
    notes: &'a [Note],
) -> ExtractAnswer<'a> {
    ExtractAnswer {
        id,
        headline: page.headline,
        standfirst: page.standfirst,
        byline: page.byline,
        published: page.published.map(iso),
        modified: page.modified.map(iso),
        outlet: page.outlet,
        canonical: page.canonical,
        language: page.language,
        text: page.text,
        usable: reason.is_none(),
        reason,
        notes: notes.iter().map(|note| PageNoteShape { code: note.code, message: &note.message }).collect(),
    }
}
