//! States what an archive holds of a page, and how archives are read.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::ingest::{IngestError, Source, clean, html};
use crate::model::{Capture, Content, Origin, OriginKind};

/// An archive of pages, read from its beginning to its end.
pub trait PageArchive {
    /// Returns the next page that is wanted, by its name and moment; `None` at the end.
    ///
    /// # Errors
    ///
    /// When the archive, or a part of it, breaks off or cannot be read on; what was returned before stands.
    fn next_page(&mut self, wanted: &mut PageWanted<'_>) -> Result<Option<ArchivedPage>, ArchiveError>;

    /// Returns whether there are parts behind the one that broke off, which the next call reads.
    fn has_more_parts(&self) -> bool {
        false
    }

    /// Returns how many entries were read so far.
    fn entries(&self) -> usize;
}

/// Returns whether a page is wanted, before anything of it is unpacked or fetched.
pub type PageWanted<'w> = dyn FnMut(&PageName, DateTime<Utc>) -> bool + 'w;

/// Why an archive cannot be read, or not to its end.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct ArchiveError(pub String);

impl ArchiveError {
    /// Says which part of an archive it is.
    pub(super) fn in_part(self, name: &str) -> Self {
        Self(format!("`{name}`: {}", self.0))
    }

    pub(crate) fn of(error: impl std::error::Error) -> Self {
        Self(crate::model::with_causes(&error))
    }
}

/// Bytes that are read of a page, at most.
pub const MAX_PAGE_BYTES: usize = 16 << 20;
/// Stands before the name of an article that has no address.
pub const NAMELESS: &str = "urn:writethru:";

/// What an archive calls a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PageName {
    /// Its address, or the path of a file: how messages call it.
    pub place: String,
    /// Its address, where it is known.
    pub url: Option<String>,
    /// Name for its article, where it has no address.
    pub article: Option<String>,
    /// Names that an earlier program gave the article.
    pub former: Vec<String>,
    /// Story that such an article is in, where the archive says so.
    pub story: Option<String>,
    /// Who publishes it, where the archive says so.
    pub outlet: Option<String>,
}

impl PageName {
    /// Returns the name of a page with this address.
    pub fn of_url(url: impl Into<String>) -> Self {
        let url = url.into();
        Self { place: url.clone(), url: Some(url), ..Self::default() }
    }
}

/// A page as an archive holds it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchivedPage {
    pub name: PageName,
    pub captured: DateTime<Utc>,
    pub answer: ArchivedAnswer,
}

impl ArchivedPage {
    /// Returns the length of its body in bytes.
    pub fn length(&self) -> usize {
        match &self.answer {
            ArchivedAnswer::Page(answer) => answer.body.len(),
            ArchivedAnswer::File(bytes) => bytes.len(),
            ArchivedAnswer::Text(text) => text.body.len(),
            ArchivedAnswer::Revisit(_) | ArchivedAnswer::Unusable(_) => 0,
        }
    }
}

/// What an archive holds of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArchivedAnswer {
    /// The answer itself.
    Page(HttpAnswer),
    /// A file: a page, Markdown or text.
    File(Vec<u8>),
    /// A text that the other program took off the page.
    Text(ArchivedText),
    /// The same answer as at an earlier visit, which is not stored again.
    Revisit(ArchivedRevisit),
    /// Something that cannot be used, and why.
    Unusable(&'static str),
}

/// An HTTP answer as an archive holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HttpAnswer {
    pub status: u16,
    pub content_type: Option<String>,
    pub etag: Option<String>,
    pub last_modified: Option<String>,
    /// The body, unpacked.
    pub body: Vec<u8>,
}

/// A text that another program took off a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ArchivedText {
    pub headline: Option<String>,
    pub byline: Option<String>,
    /// Paragraphs, as text or as elements of a page.
    pub body: String,
}

/// A visit that brought the same answer as an earlier one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ArchivedRevisit {
    /// The HTTP status of this visit, where the record has it.
    pub status: Option<u16>,
    /// What the archive calls the page of the earlier answer.
    pub of: PageName,
    /// When that was given, where the record says so.
    pub captured: Option<DateTime<Utc>>,
}

impl ArchivedText {
    /// Returns the text as a capture.
    ///
    /// # Errors
    ///
    /// For the same reasons as a page: an error page, a bot wall, the beginning of what only subscribers see.
    pub fn capture(&self, name: &PageName, zone: Tz) -> Result<Capture, IngestError> {
        let flow = |line: &Option<String>| line.as_deref().map(clean::flow).filter(|line| !line.is_empty());
        let (headline, byline) = (flow(&self.headline), flow(&self.byline));
        let source = Source { name: &name.place, url: name.url.as_deref(), timezone: zone, ..Source::default() };
        let mut capture = match has_elements(&self.body) {
            true => html::fragment_capture(&self.body, source)?,
            false => {
                let body = clean::paragraphs(self.body.lines().map(clean::line));
                Capture { content: Content { body, ..Content::default() }, ..Capture::default() }
            }
        };
        let content = &mut capture.content;
        content.headline = headline.or(content.headline.take());
        content.byline = byline.or(content.byline.take());
        if content.words() == 0 {
            return Err(IngestError::Empty { name: name.place.clone() });
        }
        if let Some(reason) = html::unusable_words(content.headline.as_deref(), &content.body) {
            return Err(IngestError::Unusable { name: name.place.clone(), reason });
        }
        capture.addresses = name.url.iter().cloned().collect();
        capture.origin = Origin { kind: OriginKind::Import, name: Some(name.place.clone()) };
        Ok(capture)
    }
}

/// Returns whether a text is written as elements of a page.
fn has_elements(text: &str) -> bool {
    const ENDS: [&str; 4] = ["</p>", "</div>", "</article>", "<br"];
    let lower = text.to_ascii_lowercase();
    ENDS.iter().any(|end| lower.contains(end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(headline: &str, body: &str) -> Result<Content, String> {
        let text = ArchivedText { headline: Some(headline.to_owned()), byline: None, body: body.to_owned() };
        let name = PageName::of_url("https://post.example/a");
        text.capture(&name, Tz::UTC).map(|capture| capture.content).map_err(|error| error.to_string())
    }

    #[test]
    fn a_text_is_the_same_as_paragraphs_or_as_elements() {
        let plain = read("Mill burns", "Two people died.\n\nThe mayor\u{200b} said so & left.").unwrap();
        let elements =
            read("Mill burns", "<div><p>Two people died.</p><p>The mayor said so &amp; left.</p></div>").unwrap();
        assert_eq!(plain, elements);
        assert_eq!(plain.body, "Two people died.\n\nThe mayor said so & left.");
    }

    #[test]
    fn what_shows_no_article_is_refused_as_from_a_page() {
        let check = |headline: &str, body: &str, want: &str| {
            let error = read(headline, body).unwrap_err();
            assert!(error.contains(want), "{error}");
        };
        check("Just a moment", "Checking your browser before you go on.", "robot");
        check("404 Not Found", "<p>nginx</p>", "error page");
        check("", " ", "no words");
        check("The bridge", "It is shut.\nSubscribe to continue reading", "subscribers");
    }
}
