//! Keeps what was worked out, so that a question asked twice is read once.
//!
//! Two things are kept for each version: what it tells the timeline, and what
//! it did to the version before. Both are found by the analyser's name and by
//! whatever else they rest on (the zone, the times of capture), so nothing has
//! to be told when a rule changes or a back-dated version slips in: what no
//! longer fits is simply not found, and made anew on all cores.

use rayon::prelude::*;
use serde::{Deserialize, Serialize};

use super::find::{Found, row};
use super::read::Text;
use super::{Desk, Result, tell};
use crate::diff;
use crate::model::view::{ChangeCounts, ChangeView, UpdateView, VerdictView};
use crate::model::{DocumentTime, Version};
use crate::timeline::{self, VersionTellings};

/// Name of this very analyser: the program's version, and a hash of the sources that analyse.
pub const ANALYSER: &str = concat!(env!("CARGO_PKG_VERSION"), "+", env!("WRITETHRU_ANALYSIS"));

/// What a version did to the one before, as it is shown.
#[derive(Clone, Debug, Serialize, Deserialize)]
struct Kept {
    verdict: VerdictView,
    counts: ChangeCounts,
    changes: Vec<ChangeView>,
}

impl Desk {
    /// Returns what each version of an article tells, in order of capture.
    pub(super) fn version_tellings(&self, found: &Found) -> Result<Vec<VersionTellings>> {
        let mut tellings: Vec<Option<VersionTellings>> = Vec::with_capacity(found.versions.len());
        for version in &found.versions {
            let kept = self.store.reading(version.id, &key(found, &[version]))?;
            tellings.push(kept.and_then(|kept| serde_json::from_slice(&kept).ok()));
        }
        let missing: Vec<usize> = (0..tellings.len()).filter(|&index| tellings[index].is_none()).collect();
        let wanted: Vec<Version> = missing.iter().map(|&index| found.versions[index].clone()).collect();
        let texts = self.texts(found, &wanted)?;
        let made: Vec<VersionTellings> = texts.par_iter().map(tell_one).collect();
        self.keep(|store| {
            wanted.iter().zip(&made).try_for_each(|(version, tellings)| {
                let packed = serde_json::to_vec(tellings).unwrap_or_default();
                store.put_reading(version.id, &key(found, &[version]), &packed)
            })
        });
        for (index, made) in missing.into_iter().zip(made) {
            tellings[index] = Some(made);
        }
        Ok(tellings.into_iter().flatten().collect())
    }

    /// Returns what each version of an article did to the one before, in order of capture.
    pub(super) fn kept_updates(&self, found: &Found) -> Result<Vec<UpdateView>> {
        let pairs: Vec<&[Version]> = found.versions.windows(2).collect();
        let mut updates: Vec<Option<Kept>> = Vec::with_capacity(pairs.len());
        for pair in &pairs {
            let kept = self.store.comparison(pair[0].id, pair[1].id, &key(found, &[&pair[0], &pair[1]]))?;
            updates.push(kept.and_then(|kept| serde_json::from_slice(&kept).ok()));
        }
        let missing: Vec<usize> = (0..updates.len()).filter(|&index| updates[index].is_none()).collect();
        let made = self.compare_pairs(found, &missing)?;
        self.keep(|store| {
            missing.iter().zip(&made).try_for_each(|(&index, kept)| {
                let (old, new) = (&found.versions[index], &found.versions[index + 1]);
                let packed = serde_json::to_vec(kept).unwrap_or_default();
                store.put_comparison(old.id, new.id, &key(found, &[old, new]), &packed)
            })
        });
        for (index, made) in missing.into_iter().zip(made) {
            updates[index] = Some(made);
        }
        let views = updates.into_iter().flatten().zip(pairs).map(|(kept, pair)| UpdateView {
            article: found.head(),
            from: row(&pair[0]),
            to: row(&pair[1]),
            verdict: kept.verdict,
            counts: kept.counts,
            changes: kept.changes,
        });
        Ok(views.collect())
    }

    /// Compares the versions at these places with those that follow, each read once.
    fn compare_pairs(&self, found: &Found, places: &[usize]) -> Result<Vec<Kept>> {
        let mut needed: Vec<usize> = places.iter().flat_map(|&place| [place, place + 1]).collect();
        needed.dedup();
        let versions: Vec<Version> = needed.iter().map(|&place| found.versions[place].clone()).collect();
        let texts = self.texts(found, &versions)?;
        let sides: Vec<_> = texts.par_iter().map(Text::side).collect();
        let at = |place: usize| &sides[needed.partition_point(|&own| own < place)];
        let compare = |&place: &usize| {
            let (old, new) = (at(place), at(place + 1));
            let comparison = diff::compare(old, new);
            Kept {
                verdict: tell::verdict(&comparison),
                counts: tell::counts(&comparison.changes),
                changes: tell::change_views(old, new, &comparison, found.versions[place + 1].number),
            }
        };
        Ok(places.par_iter().map(compare).collect())
    }

    /// Writes what was worked out, if that is possible now.
    ///
    /// A store that is full or busy still answers: what cannot be kept is made anew next time.
    fn keep(&self, write: impl FnOnce(&crate::store::Store) -> std::result::Result<(), crate::store::StoreError>) {
        let _ = self.store.write(write);
    }
}

fn tell_one(text: &Text) -> VersionTellings {
    timeline::gather(&text.side(), Some(DocumentTime::Instant(text.version.captured)))
}

/// Names the analyser and everything that a result rests on besides the words themselves.
fn key(found: &Found, versions: &[&Version]) -> String {
    let mut key = format!("{ANALYSER} {}", found.zone());
    for version in versions {
        // Where a page states no date, its days are counted from the capture.
        key.push_str(&format!(" {}", version.captured.timestamp_millis()));
    }
    key
}
