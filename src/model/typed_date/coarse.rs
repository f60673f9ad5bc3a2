//! Reads what is coarser than a day or older than years of four digits: `March 2025`, `spring 2025`, `the 1990s`,
//! `20th century`, `480 BC`.

use chrono::{NaiveDate, Weekday};

use crate::model::calendar_names::{month_named, season_named};
use crate::model::edtf::Edtf;

/// Reads a date in small letters whose year is written.
pub(super) fn coarse(words: &str) -> Option<Edtf> {
    let parts: Vec<&str> = words.split([' ', ',', '/']).filter(|part| !matches!(*part, "" | "of")).collect();
    let edtf = match parts[..] {
        [word] => decade_of(word).or_else(|| iso_week(word))?,
        [ordinal, "century"] => format!("{:02}XX", ordinal_number(ordinal)?.checked_sub(1)?),
        ["years", first, "to", last] => decade_between(first, last)?,
        [.., year, era] if let Some(year) = year_of_era(year, era) => within_year(&year, &parts[..parts.len() - 2])?,
        [part, year] if is_year(year) && part_of_year(part).is_some() => within(year, part_of_year(part)?),
        [which, part @ ("quarter" | "half"), year] if is_year(year) => within(year, named_part(which, part)?),
        [part, year] if is_year(year) => format!("{year}-{}", month_or_season(part, words)?),
        [year, part] if is_year(year) => format!("{year}-{}", month_or_season(part, words)?),
        _ => return None,
    };
    Edtf::new(edtf).ok()
}

/// Returns the decade and the century in EDTF, where the words may mean either: `1900s`. Of this century they mean the
/// decade: nobody has seen another one of it.
pub(super) fn decade_or_century(words: &str) -> Option<(String, String)> {
    let digits = words.split_whitespace().last()?.strip_suffix("00s").filter(|digits| is_digits(digits))?;
    (digits.len() <= 2 && digits != "20").then(|| (format!("{digits:0>2}0X"), format!("{digits:0>2}XX")))
}

fn decade_of(word: &str) -> Option<String> {
    let digits = word.strip_suffix("0s").filter(|digits| digits.len() == 3 && is_digits(digits))?;
    decade_or_century(word).is_none().then(|| format!("{digits}X"))
}

/// Reads `1900` and `1909` as a decade.
fn decade_between(first: &str, last: &str) -> Option<String> {
    let is_short = |word: &str| word.len() <= 4 && is_digits(word);
    let (first, last) = Some((first, last)).filter(|(first, last)| is_short(first) && is_short(last))?;
    let (first, last) = (first.parse::<u32>().ok()?, last.parse::<u32>().ok()?);
    (first % 10 == 0 && last == first + 9).then(|| format!("{:03}X", first / 10))
}

/// Reads the year of `480 BC` and `480 AD` as EDTF counts it: 1 BC is the year 0.
fn year_of_era(year: &str, era: &str) -> Option<String> {
    let number = year.parse::<u32>().ok().filter(|number| year.len() <= 4 && is_digits(year) && 0 < *number)?;
    match era.replace('.', "").as_str() {
        "ad" | "ce" => Some(format!("{number:04}")),
        "bc" | "bce" if number == 1 => Some("0000".to_owned()),
        "bc" | "bce" => Some(format!("-{:04}", number - 1)),
        _ => None,
    }
}

/// Returns the year, or the month, season or day of it that the words name.
fn within_year(year: &str, words: &[&str]) -> Option<String> {
    match *words {
        [] => Some(year.to_owned()),
        [part] => Some(format!("{year}-{}", month_or_season(part, "")?)),
        [day, month] => {
            let day = Some(day).filter(|day| day.len() <= 2 && is_digits(day))?;
            Some(format!("{year}-{:02}-{day:0>2}", month_named(month.trim_end_matches('.'))?))
        }
        _ => None,
    }
}

/// Reads `q1`, `h2` as the first and the last month.
fn part_of_year(word: &str) -> Option<(u32, u32)> {
    let number = |word: &str| word.parse::<u32>().ok().filter(|_| word.len() == 1);
    match (word.strip_prefix('q').and_then(number), word.strip_prefix('h').and_then(number)) {
        (Some(quarter @ 1..=4), _) => Some((quarter * 3 - 2, quarter * 3)),
        (_, Some(half @ 1..=2)) => Some((half * 6 - 5, half * 6)),
        _ => None,
    }
}

/// Reads `first quarter`, `2nd half` as the first and the last month.
fn named_part(which: &str, part: &str) -> Option<(u32, u32)> {
    let words = ["first", "second", "third", "fourth"];
    let named = words.iter().position(|word| *word == which).and_then(|at| u32::try_from(at + 1).ok());
    let number = named.or_else(|| ordinal_number(which))?;
    part_of_year(&format!("{}{number}", if part == "half" { 'h' } else { 'q' }))
}

fn within(year: &str, (first, last): (u32, u32)) -> String {
    format!("{year}-{first:02}/{year}-{last:02}")
}

/// Reads `2025-w10` as its Monday and its Sunday.
fn iso_week(word: &str) -> Option<String> {
    let (year, week) = word.split_once("-w")?;
    let week = Some(week).filter(|week| week.len() == 2)?.parse().ok()?;
    let day = |day| NaiveDate::from_isoywd_opt(year.parse().ok().filter(|_| is_year(year))?, week, day);
    Some(format!("{}/{}", day(Weekday::Mon)?, day(Weekday::Sun)?))
}

/// Reads `march`, `spring`; a figure as in `03/2025` is a month behind a stroke alone.
fn month_or_season(part: &str, words: &str) -> Option<String> {
    let figure = || words.contains('/').then(|| part.parse().ok())?;
    let number = month_named(part.trim_end_matches('.')).or_else(|| season_named(part)).or_else(figure)?;
    Some(format!("{number:02}"))
}

fn ordinal_number(word: &str) -> Option<u32> {
    let digits = ["st", "nd", "rd", "th"].iter().find_map(|end| word.strip_suffix(end))?;
    digits.parse().ok().filter(|number| (1..=99).contains(number))
}

fn is_year(word: &str) -> bool {
    word.len() == 4 && is_digits(word)
}

fn is_digits(word: &str) -> bool {
    !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit())
}
