//! Turns a comparison into words: what `diff`, `changes` and `audit` show of two versions.
//!
//! In: two analysed texts and their comparison, which holds spans. Out: parts of views,
//! with the words of each change and the sentence around them.
//!
//! - `reading.rs`: what later questions need of one version
//! - `changes.rs`: each change with its facets; `facts.rs`: which facets tell one fact; `slots.rs`: what a claim is made of
//! - `passages.rs`: both texts in one piece, edits marked
//! - `notices.rs`, `note_checks.rs`: changes that a notice names, notices that no change bears out
//! - `lineage.rs`: sentences followed from version to version

pub(crate) mod changes;
mod facts;
pub(crate) mod lineage;
pub(crate) mod note_checks;
pub(crate) mod notices;
pub(crate) mod passages;
pub(crate) mod reading;
mod slots;

#[cfg(feature = "fetch")]
pub(super) use changes::totals;
pub(super) use changes::{Detail, change_views, counts, verdict};
pub(super) use lineage::{Blames, UpdateStep};
pub(super) use note_checks::{brings_note, check_notes};
pub(super) use notices::link_later_notices;
pub(super) use passages::passages;
pub(super) use reading::{CountedFigure, VersionReading, version_reading};

use crate::model::{Analysis, Field, Side, Span};

/// Returns the text that spans of `field` point into.
fn text_of<'s>(side: &Side<'s>, field: Field) -> &'s str {
    match field {
        Field::Text => side.text.document.text,
        Field::Title => side.title.as_ref().map_or("", |title| title.document.text),
    }
}

/// Returns what was read off the text that spans of `field` point into.
fn analysis_of<'a, 's>(side: &'a Side<'s>, field: Field) -> Option<&'a Analysis<'s>> {
    match field {
        Field::Text => Some(&side.text),
        Field::Title => side.title.as_ref(),
    }
}

/// Returns sentences of the text, word for word, joined by a space.
pub(super) fn sentences_of(side: &Side<'_>, sentences: &[usize]) -> String {
    let document = &side.text.document;
    let spans = sentences.iter().filter_map(|&index| document.sentences.get(index));
    spans.map(|sentence| one_line(sentence.span, document.text)).collect::<Vec<_>>().join(" ")
}

/// Returns the words of a span on one line.
fn one_line(span: Span, text: &str) -> String {
    span.of(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
