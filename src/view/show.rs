//! Holds one version to be read: what `Desk::show` returns.

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{ArticleHead, NoteView, VersionRow};

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ShowView {
    pub timezone: Tz,
    pub article: ArticleHead,
    pub version: VersionRow,
    /// How many versions the article has.
    pub versions: usize,
    pub language: Option<String>,
    pub paragraphs: Vec<ParagraphView>,
    pub notes: Vec<NoteView>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ParagraphView {
    /// `headline`, `standfirst`, `byline`, `body`, `notice` …
    pub role: String,
    pub sentences: Vec<SentenceView>,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SentenceView {
    /// From 1.
    pub number: usize,
    pub text: String,
}
