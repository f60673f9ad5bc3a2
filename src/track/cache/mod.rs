//! Keeps what was worked out, so that a question asked twice is read once.
//!
//! ```text
//! add            a version is stored; what rests on it is marked as overtaken
//! timeline …     reads what is new, keeps it, answers from what is kept
//! ```
//! For each article three things are kept: what was read off every version,
//! what each did to the one before, and what became of every telling. They are
//! found by the analyser's name and the story's zone, so nothing has to be told
//! when a rule changes: what another analyser made is not found, and made anew.

mod analyser;
mod blocks;
mod derived;
mod refresh;
mod story;
#[cfg(test)]
mod tests;
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
use blocks::{Batch, unpacked};
use derived::{DerivedRecord, KeptChains};

pub use analyser::ANALYSER;
pub(crate) use derived::ComparisonRecord;
pub(crate) use story::StoryTimeline;

/// Articles that are looked up one by one; from there on all of a story are looked up at once.
const FEW: usize = 16;

impl Archive {
    /// Returns what was read off each version of each article.
    pub(crate) fn readings(&self, articles: &[FoundArticle]) -> Result<Vec<Vec<VersionReading>>> {
        self.kept_or_made(Blocks::Reading, articles, |made| made.readings)
    }

    /// Returns what each version of each article did to the one before; one fewer than there are versions.
    pub(crate) fn comparisons(&self, articles: &[FoundArticle]) -> Result<Vec<Vec<ComparisonRecord>>> {
        self.kept_or_made(Blocks::Comparison, articles, |made| made.comparisons)
    }

    /// Returns one sort of what is worked out; what could not be kept, or is damaged, as it was just made.
    fn kept_or_made<T: serde::de::DeserializeOwned + Send>(
        &self,
        kind: Blocks,
        articles: &[FoundArticle],
        pick: fn(DerivedRecord) -> Vec<T>,
    ) -> Result<Vec<Vec<T>>> {
        let mut unsaved = self.catch_up(articles)?;
        let kept = self.kept::<T>(kind, articles)?;
        let all =
            articles.iter().zip(kept).map(|(found, kept)| match unsaved.remove(&found.article.id).map(pick).or(kept) {
                Some(rows) => Ok(rows),
                None => self.work_out_anew(found).map(pick),
            });
        all.collect()
    }

    /// Returns the articles of a story, and what became of every telling of each.
    pub(crate) fn followed(&self, story: &Story) -> Result<(Vec<ArticleLabel>, Vec<ArticleTrack>)> {
        let key = key(story.timezone);
        let articles = self.store.articles_of(Some(story.id))?;
        let read: HashSet<ArticleId> = self.store.read_articles(Some(story.id), &key)?.into_iter().collect();
        let stale: Vec<Article> = articles.iter().filter(|article| !read.contains(&article.id)).cloned().collect();
        let stale = match stale.len() {
            0..=FEW => stale.into_iter().map(|article| self.found(article)).collect::<Result<_>>()?,
            _ => self.found_all(stale)?,
        };
        // What nothing touched is taken out while the rest is read.
        let untouched = if stale.len() <= FEW { self.store.threads_of_story(story.id, &key)? } else { Vec::new() };
        let mut kept = HashMap::new();
        let mut unsaved = rayon::in_place_scope(|scope| {
            scope.spawn(|_| kept = blocks::threads(&untouched));
            self.catch_up(&stale)
        })?;
        kept.extend(blocks::threads(&match stale.len() {
            0..=FEW => self.threads_of(&stale, &key)?,
            _ => self.store.threads_of_story(story.id, &key)?,
        }));
        let all = articles.into_iter().map(|article| {
            let own = kept.remove(&article.id).or_else(|| unsaved.remove(&article.id).map(KeptChains::from));
            let KeptChains { marks, numbers, mut followed } = match own {
                Some(own) => own,
                None => self.work_out_anew(&self.found(article.clone())?)?.into(),
            };
            let versions = numbers.into_iter().zip(marks).map(|(number, (_, captured))| (number, captured)).collect();
            let named = ArticleLabel::with(&article, head_of(&article, Some(story)), versions);
            followed.id.clone_from(&named.slug);
            followed.outlet = named.head.outlet.clone().unwrap_or_else(|| named.head.reference.clone());
            Ok((named, followed))
        });
        Ok(all.collect::<Result<Vec<_>>>()?.into_iter().unzip())
    }

    fn threads_of(&self, articles: &[FoundArticle], key: &str) -> Result<Vec<(ArticleId, Packed)>> {
        let ids = articles.iter().map(|found| found.article.id);
        let packed = ids.map(|id| Ok(self.store.fresh_threads(id, key)?.map(|packed| (id, packed))));
        packed.filter_map(Result::transpose).collect()
    }

    /// Returns the updates of each article, oldest first, as they are shown.
    pub(crate) fn kept_updates(&self, articles: &[FoundArticle]) -> Result<Vec<Vec<UpdateView>>> {
        let compared = self.comparisons(articles)?;
        let views = articles.iter().zip(compared).map(|(found, compared)| {
            let updates = found.versions.windows(2).zip(compared).map(|(pair, compared)| UpdateView {
                article: found.head(),
                from: row(&pair[0]),
                to: row(&pair[1]),
                verdict: compared.verdict,
                counts: compared.counts,
                changes: compared.changes,
            });
            updates.collect()
        });
        Ok(views.collect())
    }

    /// Returns the lists kept in blocks for each article; `None` where they do not fit its versions.
    fn kept<T: serde::de::DeserializeOwned + Send>(
        &self,
        kind: Blocks,
        articles: &[FoundArticle],
    ) -> Result<Vec<Option<Vec<T>>>> {
        let mut batch = Batch::default();
        match articles {
            [one] => batch.add_all(one, self.store.blocks(kind, one.article.id, &key(one.zone()))?),
            many => {
                let mut stories: Vec<_> = many.iter().map(|found| (found.article.story, key(found.zone()))).collect();
                stories.sort_unstable();
                stories.dedup();
                for (story, key) in stories {
                    batch.extend(self.store.blocks_of_story(kind, story, &key)?);
                }
            }
        }
        Ok(unpacked(articles, batch))
    }
}

/// Returns the steps of an article as far as its claims and sentences are followed.
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
