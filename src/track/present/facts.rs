//! Numbers the facts of an update, so that a fact that several places tell is shown once.
//!
//! `eight → 12` in the lead, `8 → 12` in the last paragraph, `Fire kills 12` for `Fire kills 8` over it: one fact, told in
//! two places and in the headline. Values are compared as values, names and other words as they are written.

use std::collections::{HashMap, HashSet};

use super::{analysis_of, text_of};
use crate::claim::figures::plain_value;
use crate::model::{Change, ChangeKind, Facet, Field, Side, Span, touching};
use crate::view::ChangeView;

/// Words that a statement must have for the same words elsewhere to be the same fact.
const TELLING: usize = 4;

/// Writes the number of its fact into each facet, and whether the headline tells it too.
pub(super) fn number_facts(old: &Side<'_>, new: &Side<'_>, changes: &[Change], views: &mut [ChangeView]) {
    let mut numbers: HashMap<FactKey, usize> = HashMap::new();
    let mut last = 0;
    for (change, view) in changes.iter().zip(&mut *views) {
        for (facet, view) in change.facets.iter().zip(&mut view.facets) {
            let key = FactKey::of(old, new, facet);
            let is_known = key.is_shared().then(|| numbers.get(&key).copied()).flatten();
            view.fact = is_known.unwrap_or_else(|| {
                last += 1;
                last
            });
            numbers.entry(key).or_insert(view.fact);
        }
    }
    let headlines = changes.iter().enumerate().flat_map(|(at, change)| {
        let facets = change.facets.iter().enumerate();
        facets.filter(|(_, facet)| facet.kind == ChangeKind::Headline).map(move |(place, facet)| (at, place, facet))
    });
    for (at, place, facet) in headlines {
        let mut replaced = ReplacedWords::of(old, new, facet);
        let mut told: Vec<usize> = Vec::new();
        let mut by_number: Vec<(&FactKey, usize)> = numbers.iter().map(|(key, &number)| (key, number)).collect();
        by_number.sort_by_key(|(_, number)| *number);
        for (key, number) in by_number {
            if key.is_shared() && replaced.take(key) {
                told.push(number);
            }
        }
        let facets = views.iter_mut().flat_map(|view| &mut view.facets);
        facets.filter(|facet| told.contains(&facet.fact)).for_each(|facet| facet.in_headline = true);
        if let (Some(&number), true) = (told.first(), replaced.is_empty()) {
            let own = &mut views[at].facets[place];
            (own.fact, own.in_headline) = (number, true);
        }
    }
}

/// What makes two facets one fact.
#[derive(PartialEq, Eq, Hash)]
struct FactKey {
    kind: ChangeKind,
    before: Vec<String>,
    after: Vec<String>,
}

impl FactKey {
    fn of(old: &Side<'_>, new: &Side<'_>, facet: &Facet) -> Self {
        let of = |side, span: Option<Span>| span.map_or_else(Vec::new, |span| told_in(side, facet.field, span));
        Self { kind: facet.kind, before: of(old, facet.a_span), after: of(new, facet.b_span) }
    }

    /// Returns whether another facet with the same key tells the same fact: "not" put into two sentences is two facts.
    fn is_shared(&self) -> bool {
        use ChangeKind::{Certainty, Date, Figure, Name, Polarity, Quote, Source, Statement, Wording};
        let has_both = !self.before.is_empty() && !self.after.is_empty();
        match self.kind {
            Figure | Date | Name | Source | Wording => has_both,
            Statement => has_both || TELLING <= self.before.len().max(self.after.len()),
            Certainty | Polarity | Quote => has_both && TELLING <= self.before.len().max(self.after.len()),
            _ => false,
        }
    }
}

/// Returns what a passage tells: the values of its figures and times, and its other words in lower case.
fn told_in(side: &Side<'_>, field: Field, span: Span) -> Vec<String> {
    let Some(analysis) = analysis_of(side, field) else { return Vec::new() };
    let document = &analysis.document;
    let mut told: Vec<String> = Vec::new();
    let mut values: Vec<(Span, String)> = Vec::new();
    for figure in touching(&analysis.figures, span, |figure| figure.span) {
        let unit = figure.unit.as_deref().filter(|unit| *unit != "people").unwrap_or_default();
        values.push((figure.span, format!("{}{unit}{:?}", plain_value(figure), figure.bound)));
    }
    for timex in touching(&analysis.timexes, span, |timex| timex.span).filter(|timex| !timex.value.is_empty()) {
        values.push((timex.span, timex.value.clone()));
    }
    for at in document.tokens_in(span) {
        let token = document.tokens[at].span;
        match values.iter().find(|(own, _)| own.overlaps(token)) {
            Some((_, value)) if told.last() == Some(value) => {}
            Some((_, value)) => told.push(value.clone()),
            None if matches!(document.norm(at), "the" | "a" | "an") => {}
            None if !document.norm(at).contains(char::is_alphanumeric) => {}
            None => told.push(document.norm(at).to_owned()),
        }
    }
    told
}

/// The words and values in which two headlines differ.
struct ReplacedWords {
    gone: HashSet<String>,
    come: HashSet<String>,
}

impl ReplacedWords {
    fn of(old: &Side<'_>, new: &Side<'_>, facet: &Facet) -> Self {
        let told = |side: &Side<'_>, span: Option<Span>| -> HashSet<String> {
            let whole = Span::new(0, text_of(side, facet.field).len());
            let span = span.or_else(|| (facet.field == Field::Title).then_some(whole));
            span.map(|span| told_in(side, facet.field, span)).unwrap_or_default().into_iter().collect()
        };
        let (before, after) = (told(old, facet.a_span), told(new, facet.b_span));
        Self { gone: &before - &after, come: &after - &before }
    }

    /// Takes out what a fact replaced, if it did so here too; returns whether it did.
    fn take(&mut self, key: &FactKey) -> bool {
        let only = |own: &[String], other: &[String]| -> Vec<String> {
            own.iter().filter(|word| !other.contains(word)).cloned().collect()
        };
        let (gone, come) = (only(&key.before, &key.after), only(&key.after, &key.before));
        let is_here = !gone.is_empty()
            && !come.is_empty()
            && gone.iter().all(|word| self.gone.contains(word))
            && come.iter().all(|word| self.come.contains(word));
        if is_here {
            gone.iter().for_each(|word| _ = self.gone.remove(word));
            come.iter().for_each(|word| _ = self.come.remove(word));
        }
        is_here
    }

    fn is_empty(&self) -> bool {
        self.gone.is_empty() && self.come.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use crate::model::Setting;
    use crate::track::present::changes::{Detail, change_views};
    use crate::{claim, diff};

    /// Returns number and place of each material facet: `1`, or `1h` where the headline tells it too.
    fn facts(old: (&str, &str), new: (&str, &str)) -> Vec<String> {
        let read = |(title, text)| claim::read_side(Some(title), text, Setting::default());
        let (old, new) = (read(old), read(new));
        let comparison = diff::compare(&old, &new);
        let views = change_views(&old, &new, &comparison, 2, Detail::Listed);
        let facets = views.iter().filter(|change| change.weight == crate::model::Weight::Material);
        let facets = facets.flat_map(|change| &change.facets);
        facets.map(|facet| format!("{}{}", facet.fact, if facet.in_headline { "h" } else { "" })).collect()
    }

    const LEAD: &str = "Eight people died in the fire at the mill on Monday, police said.";
    const END: &str = "The mill opened in 1902. The fire killed 8 people and a dog.";

    #[test]
    fn a_value_in_three_places_is_one_fact() {
        let old = format!("{LEAD}\n\nThe cause is not known.\n\n{END}");
        let new = old.replace("Eight", "Twelve").replace("killed 8", "killed 12");
        assert_eq!(facts(("Mill fire kills eight", &old), ("Mill fire kills 12", &new)), ["2h", "2h", "2h"]);
        assert_eq!(facts(("Mill fire kills eight", &old), ("Mill fire kills eight", &new)), ["1", "1"]);
    }

    #[test]
    fn two_facts_of_one_form_are_two() {
        let old = "The mayor resigned on Monday. The bridge was closed to lorries.";
        let new = "The mayor has not resigned on Monday. The bridge was not closed to lorries.";
        let found = facts(("Pelt", old), ("Pelt", new));
        assert!(found.len() == 2 && found[0] != found[1], "{found:?}");
    }
}
