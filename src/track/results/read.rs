//! Derives the results of an article's versions without a store: what `pipe reindex` answers.

use std::io;

use super::pack::pack_results;
use crate::model::Setting;
use crate::track::cache::read_in_order;
use crate::track::read::StoredText;
use crate::view::ReadingTexts;

/// Returns the readings and comparisons of versions, packed.
///
/// # Errors
///
/// When memory is short.
pub fn read_texts(texts: &ReadingTexts) -> io::Result<String> {
    let timezone = texts.timezone;
    let stored = texts.versions.iter().map(|version| {
        let setting = Setting { published: version.published, timezone };
        StoredText::elsewhere(version.title.clone(), version.text.clone(), setting)
    });
    let numbers: Vec<usize> = texts.versions.iter().map(|version| version.number).collect();
    pack_results(&read_in_order(&stored.collect::<Vec<_>>(), &numbers))
}
