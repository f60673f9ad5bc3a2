//! Adds up what changes come to: the heaviest weight, and what became of the information.

use super::edit::Found;
use crate::model::{Change, Information, Verdict, Weight};

/// Returns what all changes of a comparison come to.
pub fn of(changes: &[Change]) -> Verdict {
    let weight = changes.iter().map(|change| change.weight).max();
    let counted = changes.iter().filter(|change| Some(change.weight) == weight).map(|change| change.information);
    Verdict { weight, information: join(counted), silent: changes.iter().any(|change| change.silent) }
}

/// Returns the weight and information of one change.
pub fn sum(found: &[Found]) -> (Weight, Information) {
    let weight = found.iter().map(|found| found.weight).max().unwrap_or(Weight::Cosmetic);
    let counted = found.iter().filter(|found| found.weight == weight).map(|found| found.information);
    (weight, join(counted))
}

/// More here and less there is an update.
fn join(parts: impl Iterator<Item = Information>) -> Information {
    parts.fold(Information::Same, |so_far, part| match (so_far, part) {
        (Information::Same, part) => part,
        (so_far, Information::Same) => so_far,
        (so_far, part) if so_far == part => part,
        _ => Information::Updated,
    })
}
