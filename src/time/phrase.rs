//! Holds what a form means before it is anchored in time.
//!
//! "last month" is a unit with a shift, "Nov. 6" a date without a year, "two
//! weeks ago" a length and a direction. Only `resolve` knows the calendar day
//! that words like these are read against.

use crate::model::TimexMod;

/// A unit of time, shortest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TimeUnit {
    Second,
    Minute,
    Hour,
    Day,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

impl TimeUnit {
    pub const ALL: [Self; 13] = [
        Self::Second,
        Self::Minute,
        Self::Hour,
        Self::Day,
        Self::Weekend,
        Self::Week,
        Self::Fortnight,
        Self::Month,
        Self::Quarter,
        Self::Year,
        Self::Decade,
        Self::Century,
        Self::Millennium,
    ];
}

/// A part of a day, with the letters of TIMEX3 and its usual hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayPart {
    Morning,
    Afternoon,
    Evening,
    Night,
    Dawn,
    Dusk,
    Midday,
    Daytime,
    Noon,
    Midnight,
}

impl DayPart {
    /// Returns the part that the lexicon numbers so.
    pub const fn from_value(value: i32) -> Option<Self> {
        match value {
            1 => Some(Self::Morning),
            2 => Some(Self::Afternoon),
            3 => Some(Self::Evening),
            4 => Some(Self::Night),
            5 => Some(Self::Dawn),
            6 => Some(Self::Dusk),
            7 | 11 => Some(Self::Midday),
            8 => Some(Self::Daytime),
            9 => Some(Self::Noon),
            10 => Some(Self::Midnight),
            _ => None,
        }
    }

    /// Returns what TIMEX3 writes behind the `T`.
    pub const fn value(self) -> &'static str {
        match self {
            Self::Morning | Self::Dawn => "MO",
            Self::Afternoon => "AF",
            Self::Evening | Self::Dusk => "EV",
            Self::Night => "NI",
            Self::Daytime => "DT",
            Self::Midday | Self::Noon => "12:00",
            Self::Midnight => "24:00",
        }
    }
}

/// A time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TimeOfDay {
    Clock { minutes: i32, zone: Option<Zone>, style: ClockStyle },
    Part(DayPart),
}

/// How exactly a clock time was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClockStyle {
    /// "7pm": the hour.
    Hour,
    /// "7.20pm", "19:20".
    Minute,
}

/// A zone named beside a clock time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Zone {
    /// Minutes east of Greenwich.
    Offset(i32),
    /// "local time".
    Local,
    /// "Kyiv time", "ET".
    Named(chrono_tz::Tz),
    /// "IST": minutes east of Greenwich unless the story's zone calls its own time so.
    Shared(i32, &'static str),
}

/// Which one of a recurring time is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Direction {
    /// Nobody says: tense and place decide.
    #[default]
    Open,
    Last,
    This,
    Next,
    /// The one before or after the time told of.
    Previous,
    Following,
    Same,
}

/// TimeExpr a shift or unit is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// The date of the document.
    Document,
    /// The time the text told of last.
    Reference,
}

/// A date as far as the words give it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct PartialDate {
    /// Astronomical: 1 BC is 0.
    pub year: Option<i32>,
    pub month: Option<u32>,
    pub day: Option<u32>,
    /// 1 is Monday.
    pub weekday: Option<u32>,
    /// 1 is spring.
    pub season: Option<u32>,
    pub quarter: Option<u32>,
    pub half: Option<u32>,
    /// First year divided by ten; below 10 without its century.
    pub decade: Option<i32>,
    /// First year divided by a hundred.
    pub century: Option<i32>,
    pub is_bc: bool,
    /// Place in the table of holidays.
    pub holiday: Option<usize>,
    pub weekend: bool,
    pub week: bool,
    pub fiscal: bool,
    pub direction: Direction,
    /// The quarter is that told of: "the 1988 period".
    pub period: bool,
    /// The year was given relative to the document's ("June last year").
    pub year_shift: Option<i32>,
    /// Two figures and nothing else: day and month in an order yet to be told.
    pub numeric: bool,
}

/// A length of time: so many of a unit; `None` is a number nobody gives.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Length {
    pub number: Option<f64>,
    pub unit: TimeUnit,
    /// "and 30 minutes".
    pub rest: Option<(f64, TimeUnit)>,
}

/// The core of a phrase.
#[derive(Clone, Debug, PartialEq)]
pub enum TimeExpr {
    Date(PartialDate),
    /// "last week": a unit, so many units away from the anchor.
    Unit {
        unit: TimeUnit,
        shift: i32,
        anchor: Anchor,
    },
    /// "two weeks ago": a length away from the anchor, or from a date that is named.
    Shift {
        length: Length,
        sign: i32,
        anchor: Anchor,
        of: Option<Box<TimePhrase>>,
    },
    /// A time of day and no date.
    Time,
    Length(Length),
    Set(String),
    /// `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`.
    Reference(&'static str),
}

/// A temporal expression before it is anchored.
#[derive(Clone, Debug, PartialEq)]
pub struct TimePhrase {
    pub what: TimeExpr,
    pub time: Option<TimeOfDay>,
    pub modifier: Option<TimexMod>,
    /// Words that are a time only in company (a bare "May", "2000"); the finder asks the neighbours.
    pub weak: bool,
    /// No time at all: words that only look like one.
    pub silent: bool,
    /// A time in a history only.
    pub of_story: bool,
}

impl TimePhrase {
    pub const fn new(what: TimeExpr) -> Self {
        Self { what, time: None, modifier: None, weak: false, silent: false, of_story: false }
    }

    pub fn at(self, time: TimeOfDay) -> Self {
        Self { time: Some(time), ..self }
    }

    pub fn modified(self, modifier: Option<TimexMod>) -> Self {
        match modifier {
            None => self,
            modifier => Self { modifier, ..self },
        }
    }

    /// Returns the date, where the words give one.
    pub const fn date(&self) -> Option<&PartialDate> {
        match &self.what {
            TimeExpr::Date(partial) => Some(partial),
            _ => None,
        }
    }
}
