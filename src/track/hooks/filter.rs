//! Decides which changes of an update a hook tells.

use crate::claim::figures::fate;
use crate::claim::numbers::first_value;
use crate::model::{ChangeKind, Field, HookFilter, Threshold, slug};
use crate::track::present;
use crate::view::{ArticleHead, ChangeView, FacetView, UpdateView};

/// Returns the update with the changes that pass, if any does.
pub(super) fn passing(filter: &HookFilter, update: &UpdateView) -> Option<UpdateView> {
    if !is_of(filter, &update.article) {
        return None;
    }
    let mut passing = update.clone();
    passing.changes.retain(|change| passes(filter, change));
    if passing.changes.len() < update.changes.len() {
        (passing.counts, passing.verdict) = present::totals(&passing.changes, update.verdict);
    }
    (!passing.changes.is_empty()).then_some(passing)
}

/// Returns whether a hook is told of an article at all.
pub(super) fn is_of(filter: &HookFilter, article: &ArticleHead) -> bool {
    let names = |names: &[String], own: Option<&str>| {
        let own = own.and_then(slug);
        names.is_empty() || names.iter().any(|name| slug(name) == own && own.is_some())
    };
    names(&filter.stories, article.story.as_deref()) && names(&filter.outlets, article.outlet.as_deref())
}

fn passes(filter: &HookFilter, change: &ChangeView) -> bool {
    let is_kind = filter.kinds.is_empty()
        || change.facets.iter().any(|facet| filter.kinds.iter().any(|kind| is_of_kind(facet, *kind)));
    let is_nature = filter.natures.is_empty() || change.nature.is_some_and(|nature| filter.natures.contains(&nature));
    let is_word = filter.words.is_empty() || filter.words.iter().any(|word| came_or_went(word, change));
    let is_past = filter.past.is_empty() || filter.past.iter().any(|limit| is_passed(limit, change));
    let is_heavy = filter.weight.is_none_or(|weight| weight <= change.weight);
    is_heavy && (change.silent || !filter.silent) && is_kind && is_nature && is_word && is_past
}

fn is_of_kind(facet: &FacetView, kind: ChangeKind) -> bool {
    facet.kind == kind || (kind == ChangeKind::Headline && facet.field == Field::Title)
}

/// Returns whether words stand in one of the two texts of a change and not in the other.
fn came_or_went(word: &str, change: &ChangeView) -> bool {
    holds(&change.a_text, word) != holds(&change.b_text, word)
}

/// Returns whether a text holds words, whatever their capitals, and not within longer words.
fn holds(text: &str, words: &str) -> bool {
    let (text, words) = (text.to_lowercase(), words.trim().to_lowercase());
    let is_part = |sign: Option<char>| sign.is_some_and(char::is_alphanumeric);
    !words.is_empty()
        && text.match_indices(&words).any(|(at, found)| {
            let (before, after) = (&text[..at], &text[at + found.len()..]);
            let goes_on = |inside: Option<char>, outside: Option<char>| is_part(inside) && is_part(outside);
            !goes_on(found.chars().next(), before.chars().next_back())
                && !goes_on(found.chars().next_back(), after.chars().next())
        })
}

/// Returns whether a facet's figure counts what a word names: its own words say so, or its label does.
fn counts(facet: &FacetView, about: &str) -> bool {
    let own = [facet.before.as_deref(), facet.after.as_deref()];
    let label = facet.about.as_deref().filter(|label| {
        // Words around the figure, which stand there where it has no label, hold the figure itself.
        !own.iter().flatten().any(|own| label.contains(own))
    });
    let is_named = |word: &str| own.into_iter().flatten().chain(label).any(|text| holds(text, word));
    is_named(about) || fate(about.trim().to_lowercase().as_str()).is_some_and(is_named)
}

/// Returns whether a figure passed a value, upwards or downwards; to reach it is to pass it.
fn is_passed(limit: &Threshold, change: &ChangeView) -> bool {
    change.facets.iter().filter(|facet| facet.kind == ChangeKind::Figure).any(|facet| {
        let is_about = limit.about.as_deref().is_none_or(|about| counts(facet, about));
        let values = facet.before.as_deref().and_then(first_value).zip(facet.after.as_deref().and_then(first_value));
        let passed = |(before, after): (f64, f64)| {
            (before < limit.value && limit.value <= after) || (limit.value < before && after <= limit.value)
        };
        is_about && values.is_some_and(passed)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Action, Information, Nature, Weight};

    fn change(before: &str, after: &str) -> ChangeView {
        let facet = FacetView {
            kind: ChangeKind::Figure,
            before: Some(before.to_owned()),
            after: Some(after.to_owned()),
            field: Field::Text,
            about: Some("killed".to_owned()),
            delta: None,
            direction: None,
            fact: 1,
            in_headline: false,
            slots: Vec::new(),
            why: Vec::new(),
        };
        ChangeView {
            id: "c0".to_owned(),
            number: 1,
            action: Action::Edited,
            weight: Weight::Material,
            information: Information::Updated,
            nature: Some(Nature::Development),
            silent: true,
            notice: None,
            facets: vec![facet],
            a: vec![1],
            b: vec![1],
            a_text: format!("At least {before} people were killed, the mayor said."),
            b_text: format!("At least {after} people were killed, police said."),
            rewritten: false,
            why: Vec::new(),
        }
    }

    #[track_caller]
    fn check(filter: &HookFilter, before: &str, after: &str, want: bool) {
        assert_eq!(passes(filter, &change(before, after)), want, "{filter:?}: {before} to {after}");
    }

    #[test]
    fn a_figure_passes_a_value_in_either_direction_and_by_reaching_it() {
        let past = |about: Option<&str>, value| {
            let past = vec![Threshold { about: about.map(str::to_owned), value }];
            HookFilter { past, ..HookFilter::default() }
        };
        check(&past(None, 20.0), "12", "25", true);
        check(&past(None, 20.0), "12", "20", true);
        check(&past(None, 20.0), "20", "25", false);
        check(&past(None, 20.0), "25", "20", true);
        check(&past(None, 20.0), "12", "15", false);
        check(&past(Some("killed"), 20.0), "twelve", "two dozen", true);
        check(&past(Some("injured"), 20.0), "12", "25", false);
        check(&past(Some("people"), 20.0), "12", "25", false);
        check(&past(Some("deaths"), 20.0), "12", "25", true);
        check(&past(Some("homes"), 20.0), "12 homes", "25 homes", true);
        check(&past(None, 1_000_000.0), "900,000", "1.2 million", true);
    }

    #[test]
    fn words_around_a_figure_do_not_say_what_it_counts() {
        let past = vec![Threshold { about: Some("killed".to_owned()), value: 100.0 }];
        let mut change = change("30 hectares", "300 hectares");
        change.facets[0].about = Some("…12 killed and the blaze burnt 300 hectares.".to_owned());
        assert!(!passes(&HookFilter { past, ..HookFilter::default() }, &change));
    }

    #[test]
    fn words_come_or_go_as_whole_words() {
        let words = |word: &str| HookFilter { words: vec![word.to_owned()], ..HookFilter::default() };
        check(&words("Mayor"), "1", "2", true);
        check(&words("police"), "1", "2", true);
        check(&words("people"), "1", "2", false);
        check(&words("may"), "1", "2", false);
        check(&words(" "), "1", "2", false);
    }

    #[test]
    fn every_part_must_fit() {
        check(&HookFilter::default(), "1", "2", true);
        let fits = HookFilter {
            kinds: vec![ChangeKind::Figure, ChangeKind::Quote],
            weight: Some(Weight::Minor),
            natures: vec![Nature::Development],
            silent: true,
            ..HookFilter::default()
        };
        check(&fits, "1", "2", true);
        check(&HookFilter { kinds: vec![ChangeKind::Headline], ..fits.clone() }, "1", "2", false);
        check(&HookFilter { natures: vec![Nature::Replacement], ..fits.clone() }, "1", "2", false);
        check(&HookFilter { words: vec!["flood".to_owned()], ..fits }, "1", "2", false);
        let headline = HookFilter { kinds: vec![ChangeKind::Headline], ..HookFilter::default() };
        let mut title = change("1", "2");
        title.facets[0].field = Field::Title;
        assert!(passes(&headline, &title));
    }

    #[test]
    fn stories_and_outlets_are_named_as_readers_write_them() {
        let article = ArticleHead {
            reference: "mill-fire/post".to_owned(),
            story: Some("mill-fire".to_owned()),
            name: "post".to_owned(),
            outlet: Some("The Post".to_owned()),
            url: None,
        };
        let filter = |stories: &[&str], outlets: &[&str]| HookFilter {
            stories: stories.iter().map(|name| (*name).to_owned()).collect(),
            outlets: outlets.iter().map(|name| (*name).to_owned()).collect(),
            ..HookFilter::default()
        };
        assert!(is_of(&filter(&["Mill fire"], &["the post"]), &article));
        assert!(!is_of(&filter(&["Mill fire"], &["Herald"]), &article));
        assert!(!is_of(&filter(&["flood"], &[]), &article));
        assert!(!is_of(&filter(&["flood"], &[]), &ArticleHead { story: None, ..article }));
    }
}
