//! Reads numbers in figures and in words.
//!
//! "twenty four", "two and a half", "2 1/2", "1,000" and "nineteen ninety-six"
//! each become one item; whatever else a figure can be (a year, an hour, a day
//! of the month, a clock time) is noted in its classes.

use super::lexicon::{LEXICON, LexicalClass, LexicalClasses};
use super::scan::TimeLexeme;

/// Years that a bare number of four digits may mean.
const YEARS: std::ops::RangeInclusive<i32> = 1000..=2199;

/// Reads the figure at byte `at` of `text`; returns it with its length.
pub fn read_figure(text: &str, at: usize) -> (TimeLexeme, usize) {
    let bytes = &text.as_bytes()[at..];
    let digits = |from: usize| bytes.get(from..).unwrap_or_default().iter().take_while(|b| b.is_ascii_digit()).count();
    let byte = |at: usize| bytes.get(at).copied().unwrap_or(0);
    let n_digits = digits(0);
    let mut length = n_digits;
    let whole = text[at..at + n_digits].parse::<f64>().unwrap_or(f64::MAX);
    if n_digits <= 2 && byte(length) == b':' && digits(length + 1) == 2 {
        return clock(text, at, n_digits);
    }
    let mut number = whole;
    while n_digits <= 3 && byte(length) == b',' && digits(length + 1) == 3 {
        number = number * 1000.0 + text[at + length + 1..at + length + 4].parse().unwrap_or(0.0);
        length += 4;
    }
    let mut decimals = if byte(length) == b'.' { digits(length + 1) } else { 0 };
    let follows_dot = 0 < at && text.as_bytes()[at - 1] == b'.';
    if follows_dot || byte(length + 1 + decimals) == b'.' && byte(length + 2 + decimals).is_ascii_digit() {
        decimals = 0; // "31.12.2023"
    }
    if 0 < decimals {
        number = text[at..at + length + 1 + decimals].replace(',', "").parse().unwrap_or(number);
        length += 1 + decimals;
    }
    let mut classes = LexicalClasses::of(LexicalClass::Number);
    if length == n_digits && n_digits <= 4 {
        classes = classes_of(whole as i32, n_digits);
        let tail = bytes.get(length..).unwrap_or_default();
        let letters = tail.iter().take_while(|b| b.is_ascii_alphabetic()).count();
        match tail[..letters].to_ascii_lowercase().as_slice() {
            b"st" | b"nd" | b"rd" | b"th" if n_digits <= 3 => {
                length += 2;
                classes = LexicalClasses::of(LexicalClass::Ordinal);
            }
            b"s" if (2..=4).contains(&n_digits) && whole as i32 % 10 == 0 => {
                length += 1;
                classes = LexicalClasses::of(LexicalClass::Decade);
            }
            _ => {}
        }
    } else if 0 < decimals && decimals == 2 && n_digits <= 2 {
        return dotted_clock(text, at, n_digits, number);
    }
    let (value, digits) = (number.min(1e9) as i32, n_digits.min(255) as u8);
    (TimeLexeme { classes, value, number, digits, ..TimeLexeme::default() }, length)
}

/// "14:30", "14:30:59".
fn clock(text: &str, at: usize, n_digits: usize) -> (TimeLexeme, usize) {
    let field = |from: usize, to: usize| text.get(at + from..at + to).and_then(|t| t.parse::<i32>().ok());
    let (hour, minute) = (field(0, n_digits).unwrap_or(99), field(n_digits + 1, n_digits + 3).unwrap_or(99));
    let mut length = n_digits + 3;
    let rest = &text.as_bytes()[at + length..];
    if 3 <= rest.len() && rest[0] == b':' && rest[1].is_ascii_digit() && rest[2].is_ascii_digit() {
        length += 3;
    }
    let is_time = hour <= 24 && minute <= 59;
    let classes = if is_time { LexicalClasses::of(LexicalClass::Clock) } else { LexicalClasses::default() };
    (TimeLexeme { classes, value: hour * 60 + minute, digits: n_digits as u8, ..TimeLexeme::default() }, length)
}

/// "9.20" may be a clock time ("9.20pm"); the form decides.
fn dotted_clock(text: &str, at: usize, n_digits: usize, number: f64) -> (TimeLexeme, usize) {
    let (item, length) = clock(text, at, n_digits);
    let classes = LexicalClasses(item.classes.0 | LexicalClasses::of(LexicalClass::Number).0);
    let classes = if item.classes.has(LexicalClass::Clock) { dotted(classes) } else { classes };
    (TimeLexeme { classes, number, ..item }, length.min(n_digits + 3))
}

/// A clock time with a full stop is only one with "am", "pm" or a zone behind it.
fn dotted(classes: LexicalClasses) -> LexicalClasses {
    LexicalClasses(classes.0 & !LexicalClasses::of(LexicalClass::Clock).0).with(LexicalClass::DottedClock)
}

fn classes_of(number: i32, n_digits: usize) -> LexicalClasses {
    let mut classes = LexicalClasses::of(LexicalClass::Number).with(LexicalClass::Figure);
    if n_digits == 4 && YEARS.contains(&number) {
        classes = classes.with(LexicalClass::Year);
    }
    if n_digits <= 2 && number <= 24 {
        classes = classes.with(LexicalClass::Hour);
    }
    if n_digits <= 2 && (1..=31).contains(&number) {
        classes = classes.with(LexicalClass::Day);
    }
    if n_digits <= 3 {
        classes = classes.with(LexicalClass::Small);
    }
    classes
}

/// Joins number words and fractions into one item each.
pub fn merge(items: &mut Vec<TimeLexeme>) {
    if !items.iter().any(|item| item.classes.has(LexicalClass::NumberWord) || item.classes.has(LexicalClass::Number)) {
        return;
    }
    let ids = NumberWords::get();
    let (mut read, mut write) = (0, 0);
    while read < items.len() {
        let (item, used) = read_words(&items[read..], ids).unwrap_or((items[read], 1));
        items[write] = item;
        (read, write) = (read + used, write + 1);
    }
    items.truncate(write);
}

/// Numbers of the small words between number words.
#[derive(Clone, Copy)]
struct NumberWords {
    and: u16,
    a: u16,
    half: u16,
    quarter: u16,
    slash: u16,
}

impl NumberWords {
    fn get() -> Self {
        let id = |word: &str| LEXICON.id(word);
        Self { and: id("and"), a: id("a"), half: id("half"), quarter: id("quarter"), slash: id("/") }
    }
}

/// Reads the number that `items` begins with, and how many items it takes.
fn read_words(items: &[TimeLexeme], ids: NumberWords) -> Option<(TimeLexeme, usize)> {
    let first = items[0];
    if !first.classes.has(LexicalClass::NumberWord) && !first.classes.has(LexicalClass::Number) {
        return (first.id == ids.a && is_large(items.get(1)?))
            .then(|| read_cardinal(items, 1))?
            .map(|(number, used)| (whole(items, used, number), used));
    }
    if let Some((year, used)) = read_spoken_year(items) {
        let mut item = whole(items, used, f64::from(year));
        item.classes = item.classes.with(LexicalClass::Year);
        return Some((item, used));
    }
    let (number, used) = match first.classes.has(LexicalClass::NumberWord) {
        true => read_cardinal(items, 0)?,
        false => read_scaled(items),
    };
    let (number, used) = with_fraction(items, ids, number, used);
    (1 < used || first.classes.has(LexicalClass::NumberWord)).then(|| (whole(items, used, number), used))
}

/// Makes the item of a number that takes `used` items.
fn whole(items: &[TimeLexeme], used: usize, number: f64) -> TimeLexeme {
    let mut classes = LexicalClasses::of(LexicalClass::Number);
    let is_whole = number.fract() == 0.0 && number < 1000.0;
    if is_whole {
        classes = classes.with(LexicalClass::Count);
        if number <= 24.0 {
            classes = classes.with(LexicalClass::Hour);
        }
    }
    // "the year two thousand (and five)"
    if (2000.0..2100.0).contains(&number) && items[0].digits == 0 {
        classes = classes.with(LexicalClass::Year);
    }
    TimeLexeme {
        end: items[used - 1].end,
        id: if used == 1 { items[0].id } else { 0 },
        classes,
        value: number.min(1e9) as i32,
        number,
        ..items[0]
    }
}

fn is_large(item: &TimeLexeme) -> bool {
    item.classes.has(LexicalClass::NumberWord) && (item.id == LEXICON.id("dozen") || 100 <= item.value)
}

/// "two hundred and ten", "twenty four"; items before `from` ("a") count as one.
fn read_cardinal(items: &[TimeLexeme], from: usize) -> Option<(f64, usize)> {
    let (mut total, mut group) = (0.0, if from == 1 { 1.0 } else { 0.0 });
    let mut used = from;
    let mut last = if from == 1 { 0 } else { i32::MAX };
    let and = LEXICON.id("and");
    while let Some(item) = items.get(used) {
        let follows = item.id == and && (100..i32::MAX).contains(&last);
        if follows
            && items.get(used + 1).is_some_and(|next| next.classes.has(LexicalClass::NumberWord) && next.value < 100)
        {
            used += 1;
            continue;
        }
        if !item.classes.has(LexicalClass::NumberWord) {
            break;
        }
        match item.value {
            1000.. => (total, group) = (total + f64::max(group, 1.0) * f64::from(item.value), 0.0),
            100 => group = f64::max(group, 1.0) * 100.0,
            // "dozen" reads "two dozen"; "twelve" never follows a number.
            12 if item.id == LEXICON.id("dozen") => group = f64::max(group, 1.0) * 12.0,
            value @ 20..=90 if 100 <= last || last == i32::MAX => group += f64::from(value),
            value @ 0..=19 if 100 <= last || last == i32::MAX || (20..100).contains(&last) && value < 10 => {
                group += f64::from(value);
            }
            _ => break,
        }
        last = item.value;
        used += 1;
    }
    (from < used).then_some((total + group, used))
}

/// "3 million".
fn read_scaled(items: &[TimeLexeme]) -> (f64, usize) {
    match items.get(1) {
        Some(next) if next.classes.has(LexicalClass::NumberWord) && 100 <= next.value && !next.joined => {
            (items[0].number * f64::from(next.value), 2)
        }
        _ => (items[0].number, 1),
    }
}

/// Adds "and a half", "1/2", "and three quarters" to a number that takes `used` items.
fn with_fraction(items: &[TimeLexeme], ids: NumberWords, number: f64, used: usize) -> (f64, usize) {
    let id = |at: usize| items.get(used + at).map_or(0, |item| item.id);
    let figure =
        |at: usize| items.get(used + at).filter(|item| item.digits == 1 && !item.joined).map(|item| item.number);
    match (id(0), id(1), id(2)) {
        (and, a, half) if and == ids.and && (a == ids.a && half == ids.half) => (number + 0.5, used + 3),
        (and, a, quarter) if and == ids.and && (a == ids.a && quarter == ids.quarter) => (number + 0.25, used + 3),
        (and, half, _) if and == ids.and && half == ids.half => (number + 0.5, used + 2),
        (_, slash, _) if slash == ids.slash && items[0].digits <= 2 => match (figure(0), figure(2)) {
            (Some(over), Some(under)) if 0.0 < under && over < under && items[used].spaced => {
                (number + over / under, used + 3)
            }
            _ => (number, used),
        },
        _ => (number, used),
    }
}

/// "nineteen ninety-six", "twenty twenty-five", "nineteen oh five".
fn read_spoken_year(items: &[TimeLexeme]) -> Option<(i32, usize)> {
    let word =
        |at: usize| items.get(at).filter(|item| item.classes.has(LexicalClass::NumberWord)).map(|item| item.value);
    let century = word(0).filter(|value| (17..=20).contains(value))?;
    match (word(1), word(2)) {
        (Some(tens @ 20..=90), Some(ones @ 1..=9)) if tens % 10 == 0 => Some((century * 100 + tens + ones, 3)),
        (Some(rest @ 10..=19), _) => Some((century * 100 + rest, 2)),
        (Some(tens @ 20..=90), _) if tens % 10 == 0 => Some((century * 100 + tens, 2)),
        _ => None,
    }
}
