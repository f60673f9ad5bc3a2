//! Sums up changes: the heaviest weight, and the direction of information.

use crate::diff::edit::FoundFacet;
use crate::model::{Action, Change, ChangeKind, Field, Information, Verdict, Weight};

/// Returns what all changes of a comparison come to.
pub(crate) fn of(changes: &[Change]) -> Verdict {
    let weight = changes.iter().map(|change| change.weight).max();
    let heaviest = || changes.iter().filter(|change| Some(change.weight) == weight);
    let information = match join(heaviest().map(|change| change.information)) {
        Information::Updated => outweighed(heaviest()).unwrap_or(Information::Updated),
        other => other,
    };
    Verdict { weight, information, silent: changes.iter().any(|change| change.silent) }
}

/// Returns whether facts changed in several places, and not only by whole sentences added or removed.
pub(crate) fn is_mixed(changes: &[Change]) -> bool {
    let mut facts = changes.iter().filter(|change| change.weight == Weight::Material);
    let of_text = |change: &Change| {
        change.facets.iter().all(|facet| facet.field == Field::Text && facet.kind != ChangeKind::Notice)
    };
    let whole = |change: &Change| matches!(change.action, Action::Added | Action::Removed);
    facts.clone().nth(1).is_some() && changes.iter().all(of_text) && !facts.all(whole)
}

/// What was added is more than a replacement when it has more than this many times the words of what was removed.
const OUTWEIGHS: usize = 2;

/// One sentence for another, much longer one says more; where a sentence was edited, size does not count.
fn outweighed<'c>(changes: impl Iterator<Item = &'c Change>) -> Option<Information> {
    let (mut old, mut new) = (0, 0);
    let words = |text: &Option<String>| text.as_deref().map_or(0, |text| text.split_whitespace().count());
    for change in changes {
        if !matches!(change.action, Action::Added | Action::Removed) {
            return None;
        }
        old += change.facets.iter().map(|facet| words(&facet.before)).sum::<usize>();
        new += change.facets.iter().map(|facet| words(&facet.after)).sum::<usize>();
    }
    match () {
        () if OUTWEIGHS * old < new => Some(Information::Added),
        () if OUTWEIGHS * new < old => Some(Information::Removed),
        () => None,
    }
}

/// Returns the weight and information of one change.
pub(crate) fn sum(found: &[FoundFacet]) -> (Weight, Information) {
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
