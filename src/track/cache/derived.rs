//! Derives the results of one article from its texts and its cached results.
//!
//! A version added at the end costs the reading of that version and of the one
//! before, with which it is compared. A version added between others costs the
//! reading of itself and of its neighbours; the mention chains are then rebuilt from
//! the cached readings.

use std::collections::HashMap;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::version_mark::{VersionMark, marks};
use crate::diff;
use crate::model::{DocumentTime, Side};
use crate::timeline::{ArticleTrack, VersionTimes};
use crate::track::lookup::FoundArticle;
use crate::track::present::{self, Detail, VersionReading};
use crate::track::read::{StoredText, sides};
use crate::view::{ChangeCounts, ChangeView, VerdictView};

/// Versions whose full analysis is held in memory at once.
const AT_ONCE: usize = 64;

/// A version compared with the one before, as it is shown.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct ComparisonRecord {
    pub verdict: VerdictView,
    pub counts: ChangeCounts,
    pub changes: Vec<ChangeView>,
    /// Sentences of the old and the new version that correspond, from 0.
    pub pairs: Vec<(usize, usize)>,
}

/// All derived results of one article.
#[derive(Clone, Debug, Default)]
pub(crate) struct DerivedRecord {
    /// The versions that the results rest on.
    pub marks: Vec<VersionMark>,
    /// The numbers of the versions.
    pub numbers: Vec<usize>,
    /// One for each version.
    pub readings: Vec<VersionReading>,
    /// One for each version but the first.
    pub comparisons: Vec<ComparisonRecord>,
    pub track: ArticleTrack,
    /// Place of the first version with a new result: what comes before is stored already.
    pub from: usize,
}

/// The mention chains of an article as they are cached.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct CachedChains {
    /// The versions that the chains rest on.
    pub marks: Vec<VersionMark>,
    /// The numbers of the versions.
    pub numbers: Vec<usize>,
    pub track: ArticleTrack,
}

impl From<DerivedRecord> for CachedChains {
    fn from(derived: DerivedRecord) -> Self {
        Self { marks: derived.marks, numbers: derived.numbers, track: derived.track }
    }
}

/// The cached results of an article, sorted to the places that its versions have now.
#[derive(Default)]
pub(super) struct KnownVersions {
    readings: Vec<Option<VersionReading>>,
    /// Each version compared with the one before; `None` for the first.
    comparisons: Vec<Option<ComparisonRecord>>,
    /// How many versions, from the first, the track covers, and the track.
    track: Option<(usize, ArticleTrack)>,
}

impl KnownVersions {
    /// Sorts cached results to the versions that they were derived from; drops those whose version or neighbour has changed.
    pub(super) fn new(
        found: &FoundArticle,
        old: &[VersionMark],
        track: Option<ArticleTrack>,
        readings: Vec<(VersionMark, VersionReading)>,
        comparisons: Vec<(VersionMark, ComparisonRecord)>,
    ) -> Self {
        let now = marks(found);
        let is_continuation = now.starts_with(old);
        let mut readings: HashMap<VersionMark, VersionReading> = readings.into_iter().collect();
        let mut comparisons: HashMap<VersionMark, ComparisonRecord> = comparisons.into_iter().collect();
        let before: HashMap<VersionMark, VersionMark> = old.windows(2).map(|pair| (pair[1], pair[0])).collect();
        let compared = now.iter().enumerate().map(|(place, own)| {
            let same = before.get(own).is_some_and(|before| Some(before) == place.checked_sub(1).map(|at| &now[at]));
            comparisons.remove(own).filter(|_| same)
        });
        let readings: Vec<Option<VersionReading>> = now.iter().map(|own| readings.remove(own)).collect();
        let latest = old.len().checked_sub(1).and_then(|last| readings.get(last)?.as_ref());
        let track = track.filter(|_| is_continuation).zip(latest).map(|(mut track, latest)| {
            track.resume_after(&latest.mentions);
            (old.len(), track)
        });
        Self { comparisons: compared.collect(), readings, track }
    }

    /// Returns the places of the versions whose text is needed.
    pub(super) fn wanted(&self) -> Vec<usize> {
        let n = self.readings.len();
        let pair_is_missing = |place: usize| (1..n).contains(&place) && self.comparisons[place].is_none();
        let wanted =
            |&place: &usize| self.readings[place].is_none() || pair_is_missing(place) || pair_is_missing(place + 1);
        (0..n).filter(wanted).collect()
    }

    /// Derives what is missing; `texts` are those of the wanted places, in order.
    pub(super) fn complete(mut self, found: &FoundArticle, wanted: &[usize], texts: &[StoredText]) -> DerivedRecord {
        let is_new = |&place: &usize| self.readings[place].is_none() || 0 < place && self.comparisons[place].is_none();
        let from = wanted.iter().copied().find(is_new);
        let mut last: Option<(usize, Side<'_>)> = None;
        for (places, texts) in wanted.chunks(AT_ONCE).zip(texts.chunks(AT_ONCE)) {
            let read = sides(texts, last.as_ref().map(|(_, side)| side));
            let own: Vec<(usize, Side<'_>)> = places.iter().copied().zip(read).collect();
            let chain: Vec<&(usize, Side<'_>)> = last.iter().chain(&own).collect();
            self.read(found, &own);
            self.compare(found, &chain);
            last = own.into_iter().last();
        }
        self.finish(found, from)
    }

    fn read(&mut self, found: &FoundArticle, sides: &[(usize, Side<'_>)]) {
        let missing = sides.par_iter().filter(|(place, _)| self.readings[*place].is_none());
        let read = missing.map(|(place, side)| {
            let version = &found.versions[*place];
            let captured = Some(DocumentTime::Instant(version.captured));
            let times = VersionTimes { captured, published: version.stated() };
            (*place, present::version_reading(side, times))
        });
        for (place, reading) in read.collect::<Vec<_>>() {
            self.readings[place] = Some(reading);
        }
    }

    fn compare(&mut self, found: &FoundArticle, sides: &[&(usize, Side<'_>)]) {
        let missing = sides.par_windows(2).filter(|pair| {
            let place = pair[1].0;
            pair[0].0 + 1 == place && self.comparisons[place].is_none()
        });
        let compared = missing.map(|pair| {
            let ((_, old), (place, new)) = (pair[0], pair[1]);
            (*place, compared(old, new, found.versions[*place].number))
        });
        for (place, compared) in compared.collect::<Vec<_>>() {
            self.comparisons[place] = Some(compared);
        }
    }

    fn finish(self, found: &FoundArticle, from: Option<usize>) -> DerivedRecord {
        let marks = marks(found);
        let readings: Vec<VersionReading> = self.readings.into_iter().flatten().collect();
        let (known, mut track) = self.track.unwrap_or_else(|| (0, ArticleTrack::new("", "")));
        readings.iter().skip(known).for_each(|reading| track.extend(&reading.mentions));
        track.index(found.zone());
        let from = from.unwrap_or(marks.len()).min(known);
        let comparisons = self.comparisons.into_iter().skip(1).flatten().collect();
        let numbers = found.versions.iter().map(|version| version.number).collect();
        DerivedRecord { marks, numbers, readings, comparisons, track, from }
    }
}

/// Reads versions in order, each with its number, and compares each with the one before; the times of the versions are left
/// out, for only the store knows them.
pub(crate) fn read_in_order(texts: &[StoredText], numbers: &[usize]) -> (Vec<VersionReading>, Vec<ComparisonRecord>) {
    let (mut readings, mut comparisons) = (Vec::with_capacity(texts.len()), Vec::with_capacity(texts.len()));
    let mut last: Option<Side<'_>> = None;
    for (texts, numbers) in texts.chunks(AT_ONCE).zip(numbers.chunks(AT_ONCE)) {
        let read = sides(texts, last.as_ref());
        readings.par_extend(read.par_iter().map(|side| present::version_reading(side, VersionTimes::default())));
        let chain: Vec<&Side<'_>> = last.iter().chain(&read).collect();
        // The first version of all has none before it, and is compared with nothing.
        let numbers = &numbers[numbers.len() + 1 - chain.len()..];
        let pairs = chain.par_windows(2).zip(numbers);
        comparisons.par_extend(pairs.map(|(pair, number)| compared(pair[0], pair[1], *number)));
        last = read.into_iter().last();
    }
    (readings, comparisons)
}

fn compared(old: &Side<'_>, new: &Side<'_>, number: usize) -> ComparisonRecord {
    let comparison = diff::compare(old, new);
    ComparisonRecord {
        verdict: present::verdict(old, new, &comparison),
        counts: present::counts(&comparison.changes),
        changes: present::change_views(old, new, &comparison, number, Detail::Listed),
        pairs: comparison.pairs,
    }
}
