//! Holds an article's text as it stood once.
//!
//! A version is written when a capture brings words that the article did not
//! have just before, and it never changes again. Its number follows the order
//! of recording; the order in which readers saw it follows `captured`.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{ArticleId, CapturedBy, DocumentTime, Setting, VersionId, words_of};

/// The words of an article, as far as they are told apart.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Content {
    /// The title.
    pub headline: Option<String>,
    /// The summary below the headline.
    pub standfirst: Option<String>,
    /// "By Ella Warrington and Petr Dolezal", as it stands.
    pub byline: Option<String>,
    /// Paragraphs with an empty line between them.
    pub body: String,
}

impl Version {
    /// Returns its words, given its body.
    pub fn content(&self, body: String) -> Content {
        Content {
            headline: self.headline.clone(),
            standfirst: self.standfirst.clone(),
            byline: self.byline.clone(),
            body,
        }
    }
}

impl Content {
    /// Returns the text that is analysed: standfirst and byline, then the body.
    ///
    /// Every span that leads into a version points into this text; the
    /// headline is the title beside it.
    pub fn text(&self) -> Cow<'_, str> {
        let head: Vec<&str> = [&self.standfirst, &self.byline].into_iter().filter_map(Option::as_deref).collect();
        if head.is_empty() {
            return Cow::Borrowed(&self.body);
        }
        Cow::Owned(format!("{}\n\n{}", head.join("\n"), self.body))
    }

    /// Returns everything as one text, in the shape of an article file.
    pub fn whole(&self) -> String {
        match &self.headline {
            Some(headline) => format!("{headline}\n{}\n", self.text()),
            None => format!("{}\n", self.text()),
        }
    }

    /// Counts the words of everything.
    pub fn words(&self) -> usize {
        let count = |text: &str| words_of(text).count();
        self.headline.as_deref().map_or(0, count) + count(&self.text())
    }
}

/// What is known of a version; its words are its `Content`. Immutable. Editors call it a writethru.
///
/// Source: W3C PROV `wasRevisionOf`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Version {
    /// Its number in the store.
    pub id: VersionId,
    /// The article it is a version of.
    pub article: ArticleId,
    /// 1 for the first one recorded; never given away again.
    pub number: usize,
    /// When these words were first seen at the article.
    pub captured: DateTime<Utc>,
    /// Who set that time.
    pub captured_by: CapturedBy,
    /// The last look that still found them, before another version came.
    pub last_seen: DateTime<Utc>,
    /// How many looks found them.
    pub looks: usize,
    /// As the page says.
    pub published: Option<DocumentTime>,
    /// As the page says.
    pub modified: Option<DocumentTime>,
    /// The title.
    pub headline: Option<String>,
    /// The lines beside the title.
    pub standfirst: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// How many words the text has.
    pub words: usize,
    /// SHA-256 of the content, in hexadecimal.
    pub hash: String,
    /// SHA-256 over the chain of the version recorded before and this one's facts.
    pub chain: String,
    /// The earlier version whose words these are again.
    pub returns_to: Option<usize>,
}

/// Which of an article's or version's dates relative dates are read against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum DatedBy {
    /// When the page says it was last changed.
    Modified,
    /// When the page says it was published.
    Published,
    /// The page states no date, so the time of capture stands in.
    Captured,
}

impl Version {
    /// Returns when the page says it was written: last changed, else published. What cannot be true is left out.
    pub fn stated(&self) -> Option<DocumentTime> {
        let seen = self.captured;
        [self.modified, self.published].into_iter().flatten().find(|time| time.doubt(seen).is_none())
    }

    /// Returns the time that relative dates are read against, and where it comes from.
    pub fn document_time(&self) -> (DocumentTime, DatedBy) {
        let credible = |time: Option<DocumentTime>| time.filter(|time| time.doubt(self.captured).is_none());
        match (credible(self.modified), credible(self.published)) {
            (Some(modified), _) => (modified, DatedBy::Modified),
            (None, Some(published)) => (published, DatedBy::Published),
            (None, None) => (DocumentTime::Instant(self.captured), DatedBy::Captured),
        }
    }

    /// Returns the setting in which the version is analysed.
    pub fn setting(&self, timezone: Tz) -> Setting {
        Setting { published: Some(self.document_time().0), timezone }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_analysed_text_has_the_shape_of_an_article_file() {
        let some = |words: &str| Some(words.to_owned());
        let mut content = Content { headline: some("Fire out"), body: "It rained.".to_owned(), ..Content::default() };
        assert_eq!(content.text(), "It rained.");
        content.byline = some("By Ann Lee");
        assert_eq!(content.text(), "By Ann Lee\n\nIt rained.");
        content.standfirst = some("Rain helps");
        assert_eq!(content.text(), "Rain helps\nBy Ann Lee\n\nIt rained.");
        assert_eq!(content.words(), 9);
    }
}
