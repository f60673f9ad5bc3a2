//! Reads stored versions: their words, and what the analysis finds in them.

use std::collections::HashSet;

use rayon::prelude::*;

use super::lookup::FoundArticle;
use super::{Archive, Result};
use crate::model::{Content, Document, Setting, Side, Version};
use crate::store::PackedTexts;
use crate::{claim, text};

/// From so many texts of an article on, all of them are unpacked one after the other, not each with those it rests on.
const MANY: usize = 4;

/// A version's words with the setting they are read in.
pub(crate) struct StoredText {
    content: Content,
    words: String,
    setting: Setting,
}

impl StoredText {
    /// Returns the words of a version that another store holds.
    pub(crate) fn elsewhere(headline: Option<String>, words: String, setting: Setting) -> Self {
        Self { content: Content { headline, ..Content::default() }, words, setting }
    }

    fn headline(&self) -> Option<&str> {
        self.content.headline.as_deref()
    }

    /// Returns the sentences of the text, each on one line.
    pub(crate) fn sentences(&self) -> Vec<String> {
        let document = text::skim(&self.words);
        document.sentences.iter().map(|sentence| one_line(sentence.span.of(&self.words))).collect()
    }

    /// Returns whether the text holds these words, whatever blanks stand between them.
    pub(crate) fn has(&self, words: &str) -> bool {
        one_line(&self.words).contains(&one_line(words))
    }

    /// Moves those of these words, each on one line, that the text holds, whatever blanks stand between them.
    pub(crate) fn take_held(&self, from: &mut HashSet<String>, to: &mut HashSet<String>) {
        if !from.is_empty() {
            let text = one_line(&self.words);
            to.extend(from.extract_if(|words| text.contains(words.as_str())));
        }
    }
}

/// Returns the words of versions, given the texts of their article.
pub(crate) fn unpacked(versions: &[Version], packed: &PackedTexts) -> Result<Vec<Content>> {
    let wanted = versions.iter().map(|version| version.id).collect();
    let mut bodies = packed.unpack(&wanted)?;
    Ok(versions.iter().map(|version| version.content(bodies.remove(&version.id).unwrap_or_default())).collect())
}

/// Returns a text with single blanks between its words.
pub(crate) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Archive {
    /// Returns the words of versions of an article.
    pub(crate) fn texts(&self, found: &FoundArticle, versions: &[Version]) -> Result<Vec<StoredText>> {
        let texts = versions.iter().zip(self.contents(found, versions)?).map(|(version, content)| {
            let words = content.text().into_owned();
            let setting = version.setting(found.zone());
            StoredText { content, words, setting }
        });
        Ok(texts.collect())
    }

    /// Returns versions of an article as they were recorded.
    fn contents(&self, found: &FoundArticle, versions: &[Version]) -> Result<Vec<Content>> {
        if versions.len() < MANY {
            return versions.iter().map(|version| Ok(self.store.content(version)?)).collect();
        }
        unpacked(versions, &self.store.packed_texts(found.article.id)?)
    }
}

/// Reads texts of one article, in order, for comparisons.
pub(crate) fn compared_sides(texts: &[StoredText]) -> Vec<Side<'_>> {
    let parsed = texts.par_iter().zip(documents(texts, None));
    parsed.map(|(text, document)| claim::compared_side_of(text.headline(), document, text.setting)).collect()
}

/// Reads texts of one article, in order; `before` is the version before them, where it has been read.
pub(crate) fn sides<'t>(texts: &'t [StoredText], before: Option<&Side<'_>>) -> Vec<Side<'t>> {
    let parsed = texts.par_iter().zip(documents(texts, before));
    parsed.map(|(text, document)| claim::side_of(text.headline(), document, text.setting)).collect()
}

/// Parses texts of one article, in order: a sentence that the text before has too is parsed once.
fn documents<'t>(texts: &'t [StoredText], before: Option<&Side<'_>>) -> Vec<Document<'t>> {
    let mut documents: Vec<Document<'t>> = Vec::with_capacity(texts.len());
    for text in texts {
        let earlier = documents.last().or(before.map(|side| &side.text.document));
        documents.push(match earlier {
            Some(earlier) => text::read_after(&text.words, earlier),
            None => text::read(&text.words),
        });
    }
    documents
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    #[test]
    fn versions_read_in_order_are_read_as_if_alone() {
        let archive = Archive::in_memory().unwrap();
        let texts = [
            "Twelve people died when a ferry sank off Cebu on Monday, the coast guard said.\\n\\n“We heard a bang,” said Ann Rigg.",
            "“We heard a bang,” said Ann Rigg.\\n\\nFifteen people died when a ferry sank off Cebu on Monday, the coast guard said.",
            "Le ferry a coulé lundi au large de Cebu, et les secours sont arrivés dans la nuit.",
            "Fifteen people died when a ferry sank off Cebu on Monday, the coast guard said. “We heard a bang,” said Ann Rigg.",
        ];
        let line = |(hour, text)| {
            format!(
                r#"{{"article":"post","captured":"2025-08-12T{hour:02}:00:00Z","headline":"Ferry sinks","text":"{text}"}}"#
            )
        };
        let lines: Vec<String> = (7..).zip(texts).map(line).collect();
        archive.import(&lines, 1, true, DateTime::UNIX_EPOCH).unwrap();
        let found = archive.articles_meant(None).unwrap().remove(0);
        let texts = archive.texts(&found, &found.versions).unwrap();
        let alone = |text: &StoredText| format!("{:?}", claim::read_side(text.headline(), &text.words, text.setting));
        let first = sides(&texts[..1], None);
        let later = sides(&texts[1..], first.first());
        for (side, text) in first.iter().chain(&later).zip(&texts) {
            assert_eq!(format!("{side:?}"), alone(text));
        }
    }
}
