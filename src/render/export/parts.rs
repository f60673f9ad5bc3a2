//! Puts the parts of an entry into words that every format uses alike.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::model::{DocumentTime, EntryKind, Status};
use crate::render::status::status_words;
use crate::view::{EntryView, EvidenceView, TimelineView};

/// Returns what a kind of entry is called; an event needs no word.
pub fn kind_word(kind: EntryKind) -> Option<&'static str> {
    match kind {
        EntryKind::Event => None,
        EntryKind::Statement => Some("said"),
        EntryKind::Planned => Some("planned"),
    }
}

/// Returns what a status is called; `reported` by one outlet is the plain case.
pub fn status_word(status: Status, outlets: usize) -> Option<&'static str> {
    match status {
        Status::Reported if 1 < outlets => Some("several outlets"),
        Status::Reported => None,
        told => Some(status_words(told)),
    }
}

/// Returns when it happened, in words: "about 12 August 2025", "no date told".
pub fn when_words(entry: &EntryView, zone: Tz) -> String {
    if let Some(when) = &entry.when {
        return when.words_in(zone);
    }
    match (&entry.earliest, &entry.latest) {
        (Some(first), Some(last)) => {
            format!("no date told; between {} and {}", first.words_in(zone), last.words_in(zone))
        }
        (Some(first), None) => format!("no date told; not before {}", first.words_in(zone)),
        (None, Some(last)) => format!("no date told; not after {}", last.words_in(zone)),
        (None, None) => "no date told".to_owned(),
    }
}

/// Returns where the words stand, shortest first to type: "Harbour Wire v3 s12".
pub fn evidence_words(evidence: &EvidenceView) -> String {
    let who = evidence.outlet.as_deref().unwrap_or(&evidence.article);
    format!("{who} v{} s{}", evidence.version, evidence.sentence)
}

/// Returns a moment as people in `zone` write it.
pub fn moment_words(moment: DateTime<Utc>, zone: Tz) -> String {
    moment.with_timezone(&zone).format("%-d %B %Y %H:%M %Z").to_string()
}

/// Returns the first report in words: "first seen in Harbour Wire v2, captured …; not yet in the capture of …".
pub fn first_report_words(entry: &EntryView, zone: Tz) -> String {
    let first = &entry.first_reported;
    let who = first.outlet.as_deref().unwrap_or(&first.article);
    let mut words = format!("first seen in {who} v{}", first.version);
    match (first.captured, first.published) {
        (Some(captured), _) => words.push_str(&format!(", captured {}", moment_words(captured, zone))),
        (None, Some(DocumentTime::Instant(stated))) => {
            words.push_str(&format!(", stated {}", moment_words(stated, zone)));
        }
        (None, Some(DocumentTime::Day(day))) => words.push_str(&format!(", stated {}", day.format("%-d %B %Y"))),
        (None, None) => {}
    }
    match first.not_yet {
        Some(before) => words.push_str(&format!("; not yet in the capture of {}", moment_words(before, zone))),
        None if first.version == 1 => words.push_str("; earliest in this archive"),
        None => {}
    }
    words
}

/// Returns the speaker in front of the text, where there is one.
pub fn speaker_prefix(entry: &EntryView) -> String {
    entry.speaker.as_ref().map(|speaker| format!("{speaker}: ")).unwrap_or_default()
}

/// Returns the story's title, else its name.
pub fn title(view: &TimelineView) -> &str {
    view.title.as_deref().unwrap_or(&view.story)
}

/// Returns the latest moment that the view knows of: its time of making, as far as its content goes.
pub fn latest_moment(view: &TimelineView) -> DateTime<Utc> {
    let entries = view.entries.iter().chain(&view.undated);
    let told = entries
        .flat_map(|entry| entry.history.iter().filter_map(|item| item.captured).chain(entry.first_reported.captured));
    view.as_of.into_iter().chain(told).max().unwrap_or(DateTime::UNIX_EPOCH)
}

/// Counts with a noun: "1 entry", "3 entries".
pub fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

/// Returns the sentence that says what an export left out, or nothing where it holds all.
pub fn left_out_words(undated: usize, vague: usize) -> Option<String> {
    let mut told = Vec::new();
    if 0 < undated {
        told.push(format!("{} without a date", count(undated, "entry", "entries")));
    }
    if 0 < vague {
        told.push(format!("{} with a date this format cannot hold", count(vague, "entry", "entries")));
    }
    (!told.is_empty()).then(|| format!("left out: {}", told.join(", ")))
}
