//! Caches derived results in the store, so that a version is analysed once.
//!
//! In: the articles that a question is about. Out: their derived results, from the store or anew.
//!
//! ```text
//! add            stores a version; triggers mark the results that it makes stale
//! timeline …     derives what is missing, stores it, and answers from the cache
//! ```
//!
//! What is cached: for each article the reading of every version, the comparison of
//! each version with the one before, and the chains of its event mentions; for each
//! story and clock the finished timeline.
//!
//! When it is refreshed: by the first question that needs it, never by `add`.
//!
//! What invalidates it: a new, moved or deleted version (triggers of the schema), and
//! another key. The key is the analyser's name with the story's zone: a result stored
//! by another analyser, or for another zone, is not found and is derived again. A
//! block or chain that cannot be decoded counts as not cached.
//!
//! - `analyser.rs`: the name of this build's analyser, and the key
//! - `version_mark.rs`: the version that a result was derived from
//! - `derived.rs`: derives the results of one article from its texts and its cached results
//! - `blocks.rs`: encodes results in blocks and decodes them
//! - `refresh.rs`: derives and stores whatever is missing, in batches of versions; `given.rs`: what other machines derived
//! - `story.rs`: caches the finished timeline of a story
//! - `verify.rs`: holds what is cached against a rebuild

mod analyser;
mod blocks;
mod derived;
mod given;
mod refresh;
mod story;
#[cfg(test)]
mod tests;
mod verify;
mod version_mark;

use std::collections::{HashMap, HashSet};

use super::lookup::{FoundArticle, head_of, row};
use super::names::ArticleLabel;
use super::present::{self, VersionReading};
use super::{Archive, Result};
use crate::model::{Article, ArticleId, Story};
use crate::store::{Blocks, Packed};
use crate::timeline::ArticleTrack;
use crate::view::UpdateView;
use analyser::key;
use blocks::{BlocksByArticle, unpacked};
use derived::{CachedChains, DerivedRecord};

pub use analyser::ANALYSER;
pub(crate) use derived::{ComparisonRecord, read_in_order};
pub(crate) use given::GivenResults;
pub(crate) use story::StoryTimeline;

/// Up to this many articles are fetched one by one; for more, one query fetches the whole story.
const FEW: usize = 16;
/// Up to this many articles have their results read one by one; for more, one query reads those of each story.
const ONE_BY_ONE: usize = 64;

impl Archive {
    /// Returns the reading of each version of each article.
    pub(crate) fn readings(&self, articles: &[FoundArticle]) -> Result<Vec<Vec<VersionReading>>> {
        self.cached_or_derived(Blocks::Reading, articles, |derived| derived.readings)
    }

    /// Returns the comparisons of each article, each version with the one before: one fewer than there are versions.
    pub(crate) fn comparisons(&self, articles: &[FoundArticle]) -> Result<Vec<Vec<ComparisonRecord>>> {
        self.cached_or_derived(Blocks::Comparison, articles, |derived| derived.comparisons)
    }

    /// Returns one kind of result; derives it again where it is not cached or does not decode.
    fn cached_or_derived<T: serde::de::DeserializeOwned + Send>(
        &self,
        kind: Blocks,
        articles: &[FoundArticle],
        pick: fn(DerivedRecord) -> Vec<T>,
    ) -> Result<Vec<Vec<T>>> {
        let mut unsaved = self.refresh(articles)?;
        let cached = self.cached::<T>(kind, articles)?;
        let all = articles.iter().zip(cached).map(|(found, cached)| {
            match unsaved.remove(&found.article.id).map(pick).or(cached) {
                Some(rows) => Ok(rows),
                None => self.rebuild_article(found).map(pick),
            }
        });
        all.collect()
    }

    /// Returns the articles of a story and the track of each: its mentions, followed through its versions.
    pub(crate) fn article_tracks(&self, story: &Story) -> Result<(Vec<ArticleLabel>, Vec<ArticleTrack>)> {
        let key = key(story.timezone);
        let articles = self.store.articles_of(Some(story.id))?;
        let read: HashSet<ArticleId> = self.store.fresh_articles(Some(story.id), &key)?.into_iter().collect();
        let stale: Vec<Article> = articles.iter().filter(|article| !read.contains(&article.id)).cloned().collect();
        let stale = match stale.len() {
            0..=FEW => stale.into_iter().map(|article| self.found(article)).collect::<Result<_>>()?,
            _ => self.found_all(stale)?,
        };
        // The chains of unchanged articles are decoded while the stale articles are read.
        let untouched = if stale.len() <= FEW { self.store.chains_of_story(story.id, &key)? } else { Vec::new() };
        let mut cached = HashMap::new();
        let mut unsaved = rayon::in_place_scope(|scope| {
            scope.spawn(|_| cached = blocks::chains(&untouched));
            self.refresh(&stale)
        })?;
        cached.extend(blocks::chains(&match stale.len() {
            0..=FEW => self.chains_of(&stale, &key)?,
            _ => self.store.chains_of_story(story.id, &key)?,
        }));
        let all = articles.into_iter().map(|article| {
            let own = cached.remove(&article.id).or_else(|| unsaved.remove(&article.id).map(CachedChains::from));
            let CachedChains { marks, numbers, mut track } = match own {
                Some(own) => own,
                None => self.rebuild_article(&self.found(article.clone())?)?.into(),
            };
            let versions = numbers.into_iter().zip(marks).map(|(number, (_, captured))| (number, captured)).collect();
            let named = ArticleLabel::with(&article, head_of(&article, Some(story)), versions);
            track.id.clone_from(&named.slug);
            track.outlet = named.head.outlet.clone().unwrap_or_else(|| named.head.reference.clone());
            Ok((named, track))
        });
        Ok(all.collect::<Result<Vec<_>>>()?.into_iter().unzip())
    }

    fn chains_of(&self, articles: &[FoundArticle], key: &str) -> Result<Vec<(ArticleId, Packed)>> {
        let ids = articles.iter().map(|found| found.article.id);
        let packed = ids.map(|id| Ok(self.store.fresh_chains(id, key)?.map(|packed| (id, packed))));
        packed.filter_map(Result::transpose).collect()
    }

    /// Returns the updates of each article, oldest first, as they are shown.
    pub(crate) fn cached_updates(&self, articles: &[FoundArticle]) -> Result<Vec<Vec<UpdateView>>> {
        let compared = self.comparisons(articles)?;
        let reviewed = self.store.reviewed_updates()?;
        let views = articles.iter().zip(compared).map(|(found, compared)| {
            let updates = found.versions.windows(2).zip(compared).map(|(pair, compared)| UpdateView {
                article: found.head(),
                from: row(&pair[0]),
                to: row(&pair[1]),
                verdict: compared.verdict,
                counts: compared.counts,
                reviewed: reviewed.get(&(pair[0].id, pair[1].id)).copied(),
                changes: compared.changes,
            });
            updates.collect()
        });
        Ok(views.collect())
    }

    /// Returns the cached results of one kind for each article; `None` where they do not match its versions.
    fn cached<T: serde::de::DeserializeOwned + Send>(
        &self,
        kind: Blocks,
        articles: &[FoundArticle],
    ) -> Result<Vec<Option<Vec<T>>>> {
        let mut blocks = BlocksByArticle::default();
        match articles {
            few if few.len() <= ONE_BY_ONE => {
                for one in few {
                    blocks.add_all(one, self.store.blocks(kind, one.article.id, &key(one.zone()))?);
                }
            }
            many => {
                let mut stories: Vec<_> = many.iter().map(|found| (found.article.story, key(found.zone()))).collect();
                stories.sort_unstable();
                stories.dedup();
                for (story, key) in stories {
                    blocks.extend(self.store.blocks_of_story(kind, story, &key)?);
                }
            }
        }
        Ok(unpacked(kind, articles, blocks))
    }
}

/// Returns one step for each reading of an article, for following its sentences.
pub(crate) fn steps<'a>(
    found: &FoundArticle,
    readings: &'a [VersionReading],
    compared: &'a [ComparisonRecord],
) -> Vec<present::UpdateStep<'a>> {
    let steps = readings.iter().enumerate().map(|(index, reading)| present::UpdateStep {
        number: found.versions[index].number,
        captured: found.versions[index].captured,
        reading,
        pairs: index.checked_sub(1).map_or(&[], |before| &compared[before].pairs),
    });
    steps.collect()
}
