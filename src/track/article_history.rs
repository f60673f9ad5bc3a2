//! Hands out all that the pages of one article show, version by version, each text read once.

use rayon::prelude::*;

use super::cache::steps;
use super::lookup::row;
use super::present::Blames;
use super::read::compared_sides;
use super::versions::{diff_view, show_view};
use super::{Archive, TrackError};
use crate::diff;
use crate::view::{BlameView, DiffView, Reference, ShowView};

/// Versions that are read at the same time.
const BATCH: usize = 32;

/// A version, which of its sentences are how old, and what it did to the one before.
#[derive(Clone, Debug)]
pub struct VersionHistory {
    pub show: ShowView,
    pub blame: BlameView,
    /// `None` for the first version.
    pub diff: Option<DiffView>,
}

impl Archive {
    /// Hands out the versions of an article in order of capture.
    ///
    /// # Errors
    ///
    /// When the article cannot be read, or `take` fails, which ends the reading.
    pub fn each_version<E: From<TrackError>>(
        &self,
        reference: &Reference,
        mut take: impl FnMut(VersionHistory) -> std::result::Result<(), E>,
    ) -> std::result::Result<(), E> {
        let found = self.article_meant(reference)?;
        let articles = std::slice::from_ref(&found);
        let (readings, compared) = (self.readings(articles)?, self.comparisons(articles)?);
        let steps = steps(&found, &readings[0], &compared[0]);
        let blames = Blames::of(&steps);
        let n = found.versions.len();
        for start in (0..n).step_by(BATCH) {
            // The version before the batch is read again, since the first of the batch is compared with it.
            let (first, end) = (start.saturating_sub(1), n.min(start + BATCH));
            let texts = self.texts(&found, &found.versions[first..end])?;
            let sides = compared_sides(&texts);
            let history = |at: usize| {
                let new = &sides[at - first];
                let diff = at.checked_sub(1).map(|before| {
                    let old = &sides[before - first];
                    diff_view(&found, (before, at), (old, new), &diff::compare(old, new))
                });
                let (version, lines) = (row(&found.versions[at]), blames.of_step(at));
                let blame = BlameView { timezone: found.zone(), article: found.head(), version, lines };
                VersionHistory { show: show_view(&found, at, new), blame, diff }
            };
            let batch: Vec<VersionHistory> = (start..end).into_par_iter().map(history).collect();
            batch.into_iter().try_for_each(&mut take)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_version_is_told_as_it_is_when_asked_for_alone() {
        let archive = Archive::in_memory().unwrap();
        let line = |minute: usize| {
            format!(
                r#"{{"story":"ferry","article":"post","captured":"2025-08-12T{:02}:{:02}:00Z","text":"At least {minute} people were killed when a ferry caught fire, the coast guard said.\n\nThe ship had left Cebu on Monday."}}"#,
                7 + minute / 60,
                minute % 60
            )
        };
        // More than one batch.
        let lines: Vec<String> = (1..=BATCH + 3).map(line).collect();
        archive.import(&lines, 1, true, chrono::DateTime::UNIX_EPOCH).unwrap();
        let mut all = Vec::new();
        let take = |own| {
            all.push(own);
            Ok::<(), TrackError>(())
        };
        archive.each_version(&"ferry/post".parse().unwrap(), take).unwrap();
        assert_eq!(all.len(), BATCH + 3);
        for (at, own) in all.iter().enumerate() {
            let reference = |versions: String| format!("ferry/post@{versions}").parse::<Reference>().unwrap();
            let alone = reference((at + 1).to_string());
            assert_eq!(own.show, archive.show(&alone).unwrap());
            assert_eq!(own.blame, archive.blame(&alone).unwrap());
            let diff = (0 < at).then(|| archive.diff(&reference(format!("{at}..{}", at + 1)), None).unwrap());
            assert_eq!(own.diff, diff);
        }
    }
}
