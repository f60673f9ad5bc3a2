//! Stores results that another machine derived as if they had been derived here.
//!
//! ```text
//! given: readings of v1 v2, comparison of v1..v2     stored: v1 v2 v3, the mention chains
//! ```
//! What was recorded since the machine was asked is derived here, and so are the mention chains, which follow from the
//! readings: the rows are those of `reindex`.

use std::collections::HashSet;

use rayon::prelude::*;

use super::derived::{ComparisonRecord, KnownVersions};
use super::refresh::{Job, PackedArticle, packed_article, store_all};
use super::version_mark::marks;
use crate::model::{ArticleId, DocumentTime};
use crate::track::lookup::FoundArticle;
use crate::track::present::VersionReading;
use crate::track::{Archive, Result};

/// The results of the first versions of an article.
pub(crate) struct GivenResults {
    pub found: FoundArticle,
    /// One for each of the first versions.
    pub readings: Vec<VersionReading>,
    /// One for each of them but the first.
    pub comparisons: Vec<ComparisonRecord>,
}

impl Archive {
    /// Returns whether the results of an article are stored as this program derives them.
    pub(crate) fn is_derived(&self, found: &FoundArticle) -> Result<bool> {
        Ok(self.store.is_fresh(found.article.id, &super::analyser::key(found.zone()))?)
    }

    /// Completes and stores the results of several articles in one transaction; returns of which they are stored.
    ///
    /// Those are not of which another process has just recorded a version, or whose results memory is too short to pack.
    pub(crate) fn store_given(&self, given: Vec<GivenResults>) -> Result<HashSet<ArticleId>> {
        let (found, given): (Vec<FoundArticle>, Vec<_>) =
            given.into_iter().map(|own| (own.found, (own.readings, own.comparisons))).unzip();
        let jobs = found.iter().zip(given).map(|(found, (readings, comparisons))| {
            let known = known(found, readings, comparisons);
            let wanted = known.wanted();
            let versions: Vec<_> = wanted.iter().map(|&place| found.versions[place].clone()).collect();
            Ok(Job { found, known, wanted, texts: self.texts(found, &versions)? })
        });
        let jobs: Vec<Job<'_>> = jobs.collect::<Result<_>>()?;
        let packed = jobs.into_par_iter().map(|job| {
            let derived = job.known.complete(job.found, &job.wanted, &job.texts);
            packed_article(job.found, &derived).ok()
        });
        let packed: Vec<PackedArticle> = packed.flatten().collect();
        Ok(self.store.write(|store| store_all(store, &packed))?)
    }
}

/// Sorts given results to the versions of an article; when these were seen and published is what the store says.
fn known(found: &FoundArticle, readings: Vec<VersionReading>, comparisons: Vec<ComparisonRecord>) -> KnownVersions {
    let marks = &marks(found)[..readings.len()];
    let readings = readings.into_iter().zip(&found.versions).zip(marks).map(|((mut reading, version), mark)| {
        reading.mentions.captured = Some(DocumentTime::Instant(version.captured));
        reading.mentions.published = version.stated();
        (*mark, reading)
    });
    let comparisons = marks.iter().skip(1).copied().zip(comparisons);
    KnownVersions::new(found, marks, None, readings.collect(), comparisons.collect())
}
