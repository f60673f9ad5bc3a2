//! Gives the ways in which two times of two texts may say the same.
//!
//! `tomorrow` and `Thursday` name one day on a Wednesday; `10:42 p.m. CDT` is `11:42 p.m. EDT`; `24 hours` are `one day`.

use chrono::{Datelike, Weekday};

use crate::model::{Edtf, Span, Timex, TimexMod, TimexType, month_named, season_named};
use crate::time::calendar::iso_duration::{TimeLength, length};
use crate::time::minutes_of_day_in_utc;

/// A way in which two times may agree.
#[derive(PartialEq, Eq, Hash)]
pub(super) enum TimeKey {
    /// The same calendar date, and the same modifier.
    Date(String, Option<TimexMod>),
    /// The same moment, in seconds since 1970.
    Instant(i64),
    /// The same time of day in the zones that both name, in minutes of UTC.
    Clock(i32),
    /// A weekday named as such: "Thursday", "Thursday morning"; with the part of the day.
    NamedWeekday(Weekday, String),
    /// The weekday of a day named otherwise: "tomorrow", "12 May"; with the part of the day.
    WeekdayOf(Weekday, String),
    /// The same value of a length or a set.
    Value(String),
    /// The same length.
    TimeLength(TimeLength),
    /// The same day of a month, month or season, of a year that is not known.
    PartOfYear(PartOfYear),
    /// The same words.
    Words(String),
}

/// Returns all keys by which a time can be found.
pub(super) fn keys_of(timex: &Timex, text: &str) -> Vec<TimeKey> {
    let words = timex.span.of(text).to_ascii_lowercase();
    let mut keys = Vec::new();
    let in_utc = minutes_of_day_in_utc(timex, timex.span.of(text)).filter(|_| timex.value.starts_with('T'));
    match &timex.edtf {
        Some(edtf) => keys.push(TimeKey::Date(edtf.to_string(), timex.modifier)),
        // A value that is not known or leaves something open ("XXXX-09", "PAST_REF") says too little.
        None if in_utc.is_none() && !timex.value.is_empty() && !timex.value.contains(['X', '_']) => {
            keys.push(TimeKey::Value(timex.value.clone()));
        }
        None => {}
    }
    keys.extend(length(&timex.value).map(TimeKey::TimeLength));
    keys.extend(part_of_year(timex, text).map(TimeKey::PartOfYear));
    keys.extend(timex.edtf.as_ref().and_then(Edtf::instant).map(|at| TimeKey::Instant(at.timestamp())));
    keys.extend(in_utc.map(TimeKey::Clock));
    keys.extend(weekday(timex, &words));
    keys.push(TimeKey::Words(words));
    keys
}

/// Returns the keys that a time is looked up by: its own, and for a weekday that of the same day named otherwise.
pub(super) fn sought_keys(timex: &Timex, text: &str) -> Vec<TimeKey> {
    let mut keys = keys_of(timex, text);
    let also = keys.iter().find_map(|key| match key {
        TimeKey::NamedWeekday(day, part) => Some(TimeKey::WeekdayOf(*day, part.clone())),
        _ => None,
    });
    for key in &mut keys {
        // A date is found by the weekday that the other text names, not by every date of the same weekday.
        if let TimeKey::WeekdayOf(day, part) = key {
            *key = TimeKey::NamedWeekday(*day, part.clone());
        }
    }
    keys.extend(also);
    keys
}

/// Returns the weekday of a single day, with the part of the day as TIMEX3 writes it.
fn weekday(timex: &Timex, words: &str) -> Option<TimeKey> {
    let day = timex.edtf.as_ref()?.day_as_written()?.weekday();
    let part = timex.value.split_once('T').map_or("", |(_, part)| part).to_owned();
    let is_named = words.split(|c: char| !c.is_alphabetic()).any(|word| word.parse::<Weekday>().is_ok());
    let is_fixed = words.contains(|c: char| c.is_ascii_digit()) || words.contains("next ") || words.contains("last ");
    match () {
        () if is_named && !is_fixed => Some(TimeKey::NamedWeekday(day, part)),
        () if is_named => None,
        () => Some(TimeKey::WeekdayOf(day, part)),
    }
}

/// A day of a month, a month or a season.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum PartOfYear {
    Day(u32, u32),
    Month(u32),
    Season(u32),
}

impl PartOfYear {
    /// Returns a name for what it is: only a month takes the place of a month.
    pub(super) const fn sort(self) -> &'static str {
        match self {
            Self::Day(..) => "day of a year",
            Self::Month(_) => "month",
            Self::Season(_) => "season",
        }
    }
}

/// Returns what a date of unknown year tells: "October 22" and "22 October", "by March", "in the autumn".
pub(super) fn part_of_year(timex: &Timex, text: &str) -> Option<PartOfYear> {
    if timex.edtf.is_some() || timex.kind != TimexType::Date || is_end_of_range(timex.span, text) {
        return None;
    }
    let words = timex.span.of(text).to_ascii_lowercase();
    let words = || words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let day = words().find_map(|word| {
        let digits = word.trim_end_matches(char::is_alphabetic);
        digits.parse().ok().filter(|day| (1..=31).contains(day))
    });
    match (words().find_map(month_named), day) {
        (Some(month), Some(day)) => Some(PartOfYear::Day(month, day)),
        // "The year to the end of March" ends on 31 March.
        (Some(month), None) if words().any(|word| word == "end") => Some(PartOfYear::Day(month, last_day(month))),
        (Some(month), None) => Some(PartOfYear::Month(month)),
        _ => words().find_map(season_named).map(PartOfYear::Season),
    }
}

/// Returns the last day of a month; of February in most years.
fn last_day(month: u32) -> u32 {
    match month {
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// Returns whether a date is one end of several days: "2 to 3 June" may be read as "3 June", "June 2 to 3" as "June 2".
fn is_end_of_range(date: Span, text: &str) -> bool {
    let joints = ["to", "and", "or", "-", "–"];
    let before = text[..date.start].trim_end();
    let follows_day = |joint: &&str| {
        before.strip_suffix(*joint).is_some_and(|before| before.trim_end().ends_with(|c: char| c.is_ascii_digit()))
    };
    let after = text[date.end..].trim_start();
    let leads_to_day = |joint: &&str| {
        after.strip_prefix(*joint).is_some_and(|after| after.trim_start().starts_with(|c: char| c.is_ascii_digit()))
    };
    joints.iter().any(|joint| follows_day(joint) || leads_to_day(joint))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::read_side;
    use crate::model::{DocumentTime, Setting};

    /// Returns whether the first time of each text is the same, both written on Wednesday 4 March 2026.
    fn agree(old: &str, new: &str) -> bool {
        let published = "2026-03-04".parse().ok().map(DocumentTime::Day);
        let setting = Setting { published, ..Setting::default() };
        let (old, new) = (read_side(None, old, setting), read_side(None, new, setting));
        let known = keys_of(&old.text.timexes[0], old.text.document.text);
        sought_keys(&new.text.timexes[0], new.text.document.text).iter().any(|key| known.contains(key))
    }

    #[test]
    fn one_day_is_the_same_however_it_is_named() {
        assert!(agree("They vote tomorrow.", "They vote on Thursday."));
        assert!(agree("They vote on Thursday.", "They vote tomorrow."));
        assert!(!agree("They vote tomorrow.", "They vote on Friday."));
        assert!(!agree("They vote on 5 March.", "They vote on 12 March."));
    }

    #[test]
    fn one_moment_is_the_same_in_every_zone() {
        assert!(agree("It left at 10:42 p.m. CDT.", "It left at 11:42 p.m. EDT."));
        assert!(agree("It left at 21:14 GMT.", "It left at 4:14 p.m. EST."));
        assert!(!agree("It left at 10:42 p.m. CDT.", "It left at 10:42 p.m. EDT."));
    }
}
