//! Puts moments, counts and verdicts into the words that every page uses.
//!
//! Words of observation: an archive knows captures, not edits. A change lies "between 07:05
//! and 13:10 on 12 August 2025"; a notice is not "missing" but "not found".

use chrono::{DateTime, Duration, NaiveDate, Utc};
use chrono_tz::Tz;
use sha2::{Digest, Sha256};

use crate::model::{Edtf, Nature, Precision, Status, Weight, hex, people_counted};
use crate::render::counted::count;
use crate::render::screen::facet::{nature_words, notice_words};
use crate::render::screen::times;
use crate::render::status::status_words;
use crate::view::{ChangeCounts, ChangeView, FigureSeries, VersionRow};

/// Returns when a version came that follows another, and what its page says of it.
pub(super) fn changed(from: &VersionRow, to: &VersionRow, zone: Tz) -> String {
    if from.last_seen == to.captured {
        return times::change(from, to, zone).into_iter().map(|(_, words)| words).collect();
    }
    let stated =
        to.modified.map(|stated| format!("; the page says {}", times::stated_beside(stated, to.captured, zone)));
    format!("changed {}{}", between(from.last_seen, to.captured, zone), stated.unwrap_or_default())
}

/// Returns `between 07:05 and 13:10 on 12 August 2025`, naming both days where they differ.
fn between(from: DateTime<Utc>, to: DateTime<Utc>, zone: Tz) -> String {
    let (from, to) = (from.with_timezone(&zone), to.with_timezone(&zone));
    let clock = |at: &DateTime<Tz>| at.format("%H:%M").to_string();
    if from.date_naive() == to.date_naive() {
        return format!("between {} and {} on {}", clock(&from), clock(&to), to.format("%-d %B %Y"));
    }
    format!("between {} and {}", from.format("%-d %b %H:%M"), to.format("%-d %b %Y %H:%M"))
}

/// Returns the day of a moment; the open end of a date lies beyond every calendar and becomes the last day of one.
pub(super) fn day_of(at: DateTime<Utc>, zone: Tz) -> NaiveDate {
    let day = Duration::days(1);
    at.clamp(DateTime::<Utc>::MIN_UTC + day, DateTime::<Utc>::MAX_UTC - day).with_timezone(&zone).date_naive()
}

/// Returns when a version was first seen, and until when it was found unchanged.
pub(super) fn seen(version: &VersionRow, zone: Tz) -> String {
    let first = times::moment(version.captured, zone);
    match version.looks {
        0 | 1 => format!("captured {first}"),
        looks => {
            format!("captured {first}, unchanged at {looks} looks until {}", times::moment(version.last_seen, zone))
        }
    }
}

/// Returns what the changes of an update come to: "2 material changes, no notice found; 3 of wording".
pub(super) fn verdict(counts: ChangeCounts) -> String {
    let ChangeCounts { material, minor, cosmetic, silent } = counts;
    if material + minor + cosmetic == 0 {
        return "the same text, word for word".to_owned();
    }
    let notice = match silent {
        0 => "",
        silent if silent == material => ", no notice found",
        _ => ", no notice found for some",
    };
    let mut told = Vec::new();
    if 0 < material {
        told.push(format!("{}{notice}", count(material, "material change", "material changes")));
    }
    if 0 < minor {
        told.push(count(minor, "change of wording", "changes of wording"));
    }
    if 0 < cosmetic {
        told.push(count(cosmetic, "change of typography", "changes of typography"));
    }
    told.join("; ")
}

/// Returns whether a change is one that an editor looks at: material, named by no notice, and no plain development.
pub(super) fn needs_look(change: &ChangeView) -> bool {
    change.weight == Weight::Material && change.silent && change.nature != Some(Nature::Development)
}

/// Returns how a material change came about and whether a notice admits it.
pub(super) fn standing(change: &ChangeView) -> String {
    if change.weight != Weight::Material {
        return change.weight.as_str().to_owned();
    }
    format!("{}; {}", nature_words(change), notice_words(change))
}

/// Returns how an entry or claim stands, where that needs a word; `tellers` counts who tells it, where that is told.
pub(super) fn status(status: Status, tellers: impl FnOnce() -> (usize, String)) -> Option<String> {
    match status {
        Status::Reported => Some(tellers()).filter(|(n, _)| 1 < *n).map(|(_, words)| words),
        told => Some(status_words(told).to_owned()),
    }
}

/// Returns the class that gives a status its shape.
pub(super) fn status_class(status: Status) -> Option<&'static str> {
    (status != Status::Reported).then(|| status.as_str())
}

/// Returns a name for content: ten digits of the hash of its words.
pub(super) fn short_hash(content: &str) -> String {
    hex(&Sha256::digest(content)[..5])
}

/// Returns the classes that are given, for one attribute.
pub(super) fn classes(names: &[Option<&str>]) -> String {
    names.iter().flatten().copied().collect::<Vec<_>>().join(" ")
}

/// Returns a value as people write it: a date in words, in the story's zone; anything else cut to fit.
pub(super) fn value(text: &str, zone: Tz, n: usize) -> String {
    let is_date = text.contains('-') && text.chars().all(|c| c.is_ascii_digit() || "-/.:T+Z~?%X".contains(c));
    match Edtf::new(text) {
        Ok(date) if is_date && date.precision() == Precision::Second && !date.is_interval() => {
            date.earliest(zone).with_timezone(&zone).format("%-d %B %Y, %H:%M").to_string()
        }
        Ok(date) if is_date => date.words_in(zone),
        _ => cut(text, n),
    }
}

/// Returns what a series counts, in words.
pub(super) fn series_name(series: &FigureSeries) -> String {
    let name = match series.unit.as_deref() {
        Some("people") => people_counted(&series.of),
        Some(unit) if unit != series.of => format!("{}, {unit}", series.of),
        _ => series.of.clone(),
    };
    series.year.map_or_else(|| name.clone(), |year| format!("{name} in {year}"))
}

/// Returns whether the first letter of `text` belongs to a script that is written from right to left.
pub(super) fn is_right_to_left(text: &str) -> bool {
    let first = text.chars().find(|c| c.is_alphabetic());
    first.is_some_and(|c| matches!(c, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}' | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'))
}

/// Returns at most `n` characters of `text`, cut at a word.
pub(super) fn cut(text: &str, n: usize) -> String {
    crate::render::screen::cut(text, n)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_lies_between_two_captures() {
        let at = |text: &str| text.parse::<DateTime<Utc>>().unwrap();
        let zone = Tz::Asia__Manila;
        let check = |from, to, want: &str| assert_eq!(between(at(from), at(to), zone), want);
        check("2025-08-11T23:05:00Z", "2025-08-12T05:10:00Z", "between 07:05 and 13:10 on 12 August 2025");
        check("2025-08-12T05:10:00Z", "2025-08-13T10:30:00Z", "between 12 Aug 13:10 and 13 Aug 2025 18:30");
    }

    #[test]
    fn versions_of_one_moment_were_recorded_together() {
        let row =
            |at: &str| VersionRow { last_seen: at.parse().unwrap(), captured: at.parse().unwrap(), ..sample_row() };
        let told = |from: &str, to: &str| changed(&row(from), &row(to), Tz::UTC);
        assert_eq!(
            told("2025-08-12T10:00:00Z", "2025-08-12T10:00:00Z"),
            "recorded together 12 Aug 2025 10:00; the pages do not say when they were written"
        );
        assert!(told("2025-08-12T10:00:00Z", "2025-08-12T11:00:00Z").starts_with("changed between 10:00 and 11:00"));
    }

    fn sample_row() -> VersionRow {
        VersionRow {
            number: 1,
            captured: DateTime::UNIX_EPOCH,
            captured_by: crate::model::CapturedBy::Clock,
            last_seen: DateTime::UNIX_EPOCH,
            looks: 1,
            published: None,
            modified: None,
            headline: None,
            standfirst: None,
            byline: Vec::new(),
            words: 0,
            returns_to: None,
            hash: String::new(),
        }
    }

    #[test]
    fn a_date_among_values_is_put_into_words() {
        let check = |text: &str, want: &str| assert_eq!(value(text, Tz::Asia__Manila, 20), want);
        check("2025-08-11T18:40:00+00:00", "12 August 2025, 02:40");
        check("../2025-08-12", "by 12 August 2025");
        check("at least 12", "at least 12");
        check("1987", "1987"); // a count as likely as a year
    }

    #[test]
    fn the_first_letter_gives_the_direction() {
        for (text, want) in
            [("قتل 01 شخصا", true), ("12 נהרגו", true), ("At least قتل", false), ("船で火災", false), ("12", false)]
        {
            assert_eq!(is_right_to_left(text), want, "{text}");
        }
    }

    #[test]
    fn a_notice_is_not_found_rather_than_missing() {
        let counts = |material, minor, silent| ChangeCounts { material, minor, cosmetic: 0, silent };
        assert_eq!(verdict(counts(2, 1, 2)), "2 material changes, no notice found; 1 change of wording");
        assert_eq!(verdict(counts(2, 0, 1)), "2 material changes, no notice found for some");
        assert_eq!(verdict(counts(0, 0, 0)), "the same text, word for word");
    }
}
