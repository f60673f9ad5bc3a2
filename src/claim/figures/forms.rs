//! Reads the figures that have a form of their own: scores, ages, shares, factors.
//!
//! `won 2-1` is a score, `Ann Lee, 45,` an age, `one in five` the share 0.2,
//! `doubled` a factor of two.

use super::counted_table::STOPS;
use super::draft::FigureDraft;
use super::forms_table::{BARE_FACTORS, BEFORE_AGES, FACTORS};
use super::labels_table::{AFTER_RANGE, CONTEST_WORDS, counts_time};
use crate::claim::numbers::pieces::{PieceKind, PieceLine};
use crate::claim::numbers::{self, Number, NumberForm};
use crate::claim::people::{are_people, is_one_person, youngest_parent};
use crate::claim::people_table::AGED_IN_BRACKETS;
use crate::model::Bound;
use crate::text::rule_table::{is_listed, rows};
use crate::text::{is_modal, is_possessive};

fn draft(start: usize, next: usize, value: f64, unit: Option<&'static str>) -> FigureDraft {
    let (upper, of, bound, form) = (None, None, Bound::Exact, NumberForm::Words);
    FigureDraft { start, next, value, upper, unit, of, bound, form }
}

/// Reads "doubled", "twice as many", "will double".
pub(super) fn factor(line: &PieceLine<'_>, at: usize) -> Option<FigureDraft> {
    let word = line.word(at);
    if word.len() < 5 || !line.is_word(at) {
        return None;
    }
    let plain = rows(FACTORS).find(|row| row.0 == word).filter(|_| line.word(at + 1) != "down");
    let bare = || rows(BARE_FACTORS).find(|row| row.0 == word).filter(|_| multiplies(line, at));
    let (_, value) = plain.or_else(bare)?;
    let mut found = draft(at, at + 1, *value, Some("times"));
    super::measure::bound(line, &mut found);
    Some(found)
}

fn multiplies(line: &PieceLine<'_>, at: usize) -> bool {
    let after = line.word(at + 1);
    let is_infinitive = is_modal(line.before(at)) || matches!(line.before(at), "to" | "than");
    let is_measured = is_possessive(after) || matches!(after, "the" | "that" | "what");
    match line.word(at) {
        "twice" => is_measured || after == "as",
        _ => is_infinitive && after != "down" || is_measured,
    }
}

/// Reads a score, an age or a share that begins with `number`.
pub(super) fn special(line: &PieceLine<'_>, at: usize, number: &Number) -> Option<FigureDraft> {
    match number.form {
        NumberForm::Digits | NumberForm::Words => {}
        NumberForm::Fraction | NumberForm::Vague | NumberForm::Loose | NumberForm::Ordinal => return None,
    }
    age(line, at, number).or_else(|| share(line, at, number)).or_else(|| score(line, at, number))
}

/// Words behind a number within which a plural shows that it counts: "15 young men".
const COUNTED_REACH: usize = 2;

/// Reads "12-year-old", "45 years old", "aged 45", and "Ann Lee, 45,".
fn age(line: &PieceLine<'_>, at: usize, number: &Number) -> Option<FigureDraft> {
    let unit_at = line.past_hyphen(number.next);
    let unit = match line.word(unit_at) {
        "year" | "years" => Some("years"),
        "month" | "months" => Some("months"),
        "week" | "weeks" => Some("weeks"),
        "day" | "days" => Some("days"),
        _ => None,
    };
    let old = line.past_hyphen(unit_at + 1);
    let of_age = line.has(unit_at + 1, "of age");
    let mut found = match (unit, line.word(old)) {
        (Some(unit), "old" | "olds") => draft(at, old + 1, number.value, Some(unit)),
        (Some(unit), _) if of_age.is_some() => draft(at, of_age?, number.value, Some(unit)),
        // "at the age of seven weeks"
        (Some(unit), _) if is_aged(line, at, number.next) => draft(at, unit_at + 1, number.value, Some(unit)),
        _ if is_aged(line, at, number.next) => aged(line, at, number),
        _ if is_age_of_a_name(line, at, number) => draft(at, number.next, number.value, Some("years")),
        _ => return None,
    };
    super::measure::bound(line, &mut found);
    found.of = Some("age".to_owned());
    Some(found)
}

/// Returns whether a number is an age by the words before it: "aged 45", "aged between 5 and 11", "under the age of
/// 12". In "a boy aged 12 and 15 others" the second number counts.
fn is_aged(line: &PieceLine<'_>, at: usize, next: usize) -> bool {
    let from = at - usize::from(is_listed(BEFORE_AGES, line.before(at)));
    // "two boys, aged 12 and 15"
    let is_second = line.before(at) == "and"
        && at.checked_sub(3).is_some_and(|aged| {
            line.kind(aged + 1) == Some(PieceKind::Digits) && matches!(line.word(aged), "aged" | "ages")
        });
    let is_inner = |at: &usize| line.is_word(*at) && !is_listed(STOPS, line.word(*at));
    let is_counted = |at: usize| {
        let word = line.word(at);
        word == "more" || are_people(word) || super::counted::is_plural_noun(word)
    };
    let counts = || (next..next + COUNTED_REACH).take_while(is_inner).any(is_counted);
    is_second && !counts() || matches!(line.before(from), "aged" | "age" | "ages")
}

fn aged(line: &PieceLine<'_>, at: usize, number: &Number) -> FigureDraft {
    let mut found = draft(at, number.next, number.value, Some("years"));
    let joined = line.is_hyphen(number.next)
        || line.word(number.next) == "to"
        || line.word(number.next) == "and" && line.before(at) == "between";
    if joined
        && let Some(upper) = numbers::read(line, number.next + 1)
        && upper.value > number.value
    {
        let start = at - usize::from(line.before(at) == "between");
        (found.start, found.next, found.upper, found.bound) = (start, upper.next, Some(upper.value), Bound::Between);
    }
    found
}

/// Returns whether a number is an age, between marks right behind a name: "Ann Lee, 45, said", "Ann Lee (45)".
fn is_age_of_a_name(line: &PieceLine<'_>, at: usize, number: &Number) -> bool {
    let Some(name) = at.checked_sub(2) else { return false };
    let closed = match (line.char(at - 1), line.char(number.next)) {
        (',', ',' | '.' | ';' | '\0') => number.next + 1 < line.len() || name > 0,
        ('(', ')') => true,
        _ => false,
    };
    let plain = number.form == NumberForm::Digits && number.next == at + 1 && number.value.fract() == 0.0;
    let is_named = || line.is_capital(name) && name > 0 && line.is_capital(name - 1);
    // "her son (3)", "a driver, 34,", but not "the captain (7)", whose number is on his shirt.
    let is_somebody = || match line.char(at - 1) {
        '(' => is_listed(AGED_IN_BRACKETS, line.word(name)) || youngest_parent(line.word(name)).is_some(),
        _ => !line.is_capital(name) && is_one_person(line.word(name)),
    };
    plain && closed && (is_named() || is_somebody()) && (1.0..=115.0).contains(&number.value)
}

/// Reads "one in five", "three out of ten", "nine of the 12" is left as two figures.
fn share(line: &PieceLine<'_>, at: usize, number: &Number) -> Option<FigureDraft> {
    let from = match line.word(number.next) {
        "in" => number.next + 1 + usize::from(line.word(number.next + 1) == "every"),
        "out" if line.word(number.next + 1) == "of" => {
            number.next + 2 + usize::from(line.word(number.next + 2) == "every")
        }
        // "four of every ten"
        "of" if line.word(number.next + 1) == "every" => number.next + 2,
        _ => return None,
    };
    let whole = numbers::read(line, from).filter(|whole| whole.form == number.form && whole.value > number.value)?;
    let year = whole.value >= 1000.0 && line.word(number.next) == "in" && whole.form == NumberForm::Digits;
    if year || number.value > 100.0 || counts_time(line.word(whole.next)) {
        return None;
    }
    let mut found = draft(at, whole.next, number.value / whole.value, Some("fraction"));
    super::measure::bound(line, &mut found);
    super::counted::count(line, &mut found);
    Some(found)
}

/// Reads "2-1", "52 to 48", "6-3 6-4", "3:1".
fn score(line: &PieceLine<'_>, at: usize, number: &Number) -> Option<FigureDraft> {
    let dash = number.next;
    let dashed = line.is_hyphen(dash) && line.is_glued(dash) == line.is_glued(dash + 1);
    let said = line.word(dash) == "to" && line.before(at) != "from" && is_contest(line);
    if !dashed && !said {
        return None;
    }
    let plain = |number: &Number| number.value.fract() == 0.0 && number.value < 1000.0;
    let other = numbers::read(line, dash + 1).filter(|other| other.form == number.form && plain(other))?;
    if !plain(number) || !ends_score(line, other.next) || (number.value < other.value && !is_contest(line)) {
        return None;
    }
    let mut found = draft(at, other.next, number.value, Some("score"));
    found.upper = Some(other.value);
    Some(found)
}

/// Returns whether a score may end here: it stands alone, without a unit or a counted noun after it.
fn ends_score(line: &PieceLine<'_>, at: usize) -> bool {
    let counted = line.is_word(at) && super::counted::is_plural_noun(line.word(at));
    let glued = line.is_glued(at) && (line.is_word(at) || line.is_hyphen(at) || matches!(line.char(at), '%' | '°'));
    !counted && !glued && !is_listed(AFTER_RANGE, line.word(at))
}

/// Returns whether the line is about a match or a vote.
pub(super) fn is_contest(line: &PieceLine<'_>) -> bool {
    (0..line.len()).any(|at| line.kind(at) == Some(PieceKind::Word) && is_listed(CONTEST_WORDS, line.word(at)))
}
