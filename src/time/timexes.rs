//! Finds and dates the temporal expressions of a document.
//!
//! Phrases are found first, since the whole of them decides how each is read:
//! as news or as a narrative, day or month first. Then each is anchored in the
//! order of the text.

use super::calendar::zones::zone_of_place;
use super::context::{FoundPhrase, phrases_in};
use super::phrase::{TimeOfDay, Zone};
use super::resolve::anchors::{Anchors, Resolved};
use super::resolve::day_month_order::{DayMonthOrder, order_in};
use super::resolve::document_date::document_day;
use super::resolve::live_blog::{pass_midnight, take_entry_day};
use super::resolve::narrative::is_narrative;
use super::resolve::quoted_speech::day_of_speech;
use super::resolve::same_moment::agree_on_day;
use super::resolve::year_path::years_of_path;
use super::tense::clause::Clauses;
use super::tense::tense_context;
use crate::model::{Document, Setting, Span, Timex, TimexType};

/// Returns the temporal expressions of a text, in order.
///
/// An expression that cannot be placed has an empty TIMEX3 value and no EDTF.
///
/// Source: TIMEX3 of `TimeML` 1.2.1 for types, values and modifiers.
pub fn timexes_in(document: &Document<'_>, setting: Setting) -> Vec<Timex> {
    let mut found = phrases_in(document);
    let mut anchors = anchors_of(document, setting, &found);
    found.retain(|found| anchors.is_narrative && anchors.document_day.is_some() || !found.phrase.in_narrative_only);
    let words = found.iter().map(|found| found.span.of(document.text));
    anchors.day_first = order_in(words, setting.timezone) == DayMonthOrder::DayFirst;
    let clauses = Clauses::of(document);
    let years = if anchors.is_narrative { years_of_path(&found) } else { Vec::new() };
    let mut timexes: Vec<Timex> = Vec::with_capacity(found.len());
    for (place, this) in found.iter().enumerate() {
        anchors.path_year = years.get(place).copied().flatten();
        let resolved = resolve_found(document, &clauses, &found, place, &mut anchors);
        let is_placed = !resolved.value.is_empty() || anchors.document_day.is_none();
        if this.phrase.weak && !is_placed && !has_figures(document, this.span) {
            continue; // "the day belonged to them": the text names no such day
        }
        timexes.push(Timex {
            span: this.span,
            kind: resolved.kind.unwrap_or(TimexType::Date),
            edtf: resolved.edtf(),
            value: resolved.value,
            modifier: resolved.modifier,
        });
        if let (Some(twin), [.., first, second]) = (this.twin, timexes.as_mut_slice()) {
            agree_on_day(twin, first, second);
        }
    }
    timexes
}

/// Returns the anchors of a text whose phrases are known and none of which has been read.
fn anchors_of(document: &Document<'_>, setting: Setting, found: &[FoundPhrase]) -> Anchors {
    let given = setting.published.map(|published| published.day(setting.timezone));
    let day = given.or_else(|| document_day(document, found));
    Anchors::new(setting, day, is_narrative(found, day))
}

/// Anchors the phrase at `place`, and takes in what it says about those that follow.
fn resolve_found(
    document: &Document<'_>,
    clauses: &Clauses,
    found: &[FoundPhrase],
    place: usize,
    anchors: &mut Anchors,
) -> Resolved {
    let FoundPhrase { phrase, span, sentence, leading, .. } = &found[place];
    pass_midnight(document, anchors, &found[place]);
    if let Some(TimeOfDay::Clock { zone: Some(Zone::Local), .. }) = phrase.time {
        anchors.local_zone = zone_of_place(document, *sentence, *span);
    }
    let tense = tense_context(document, clauses, *sentence, *span);
    let day = day_of_speech(document, clauses, found, place, anchors);
    let resolved = anchors.resolve_as_of(day, phrase, tense, (*sentence, *leading));
    take_entry_day(document, anchors, *sentence, &resolved);
    resolved
}

/// Returns whether a span holds a digit.
fn has_figures(document: &Document<'_>, span: Span) -> bool {
    span.of(document.text).contains(|c: char| c.is_ascii_digit())
}
