//! Builds a change from its facets, its weight and the names of the rules that decided.

use crate::diff::edit::{FoundFacet, facet_of};
use crate::diff::weigh::verdict;
use crate::model::{Action, Change, ChangeKind, Facet, Field, Information, Nature, Weight};

/// The sentences of a change: those of the old text, those of the new one.
pub(super) type ChangedSentences = (Vec<usize>, Vec<usize>);

/// Returns a change whose nature and notice are not judged yet; a material one counts as silent until then.
pub(super) fn new_change(
    action: Action,
    (a, b): ChangedSentences,
    mut facets: Vec<Facet>,
    weight: Weight,
    information: Information,
    mut why: Vec<&'static str>,
) -> Change {
    if let (Some(rule), [facet]) = (why.first(), facets.as_mut_slice())
        && facet.reason.rule.is_empty()
    {
        facet.reason.rule = rule;
    }
    why.dedup();
    let nature = (weight == Weight::Material).then_some(Nature::Unclear);
    let silent = weight == Weight::Material;
    Change { action, a, b, weight, information, nature, silent, notice: None, facets, why }
}

/// Returns a change that is shown as one facet; the facets `found` inside it only decide its weight.
pub(super) fn whole_change(action: Action, sentences: ChangedSentences, facet: Facet, found: &[FoundFacet]) -> Change {
    let (weight, information) = verdict::sum(found);
    let why = found.iter().filter(|found| found.weight == weight).map(|found| found.why).collect();
    new_change(action, sentences, vec![facet], weight, information, why)
}

/// Returns the change of two texts that differ only in the white space between paragraphs.
pub(super) fn layout_change() -> Change {
    let facet = facet_of(ChangeKind::Typography, Field::Text, (None, ""), (None, ""));
    new_change(Action::Edited, (vec![], vec![]), vec![facet], Weight::Cosmetic, Information::Same, vec!["layout"])
}
