//! Derives the results of an article's versions without a store: what `pipe reindex` answers.

use std::borrow::Cow;
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
pub fn read_texts(texts: ReadingTexts<'_>) -> io::Result<String> {
    let timezone = texts.timezone;
    let numbers: Vec<usize> = texts.versions.iter().map(|version| version.number).collect();
    let stored = texts.versions.into_iter().map(|version| {
        let setting = Setting { published: version.published, timezone };
        StoredText::elsewhere(version.title.map(Cow::into_owned), version.text.into_owned(), setting)
    });
    pack_results(&read_in_order(&stored.collect::<Vec<_>>(), &numbers))
}
