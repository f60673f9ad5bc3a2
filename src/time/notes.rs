//! Notes what could not be placed, and what could as well be another date.

use super::calendar::zones::{shared_abbreviation_in, uses_abbreviation};
use super::resolve::day_month_order::{DayMonthOrder, open_figures, order_in};
use crate::model::{Document, Edtf, Note, Setting, Timex, TimexType};

/// Months of a year: a figure above it is a day.
const MONTHS: u32 = 12;

/// Returns what could not be placed: a text without a date, days that do not exist, figures and zones in doubt.
pub fn notes(document: &Document<'_>, timexes: &[Timex], setting: Setting) -> Vec<Note> {
    let mut notes = Vec::new();
    let is_unplaced = |timex: &&Timex| timex.value.is_empty();
    if setting.published.is_none() && timexes.iter().any(|timex| is_unplaced(&timex)) {
        let message = "the text has no date, so words like \"yesterday\" cannot be placed";
        notes.push(Note::new("no-document-date", message));
    }
    let impossible = timexes
        .iter()
        .filter(is_unplaced)
        .filter(|timex| timex.span.of(document.text).contains(|c: char| c.is_ascii_digit()));
    notes.extend(impossible.filter(|_| setting.published.is_some()).map(|timex| {
        let words = timex.span.of(document.text);
        Note::at("impossible-date", format!("there is no such day as \"{words}\""), timex.span)
    }));
    notes.extend(ambiguities(document, timexes, setting));
    notes
}

/// Returns a note for each date and zone that could as well be another.
fn ambiguities(document: &Document<'_>, timexes: &[Timex], setting: Setting) -> Vec<Note> {
    let words = || timexes.iter().map(|timex| timex.span.of(document.text));
    let order = order_in(words(), setting.timezone);
    let ambiguity = |(timex, words): (&Timex, &str)| {
        let is_open =
            open_figures(words).is_some_and(|(first, second)| first != second && first <= MONTHS && second <= MONTHS);
        if is_open && order == DayMonthOrder::Unknown {
            let message = format!("in \"{words}\" the month is taken to come first; nothing in the text says so");
            return Some(Note::at("ambiguous-date", message, timex.span));
        }
        let zone = shared_abbreviation_in(words)?;
        let local = timex.edtf.as_ref().and_then(Edtf::time_as_written);
        let is_own = local.is_some_and(|local| uses_abbreviation(setting.timezone, zone, local));
        let message = format!("several zones are called {zone}; the usual one is taken");
        (!is_own && timex.kind == TimexType::Time).then(|| Note::at("ambiguous-zone", message, timex.span))
    };
    timexes.iter().zip(words()).filter_map(ambiguity).collect()
}
