//! Turns aligned sentences into changes: edited, split, merged, added, removed, moved.
//!
//! In: two analyzed texts ([`texts::AlignedTexts`]). Out: the changes of the text, in reading order, not yet linked to
//! notices and without nature.
//!
//! 1. `texts`: both texts with their words as ids and their sentences paired;
//! 2. `group`: sentences that are compared with each other;
//! 3. `paired`: the change of a group that both texts have (with `headline` for headlines);
//! 4. `unpaired`: the changes of sentences that one text has (`lone` gives the kind of such a line);
//! 5. `new_change`: builds the change.

pub(crate) mod group;
pub(crate) mod headline;
pub(crate) mod lone;
mod new_change;
mod paired;
pub(crate) mod texts;
mod unpaired;

use super::coverage;
use super::coverage::features::FactFeatures;
use super::coverage::features_of;
use super::edit::{FoundFacet, facet_of};
use crate::model::{Action, Change, ChangeKind, Field, Information, Weight};
use new_change::new_change;
use texts::AlignedTexts;

/// Returns all changes of the text, in reading order.
pub(crate) fn text_changes(texts: &AlignedTexts<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    for group in group::groups(texts) {
        if group.is_lone() {
            changes.extend(unpaired::unpaired(texts, &group.a, &group.b));
        } else if !group.is_unchanged(texts) {
            changes.push(paired::edited(texts, &group.a, &group.b));
        }
    }
    changes.extend(texts.alignment.moved.iter().map(|passage| paired::moved(texts, passage)));
    changes.extend(paired::space_changes(texts));
    if changes.is_empty() && texts.a.analysis.document.text != texts.b.analysis.document.text {
        changes.push(new_change::layout_change());
    }
    join_bylines(&mut changes);
    headline::join_headlines(texts, &mut changes);
    changes.extend(replaced_values(texts, &changes));
    sort(&mut changes, &texts.alignment.pairs);
    changes
}

/// Returns a change for each value that was replaced inside text that is otherwise only told in other words, and for each
/// thing of which the texts say what cannot both be so.
fn replaced_values(texts: &AlignedTexts<'_>, changes: &[Change]) -> Vec<Change> {
    if changes.is_empty() {
        return Vec::new();
    }
    let change = |value: coverage::ReplacedValue| {
        let (text_a, text_b) = (texts.a.analysis.document.text, texts.b.analysis.document.text);
        let (old, new) = ((Some(value.old.1), text_a), (Some(value.new.1), text_b));
        let facet = facet_of(value.kind, Field::Text, old, new);
        let sentences = (vec![value.old.0], vec![value.new.0]);
        new_change(Action::Edited, sentences, vec![facet], Weight::Material, Information::Updated, vec![value.why])
    };
    coverage::replaced_values(texts.coverage(), changes).into_iter().map(change).collect()
}

/// Returns the facets that the finders propose for the text, with their features. For learning.
pub(crate) fn proposed_facets(texts: &AlignedTexts<'_>) -> Vec<(FoundFacet, FactFeatures)> {
    let coverage = texts.coverage();
    let mut proposed = Vec::new();
    for group in group::groups(texts).into_iter().filter(|group| !group.is_unchanged(texts)) {
        let found = if group.is_lone() {
            unpaired::statements(texts, &group.a, &group.b)
        } else {
            super::facets::explain_passage(&mut texts.lay_out(&group.a, &group.b))
        };
        proposed.extend(features_of(coverage, &found));
    }
    proposed
}

/// Joins a byline that was removed and one that was added into one byline changed.
fn join_bylines(changes: &mut Vec<Change>) {
    let lone = |change: &Change, action: Action| {
        change.action == action && change.facets.iter().all(|facet| facet.kind == ChangeKind::Byline)
    };
    let gone = changes.iter().position(|change| lone(change, Action::Removed));
    let come = changes.iter().position(|change| lone(change, Action::Added));
    if let (Some(gone), Some(come)) = (gone, come) {
        let new = changes.remove(come);
        let old = &mut changes[gone - usize::from(come < gone)];
        old.action = Action::Edited;
        old.b = new.b;
        if let (Some(facet), Some(other)) = (old.facets.first_mut(), new.facets.first()) {
            facet.after.clone_from(&other.after);
            facet.b_span = other.b_span;
        }
    }
}

/// Sorts changes by where they stand in the new text; what is gone stands where it stood.
fn sort(changes: &mut [Change], pairs: &[(usize, usize)]) {
    let place = |change: &Change| match (change.b.first(), change.a.first()) {
        (Some(&b), _) => (b, 1),
        (None, Some(&a)) => {
            let before = pairs.partition_point(|pair| pair.0 < a);
            (before.checked_sub(1).map_or(0, |at| pairs[at].1 + 1), 0)
        }
        (None, None) => (0, 0),
    };
    changes.sort_by_cached_key(|change| (place(change), change.a.first().copied()));
}
