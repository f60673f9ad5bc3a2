//! Returns the meaning of a pattern for the words it captured.
//!
//! "{month} {dom} , {year}" captured `Nov.` `6` `1998`: a date of three fields.
//! What a pattern comes to is said by its `Semantics`; the captured classes
//! give the fields.

use super::captures::Captures;
use super::clock;
use crate::model::TimexMod;
use crate::time::calendar::zones_table::clock_names;
use crate::time::calendar::{value_of_length, value_of_recurring};
use crate::time::lex::LexicalClass;
use crate::time::pattern::rule::Semantics;
use crate::time::phrase::{
    Anchor, DateDirection, DayPart, Length, PartialDate, TimeExpr, TimeOfDay, TimePhrase, TimeUnit,
};

/// Returns the phrase that a pattern's words come to; `None` when the captured words contradict the pattern.
pub(super) fn phrase_of(semantics: Semantics, captures: &Captures<'_>) -> Option<TimePhrase> {
    let plain = |expr| Some(TimePhrase::new(expr));
    match semantics {
        Semantics::Date => plain(TimeExpr::Date(partial(captures)?)),
        Semantics::WeakDate => Some(TimePhrase { weak: true, ..TimePhrase::new(TimeExpr::Date(partial(captures)?)) }),
        Semantics::Numeric => plain(TimeExpr::Date(numeric(captures)?)),
        Semantics::Day(shift) => plain(TimeExpr::Unit { unit: TimeUnit::Day, shift, anchor: Anchor::Document }),
        Semantics::NthWeekday => plain(TimeExpr::Date(nth_weekday(captures)?)),
        Semantics::UnitAway(shift) => plain(unit_away(captures.unit()?, shift)?),
        Semantics::PartOfDay(shift, part) => {
            let day = TimeExpr::Unit { unit: TimeUnit::Day, shift, anchor: Anchor::Document };
            Some(TimePhrase::new(day).at(TimeOfDay::Part(part)))
        }
        Semantics::Relative => relative(captures),
        Semantics::Unit(_) if captures.unit() == Some(TimeUnit::Year) && is_fiscal(captures) => plain(fiscal_year(0)),
        Semantics::Unit(anchor) => plain(TimeExpr::Unit { unit: captures.unit()?, shift: 0, anchor }),
        Semantics::That => plain(that(captures.unit()?)),
        Semantics::TheUnit => {
            let unit = captures.unit().filter(|unit| TimeUnit::Day <= *unit && *unit <= TimeUnit::Year)?;
            let what = TimeExpr::Unit { unit, shift: 0, anchor: Anchor::Reference };
            Some(TimePhrase { weak: true, ..TimePhrase::new(what) })
        }
        Semantics::Shift(sign, anchor) => plain(TimeExpr::Shift { length: length(captures)?, sign, anchor, of: None }),
        Semantics::SameDay => plain(TimeExpr::Unit { unit: TimeUnit::Day, shift: 0, anchor: Anchor::Reference }),
        Semantics::Length => {
            let length = length(captures)?;
            let fraction =
                length.unit == TimeUnit::Quarter && captures.lexemes.last().is_some_and(|lexeme| lexeme.joined);
            if fraction { None } else { plain(TimeExpr::Length(length)) }
        }
        Semantics::VagueLength | Semantics::OneUnit => {
            let number = (semantics == Semantics::OneUnit).then_some(1.0);
            if number.is_some() && matches!(captures.unit()?, TimeUnit::Second | TimeUnit::Quarter) {
                return None; // "a second chance", "a quarter of them"
            }
            plain(TimeExpr::Length(Length { number, unit: captures.unit()?, rest: None }))
        }
        Semantics::Every => plain(TimeExpr::Set(every(captures)?)),
        Semantics::Fixed(value) => plain(TimeExpr::Set(value.to_owned())),
        Semantics::NotTime => Some(TimePhrase { is_no_time: true, ..TimePhrase::new(TimeExpr::Time) }),
        Semantics::Reference(value) => plain(TimeExpr::Reference(value)),
        Semantics::NarrativeReference(value) => {
            Some(TimePhrase { in_narrative_only: true, ..TimePhrase::new(TimeExpr::Reference(value)) })
        }
        Semantics::Clock => clock_phrase_of(captures, None),
        Semantics::ClockIn => clock_phrase_of(captures, clock_names().nth(captures.row).map(|(_, zone)| zone)),
        Semantics::Holiday => {
            plain(TimeExpr::Date(PartialDate { holiday: Some(captures.row), ..PartialDate::default() }))
        }
        Semantics::QuarterOf
        | Semantics::Period
        | Semantics::LastHalf
        | Semantics::YearAgoLength
        | Semantics::YearAgoQuarter
        | Semantics::LatestQuarter
        | Semantics::Year
        | Semantics::YearEnd => report_phrase_of(semantics, captures),
        compound => compound_phrase_of(compound, captures),
    }
}

/// Returns what a pattern of business reports comes to: quarters, halves and years that figures are compared by.
fn report_phrase_of(semantics: Semantics, captures: &Captures<'_>) -> Option<TimePhrase> {
    let plain = |expr| Some(TimePhrase::new(expr));
    match semantics {
        Semantics::QuarterOf => plain(TimeExpr::Unit { unit: TimeUnit::Quarter, shift: 0, anchor: Anchor::Reference }),
        Semantics::Period => plain(TimeExpr::Date(PartialDate { is_reporting_period: true, ..partial(captures)? })),
        Semantics::LastHalf => plain(TimeExpr::Date(PartialDate { half: Some(2), ..partial(captures)? })),
        Semantics::YearAgoLength => {
            let unit = captures.lexeme(LexicalClass::Units).and_then(|lexeme| lexeme.unit)?;
            let number = Some(captures.lexeme(LexicalClass::Number)?.number);
            plain(TimeExpr::Length(Length { number, unit, rest: None }))
        }
        Semantics::YearAgoQuarter => plain(TimeExpr::Date(PartialDate { year_shift: Some(-1), ..partial(captures)? })),
        Semantics::LatestQuarter => {
            plain(TimeExpr::Date(PartialDate { is_reporting_period: true, ..PartialDate::default() }))
        }
        Semantics::Year => plain(TimeExpr::Unit { unit: TimeUnit::Year, shift: 0, anchor: Anchor::Document }),
        Semantics::YearEnd => {
            let year = TimePhrase::new(TimeExpr::Unit { unit: TimeUnit::Year, shift: 0, anchor: Anchor::Document });
            Some(year.modified(Some(TimexMod::End)))
        }
        _ => None,
    }
}

/// Returns a time of day, by the clock of `zone` where a place is named.
fn clock_phrase_of(captures: &Captures<'_>, zone: Option<chrono_tz::Tz>) -> Option<TimePhrase> {
    Some(TimePhrase::new(TimeExpr::Time).at(clock::time_of_day(captures, zone)?))
}

/// Returns "the first Monday of March", "the last Friday of this month".
fn nth_weekday(captures: &Captures<'_>) -> Option<PartialDate> {
    let which = match captures.number(LexicalClass::Ordinal) {
        None => -1,
        Some(which) => i32::try_from(which).ok().filter(|which| (1..=5).contains(which))?,
    };
    Some(PartialDate {
        which: Some(which),
        weekday: captures.number(LexicalClass::Weekday),
        month: captures.number(LexicalClass::Month),
        year: captures.value(LexicalClass::Year),
        ..PartialDate::default()
    })
}

/// Returns "the year before last"; "the day before last Tuesday" is counted from that Tuesday.
fn unit_away(unit: TimeUnit, shift: i32) -> Option<TimeExpr> {
    (TimeUnit::Day < unit).then_some(TimeExpr::Unit { unit, shift, anchor: Anchor::Document })
}

/// Returns the unit that holds the reference time: "that year".
const fn that(unit: TimeUnit) -> TimeExpr {
    let length = Length { number: Some(0.0), unit, rest: None };
    TimeExpr::Shift { length, sign: 0, anchor: Anchor::Reference, of: None }
}

/// Returns what a pattern that holds phrases comes to.
fn compound_phrase_of(semantics: Semantics, captures: &Captures<'_>) -> Option<TimePhrase> {
    let first = captures.first_phrase()?;
    match semantics {
        Semantics::Phase => phased(first, captures.value(LexicalClass::Phase)?),
        Semantics::Edge => {
            let modifier = match captures.value(LexicalClass::Edge)? {
                1 => TimexMod::Start,
                2 => TimexMod::Mid,
                _ => TimexMod::End,
            };
            Some(first.modified(Some(modifier)))
        }
        Semantics::DayOf(edge) => Some(day_of(first, edge)),
        Semantics::Approx => approximate(first, captures),
        Semantics::Join => join(first, captures.second_phrase()?),
        Semantics::JoinPart => join_part(first, &captures.second_phrase()?),
        Semantics::Narrow => narrow(&first, captures),
        Semantics::PartOf => {
            let part = DayPart::from_value(captures.value(LexicalClass::Part)?)?;
            first.time.is_none().then(|| first.at(TimeOfDay::Part(part)))
        }
        Semantics::ShiftFrom(sign) | Semantics::ShiftExactly(sign) => {
            // "a year ago today"
            let is_ago = matches!(first.expr, TimeExpr::Shift { anchor: Anchor::Document, .. });
            let is_exact = is_ago || matches!(semantics, Semantics::ShiftExactly(_));
            let anchor = if is_exact { Anchor::Document } else { Anchor::Reference };
            let (TimeExpr::Length(length)
            | TimeExpr::Shift { length: length @ Length { number: Some(_), .. }, of: None, .. }) = first.expr
            else {
                return None;
            };
            let of = Some(Box::new(captures.second_phrase()?));
            Some(TimePhrase::new(TimeExpr::Shift { length, sign, anchor, of }))
        }
        Semantics::SmallHours => Some(first.at(TimeOfDay::Part(DayPart::Morning))),
        Semantics::Reshape => Some(first),
        _ => None,
    }
}

/// Returns the date that has every captured field.
fn partial(captures: &Captures<'_>) -> Option<PartialDate> {
    for class in [LexicalClass::Month, LexicalClass::Weekday, LexicalClass::Weekdays] {
        if captures
            .lexeme(class)
            .is_some_and(|lexeme| !lexeme.capital || captures.lexemes.len() == 1 && !lexeme.is_name())
        {
            return None;
        }
    }
    if captures
        .lexeme(LexicalClass::Ordinal)
        .is_some_and(|lexeme| lexeme.capital && lexeme.digits == 0 && captures.lexeme(LexicalClass::Month).is_some())
    {
        return None; // "in May the Second Army"
    }
    let mut date = PartialDate {
        month: captures.number(LexicalClass::Month),
        day: captures.number(LexicalClass::Day),
        weekday: captures.number(LexicalClass::Weekday).or_else(|| captures.number(LexicalClass::Weekdays)),
        season: captures.number(LexicalClass::Season),
        year: captures.value(LexicalClass::Year),
        fiscal: captures.says("fiscal") || captures.says("financial") || captures.says("fy"),
        is_bc: captures.lexeme(LexicalClass::Bc).is_some(),
        ..PartialDate::default()
    };
    if let Some(short) = captures.value(LexicalClass::ShortYear) {
        date.year = Some(full_year(short));
    }
    if let Some(lexeme) = captures.lexeme(LexicalClass::Decade) {
        date.decade = Some(lexeme.value / 10);
    }
    if let Some(year) =
        captures.value(LexicalClass::Small).filter(|_| date.is_bc || captures.lexeme(LexicalClass::Ad).is_some())
    {
        date.year = Some(year);
    }
    if date.is_bc {
        date.year = date.year.map(|year| 1 - year);
    }
    if let Some(ordinal) = captures.number(LexicalClass::Ordinal) {
        set_ordinal(&mut date, ordinal, captures)?;
    }
    if captures.says("century") && date.century.is_none() {
        return None;
    }
    if captures.says("q") {
        date.quarter = captures.number(LexicalClass::Small).filter(|quarter| (1..=4).contains(quarter));
        date.quarter?;
    }
    date.week = captures.says("week");
    Some(date)
}

/// Returns whether a year need not begin on 1 January: "the fiscal year".
fn is_fiscal(captures: &Captures<'_>) -> bool {
    ["fiscal", "financial", "tax", "school", "academic"].iter().any(|word| captures.says(word))
}

fn fiscal_year(shift: i32) -> TimeExpr {
    TimeExpr::Date(PartialDate { year_shift: Some(shift), fiscal: true, ..PartialDate::default() })
}

/// Sets the field that an ordinal counts: a quarter, half, century or day.
fn set_ordinal(date: &mut PartialDate, ordinal: u32, captures: &Captures<'_>) -> Option<()> {
    let within = |most: u32| (1..=most).contains(&ordinal).then_some(ordinal);
    if captures.says("quarter") || captures.says("quarters") {
        date.quarter = Some(within(4)?);
    } else if captures.says("half") {
        date.half = Some(within(2)?);
    } else if captures.says("century") {
        date.century = Some(within(30)?.cast_signed() - 1);
    } else {
        date.day = Some(within(31)?);
    }
    Some(())
}

/// Years of two digits from here on are of the 1900s, those below of the 2000s.
///
/// The web's news begins in the 1990s and plans a few years ahead, so "'96" and "'45" are past and "'28" is to come;
/// spreadsheets cut at the same year.
const TWO_DIGIT_YEAR_PIVOT: i32 = 30;

/// Returns the year that two digits stand for.
const fn full_year(two_digits: i32) -> i32 {
    if two_digits < TWO_DIGIT_YEAR_PIVOT { 2000 + two_digits } else { 1900 + two_digits }
}

/// Returns the date of "12/31/2024", "31.12.2024" or "2024-12-31"; `resolve` decides the order of day and month.
fn numeric(captures: &Captures<'_>) -> Option<PartialDate> {
    let field = |n| captures.nth(LexicalClass::Figure, n);
    let (a, b) = (field(0)?, field(1)?);
    let c = field(2)?;
    if a.digits == 4 {
        let (month, day) = (u32::try_from(b.value).ok()?, u32::try_from(c.value).ok()?);
        let exists = (1..=12).contains(&month) && (1..=31).contains(&day) && b.digits == 2 && c.digits == 2;
        return exists.then(|| PartialDate {
            year: Some(a.value),
            month: Some(month),
            day: Some(day),
            ..PartialDate::default()
        });
    }
    let year = match c.digits {
        4 => c.value,
        2 => full_year(c.value),
        _ => return None,
    };
    let (a, b) = (u32::try_from(a.value).ok()?, u32::try_from(b.value).ok()?);
    let fits = (1..=31).contains(&a) && (1..=31).contains(&b) && (a <= 12 || b <= 12);
    fits.then(|| PartialDate {
        year: Some(year),
        month: Some(a),
        day: Some(b),
        numeric: true,
        ..PartialDate::default()
    })
}

/// Returns the meaning of "last week", "next May", "the previous day", "this summer".
fn relative(captures: &Captures<'_>) -> Option<TimePhrase> {
    let deictic = captures.value(LexicalClass::Deictic);
    if let (Some(-2 | -1), Some(unit @ (TimeUnit::Decade | TimeUnit::Century))) = (deictic, captures.unit()) {
        return Some(TimePhrase::new(TimeExpr::Length(Length { number: Some(1.0), unit, rest: None })));
    }
    let (direction, shift, anchor) = match (deictic, captures.value(LexicalClass::Anaphoric)) {
        (Some(-2 | -1), _) => (DateDirection::Last, -1, Anchor::Document),
        (Some(1), _) if captures.says("the") => (DateDirection::Following, 1, Anchor::Reference),
        (Some(1 | 2), _) => (DateDirection::Next, 1, Anchor::Document),
        (Some(_), _) => (DateDirection::This, 0, Anchor::Document),
        (None, Some(-1)) => (DateDirection::Previous, -1, Anchor::Reference),
        (None, Some(1)) => (DateDirection::Following, 1, Anchor::Reference),
        _ if captures.says("next") => (DateDirection::Following, 1, Anchor::Reference),
        _ => (DateDirection::Same, 0, Anchor::Reference),
    };
    if let Some(unit) = captures.unit().filter(|_| captures.lexeme(LexicalClass::Weekday).is_none()) {
        if unit == TimeUnit::Year && is_fiscal(captures) {
            return Some(TimePhrase::new(fiscal_year(shift)));
        }
        let phrase = TimePhrase::new(TimeExpr::Unit { unit, shift, anchor });
        return Some(with_part(phrase, captures));
    }
    if let Some(part) = captures
        .value(LexicalClass::Part)
        .and_then(DayPart::from_value)
        .filter(|_| captures.lexeme(LexicalClass::Weekday).is_none())
    {
        let day = TimeExpr::Unit { unit: TimeUnit::Day, shift, anchor };
        return Some(TimePhrase::new(day).at(TimeOfDay::Part(part)));
    }
    let date = match captures.first_phrase() {
        Some(phrase) => *phrase.date()?,
        None => partial(captures)?,
    };
    Some(with_part(TimePhrase::new(TimeExpr::Date(PartialDate { direction, ..date })), captures))
}

fn with_part(phrase: TimePhrase, captures: &Captures<'_>) -> TimePhrase {
    match captures.value(LexicalClass::Part).and_then(DayPart::from_value) {
        Some(part) => phrase.at(TimeOfDay::Part(part)),
        None => phrase,
    }
}

/// Returns the length of "three days", "an hour and a half", "5 1/2 hours", "a few weeks".
fn length(captures: &Captures<'_>) -> Option<Length> {
    if let Some(phrase) = captures.first_phrase() {
        let TimeExpr::Length(length) = phrase.expr else { return None };
        return Some(length);
    }
    let unit = captures.unit()?;
    let number = match captures.lexeme(LexicalClass::Number) {
        Some(lexeme) => Some(lexeme.number),
        None if captures.says("couple") => Some(2.0),
        None if captures.says("half") && captures.says("and") => Some(1.5),
        None if captures.says("half") => Some(0.5),
        None if captures.lexeme(LexicalClass::Vague).is_some() || captures.says("few") => None,
        None if captures.lexeme(LexicalClass::Units).is_some() => None,
        None => Some(1.0),
    };
    let rest = match (captures.nth(LexicalClass::Number, 1), captures.units().skip(1).last()) {
        (Some(lexeme), Some(unit)) => Some((lexeme.number, unit)),
        _ => None,
    };
    Some(Length { number, unit, rest })
}

/// Returns the TIMEX3 value of "every Tuesday", "each month", "twice a week", "every two weeks".
fn every(captures: &Captures<'_>) -> Option<String> {
    if let Some(unit) = captures.unit() {
        if captures.says("times") {
            return Some(value_of_length(&Length { number: Some(1.0), unit, rest: None }));
        }
        return Some(value_of_length(&length(captures)?));
    }
    let date = partial(captures)?;
    let part = captures
        .value(LexicalClass::Part)
        .or_else(|| captures.value(LexicalClass::Parts))
        .and_then(DayPart::from_value);
    value_of_recurring(&date, part)
}

/// Returns the phrase with the modifier of "early May", "late last week", "earlier this year".
///
/// "earlier Friday" is some time of Friday and not its beginning: `None`.
fn phased(phrase: TimePhrase, phase: i32) -> Option<TimePhrase> {
    if 4 <= phase && is_named_day(&phrase) {
        return None;
    }
    let modifier = match phase {
        1 | 4 => TimexMod::Start,
        2 => TimexMod::Mid,
        _ => TimexMod::End,
    };
    Some(phrase.modified(Some(modifier)))
}

/// Returns whether the phrase names one day: "Friday", "today".
fn is_named_day(phrase: &TimePhrase) -> bool {
    match &phrase.expr {
        TimeExpr::Date(date) => date.weekday.is_some() || date.day.is_some(),
        TimeExpr::Unit { unit: TimeUnit::Day, anchor: Anchor::Document, .. } => true,
        _ => false,
    }
}

/// Returns the phrase with the modifier of "about three days", "nearly two years ago", "more than a week".
fn approximate(phrase: TimePhrase, captures: &Captures<'_>) -> Option<TimePhrase> {
    let is_vague = matches!(phrase.expr, TimeExpr::Length(Length { number: None, .. }));
    if (is_vague || captures.says("over")) && captures.says("the") {
        return None; // "around the days"
    }
    let modifier = match () {
        () if captures.says("least") => TimexMod::EqualOrMore,
        () if captures.says("most") || captures.says("within") => TimexMod::EqualOrLess,
        () if captures.says("up") || captures.says("no") => TimexMod::EqualOrLess,
        () if captures.says("more") || captures.says("over") => TimexMod::MoreThan,
        () if captures.says("less") || captures.says("under") || captures.says("almost") || captures.says("nearly") => {
            TimexMod::LessThan
        }
        () => TimexMod::Approx,
    };
    Some(phrase.modified(Some(modifier)))
}

/// Returns the time of day and the date of "10 p.m. Wednesday" or "Tuesday at noon" as one phrase.
fn join(first: TimePhrase, second: TimePhrase) -> Option<TimePhrase> {
    let (time, date) = if first.expr == TimeExpr::Time { (first, second) } else { (second, first) };
    if date.time.is_some() {
        return None;
    }
    Some(TimePhrase { time: time.time, ..date })
}

/// Returns "the first day of March"; a season or a fiscal year has an edge, but no day that the words name.
fn day_of(of: TimePhrase, edge: TimexMod) -> TimePhrase {
    let is_loose = of.date().is_some_and(|date| date.season.is_some() || date.holiday.is_some() || date.fiscal);
    if is_loose || of.modifier.is_some() {
        return of.modified(Some(edge));
    }
    TimePhrase::new(TimeExpr::EdgeDay { of: Box::new(of), is_last: edge == TimexMod::End })
}

/// Returns the clock time of "tonight at 7:30", in the half of the day that the part lies in.
fn join_part(moment: TimePhrase, clock: &TimePhrase) -> Option<TimePhrase> {
    let (Some(TimeOfDay::Part(part)), Some(TimeOfDay::Clock { minutes, zone, style })) = (moment.time, clock.time)
    else {
        return None;
    };
    let minutes = clock::in_part(minutes, part);
    Some(TimePhrase { time: Some(TimeOfDay::Clock { minutes, zone, style }), ..moment })
}

/// Returns the date of "June last year", "Friday, Oct. 23", "the third quarter of this year", "July of that year".
fn narrow(first: &TimePhrase, captures: &Captures<'_>) -> Option<TimePhrase> {
    let second = captures.second_phrase();
    let (inner, outer) = match (&first.expr, second.as_ref().map(|phrase| &phrase.expr)) {
        (TimeExpr::Date(inner), Some(outer)) => (*inner, outer.clone()),
        (TimeExpr::Unit { .. }, Some(TimeExpr::Date(inner))) => (*inner, first.expr.clone()),
        // "August of that year"
        (TimeExpr::Date(inner), None) if captures.unit() == Some(TimeUnit::Year) => {
            (*inner, TimeExpr::Unit { unit: TimeUnit::Year, shift: 0, anchor: Anchor::Reference })
        }
        (outer, None) => (partial(captures)?, outer.clone()),
        _ => return None,
    };
    let date = match outer {
        TimeExpr::Unit { unit: TimeUnit::Year, shift, anchor } => {
            let direction = if anchor == Anchor::Reference { DateDirection::Same } else { inner.direction };
            PartialDate { year_shift: Some(shift), direction, ..inner }
        }
        TimeExpr::Date(outer) => merge(inner, outer)?,
        _ => return None,
    };
    Some(TimePhrase { expr: TimeExpr::Date(date), ..first.clone() })
}

/// Returns the date with the fields of both; `None` when both give the same field.
fn merge(a: PartialDate, b: PartialDate) -> Option<PartialDate> {
    fn either<T>(a: Option<T>, b: Option<T>) -> Result<Option<T>, ()> {
        match (a, b) {
            (Some(_), Some(_)) => Err(()),
            (a, b) => Ok(a.or(b)),
        }
    }
    let direction = if a.direction == DateDirection::Open { b.direction } else { a.direction };
    Some(PartialDate {
        year: either(a.year, b.year).ok()?,
        month: either(a.month, b.month).ok()?,
        day: either(a.day, b.day).ok()?,
        weekday: either(a.weekday, b.weekday).ok()?,
        season: either(a.season, b.season).ok()?,
        quarter: either(a.quarter, b.quarter).ok()?,
        half: either(a.half, b.half).ok()?,
        holiday: either(a.holiday, b.holiday).ok()?,
        is_bc: a.is_bc || b.is_bc,
        fiscal: a.fiscal || b.fiscal,
        numeric: a.numeric || b.numeric,
        direction,
        ..a
    })
}
