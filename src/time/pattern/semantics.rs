//! Makes the meaning of a form from the words it captured.
//!
//! "{month} {dom} , {year}" captured `Nov.` `6` `1998`: a date of three fields.
//! TimeExpr a form comes to is said by its `Semantics`; the captured classes say the rest.

use crate::model::TimexMod;

use super::clock;
use super::trie::{Captured, Semantics};
use crate::time::calendar::zones;
use crate::time::lex::lexicon::{LEXICON, LexicalClass};
use crate::time::lex::scan::TimeLexeme;
use crate::time::phrase::{Anchor, DayPart, Direction, Length, PartialDate, TimeExpr, TimeOfDay, TimePhrase, TimeUnit};

/// TimeExpr a form captured, in order, and all the items it took.
pub struct Captures<'a> {
    pub list: &'a [Captured],
    pub items: &'a [TimeLexeme],
    /// Place in the table of holidays.
    pub place: usize,
}

impl Captures<'_> {
    pub fn item(&self, class: LexicalClass) -> Option<TimeLexeme> {
        self.nth(class, 0)
    }

    fn nth(&self, class: LexicalClass, n: usize) -> Option<TimeLexeme> {
        let of_class = |piece: &Captured| match piece {
            Captured::Class(known, item) if *known == class => Some(*item),
            _ => None,
        };
        self.list.iter().filter_map(of_class).nth(n)
    }

    pub fn value(&self, class: LexicalClass) -> Option<i32> {
        self.item(class).map(|item| item.value)
    }

    fn small(&self, class: LexicalClass) -> Option<u32> {
        self.value(class).and_then(|value| u32::try_from(value).ok())
    }

    fn unit(&self) -> Option<TimeUnit> {
        let item = self.item(LexicalClass::Unit).or_else(|| self.item(LexicalClass::Units))?;
        TimeUnit::ALL.get(item.unit as usize).copied()
    }

    fn phrases(&self) -> impl Iterator<Item = &TimePhrase> {
        self.list.iter().filter_map(|piece| match piece {
            Captured::Phrase(phrase) => Some(phrase),
            Captured::Class(..) => None,
        })
    }

    fn first(&self) -> Option<TimePhrase> {
        self.phrases().next().cloned()
    }

    fn second(&self) -> Option<TimePhrase> {
        self.phrases().nth(1).cloned()
    }

    /// Returns whether one of the words was spelt so.
    pub fn says(&self, word: &str) -> bool {
        let id = LEXICON.id(word);
        id != 0 && self.items.iter().any(|item| item.id == id)
    }
}

/// Returns the meaning of a form's words; `None` when they have none after all.
pub fn phrase(make: Semantics, pieces: &Captures<'_>) -> Option<TimePhrase> {
    let plain = |what| Some(TimePhrase::new(what));
    match make {
        Semantics::Date => plain(TimeExpr::Date(partial(pieces)?)),
        Semantics::WeakDate => Some(TimePhrase { weak: true, ..TimePhrase::new(TimeExpr::Date(partial(pieces)?)) }),
        Semantics::Numeric => plain(TimeExpr::Date(numeric(pieces)?)),
        Semantics::Day(shift) => plain(TimeExpr::Unit { unit: TimeUnit::Day, shift, anchor: Anchor::Document }),
        Semantics::PartOfDay(shift, part) => {
            let day = TimeExpr::Unit { unit: TimeUnit::Day, shift, anchor: Anchor::Document };
            Some(TimePhrase::new(day).at(TimeOfDay::Part(DayPart::from_value(part)?)))
        }
        Semantics::Relative => relative(pieces),
        Semantics::Unit(_) if pieces.unit() == Some(TimeUnit::Year) && is_own(pieces) => plain(own_year(0)),
        Semantics::Unit(anchor) => plain(TimeExpr::Unit { unit: pieces.unit()?, shift: 0, anchor }),
        Semantics::That => plain(that(pieces.unit()?)),
        Semantics::TheUnit => {
            let unit = pieces.unit().filter(|unit| TimeUnit::Day <= *unit && *unit <= TimeUnit::Year)?;
            let what = TimeExpr::Unit { unit, shift: 0, anchor: Anchor::Reference };
            Some(TimePhrase { weak: true, ..TimePhrase::new(what) })
        }
        Semantics::Shift(sign, anchor) => plain(TimeExpr::Shift { length: length(pieces)?, sign, anchor, of: None }),
        Semantics::SameDay => plain(TimeExpr::Unit { unit: TimeUnit::Day, shift: 0, anchor: Anchor::Reference }),
        Semantics::Length => {
            let length = length(pieces)?;
            let fraction = length.unit == TimeUnit::Quarter && pieces.items.last().is_some_and(|item| item.joined);
            if fraction { None } else { plain(TimeExpr::Length(length)) }
        }
        Semantics::VagueLength | Semantics::OneUnit => {
            let number = (make == Semantics::OneUnit).then_some(1.0);
            if number.is_some() && matches!(pieces.unit()?, TimeUnit::Second | TimeUnit::Quarter) {
                return None; // "a second chance", "a quarter of them"
            }
            plain(TimeExpr::Length(Length { number, unit: pieces.unit()?, rest: None }))
        }
        Semantics::Every => plain(TimeExpr::Set(every(pieces)?)),
        Semantics::Fixed(value) => plain(TimeExpr::Set(value.to_owned())),
        Semantics::Silent => Some(TimePhrase { silent: true, ..TimePhrase::new(TimeExpr::Time) }),
        Semantics::QuarterOf => plain(TimeExpr::Unit { unit: TimeUnit::Quarter, shift: 0, anchor: Anchor::Reference }),
        Semantics::Period => plain(TimeExpr::Date(PartialDate { period: true, ..partial(pieces)? })),
        Semantics::LastHalf => plain(TimeExpr::Date(PartialDate { half: Some(2), ..partial(pieces)? })),
        Semantics::YearAgoLength => {
            let unit =
                pieces.item(LexicalClass::Units).and_then(|item| TimeUnit::ALL.get(item.unit as usize).copied())?;
            let number = Some(pieces.item(LexicalClass::Number)?.number);
            plain(TimeExpr::Length(Length { number, unit, rest: None }))
        }
        Semantics::YearAgoQuarter => plain(TimeExpr::Date(PartialDate { year_shift: Some(-1), ..partial(pieces)? })),
        Semantics::LatestQuarter => plain(TimeExpr::Date(PartialDate { period: true, ..PartialDate::default() })),
        Semantics::Year => plain(TimeExpr::Unit { unit: TimeUnit::Year, shift: 0, anchor: Anchor::Document }),
        Semantics::YearEnd => {
            let year = TimePhrase::new(TimeExpr::Unit { unit: TimeUnit::Year, shift: 0, anchor: Anchor::Document });
            Some(year.modified(Some(TimexMod::End)))
        }
        Semantics::Reference(value) => plain(TimeExpr::Reference(value)),
        Semantics::OfStory(value) => Some(TimePhrase { of_story: true, ..TimePhrase::new(TimeExpr::Reference(value)) }),
        Semantics::Clock => Some(TimePhrase::new(TimeExpr::Time).at(clock::clock(pieces, None)?)),
        Semantics::ClockIn => {
            Some(TimePhrase::new(TimeExpr::Time).at(clock::clock(pieces, zones::zone(pieces.place))?))
        }
        Semantics::Holiday => {
            plain(TimeExpr::Date(PartialDate { holiday: Some(pieces.place), ..PartialDate::default() }))
        }
        compound => super::semantics::compound(compound, pieces),
    }
}

/// "that year": the unit that holds the time told of.
const fn that(unit: TimeUnit) -> TimeExpr {
    let length = Length { number: Some(0.0), unit, rest: None };
    TimeExpr::Shift { length, sign: 0, anchor: Anchor::Reference, of: None }
}

fn compound(make: Semantics, pieces: &Captures<'_>) -> Option<TimePhrase> {
    let first = pieces.first()?;
    match make {
        Semantics::Phase => phased(first, pieces.value(LexicalClass::Phase)?),
        Semantics::Edge => {
            let modifier = match pieces.value(LexicalClass::Edge)? {
                1 => TimexMod::Start,
                2 => TimexMod::Mid,
                _ => TimexMod::End,
            };
            Some(first.modified(Some(modifier)))
        }
        Semantics::Approx => approximate(first, pieces),
        Semantics::Join => join(first, pieces.second()?),
        Semantics::Narrow => narrow(&first, pieces),
        Semantics::PartOf => {
            let part = DayPart::from_value(pieces.value(LexicalClass::Part)?)?;
            first.time.is_none().then(|| first.at(TimeOfDay::Part(part)))
        }
        Semantics::ShiftFrom(sign) => {
            let (TimeExpr::Length(length)
            | TimeExpr::Shift { length: length @ Length { number: Some(_), .. }, of: None, .. }) = first.what
            else {
                return None;
            };
            let of = Some(Box::new(pieces.second()?));
            Some(TimePhrase::new(TimeExpr::Shift { length, sign, anchor: Anchor::Reference, of }))
        }
        Semantics::SmallHours => Some(first.at(TimeOfDay::Part(DayPart::Morning))),
        Semantics::Reshape => Some(first),
        _ => None,
    }
}

/// Gathers every captured field into one date.
fn partial(pieces: &Captures<'_>) -> Option<PartialDate> {
    for class in [LexicalClass::Month, LexicalClass::Weekday, LexicalClass::Weekdays] {
        if pieces.item(class).is_some_and(|item| !item.capital || pieces.items.len() == 1 && !item.is_name()) {
            return None;
        }
    }
    if pieces
        .item(LexicalClass::Ordinal)
        .is_some_and(|item| item.capital && item.digits == 0 && pieces.item(LexicalClass::Month).is_some())
    {
        return None; // "in May the Second Army"
    }
    let mut date = PartialDate {
        month: pieces.small(LexicalClass::Month),
        day: pieces.small(LexicalClass::Day),
        weekday: pieces.small(LexicalClass::Weekday).or_else(|| pieces.small(LexicalClass::Weekdays)),
        season: pieces.small(LexicalClass::Season),
        year: pieces.value(LexicalClass::Year),
        fiscal: pieces.says("fiscal") || pieces.says("financial") || pieces.says("fy"),
        is_bc: pieces.item(LexicalClass::Bc).is_some(),
        ..PartialDate::default()
    };
    if let Some(short) = pieces.value(LexicalClass::ShortYear) {
        date.year = Some(short_year(short));
    }
    if let Some(item) = pieces.item(LexicalClass::Decade) {
        date.decade = Some(item.value / 10);
    }
    if let Some(year) =
        pieces.value(LexicalClass::Small).filter(|_| date.is_bc || pieces.item(LexicalClass::Ad).is_some())
    {
        date.year = Some(year);
    }
    if date.is_bc {
        date.year = date.year.map(|year| 1 - year);
    }
    if let Some(ordinal) = pieces.small(LexicalClass::Ordinal) {
        place_ordinal(&mut date, ordinal, pieces)?;
    }
    if pieces.says("century") && date.century.is_none() {
        return None;
    }
    if pieces.says("q") {
        date.quarter = pieces.small(LexicalClass::Small).filter(|quarter| (1..=4).contains(quarter));
        date.quarter?;
    }
    date.week = pieces.says("week");
    Some(date)
}

/// "fiscal", "school": a year that begins when somebody has it begin.
fn is_own(pieces: &Captures<'_>) -> bool {
    ["fiscal", "financial", "tax", "school", "academic"].iter().any(|word| pieces.says(word))
}

fn own_year(shift: i32) -> TimeExpr {
    TimeExpr::Date(PartialDate { year_shift: Some(shift), fiscal: true, ..PartialDate::default() })
}

/// Says what an ordinal counts: a quarter, half, century or day.
fn place_ordinal(date: &mut PartialDate, ordinal: u32, pieces: &Captures<'_>) -> Option<()> {
    let within = |most: u32| (1..=most).contains(&ordinal).then_some(ordinal);
    if pieces.says("quarter") || pieces.says("quarters") {
        date.quarter = Some(within(4)?);
    } else if pieces.says("half") {
        date.half = Some(within(2)?);
    } else if pieces.says("century") {
        date.century = Some(within(30)?.cast_signed() - 1);
    } else {
        date.day = Some(within(31)?);
    }
    Some(())
}

/// Reads two digits as the year a newsroom means: '30 and later are of the last century.
fn short_year(short: i32) -> i32 {
    if short < 30 { 2000 + short } else { 1900 + short }
}

/// Reads "12/31/2024", "31.12.2024", "2024-12-31"; the order of day and month is decided later.
fn numeric(pieces: &Captures<'_>) -> Option<PartialDate> {
    let field = |n| pieces.nth(LexicalClass::Figure, n);
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
        2 => short_year(c.value),
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

/// "last week", "next May", "the previous day", "this summer".
fn relative(pieces: &Captures<'_>) -> Option<TimePhrase> {
    let deictic = pieces.value(LexicalClass::Deictic);
    if let (Some(-2 | -1), Some(unit @ (TimeUnit::Decade | TimeUnit::Century))) = (deictic, pieces.unit()) {
        return Some(TimePhrase::new(TimeExpr::Length(Length { number: Some(1.0), unit, rest: None })));
    }
    let (direction, shift, anchor) = match (deictic, pieces.value(LexicalClass::Anaphoric)) {
        (Some(-2 | -1), _) => (Direction::Last, -1, Anchor::Document),
        (Some(1), _) if pieces.says("the") => (Direction::Following, 1, Anchor::Reference),
        (Some(1 | 2), _) => (Direction::Next, 1, Anchor::Document),
        (Some(_), _) => (Direction::This, 0, Anchor::Document),
        (None, Some(-1)) => (Direction::Previous, -1, Anchor::Reference),
        (None, Some(1)) => (Direction::Following, 1, Anchor::Reference),
        _ if pieces.says("next") => (Direction::Following, 1, Anchor::Reference),
        _ => (Direction::Same, 0, Anchor::Reference),
    };
    if let Some(unit) = pieces.unit().filter(|_| pieces.item(LexicalClass::Weekday).is_none()) {
        if unit == TimeUnit::Year && is_own(pieces) {
            return Some(TimePhrase::new(own_year(shift)));
        }
        let phrase = TimePhrase::new(TimeExpr::Unit { unit, shift, anchor });
        return Some(with_part(phrase, pieces));
    }
    if let Some(part) = pieces
        .value(LexicalClass::Part)
        .and_then(DayPart::from_value)
        .filter(|_| pieces.item(LexicalClass::Weekday).is_none())
    {
        let day = TimeExpr::Unit { unit: TimeUnit::Day, shift, anchor };
        return Some(TimePhrase::new(day).at(TimeOfDay::Part(part)));
    }
    let date = match pieces.first() {
        Some(phrase) => *phrase.date()?,
        None => partial(pieces)?,
    };
    Some(with_part(TimePhrase::new(TimeExpr::Date(PartialDate { direction, ..date })), pieces))
}

fn with_part(phrase: TimePhrase, pieces: &Captures<'_>) -> TimePhrase {
    match pieces.value(LexicalClass::Part).and_then(DayPart::from_value) {
        Some(part) => phrase.at(TimeOfDay::Part(part)),
        None => phrase,
    }
}

/// "three days", "an hour and a half", "5 1/2 hours", "a few weeks".
fn length(pieces: &Captures<'_>) -> Option<Length> {
    if let Some(phrase) = pieces.first() {
        let TimeExpr::Length(length) = phrase.what else { return None };
        return Some(length);
    }
    let unit = pieces.unit()?;
    let number = match pieces.item(LexicalClass::Number) {
        Some(item) => Some(item.number),
        None if pieces.says("couple") => Some(2.0),
        None if pieces.says("half") && pieces.says("and") => Some(1.5),
        None if pieces.says("half") => Some(0.5),
        None if pieces.item(LexicalClass::Vague).is_some() || pieces.says("few") => None,
        None if pieces.item(LexicalClass::Units).is_some() => None,
        None => Some(1.0),
    };
    let second = pieces.list.iter().filter_map(|piece| match piece {
        Captured::Class(LexicalClass::Unit | LexicalClass::Units, item) => {
            TimeUnit::ALL.get(item.unit as usize).copied()
        }
        _ => None,
    });
    let rest = match (pieces.nth(LexicalClass::Number, 1), second.skip(1).last()) {
        (Some(item), Some(unit)) => Some((item.number, unit)),
        _ => None,
    };
    Some(Length { number, unit, rest })
}

/// "every Tuesday", "each month", "twice a week", "every two weeks".
fn every(pieces: &Captures<'_>) -> Option<String> {
    use crate::time::calendar::timex_value;
    if let Some(unit) = pieces.unit() {
        if pieces.says("times") {
            return Some(timex_value::of_length(&Length { number: Some(1.0), unit, rest: None }));
        }
        return Some(timex_value::of_length(&length(pieces)?));
    }
    let date = partial(pieces)?;
    let part =
        pieces.value(LexicalClass::Part).or_else(|| pieces.value(LexicalClass::Parts)).and_then(DayPart::from_value);
    timex_value::of_recurring(&date, part)
}

/// "early May", "late last week", "earlier this year"; "earlier Friday" is some time of Friday, not its beginning.
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

/// "Friday", "today"
fn is_named_day(phrase: &TimePhrase) -> bool {
    match &phrase.what {
        TimeExpr::Date(date) => date.weekday.is_some() || date.day.is_some(),
        TimeExpr::Unit { unit: TimeUnit::Day, anchor: Anchor::Document, .. } => true,
        _ => false,
    }
}

/// "about three days", "nearly two years ago", "more than a week".
fn approximate(phrase: TimePhrase, pieces: &Captures<'_>) -> Option<TimePhrase> {
    let is_vague = matches!(phrase.what, TimeExpr::Length(Length { number: None, .. }));
    if (is_vague || pieces.says("over")) && pieces.says("the") {
        return None; // "around the days"
    }
    let modifier = match () {
        () if pieces.says("least") => TimexMod::EqualOrMore,
        () if pieces.says("most") || pieces.says("within") => TimexMod::EqualOrLess,
        () if pieces.says("up") || pieces.says("no") => TimexMod::EqualOrLess,
        () if pieces.says("more") || pieces.says("over") => TimexMod::MoreThan,
        () if pieces.says("less") || pieces.says("under") || pieces.says("almost") || pieces.says("nearly") => {
            TimexMod::LessThan
        }
        () => TimexMod::Approx,
    };
    Some(phrase.modified(Some(modifier)))
}

/// "10 p.m. Wednesday", "Friday night", "Tuesday at noon".
fn join(first: TimePhrase, second: TimePhrase) -> Option<TimePhrase> {
    let (time, date) = if first.what == TimeExpr::Time { (first, second) } else { (second, first) };
    if date.time.is_some() {
        return None;
    }
    Some(TimePhrase { time: time.time, ..date })
}

/// "June last year", "Friday, Oct. 23", "the third quarter of this year", "July of that year".
fn narrow(first: &TimePhrase, pieces: &Captures<'_>) -> Option<TimePhrase> {
    let second = pieces.second();
    let (inner, outer) = match (&first.what, second.as_ref().map(|phrase| &phrase.what)) {
        (TimeExpr::Date(inner), Some(outer)) => (*inner, outer.clone()),
        (TimeExpr::Unit { .. }, Some(TimeExpr::Date(inner))) => (*inner, first.what.clone()),
        // "August of that year"
        (TimeExpr::Date(inner), None) if pieces.unit() == Some(TimeUnit::Year) => {
            (*inner, TimeExpr::Unit { unit: TimeUnit::Year, shift: 0, anchor: Anchor::Reference })
        }
        (outer, None) => (partial(pieces)?, outer.clone()),
        _ => return None,
    };
    let date = match outer {
        TimeExpr::Unit { unit: TimeUnit::Year, shift, anchor } => {
            let direction = if anchor == Anchor::Reference { Direction::Same } else { inner.direction };
            PartialDate { year_shift: Some(shift), direction, ..inner }
        }
        TimeExpr::Date(outer) => merge(inner, outer)?,
        _ => return None,
    };
    Some(TimePhrase { what: TimeExpr::Date(date), ..first.clone() })
}

/// Joins two dates that each give some fields.
fn merge(a: PartialDate, b: PartialDate) -> Option<PartialDate> {
    fn either<T>(a: Option<T>, b: Option<T>) -> Result<Option<T>, ()> {
        match (a, b) {
            (Some(_), Some(_)) => Err(()),
            (a, b) => Ok(a.or(b)),
        }
    }
    let direction = if a.direction == Direction::Open { b.direction } else { a.direction };
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
