//! Sums up changes: the heaviest weight, and the direction of information.

use crate::diff::edit::FoundFacet;
use crate::model::{Action, Change, ChangeKind, Field, Information, Verdict, Weight};

/// What a change adds to a verdict.
pub(crate) trait Weighed {
    /// Returns how much it matters.
    fn weight(&self) -> Weight;
    /// Returns whether information came or went.
    fn information(&self) -> Information;
    /// Returns whether it is material and no notice names it.
    fn is_silent(&self) -> bool;
    /// Returns what was done to the sentences.
    fn action(&self) -> Action;
    /// Returns how many words its facets have in the old text and in the new one.
    fn n_words(&self) -> (usize, usize);
}

/// Counts the words of the two sides of a change's facets.
pub(crate) fn n_words<'w>(sides: impl Iterator<Item = (&'w Option<String>, &'w Option<String>)>) -> (usize, usize) {
    let words = |text: &Option<String>| text.as_deref().map_or(0, |text| text.split_whitespace().count());
    sides.fold((0, 0), |(old, new), (before, after)| (old + words(before), new + words(after)))
}

impl Weighed for Change {
    fn weight(&self) -> Weight {
        self.weight
    }

    fn information(&self) -> Information {
        self.information
    }

    fn is_silent(&self) -> bool {
        self.silent
    }

    fn action(&self) -> Action {
        self.action
    }

    fn n_words(&self) -> (usize, usize) {
        n_words(self.facets.iter().map(|facet| (&facet.before, &facet.after)))
    }
}

/// Returns what all changes of a comparison come to.
pub(crate) fn of(changes: &[impl Weighed]) -> Verdict {
    let weight = changes.iter().map(Weighed::weight).max();
    let heaviest = || changes.iter().filter(|change| Some(change.weight()) == weight);
    let information = match join(heaviest().map(Weighed::information)) {
        // Words that are gone in one sentence and have come in another one are words that moved.
        Information::Updated if weight < Some(Weight::Material) && !heaviest().any(is_update) => Information::Same,
        Information::Updated => outweighed(heaviest()).unwrap_or(Information::Updated),
        other => other,
    };
    Verdict { weight, information, silent: changes.iter().any(Weighed::is_silent) }
}

fn is_update<W: Weighed>(change: &W) -> bool {
    change.information() == Information::Updated
}

/// Returns whether facts changed in several places, and not only by whole sentences added or removed.
pub(crate) fn is_mixed(changes: &[Change]) -> bool {
    let mut facts = changes.iter().filter(|change| change.weight == Weight::Material);
    let of_text = |change: &Change| {
        change.facets.iter().all(|facet| facet.field == Field::Text && facet.kind != ChangeKind::Notice)
    };
    let whole = |change: &Change| matches!(change.action, Action::Added | Action::Removed);
    // A value that was replaced is an update, however much was added or taken out beside it.
    let is_mixed = facts.clone().nth(1).is_some() && !facts.clone().any(replaces_value);
    is_mixed && changes.iter().all(of_text) && !facts.all(whole)
}

/// Returns whether a change puts another value, name, source or certainty in place of one.
fn replaces_value(change: &Change) -> bool {
    use ChangeKind::{Certainty, Date, Figure, Name, Polarity, Quote, Source};
    let is_value = |kind| matches!(kind, Figure | Date | Name | Polarity | Certainty | Source | Quote);
    change.information == Information::Updated && change.facets.iter().any(|facet| is_value(facet.kind))
}

/// What was added is more than a replacement when it has more than this many times the words of what was removed.
const OUTWEIGHS: usize = 2;

/// One sentence for another, much longer one says more; where a sentence was edited, size does not count.
fn outweighed<'c>(changes: impl Iterator<Item = &'c (impl Weighed + 'c)>) -> Option<Information> {
    let (mut old, mut new) = (0, 0);
    for change in changes {
        if !matches!(change.action(), Action::Added | Action::Removed) {
            return None;
        }
        let (before, after) = change.n_words();
        old += before;
        new += after;
    }
    match () {
        () if OUTWEIGHS * old < new => Some(Information::Added),
        () if OUTWEIGHS * new < old => Some(Information::Removed),
        () => None,
    }
}

/// Returns the weight and information of one change.
///
/// Where words were only put otherwise, some are gone and others have come, yet nothing more or less is said: "Officers
/// found his bike", "The teenager's bike was found by officers".
pub(crate) fn sum(found: &[FoundFacet]) -> (Weight, Information) {
    let weight = found.iter().map(|found| found.weight).max().unwrap_or(Weight::Cosmetic);
    let counted = || found.iter().filter(|found| found.weight == weight);
    let mut wording = counted().filter(|found| found.facet.kind == ChangeKind::Wording);
    let is_reworded = weight < Weight::Material
        && wording.clone().any(|found| found.facet.before.is_some())
        && wording.any(|found| found.facet.after.is_some());
    let is_told_otherwise = |found: &FoundFacet| is_reworded && found.facet.kind == ChangeKind::Wording;
    (weight, join(counted().filter(|found| !is_told_otherwise(found)).map(|found| found.information)))
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

#[cfg(test)]
mod tests {
    use crate::claim::read_side;
    use crate::model::{Information, Setting, Weight};

    #[test]
    fn words_put_otherwise_neither_add_nor_take_away() {
        let verdict = |old: &str, new: &str| {
            let (old, new) = (read_side(None, old, Setting::default()), read_side(None, new, Setting::default()));
            crate::diff::compare(&old, &new).verdict
        };
        for (old, new) in [
            ("The tram was stopped because of a fallen tree.", "The tram was stopped owing to a fallen tree."),
            ("Divers found his watch in the harbour.", "His watch was found by divers in the harbour."),
            (
                "The clinic has been shut since vets discovered the disease.",
                "Since the discovery of the disease by vets, the clinic has been shut.",
            ),
        ] {
            let verdict = verdict(old, new);
            assert!(verdict.weight < Some(Weight::Material), "{old:?} > {new:?}");
            assert_eq!(verdict.information, Information::Same, "{old:?} > {new:?}");
        }
        // A word that is only put in says a little more.
        let more = verdict("The meeting was held in the hall.", "The meeting was held in the town hall on the hill.");
        assert_ne!(more.information, Information::Same);
    }

    #[test]
    fn a_replaced_value_is_an_update_whatever_was_added_beside_it() {
        let old = "The court fined the bakery £4,000 on Monday. Its owner left without a word.";
        let new = "The court fined the bakery £9,000 on Monday. Its owner, who had run it with his brother for thirty years \
                   and employs nineteen people, left without a word.";
        let (old, new) = (read_side(None, old, Setting::default()), read_side(None, new, Setting::default()));
        assert_eq!(crate::diff::compare(&old, &new).verdict.information, Information::Updated);
    }
}
