//! Defines the row of a pattern table and the words that it spells out.
//!
//! The pattern `the? {ord} quarter [of {year}]` spells out "the", "quarter" and
//! "of". Its [`Semantics`] says what the captured words come to.

use crate::model::TimexMod;
use crate::time::phrase::{Anchor, DayPart};

/// One way to name a time, with a sentence that shows it.
#[allow(dead_code, reason = "a test reads every row on its example")]
pub(crate) struct Pattern {
    /// Words, `a|b`, `{class}`, `<phrase>`, `word?`, `[several words]`.
    pub words: &'static str,
    /// What the captured words come to.
    pub semantics: Semantics,
    /// A sentence that the pattern is needed for.
    pub example: &'static str,
    /// Date of the example's document.
    pub at: &'static str,
    /// The expression as it must be found: "words|TYPE|value|MOD", several with "; "; empty when the words are no time.
    pub want: &'static str,
}

/// What the words of a pattern come to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Semantics {
    /// One calendar date made of everything captured.
    Date,
    /// A date only where the neighbours agree: "March", "1996".
    WeakDate,
    /// Figures with slashes, dots or hyphens: "12/31/2023".
    Numeric,
    /// A day so many days from the document's: "yesterday".
    Day(i32),
    /// A part of the day that is so many days from the document's: "tonight".
    PartOfDay(i32, DayPart),
    /// One of the days of a name in a month: "the last Monday of August".
    NthWeekday,
    /// A unit so many from the document's: "the year before last".
    UnitAway(i32),
    /// A unit, date or part of the day relative to an anchor: "last week", "the previous month".
    Relative,
    /// The unit that holds the anchor: "the fiscal year".
    Unit(Anchor),
    /// The unit that holds the reference time: "that year".
    That,
    /// The same, where the neighbours agree: "the quarter", "the weekend".
    TheUnit,
    /// A length before (-1) or after (1) the anchor: "two weeks ago".
    Shift(i32, Anchor),
    /// The day of the reference time itself: "two days later than planned".
    SameDay,
    /// A length of time: "three days".
    Length,
    /// A length of no stated size: "weeks".
    VagueLength,
    /// One of a unit: "a year".
    OneUnit,
    /// A recurring time, a TIMEX3 SET: "every Tuesday".
    Every,
    /// Words that other patterns would take for a time and that are none: "37 years old".
    NotTime,
    /// The quarter that the text reports on: "the same period".
    QuarterOf,
    /// The quarter that ended last: "the latest quarter".
    LatestQuarter,
    /// The quarter that the text reports on, in another year: "the 1988 quarter".
    Period,
    /// The second half of a year: "the latter half of 2008".
    LastHalf,
    /// A length, compared with that of the year before: "the year-earlier nine months".
    YearAgoLength,
    /// A quarter of the year before: "the year-ago third quarter".
    YearAgoQuarter,
    /// The document's year: "the full year".
    Year,
    /// The end of the document's year: "year-end".
    YearEnd,
    /// A recurring time with this TIMEX3 value: "daily".
    Fixed(&'static str),
    /// A vague reference with this TIMEX3 value: "now".
    Reference(&'static str),
    /// The same, but only in a narrative: "the former king"; in news such a word is part of a title.
    NarrativeReference(&'static str),
    /// A time of day: "7pm GMT".
    Clock,
    /// A time of day by the clock of a place of `zones_table`: "1 a.m. Kyiv time".
    ClockIn,
    /// A day of `holidays_table`.
    Holiday,
    /// An early, middle or late part of the phrase: "early May".
    Phase,
    /// The beginning, middle or end of the phrase: "the end of March".
    Edge,
    /// The first or last day of the phrase, where the calendar has one: "the last day of March", but "the first day of
    /// spring" is its start.
    DayOf(TimexMod),
    /// The phrase with a modifier: "about three days".
    Approx,
    /// Time of day and date, in either order: "10 pm Wednesday".
    Join,
    /// A clock time in a part of a day: "tonight at 7:30".
    JoinPart,
    /// A date with the year, day or relation that narrows it: "June last year".
    Narrow,
    /// A part of the day of a date: "Tuesday night".
    PartOf,
    /// A length before (-1) or after (1) the date behind it: "two days before March 6".
    ShiftFrom(i32),
    /// The day a length before (-1) or after (1) the day behind it: "two weeks from today".
    ShiftExactly(i32),
    /// The morning of a day: "the early hours of Friday".
    SmallHours,
    /// The phrase as it is: "sometime next year".
    Reshape,
}

/// Returns every word that a pattern spells out.
pub(crate) fn literals(pattern: &'static str) -> impl Iterator<Item = &'static str> {
    let bare = |word: &'static str| word.trim_start_matches('[').trim_end_matches([']', '?']);
    let spelt = pattern.split(' ').map(bare).filter(|word| !word.is_empty() && !word.starts_with(['{', '<']));
    spelt.flat_map(|word| word.split('|'))
}
