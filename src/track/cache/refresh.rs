//! Works out what was recorded since the last question, and keeps it.
//!
//! Articles are taken in hands, each kept in a transaction of its own: whoever
//! interrupts the work loses one hand of it, and the next question goes on where
//! it ended. What cannot be kept (a full disk, a store in use) is still answered.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use super::analyser::key;
use super::blocks::{self, BLOCK};
use super::derived::{ComparisonRecord, DerivedRecord, KeptChains, KnownVersions};
use super::version_mark::VersionMark;
use crate::model::ArticleId;
use crate::store::{Blocks, Packed, Store, StoreError};
use crate::track::lookup::FoundArticle;
use crate::track::read::StoredText;
use crate::track::{Archive, Result};

/// Versions read before what was worked out is kept.
const HAND: usize = 256;

/// Results that could not be written to the store, by article; they answer the present question.
pub(crate) type Unsaved = HashMap<ArticleId, DerivedRecord>;

/// An article about to be worked out.
struct Job<'f> {
    found: &'f FoundArticle,
    known: KnownVersions,
    wanted: Vec<usize>,
    texts: Vec<StoredText>,
}

/// What is to be kept of an article, packed.
struct Parcel {
    article: ArticleId,
    key: String,
    marks: Vec<VersionMark>,
    readings: Vec<(usize, Packed)>,
    comparisons: Vec<(usize, Packed)>,
    threads: Packed,
}

impl Archive {
    /// Works out whatever is missing of these articles; returns what could not be kept.
    pub(crate) fn catch_up(&self, articles: &[FoundArticle]) -> Result<Unsaved> {
        let stale = self.stale(articles)?;
        let total = stale.iter().map(|found| found.versions.len()).sum();
        let mut unsaved = Unsaved::new();
        let (mut done, mut hand, mut size) = (0, Vec::new(), 0);
        for (index, found) in stale.iter().enumerate() {
            let job = self.job(found)?;
            size += job.wanted.len();
            hand.push(job);
            if size < HAND && index + 1 < stale.len() {
                continue;
            }
            done += hand.iter().map(|job| job.found.versions.len()).sum::<usize>();
            self.finish(std::mem::take(&mut hand), &mut unsaved);
            size = 0;
            self.progress("versions read", done, total);
        }
        Ok(unsaved)
    }

    /// Works out one article of which something that was kept is damaged or gone.
    pub(crate) fn work_out_anew(&self, found: &FoundArticle) -> Result<DerivedRecord> {
        let job = self.job(found)?;
        let made = job.known.complete(found, &job.wanted, &job.texts);
        if let Some(parcel) = parcel(found, &made) {
            let _ = self.store.write(|store| keep(store, &[parcel]));
        }
        Ok(made)
    }

    /// Returns the articles of which something is not worked out.
    pub(crate) fn stale<'f>(&self, articles: &'f [FoundArticle]) -> Result<Vec<&'f FoundArticle>> {
        let mut stories: Vec<_> = articles.iter().map(|found| (found.article.story, key(found.zone()))).collect();
        stories.sort_unstable();
        stories.dedup();
        let mut read = HashSet::new();
        for (story, key) in stories {
            read.extend(self.store.read_articles(story, &key)?);
        }
        Ok(articles.iter().filter(|found| !read.contains(&found.article.id)).collect())
    }

    /// Gathers what is kept of an article and the texts that have to be read.
    fn job<'f>(&self, found: &'f FoundArticle) -> Result<Job<'f>> {
        let (article, key) = (found.article.id, key(found.zone()));
        let threads = self.store.threads(article, &key)?;
        let kept = threads.as_ref().and_then(blocks::unpack::<KeptChains>);
        let known = match kept {
            None => KnownVersions::new(found, &[], None, Vec::new(), Vec::new()),
            Some(KeptChains { marks, followed, .. }) => {
                let readings = blocks::items(&self.store.blocks(Blocks::Reading, article, &key)?);
                let comparisons =
                    blocks::items::<ComparisonRecord>(&self.store.blocks(Blocks::Comparison, article, &key)?);
                KnownVersions::new(found, &marks, Some(followed), readings, comparisons)
            }
        };
        let wanted = known.wanted();
        let versions: Vec<_> = wanted.iter().map(|&place| found.versions[place].clone()).collect();
        let texts = self.texts(found, &versions)?;
        Ok(Job { found, known, wanted, texts })
    }

    /// Works out a hand of articles on all cores and keeps it.
    fn finish(&self, hand: Vec<Job<'_>>, unsaved: &mut Unsaved) {
        let work = hand.into_par_iter().map(|job| {
            let made = job.known.complete(job.found, &job.wanted, &job.texts);
            (parcel(job.found, &made), (job.found.article.id, made))
        });
        let (parcels, made): (Vec<Option<Parcel>>, Vec<(ArticleId, DerivedRecord)>) = work.unzip();
        let parcels: Option<Vec<Parcel>> = parcels.into_iter().collect();
        let kept = unsaved.is_empty()
            && parcels.is_some_and(|parcels| self.store.write(|store| keep(store, &parcels)).is_ok());
        if !kept {
            unsaved.extend(made);
        }
    }
}

/// Packs what is new of an article; `None` only where there is no memory for it.
fn parcel(found: &FoundArticle, made: &DerivedRecord) -> Option<Parcel> {
    let marked = made.marks.iter().copied();
    let all_readings: Vec<_> = marked.clone().zip(&made.readings).collect();
    let all_comparisons: Vec<_> = marked.skip(1).zip(&made.comparisons).collect();
    let (mut readings, mut comparisons) = (Vec::new(), Vec::new());
    for block in made.from / BLOCK..made.marks.len().div_ceil(BLOCK) {
        let (start, end) = (block * BLOCK, ((block + 1) * BLOCK).min(made.marks.len()));
        readings.push((block, blocks::pack(&&all_readings[start..end])?));
        // A comparison stands in the block of its new version.
        comparisons.push((block, blocks::pack(&&all_comparisons[start.saturating_sub(1)..end - 1])?));
    }
    Some(Parcel {
        article: found.article.id,
        key: key(found.zone()),
        threads: blocks::pack(&(&made.marks, &made.numbers, &made.followed))?,
        marks: made.marks.clone(),
        readings,
        comparisons,
    })
}

fn keep(store: &Store, parcels: &[Parcel]) -> std::result::Result<(), StoreError> {
    for parcel in parcels {
        // Another program may have recorded something meanwhile: then this is overtaken already.
        let seen = store.seen(parcel.article)?;
        let now = seen.iter().map(|(version, captured)| (version.0, captured.timestamp_millis()));
        if !now.eq(parcel.marks.iter().copied()) {
            continue;
        }
        let key = &parcel.key;
        for (block, packed) in &parcel.readings {
            store.put_block(Blocks::Reading, parcel.article, *block, key, packed)?;
        }
        for (block, packed) in &parcel.comparisons {
            store.put_block(Blocks::Comparison, parcel.article, *block, key, packed)?;
        }
        store.put_threads(parcel.article, key, &parcel.threads)?;
    }
    Ok(())
}
