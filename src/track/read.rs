//! Reads stored versions: their words, and what the analysis finds in them.

use rayon::prelude::*;

use super::lookup::FoundArticle;
use super::{Archive, Result};
use crate::model::{Content, Setting, Side, Version};
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
    /// Returns the analysed text.
    pub(crate) fn side(&self) -> Side<'_> {
        claim::read_side(self.content.headline.as_deref(), &self.words, self.setting)
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
}

/// Returns the words of versions, given the texts of their article.
pub(crate) fn unpacked(versions: &[Version], packed: &PackedTexts) -> Result<Vec<Content>> {
    let wanted = versions.iter().map(|version| version.id).collect();
    let mut bodies = packed.unpack(&wanted)?;
    Ok(versions.iter().map(|version| version.content(bodies.remove(&version.id).unwrap_or_default())).collect())
}

fn one_line(text: &str) -> String {
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

/// Reads every text, on all cores.
pub(crate) fn sides(texts: &[StoredText]) -> Vec<Side<'_>> {
    texts.par_iter().map(StoredText::side).collect()
}
