//! Says which hour of the clock an hour of a part of the day is: `evening at 8` is 20:00.
//!
//! What may be two times is refused, not guessed: `Thursday night at 1:30` is on Thursday for some and on Friday for
//! others, and `evening at 12:30` is neither noon nor surely midnight.

use std::fmt;

use PartOfDay::{Afternoon, Evening, LastNight, Morning, Night, Tonight};

/// A part of the day, which says whose hours are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PartOfDay {
    Morning,
    Afternoon,
    Evening,
    Night,
    /// This evening.
    Tonight,
    /// From yesterday's evening to this morning.
    LastNight,
}

impl fmt::Display for PartOfDay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Morning => "morning",
            Afternoon => "afternoon",
            Evening => "evening",
            Night => "night",
            Tonight => "tonight",
            LastNight => "last night",
        })
    }
}

/// Whether an hour says by itself which half of the day it is in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum HourForm {
    /// It may be of either: `8`, `8:30`.
    Bare,
    /// It does: `8pm`, `20:30`, `08:30`, `noon`.
    #[default]
    Clear,
}

/// An hour of the clock, and how many days after the named day it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct HourOfDay {
    /// 0 to 23.
    pub hour: u32,
    pub days: i64,
}

/// Hours that may stand beside a part of the day, and what they mean there.
struct PartHours {
    part: PartOfDay,
    form: HourForm,
    /// The first and the last hour as written.
    hours: (u32, u32),
    /// Where the half of the day begins that a bare hour is in.
    half: u32,
    /// How many days after the named day.
    days: i64,
    #[cfg_attr(not(test), expect(dead_code, reason = "the evidence of the row"))]
    example: &'static str,
    /// The clock time of the example.
    #[cfg_attr(not(test), expect(dead_code, reason = "the evidence of the row"))]
    clock: &'static str,
}

const fn bare(
    part: PartOfDay,
    hours: (u32, u32),
    half: u32,
    days: i64,
    example: &'static str,
    clock: &'static str,
) -> PartHours {
    PartHours { part, form: HourForm::Bare, hours, half, days, example, clock }
}

const fn clear(part: PartOfDay, hours: (u32, u32), days: i64, example: &'static str, clock: &'static str) -> PartHours {
    PartHours { part, form: HourForm::Clear, hours, half: 0, days, example, clock }
}

/// Every pair of a part and hours that means one time.
#[rustfmt::skip]
const HOURS: &[PartHours] = &[
    bare(Morning,   (1, 12), 0, 0,  "9 March 2025 at 10 in the morning", "10:00"),
    clear(Morning,  (0, 11), 0,     "this morning at 00:30",             "00:30"),
    bare(Afternoon, (12, 12), 12, 0, "yesterday afternoon at 12:30",     "12:30"),
    bare(Afternoon, (1, 6), 12, 0,  "4.15 in the afternoon, 9 March 2025", "16:15"),
    clear(Afternoon, (12, 18), 0,   "yesterday afternoon at 15:00",      "15:00"),
    bare(Evening,   (4, 11), 12, 0, "Thursday evening at 8",             "20:00"),
    clear(Evening,  (16, 23), 0,    "9 March 2025 7pm in the evening",   "19:00"),
    bare(Night,     (6, 11), 12, 0, "Thursday night at 11:45",           "23:45"),
    clear(Night,    (18, 23), 0,    "Thursday at 22:00 at night",        "22:00"),
    bare(Tonight, (4, 11), 12, 0,   "tonight at 9",                      "21:00"),
    clear(Tonight, (16, 23), 0,     "tonight at 20:30",                  "20:30"),
    bare(LastNight, (6, 11), 12, 0, "last night at 11",                  "23:00"),
    // Midnight and the small hours of last night are today's.
    bare(LastNight, (12, 12), 0, 1, "12:30 last night",                  "00:30"),
    clear(LastNight, (18, 23), 0,   "8pm last night",                    "20:00"),
    clear(LastNight, (0, 5), 1,     "last night at 3am",                 "03:00"),
];

impl PartOfDay {
    /// Returns the part that a word names.
    pub(super) fn named(word: &str) -> Option<Self> {
        match word {
            "lastnight" => Some(LastNight),
            _ => [Morning, Afternoon, Evening, Night, Tonight].into_iter().find(|part| part.to_string() == word),
        }
    }

    /// Returns the first and the last second by the clock that the part may have, in words that are read beside it.
    pub(super) const fn bounds(self) -> (&'static str, &'static str) {
        match self {
            Morning => ("00:00", "11:59:59"),
            Afternoon => ("12:00", "18:59:59"),
            Evening | Tonight => ("16:00", "23:59:59"),
            Night => ("18:00", "23:59:59"),
            LastNight => ("18:00", "05:59:59"),
        }
    }

    /// Returns which hour of the clock is meant; `None` where none is, or more than one.
    pub(super) fn hour(self, hour: u32, form: HourForm) -> Option<HourOfDay> {
        let fits =
            |row: &&PartHours| row.part == self && row.form == form && (row.hours.0..=row.hours.1).contains(&hour);
        HOURS.iter().find(fits).map(|row| HourOfDay {
            hour: if form == HourForm::Bare { hour % 12 + row.half } else { hour },
            days: row.days,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{WrittenDay, WrittenTime};

    #[test]
    fn every_row_fires_on_its_own_example() {
        for row in HOURS {
            let written = WrittenTime::read(row.example).expect(row.example);
            assert_eq!(written.time.unwrap().format("%H:%M").to_string(), row.clock, "{}", row.example);
            if row.part == LastNight {
                assert_eq!(written.day, Some(WrittenDay::FromToday(row.days - 1)), "{}", row.example);
            }
            let hour = row.clock[..2].parse().unwrap();
            let written = if row.form == HourForm::Clear { hour } else { (hour + 11) % 12 + 1 };
            assert_eq!(row.part.hour(written, row.form), Some(HourOfDay { hour, days: row.days }), "{}", row.example);
        }
    }

    #[test]
    fn the_bounds_of_a_part_are_hours_that_it_has() {
        for part in [Morning, Afternoon, Evening, Night, Tonight, LastNight] {
            let (first, last) = part.bounds();
            let hours = |day| {
                let rows = HOURS.iter().filter(move |row| row.part == part && row.days == day);
                rows.filter(|row| row.form == HourForm::Clear).map(|row| row.hours)
            };
            let hour = |clock: &str| clock[..2].parse::<u32>().unwrap();
            assert_eq!(hours(0).map(|(first, _)| first).min(), Some(hour(first)), "{part}");
            let of_next_day = hours(1).map(|(_, last)| last).max();
            assert_eq!(of_next_day.or(hours(0).map(|(_, last)| last).max()), Some(hour(last)), "{part}");
        }
    }

    #[test]
    fn no_hour_of_a_part_has_two_rows() {
        for (at, row) in HOURS.iter().enumerate() {
            let others = HOURS[at + 1..].iter().filter(|other| other.part == row.part && other.form == row.form);
            assert!({ others }.all(|other| other.hours.1 < row.hours.0 || row.hours.1 < other.hours.0));
        }
    }
}
