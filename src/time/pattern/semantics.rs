//! Makes the meaning of a form from the words it captured.
//!
//! "{month} {dom} , {year}" captured `Nov.` `6` `1998`: a date of three fields.
//! What a form comes to is said by its `Make`; the captured classes say the rest.

use crate::model::TimexMod;

use super::clock;
use super::trie::{Make, Piece};
use crate::time::calendar::zones;
use crate::time::lex::lexicon::{Class, LEXICON};
use crate::time::lex::scan::Item;
use crate::time::phrase::{Anchor, DayPart, Direction, Length, Partial, Phrase, TimeOfDay, Unit, What};

/// What a form captured, in order, and all the items it took.
pub struct Pieces<'a> {
    pub list: &'a [Piece],
    pub items: &'a [Item],
    /// Place in the table of holidays.
    pub place: usize,
}

impl Pieces<'_> {
    pub fn item(&self, class: Class) -> Option<Item> {
        self.nth(class, 0)
    }

    fn nth(&self, class: Class, n: usize) -> Option<Item> {
        let of_class = |piece: &Piece| match piece {
            Piece::Class(known, item) if *known == class => Some(*item),
            _ => None,
        };
        self.list.iter().filter_map(of_class).nth(n)
    }

    pub fn value(&self, class: Class) -> Option<i32> {
        self.item(class).map(|item| item.value)
    }

    fn small(&self, class: Class) -> Option<u32> {
        self.value(class).and_then(|value| u32::try_from(value).ok())
    }

    fn unit(&self) -> Option<Unit> {
        let item = self.item(Class::Unit).or_else(|| self.item(Class::Units))?;
        Unit::ALL.get(item.unit as usize).copied()
    }

    fn phrases(&self) -> impl Iterator<Item = &Phrase> {
        self.list.iter().filter_map(|piece| match piece {
            Piece::Phrase(phrase) => Some(phrase),
            Piece::Class(..) => None,
        })
    }

    fn first(&self) -> Option<Phrase> {
        self.phrases().next().cloned()
    }

    fn second(&self) -> Option<Phrase> {
        self.phrases().nth(1).cloned()
    }

    /// Tells whether one of the words was spelt so.
    pub fn says(&self, word: &str) -> bool {
        let id = LEXICON.id(word);
        id != 0 && self.items.iter().any(|item| item.id == id)
    }
}

/// Returns the meaning of a form's words; `None` when they have none after all.
pub fn phrase(make: Make, pieces: &Pieces<'_>) -> Option<Phrase> {
    let plain = |what| Some(Phrase::new(what));
    match make {
        Make::Date => plain(What::Date(partial(pieces)?)),
        Make::WeakDate => Some(Phrase { weak: true, ..Phrase::new(What::Date(partial(pieces)?)) }),
        Make::Numeric => plain(What::Date(numeric(pieces)?)),
        Make::Day(shift) => plain(What::Unit { unit: Unit::Day, shift, anchor: Anchor::Document }),
        Make::PartOfDay(shift, part) => {
            let day = What::Unit { unit: Unit::Day, shift, anchor: Anchor::Document };
            Some(Phrase::new(day).at(TimeOfDay::Part(DayPart::from_value(part)?)))
        }
        Make::Relative => relative(pieces),
        Make::Unit(_) if pieces.unit() == Some(Unit::Year) && is_own(pieces) => plain(own_year(0)),
        Make::Unit(anchor) => plain(What::Unit { unit: pieces.unit()?, shift: 0, anchor }),
        Make::That => plain(that(pieces.unit()?)),
        Make::TheUnit => {
            let unit = pieces.unit().filter(|unit| Unit::Day <= *unit && *unit <= Unit::Year)?;
            let what = What::Unit { unit, shift: 0, anchor: Anchor::Reference };
            Some(Phrase { weak: true, ..Phrase::new(what) })
        }
        Make::Shift(sign, anchor) => plain(What::Shift { length: length(pieces)?, sign, anchor, of: None }),
        Make::SameDay => plain(What::Unit { unit: Unit::Day, shift: 0, anchor: Anchor::Reference }),
        Make::Length => {
            let length = length(pieces)?;
            let fraction = length.unit == Unit::Quarter && pieces.items.last().is_some_and(|item| item.joined);
            if fraction { None } else { plain(What::Length(length)) }
        }
        Make::VagueLength | Make::OneUnit => {
            let number = (make == Make::OneUnit).then_some(1.0);
            if number.is_some() && matches!(pieces.unit()?, Unit::Second | Unit::Quarter) {
                return None; // "a second chance", "a quarter of them"
            }
            plain(What::Length(Length { number, unit: pieces.unit()?, rest: None }))
        }
        Make::Every => plain(What::Set(every(pieces)?)),
        Make::Fixed(value) => plain(What::Set(value.to_owned())),
        Make::Silent => Some(Phrase { silent: true, ..Phrase::new(What::Time) }),
        Make::QuarterOf => plain(What::Unit { unit: Unit::Quarter, shift: 0, anchor: Anchor::Reference }),
        Make::Period => plain(What::Date(Partial { period: true, ..partial(pieces)? })),
        Make::LastHalf => plain(What::Date(Partial { half: Some(2), ..partial(pieces)? })),
        Make::YearAgoLength => {
            let unit = pieces.item(Class::Units).and_then(|item| Unit::ALL.get(item.unit as usize).copied())?;
            let number = Some(pieces.item(Class::Number)?.number);
            plain(What::Length(Length { number, unit, rest: None }))
        }
        Make::YearAgoQuarter => plain(What::Date(Partial { year_shift: Some(-1), ..partial(pieces)? })),
        Make::LatestQuarter => plain(What::Date(Partial { period: true, ..Partial::default() })),
        Make::Year => plain(What::Unit { unit: Unit::Year, shift: 0, anchor: Anchor::Document }),
        Make::YearEnd => {
            let year = Phrase::new(What::Unit { unit: Unit::Year, shift: 0, anchor: Anchor::Document });
            Some(year.modified(Some(TimexMod::End)))
        }
        Make::Reference(value) => plain(What::Reference(value)),
        Make::OfStory(value) => Some(Phrase { of_story: true, ..Phrase::new(What::Reference(value)) }),
        Make::Clock => Some(Phrase::new(What::Time).at(clock::clock(pieces, None)?)),
        Make::ClockIn => Some(Phrase::new(What::Time).at(clock::clock(pieces, zones::zone(pieces.place))?)),
        Make::Holiday => plain(What::Date(Partial { holiday: Some(pieces.place), ..Partial::default() })),
        compound => super::semantics::compound(compound, pieces),
    }
}

/// "that year": the unit that holds the time told of.
const fn that(unit: Unit) -> What {
    let length = Length { number: Some(0.0), unit, rest: None };
    What::Shift { length, sign: 0, anchor: Anchor::Reference, of: None }
}

fn compound(make: Make, pieces: &Pieces<'_>) -> Option<Phrase> {
    let first = pieces.first()?;
    match make {
        Make::Phase => phased(first, pieces.value(Class::Phase)?),
        Make::Edge => {
            let modifier = match pieces.value(Class::Edge)? {
                1 => TimexMod::Start,
                2 => TimexMod::Mid,
                _ => TimexMod::End,
            };
            Some(first.modified(Some(modifier)))
        }
        Make::Approx => approximate(first, pieces),
        Make::Join => join(first, pieces.second()?),
        Make::Narrow => narrow(&first, pieces),
        Make::PartOf => {
            let part = DayPart::from_value(pieces.value(Class::Part)?)?;
            first.time.is_none().then(|| first.at(TimeOfDay::Part(part)))
        }
        Make::ShiftFrom(sign) => {
            let (What::Length(length) | What::Shift { length: length @ Length { number: Some(_), .. }, of: None, .. }) =
                first.what
            else {
                return None;
            };
            let of = Some(Box::new(pieces.second()?));
            Some(Phrase::new(What::Shift { length, sign, anchor: Anchor::Reference, of }))
        }
        Make::SmallHours => Some(first.at(TimeOfDay::Part(DayPart::Morning))),
        Make::Reshape => Some(first),
        _ => None,
    }
}

/// Gathers every captured field into one date.
fn partial(pieces: &Pieces<'_>) -> Option<Partial> {
    for class in [Class::Month, Class::Weekday, Class::Weekdays] {
        if pieces.item(class).is_some_and(|item| !item.capital || pieces.items.len() == 1 && !item.is_name()) {
            return None;
        }
    }
    if pieces
        .item(Class::Ordinal)
        .is_some_and(|item| item.capital && item.digits == 0 && pieces.item(Class::Month).is_some())
    {
        return None; // "in May the Second Army"
    }
    let mut date = Partial {
        month: pieces.small(Class::Month),
        day: pieces.small(Class::Day),
        weekday: pieces.small(Class::Weekday).or_else(|| pieces.small(Class::Weekdays)),
        season: pieces.small(Class::Season),
        year: pieces.value(Class::Year),
        fiscal: pieces.says("fiscal") || pieces.says("financial") || pieces.says("fy"),
        is_bc: pieces.item(Class::Bc).is_some(),
        ..Partial::default()
    };
    if let Some(short) = pieces.value(Class::ShortYear) {
        date.year = Some(short_year(short));
    }
    if let Some(item) = pieces.item(Class::Decade) {
        date.decade = Some(item.value / 10);
    }
    if let Some(year) = pieces.value(Class::Small).filter(|_| date.is_bc || pieces.item(Class::Ad).is_some()) {
        date.year = Some(year);
    }
    if date.is_bc {
        date.year = date.year.map(|year| 1 - year);
    }
    if let Some(ordinal) = pieces.small(Class::Ordinal) {
        place_ordinal(&mut date, ordinal, pieces)?;
    }
    if pieces.says("century") && date.century.is_none() {
        return None;
    }
    if pieces.says("q") {
        date.quarter = pieces.small(Class::Small).filter(|quarter| (1..=4).contains(quarter));
        date.quarter?;
    }
    date.week = pieces.says("week");
    Some(date)
}

/// "fiscal", "school": a year that begins when somebody has it begin.
fn is_own(pieces: &Pieces<'_>) -> bool {
    ["fiscal", "financial", "tax", "school", "academic"].iter().any(|word| pieces.says(word))
}

fn own_year(shift: i32) -> What {
    What::Date(Partial { year_shift: Some(shift), fiscal: true, ..Partial::default() })
}

/// Says what an ordinal counts: a quarter, half, century or day.
fn place_ordinal(date: &mut Partial, ordinal: u32, pieces: &Pieces<'_>) -> Option<()> {
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
fn numeric(pieces: &Pieces<'_>) -> Option<Partial> {
    let field = |n| pieces.nth(Class::Figure, n);
    let (a, b) = (field(0)?, field(1)?);
    let c = field(2)?;
    if a.digits == 4 {
        let (month, day) = (u32::try_from(b.value).ok()?, u32::try_from(c.value).ok()?);
        let exists = (1..=12).contains(&month) && (1..=31).contains(&day) && b.digits == 2 && c.digits == 2;
        return exists.then(|| Partial {
            year: Some(a.value),
            month: Some(month),
            day: Some(day),
            ..Partial::default()
        });
    }
    let year = match c.digits {
        4 => c.value,
        2 => short_year(c.value),
        _ => return None,
    };
    let (a, b) = (u32::try_from(a.value).ok()?, u32::try_from(b.value).ok()?);
    let fits = (1..=31).contains(&a) && (1..=31).contains(&b) && (a <= 12 || b <= 12);
    fits.then(|| Partial { year: Some(year), month: Some(a), day: Some(b), numeric: true, ..Partial::default() })
}

/// "last week", "next May", "the previous day", "this summer".
fn relative(pieces: &Pieces<'_>) -> Option<Phrase> {
    let deictic = pieces.value(Class::Deictic);
    if let (Some(-2 | -1), Some(unit @ (Unit::Decade | Unit::Century))) = (deictic, pieces.unit()) {
        return Some(Phrase::new(What::Length(Length { number: Some(1.0), unit, rest: None })));
    }
    let (direction, shift, anchor) = match (deictic, pieces.value(Class::Anaphoric)) {
        (Some(-2 | -1), _) => (Direction::Last, -1, Anchor::Document),
        (Some(1), _) if pieces.says("the") => (Direction::Following, 1, Anchor::Reference),
        (Some(1 | 2), _) => (Direction::Next, 1, Anchor::Document),
        (Some(_), _) => (Direction::This, 0, Anchor::Document),
        (None, Some(-1)) => (Direction::Previous, -1, Anchor::Reference),
        (None, Some(1)) => (Direction::Following, 1, Anchor::Reference),
        _ if pieces.says("next") => (Direction::Following, 1, Anchor::Reference),
        _ => (Direction::Same, 0, Anchor::Reference),
    };
    if let Some(unit) = pieces.unit().filter(|_| pieces.item(Class::Weekday).is_none()) {
        if unit == Unit::Year && is_own(pieces) {
            return Some(Phrase::new(own_year(shift)));
        }
        let phrase = Phrase::new(What::Unit { unit, shift, anchor });
        return Some(with_part(phrase, pieces));
    }
    if let Some(part) =
        pieces.value(Class::Part).and_then(DayPart::from_value).filter(|_| pieces.item(Class::Weekday).is_none())
    {
        let day = What::Unit { unit: Unit::Day, shift, anchor };
        return Some(Phrase::new(day).at(TimeOfDay::Part(part)));
    }
    let date = match pieces.first() {
        Some(phrase) => *phrase.date()?,
        None => partial(pieces)?,
    };
    Some(with_part(Phrase::new(What::Date(Partial { direction, ..date })), pieces))
}

fn with_part(phrase: Phrase, pieces: &Pieces<'_>) -> Phrase {
    match pieces.value(Class::Part).and_then(DayPart::from_value) {
        Some(part) => phrase.at(TimeOfDay::Part(part)),
        None => phrase,
    }
}

/// "three days", "an hour and a half", "5 1/2 hours", "a few weeks".
fn length(pieces: &Pieces<'_>) -> Option<Length> {
    if let Some(phrase) = pieces.first() {
        let What::Length(length) = phrase.what else { return None };
        return Some(length);
    }
    let unit = pieces.unit()?;
    let number = match pieces.item(Class::Number) {
        Some(item) => Some(item.number),
        None if pieces.says("couple") => Some(2.0),
        None if pieces.says("half") && pieces.says("and") => Some(1.5),
        None if pieces.says("half") => Some(0.5),
        None if pieces.item(Class::Vague).is_some() || pieces.says("few") => None,
        None if pieces.item(Class::Units).is_some() => None,
        None => Some(1.0),
    };
    let second = pieces.list.iter().filter_map(|piece| match piece {
        Piece::Class(Class::Unit | Class::Units, item) => Unit::ALL.get(item.unit as usize).copied(),
        _ => None,
    });
    let rest = match (pieces.nth(Class::Number, 1), second.skip(1).last()) {
        (Some(item), Some(unit)) => Some((item.number, unit)),
        _ => None,
    };
    Some(Length { number, unit, rest })
}

/// "every Tuesday", "each month", "twice a week", "every two weeks".
fn every(pieces: &Pieces<'_>) -> Option<String> {
    use crate::time::calendar::timex_value;
    if let Some(unit) = pieces.unit() {
        if pieces.says("times") {
            return Some(timex_value::of_length(&Length { number: Some(1.0), unit, rest: None }));
        }
        return Some(timex_value::of_length(&length(pieces)?));
    }
    let date = partial(pieces)?;
    let part = pieces.value(Class::Part).or_else(|| pieces.value(Class::Parts)).and_then(DayPart::from_value);
    timex_value::of_recurring(&date, part)
}

/// "early May", "late last week", "earlier this year"; "earlier Friday" is some time of Friday, not its beginning.
fn phased(phrase: Phrase, phase: i32) -> Option<Phrase> {
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
fn is_named_day(phrase: &Phrase) -> bool {
    match &phrase.what {
        What::Date(date) => date.weekday.is_some() || date.day.is_some(),
        What::Unit { unit: Unit::Day, anchor: Anchor::Document, .. } => true,
        _ => false,
    }
}

/// "about three days", "nearly two years ago", "more than a week".
fn approximate(phrase: Phrase, pieces: &Pieces<'_>) -> Option<Phrase> {
    let is_vague = matches!(phrase.what, What::Length(Length { number: None, .. }));
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
fn join(first: Phrase, second: Phrase) -> Option<Phrase> {
    let (time, date) = if first.what == What::Time { (first, second) } else { (second, first) };
    if date.time.is_some() {
        return None;
    }
    Some(Phrase { time: time.time, ..date })
}

/// "June last year", "Friday, Oct. 23", "the third quarter of this year", "July of that year".
fn narrow(first: &Phrase, pieces: &Pieces<'_>) -> Option<Phrase> {
    let second = pieces.second();
    let (inner, outer) = match (&first.what, second.as_ref().map(|phrase| &phrase.what)) {
        (What::Date(inner), Some(outer)) => (*inner, outer.clone()),
        (What::Unit { .. }, Some(What::Date(inner))) => (*inner, first.what.clone()),
        // "August of that year"
        (What::Date(inner), None) if pieces.unit() == Some(Unit::Year) => {
            (*inner, What::Unit { unit: Unit::Year, shift: 0, anchor: Anchor::Reference })
        }
        (outer, None) => (partial(pieces)?, outer.clone()),
        _ => return None,
    };
    let date = match outer {
        What::Unit { unit: Unit::Year, shift, anchor } => {
            let direction = if anchor == Anchor::Reference { Direction::Same } else { inner.direction };
            Partial { year_shift: Some(shift), direction, ..inner }
        }
        What::Date(outer) => merge(inner, outer)?,
        _ => return None,
    };
    Some(Phrase { what: What::Date(date), ..first.clone() })
}

/// Joins two dates that each give some fields.
fn merge(a: Partial, b: Partial) -> Option<Partial> {
    fn either<T>(a: Option<T>, b: Option<T>) -> Result<Option<T>, ()> {
        match (a, b) {
            (Some(_), Some(_)) => Err(()),
            (a, b) => Ok(a.or(b)),
        }
    }
    let direction = if a.direction == Direction::Open { b.direction } else { a.direction };
    Some(Partial {
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
