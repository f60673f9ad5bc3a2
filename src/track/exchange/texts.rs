//! Gives the texts of the archive to exports, article by article.

use std::collections::HashMap;

use rayon::prelude::*;

use crate::store::PackedTexts;
use crate::track::lookup::{FoundArticle, row};
use crate::track::read::unpacked;
use crate::track::{Archive, Result, TrackError};
use crate::view::{ArticleTexts, VersionContent};

/// Versions whose texts are unpacked at once: enough for all cores, few enough for the memory.
pub(super) const VERSIONS_AT_ONCE: usize = 256;

/// Which articles an export is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArticlesGiven {
    /// All of them.
    All,
    /// Those of which something is still to be derived.
    Underived,
}

/// How much a story holds.
#[derive(Default)]
struct StorySize {
    articles: usize,
    versions: usize,
}

impl Archive {
    /// Returns how many articles each story has, of those that are meant, with more versions than `most`.
    pub fn long_stories(&self, name: Option<&str>, most: usize) -> Result<HashMap<String, usize>> {
        let mut sizes: HashMap<String, StorySize> = HashMap::new();
        self.for_articles(name, |articles| {
            for found in articles {
                let Some(story) = &found.story else { continue };
                let size = sizes.entry(story.slug.clone()).or_default();
                size.articles += 1;
                size.versions += found.versions.len();
            }
            Ok::<_, TrackError>(())
        })?;
        let long = sizes.into_iter().filter(|(_, size)| most < size.versions);
        Ok(long.map(|(story, size)| (story, size.articles)).collect())
    }

    /// Gives the articles of a story, one article, or everything to `work`, those of a story one after the other;
    /// returns how many versions there are.
    ///
    /// # Errors
    ///
    /// The first one that `work` returns, or that the store does.
    pub fn each_article_texts<E: From<TrackError>>(
        &self,
        name: Option<&str>,
        which: ArticlesGiven,
        mut work: impl FnMut(ArticleTexts) -> std::result::Result<(), E>,
    ) -> std::result::Result<usize, E> {
        let total = self.store.count_versions().map_err(TrackError::from)?;
        let mut count = 0;
        self.for_articles(name, |articles| -> std::result::Result<(), E> {
            let meant: Vec<&FoundArticle> = match which {
                ArticlesGiven::All => articles.iter().collect(),
                ArticlesGiven::Underived => self.stale(articles)?,
            };
            for batch in in_batches(&meant) {
                let packed = batch.iter().map(|found| Ok(self.store.packed_texts(found.article.id)?));
                let packed: Vec<PackedTexts> = packed.collect::<Result<_>>()?;
                let texts: Vec<ArticleTexts> =
                    batch.par_iter().zip(&packed).map(|(found, packed)| texts(found, packed)).collect::<Result<_>>()?;
                count += texts.iter().map(|article| article.versions.len()).sum::<usize>();
                texts.into_iter().try_for_each(&mut work)?;
                self.progress("versions written", count, total);
            }
            Ok(())
        })?;
        self.progress("versions written", total, total);
        Ok(count)
    }
}

/// Returns articles in batches of about [`VERSIONS_AT_ONCE`] versions.
fn in_batches<'a, 'f>(mut articles: &'a [&'f FoundArticle]) -> Vec<&'a [&'f FoundArticle]> {
    let mut batches = Vec::new();
    while !articles.is_empty() {
        let mut size = 0;
        let fits = articles.iter().take_while(|found| {
            let has_room = size < VERSIONS_AT_ONCE;
            size += found.versions.len();
            has_room
        });
        let (batch, rest) = articles.split_at(fits.count());
        batches.push(batch);
        articles = rest;
    }
    batches
}

/// Returns an article with the texts of its versions.
pub(in crate::track) fn texts(found: &FoundArticle, packed: &PackedTexts) -> Result<ArticleTexts> {
    let contents = unpacked(&found.versions, packed)?;
    let zone = found.zone();
    let versions = found.versions.iter().zip(contents).map(|(version, content)| VersionContent {
        row: row(version),
        document_time: version.setting(zone).published,
        content,
    });
    Ok(ArticleTexts { article: found.head(), timezone: zone, versions: versions.collect() })
}

#[cfg(test)]
mod tests {
    use chrono::DateTime;

    use super::*;

    #[test]
    fn stories_are_measured_and_given_of_the_same_versions() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.db");
        let record = |article: &str| {
            let line =
                format!(r#"{{"story":"ferry","article":"{article}","captured":"2025-08-12","text":"It sank."}}"#);
            Archive::open(&path).unwrap().import(&[line], 1, true, DateTime::UNIX_EPOCH).unwrap();
        };
        record("post");
        record("herald");
        let archive = Archive::open(&path).unwrap();
        let (mut parts, mut given) = (0, 0);
        let read = archive.as_it_is(|archive| {
            parts = archive.long_stories(None, 1)?["ferry"];
            // Another process records meanwhile.
            record("echo");
            archive.each_article_texts(None, ArticlesGiven::All, |_| {
                given += 1;
                Ok::<_, TrackError>(())
            })
        });
        assert_eq!((read.unwrap(), parts, given), (2, 2, 2));
        assert_eq!(archive.long_stories(None, 1).unwrap()["ferry"], 3);
    }
}
