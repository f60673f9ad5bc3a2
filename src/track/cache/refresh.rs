//! Derives what was recorded since the last question, and stores it.
//!
//! Articles are processed in batches, each stored in one transaction: an interruption
//! loses at most one batch, and the next question continues after the last stored one.
//! Results that cannot be stored (full disk, locked store) still answer the question.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use super::analyser::key;
use super::blocks::{self, BLOCK, CacheError};
use super::derived::{CachedChains, ComparisonRecord, DerivedRecord, KnownVersions};
use super::version_mark::VersionMark;
use crate::model::ArticleId;
use crate::store::{Blocks, Packed, Store, StoreError};
use crate::track::lookup::FoundArticle;
use crate::track::read::StoredText;
use crate::track::{Archive, TrackError};

/// Versions that are read before their results are stored.
const BATCH_VERSIONS: usize = 256;

/// Results that could not be written to the store, by article; they answer the present question.
pub(crate) type Unsaved = HashMap<ArticleId, DerivedRecord>;

/// An article whose results are about to be derived.
pub(super) struct Job<'f> {
    pub found: &'f FoundArticle,
    pub known: KnownVersions,
    /// Places of the versions whose texts are needed.
    pub wanted: Vec<usize>,
    /// These texts, in order.
    pub texts: Vec<StoredText>,
}

/// The new results of an article, encoded.
pub(super) struct PackedArticle {
    article: ArticleId,
    key: String,
    marks: Vec<VersionMark>,
    pub readings: Vec<(usize, Packed)>,
    pub comparisons: Vec<(usize, Packed)>,
    pub chains: Packed,
}

impl Archive {
    /// Derives and stores whatever is missing of these articles; returns the results that could not be stored.
    pub(crate) fn refresh(&self, articles: &[FoundArticle]) -> Result<Unsaved, TrackError> {
        self.refresh_watched(articles, |done, total| self.progress("versions read", done, total))
    }

    /// Does the same; `watch` receives how many versions of how many are read.
    pub(crate) fn refresh_watched(
        &self,
        articles: &[FoundArticle],
        watch: impl Fn(usize, usize),
    ) -> Result<Unsaved, TrackError> {
        let stale = self.stale(articles)?;
        let total = stale.iter().map(|found| found.versions.len()).sum();
        let mut unsaved = Unsaved::new();
        let (mut done, mut batch, mut size) = (0, Vec::new(), 0);
        for (index, found) in stale.iter().enumerate() {
            let job = self.job(found)?;
            size += job.wanted.len();
            batch.push(job);
            if size < BATCH_VERSIONS && index + 1 < stale.len() {
                continue;
            }
            done += batch.iter().map(|job| job.found.versions.len()).sum::<usize>();
            self.finish(std::mem::take(&mut batch), &mut unsaved);
            size = 0;
            watch(done, total);
        }
        Ok(unsaved)
    }

    /// Derives the results of one article of which something cached is damaged or missing.
    pub(crate) fn rebuild_article(&self, found: &FoundArticle) -> Result<DerivedRecord, TrackError> {
        let job = self.job(found)?;
        let derived = job.known.complete(found, &job.wanted, &job.texts);
        if let Ok(packed_article) = packed_article(found, &derived) {
            // The results answer the question even where they cannot be stored.
            let _ = self.store.write(|store| store_all(store, &[packed_article]));
        }
        Ok(derived)
    }

    /// Returns the articles with a missing or stale result.
    pub(crate) fn stale<'f>(&self, articles: &'f [FoundArticle]) -> Result<Vec<&'f FoundArticle>, TrackError> {
        let mut stories: Vec<_> = articles.iter().map(|found| (found.article.story, key(found.zone()))).collect();
        stories.sort_unstable();
        stories.dedup();
        let mut read = HashSet::new();
        for (story, key) in stories {
            match story {
                Some(_) => read.extend(self.store.fresh_articles(story, &key)?),
                // All unfiled articles may be the whole archive.
                None => {
                    for found in articles.iter().filter(|found| found.article.story.is_none()) {
                        if self.store.is_fresh(found.article.id, &key)? {
                            read.insert(found.article.id);
                        }
                    }
                }
            }
        }
        Ok(articles.iter().filter(|found| !read.contains(&found.article.id)).collect())
    }

    /// Collects the cached results of an article and the texts that are needed.
    fn job<'f>(&self, found: &'f FoundArticle) -> Result<Job<'f>, TrackError> {
        let (article, key) = (found.article.id, key(found.zone()));
        let chains = self.store.chains(article, &key)?;
        let cached = chains.as_ref().and_then(|packed| blocks::unpack::<CachedChains>(packed).ok());
        let known = match cached {
            None => KnownVersions::new(found, &[], None, Vec::new(), Vec::new()),
            Some(CachedChains { marks, track, .. }) => {
                let readings = blocks::items(&self.store.blocks(Blocks::Reading, article, &key)?);
                let comparisons =
                    blocks::items::<ComparisonRecord>(&self.store.blocks(Blocks::Comparison, article, &key)?);
                KnownVersions::new(found, &marks, Some(track), readings, comparisons)
            }
        };
        let wanted = known.wanted();
        let versions: Vec<_> = wanted.iter().map(|&place| found.versions[place].clone()).collect();
        let texts = self.texts(found, &versions)?;
        Ok(Job { found, known, wanted, texts })
    }

    /// Derives the results of a batch of articles on all cores and stores them.
    fn finish(&self, batch: Vec<Job<'_>>, unsaved: &mut Unsaved) {
        let work = batch.into_par_iter().map(|job| {
            let derived = job.known.complete(job.found, &job.wanted, &job.texts);
            (packed_article(job.found, &derived), (job.found.article.id, derived))
        });
        let (packed_articles, derived): (Vec<_>, Vec<_>) = work.unzip();
        let packed_articles = packed_articles.into_iter().collect::<Result<Vec<PackedArticle>, CacheError>>();
        let is_stored = unsaved.is_empty()
            && packed_articles
                .is_ok_and(|packed_articles| self.store.write(|store| store_all(store, &packed_articles)).is_ok());
        if !is_stored {
            unsaved.extend(derived);
        }
    }
}

/// Encodes the new results of an article.
pub(super) fn packed_article(found: &FoundArticle, derived: &DerivedRecord) -> Result<PackedArticle, CacheError> {
    let marked = derived.marks.iter().copied();
    let all_readings: Vec<_> = marked.clone().zip(&derived.readings).collect();
    let all_comparisons: Vec<_> = marked.skip(1).zip(&derived.comparisons).collect();
    let (mut readings, mut comparisons) = (Vec::new(), Vec::new());
    for block in derived.from / BLOCK..derived.marks.len().div_ceil(BLOCK) {
        let (start, end) = (block * BLOCK, ((block + 1) * BLOCK).min(derived.marks.len()));
        readings.push((block, blocks::pack(&&all_readings[start..end])?));
        // A comparison belongs to the block of its new version.
        comparisons.push((block, blocks::pack(&&all_comparisons[start.saturating_sub(1)..end - 1])?));
    }
    Ok(PackedArticle {
        article: found.article.id,
        key: key(found.zone()),
        chains: blocks::pack(&(&derived.marks, &derived.numbers, &derived.track))?,
        marks: derived.marks.clone(),
        readings,
        comparisons,
    })
}

/// Writes results whose versions are still those that the store holds; returns whose they are.
pub(super) fn store_all(store: &Store, packed_articles: &[PackedArticle]) -> Result<HashSet<ArticleId>, StoreError> {
    let mut stored = HashSet::new();
    for article in packed_articles {
        // Another process may have recorded a version meanwhile: the results are stale already.
        let seen = store.seen(article.article)?;
        let now = seen.iter().map(|(version, captured)| (version.0, captured.timestamp_millis()));
        if !now.eq(article.marks.iter().copied()) {
            continue;
        }
        let key = &article.key;
        for (block, packed) in &article.readings {
            store.put_block(Blocks::Reading, article.article, *block, key, packed)?;
        }
        for (block, packed) in &article.comparisons {
            store.put_block(Blocks::Comparison, article.article, *block, key, packed)?;
        }
        store.put_chains(article.article, key, &article.chains)?;
        stored.insert(article.article);
    }
    Ok(stored)
}
