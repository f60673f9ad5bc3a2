//! Describes what happened to sentences that both texts have: edited, split, merged, moved, spaced differently.

use super::headline::{headline_change, headline_difference};
use super::new_change::new_change;
use super::texts::{AlignedTexts, VersionText};
use crate::diff::align::MovedPassage;
use crate::diff::coverage;
use crate::diff::edit::{FoundFacet, facet_of};
use crate::diff::facets;
use crate::diff::notices::link;
use crate::diff::weigh::{direction, verdict};
use crate::model::{Action, Change, ChangeKind, Field, Information, Role, Weight};
use crate::text::{LineKind, line_kind};

/// Returns the change of a group of sentences that both texts have in different words.
pub(super) fn edited(texts: &AlignedTexts<'_>, a: &[usize], b: &[usize]) -> Change {
    let action = match (a.len(), b.len()) {
        (1, 2..) => Action::Split,
        (2.., 1) => Action::Merged,
        _ => Action::Edited,
    };
    let sentences = (a.to_vec(), b.to_vec());
    let mut edit = texts.lay_out(a, b);
    let mut found = facets::explain_passage(&mut edit);
    coverage::settle(texts.coverage(), &mut found);
    facets::whole_phrases::widen_to_phrases(&edit, &mut found);
    if let Some(kind) = whole_kind(texts, a, b) {
        let facet = texts.facet(kind, a, b);
        let cosmetic = found.iter().all(|found| found.weight == Weight::Cosmetic);
        return match kind {
            ChangeKind::Headline => headline_change(action, sentences, facet, &found, headline_difference(&edit)),
            _ if cosmetic && kind != ChangeKind::Notice => {
                new_change(action, sentences, vec![facet], Weight::Cosmetic, Information::Same, vec!["typography"])
            }
            _ => new_change(action, sentences, vec![facet], Weight::Minor, Information::Same, vec![kind.as_str()]),
        };
    }
    if found.is_empty() {
        // The words and marks are the same; only where lines end differs.
        let facet = texts.facet(ChangeKind::Typography, a, b);
        found.push(FoundFacet { facet, weight: Weight::Cosmetic, information: Information::Same, why: "layout" });
    }
    let (weight, information) = verdict::sum(&found);
    let (information, learnt) = direction::information_direction(&edit, &found, weight, information);
    let why = found.iter().map(|found| found.why).chain(learnt).collect();
    new_change(action, sentences, found.into_iter().map(FoundFacet::into_facet).collect(), weight, information, why)
}

/// Returns the kind of a line that is shown whole, where all sentences have that kind: byline, headline, notice.
fn whole_kind(texts: &AlignedTexts<'_>, a: &[usize], b: &[usize]) -> Option<ChangeKind> {
    let kind = |text: &VersionText<'_>, at: usize| match text.role(at) {
        Role::Byline => Some(ChangeKind::Byline),
        Role::Headline | Role::Standfirst => Some(ChangeKind::Headline),
        _ if link::holding(text.analysis, at).is_some() => Some(ChangeKind::Notice),
        _ if line_kind(&text.analysis.document, at) == Some(LineKind::Byline) => Some(ChangeKind::Byline),
        _ => None,
    };
    let kinds = a.iter().map(|&at| kind(&texts.a, at)).chain(b.iter().map(|&at| kind(&texts.b, at)));
    kinds.reduce(|x, y| if x == y { x } else { None }).flatten()
}

/// Returns the change of a passage that stands elsewhere now.
pub(super) fn moved(texts: &AlignedTexts<'_>, passage: &MovedPassage) -> Change {
    let (a, b): (Vec<usize>, Vec<usize>) = (passage.a.clone().collect(), passage.b.clone().collect());
    let facet = texts.facet(ChangeKind::Order, &a, &b);
    new_change(Action::Moved, (a, b), vec![facet], Weight::Minor, Information::Same, vec!["moved"])
}

/// Returns the changes of white space between two sentences that follow each other in both texts.
pub(super) fn space_changes(texts: &AlignedTexts<'_>) -> Vec<Change> {
    let mut changes = Vec::new();
    for two in texts.alignment.pairs.windows(2) {
        let ((i, j), (next_i, next_j)) = (two[0], two[1]);
        if next_i != i + 1 || next_j != j + 1 {
            continue;
        }
        let (gap_a, gap_b) = (gap(&texts.a, i), gap(&texts.b, j));
        if gap_a == gap_b || gap_a.contains('\n') && gap_b.contains('\n') {
            continue;
        }
        let around = |text: &VersionText<'_>, at: usize| {
            let sentences = &text.analysis.document.sentences;
            let token = |token: usize| text.analysis.document.tokens[token].span;
            let before = sentences[at].tokens.end.saturating_sub(3).max(sentences[at].tokens.start);
            (!sentences[at].tokens.is_empty() && !sentences[at + 1].tokens.is_empty())
                .then(|| token(before).cover(token(sentences[at + 1].tokens.start)))
        };
        let (span_a, span_b) = (around(&texts.a, i), around(&texts.b, j));
        let (text_a, text_b) = (texts.a.analysis.document.text, texts.b.analysis.document.text);
        let facet = facet_of(ChangeKind::Typography, Field::Text, (span_a, text_a), (span_b, text_b));
        let sides = (vec![i, i + 1], vec![j, j + 1]);
        changes.push(new_change(
            Action::Edited,
            sides,
            vec![facet],
            Weight::Cosmetic,
            Information::Same,
            vec!["space"],
        ));
    }
    changes
}

/// Returns the white space between a sentence and the next one.
fn gap<'t>(text: &VersionText<'t>, at: usize) -> &'t str {
    let sentences = &text.analysis.document.sentences;
    text.analysis.document.text.get(sentences[at].span.end..sentences[at + 1].span.start).unwrap_or_default()
}
