//! Finds the words that name a time and resolves them.
//!
//! "He left two days after the vote, on Friday": forms find the phrases,
//! `resolve` anchors them. Finding looks at words only and costs one look-up a
//! word; anchoring looks at the document's date, at what the text told before
//! and at the tense of the clause.

pub(crate) mod calendar;
pub(crate) mod context;
pub(crate) mod lex;
pub(crate) mod pattern;
mod phrase;
#[cfg(test)]
mod properties;
pub(crate) mod resolve;
pub(crate) mod tense;

use crate::model::{Document, Note, Setting, Timex, TimexType};

use context::finder::FoundPhrase;
use phrase::{TimeOfDay, Zone};
use resolve::anchors::Anchors;
use resolve::day_month_order::DayMonthOrder;

/// Returns the temporal expressions of a text, in order.
pub fn find(document: &Document<'_>, setting: Setting) -> Vec<Timex> {
    let mut found = context::finder::phrases(document);
    let today = setting
        .published
        .map(|published| published.day(setting.timezone))
        .or_else(|| resolve::document_date::day(document, &found));
    let mut anchors = Anchors::new(setting, today, resolve::narrative::is_narrative(&found, today));
    found.retain(|found| anchors.narrative && today.is_some() || !found.phrase.of_story);
    let words = found.iter().map(|found| found.span.of(document.text));
    anchors.day_first = resolve::day_month_order::decide(words, setting.timezone) == DayMonthOrder::DayFirst;
    let clauses = tense::clause::Clauses::of(document);
    let years = if anchors.narrative { resolve::year_path::years(&found) } else { Vec::new() };
    let mut timexes: Vec<Timex> = Vec::with_capacity(found.len());
    for (place, this) in found.iter().enumerate() {
        let FoundPhrase { phrase, span, sentence, leading, twin } = this;
        resolve::document_date::pass_midnight(document, &mut anchors, this);
        if let Some(TimeOfDay::Clock { zone: Some(Zone::Local), .. }) = phrase.time {
            anchors.local = calendar::zones::of_place(document, *sentence, *span);
        }
        anchors.year = years.get(place).copied().flatten();
        let look = tense::context::around(document, &clauses, *sentence, *span);
        let said = resolve::document_date::day_said(document, &clauses, &found, place, &anchors);
        let resolved = anchors.resolve_said(phrase, look, (*sentence, *leading), said);
        resolve::document_date::turn(document, &mut anchors, *sentence, &resolved);
        if phrase.weak && resolved.value.is_empty() && anchors.today.is_some() && !has_figures(document, *span) {
            continue; // "the day belonged to them": no day was told of
        }
        timexes.push(Timex {
            span: *span,
            kind: resolved.kind.unwrap_or(TimexType::Date),
            edtf: resolved.edtf(),
            value: resolved.value,
            modifier: resolved.modifier,
        });
        if let (Some(twin), [.., first, second]) = (*twin, timexes.as_mut_slice()) {
            resolve::document_date::agree(twin, first, second);
        }
    }
    timexes
}

fn has_figures(document: &Document<'_>, span: crate::model::Span) -> bool {
    span.of(document.text).contains(|c: char| c.is_ascii_digit())
}

/// Returns what could not be placed: a text without a date, days that do not exist, figures in doubt.
pub fn notes(document: &Document<'_>, timexes: &[Timex], setting: Setting) -> Vec<Note> {
    let mut notes = Vec::new();
    let unplaced = |timex: &&Timex| timex.value.is_empty();
    if setting.published.is_none() && timexes.iter().any(|timex| unplaced(&timex)) {
        let message = "the text has no date, so words like \"yesterday\" cannot be placed";
        notes.push(Note::new("no-document-date", message));
    }
    let impossible = timexes
        .iter()
        .filter(unplaced)
        .filter(|timex| timex.span.of(document.text).contains(|c: char| c.is_ascii_digit()));
    notes.extend(impossible.filter(|_| setting.published.is_some()).map(|timex| {
        let words = timex.span.of(document.text);
        Note::at("impossible-date", format!("there is no such day as \"{words}\""), timex.span)
    }));
    notes.extend(doubts(document, timexes, setting));
    notes
}

/// Returns a note for each date and zone that could as well be another.
fn doubts(document: &Document<'_>, timexes: &[Timex], setting: Setting) -> Vec<Note> {
    let words = || timexes.iter().map(|timex| timex.span.of(document.text));
    let order = resolve::day_month_order::decide(words(), setting.timezone);
    let doubt = |(timex, words): (&Timex, &str)| {
        let open = resolve::day_month_order::figures(words)
            .is_some_and(|(first, second)| first != second && first <= 12 && second <= 12);
        if open && order == DayMonthOrder::Unknown {
            let message = format!("in \"{words}\" the month is taken to come first; nothing in the text says so");
            return Some(Note::at("ambiguous-date", message, timex.span));
        }
        let zone = calendar::zones::shared_in(words)?;
        let local = timex.edtf.as_ref().and_then(|edtf| edtf.time_as_written());
        let is_own = local.is_some_and(|local| calendar::zones::calls_itself(setting.timezone, zone, local));
        let message = format!("several zones are called {zone}; the usual one is taken");
        (!is_own && timex.kind == TimexType::Time).then(|| Note::at("ambiguous-zone", message, timex.span))
    };
    timexes.iter().zip(words()).filter_map(doubt).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::DocumentTime;

    /// Writes what is found in `text`, as the tables do.
    pub fn found(text: &str, at: &str) -> String {
        let published = at.parse().ok().map(DocumentTime::Day);
        let document = crate::text::read(text);
        let timexes = find(&document, Setting { published, ..Setting::default() });
        let write = |timex: &Timex| {
            let kind = serde_json::to_string(&timex.kind).expect("a word");
            let modifier = timex.modifier.map(|modifier| serde_json::to_string(&modifier).expect("a word"));
            let modifier = modifier.map_or(String::new(), |modifier| format!("|{modifier}"));
            format!("{}|{kind}|{}{modifier}", timex.span.of(text), timex.value).replace('"', "")
        };
        timexes.iter().map(write).collect::<Vec<_>>().join("; ")
    }

    #[test]
    fn every_form_finds_its_own_example() {
        let forms = pattern::table::FORMS.iter().chain(pattern::table::COMPOUND);
        let wrong = forms.filter_map(|form| {
            let got = found(form.example, form.at);
            (got != form.want)
                .then(|| format!("{}\n  {}\n  got  {got}\n  want {}", form.words, form.example, form.want))
        });
        let wrong: Vec<_> = wrong.collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn whole_texts_are_read_as_the_fixture_says() {
        let fixture = include_str!("../../fixtures/gold/timex.txt");
        for block in fixture.split("\n\n").filter(|block| !block.starts_with('#')) {
            let mut lines = block.trim().lines();
            let (at, text) = (lines.next().expect("a date"), lines.next().expect("a text"));
            assert_eq!(found(text, at), lines.next().unwrap_or_default(), "in {text:?}");
        }
    }
}
