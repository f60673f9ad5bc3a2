//! Adds up what changes come to: the heaviest weight, and what became of the information.

use super::edit::{Edit, Found, Piece};
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

/// So many words more are news also beside another speaker or a hedge.
const MUCH: usize = 4;

/// Weighs an update by what was put in and taken out: more than twice as much on one side is added or removed.
pub fn balance(edit: &Edit<'_>, found: &[Found], information: Information) -> Information {
    let put_otherwise = |found: &Found| {
        let kind = matches!(
            found.facet.kind,
            ChangeKind::Certainty | ChangeKind::Polarity | ChangeKind::Source | ChangeKind::Quote
        );
        kind && found.weight == Weight::Material
    };
    if information != Information::Updated {
        return information;
    }
    let (old, new) = (only_in(&edit.a, &edit.b, edit.sorts), only_in(&edit.b, &edit.a, edit.sorts));
    if old.max(new) < MUCH && found.iter().any(put_otherwise) {
        return information;
    }
    // "about 12" for "12" is another value, though a word was only put in.
    let is_replaced = |found: &Found| {
        let both = found.facet.before.is_some() && found.facet.after.is_some();
        both && found.weight == Weight::Material && found.facet.kind != ChangeKind::Statement
    };
    let one_sided = !found.iter().any(is_replaced);
    match (old, new) {
        (0, 1..) if one_sided => Information::Added,
        (1.., 0) if one_sided => Information::Removed,
        (1.., _) if 2 * old < new => Information::Added,
        (_, 1..) if 2 * new < old => Information::Removed,
        _ => Information::Updated,
    }
}

/// Counts the words that carry content and that the other side has nowhere in the passage.
fn only_in(own: &Piece<'_>, other: &Piece<'_>, sorts: &[Sort]) -> usize {
    let mut left: Vec<u32> = (0..other.len()).filter(|&at| other.is_changed(at)).map(|at| other.numbers[at]).collect();
    let tells = |number: u32| matches!(sorts[number as usize], Sort::Content | Sort::Number);
    let lone = |at: &usize| match left.iter().position(|&number| number == own.numbers[*at]) {
        Some(same) => {
            left.swap_remove(same);
            false
        }
        None => true,
    };
    (0..own.len()).filter(|&at| own.is_changed(at) && tells(own.numbers[at])).filter(lone).count()
}
