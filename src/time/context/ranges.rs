//! Reads the two ends of a range, of which one leaves out what the other says.
//!
//! "Sept. 5-7" names two days, "1954-55" two years, "6-7 February" and "499 to
//! 493 BC" leave the first end short, "from April to September 1957" tells the
//! year once, and "from Friday to Monday" ends on the Monday that follows.

use std::sync::LazyLock;

use super::disambiguate;
use crate::time::lex::lexicon::{LEXICON, LexicalClass};
use crate::time::lex::scan::TimeLexeme;
use crate::time::phrase::{ClockStyle, Direction, PartialDate, TimeExpr, TimeOfDay, TimePhrase};

/// Words that lead to the other end.
const LINKS: &[&str] = &["-", "/", "to", "and", "or", "through", "until", "till"];

/// Words before a range whose link is a word: "from 3 to 7 May".
const OPENERS: &[&str] = &["from", "between", "of", "on", "the", "in", "("];

/// Words after a bare second end: "on April 24 and 25."
const CLOSERS: &[&str] = &[".", ",", ")", ";", "in", "at", "for", "by", "with", "when", "and", "to"];

/// Words that this file asks about and that forms may not spell out.
pub fn words() -> impl Iterator<Item = &'static str> {
    [LINKS, OPENERS, CLOSERS].into_iter().flatten().copied()
}

struct RangeWords {
    links: Vec<u16>,
    openers: Vec<u16>,
    closers: Vec<u16>,
    dash: u16,
    slash: u16,
    and: u16,
    or: u16,
    between: u16,
}

static IDS: LazyLock<RangeWords> = LazyLock::new(|| {
    let ids = |words: &[&str]| words.iter().map(|word| LEXICON.id(word)).collect();
    RangeWords {
        links: ids(LINKS),
        openers: ids(OPENERS),
        closers: ids(CLOSERS),
        dash: LEXICON.id("-"),
        slash: LEXICON.id("/"),
        and: LEXICON.id("and"),
        or: LEXICON.id("or"),
        between: LEXICON.id("between"),
    }
});

/// Returns whether the item at `at` links two ends.
pub fn is_link(items: &[TimeLexeme], at: usize) -> bool {
    items.get(at).is_some_and(|item| item.id != 0 && IDS.links.contains(&item.id))
}

fn is_mark(item: &TimeLexeme) -> bool {
    item.id == IDS.dash || item.id == IDS.slash
}

/// Returns the first end that is a bare number before a full second end: the 6 of "6-7 February".
pub fn first_end(items: &[TimeLexeme], at: usize) -> Option<TimePhrase> {
    let (first, link, next) = (items.get(at)?, items.get(at + 1)?, items.get(at + 2)?);
    if !first.classes.has(LexicalClass::Figure) || !is_link(items, at + 1) || !next.classes.has(LexicalClass::Figure) {
        return None;
    }
    let is_led = at.checked_sub(1).is_none_or(|before| IDS.openers.contains(&items[before].id));
    if !is_mark(link) && !is_led {
        return None;
    }
    let (second, length) = disambiguate::longest(&items[at + 2..])?;
    let has_half = items[at + 2..at + 2 + length].iter().any(|item| item.classes.has(LexicalClass::AmPm));
    if let (Some(TimeOfDay::Clock { minutes, zone, .. }), true) = (second.time, has_half) {
        let minutes = earlier_hour(first, next, minutes)?;
        return Some(second.at(TimeOfDay::Clock { minutes, zone, style: ClockStyle::Hour }));
    }
    let date = *second.date()?;
    let value = u32::try_from(first.value).ok()?;
    let partial = match date.day {
        Some(day) if i64::from(day) == i64::from(next.value) && first.classes.has(LexicalClass::Day) && value < day => {
            PartialDate { day: Some(value), weekday: None, ..date }
        }
        None if date.is_bc && date.year == Some(1 - next.value) && next.value < first.value => {
            PartialDate { year: Some(1 - first.value), ..date }
        }
        _ => return None,
    };
    Some(TimePhrase::new(TimeExpr::Date(partial)))
}

/// "9-11am", "11am-1pm" told as "11-1pm": the first hour is the last such hour before the second.
fn earlier_hour(first: &TimeLexeme, next: &TimeLexeme, minutes: i32) -> Option<i32> {
    let fits = |item: &TimeLexeme| item.classes.has(LexicalClass::Hour) && (1..=12).contains(&item.value);
    if !fits(first) || !fits(next) {
        return None;
    }
    let back = (next.value - first.value).rem_euclid(12);
    Some((minutes / 60 - back).rem_euclid(24) * 60)
}

/// Returns the second end that is a bare number behind a full first end, and how many items it takes: the 7 of
/// "Sept. 5-7", the 55 of "1954-55".
pub fn second_end(phrase: &TimePhrase, items: &[TimeLexeme], end: usize) -> Option<(TimePhrase, usize)> {
    let (last, link, next) = (items.get(end.checked_sub(1)?)?, items.get(end)?, items.get(end + 1)?);
    if !is_link(items, end) || phrase.time.is_some() {
        return None;
    }
    let date = *phrase.date()?;
    let after = items.get(end + 2);
    if last.classes.has(LexicalClass::Year)
        && is_mark(link)
        && next.digits == 2
        && next.classes.has(LexicalClass::Small)
    {
        let year = date.year.filter(|year| *year == last.value && *year % 100 < next.value)?;
        let goes_on = after.is_some_and(is_mark);
        let partial = PartialDate { year: Some(year - year % 100 + next.value), ..date };
        return (!goes_on).then(|| (TimePhrase { what: TimeExpr::Date(partial), ..phrase.clone() }, 1));
    }
    let day = u32::try_from(next.value).ok().filter(|_| next.classes.has(LexicalClass::Day) || is_ordinal(next))?;
    let fits = date.month.is_some() && date.year.is_none() && date.weekday.is_none();
    if !fits || date.day.is_none_or(|first| day <= first || i64::from(first) != i64::from(last.value)) {
        return None;
    }
    let (year, more) = match (after, items.get(end + 3)) {
        (Some(year), _) if year.classes.has(LexicalClass::Year) => (Some(year.value), 1),
        (Some(_), Some(year)) if year.classes.has(LexicalClass::Year) && items[end + 2].id == LEXICON.id(",") => {
            (Some(year.value), 2)
        }
        _ => (None, 0),
    };
    let closes = 0 < more || after.is_none_or(|after| IDS.closers.contains(&after.id));
    let partial = PartialDate { day: Some(day), year, ..date };
    (is_mark(link) || closes).then(|| (TimePhrase { what: TimeExpr::Date(partial), ..phrase.clone() }, 1 + more))
}

/// "on Monday and Tuesday nights": on Monday nights too.
fn recurring(date: &PartialDate, set: &str, next: &TimeLexeme) -> Option<TimeExpr> {
    let names_day = next.classes.has(LexicalClass::Weekday) || next.classes.has(LexicalClass::Weekdays);
    let rest = set.strip_prefix("XXXX-WXX-")?.get(1..)?;
    let weekday = date.weekday.filter(|_| names_day && date.day.is_none())?;
    Some(TimeExpr::Set(format!("XXXX-WXX-{weekday}{rest}")))
}

fn is_ordinal(item: &TimeLexeme) -> bool {
    item.classes.has(LexicalClass::Ordinal) && 0 < item.digits
}

/// Lets two ends share the year that only one tells, and the second follow the first.
///
/// `link` is the place of the word between them, `start` that of the first end.
pub fn share(first: &mut TimePhrase, second: &mut TimePhrase, items: &[TimeLexeme], start: usize, link: usize) {
    if let (TimeExpr::Date(date), TimeExpr::Set(set)) = (&first.what, &second.what) {
        first.what = recurring(date, set, &items[link + 1]).unwrap_or_else(|| first.what.clone());
        return;
    }
    let is_timed = first.time.is_some() || second.time.is_some();
    let (TimeExpr::Date(first), TimeExpr::Date(second)) = (&mut first.what, &mut second.what) else { return };
    let is_open = |date: &PartialDate| date.year.is_none() && date.year_shift.is_none();
    if is_open(first) && first.direction == Direction::Open && first.weekday.is_none() {
        let names = first.month.is_some() || first.season.is_some() || first.quarter.is_some();
        if names && !is_open(second) {
            let over = (second.month, second.day) < (first.month, first.day) && second.month != first.month;
            (first.year, first.year_shift) = (second.year, second.year_shift);
            if over || first.season == Some(4) && second.season.is_some() {
                first.year = first.year.map(|year| year - 1);
                first.year_shift = first.year_shift.map(|shift| shift - 1);
            }
            return;
        }
    }
    let ids = &*IDS;
    let is_between = start.checked_sub(1).is_some_and(|before| items[before].id == ids.between);
    let is_list = items[link].id == ids.or || items[link].id == ids.slash || items[link].id == ids.and && !is_between;
    let is_alike =
        first.month.is_some() == second.month.is_some() && first.weekday.is_some() == second.weekday.is_some();
    if !is_list && !is_timed && is_alike && is_open(second) && second.direction == Direction::Open {
        second.direction = Direction::Following;
    }
}
