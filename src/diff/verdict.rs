//! Adds up what changes come to: the heaviest weight, and what became of the information.

use super::edit::{Edit, Found};
use super::fold::Sort;
use crate::model::{Change, ChangeKind, Information, Verdict, Weight};

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

/// So many more content words on one side make an update an addition or a removal.
const NET_WORDS: usize = 3;

/// Weighs an update by what was put in and taken out: much more on one side is added or removed.
pub fn balance(edit: &Edit<'_>, found: &[Found], information: Information) -> Information {
    let put_otherwise = |found: &Found| {
        let kind = matches!(
            found.facet.kind,
            ChangeKind::Certainty | ChangeKind::Polarity | ChangeKind::Source | ChangeKind::Quote
        );
        kind && found.weight == Weight::Material
    };
    if information != Information::Updated || found.iter().any(put_otherwise) {
        return information;
    }
    let tells = |sort: Sort| matches!(sort, Sort::Content | Sort::Number);
    let old = (0..edit.a.len()).filter(|&at| edit.a.is_changed(at) && tells(edit.sort_a(at))).count();
    let new = (0..edit.b.len()).filter(|&at| edit.b.is_changed(at) && tells(edit.sort_b(at))).count();
    // "about 12" for "12" is another value, though a word was only put in.
    let is_replaced = |found: &Found| {
        let both = found.facet.before.is_some() && found.facet.after.is_some();
        both && found.weight == Weight::Material && found.facet.kind != ChangeKind::Statement
    };
    let one_sided = !found.iter().any(is_replaced);
    match (old, new) {
        (0, 1..) if one_sided => Information::Added,
        (1.., 0) if one_sided => Information::Removed,
        (old, new) if old + NET_WORDS <= new => Information::Added,
        (old, new) if new + NET_WORDS <= old => Information::Removed,
        _ => Information::Updated,
    }
}
