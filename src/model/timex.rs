//! Holds words that name a time, as TimeML annotates them.

use serde::{Deserialize, Serialize};

use super::{Edtf, Span};

/// A temporal expression: "Yesterday", "three weeks", "every Tuesday".
///
/// The span leaves out prepositions. `value` is written as in TempEval-3
/// (`1998-02`, `1998-W07`, `P3D`, `PRESENT_REF`, `T21:00`, `BC0490`); it is
/// empty when the words cannot be placed, such as "yesterday" in a text
/// without a date.
///
/// Source: TimeML 1.2.1, TIMEX3; TempEval-3 guidelines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Timex {
    /// Where it stands in the text.
    pub span: Span,
    /// Date, time of day, duration or set.
    pub kind: TimexType,
    /// The value as TIMEX3 writes it: `2025-04-23`, `P3D`.
    pub value: String,
    /// How the value is to be understood: about, before, at least …
    pub modifier: Option<TimexMod>,
    /// The same time as a comparable date; `None` for durations and sets.
    pub edtf: Option<Edtf>,
}

/// Type of a TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "UPPERCASE")]
pub enum TimexType {
    /// A calendar date or a span of dates.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time: "every Tuesday".
    Set,
}

/// Modifier of a TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "SCREAMING_SNAKE_CASE")]
pub enum TimexMod {
    /// "more than three years ago".
    Before,
    /// "less than three years ago".
    After,
    /// "no less than a year ago".
    OnOrBefore,
    /// "no more than a year ago".
    OnOrAfter,
    /// "under two hours".
    LessThan,
    /// "over two hours".
    MoreThan,
    /// "no more than two hours".
    EqualOrLess,
    /// "at least two hours".
    EqualOrMore,
    /// "the early 1990s".
    Start,
    /// "the middle of May".
    Mid,
    /// "late June".
    End,
    /// "about noon".
    Approx,
}
