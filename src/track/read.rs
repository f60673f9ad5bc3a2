//! Reads stored versions: their words, and what the analysis finds in them.

use rayon::prelude::*;

use super::lookup::FoundArticle;
use super::{Archive, Result};
use crate::claim;
use crate::model::{Content, Setting, Side, Version};

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

    /// Returns whether the text holds these words, whatever blanks stand between them.
    pub(crate) fn has(&self, words: &str) -> bool {
        let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        one_line(&self.words).contains(&one_line(words))
    }
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
