//! Returns each change with its sentences, and each facet with what it is about.
//!
//! `12 → 15` alone says little: a figure is shown with what it counts, a speaker
//! with the words, and anything else with a few words around it.

use super::{analysis_of, one_line, sentences_of, text_of};
use crate::model::{Change, ChangeKind, Comparison, Facet, Field, Side, Span, Weight};
use crate::view::{ChangeCounts, ChangeView, FacetView, NoticeView, VerdictView};

/// Words shown before and after the words that changed.
const WORDS_BEFORE: usize = 4;
const WORDS_AFTER: usize = 6;

/// Returns every change of a comparison in words; `version` is the number of the new text.
pub(crate) fn change_views(old: &Side<'_>, new: &Side<'_>, comparison: &Comparison, version: usize) -> Vec<ChangeView> {
    let changes = comparison.changes.iter().enumerate();
    changes.map(|(index, change)| change_view(old, new, change, index + 1, version)).collect()
}

/// Counts the changes by weight.
pub(crate) fn counts<'c>(changes: impl IntoIterator<Item = &'c Change>) -> ChangeCounts {
    let mut counts = ChangeCounts::default();
    for change in changes {
        match change.weight {
            Weight::Material => counts.material += 1,
            Weight::Minor => counts.minor += 1,
            Weight::Cosmetic => counts.cosmetic += 1,
        }
        counts.silent += usize::from(change.silent);
    }
    counts
}

/// Returns what all changes of a comparison come to.
pub(crate) fn verdict(comparison: &Comparison) -> VerdictView {
    let verdict = comparison.verdict;
    VerdictView { weight: verdict.weight, information: verdict.information, silent: verdict.silent }
}

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
    let from_one = |sentences: &[usize]| sentences.iter().map(|index| index + 1).collect();
    ChangeView {
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
        a_text: words(old, &change.a),
        b_text: words(new, &change.b),
        why: change.why.iter().map(|&rule| rule.to_owned()).collect(),
    }
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
        Source => places.find_map(|(side, span)| said(side, facet.field, span)),
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
    let figure = analysis.figures.iter().find(|figure| figure.span.overlaps(span))?;
    let of = figure.of.clone()?;
    let own = span.of(analysis.document.text).to_lowercase();
    (!own.contains(&of.to_lowercase())).then_some(of)
}

/// Returns the words of which the speaker at `span` is the source.
fn said(side: &Side<'_>, field: Field, span: Span) -> Option<String> {
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
