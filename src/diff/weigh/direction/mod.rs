//! Decides the direction of information of an edit: more is said than before, less, or something else.
//!
//! In: an edited passage with its facets. Out: whether information was added, removed or replaced.
//!
//! `a rock band` > `a Finnish rock band formed in 1993` only says more;
//! `128 critics` > `126 critics` says something else. Counting words decides most
//! of these (`by_words`). For the rest, such as `film` > `action film`, learnt trees
//! (`trees_table`) weigh `features`: where words were added, what they depend on and
//! what stands in their place. They look at an edit twice, once from each side:
//! what speaks for "more" seen from the old text speaks for "less" seen from
//! the new one, so both answers rest on one table. Where several sentences of a
//! short text changed, all of them are weighed together as one edit (`passage_direction`).

pub mod features;
mod features_table;
pub mod trees_table;

use crate::diff::edit::{EditedPassage, FoundFacet};
use crate::diff::trees;
use crate::model::{ChangeKind, Information, Weight};
use features::{DirectionFeatures, Sides};
use trees_table::{BIAS, TREES};

/// Returns the direction of information, and the name of the rule where learnt weights decided.
pub fn information_direction(
    edit: &EditedPassage<'_>,
    found: &[FoundFacet],
    weight: Weight,
    by_facets: Information,
) -> (Information, Option<&'static str>) {
    let sides = Sides::new(edit);
    let by_words = by_words(found, &sides, by_facets);
    if is_settled(found, &sides, weight, by_facets) {
        return (by_words, None);
    }
    let (more, less) = features::features_of(edit, found, &sides, by_words);
    let learnt = choose(score(&more), score(&less));
    let why = match learnt {
        Information::Added => "learnt-says-more",
        Information::Removed => "learnt-says-less",
        _ => "learnt-says-otherwise",
    };
    (learnt, (learnt != by_words).then_some(why))
}

/// Returns the direction of information of all that was edited, added or removed, read as one passage.
pub fn passage_direction(edit: &mut EditedPassage<'_>) -> Information {
    let found = crate::diff::facets::explain_passage(edit);
    let (more, less) = features_of(edit, &found);
    // Another speaker is something else, however much is said beside it.
    let speaks = |found: &FoundFacet| is_replaced(found) && found.facet.kind == ChangeKind::Source;
    if found.iter().any(speaks) { Information::Updated } else { choose(score(&more), score(&less)) }
}

/// Returns the features of an edit. For learning.
pub fn features_of(edit: &EditedPassage<'_>, found: &[FoundFacet]) -> (DirectionFeatures, DirectionFeatures) {
    let (_, by_facets) = super::verdict::sum(found);
    let sides = Sides::new(edit);
    let by_words = by_words(found, &sides, by_facets);
    features::features_of(edit, found, &sides, by_words)
}

/// Returns whether there is nothing to weigh: no fact changed, or a hedge, a speaker or a bound and hardly a word beside it.
fn is_settled(found: &[FoundFacet], sides: &Sides, weight: Weight, by_facets: Information) -> bool {
    let immaterial = weight < Weight::Material || by_facets == Information::Same;
    let (old, new) = (sides.old.len(), sides.new.len());
    let bound = old.min(new) == 0 && found.iter().any(is_replaced);
    let otherwise = by_facets == Information::Updated && (bound || found.iter().any(is_put_otherwise));
    immaterial || old.max(new) < MUCH && otherwise
}

/// Returns what speaks for "more is said".
fn score(features: &DirectionFeatures) -> f32 {
    trees::score(TREES, BIAS, features)
}

/// Something else is said unless one side speaks up.
fn choose(more: f32, less: f32) -> Information {
    match () {
        () if more <= 0.0 && less <= 0.0 => Information::Updated,
        () if less < more => Information::Added,
        () => Information::Removed,
    }
}

/// This many words more add information also beside another speaker or a hedge.
const MUCH: usize = 4;

/// Returns whether speaker, hedge or quotation is another one, which is something else, however many words it takes.
fn is_put_otherwise(found: &FoundFacet) -> bool {
    use ChangeKind::{Certainty, Polarity, Quote, Source};
    found.weight == Weight::Material && matches!(found.facet.kind, Certainty | Polarity | Source | Quote)
}

/// Returns whether a fact was replaced; "about 12" for "12" is another value, though a word was only added.
fn is_replaced(found: &FoundFacet) -> bool {
    let both = found.facet.before.is_some() && found.facet.after.is_some();
    both && found.weight == Weight::Material && found.facet.kind != ChangeKind::Statement
}

/// Weighs an update by its words: more than twice as many on one side are information added or removed.
fn by_words(found: &[FoundFacet], sides: &Sides, information: Information) -> Information {
    let (old, new) = (sides.old.len(), sides.new.len());
    if information != Information::Updated || old.max(new) < MUCH && found.iter().any(is_put_otherwise) {
        return information;
    }
    let one_sided = !found.iter().any(is_replaced);
    match (old, new) {
        (0, 1..) if one_sided => Information::Added,
        (1.., 0) if one_sided => Information::Removed,
        (1.., _) if 2 * old < new => Information::Added,
        (_, 1..) if 2 * new < old => Information::Removed,
        _ => Information::Updated,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::read_side;
    use crate::model::Setting;

    /// Checks what became of the information, and the opposite with the texts exchanged.
    #[track_caller]
    fn check(old: &str, new: &str, want: Information, turned: Information) {
        let information = |old: &str, new: &str| {
            let (old, new) = (read_side(None, old, Setting::default()), read_side(None, new, Setting::default()));
            crate::diff::compare(&old, &new).verdict.information
        };
        assert_eq!((information(old, new), information(new, old)), (want, turned), "{old} > {new}");
    }

    #[test]
    fn more_less_and_something_else_are_separated() {
        use Information::{Added, Removed, Updated};
        let band = "Marrowbone is a folk band from Galway.";
        check(band, "Marrowbone is a folk band from Galway, formed by two sisters in 2003.", Added, Removed);
        check(band, "Marrowbone is a folk band from Leeds.", Updated, Updated);
        check("The bridge is 80 metres long.", "The bridge is at least 80 metres long.", Updated, Updated);
    }

    #[test]
    fn every_question_asks_for_a_trait() {
        let names: std::collections::BTreeSet<_> = (0..features::N_FEATURES).map(features::name).collect();
        assert_eq!(names.len(), features::N_FEATURES);
        assert!(TREES.iter().all(|tree| tree.cuts.iter().all(|(at, _)| *at < features::N_FEATURES)));
    }
}
