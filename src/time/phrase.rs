//! Defines the time phrase: what words mean before they are anchored in the calendar.
//!
//! "last month" is a unit with a shift, "Nov. 6" a date without a year, "two
//! weeks ago" a length and a direction. Only `resolve` knows the calendar day
//! that words like these are read against.

use crate::model::TimexMod;

/// A unit of time, shortest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum TimeUnit {
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
    /// All units; the place of each is its discriminant.
    pub(crate) const ALL: [Self; 13] = [
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

/// A part of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayPart {
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
    /// All parts; the place of each is its discriminant.
    const ALL: [Self; 10] = [
        Self::Morning,
        Self::Afternoon,
        Self::Evening,
        Self::Night,
        Self::Dawn,
        Self::Dusk,
        Self::Midday,
        Self::Daytime,
        Self::Noon,
        Self::Midnight,
    ];

    /// Returns the part whose discriminant a word of the lexicon has as its value.
    pub(crate) fn from_value(value: i32) -> Option<Self> {
        usize::try_from(value).ok().and_then(|value| Self::ALL.get(value).copied())
    }

    /// Returns what a TIMEX3 value has behind its `T`.
    pub(crate) const fn value(self) -> &'static str {
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
pub(super) enum TimeOfDay {
    /// A clock time.
    Clock {
        /// Minutes since midnight; 1,440 is the end of the day.
        minutes: i32,
        /// The zone that the words name.
        zone: Option<Zone>,
        /// How exactly it was written.
        style: ClockStyle,
    },
    /// "morning", "noon".
    Part(DayPart),
}

/// How exactly a clock time was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ClockStyle {
    /// "7pm": the hour.
    Hour,
    /// "7.20pm", "19:20".
    Minute,
}

/// A zone named beside a clock time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Zone {
    /// Minutes east of Greenwich.
    Offset(i32),
    /// "local time".
    Local,
    /// "Kyiv time", "ET".
    Named(chrono_tz::Tz),
    /// "IST", of which there are several: minutes east of Greenwich of the usual one, and the abbreviation. The
    /// story's zone decides where it uses the abbreviation itself.
    Shared(i32, &'static str),
}

/// Which one of a recurring time is meant: "last May", "the following Friday".
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum DateDirection {
    /// The words do not say: tense and place decide.
    #[default]
    Open,
    /// The last one before the document's date.
    Last,
    /// The one that holds the document's date.
    This,
    /// The first one after the document's date.
    Next,
    /// The one before the reference time.
    Previous,
    /// The one after the reference time.
    Following,
    /// The one that holds the reference time.
    Same,
}

/// What a shift or unit is counted from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Anchor {
    /// The date of the document.
    Document,
    /// The reference time: what the text dated last.
    Reference,
}

/// A date as far as the words give it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct PartialDate {
    /// Astronomical: 1 BC is 0.
    pub year: Option<i32>,
    /// 1 is January.
    pub month: Option<u32>,
    /// Day of the month.
    pub day: Option<u32>,
    /// 1 is Monday.
    pub weekday: Option<u32>,
    /// Which of the month's days of this name: 1 the first, -1 the last.
    pub which: Option<i32>,
    /// 1 is spring.
    pub season: Option<u32>,
    /// 1 is January to March.
    pub quarter: Option<u32>,
    /// 1 is January to June.
    pub half: Option<u32>,
    /// First year divided by ten; below 10 without its century.
    pub decade: Option<i32>,
    /// First year divided by a hundred.
    pub century: Option<i32>,
    /// Before Christ.
    pub is_bc: bool,
    /// Row of the table of holidays.
    pub holiday: Option<usize>,
    /// A weekend.
    pub weekend: bool,
    /// The week that holds the day: "the week of March 6".
    pub week: bool,
    /// The year need not begin on 1 January: "fiscal 2022".
    pub fiscal: bool,
    /// Which one is meant, where the year is left out.
    pub direction: DateDirection,
    /// The quarter is the one that the text reports on: "the 1988 period".
    pub is_reporting_period: bool,
    /// Years from the document's, or from the reference time's: "June last year".
    pub year_shift: Option<i32>,
    /// Day and month stand in figures, in an order that `resolve` decides.
    pub numeric: bool,
}

/// A length of time: so many of a unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Length {
    /// How many; `None` where the words do not say ("weeks").
    pub number: Option<f64>,
    /// The unit that is counted.
    pub unit: TimeUnit,
    /// "and 30 minutes".
    pub rest: Option<(f64, TimeUnit)>,
}

/// What a phrase means, apart from its time of day and modifier.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum TimeExpr {
    /// "Nov. 6", "1998", "Friday".
    Date(PartialDate),
    /// "last week": a unit, so many units away from the anchor.
    Unit { unit: TimeUnit, shift: i32, anchor: Anchor },
    /// "two weeks ago": a length away from the anchor, or from a date that is named.
    Shift { length: Length, sign: i32, anchor: Anchor, of: Option<Box<TimePhrase>> },
    /// "the last day of March": the first or last day of a date.
    EdgeDay { of: Box<TimePhrase>, is_last: bool },
    /// A time of day and no date.
    Time,
    /// "three days": a TIMEX3 DURATION.
    Length(Length),
    /// "every Tuesday": a TIMEX3 SET with its value.
    Set(String),
    /// `PAST_REF`, `PRESENT_REF`, `FUTURE_REF`.
    Reference(&'static str),
}

/// A temporal expression before it is anchored.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct TimePhrase {
    /// What the words mean.
    pub expr: TimeExpr,
    /// The time of day that they add.
    pub time: Option<TimeOfDay>,
    /// TIMEX3 modifier: "early", "about".
    pub modifier: Option<TimexMod>,
    /// Words that are a time only beside others (a bare "May", "2000"); `context` asks the neighbours.
    pub weak: bool,
    /// Words that only look like a time.
    pub is_no_time: bool,
    /// A time only in a text that narrates a history.
    pub in_narrative_only: bool,
}

impl TimePhrase {
    /// Returns a phrase of `expr` and nothing else.
    pub(super) const fn new(expr: TimeExpr) -> Self {
        Self { expr, time: None, modifier: None, weak: false, is_no_time: false, in_narrative_only: false }
    }

    /// Returns the phrase with a time of day.
    pub(super) fn at(self, time: TimeOfDay) -> Self {
        Self { time: Some(time), ..self }
    }

    /// Returns the phrase with a modifier; without one, as it is.
    pub(super) fn modified(self, modifier: Option<TimexMod>) -> Self {
        match modifier {
            None => self,
            modifier => Self { modifier, ..self },
        }
    }

    /// Returns the date, where the words give one.
    pub(super) const fn date(&self) -> Option<&PartialDate> {
        match &self.expr {
            TimeExpr::Date(partial) => Some(partial),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_of_each_unit_and_part_is_its_discriminant() {
        assert!(TimeUnit::ALL.iter().enumerate().all(|(place, unit)| *unit as usize == place));
        assert!(DayPart::ALL.iter().enumerate().all(|(place, part)| *part as usize == place));
    }
}
