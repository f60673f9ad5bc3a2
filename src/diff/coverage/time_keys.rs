//! Gives the ways in which two times of two texts may say the same.
//!
//! `tomorrow` and `Thursday` name one day on a Wednesday; `10:42 p.m. CDT` is `11:42 p.m. EDT`; `24 hours` are `one day`.

use chrono::{Datelike, Weekday};

use crate::model::{Edtf, Timex, TimexMod};
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
    /// The same length, as bits of its minutes.
    Minutes(u64),
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
    keys.extend(minutes(&timex.value).map(|minutes| TimeKey::Minutes(minutes.to_bits())));
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

/// Returns how many minutes a length of time has, `None` for a date, a month or a year: `PT24H` and `P1D` are one.
fn minutes(value: &str) -> Option<f64> {
    let (factor, amount) = match (value.strip_prefix("PT"), value.strip_prefix('P')?) {
        (Some(clock), _) if clock.ends_with('H') => (60.0, clock),
        (Some(clock), _) if clock.ends_with('M') => (1.0, clock),
        (None, days) if days.ends_with('D') => (1440.0, days),
        (None, weeks) if weeks.ends_with('W') => (10_080.0, weeks),
        _ => return None,
    };
    amount[..amount.len() - 1].parse::<f64>().ok().map(|amount| amount * factor)
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
