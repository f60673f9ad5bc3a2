//! Reads the two ends of a range, of which one leaves out what the other says.
//!
//! "Sept. 5-7" names two days, "1954-55" two years, "6-7 February" and "499 to
//! 493 BC" leave the first end short, "from April to September 1957" gives the
//! year once, and "from Friday to Monday" ends on the Monday that follows. The
//! words that link, open and close a range stand in `lex::context_words_table`.

use super::disambiguate::longest_phrase;
use crate::time::lex::{ContextRole, LexicalClass, TimeLexeme};
use crate::time::phrase::{ClockStyle, DateDirection, PartialDate, TimeExpr, TimeOfDay, TimePhrase};

/// Returns whether the lexeme at `at` links two ends.
pub(super) fn is_link(lexemes: &[TimeLexeme], at: usize) -> bool {
    lexemes.get(at).is_some_and(|lexeme| lexeme.plays(ContextRole::RangeLink))
}

/// Returns the first end that is a bare number before a full second end: the 6 of "6-7 February".
pub(super) fn bare_first_end(lexemes: &[TimeLexeme], at: usize) -> Option<TimePhrase> {
    let (first, link, next) = (lexemes.get(at)?, lexemes.get(at + 1)?, lexemes.get(at + 2)?);
    if !first.classes.has(LexicalClass::Figure) || !is_link(lexemes, at + 1) || !next.classes.has(LexicalClass::Figure)
    {
        return None;
    }
    let is_led = at.checked_sub(1).is_none_or(|before| lexemes[before].plays(ContextRole::RangeOpener));
    if !link.plays(ContextRole::RangeMark) && !is_led {
        return None;
    }
    let (second, length) = longest_phrase(&lexemes[at + 2..])?;
    let has_half = lexemes[at + 2..at + 2 + length].iter().any(|lexeme| lexeme.classes.has(LexicalClass::AmPm));
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

/// Days of a list whose month stands behind the last one, at the most.
const MAX_LISTED: usize = 7;

/// Returns a weekday with its day of the month, where only the last of a list names the month: "Monday 20, Tuesday 21 and
/// Wednesday 22 April".
pub(super) fn listed_day(lexemes: &[TimeLexeme], at: usize) -> Option<TimePhrase> {
    let named = |at: usize| {
        let (weekday, day) = (lexemes.get(at)?, lexemes.get(at + 1)?);
        let is_day = weekday.classes.has(LexicalClass::Weekday) && day.classes.has(LexicalClass::Day);
        let day = u32::try_from(day.value).ok().filter(|_| is_day)?;
        Some((u32::try_from(weekday.value).ok()?, day))
    };
    let is_joint =
        |at: usize| lexemes.get(at).is_some_and(|lexeme| lexeme.is(",") || lexeme.plays(ContextRole::RangeAnd));
    let (weekday, day) = named(at)?;
    let mut next = at + 2;
    for _ in 0..MAX_LISTED {
        if !is_joint(next) {
            return None;
        }
        next += 1 + usize::from(is_joint(next + 1));
        named(next)?;
        let (last, _) = longest_phrase(&lexemes[next..])?;
        if let Some(date) = last.date().filter(|date| date.day.is_some() && date.month.is_some()) {
            let listed = PartialDate { weekday: Some(weekday), day: Some(day), ..*date };
            return Some(TimePhrase::new(TimeExpr::Date(listed)));
        }
        next += 2;
    }
    None
}

/// Returns the minutes of the first hour of "9-11am" or "11-1pm": the last such hour before the second.
fn earlier_hour(first: &TimeLexeme, next: &TimeLexeme, minutes: i32) -> Option<i32> {
    let fits = |lexeme: &TimeLexeme| lexeme.classes.has(LexicalClass::Hour) && (1..=12).contains(&lexeme.value);
    if !fits(first) || !fits(next) {
        return None;
    }
    let back = (next.value - first.value).rem_euclid(12);
    Some((minutes / 60 - back).rem_euclid(24) * 60)
}

/// Returns the second end that is a bare number behind a full first end, and how many lexemes it takes: the 7 of
/// "Sept. 5-7", the 55 of "1954-55".
pub(super) fn bare_second_end(phrase: &TimePhrase, lexemes: &[TimeLexeme], end: usize) -> Option<(TimePhrase, usize)> {
    let (last, link, next) = (lexemes.get(end.checked_sub(1)?)?, lexemes.get(end)?, lexemes.get(end + 1)?);
    if !is_link(lexemes, end) || phrase.time.is_some() {
        return None;
    }
    let date = *phrase.date()?;
    let after = lexemes.get(end + 2);
    if last.classes.has(LexicalClass::Year)
        && link.plays(ContextRole::RangeMark)
        && next.digits == 2
        && next.classes.has(LexicalClass::Small)
    {
        let year = date.year.filter(|year| *year == last.value && *year % 100 < next.value)?;
        let is_longer = after.is_some_and(|after| after.plays(ContextRole::RangeMark));
        let partial = PartialDate { year: Some(year - year % 100 + next.value), ..date };
        return (!is_longer).then(|| (TimePhrase { expr: TimeExpr::Date(partial), ..phrase.clone() }, 1));
    }
    let day = u32::try_from(next.value).ok().filter(|_| next.classes.has(LexicalClass::Day) || is_ordinal(next))?;
    let fits = date.month.is_some() && date.year.is_none() && date.weekday.is_none();
    if !fits || date.day.is_none_or(|first| day <= first || i64::from(first) != i64::from(last.value)) {
        return None;
    }
    let (year, more) = match (after, lexemes.get(end + 3)) {
        (Some(year), _) if year.classes.has(LexicalClass::Year) => (Some(year.value), 1),
        (Some(_), Some(year)) if year.classes.has(LexicalClass::Year) && lexemes[end + 2].is(",") => {
            (Some(year.value), 2)
        }
        _ => (None, 0),
    };
    let closes = 0 < more || after.is_none_or(|after| after.plays(ContextRole::RangeCloser));
    let partial = PartialDate { day: Some(day), year, ..date };
    (link.plays(ContextRole::RangeMark) || closes)
        .then(|| (TimePhrase { expr: TimeExpr::Date(partial), ..phrase.clone() }, 1 + more))
}

/// Returns the recurring time of the first of two weekdays: "on Monday and Tuesday nights" is on Monday nights too.
fn recurring(date: &PartialDate, set: &str, next: &TimeLexeme) -> Option<TimeExpr> {
    let names_day = next.classes.has(LexicalClass::Weekday) || next.classes.has(LexicalClass::Weekdays);
    let rest = set.strip_prefix("XXXX-WXX-")?.get(1..)?;
    let weekday = date.weekday.filter(|_| names_day && date.day.is_none())?;
    Some(TimeExpr::Set(format!("XXXX-WXX-{weekday}{rest}")))
}

fn is_ordinal(lexeme: &TimeLexeme) -> bool {
    lexeme.classes.has(LexicalClass::Ordinal) && 0 < lexeme.digits
}

/// Returns the day of the first of two clock times, which only the second one names: "between 1 am and 3 am on Friday"; in
/// "from 10 pm to 6 am on Saturday" the first one lies on another day.
fn shared_day(first: &TimePhrase, second: &TimePhrase) -> Option<TimeExpr> {
    let (Some(TimeOfDay::Clock { minutes: begin, .. }), Some(TimeOfDay::Clock { minutes: end, .. })) =
        (first.time, second.time)
    else {
        return None;
    };
    let is_dayless = matches!(first.expr, TimeExpr::Time) && !matches!(second.expr, TimeExpr::Time);
    (is_dayless && begin < end).then(|| second.expr.clone())
}

/// Gives both ends of a range the year that only one of them has, and lets the second follow the first.
///
/// `link` is the place of the word between them, `start` that of the first end.
pub(super) fn complete_range(
    first: &mut TimePhrase,
    second: &mut TimePhrase,
    lexemes: &[TimeLexeme],
    start: usize,
    link: usize,
) {
    if let (TimeExpr::Date(date), TimeExpr::Set(set)) = (&first.expr, &second.expr) {
        first.expr = recurring(date, set, &lexemes[link + 1]).unwrap_or_else(|| first.expr.clone());
        return;
    }
    if let Some(day) = shared_day(first, second) {
        first.expr = day;
        if let TimeExpr::Date(date) = &mut second.expr
            && date.weekday.is_some()
            && date.direction == DateDirection::Open
        {
            date.direction = DateDirection::Same;
        }
        return;
    }
    let is_timed = first.time.is_some() || second.time.is_some();
    let (TimeExpr::Date(first), TimeExpr::Date(second)) = (&mut first.expr, &mut second.expr) else { return };
    let is_open = |date: &PartialDate| date.year.is_none() && date.year_shift.is_none();
    if is_open(first) && first.direction == DateDirection::Open && first.weekday.is_none() {
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
    let is_between = start.checked_sub(1).is_some_and(|before| lexemes[before].plays(ContextRole::RangeBetween));
    let is_list =
        lexemes[link].plays(ContextRole::RangeAlternative) || lexemes[link].plays(ContextRole::RangeAnd) && !is_between;
    let is_alike =
        first.month.is_some() == second.month.is_some() && first.weekday.is_some() == second.weekday.is_some();
    if !is_list && !is_timed && is_alike && is_open(second) && second.direction == DateDirection::Open {
        second.direction = DateDirection::Following;
    }
}
