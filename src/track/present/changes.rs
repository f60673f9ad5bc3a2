//! Returns each change with its sentences, and each facet with what it is about.
//!
//! `12 → 15` alone says little: a figure is shown with what it counts, a speaker
//! with the words, and anything else with a few words around it.

use std::collections::{HashMap, HashSet};

use super::facts::number_facts;
use super::slots::SlotReader;
use super::{analysis_of, one_line, sentences_of, text_of};
use crate::diff::weigh::verdict::Weighed;
use crate::model::{
    Action, Change, ChangeKind, Comparison, Facet, FacetReason, Field, Named, Side, Span, Weight, WordsMark, identity,
    touching,
};
use crate::view::{ChangeCounts, ChangeView, FacetView, NoticeView, VerdictView};

/// Words shown before and after the words that changed.
const WORDS_BEFORE: usize = 4;
const WORDS_AFTER: usize = 6;

/// How much is told of each facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Detail {
    /// What a list of changes shows.
    Listed,
    /// Its slots and what decided on it too, as `--why` tells.
    Reasons,
}

/// Returns every change of a comparison in words; `version` is the number of the new text.
pub(crate) fn change_views(
    old: &Side<'_>,
    new: &Side<'_>,
    comparison: &Comparison,
    version: usize,
    detail: Detail,
) -> Vec<ChangeView> {
    let marks = (old.mark(), new.mark());
    let mut met: HashMap<String, usize> = HashMap::new();
    let changes = comparison.changes.iter().enumerate().map(|(index, change)| {
        let place = |ordinal: usize| change_identity((old, new), marks, change, ordinal);
        let ordinal = met.entry(place(0)).or_default();
        let id = place(*ordinal);
        *ordinal += 1;
        ChangeView { id, ..change_view(old, new, change, index + 1, version) }
    });
    let mut views: Vec<ChangeView> = changes.collect();
    keep_rewritten_where_facts_are_the_same(&mut views);
    number_facts(old, new, &comparison.changes, &mut views);
    if detail == Detail::Reasons {
        let slots = SlotReader::of(old, new);
        for (change, view) in comparison.changes.iter().zip(&mut views) {
            for (facet, view) in change.facets.iter().zip(&mut view.facets) {
                view.slots = slots.read(facet);
                view.why = reasons(&facet.reason);
            }
        }
    }
    views
}

/// Takes "rewritten, same facts" from changes of a sentence of which another change tells a fact.
fn keep_rewritten_where_facts_are_the_same(views: &mut [ChangeView]) {
    let material = views.iter().filter(|view| view.weight == Weight::Material);
    let told: HashSet<usize> = material.flat_map(|view| view.b.iter().copied()).collect();
    for view in views.iter_mut().filter(|view| view.b.iter().any(|sentence| told.contains(sentence))) {
        view.rewritten = false;
    }
}

/// Returns what decided on a facet, in words.
fn reasons(reason: &FacetReason) -> Vec<String> {
    let mut told = Vec::new();
    if !reason.rule.is_empty() {
        told.push(format!("rule {}", reason.rule));
    }
    if let Some(score) = reason.score {
        let (is_above, threshold) = (reason.threshold < score, reason.threshold);
        let what = if is_above { "a fact" } else { "the same fact" };
        told.push(format!("learnt score {score:.2}, {threshold:.2} needed: {what}"));
    }
    told.extend(reason.features.iter().map(|(feature, by)| format!("{feature} {by:+.2}")));
    told.extend(reason.told.iter().map(|(word, how)| format!("“{word}” {how}")));
    told
}

/// Returns the identity of a change: it rests on its first sentence in the new text, else in the old one, and on both versions.
fn change_identity(
    (old, new): (&Side<'_>, &Side<'_>),
    (old_mark, new_mark): (WordsMark, WordsMark),
    change: &Change,
    ordinal: usize,
) -> String {
    let start = |side: &Side<'_>, sentences: &[usize]| {
        let sentence = sentences.first().and_then(|&index| side.text.document.sentences.get(index));
        sentence.map(|sentence| sentence.span.start)
    };
    let (place, side) = match (start(new, &change.b), start(old, &change.a)) {
        (Some(start), _) => (start, "new"),
        (None, Some(start)) => (start, "old"),
        (None, None) => (0, "title"),
    };
    identity(Named::Change, (new_mark, place), &format!("{old_mark:016x}\n{side}\n{ordinal}"))
}

/// Counts the changes by weight.
pub(crate) fn counts<'c>(changes: impl IntoIterator<Item = &'c (impl Weighed + 'c)>) -> ChangeCounts {
    let mut counts = ChangeCounts::default();
    for change in changes {
        match change.weight() {
            Weight::Material => counts.material += 1,
            Weight::Minor => counts.minor += 1,
            Weight::Cosmetic => counts.cosmetic += 1,
        }
        counts.silent += usize::from(change.is_silent());
    }
    counts
}

/// Returns what all changes of a comparison come to.
pub(crate) fn verdict(old: &Side<'_>, new: &Side<'_>, comparison: &Comparison) -> VerdictView {
    let verdict = comparison.verdict;
    let n_sentences = |side: &Side<'_>| side.text.document.sentences.len();
    let shorter = n_sentences(old).min(n_sentences(new));
    let replaced = FEWEST_REPLACED <= shorter && comparison.pairs.len() * KEPT_AT_MOST < shorter;
    VerdictView { weight: verdict.weight, information: verdict.information, silent: verdict.silent, replaced }
}

/// Returns what some of the changes of an update come to, of which all come to `whole`.
#[cfg(feature = "fetch")]
pub(crate) fn totals(some: &[ChangeView], whole: VerdictView) -> (ChangeCounts, VerdictView) {
    let verdict = crate::diff::weigh::verdict::of(some);
    let (weight, information, silent) = (verdict.weight, verdict.information, verdict.silent);
    (counts(some), VerdictView { weight, information, silent, ..whole })
}

#[cfg(feature = "fetch")]
impl Weighed for ChangeView {
    fn weight(&self) -> Weight {
        self.weight
    }

    fn information(&self) -> crate::model::Information {
        self.information
    }

    fn is_silent(&self) -> bool {
        self.silent
    }

    fn action(&self) -> Action {
        self.action
    }

    fn n_words(&self) -> (usize, usize) {
        crate::diff::weigh::verdict::n_words(self.facets.iter().map(|facet| (&facet.before, &facet.after)))
    }
}

/// Sentences that both versions must have for a text to count as replaced.
const FEWEST_REPLACED: usize = 3;
/// Fewer than one sentence in so many has a counterpart in a text that replaced another.
const KEPT_AT_MOST: usize = 10;

fn change_view(old: &Side<'_>, new: &Side<'_>, change: &Change, number: usize, version: usize) -> ChangeView {
    let is_title = change.facets.iter().any(|facet| facet.field == Field::Title);
    let words = |side: &Side<'_>, sentences: &[usize]| match is_title && sentences.is_empty() {
        true => text_of(side, Field::Title).to_owned(),
        false => sentences_of(side, sentences),
    };
    let notice = change.notice.map(|link| NoticeView {
        kind: link.kind,
        text: one_line(link.b_span, new.text.document.text),
        version,
        delay_seconds: 0,
    });
    let (a_text, b_text) = (words(old, &change.a), words(new, &change.b));
    let from_one = |sentences: &[usize]| sentences.iter().map(|index| index + 1).collect();
    ChangeView {
        id: String::new(),
        number,
        action: change.action,
        weight: change.weight,
        information: change.information,
        nature: change.nature,
        silent: change.silent,
        notice,
        facets: change.facets.iter().map(|facet| facet_view(old, new, facet)).collect(),
        a: from_one(&change.a),
        b: from_one(&change.b),
        rewritten: is_rewritten(change, &a_text),
        a_text,
        b_text,
        why: change.why.iter().map(|&rule| rule.to_owned()).collect(),
    }
}

/// Places of wording from which on a sentence counts as rewritten.
const PLACES_REWRITTEN: usize = 3;
/// Words that were replaced, at least, and the share of the old ones that they are.
const WORDS_REWRITTEN: (usize, usize) = (6, 2);

/// Returns whether sentences say the same in other words throughout: a list of the words would tell less than that.
fn is_rewritten(change: &Change, a_text: &str) -> bool {
    let is_wording = |facet: &Facet| matches!(facet.kind, ChangeKind::Wording | ChangeKind::Typography);
    let replaced = change.facets.iter().filter(|facet| facet.kind == ChangeKind::Wording);
    let n_words = |text: &str| text.split_whitespace().count();
    let n_replaced: usize = replaced.clone().filter_map(|facet| facet.before.as_deref()).map(n_words).sum();
    let (least, share) = WORDS_REWRITTEN;
    change.weight == Weight::Minor
        && matches!(change.action, Action::Edited | Action::Split | Action::Merged)
        && change.facets.iter().all(is_wording)
        && (PLACES_REWRITTEN <= replaced.count() || least <= n_replaced && n_words(a_text) < share * n_replaced)
}

fn facet_view(old: &Side<'_>, new: &Side<'_>, facet: &Facet) -> FacetView {
    let one = |text: &Option<String>| text.as_ref().map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    FacetView {
        kind: facet.kind,
        before: one(&facet.before),
        after: one(&facet.after),
        field: facet.field,
        about: about(old, new, facet).filter(|about| !about.is_empty()),
        delta: facet.delta,
        direction: facet.direction,
        fact: 0,
        in_headline: false,
        slots: Vec::new(),
        why: Vec::new(),
    }
}

/// Returns what a facet is about, from the new text where it stands there, else from the old one.
fn about(old: &Side<'_>, new: &Side<'_>, facet: &Facet) -> Option<String> {
    use ChangeKind::*;
    let places = [(new, facet.b_span), (old, facet.a_span)];
    let mut places = places.into_iter().filter_map(|(side, span)| Some((side, span?)));
    match facet.kind {
        Figure => places.clone().find_map(|(side, span)| counted(side, facet.field, span)).or_else(|| {
            let (side, span) = places.next()?;
            around(side, facet.field, span)
        }),
        Source => places.find_map(|(side, span)| content_of_source(side, facet.field, span)),
        Certainty | Polarity | Date | Name => {
            let (side, span) = places.next()?;
            around(side, facet.field, span)
        }
        _ => None,
    }
}

/// Returns what the figure at `span` counts, unless the span says it itself.
fn counted(side: &Side<'_>, field: Field, span: Span) -> Option<String> {
    let analysis = analysis_of(side, field)?;
    let figure = touching(&analysis.figures, span, |figure| figure.span).next()?;
    let of = figure.of.clone()?;
    let own = span.of(analysis.document.text).to_lowercase();
    (!own.contains(&of.to_lowercase())).then_some(of)
}

/// Returns the words of which the speaker at `span` is the source.
fn content_of_source(side: &Side<'_>, field: Field, span: Span) -> Option<String> {
    let analysis = analysis_of(side, field)?;
    let touches = |spans: &[Span]| spans.iter().any(|own| own.overlaps(span));
    let statement = analysis.statements.iter().find(|statement| touches(&statement.source))?;
    let parts = statement.content.iter().map(|&part| one_line(part, analysis.document.text));
    Some(parts.collect::<Vec<_>>().join(" "))
}

/// Returns the words at `span` with a few around them, within their sentence.
fn around(side: &Side<'_>, field: Field, span: Span) -> Option<String> {
    let document = &analysis_of(side, field)?.document;
    let sentence = document.sentences.get(document.sentence_at(span.start)?)?.span;
    let before = Span::new(sentence.start, span.start.max(sentence.start)).of(document.text);
    let after = Span::new(span.end.min(sentence.end), sentence.end).of(document.text);
    let mut head: Vec<&str> = before.split_whitespace().rev().take(WORDS_BEFORE).collect();
    head.reverse();
    let tail: Vec<&str> = after.split_whitespace().take(WORDS_AFTER).collect();
    let left_out = |shown: &[&str], all: &str| if shown.len() < all.split_whitespace().count() { "…" } else { "" };
    let (dots_before, dots_after) = (left_out(&head, before), left_out(&tail, after));
    let glue_before = if before.ends_with(char::is_whitespace) { " " } else { "" };
    let glue_after = if after.starts_with(char::is_whitespace) { " " } else { "" };
    let own = one_line(span, document.text);
    let told = format!("{dots_before}{}{glue_before}{own}{glue_after}{}{dots_after}", head.join(" "), tail.join(" "));
    Some(told.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Setting;
    use crate::{claim, diff};

    fn views(old: &str, new: &str) -> Vec<ChangeView> {
        let (old, new) =
            (claim::read_side(None, old, Setting::default()), claim::read_side(None, new, Setting::default()));
        change_views(&old, &new, &diff::compare(&old, &new), 2, Detail::Listed)
    }

    #[test]
    fn a_sentence_of_which_a_fact_changed_is_not_told_as_the_same() {
        let old = "Police used tear gas after protesters threw stones at the gates of the mill on Monday.";
        let same =
            "On Monday, after stones were thrown by protesters at the mill's gates, tear gas was used by police.";
        let other = "At the gates of the mill, protesters threw stones on Monday after police used tear gas.";
        assert!(views(old, same).iter().all(|change| change.weight < Weight::Material));
        let told = views(old, other);
        assert!(told.iter().any(|change| change.weight == Weight::Material));
        assert!(!told.iter().any(|change| change.rewritten), "{told:?}");
    }

    #[test]
    fn a_relation_to_a_time_is_shown_with_its_word() {
        let told =
            views("The pool is shut until Friday for repairs.", "For repairs the city will shut the pool from Friday.");
        let dates = told.iter().flat_map(|change| &change.facets).filter(|facet| facet.kind == ChangeKind::Date);
        let dates: Vec<_> = dates.map(|facet| (facet.before.as_deref(), facet.after.as_deref())).collect();
        assert_eq!(dates, [(Some("until Friday"), Some("from Friday"))]);
    }
}
