//! Sorts the entries of a timeline into the days under which they stand.
//!
//! `../2025-08-12` stands on 12 August, marked "by then"; `2025-08` under "August 2025". An
//! entry without a date stands on the day on which it was first told. Background is what
//! certainly happened more than two weeks before anything was told.

use chrono::{Datelike, Duration, NaiveDate};
use chrono_tz::Tz;
use maud::{Markup, html};

use crate::model::{Edtf, Precision};
use crate::render::html::words;
use crate::view::{EntryView, TimelineView};

/// What lies further back than this before the first report is background.
const LEAD: Duration = Duration::days(14);

/// Entries that stand under one date.
#[derive(Clone, Debug)]
pub(super) struct Day<'v> {
    /// The day, where the date names one.
    pub date: Option<NaiveDate>,
    /// The date, where it names no day.
    vague: Option<String>,
    pub entries: Vec<DayEntry<'v>>,
}

/// An entry with how it stands to its day.
#[derive(Clone, Copy, Debug)]
pub(super) struct DayEntry<'v> {
    pub entry: &'v EntryView,
    /// No text dates it: the day is that of the first report.
    pub is_undated: bool,
}

impl Day<'_> {
    /// Returns the date in words.
    pub(super) fn words(&self) -> String {
        match (&self.vague, self.date) {
            (Some(words), _) => words.clone(),
            (None, Some(date)) => date.format("%-d %B %Y").to_string(),
            (None, None) => "undated".to_owned(),
        }
    }

    /// Returns the year that the heading shows.
    pub(super) fn year(&self) -> Option<i32> {
        self.date.filter(|_| self.vague.is_none()).map(|date| date.year())
    }

    /// Writes the date as it stands in the margin; its year is left out where the day before it showed the same.
    pub(super) fn heading(&self, shown: Option<i32>) -> Markup {
        match (self.date, &self.vague) {
            (Some(date), None) => html! {
                time datetime=(date) { span { (date.format("%A")) " " } b { (date.day()) " " (date.format("%b")) } @if shown != Some(date.year()) { " " span { (date.year()) } } }
            },
            _ => html! { b.vague { (self.words()) } },
        }
    }
}

/// Returns the background and the story's own days, each in order.
pub(super) fn days(view: &TimelineView) -> (Vec<Day<'_>>, Vec<Day<'_>>) {
    let zone = view.timezone;
    let began = view.entries.iter().chain(&view.undated).filter_map(|entry| told_on(entry, zone)).min();
    let is_background = |entry: &EntryView| {
        let date = entry.when.as_ref().filter(|_| !entry.pinned);
        date.zip(began).is_some_and(|(date, began)| words::day_of(date.latest(zone), zone) < began - LEAD)
    };
    let (old, own): (Vec<&EntryView>, Vec<&EntryView>) = view.entries.iter().partition(|entry| is_background(entry));
    let mut days = grouped(&own, zone);
    for entry in &view.undated {
        add_undated(&mut days, entry, told_on(entry, zone));
    }
    (grouped(&old, zone), days)
}

fn grouped<'v>(entries: &[&'v EntryView], zone: Tz) -> Vec<Day<'v>> {
    let mut days: Vec<Day<'v>> = Vec::new();
    for entry in entries {
        let (date, vague) = entry.when.as_ref().map_or((None, None), |when| place(when, zone));
        let own = DayEntry { entry, is_undated: false };
        match days.last_mut().filter(|day| day.date == date && day.vague == vague) {
            Some(day) => day.entries.push(own),
            None => days.push(Day { date, vague, entries: vec![own] }),
        }
    }
    days
}

/// Returns the day under which a date stands, or its words where it names none.
fn place(when: &Edtf, zone: Tz) -> (Option<NaiveDate>, Option<String>) {
    if let Some(day) = when.day(zone) {
        return (Some(day), None);
    }
    match when.closed_end().and_then(|own| own.day(zone)) {
        Some(day) => (Some(day), None),
        None => (None, Some(when.words_in(zone))),
    }
}

fn told_on(entry: &EntryView, zone: Tz) -> Option<NaiveDate> {
    let Some(first) = &entry.first_reported else {
        return entry.by_hand.as_ref().map(|own| own.at.with_timezone(&zone).date_naive());
    };
    let captured = first.captured.map(|at| at.with_timezone(&zone).date_naive());
    captured.or_else(|| first.published.map(|time| time.day(zone)))
}

/// Adds an entry to the day on which it was first told.
fn add_undated<'v>(days: &mut Vec<Day<'v>>, entry: &'v EntryView, told: Option<NaiveDate>) {
    let own = DayEntry { entry, is_undated: true };
    if let Some(day) = days.iter_mut().rev().find(|day| day.date == told && day.vague.is_none()) {
        day.entries.push(own);
        return;
    }
    let before = days.iter().rposition(|day| day.date.is_some() && day.date <= told);
    days.insert(before.map_or(0, |at| at + 1), Day { date: told, vague: None, entries: vec![own] });
}

/// Returns how an entry stands to its day: `02:15`, `by then`, `about`.
pub(super) fn clock(own: &DayEntry<'_>, zone: Tz) -> Option<String> {
    let when = own.entry.when.as_ref().filter(|_| !own.is_undated)?;
    match when.as_str() {
        text if text.starts_with("../") => Some("by".to_owned()),
        text if text.ends_with("/..") => Some("from".to_owned()),
        _ if when.is_interval() => None,
        _ if when.precision() == Precision::Second => {
            Some(when.earliest(zone).with_timezone(&zone).format("%H:%M").to_string())
        }
        _ if when.is_doubtful() && when.day(zone).is_some() => Some("about".to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::export::sample;

    #[test]
    fn background_is_apart_and_the_undated_stand_where_they_were_told() {
        let view = sample::timeline();
        let (background, days) = days(&view);
        let words = |days: &[Day<'_>]| -> Vec<(String, Vec<String>)> {
            let ids = |day: &Day<'_>| day.entries.iter().map(|own| own.entry.id.clone()).collect();
            days.iter().map(|day| (day.words(), ids(day))).collect()
        };
        let named = |day: &str, ids: &[&str]| (day.to_owned(), ids.iter().map(|id| (*id).to_owned()).collect());
        assert_eq!(words(&background), [named("the 1960s", &["e1"])]);
        let want =
            [named("1 May 2025", &["e2", "e3"]), named("2 May 2025", &["e5"]), named("by September 2025", &["e4"])];
        // `e5` was told on 2 May: its day comes after 1 May and before what names no day.
        assert_eq!(words(&days), want);
    }

    #[test]
    fn a_clock_says_how_an_entry_stands_to_its_day() {
        let mut entry = sample::timeline().entries[0].clone();
        for (when, want) in [
            ("2025-08-12T02:15:00+08:00", Some("02:15")),
            ("../2025-08-12", Some("by")),
            ("2025-08-12/..", Some("from")),
            ("2025-08-12~", Some("about")),
            ("2025-08-12", None),
            ("2025-08", None),
        ] {
            entry.when = Edtf::new(when).ok();
            let own = DayEntry { entry: &entry, is_undated: false };
            assert_eq!(clock(&own, Tz::Asia__Manila).as_deref(), want, "{when}");
        }
    }
}
