//! Holds one version to be read: what `Archive::show` returns.

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{ArticleHead, NoteView, VersionRow};

/// One version, to be read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ShowView {
    /// Zone in which times are shown.
    pub timezone: Tz,
    /// The article.
    pub article: ArticleHead,
    /// The version.
    pub version: VersionRow,
    /// How many versions the article has.
    pub versions: usize,
    /// Language of the text, as a two-letter code.
    pub language: Option<String>,
    /// The paragraphs, in order.
    pub paragraphs: Vec<ParagraphView>,
    /// Remarks for the reader.
    pub notes: Vec<NoteView>,
}

/// A paragraph of a version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ParagraphView {
    /// `headline`, `standfirst`, `byline`, `body`, `notice` …
    pub role: String,
    /// Its sentences, in order.
    pub sentences: Vec<SentenceView>,
}

/// A sentence of a version.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SentenceView {
    /// Names it by the version's words and its place in them.
    pub id: String,
    /// From 1.
    pub number: usize,
    /// The words.
    pub text: String,
}
