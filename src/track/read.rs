//! Reads stored versions: their words, and what the analysis finds in them.

use rayon::prelude::*;

use super::find::Found;
use super::tell::Step;
use super::{Desk, Result};
use crate::model::{Comparison, Content, Setting, Side, Version};
use crate::{claim, diff};

/// A version's words with the setting they are read in.
pub(super) struct Text {
    pub version: Version,
    content: Content,
    words: String,
    setting: Setting,
}

impl Text {
    pub fn side(&self) -> Side<'_> {
        claim::read_side(self.content.headline.as_deref(), &self.words, self.setting)
    }

    /// Tells whether the text holds these words, whatever blanks stand between them.
    pub fn has(&self, words: &str) -> bool {
        let one_line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        one_line(&self.words).contains(&one_line(words))
    }
}

impl Desk {
    /// Returns the words of versions of an article.
    pub(super) fn texts(&self, found: &Found, versions: &[Version]) -> Result<Vec<Text>> {
        let texts = versions.iter().map(|version| {
            let content = self.store.content(version)?;
            let words = content.text().into_owned();
            let setting = version.setting(found.zone());
            Ok(Text { version: version.clone(), content, words, setting })
        });
        texts.collect()
    }
}

/// Reads every text, on all cores.
pub(super) fn sides(texts: &[Text]) -> Vec<Side<'_>> {
    texts.par_iter().map(Text::side).collect()
}

/// Compares each version with the one before; one fewer than there are sides.
pub(super) fn comparisons(sides: &[Side<'_>]) -> Vec<Comparison> {
    sides.par_windows(2).map(|pair| diff::compare(&pair[0], &pair[1])).collect()
}

/// Joins versions with what they did to the ones before.
pub(super) fn steps<'a, 's>(texts: &[Text], sides: &'a [Side<'s>], comparisons: &'a [Comparison]) -> Vec<Step<'a, 's>> {
    let steps = texts.iter().zip(sides).enumerate().map(|(index, (text, side))| Step {
        number: text.version.number,
        captured: text.version.captured,
        side,
        comparison: index.checked_sub(1).and_then(|before| comparisons.get(before)),
    });
    steps.collect()
}
