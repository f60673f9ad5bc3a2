//! Defines the row of a pattern table and reads its notation.
//!
//! The pattern `the? {ord} quarter [of {year}]` allows four sequences of
//! elements, of which `{ord} quarter` is the shortest. Its [`Semantics`] says
//! what the captured words come to.

use crate::model::TimexMod;
use crate::time::lex::LexicalClass;
use crate::time::phrase::{Anchor, DayPart, TimeExpr, TimeOfDay, TimePhrase, TimeUnit};

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

/// Kinds of phrase that a pattern can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PhraseKind {
    /// A date of any size: "last week", "May 1998".
    Date,
    /// A single day: "Friday".
    Day,
    /// A time of day without its day: "7pm".
    Time,
    /// A length of time: "two days".
    Length,
    /// A length back from a time that is yet to be named: "two days before".
    Earlier,
    /// A year: "1998", "last year".
    Year,
    /// A part of a day: "Friday morning".
    Moment,
}

impl PhraseKind {
    /// Returns the kind that a pattern names so, without the angle brackets.
    fn from_name(name: &str) -> Option<Self> {
        match name {
            "date" => Some(Self::Date),
            "day" => Some(Self::Day),
            "time" => Some(Self::Time),
            "length" => Some(Self::Length),
            "earlier" => Some(Self::Earlier),
            "year" => Some(Self::Year),
            "moment" => Some(Self::Moment),
            _ => None,
        }
    }

    /// Returns whether `phrase` is of this kind.
    pub(crate) fn fits(self, phrase: &TimePhrase) -> bool {
        let is_day = |phrase: &TimePhrase| match &phrase.expr {
            TimeExpr::Date(date) => {
                (date.day.is_some() || date.weekday.is_some() || date.holiday.is_some()) && !date.weekend
            }
            TimeExpr::Unit { unit, .. } => *unit == TimeUnit::Day,
            TimeExpr::Shift { length, .. } => length.unit == TimeUnit::Day,
            TimeExpr::EdgeDay { .. } => true,
            _ => false,
        };
        match self {
            Self::Date => {
                matches!(
                    phrase.expr,
                    TimeExpr::Date(_) | TimeExpr::Unit { .. } | TimeExpr::Shift { .. } | TimeExpr::EdgeDay { .. }
                ) && phrase.time.is_none()
            }
            Self::Day => is_day(phrase) && phrase.time.is_none(),
            Self::Time => phrase.expr == TimeExpr::Time,
            Self::Moment => matches!(phrase.time, Some(TimeOfDay::Part(_))) && phrase.expr != TimeExpr::Time,
            Self::Length => matches!(phrase.expr, TimeExpr::Length(_)) && phrase.modifier.is_none(),
            Self::Earlier => {
                matches!(phrase.expr, TimeExpr::Shift { sign: ..0, of: None, .. }) && phrase.modifier.is_none()
            }
            Self::Year => match &phrase.expr {
                TimeExpr::Date(date) => {
                    date.year.is_some() && date.month.is_none() && date.season.is_none() && date.quarter.is_none()
                }
                TimeExpr::Unit { unit, .. } => *unit == TimeUnit::Year,
                _ => false,
            },
        }
    }
}

/// One element of a pattern.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum PatternElement {
    /// One of these words.
    Words(Vec<&'static str>),
    /// A lexeme of this class, captured.
    Class(LexicalClass),
    /// A whole phrase of this kind, captured.
    Phrase(PhraseKind),
}

/// Returns the sequences of elements that a pattern allows.
pub(crate) fn paths(pattern: &'static str) -> Vec<Vec<PatternElement>> {
    let mut all = vec![Vec::new()];
    // Where an optional group began: the paths that leave it out.
    let mut without: Option<Vec<Vec<PatternElement>>> = None;
    for word in pattern.split(' ').filter(|word| !word.is_empty()) {
        let (word, opens) = match word.strip_prefix('[') {
            Some(rest) => (rest, true),
            None => (word, false),
        };
        let (word, closes) = match word.strip_suffix(']') {
            Some(rest) => (rest, true),
            None => (word, false),
        };
        if opens {
            without = Some(all.clone());
        }
        let (word, optional) = match word.strip_suffix('?') {
            Some(rest) => (rest, true),
            None => (word, false),
        };
        let element = element(word);
        let skipped = if optional { all.clone() } else { Vec::new() };
        for path in &mut all {
            path.push(element.clone());
        }
        all.extend(skipped);
        if closes {
            all.extend(without.take().unwrap_or_default());
        }
    }
    all.retain(|path| !path.is_empty());
    all
}

fn element(word: &'static str) -> PatternElement {
    let inner = |open, close| word.strip_prefix(open).and_then(|rest: &str| rest.strip_suffix(close));
    if let Some(name) = inner('{', '}') {
        return PatternElement::Class(
            LexicalClass::from_name(name).unwrap_or_else(|| panic!("{{{name}}} names no class")),
        );
    }
    if let Some(name) = inner('<', '>') {
        return PatternElement::Phrase(
            PhraseKind::from_name(name).unwrap_or_else(|| panic!("<{name}> names no kind of phrase")),
        );
    }
    PatternElement::Words(word.split('|').collect())
}

/// Returns every word that a pattern spells out; a word of several paths comes several times.
pub(crate) fn literals(pattern: &'static str) -> impl Iterator<Item = &'static str> {
    let words = |element| match element {
        PatternElement::Words(alternatives) => alternatives,
        PatternElement::Class(_) | PatternElement::Phrase(_) => Vec::new(),
    };
    paths(pattern).into_iter().flatten().flat_map(words)
}
