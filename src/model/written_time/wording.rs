//! Brings the words of a time into the few forms that are read: `last night at 11` is `yesterday at 11pm`.

use std::fmt;

use super::parts::month;

/// A part of the day, which says whose hours are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PartOfDay {
    Morning,
    Afternoon,
    Evening,
    Night,
    /// From yesterday's evening to this morning.
    LastNight,
}

impl fmt::Display for PartOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Morning => "morning",
            Self::Afternoon => "afternoon",
            Self::Evening => "evening",
            Self::Night => "night",
            Self::LastNight => "last night",
        })
    }
}

/// What people write for a form that is read; a phrase stands before those that are a part of it.
const PHRASES: &[(&str, &str)] = &[
    ("the day before yesterday", "2 days ago"),
    ("day before yesterday", "2 days ago"),
    ("the day after tomorrow", "in 2 days"),
    ("half an hour ago", "30 minutes ago"),
    ("half an hour from now", "in 30 minutes"),
    ("a couple of", "2"),
    ("just now", "now"),
    ("right now", "now"),
    ("last night", "yesterday lastnight"),
    ("this morning", "today morning"),
    ("this afternoon", "today afternoon"),
    ("this evening", "today evening"),
    ("tonight", "today evening"),
    ("in the", ""),
    ("at night", "night"),
];

/// Returns the words of a time in plain form, and the part of the day that they name.
pub(super) fn plain(text: &str) -> (Vec<String>, Option<PartOfDay>) {
    let lower = text.to_lowercase().replace("a.m.", "am").replace("p.m.", "pm").replace('[', " [");
    let words: Vec<&str> = lower.split([' ', ',', '\t', '\n', '\u{A0}']).filter(|word| !word.is_empty()).collect();
    let mut joined = format!(" {} ", words.join(" "));
    for (phrase, plain) in PHRASES {
        joined = joined.replace(&format!(" {phrase} "), &format!(" {plain} "));
    }
    let mut words: Vec<String> = joined.split_whitespace().flat_map(parted).collect();
    let part = words.iter().position(|word| part_of_day(word).is_some()).map(|at| words.remove(at));
    let part = part.and_then(|word| part_of_day(&word));
    if let Some(part) = part {
        let is_of_month = |at: usize| words.get(at).is_some_and(|word| month(word).is_some());
        let bare = (0..words.len()).find(|at| {
            hour_of(&words[*at]).is_some_and(|hour| (1..=12).contains(&hour))
                && !matches!(words.get(at + 1).map(String::as_str), Some("am" | "pm"))
                && !is_of_month(at + 1)
                && !at.checked_sub(1).is_some_and(is_of_month)
        });
        if let Some((at, half)) = bare.and_then(|at| Some((at, half_of(part, hour_of(&words[at])?)?))) {
            words[at].push_str(half);
        }
    }
    (words, part)
}

fn part_of_day(word: &str) -> Option<PartOfDay> {
    match word {
        "morning" => Some(PartOfDay::Morning),
        "afternoon" => Some(PartOfDay::Afternoon),
        "evening" => Some(PartOfDay::Evening),
        "night" => Some(PartOfDay::Night),
        "lastnight" => Some(PartOfDay::LastNight),
        _ => None,
    }
}

/// Returns the half of the day that an hour of this part is in; `None` where it may be either.
fn half_of(part: PartOfDay, hour: u32) -> Option<&'static str> {
    match part {
        PartOfDay::Morning => Some("am"),
        PartOfDay::Afternoon => Some("pm"),
        PartOfDay::Evening => (hour < 12).then_some("pm"),
        PartOfDay::Night | PartOfDay::LastNight if hour == 12 => Some("am"),
        PartOfDay::Night | PartOfDay::LastNight => (6 <= hour).then_some("pm"),
    }
}

/// Returns the hour of `9`, `9:30` or `9.30`.
fn hour_of(word: &str) -> Option<u32> {
    let (hour, minutes) = word.split_once([':', '.']).unwrap_or((word, "00"));
    let is_clock = hour.len() <= 2 && minutes.len() == 2 && minutes.bytes().all(|byte| byte.is_ascii_digit());
    hour.parse().ok().filter(|_| is_clock)
}

/// Returns the parts of `14-mar-2025`, of `20250314090000` and of `21h30` in forms that are read, any other word as it is.
fn parted(word: &str) -> Vec<String> {
    let is_digits = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    if is_digits(word) && matches!(word.len(), 12 | 14) {
        return vec![format!("{}t{}", &word[..8], &word[8..])];
    }
    if let Some((hour, minutes)) = word.split_once('h')
        && is_digits(hour)
        && is_digits(minutes)
        && hour.len() <= 2
        && minutes.len() == 2
    {
        return vec![format!("{hour}:{minutes}")];
    }
    let parts: Vec<&str> = word.split(['-', '/']).collect();
    match parts.len() == 3 && parts.iter().any(|part| month(part).is_some()) {
        true => parts.into_iter().map(str::to_owned).collect(),
        false => vec![word.to_owned()],
    }
}
