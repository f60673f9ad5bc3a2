//! Writes a timeline for `TimelineJS 3`.
//!
//! Its own check is lax: it shows month 13 and drops a slide without a date in
//! silence. So dates are made from EDTF here, with only the parts that are
//! known, and the full truth goes into `display_date`. It knows no time zone:
//! clock times are given in the story's.

use chrono::{DateTime, Datelike, Timelike, Utc};
use chrono_tz::Tz;
use serde::Serialize;

use crate::model::{EntryKind, Precision};
use crate::render::entry_words::{
    addresses, asked_words, first_report_words, kind_word, left_out_words, speaker_prefix, status_word, title,
    when_words,
};
use crate::view::{EntryView, TimelineView};

#[derive(Serialize)]
struct Slides<'a> {
    title: Slide<'a>,
    events: Vec<Slide<'a>>,
}

#[derive(Serialize)]
struct Slide<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    unique_id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_date: Option<DateParts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_date: Option<DateParts>,
    #[serde(skip_serializing_if = "Option::is_none")]
    display_date: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    group: Option<&'static str>,
    text: SlideWords,
}

#[derive(Serialize)]
struct SlideWords {
    headline: String,
    text: String,
}

/// A date in the parts that are known, coarsest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct DateParts {
    pub year: i32,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub month: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hour: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minute: Option<u32>,
}

/// Writes the dated entries; the title slide says what is not there.
pub fn timeline(view: &TimelineView) -> String {
    let title = Slide {
        unique_id: None,
        start_date: None,
        end_date: None,
        display_date: None,
        group: None,
        text: SlideWords {
            headline: escape(&title(view)),
            text: escape(&asked_words(view).into_iter().chain(left_out(view)).collect::<Vec<_>>().join("; ")),
        },
    };
    let slides = Slides { title, events: view.entries.iter().filter_map(|entry| slide(entry, view)).collect() };
    let mut text = serde_json::to_string_pretty(&slides).expect("slides are plain data");
    text.push('\n');
    text
}

/// Returns what the format could not take.
pub fn left_out(view: &TimelineView) -> Option<String> {
    let vague = view.entries.iter().filter(|entry| date_parts(entry, view.timezone).is_none()).count();
    left_out_words(view.undated.len(), vague)
}

fn slide<'v>(entry: &'v EntryView, view: &'v TimelineView) -> Option<Slide<'v>> {
    let zone = view.timezone;
    let (start, end) = date_parts(entry, zone)?;
    let mut told: Vec<String> = Vec::new();
    told.extend(status_word(entry));
    told.extend(kind_word(entry.kind).filter(|_| entry.kind == EntryKind::Planned).map(str::to_owned));
    told.push(first_report_words(entry, zone));
    Some(Slide {
        unique_id: Some(&entry.id),
        start_date: Some(start),
        end_date: end,
        display_date: Some(when_words(entry, zone)),
        group: Some(match entry.kind {
            EntryKind::Event => "Events",
            EntryKind::Statement => "Statements",
            EntryKind::Planned => "Planned",
        }),
        text: SlideWords {
            headline: escape(&format!("{}{}", speaker_prefix(entry), entry.text)),
            text: escape(&told.join("; ")) + &links(entry, view),
        },
    })
}

/// Returns the parts of an entry's first and, for a span of time, last date; `None` without any known end.
pub fn date_parts(entry: &EntryView, zone: Tz) -> Option<(DateParts, Option<DateParts>)> {
    let when = entry.when.as_ref()?;
    let (first, last) = when.bounds(zone);
    let (open_start, open_end) = (first == DateTime::<Utc>::MIN_UTC, last == DateTime::<Utc>::MAX_UTC);
    let precision = when.precision();
    if open_start {
        return (!open_end).then(|| (parts(last, precision, zone), None));
    }
    let spans = when.is_interval() && !open_end || precision < Precision::Year;
    let end = spans.then(|| parts(last, precision, zone));
    Some((parts(first, precision, zone), end))
}

fn parts(moment: DateTime<Utc>, precision: Precision, zone: Tz) -> DateParts {
    let local = moment.with_timezone(&zone);
    let from = |least: Precision, part: u32| (least <= precision).then_some(part);
    DateParts {
        year: local.year(),
        month: from(Precision::Season, local.month()),
        day: from(Precision::Day, local.day()),
        hour: from(Precision::Second, local.hour()),
        minute: from(Precision::Second, local.minute()),
    }
}

/// Returns links to the pages that an entry rests on, as HTML.
fn links(entry: &EntryView, view: &TimelineView) -> String {
    let link = |url: &str| maud::html! { " " a href=(url) rel="external noreferrer" { (url) } }.into_string();
    addresses(entry, view).into_iter().map(link).collect()
}

/// `TimelineJS` puts words into the page as HTML.
fn escape(words: &str) -> String {
    maud::html! { (words) }.into_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::export::sample;

    #[test]
    fn dates_have_only_the_parts_that_are_known() {
        let text = timeline(&sample::timeline());
        let json: serde_json::Value = serde_json::from_str(&text).expect("JSON");
        let events = json["events"].as_array().expect("slides");
        assert_eq!(events.len(), 4);
        assert_eq!(events[0]["start_date"], serde_json::json!({"year": 1960}));
        assert_eq!(events[0]["end_date"], serde_json::json!({"year": 1969}));
        assert_eq!(events[1]["start_date"], serde_json::json!({"year": 2025, "month": 5, "day": 1}));
        assert_eq!(events[2]["start_date"]["hour"], 21);
        assert_eq!(events[3]["start_date"], serde_json::json!({"year": 2025, "month": 9}));
        assert_eq!(events[3]["display_date"], "by September 2025");
        assert_eq!(json["title"]["text"]["text"], "left out: 1 entry without a date");
        assert!(!text.contains("<b>"));
    }
}
