//! Reads one number, in digits or in words, off a line of pieces.
//!
//! `two and a half million` is 2,500,000; `1.2bn` is 1,200,000,000; `dozens` is
//! at least 24. A number is only a value here: what it measures, and whether it
//! is a figure at all, is decided in `figures`.
//!
//! In: a sentence and a place in it. Out: the value that begins there, and how many pieces it takes.
//!
//! 1. `pieces`: a sentence cut finer than tokens: digits, words, signs.
//! 2. `table`: the words of numbers; here they are put together.

pub(crate) mod pieces;
pub(crate) mod table;

use pieces::{PieceKind, PieceLine};
use table::Word;

use crate::text::rule_table::is_listed;

/// How a number is written, as far as it matters for reading on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NumberForm {
    Digits,
    Words,
    /// "dozens", "hundreds of": the value is the least it can mean.
    Vague,
    /// "several hundred", "a few dozen", "a couple of".
    Loose,
    /// "third", "12th".
    Ordinal,
    /// "half", "two thirds", "1/4".
    Fraction,
}

/// A number and the piece that follows it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Number {
    pub value: f64,
    /// The value before "million" or "bn": 1.2 of "1.2bn".
    pub coefficient: f64,
    pub next: usize,
    pub form: NumberForm,
}

impl Number {
    fn new(value: f64, next: usize, form: NumberForm) -> Self {
        Self { value, coefficient: value, next, form }
    }
}

/// Returns the place that an ordinal in letters, in lower case, names: 5 for "fifth".
pub(crate) fn ordinal(word: &str) -> Option<u32> {
    match table::of(word)? {
        Word::Ordinal(place) => Some(place as u32),
        _ => None,
    }
}

/// Returns the number that a ten in letters, in lower case, names: 40 for "forty".
pub(crate) fn ten(word: &str) -> Option<u32> {
    match table::of(word)? {
        Word::Ten(value) => Some(value as u32),
        _ => None,
    }
}

/// Returns the value of the first number in a few words: 1,200,000 for "at least 1.2 million".
#[cfg(feature = "fetch")]
pub(crate) fn first_value(words: &str) -> Option<f64> {
    let mut buffer = pieces::Buffer::default();
    let line = buffer.cut(words);
    (0..line.len()).find_map(|at| read(&line, at)).map(|number| number.value)
}

/// Reads the number that begins at piece `at`.
pub(crate) fn read(line: &PieceLine<'_>, at: usize) -> Option<Number> {
    match line.kind(at)? {
        PieceKind::Digits => read_digits(line, at),
        PieceKind::Word => read_words(line, at),
        PieceKind::Mark => vulgar(line.char(at)).map(|value| Number::new(value, at + 1, NumberForm::Fraction)),
        PieceKind::Code => match dotted_thousands(line.raw(at)) {
            Some(value) => Some(scaled(line, Number::new(value, at + 1, NumberForm::Digits))),
            None => slash_fraction(line.raw(at)).map(|value| Number::new(value, at + 1, NumberForm::Fraction)),
        },
    }
}

/// Reads "1.250.000", the thousands of most of Europe; one group alone is a decimal number.
fn dotted_thousands(code: &str) -> Option<f64> {
    let mut groups = code.split('.');
    let first = groups.next().filter(|first| (1..=3).contains(&first.len()))?;
    let is_group = |group: &str| group.len() == 3 && group.bytes().all(|byte| byte.is_ascii_digit());
    let is_number = !first.starts_with('0') && groups.clone().count() > 1 && groups.all(is_group);
    code.replace('.', "").parse().ok().filter(|_| is_number)
}

/// Reads the cents behind a comma where money or a share shows that it is no list: "3,50 euros", "€3,5".
fn decimal_comma(line: &PieceLine<'_>, at: usize) -> Option<f64> {
    let part = at + 2;
    let is_part = line.kind(part) == Some(PieceKind::Digits) && line.raw(part).len() <= 2;
    let is_joined = line.char(at + 1) == ',' && line.is_glued(at + 1) && line.is_glued(part);
    let is_money = matches!(line.word(part + 1), "euro" | "euros" | "eur" | "€" | "%") || line.before(at) == "€";
    if !(is_part && is_joined && is_money) || line.raw(at).contains('.') {
        return None;
    }
    format!("{}.{}", line.raw(at), line.raw(part)).parse().ok()
}

fn read_digits(line: &PieceLine<'_>, at: usize) -> Option<Number> {
    if let Some(value) = decimal_comma(line, at) {
        return Some(scaled(line, Number::new(value, at + 3, NumberForm::Digits)));
    }
    let value: f64 =
        line.raw(at).chars().filter(|c| c.is_ascii_digit() || *c == '.').collect::<String>().parse().ok()?;
    let mut next = at + 1;
    let mut value = value;
    // "816 000": a group that nobody would write for another number.
    while line.kind(next) == Some(PieceKind::Digits) && line.raw(next) == "000" && value.fract() == 0.0 {
        (value, next) = (value * 1000.0, next + 1);
    }
    if line.is_glued(next) {
        if let Some(part) = vulgar(line.char(next)) {
            return Some(scaled(line, Number::new(value + part, next + 1, NumberForm::Digits)));
        }
        if matches!(line.word(next), "st" | "nd" | "rd" | "th") && value.fract() == 0.0 {
            return Some(Number::new(value, next + 1, NumberForm::Ordinal));
        }
    }
    let number = Number::new(value, next, NumberForm::Digits);
    Some(scaled(line, and_a_half(line, number).unwrap_or(number)))
}

/// Multiplies by the scale words that follow: "million", "bn", "hundred thousand", "lakh crore".
fn scaled(line: &PieceLine<'_>, mut number: Number) -> Number {
    for _ in 0..2 {
        let at = line.past_hyphen(number.next);
        let glued = line.is_glued(number.next);
        let factor = match table::of(line.word(at)) {
            Some(Word::Hundred) if !glued => 100.0,
            Some(Word::Scale(factor)) => factor,
            Some(Word::Dozen) if !glued => 12.0,
            _ => match table::short_scale(line.raw(at)) {
                Some(factor) if (glued && !is_metres(line, at)) || is_spaced_short_scale(line, at) => factor,
                _ => break,
            },
        };
        number.value *= factor;
        number.next = at + 1;
    }
    number
}

/// Returns whether a short scale stands apart from its number: "1.2 bn", "5 mn", "3 tn".
fn is_spaced_short_scale(line: &PieceLine<'_>, at: usize) -> bool {
    is_listed(table::SPACED_SHORT_SCALES, line.word(at))
}

/// Returns whether "m" is metres, where millions make no sense: "a 30m wall", "100m away".
pub(crate) fn is_metres(line: &PieceLine<'_>, at: usize) -> bool {
    let after = line.past_hyphen(at + 1);
    line.raw(at) == "m" && is_listed(table::AFTER_METRES, line.word(after))
}

/// "two and a half", "12-and-a-half".
fn and_a_half(line: &PieceLine<'_>, number: Number) -> Option<Number> {
    let step = |at: usize, word: &str| (line.word(at) == word).then(|| line.past_hyphen(at + 1));
    let at = step(line.past_hyphen(number.next), "and")?;
    let at = step(at, "a").or_else(|| step(at, "one"))?;
    let part = match line.word(at) {
        "half" => 0.5,
        "quarter" => 0.25,
        _ => return None,
    };
    Some(Number::new(number.value + part, at + 1, number.form))
}

fn read_words(line: &PieceLine<'_>, at: usize) -> Option<Number> {
    read_plain_words(line, at).map(|number| of_scale(line, number))
}

/// "three-quarters of a million"
fn of_scale(line: &PieceLine<'_>, number: Number) -> Number {
    match table::of(line.word(number.next + 2)) {
        Some(Word::Scale(factor)) if number.form == NumberForm::Fraction && line.has(number.next, "of a").is_some() => {
            Number::new(number.value * factor, number.next + 3, NumberForm::Words)
        }
        _ => number,
    }
}

fn read_plain_words(line: &PieceLine<'_>, at: usize) -> Option<Number> {
    match table::of(line.word(at))? {
        Word::Article => after_article(line, at),
        Word::Few => after_few(line, at),
        Word::Half => Some(read_half(line, at)),
        Word::Plural(least) => Some(read_plural(line, at, least)),
        Word::Fraction(_) | Word::Dozen => None,
        Word::Ordinal(value) => Some(Number::new(value, at + 1, NumberForm::Ordinal)),
        Word::Unit(_) | Word::Ten(_) | Word::Hundred | Word::Scale(_) => cardinal(line, at),
    }
}

/// Reads "two hundred and fifty", "twenty-five", "three million", "two-thirds", "twenty-first".
fn cardinal(line: &PieceLine<'_>, at: usize) -> Option<Number> {
    if matches!(table::of(line.word(at))?, Word::Hundred | Word::Scale(_)) {
        return None;
    }
    let (mut total, mut group, mut next) = (0.0, 0.0, at);
    let mut last = None;
    loop {
        let here = match last {
            None => next,
            Some(Word::Scale(_)) if goes_on_behind_comma(line, next) => next + 1,
            Some(_) => past_and(line, line.past_hyphen(next), group + total),
        };
        let word = table::of(line.word(here));
        match word {
            Some(Word::Unit(value)) if !matches!(last, Some(Word::Unit(_))) && fits(last, value) => group += value,
            Some(Word::Ten(value)) if matches!(last, None | Some(Word::Hundred | Word::Scale(_))) => group += value,
            Some(Word::Hundred) if matches!(last, Some(Word::Unit(_) | Word::Ten(_))) && group < 100.0 => {
                group *= 100.0;
            }
            Some(Word::Dozen) if matches!(last, Some(Word::Unit(_))) => group *= 12.0,
            Some(Word::Scale(factor)) if last.is_some() => {
                total += group * factor;
                group = 0.0;
            }
            Some(Word::Ordinal(value)) if matches!(last, Some(Word::Ten(_))) && value < 10.0 => {
                return Some(Number::new(total + group + value, here + 1, NumberForm::Ordinal));
            }
            Some(Word::Fraction(parts)) if last.is_some() && total == 0.0 && group < parts => {
                return Some(Number::new(group / parts, here + 1, NumberForm::Fraction));
            }
            _ => break,
        }
        last = word;
        next = here + 1;
    }
    let number = Number::new(total + group, next, NumberForm::Words);
    if let Some(number) = with_decimal(line, number) {
        return Some(scaled(line, number));
    }
    let number =
        one_third(line, number).or_else(|| and_a_half(line, number).map(|n| scaled(line, n))).unwrap_or(number);
    Some(number)
}

/// Returns whether a number in words goes on behind a comma: "five thousand, six hundred", but not "five thousand, six
/// of them".
fn goes_on_behind_comma(line: &PieceLine<'_>, at: usize) -> bool {
    let word = |at: usize| table::of(line.word(at));
    line.char(at) == ','
        && matches!(word(at + 1), Some(Word::Unit(_) | Word::Ten(_)))
        && matches!(word(at + 2), Some(Word::Hundred))
}

/// "five point three"
fn with_decimal(line: &PieceLine<'_>, number: Number) -> Option<Number> {
    let (mut value, mut next, mut place) = (number.value, number.next + 1, 0.1);
    while let Some(Word::Unit(digit)) = table::of(line.word(next)).filter(|_| line.word(number.next) == "point") {
        if 9.0 < digit {
            break;
        }
        (value, next, place) = (value + digit * place, next + 1, place / 10.0);
    }
    (number.next + 1 < next).then(|| Number::new(value, next, NumberForm::Words))
}

/// Returns whether two words are one number: "twenty-five", but not "ten five", and not "twenty fifteen", which is a
/// year.
fn fits(last: Option<Word>, value: f64) -> bool {
    !matches!(last, Some(Word::Ten(_))) || value < 10.0
}

/// Steps over "and" inside a number: only after a hundred or more, and only before a word that goes on.
fn past_and(line: &PieceLine<'_>, at: usize, so_far: f64) -> usize {
    let after = line.past_hyphen(at + 1);
    let goes_on = matches!(table::of(line.word(after)), Some(Word::Unit(_) | Word::Ten(_)));
    if line.word(at) == "and" && so_far >= 100.0 && goes_on { after } else { at }
}

/// "one third", "one-fifth": the singular of a fraction is written like an ordinal.
fn one_third(line: &PieceLine<'_>, number: Number) -> Option<Number> {
    let at = line.past_hyphen(number.next);
    if number.value.total_cmp(&1.0).is_ne() {
        return None;
    }
    let parts = match table::of(line.word(at))? {
        Word::Half => 2.0,
        Word::Ordinal(parts) if (3.0..=100.0).contains(&parts) => parts,
        Word::Fraction(parts) => parts,
        _ => return None,
    };
    Some(Number::new(1.0 / parts, at + 1, NumberForm::Fraction))
}

/// Reads what "a" or "an" begins: "a dozen", "a million", "a half", "a third of", "a couple of", "a few hundred".
fn after_article(line: &PieceLine<'_>, at: usize) -> Option<Number> {
    let next = line.past_hyphen(at + 1);
    match table::of(line.word(next)) {
        Some(Word::Hundred) => Some(cardinal_from(line, next, 100.0)),
        Some(Word::Scale(factor)) => Some(cardinal_from(line, next, factor)),
        Some(Word::Dozen) => Some(Number::new(12.0, next + 1, NumberForm::Words)),
        Some(Word::Half) if line.word(next + 1) != "dozen" && line.word(next + 1) != "-" => {
            Some(Number::new(0.5, next + 1, NumberForm::Fraction))
        }
        Some(Word::Half) => read_plain_words(line, next),
        Some(Word::Fraction(parts)) if parts < 5.0 && line.word(next + 1) == "of" => {
            Some(Number::new(1.0 / parts, next + 1, NumberForm::Fraction))
        }
        Some(Word::Ordinal(parts)) if (3.0..=20.0).contains(&parts) && ends_share(line, next + 1) => {
            Some(Number::new(1.0 / parts, next + 1, NumberForm::Fraction))
        }
        Some(Word::Few) if line.word(next) == "couple" && line.word(next + 1) == "of" => {
            // "a couple of hundred"
            let factor = match table::of(line.word(next + 2)) {
                Some(Word::Hundred) => 100.0,
                Some(Word::Dozen) => 12.0,
                Some(Word::Scale(factor)) => factor,
                _ => return Some(Number::new(2.0, next + 2, NumberForm::Loose)),
            };
            Some(scaled(line, Number::new(2.0 * factor, next + 3, NumberForm::Loose)))
        }
        Some(Word::Few) => after_few(line, next),
        _ => None,
    }
}

/// Returns whether an ordinal before this word is a share: "a third of", "rose by a fifth.", but not "a third man".
fn ends_share(line: &PieceLine<'_>, at: usize) -> bool {
    match line.kind(at) {
        Some(PieceKind::Word) => is_listed(table::AFTER_SHARE, line.word(at)),
        Some(PieceKind::Mark) => line.char(at) != '-',
        Some(_) => false,
        None => true,
    }
}

/// "a hundred and fifty", "a million and a half".
fn cardinal_from(line: &PieceLine<'_>, at: usize, value: f64) -> Number {
    let mut number = Number::new(value, at + 1, NumberForm::Words);
    number.coefficient = 1.0;
    let after = past_and(line, at + 1, value);
    if after > at + 1
        && let Some(rest) = cardinal(line, after)
        && rest.value < value
    {
        return Number::new(value + rest.value, rest.next, NumberForm::Words);
    }
    if let Some(half) = and_a_half(line, Number::new(1.0, at + 1, NumberForm::Words)) {
        return Number::new(value * half.value, half.next, NumberForm::Words);
    }
    scaled(line, number)
}

/// "several hundred", "a few dozen": taken as three of them, loosely.
fn after_few(line: &PieceLine<'_>, at: usize) -> Option<Number> {
    let factor = match table::of(line.word(at + 1))? {
        Word::Hundred => 100.0,
        Word::Scale(factor) => factor,
        Word::Dozen => 12.0,
        _ => return None,
    };
    let number = Number::new(3.0 * factor, at + 2, NumberForm::Loose);
    Some(scaled(line, number))
}

/// "half", "half a dozen", "half a million", "half a billion".
fn read_half(line: &PieceLine<'_>, at: usize) -> Number {
    let article = line.past_hyphen(at + 1);
    let next = if line.word(article) == "a" { line.past_hyphen(article + 1) } else { article };
    let whole = match table::of(line.word(next)) {
        Some(Word::Dozen) => 12.0,
        Some(Word::Scale(factor)) => factor,
        _ => return Number::new(0.5, at + 1, NumberForm::Fraction),
    };
    Number::new(0.5 * whole, next + 1, NumberForm::Words)
}

/// "hundreds", "dozens", "tens of thousands": at least two of them.
fn read_plural(line: &PieceLine<'_>, at: usize, least: f64) -> Number {
    match (line.word(at + 1), table::of(line.word(at + 2))) {
        ("of", Some(Word::Plural(inner))) if inner > least => {
            Number::new(least * inner / 2.0, at + 3, NumberForm::Vague)
        }
        _ => Number::new(least, at + 1, NumberForm::Vague),
    }
}

fn vulgar(c: char) -> Option<f64> {
    let value = match c {
        '½' => 0.5,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅓' => 1.0 / 3.0,
        '⅔' => 2.0 / 3.0,
        '⅕' => 0.2,
        '⅛' => 0.125,
        _ => return None,
    };
    Some(value)
}

/// "1/2", "2/3", "3/4"; other slashes are dates and ways of speaking ("24/7").
fn slash_fraction(code: &str) -> Option<f64> {
    let value = match code {
        "1/2" => 0.5,
        "1/3" => 1.0 / 3.0,
        "2/3" => 2.0 / 3.0,
        "1/4" => 0.25,
        "3/4" => 0.75,
        _ => return None,
    };
    Some(value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, want: f64) {
        let mut buffer = pieces::Buffer::default();
        let line = buffer.cut(words);
        let got = read(&line, 0).map(|number| (number.value, number.next));
        assert_eq!(got, Some((want, line.len())), "for {words:?}");
    }

    #[test]
    fn numbers_are_read_whole() {
        check("twelve", 12.0);
        check("twenty-five", 25.0);
        check("two hundred and fifty", 250.0);
        check("three hundred thousand", 300_000.0);
        check("one thousand two hundred and six", 1_206.0);
        check("two and a half million", 2_500_000.0);
        check("1.2bn", 1.2e9);
        check("1.2 billion", 1.2e9);
        check("40,000", 40_000.0);
        check("10,00,000", 1_000_000.0);
        check("12\u{202f}500", 12_500.0);
        check("a dozen", 12.0);
        check("half a dozen", 6.0);
        check("half-a-million", 500_000.0);
        check("a million and a half", 1_500_000.0);
        check("a hundred and ten", 110.0);
        check("two dozen", 24.0);
        check("dozens", 24.0);
        check("tens of thousands", 20_000.0);
        check("hundreds of thousands", 200_000.0);
        check("several hundred", 300.0);
        check("two-thirds", 2.0 / 3.0);
        check("one fifth", 0.2);
        check("2½", 2.5);
        check("3/4", 0.75);
        check("twenty-first", 21.0);
        check("5 lakh", 500_000.0);
        check("12th", 12.0);
        check("a couple of hundred", 200.0);
        check("a couple of dozen", 24.0);
        check("five thousand, six hundred", 5_600.0);
        check("five point three million", 5_300_000.0);
        check("six point two five", 6.25);
        check("one and one-half", 1.5);
        check("816 000", 816_000.0);
        check("1.250.000", 1_250_000.0);
        check("12.500.000", 12_500_000.0);
    }

    #[test]
    fn other_words_are_no_numbers() {
        for words in [
            "1.2.3",
            "10.12.2024",
            "192.168.100.7",
            "apple",
            "a man",
            "and",
            "a third man",
            ".",
            "several people",
            "point three",
        ] {
            let mut buffer = pieces::Buffer::default();
            assert_eq!(read(&buffer.cut(words), 0), None, "for {words:?}");
        }
    }
}
