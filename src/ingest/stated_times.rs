//! Reads what a text or its file's name says of when it was written.
//!
//! `Published 14 March 2025 07:40 | Updated 09:10` · `storm_2025-03-14_0810.txt`

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Tz;

use super::stated_times_table::{LABELS, StatedKind};
use crate::model::{Capture, DocumentTime, WrittenDay, WrittenTime, in_zone};

/// Lines at the beginning in which stated times are looked for.
const TIME_LINES: usize = 8;
/// A line of more words is a paragraph: what stands below it is no longer the head.
const HEAD_WORDS: usize = 30;

/// Takes the lines at the head of a text, below its first line, that hold stated times and nothing else.
///
/// A date without a label is when the text was published, unless it is one of several that head the parts of a chronology.
pub(super) fn take_lines(lines: &mut Vec<String>, zone: Tz, capture: &mut Capture) {
    let dates = lines.iter().filter(|line| is_bare_date(line, zone)).count();
    let (mut place, mut is_head) = (0, true);
    lines.retain(|line| {
        place += usize::from(!line.is_empty());
        let may_be = 1 < place && place <= TIME_LINES;
        let is_stamp = may_be && if is_bare_date(line, zone) { is_head && dates == 1 } else { is_labelled(line) };
        if is_stamp && take_line(line, zone, capture) {
            return false;
        }
        let n_words = line.split_whitespace().count();
        is_head &= place < 2 || n_words <= HEAD_WORDS && !line.ends_with(['.', '!', '?', '”', '"']);
        true
    });
}

/// Returns whether a line is a full date, with or without a time of day, and nothing else.
pub(super) fn is_bare_date(line: &str, zone: Tz) -> bool {
    line.starts_with(char::is_alphanumeric)
        && WrittenTime::read(line).is_ok_and(|written| written.absolute(zone).is_some())
}

/// Returns whether a part of a line opens with the label of a time.
fn is_labelled(line: &str) -> bool {
    parts(line).any(|part| labelled(part).is_some())
}

/// Returns what a line holds between its marks.
fn parts(line: &str) -> impl Iterator<Item = &str> {
    line.split(['|', '•', '·', ';']).map(str::trim).filter(|part| !part.is_empty())
}

/// Takes the times of a line that holds nothing else; returns whether it is such a line.
pub(super) fn take_line(line: &str, zone: Tz, capture: &mut Capture) -> bool {
    let mut times = Vec::new();
    let mut day = None;
    for part in parts(line) {
        // A date that no label explains is that of publication.
        let (kind, words) = labelled(part).unwrap_or((StatedKind::Published, part));
        let Ok(mut written) = WrittenTime::read(words) else { return false };
        // "Updated 09:10" is of the day that the line named before.
        written.day = written.day.or(day);
        day = written.day.filter(|day| matches!(day, WrittenDay::Date(_)));
        let Some(time) = written.absolute(zone) else { return false };
        times.push((kind, time));
    }
    for (kind, time) in &times {
        let stated = match kind {
            StatedKind::Published => &mut capture.published,
            StatedKind::Modified => &mut capture.modified,
        };
        *stated = stated.or(Some(*time));
    }
    !times.is_empty()
}

/// Returns what a label says, and the words after it.
fn labelled(part: &str) -> Option<(StatedKind, &str)> {
    LABELS.iter().find_map(|(label, kind)| {
        let head = part.get(..label.len()).filter(|head| head.eq_ignore_ascii_case(label))?;
        let words = part[head.len()..].trim_start_matches(':').trim_start();
        let is_apart = words.len() < part.len() - head.len();
        is_apart.then_some((*kind, words))
    })
}

/// Returns the time in the name of a file, if it has one with a full date.
pub fn time_in_name(name: &str, zone: Tz) -> Option<DocumentTime> {
    let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let starts = name
        .char_indices()
        .filter(|(at, c)| c.is_ascii_digit() && !name[..*at].ends_with(|before: char| before.is_ascii_digit()));
    starts.map(|(at, _)| &name[at..]).find_map(|text| time_at(text, zone))
}

/// Reads `2025-03-14`, `20250314`, `2025-03-14T08-10-30Z`, `20250314_0810` at the beginning of a text.
fn time_at(text: &str, zone: Tz) -> Option<DocumentTime> {
    let mut rest = text;
    let year = digits(&mut rest, 4)?;
    skip(&mut rest);
    let month = digits(&mut rest, 2)?;
    skip(&mut rest);
    let day = digits(&mut rest, 2)?;
    let is_news = (1600..2200).contains(&year);
    let date = NaiveDate::from_ymd_opt(year as i32, month, day).filter(|_| is_news)?;
    let mut clock = rest.strip_prefix(['T', 't', '_', '-', ' ', '.']).unwrap_or(rest);
    let Some(hour) = digits(&mut clock, 2) else {
        // A longer number is no date.
        return (!rest.starts_with(|c: char| c.is_ascii_digit())).then_some(DocumentTime::Day(date));
    };
    let hour_only = clock;
    skip(&mut clock);
    let Some(minute) = digits(&mut clock, 2) else {
        return (!hour_only.starts_with(|c: char| c.is_ascii_digit())).then_some(DocumentTime::Day(date));
    };
    let before_seconds = clock;
    skip(&mut clock);
    let second = digits(&mut clock, 2);
    if second.is_none() {
        clock = before_seconds;
    }
    let time = NaiveTime::from_hms_opt(hour, minute, second.unwrap_or(0))?;
    let zone = if clock.starts_with(['Z', 'z']) { Tz::UTC } else { zone };
    Some(DocumentTime::Instant(in_zone(date.and_time(time), zone)))
}

/// Takes a number of so many digits.
fn digits(text: &mut &str, count: usize) -> Option<u32> {
    let (head, rest) = text.split_at_checked(count)?;
    let number = head.bytes().all(|byte| byte.is_ascii_digit()).then(|| head.parse().ok())??;
    *text = rest;
    Some(number)
}

/// Leaves out a sign between two numbers.
fn skip(text: &mut &str) {
    *text = text.strip_prefix(['-', '_', '.', ':', 'h']).unwrap_or(text);
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_of_times_is_read_and_one_of_words_is_left() {
        let check = |line: &str, want: &str| {
            let mut capture = Capture::default();
            let is_taken = take_line(line, Tz::Europe__London, &mut capture);
            let word = |time: Option<DocumentTime>| time.map_or("-".to_owned(), |time| time.to_string());
            let got = format!("{} {}", word(capture.published), word(capture.modified));
            assert_eq!(if is_taken { got } else { "left".to_owned() }, want, "for {line}");
        };
        check("Published 14 March 2025 07:40", "2025-03-14T07:40:00Z -");
        check("Published: 14 March 2025", "2025-03-14 -");
        check(
            "PUBLISHED ON FRIDAY 14 MARCH 2025 AT 14:30 GMT | LAST UPDATED 16:05",
            "2025-03-14T14:30:00Z 2025-03-14T16:05:00Z",
        );
        check("Updated 2 May 2025, 9am", "- 2025-05-02T08:00:00Z");
        check("14 May 2026", "2026-05-14 -");
        check("29 November 2026 09:00", "2026-11-29T09:00:00Z -");
        check("November 29, 2026 9:00 am", "2026-11-29T09:00:00Z -");
        check("Updated 10:49", "left"); // of which day?
        check("Published in March, the report names nobody.", "left");
        check("Updated figures are due on 14 March 2025", "left");
        check("Published", "left");
    }

    #[test]
    fn a_date_alone_at_the_head_is_that_of_publication_and_dates_of_a_chronology_are_text() {
        let check = |text: &str, want: (Option<&str>, Option<&str>), left: &[&str]| {
            let mut capture = Capture::default();
            let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
            take_lines(&mut lines, Tz::UTC, &mut capture);
            let [published, modified] =
                [capture.published, capture.modified].map(|time| time.map(|time| time.to_string()));
            assert_eq!((published.as_deref(), modified.as_deref()), want, "for {text}");
            assert_eq!(lines.iter().filter(|line| !line.is_empty()).collect::<Vec<_>>(), left, "for {text}");
        };
        let head = "Bridge shut\nBy Ann Lee\n14 May 2026\nUpdated 15 May 2026 at 9am\n\nIt is shut.";
        let kept = ["Bridge shut", "By Ann Lee", "It is shut."];
        check(head, (Some("2026-05-14"), Some("2026-05-15T09:00:00Z")), &kept);
        let below = "Bridge shut\n\nIt was shut.\n\n14 May 2026\n\nIt fell.";
        check(below, (None, None), &["Bridge shut", "It was shut.", "14 May 2026", "It fell."]);
        let days = "How it went\n\n14 May 2026\n\nIt fell.\n\n15 May 2026\n\nIt rose.";
        check(days, (None, None), &["How it went", "14 May 2026", "It fell.", "15 May 2026", "It rose."]);
    }

    #[test]
    fn names_of_files_hold_times() {
        let check = |name: &str, want: Option<&str>| {
            let got = time_in_name(name, Tz::Europe__London).map(|time| time.to_string());
            assert_eq!(got.as_deref(), want, "for {name}");
        };
        check("storm_herald_2025-03-14.txt", Some("2025-03-14"));
        check("2025/storm-20250314-0810.html", Some("2025-03-14T08:10:00Z"));
        check("storm_2025-05-14T08-10-30.txt", Some("2025-05-14T07:10:30Z"));
        check("20250514081030Z.html", Some("2025-05-14T08:10:30Z"));
        check("storm-0810.txt", None);
        check("2025-02-30.txt", None);
        check("flight-20193141.txt", None);
        check("v2.txt", None);
    }
}
