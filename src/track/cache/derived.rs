//! Works out what is kept of one article, from its texts and from what was kept before.
//!
//! An article that gained a version at its end costs the reading of that
//! version and of the one before, with which it is compared. One that gained a
//! version between others is followed anew from what was read, and only the
//! new one and its neighbours are looked at again.

use std::collections::HashMap;

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::blocks::{Mark, marks};
use crate::diff;
use crate::model::{DocumentTime, Side};
use crate::timeline::Followed;
use crate::track::lookup::Found;
use crate::track::present::{self, Reading};
use crate::track::read::Text;
use crate::view::{ChangeCounts, ChangeView, VerdictView};

/// Versions that are held in full analysis at once.
const AT_ONCE: usize = 64;

/// What a version did to the one before, as it is shown, with the sentences that became each other.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Compared {
    pub verdict: VerdictView,
    pub counts: ChangeCounts,
    pub changes: Vec<ChangeView>,
    pub pairs: Vec<(usize, usize)>,
}

/// All that is kept of one article.
#[derive(Clone, Debug, Default)]
pub struct WorkedOut {
    pub marks: Vec<Mark>,
    pub numbers: Vec<usize>,
    pub readings: Vec<Reading>,
    /// Of each version but the first.
    pub comparisons: Vec<Compared>,
    pub followed: Followed,
    /// The first version of which something is new.
    pub from: usize,
}

/// What became of an article's tellings, with the versions that it rests on.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Threads {
    pub marks: Vec<Mark>,
    /// The versions' numbers.
    pub numbers: Vec<usize>,
    pub followed: Followed,
}

impl From<WorkedOut> for Threads {
    fn from(made: WorkedOut) -> Self {
        Self { marks: made.marks, numbers: made.numbers, followed: made.followed }
    }
}

/// What is known of an article before it is worked out, by the places its versions have now.
#[derive(Default)]
pub struct Known {
    readings: Vec<Option<Reading>>,
    /// Of each version against the one before it; the first has none.
    comparisons: Vec<Option<Compared>>,
    /// What became of the tellings of the first versions, and of how many.
    followed: Option<(usize, Followed)>,
}

impl Known {
    /// Sorts what was kept to the versions it was made of, where these still stand as they did.
    pub fn new(
        found: &Found,
        old: &[Mark],
        followed: Option<Followed>,
        readings: Vec<(Mark, Reading)>,
        comparisons: Vec<(Mark, Compared)>,
    ) -> Self {
        let now = marks(found);
        let goes_on = now.starts_with(old);
        let mut readings: HashMap<Mark, Reading> = readings.into_iter().collect();
        let mut comparisons: HashMap<Mark, Compared> = comparisons.into_iter().collect();
        let before: HashMap<Mark, Mark> = old.windows(2).map(|pair| (pair[1], pair[0])).collect();
        let compared = now.iter().enumerate().map(|(place, own)| {
            let same = before.get(own).is_some_and(|before| Some(before) == place.checked_sub(1).map(|at| &now[at]));
            comparisons.remove(own).filter(|_| same)
        });
        let readings: Vec<Option<Reading>> = now.iter().map(|own| readings.remove(own)).collect();
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
    pub fn complete(mut self, found: &Found, wanted: &[usize], texts: &[Text]) -> WorkedOut {
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

    fn read(&mut self, found: &Found, sides: &[(usize, Side<'_>)]) {
        let missing = sides.par_iter().filter(|(place, _)| self.readings[*place].is_none());
        let read = missing.map(|(place, side)| {
            let captured = DocumentTime::Instant(found.versions[*place].captured);
            (*place, present::read_off(side, Some(captured)))
        });
        for (place, reading) in read.collect::<Vec<_>>() {
            self.readings[place] = Some(reading);
        }
    }

    fn compare(&mut self, found: &Found, sides: &[&(usize, Side<'_>)]) {
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

    fn finish(self, found: &Found, from: Option<usize>) -> WorkedOut {
        let marks = marks(found);
        let readings: Vec<Reading> = self.readings.into_iter().flatten().collect();
        let (known, mut followed) = self.followed.unwrap_or_else(|| (0, Followed::new("", "")));
        readings.iter().skip(known).for_each(|reading| followed.extend(&reading.told));
        followed.settle(found.zone());
        let from = from.unwrap_or(marks.len()).min(known);
        let comparisons = self.comparisons.into_iter().skip(1).flatten().collect();
        let numbers = found.versions.iter().map(|version| version.number).collect();
        WorkedOut { marks, numbers, readings, comparisons, followed, from }
    }
}

fn compared(old: &Side<'_>, new: &Side<'_>, number: usize) -> Compared {
    let comparison = diff::compare(old, new);
    Compared {
        verdict: present::verdict(&comparison),
        counts: present::counts(&comparison.changes),
        changes: present::change_views(old, new, &comparison, number),
        pairs: comparison.pairs,
    }
}
