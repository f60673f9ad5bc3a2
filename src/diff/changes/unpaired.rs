//! Describes sentences that only one text has: statements, or lines with a role of their own.

use super::lone::{LoneKind, lone_kind};
use super::new_change::{ChangedSentences, new_change};
use super::texts::{AlignedTexts, VersionText};
use crate::diff::coverage;
use crate::diff::edit::FoundFacet;
use crate::diff::weigh::verdict;
use crate::model::{Action, Change, ChangeKind, FacetReason, Information, Weight};

/// Returns the changes of a run of sentences that one text has, one for each stretch of lines of one kind.
pub(super) fn unpaired(texts: &AlignedTexts<'_>, a: &[usize], b: &[usize]) -> Vec<Change> {
    let mut changes = Vec::new();
    let action = if a.is_empty() { Action::Added } else { Action::Removed };
    let (text, list) = if a.is_empty() { (&texts.b, b) } else { (&texts.a, a) };
    let mut rest = list;
    while let Some(&first) = rest.first() {
        let kind = lone_kind(text.analysis, first);
        let same = rest.iter().take_while(|&&at| lone_kind(text.analysis, at) == kind).count();
        let (these, others) = rest.split_at(same);
        rest = others;
        let sides = if a.is_empty() { (vec![], these.to_vec()) } else { (these.to_vec(), vec![]) };
        changes.push(unpaired_change(texts, action, sides, kind));
    }
    changes
}

/// Returns the statements of a run of sentences that one text has. For learning.
pub(super) fn statements(texts: &AlignedTexts<'_>, a: &[usize], b: &[usize]) -> Vec<FoundFacet> {
    let stating = |text: &VersionText<'_>, list: &[usize]| -> Vec<usize> {
        list.iter().copied().filter(|&at| lone_kind(text.analysis, at) == LoneKind::Statement).collect()
    };
    let action = if a.is_empty() { Action::Added } else { Action::Removed };
    proposed(texts, action, &(stating(&texts.a, a), stating(&texts.b, b)))
}

fn unpaired_change(texts: &AlignedTexts<'_>, action: Action, sides: ChangedSentences, kind: LoneKind) -> Change {
    match kind {
        LoneKind::Statement | LoneKind::Headline => {
            let mut found = proposed(texts, action, &sides);
            coverage::settle(texts.coverage(), &mut found);
            quieten_repeated(texts, &mut found);
            let (weight, information) = verdict::sum(&found);
            let why = found.iter().map(|found| found.why).collect();
            new_change(action, sides, found.into_iter().map(FoundFacet::into_facet).collect(), weight, information, why)
        }
        LoneKind::Notice(correcting) => {
            let facet = texts.facet(ChangeKind::Notice, &sides.0, &sides.1);
            // Removing an admission is news; adding one is not.
            let removed = action == Action::Removed && correcting;
            let weight = if removed { Weight::Material } else { Weight::Minor };
            let information = if removed { Information::Updated } else { Information::Same };
            new_change(action, sides, vec![facet], weight, information, vec!["notice"])
        }
        LoneKind::Byline => {
            let facet = texts.facet(ChangeKind::Byline, &sides.0, &sides.1);
            new_change(action, sides, vec![facet], Weight::Minor, Information::Same, vec!["byline"])
        }
        LoneKind::Furniture => {
            let facet = texts.facet(ChangeKind::Wording, &sides.0, &sides.1);
            new_change(action, sides, vec![facet], Weight::Minor, Information::Same, vec!["signpost"])
        }
        LoneKind::Marks => {
            let facet = texts.facet(ChangeKind::Typography, &sides.0, &sides.1);
            new_change(action, sides, vec![facet], Weight::Cosmetic, Information::Same, vec!["typography"])
        }
    }
}

/// Makes wording of a sentence that the other version has too, word by word: a paragraph published twice by mistake.
fn quieten_repeated(texts: &AlignedTexts<'_>, found: &mut [FoundFacet]) {
    for found in found.iter_mut().filter(|found| found.weight == Weight::Material) {
        let (own, span) = match (found.facet.a_span, found.facet.b_span) {
            (Some(span), None) => (&texts.a, span),
            (None, Some(span)) => (&texts.b, span),
            _ => continue,
        };
        let words = span.of(own.analysis.document.text).trim();
        if FEWEST_REPEATED <= words.split_whitespace().count() && texts.stands_in_both(words) {
            found.facet.kind = ChangeKind::Wording;
            // What the trees said of it decided nothing.
            found.facet.reason = FacetReason::default();
            (found.weight, found.information, found.why) = (Weight::Minor, Information::Same, "repeated");
        }
    }
}

/// Fewest words of a sentence that does not stand twice in an article by right: "No." does.
const FEWEST_REPEATED: usize = 4;

/// Returns a statement for each sentence, or run of sentences of one quotation, that one text has.
fn proposed(texts: &AlignedTexts<'_>, action: Action, sides: &ChangedSentences) -> Vec<FoundFacet> {
    let added = action == Action::Added;
    let (text, list) = if added { (&texts.b, &sides.1) } else { (&texts.a, &sides.0) };
    let (information, why) =
        if added { (Information::Added, "sentence-added") } else { (Information::Removed, "sentence-removed") };
    let statement = |these: &[usize]| {
        let facet = if added {
            texts.facet(ChangeKind::Statement, &[], these)
        } else {
            texts.facet(ChangeKind::Statement, these, &[])
        };
        FoundFacet { facet, weight: Weight::Material, information, why }
    };
    speeches(text, list).map(statement).collect()
}

/// Returns sentences one by one, but those of one quotation together: “There was no alarm. There was no crew,” he said.
fn speeches<'s>(text: &VersionText<'_>, sentences: &'s [usize]) -> impl Iterator<Item = &'s [usize]> {
    let document = &text.analysis.document;
    let goes_on = move |one: &usize, next: &usize| {
        let (one, next) = (&document.sentences[*one], &document.sentences[*next]);
        let last = one.tokens.end.checked_sub(1);
        !next.tokens.is_empty() && last.is_some_and(|last| text.quoted[last]) && text.quoted[next.tokens.start]
    };
    sentences.chunk_by(goes_on)
}
