//! Writes a timeline as a calendar: an event a dated entry.
//!
//! A calendar wants a first day, so an entry goes in when its date has a known
//! beginning; its full date stands in the description. What was withdrawn is
//! `CANCELLED`, what was revised counts `SEQUENCE` up.

use chrono::{DateTime, Duration, Utc};
use chrono_tz::Tz;
use icalendar::{Calendar, Component, Event, EventLike, EventStatus};

use crate::model::{EntryKind, Precision, Status};
use crate::render::entry_words::{
    addresses, asked_words, first_report_words, latest_moment, left_out_words, rests_on, speaker_prefix, title,
    when_words,
};
use crate::render::safe::one_line;
use crate::view::{EntryView, TimelineView};

/// Writes the dated entries; the calendar's description says what is not there.
pub fn timeline(view: &TimelineView) -> String {
    let mut calendar = Calendar::new();
    calendar.name(&one_line(&title(view))).timezone(view.timezone.name());
    let told: Vec<String> = asked_words(view).into_iter().chain(left_out(view)).collect();
    if !told.is_empty() {
        calendar.description(&one_line(&told.join("; ")));
    }
    let stamp = latest_moment(view);
    for entry in &view.entries {
        if let Some(event) = event(entry, view, stamp) {
            calendar.push(event);
        }
    }
    calendar.done().to_string()
}

/// Returns what the format could not take.
pub fn left_out(view: &TimelineView) -> Option<String> {
    let vague = view.entries.iter().filter(|entry| start(entry, view.timezone).is_none()).count();
    left_out_words(view.undated.len(), vague)
}

fn start(entry: &EntryView, zone: Tz) -> Option<DateTime<Utc>> {
    entry.when.as_ref().map(|when| when.earliest(zone)).filter(|first| *first != DateTime::<Utc>::MIN_UTC)
}

fn event(entry: &EntryView, view: &TimelineView, stamp: DateTime<Utc>) -> Option<Event> {
    let zone = view.timezone;
    let (when, first) = (entry.when.as_ref()?, start(entry, zone)?);
    let mut event = Event::new();
    event.uid(&format!("{}-{}@writethru", view.story, entry.id)).timestamp(stamp);
    event.summary(&one_line(&format!("{}{}", speaker_prefix(entry), entry.text)));
    event.description(&description(entry, view));
    if let Some(url) = addresses(entry, view).first() {
        event.url(&one_line(url));
    }
    if !entry.tags.is_empty() {
        let tags: Vec<String> = entry.tags.iter().map(|tag| one_line(tag).replace(',', " ")).collect();
        event.add_property("CATEGORIES", tags.join(","));
    }
    if when.precision() == Precision::Second && !when.is_interval() {
        event.starts(first);
    } else {
        let last = when.latest(zone);
        let last = if last == DateTime::<Utc>::MAX_UTC { first } else { last };
        let day = |moment: DateTime<Utc>| moment.with_timezone(&zone).date_naive();
        event.starts(day(first)).ends(day(last) + Duration::days(1));
    }
    event.status(match (entry.status, entry.kind) {
        (Status::Withdrawn, _) => EventStatus::Cancelled,
        (_, EntryKind::Planned) => EventStatus::Tentative,
        _ => EventStatus::Confirmed,
    });
    event.sequence(entry.history.len() as u32);
    if let Some(changed) = entry.history.iter().filter_map(|step| step.captured).max() {
        event.last_modified(changed);
    }
    Some(event.done())
}

fn description(entry: &EntryView, view: &TimelineView) -> String {
    let zone = view.timezone;
    let mut lines = vec![when_words(entry, zone), first_report_words(entry, zone), rests_on(entry).join("; ")];
    lines.extend(addresses(entry, view).into_iter().map(one_line));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::export::sample;

    #[test]
    fn a_calendar_keeps_days_times_and_what_was_withdrawn() {
        let text = timeline(&sample::timeline());
        assert_eq!(text.matches("BEGIN:VEVENT").count(), 3); // "by September" has no beginning
        for line in [
            "DTSTART;VALUE=DATE:20250501",
            "DTEND;VALUE=DATE:20250502",
            "DTSTART:20250501T201500Z",
            "STATUS:CANCELLED",
            "UID:flood-e2@writethru",
            "SEQUENCE:1",
        ] {
            assert!(text.contains(&format!("{line}\r\n")), "{line} is missing in {text}");
        }
        assert!(text.lines().all(|line| line.len() <= 75), "a line is not folded");
        assert!(text.contains("left out: 1 entry without a date"));
    }

    #[test]
    fn the_same_view_gives_the_same_bytes() {
        assert_eq!(timeline(&sample::timeline()), timeline(&sample::timeline()));
    }
}
