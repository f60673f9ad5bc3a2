//! Reads stored versions: their words, and what the analysis finds in them.

use rayon::prelude::*;

use super::lookup::FoundArticle;
use super::{Archive, Result};
use crate::model::{Content, Setting, Side, Version};
use crate::{claim, text};

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

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Archive {
    /// Returns the words of versions of an article.
    pub(crate) fn texts(&self, found: &FoundArticle, versions: &[Version]) -> Result<Vec<StoredText>> {
        let texts = versions.iter().map(|version| {
            let content = self.store.content(version)?;
            let words = content.text().into_owned();
            let setting = version.setting(found.zone());
            Ok(StoredText { content, words, setting })
        });
        texts.collect()
    }
}

/// Reads every text, on all cores.
pub(crate) fn sides(texts: &[StoredText]) -> Vec<Side<'_>> {
    texts.par_iter().map(StoredText::side).collect()
}
