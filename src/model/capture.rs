//! Holds what was fetched or handed over, before and after it is judged new or not.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::{ArticleId, CaptureId, CapturedBy, Content, DocumentTime, HiddenMarks, Note, VersionId};

/// What one look at an article brought: its words, what the page says of itself, the bytes.
///
/// Source: Memento (RFC 7089), memento.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Capture {
    /// The article as it was read.
    pub content: Content,
    /// As the page says.
    pub published: Option<DocumentTime>,
    /// As the page says.
    pub modified: Option<DocumentTime>,
    /// Name of the publisher, as the page says.
    pub outlet: Option<String>,
    /// Where it was read; the page's canonical address follows, where it states another.
    pub addresses: Vec<String>,
    /// ISO 639-1 code that the page states.
    pub language: Option<String>,
    /// Words that the page says its article has, where far fewer were found.
    pub promised_words: Option<usize>,
    /// When the file says that the page was saved, by the clock of the program that saved it.
    pub saved: Option<DateTime<Utc>>,
    /// It was read from a web page, where lines of the site stand among those of the article.
    pub is_page: bool,
    /// Where it came from.
    pub origin: Origin,
    /// What the server answered, if one was asked.
    pub http: Option<HttpFacts>,
    /// The page or file as received; `None` when it is not to be kept.
    pub original: Option<Original>,
    /// What the text carried for machines alone.
    pub hidden_marks: Vec<HiddenMarks>,
    /// What reading saw and could not use.
    pub notes: Vec<Note>,
}

/// The way by which a capture came in.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Origin {
    /// The way in which it came.
    pub kind: OriginKind,
    /// File name or address.
    pub name: Option<String>,
}

/// The way by which a capture came in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum OriginKind {
    /// Handed over as a file or on standard input.
    #[default]
    File,
    /// A line of `import`.
    Import,
    /// Read over the network.
    Fetch,
}

/// What a server said along with the page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct HttpFacts {
    /// HTTP status code.
    pub status: u16,
    /// The header `ETag`.
    pub etag: Option<String>,
    /// The header `Last-Modified`, as sent.
    pub last_modified: Option<String>,
    /// The header `Content-Type`, as sent.
    pub content_type: Option<String>,
    /// The addresses that the request was redirected to, in order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub redirects: Vec<String>,
}

/// The bytes as received.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Original {
    /// Media type, such as `text/html`.
    pub media_type: String,
    /// Name of the encoding they were decoded from.
    pub encoding: String,
    /// The bytes as they were received.
    pub bytes: Vec<u8>,
}

/// A capture as the store keeps it: when, whence, and which version it showed.
#[derive(Clone, Debug, PartialEq)]
pub struct CaptureRecord {
    /// Its number in the store.
    pub id: CaptureId,
    /// The article it is a capture of.
    pub article: ArticleId,
    /// The version whose text it has.
    pub version: VersionId,
    /// When it was captured.
    pub captured: DateTime<Utc>,
    /// Who set that time.
    pub captured_by: CapturedBy,
    /// When the program recorded it, by its clock; `None` for what an earlier version of the program recorded.
    pub recorded: Option<DateTime<Utc>>,
    /// Address at which it was seen.
    pub url: Option<String>,
    /// Publisher that was named with it.
    pub outlet: Option<String>,
    /// When the page says it was published.
    pub published: Option<DocumentTime>,
    /// When the page says it was last changed.
    pub modified: Option<DocumentTime>,
    /// Where it came from.
    pub origin: Origin,
    /// What the server answered, if one was asked.
    pub http: Option<HttpFacts>,
    /// What the text carried for machines alone.
    pub hidden_marks: Vec<HiddenMarks>,
    /// Whether the store holds the bytes as they were received.
    pub has_original: bool,
}
