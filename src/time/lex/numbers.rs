//! Reads numbers in figures and in words.
//!
//! "twenty four", "two and a half", "2 1/2", "1,000" and "nineteen ninety-six"
//! each become one lexeme; whatever else a figure can be (a year, an hour, a day
//! of the month, a clock time) is noted in its classes.

use super::class::{ContextRoles, LexicalClass, LexicalClasses};
use super::lexeme::TimeLexeme;
use super::lexicon::LEXICON;

/// Years that a bare number of four digits may mean.
const YEARS: std::ops::RangeInclusive<i32> = 1000..=2199;

/// Reads the figure at byte `at` of `text`; returns it with its length.
pub(super) fn read_figure(text: &str, at: usize) -> (TimeLexeme, usize) {
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

/// Reads "14:30" and "14:30:59"; seconds are dropped.
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

/// Reads "9.20", which is a number, and a clock time only with "am", "pm" or a zone behind it.
fn dotted_clock(text: &str, at: usize, n_digits: usize, number: f64) -> (TimeLexeme, usize) {
    let (lexeme, length) = clock(text, at, n_digits);
    let is_clock = lexeme.classes.has(LexicalClass::Clock);
    let classes = lexeme.classes.without(LexicalClass::Clock).with(LexicalClass::Number);
    let classes = if is_clock { classes.with(LexicalClass::DottedClock) } else { classes };
    (TimeLexeme { classes, number, ..lexeme }, length.min(n_digits + 3))
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

/// Joins number words and fractions into one lexeme each.
pub(super) fn merge_numbers(lexemes: &mut Vec<TimeLexeme>) {
    if !lexemes
        .iter()
        .any(|lexeme| lexeme.classes.has(LexicalClass::NumberWord) || lexeme.classes.has(LexicalClass::Number))
    {
        return;
    }
    let ids = NumberWords::get();
    let (mut read, mut write) = (0, 0);
    while read < lexemes.len() {
        let (lexeme, used) = read_words(&lexemes[read..], ids).unwrap_or((lexemes[read], 1));
        lexemes[write] = lexeme;
        (read, write) = (read + used, write + 1);
    }
    lexemes.truncate(write);
}

/// Lexicon numbers of the words between number words.
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

/// Returns the number that `lexemes` begin with, and how many of them it takes.
fn read_words(lexemes: &[TimeLexeme], ids: NumberWords) -> Option<(TimeLexeme, usize)> {
    let first = lexemes[0];
    if !first.classes.has(LexicalClass::NumberWord) && !first.classes.has(LexicalClass::Number) {
        return (first.id == ids.a && is_large(lexemes.get(1)?))
            .then(|| read_cardinal(lexemes, 1))?
            .map(|(number, used)| (whole(lexemes, used, number), used));
    }
    if let Some((year, used)) = read_spoken_year(lexemes) {
        let mut lexeme = whole(lexemes, used, f64::from(year));
        lexeme.classes = lexeme.classes.with(LexicalClass::Year);
        return Some((lexeme, used));
    }
    let (number, used) = match first.classes.has(LexicalClass::NumberWord) {
        true => read_cardinal(lexemes, 0)?,
        false => read_scaled(lexemes),
    };
    let (number, used) = with_fraction(lexemes, ids, number, used);
    (1 < used || first.classes.has(LexicalClass::NumberWord)).then(|| (whole(lexemes, used, number), used))
}

/// Returns the lexeme of a number that takes the first `used` of `lexemes`.
fn whole(lexemes: &[TimeLexeme], used: usize, number: f64) -> TimeLexeme {
    let mut classes = LexicalClasses::of(LexicalClass::Number);
    let is_whole = number.fract() == 0.0 && number < 1000.0;
    if is_whole {
        classes = classes.with(LexicalClass::Count);
        if number <= 24.0 {
            classes = classes.with(LexicalClass::Hour);
        }
    }
    // "the year two thousand (and five)"
    if (2000.0..2100.0).contains(&number) && lexemes[0].digits == 0 {
        classes = classes.with(LexicalClass::Year);
    }
    TimeLexeme {
        end: lexemes[used - 1].end,
        id: if used == 1 { lexemes[0].id } else { 0 },
        roles: if used == 1 { lexemes[0].roles } else { ContextRoles::default() },
        classes,
        value: number.min(1e9) as i32,
        number,
        ..lexemes[0]
    }
}

fn is_large(lexeme: &TimeLexeme) -> bool {
    lexeme.classes.has(LexicalClass::NumberWord) && (lexeme.id == LEXICON.id("dozen") || 100 <= lexeme.value)
}

/// Reads "two hundred and ten", "twenty four"; a lexeme before `from` ("a") counts as one.
fn read_cardinal(lexemes: &[TimeLexeme], from: usize) -> Option<(f64, usize)> {
    let (mut total, mut group) = (0.0, if from == 1 { 1.0 } else { 0.0 });
    let mut used = from;
    let mut last = if from == 1 { 0 } else { i32::MAX };
    let and = LEXICON.id("and");
    while let Some(lexeme) = lexemes.get(used) {
        let follows = lexeme.id == and && (100..i32::MAX).contains(&last);
        if follows
            && lexemes.get(used + 1).is_some_and(|next| next.classes.has(LexicalClass::NumberWord) && next.value < 100)
        {
            used += 1;
            continue;
        }
        if !lexeme.classes.has(LexicalClass::NumberWord) {
            break;
        }
        match lexeme.value {
            1000.. => (total, group) = (total + f64::max(group, 1.0) * f64::from(lexeme.value), 0.0),
            100 => group = f64::max(group, 1.0) * 100.0,
            // "dozen" reads "two dozen"; "twelve" never follows a number.
            12 if lexeme.id == LEXICON.id("dozen") => group = f64::max(group, 1.0) * 12.0,
            value @ 20..=90 if 100 <= last || last == i32::MAX => group += f64::from(value),
            value @ 0..=19 if 100 <= last || last == i32::MAX || (20..100).contains(&last) && value < 10 => {
                group += f64::from(value);
            }
            _ => break,
        }
        last = lexeme.value;
        used += 1;
    }
    (from < used).then_some((total + group, used))
}

/// Reads "3 million".
fn read_scaled(lexemes: &[TimeLexeme]) -> (f64, usize) {
    match lexemes.get(1) {
        Some(next) if next.classes.has(LexicalClass::NumberWord) && 100 <= next.value && !next.joined => {
            (lexemes[0].number * f64::from(next.value), 2)
        }
        _ => (lexemes[0].number, 1),
    }
}

/// Adds "and a half", "1/2" or "and a quarter" to a number that takes the first `used` lexemes.
fn with_fraction(lexemes: &[TimeLexeme], ids: NumberWords, number: f64, used: usize) -> (f64, usize) {
    let id = |at: usize| lexemes.get(used + at).map_or(0, |lexeme| lexeme.id);
    let figure = |at: usize| {
        lexemes.get(used + at).filter(|lexeme| lexeme.digits == 1 && !lexeme.joined).map(|lexeme| lexeme.number)
    };
    match (id(0), id(1), id(2)) {
        (and, a, half) if and == ids.and && (a == ids.a && half == ids.half) => (number + 0.5, used + 3),
        (and, a, quarter) if and == ids.and && (a == ids.a && quarter == ids.quarter) => (number + 0.25, used + 3),
        (and, half, _) if and == ids.and && half == ids.half => (number + 0.5, used + 2),
        (_, slash, _) if slash == ids.slash && lexemes[0].digits <= 2 => match (figure(0), figure(2)) {
            (Some(over), Some(under)) if 0.0 < under && over < under && lexemes[used].spaced => {
                (number + over / under, used + 3)
            }
            _ => (number, used),
        },
        _ => (number, used),
    }
}

/// Reads "nineteen ninety-six" and "twenty twenty-five".
fn read_spoken_year(lexemes: &[TimeLexeme]) -> Option<(i32, usize)> {
    let word = |at: usize| {
        lexemes.get(at).filter(|lexeme| lexeme.classes.has(LexicalClass::NumberWord)).map(|lexeme| lexeme.value)
    };
    let century = word(0).filter(|value| (17..=20).contains(value))?;
    match (word(1), word(2)) {
        (Some(tens @ 20..=90), Some(ones @ 1..=9)) if tens % 10 == 0 => Some((century * 100 + tens + ones, 3)),
        (Some(rest @ 10..=19), _) => Some((century * 100 + rest, 2)),
        (Some(tens @ 20..=90), _) if tens % 10 == 0 => Some((century * 100 + tens, 2)),
        _ => None,
    }
}
