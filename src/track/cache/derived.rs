//! Works out what is kept of one article, from its texts and from what was kept before.
//!
//! An article that gained a version at its end costs the reading of that
//! version and of the one before, with which it is compared. One that gained a
//! version between others is followed anew from what was read, and only the
//! new one and its neighbours are looked at again.

use std::collections::HashMap;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::version_mark::{VersionMark, marks};
use crate::diff;
use crate::model::{DocumentTime, Side};
use crate::timeline::ArticleTrack;
use crate::track::lookup::FoundArticle;
use crate::track::present::{self, VersionReading};
use crate::track::read::StoredText;
use crate::view::{ChangeCounts, ChangeView, VerdictView};

/// Versions that are held in full analysis at once.
const AT_ONCE: usize = 64;

/// What a version did to the one before, as it is shown, with the sentences that became each other.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct ComparisonRecord {
    pub verdict: VerdictView,
    pub counts: ChangeCounts,
    pub changes: Vec<ChangeView>,
    pub pairs: Vec<(usize, usize)>,
}

/// All that is kept of one article.
#[derive(Clone, Debug, Default)]
pub struct DerivedRecord {
    pub marks: Vec<VersionMark>,
    pub numbers: Vec<usize>,
    pub readings: Vec<VersionReading>,
    /// Of each version but the first.
    pub comparisons: Vec<ComparisonRecord>,
    pub followed: ArticleTrack,
    /// The first version of which something is new.
    pub from: usize,
}

/// What became of an article's tellings, with the versions that it rests on.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct KeptChains {
    pub marks: Vec<VersionMark>,
    /// The versions' numbers.
    pub numbers: Vec<usize>,
    pub followed: ArticleTrack,
}

impl From<DerivedRecord> for KeptChains {
    fn from(made: DerivedRecord) -> Self {
        Self { marks: made.marks, numbers: made.numbers, followed: made.followed }
    }
}

/// What is known of an article before it is worked out, by the places its versions have now.
#[derive(Default)]
pub struct KnownVersions {
    readings: Vec<Option<VersionReading>>,
    /// Of each version against the one before it; the first has none.
    comparisons: Vec<Option<ComparisonRecord>>,
    /// What became of the tellings of the first versions, and of how many.
    followed: Option<(usize, ArticleTrack)>,
}

impl KnownVersions {
    /// Sorts what was kept to the versions it was made of, where these still stand as they did.
    pub fn new(
        found: &FoundArticle,
        old: &[VersionMark],
        followed: Option<ArticleTrack>,
        readings: Vec<(VersionMark, VersionReading)>,
        comparisons: Vec<(VersionMark, ComparisonRecord)>,
    ) -> Self {
        let now = marks(found);
        let goes_on = now.starts_with(old);
        let mut readings: HashMap<VersionMark, VersionReading> = readings.into_iter().collect();
        let mut comparisons: HashMap<VersionMark, ComparisonRecord> = comparisons.into_iter().collect();
        let before: HashMap<VersionMark, VersionMark> = old.windows(2).map(|pair| (pair[1], pair[0])).collect();
        let compared = now.iter().enumerate().map(|(place, own)| {
            let same = before.get(own).is_some_and(|before| Some(before) == place.checked_sub(1).map(|at| &now[at]));
            comparisons.remove(own).filter(|_| same)
        });
        let readings: Vec<Option<VersionReading>> = now.iter().map(|own| readings.remove(own)).collect();
        let latest = old.len().checked_sub(1).and_then(|last| readings.get(last)?.as_ref());
        let followed = followed.filter(|_| goes_on).zip(latest).map(|(mut followed, latest)| {
            followed.go_on_from(&latest.told);
            (old.len(), followed)
        });
        Self { comparisons: compared.collect(), readings, followed }
    }

    /// Returns the places of the versions that have to be read.
    pub fn wanted(&self) -> Vec<usize> {
        let n = self.readings.len();
        let pair_is_missing = |place: usize| (1..n).contains(&place) && self.comparisons[place].is_none();
        let wanted =
            |&place: &usize| self.readings[place].is_none() || pair_is_missing(place) || pair_is_missing(place + 1);
        (0..n).filter(wanted).collect()
    }

    /// Works out what is missing; `texts` are those of the wanted places, in order.
    pub fn complete(mut self, found: &FoundArticle, wanted: &[usize], texts: &[StoredText]) -> DerivedRecord {
        let is_new = |&place: &usize| self.readings[place].is_none() || 0 < place && self.comparisons[place].is_none();
        let from = wanted.iter().copied().find(is_new);
        let mut last: Option<(usize, Side<'_>)> = None;
        for (places, texts) in wanted.chunks(AT_ONCE).zip(texts.chunks(AT_ONCE)) {
            let own: Vec<(usize, Side<'_>)> =
                places.par_iter().zip(texts).map(|(&place, text)| (place, text.side())).collect();
            let sides: Vec<&(usize, Side<'_>)> = last.iter().chain(&own).collect();
            self.read(found, &own);
            self.compare(found, &sides);
            last = own.into_iter().last();
        }
        self.finish(found, from)
    }

    fn read(&mut self, found: &FoundArticle, sides: &[(usize, Side<'_>)]) {
        let missing = sides.par_iter().filter(|(place, _)| self.readings[*place].is_none());
        let read = missing.map(|(place, side)| {
            let captured = DocumentTime::Instant(found.versions[*place].captured);
            (*place, present::read_off(side, Some(captured)))
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
        let (known, mut followed) = self.followed.unwrap_or_else(|| (0, ArticleTrack::new("", "")));
        readings.iter().skip(known).for_each(|reading| followed.extend(&reading.told));
        followed.settle(found.zone());
        let from = from.unwrap_or(marks.len()).min(known);
        let comparisons = self.comparisons.into_iter().skip(1).flatten().collect();
        let numbers = found.versions.iter().map(|version| version.number).collect();
        DerivedRecord { marks, numbers, readings, comparisons, followed, from }
    }
}

fn compared(old: &Side<'_>, new: &Side<'_>, number: usize) -> ComparisonRecord {
    let comparison = diff::compare(old, new);
    ComparisonRecord {
        verdict: present::verdict(&comparison),
        counts: present::counts(&comparison.changes),
        changes: present::change_views(old, new, &comparison, number),
        pairs: comparison.pairs,
    }
}
