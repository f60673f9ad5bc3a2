//! Selects the lines that tell a list of changes: a fact once, however many places tell it.
//!
//! `12 → 15` in the lead, in the last paragraph and in the headline is one line, "in 2 places, headline too"; a sentence that
//! says the same in other words is one line, and so are 127 names that were added at one place.

use std::collections::{HashMap, HashSet};

use crate::model::{Action, ChangeKind, Weight};
use crate::view::{ChangeView, FacetView};

/// A change with those of its claims that no line above it told.
#[derive(Clone, Debug)]
pub(crate) struct ListedChange<'v> {
    pub change: &'v ChangeView,
    pub facets: Vec<ListedFacet<'v>>,
    /// Claims of a long run of sentences that are counted only.
    pub left_out: usize,
    /// Changes that are told by this line alone.
    pub others: Vec<&'v ChangeView>,
}

/// A claim with how many places of the list tell it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct ListedFacet<'v> {
    pub facet: &'v FacetView,
    pub places: usize,
}

impl ListedFacet<'_> {
    /// Returns where else it is told: "in 3 places, headline too"; empty where nowhere else.
    pub(crate) fn elsewhere(self) -> String {
        let is_headline = self.facet.kind == ChangeKind::Headline;
        match (self.places, self.facet.in_headline && !is_headline) {
            (0 | 1, false) => String::new(),
            (0 | 1, true) => "in the headline too".to_owned(),
            (places, false) => format!("in {places} places"),
            (places, true) => format!("in {places} places, headline too"),
        }
    }
}

/// Claims of one run of added or removed sentences that are told one by one.
const MOST_OF_A_RUN: usize = 6;
/// Those that are told where there are more.
const FIRST_OF_A_RUN: usize = 3;

/// Returns the changes that need a line, each with the claims that it tells first.
pub(crate) fn without_repeats<'v>(changes: impl IntoIterator<Item = &'v ChangeView>) -> Vec<ListedChange<'v>> {
    let changes: Vec<&ChangeView> = changes.into_iter().collect();
    let places = places_of_facts(&changes);
    // A headline that tells what the text tells is told by the line of the text, which says of what the figure is.
    let repeats_text = |change: &&&ChangeView| match &change.facets[..] {
        [facet] if facet.kind == ChangeKind::Headline => {
            places.get(&facet.fact).is_some_and(|own| own.iter().any(|other| joins(other, change)))
        }
        _ => false,
    };
    let own = changes.iter().filter(|change| !repeats_text(change));
    let changes = own.chain(changes.iter().filter(|change| repeats_text(change)));
    let mut told: Vec<ListedChange<'_>> = Vec::new();
    // The lines that tell each fact.
    let mut lines: HashMap<usize, Vec<usize>> = HashMap::new();
    for change in changes {
        let shown = shown_facets(change);
        let mut facets: Vec<ListedFacet<'_>> = Vec::new();
        let mut own: HashSet<usize> = HashSet::new();
        for facet in &shown {
            let telling = lines.get(&facet.fact).into_iter().flatten();
            let before = telling.copied().find(|&line| joins(told[line].change, change));
            match before {
                Some(line) if shown.len() == 1 => told[line].others.push(change),
                None if facet.fact == 0 || own.insert(facet.fact) => {
                    let in_text = places.get(&facet.fact).into_iter().flatten();
                    let places = in_text.filter(|other| joins(other, change)).count();
                    facets.push(ListedFacet { facet, places });
                }
                Some(_) | None => {}
            }
        }
        if facets.is_empty() && !shown.is_empty() {
            continue;
        }
        let is_run = matches!(change.action, Action::Added | Action::Removed) && MOST_OF_A_RUN < facets.len();
        let left_out = if is_run { facets.len() - FIRST_OF_A_RUN } else { 0 };
        facets.truncate(facets.len() - left_out);
        for told_facet in facets.iter().filter(|own| own.facet.fact != 0) {
            lines.entry(told_facet.facet.fact).or_default().push(told.len());
        }
        told.push(ListedChange { change, facets, left_out, others: Vec::new() });
    }
    told
}

/// Returns the changes of the text, not of a headline, that tell each fact.
fn places_of_facts<'v>(changes: &[&'v ChangeView]) -> HashMap<usize, Vec<&'v ChangeView>> {
    let mut places: HashMap<usize, Vec<&ChangeView>> = HashMap::new();
    for change in changes {
        let in_text = shown_facets(change).into_iter().filter(|facet| facet.kind != ChangeKind::Headline);
        for facet in in_text.filter(|facet| facet.fact != 0) {
            places.entry(facet.fact).or_default().push(change);
        }
    }
    places
}

/// Returns whether one line may tell a fact of both changes: a silent one never hides behind one that a notice names.
fn joins(one: &ChangeView, other: &ChangeView) -> bool {
    (one.weight, one.silent, one.nature) == (other.weight, other.silent, other.nature)
}

/// Returns the facets worth a line: wording beside a changed fact is seen in the text anyway.
pub(crate) fn shown_facets(change: &ChangeView) -> Vec<&FacetView> {
    let is_bare = |facet: &&FacetView| matches!(facet.kind, ChangeKind::Wording | ChangeKind::Typography);
    let telling: Vec<_> = change.facets.iter().filter(|facet| !is_bare(facet)).collect();
    match telling.is_empty() || change.weight != Weight::Material {
        true => change.facets.iter().collect(),
        false => telling,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::export::sample;

    fn change() -> ChangeView {
        sample::changes().updates[0].changes[0].clone()
    }

    #[test]
    fn a_fact_is_told_once_with_its_places() {
        let (first, mut headline, mut other) = (change(), change(), change());
        headline.facets[0].kind = ChangeKind::Headline;
        other.facets[0].fact = 2;
        let mut places = first.clone();
        places.facets[0].in_headline = true;
        let told = without_repeats([&headline, &places, &first, &other]);
        let facts: Vec<usize> = told.iter().map(|line| line.facets[0].facet.fact).collect();
        assert_eq!(facts, [1, 2]);
        assert_eq!(told[0].facets[0].elsewhere(), "in 2 places, headline too");
        assert_eq!((told[0].others.len(), told[1].facets[0].elsewhere().as_str()), (2, ""));
    }

    #[test]
    fn a_silent_change_is_not_told_by_one_that_a_notice_names() {
        let (silent, mut named) = (change(), change());
        named.silent = false;
        assert_eq!(without_repeats([&named, &silent]).len(), 2);
    }

    #[test]
    fn a_long_run_of_added_sentences_is_counted() {
        let mut run = change();
        run.action = Action::Added;
        let facet = run.facets[0].clone();
        run.facets = (1..=127).map(|fact| FacetView { fact, ..facet.clone() }).collect();
        let told = without_repeats([&run]);
        assert_eq!((told[0].facets.len(), told[0].left_out), (3, 124));
    }
}
