//! Reads what stands around a number: currency, unit, the other end of a range, bound words.
//!
//! `between $5 and $10 million` is 5,000,000 to 10,000,000 USD: the end that
//! has no scale or unit of its own takes it from the other.

use super::bounds_table;
use super::currency_table::{CURRENCY_CODES, CURRENCY_SIGNS};
use super::draft::FigureDraft;
use super::labels_table::{MOVES, POUNDS_OF_MONEY};
use crate::claim::numbers::pieces::{PieceKind, PieceLine};
use crate::claim::numbers::{self, Number, NumberForm};
use crate::model::Bound;
use crate::text::rule_table::{is_listed, rows};
use crate::text::units_table::{MeasureUnit, UNITS};

/// Returns the currency that begins at `at`, and where its number begins.
pub(super) fn currency_before(line: &PieceLine<'_>, at: usize) -> (Option<&'static str>, usize) {
    let none = (None, at);
    match line.kind(at) {
        Some(PieceKind::Mark) => {}
        Some(PieceKind::Word) if line.is_capital(at) && line.raw(at).len() <= 3 => {}
        _ => return none,
    }
    let raw = line.raw(at);
    if let Ok(code) = CURRENCY_CODES.binary_search(&raw) {
        let digits = line.kind(at + 1) == Some(PieceKind::Digits);
        return if digits { (Some(CURRENCY_CODES[code]), at + 1) } else { none };
    }
    let rest = &line.original(at);
    let Some((sign, code)) = CURRENCY_SIGNS.iter().find(|(sign, _)| rest.starts_with(sign)) else { return none };
    let mut next = at;
    while line.start(next) < line.start(at) + sign.len() && next < line.len() {
        next += 1;
    }
    next += usize::from(*sign == "Rs" && line.word(next) == ".");
    let glued_word = at > 0 && line.is_glued(at) && line.is_word(at - 1);
    if line.kind(next) == Some(PieceKind::Digits) && !glued_word { (Some(code), next) } else { none }
}

/// Returns the unit behind a number, its factor, and the piece after it.
pub(super) fn unit_after(
    line: &PieceLine<'_>,
    at: usize,
    sign: Option<&'static str>,
) -> (Option<&'static str>, f64, usize) {
    let none = (None, 1.0, at);
    match line.raw(at) {
        "%" => return percent(line, at + 1),
        "°" | "º" => return degrees(line, at + 1),
        "C" | "F" if !line.is_word(at + 1) || line.is_glued(at) => return degrees(line, at),
        "p" if !line.is_glued(at) || line.word(at + 1) == "." && line.word(at + 2) == "m" => return none,
        "m" if !line.is_glued(at) || numbers::is_metres(line, at) => return (Some("m"), 1.0, at + 1),
        "x" | "g" if !line.is_glued(at) => return none,
        "G" | "X" => return none,
        raw if CURRENCY_CODES.binary_search(&raw).is_ok() => {
            let code = CURRENCY_CODES.binary_search(&raw).map_or("", |index| CURRENCY_CODES[index]);
            return (Some(code), 1.0, at + 1);
        }
        _ => {}
    }
    let from = line.past_hyphen(at);
    // "140km/h": a slash is a piece of its own.
    if line.word(from) == "km" && line.char(from + 1) == '/' && line.word(from + 2) == "h" {
        return (Some("km/h"), 1.0, from + 3);
    }
    match unit_at(line, from) {
        Some((row, _)) if sign.is_some() && row.unit != Some("USD") => none,
        Some((row, next))
            if matches!(row.words, "pound" | "pounds")
                && (is_weight(line, next) || at < from && is_heavy(line, at, next)) =>
        {
            (Some("lb"), 1.0, next)
        }
        Some((row, next)) => (row.unit, row.factor, next),
        None => none,
    }
}

/// "12%", "12% points", "12%-point".
fn percent(line: &PieceLine<'_>, at: usize) -> (Option<&'static str>, f64, usize) {
    let point = line.past_hyphen(at);
    if matches!(line.word(point), "point" | "points") { (Some("pp"), 1.0, point + 1) } else { (Some("%"), 1.0, at) }
}

fn degrees(line: &PieceLine<'_>, at: usize) -> (Option<&'static str>, f64, usize) {
    match line.raw(at) {
        "C" => (Some("°C"), 1.0, at + 1),
        "F" => (Some("°F"), 1.0, at + 1),
        _ => (Some("°"), 1.0, at),
    }
}

/// "12 pounds of cheese", "weighs 12 pounds", "lost 12 pounds in a month" is left to money.
fn is_weight(line: &PieceLine<'_>, after: usize) -> bool {
    let heavy = |at: usize| matches!(line.word(at), "heavier" | "lighter" | "overweight" | "heavy");
    let weighs = (0..line.len()).any(|at| line.word(at).starts_with("weigh"));
    let of = line.word(after) == "of" && !is_listed(POUNDS_OF_MONEY, line.word(after + 1));
    heavy(after) || weighs || of
}

/// "a 12-pound cat", but "a 10-pound note" and "a three-million-pound hall".
fn is_heavy(line: &PieceLine<'_>, hyphen: usize, after: usize) -> bool {
    let scaled = matches!(numbers::table::of(line.before(hyphen)), Some(numbers::table::Word::Scale(_)));
    !scaled && line.is_word(after) && !is_listed(POUNDS_OF_MONEY, line.word(after))
}

/// Widens a draft to the other end of a range: "10-15", "two or three", "between 5 and 10".
pub(super) fn range(line: &PieceLine<'_>, draft: &mut FigureDraft, low: &Number) {
    if matches!(low.form, NumberForm::Vague | NumberForm::Ordinal | NumberForm::Loose) {
        return;
    }
    let between = draft.start.checked_sub(1).filter(|&at| line.word(at) == "between");
    let Some(from) = joint(line, draft, between.is_some()) else { return };
    let (sign, number_at) = currency_before(line, from);
    let Some(high) = numbers::read(line, number_at).filter(|high| fits(low, high)) else { return };
    let (unit, factor, next) = unit_after(line, high.next, sign);
    let other = unit.or(sign);
    if draft.unit.is_some() && other.is_some() && other != draft.unit {
        return;
    }
    let (mut low_value, high_value) = (draft.value, high.value * factor);
    if draft.unit != other {
        low_value *= factor;
    }
    if low.value < high.coefficient && low.coefficient.total_cmp(&low.value).is_eq() {
        low_value *= high.value / high.coefficient;
    }
    let is_level = line.word(draft.next) == "to" && is_moved_to(line, draft, other, high_value / low_value);
    if low_value >= high_value || is_level {
        return;
    }
    draft.start = between.unwrap_or(draft.start);
    (draft.next, draft.value, draft.upper) = (next, low_value, Some(high_value));
    (draft.unit, draft.bound) = (draft.unit.or(other), Bound::Between);
}

/// How many times as large a level is, at the least, as what it moved by, where no unit tells them apart.
const LEVEL_SHARE: f64 = 5.0;

/// "fell $1.2m to $23.5m", "shrank by 2,300 to 19,500": how far it moved and where to; "rose 3 to 5 percent" is a range.
fn is_moved_to(line: &PieceLine<'_>, draft: &FigureDraft, other: Option<&str>, times: f64) -> bool {
    if draft.unit == Some("%") && other.is_none() {
        return true;
    }
    let moved = is_listed(MOVES, line.before(draft.start));
    let alike = draft.unit == other && draft.unit != Some("%") && (other.is_some() || line.before(draft.start) == "by");
    moved && (alike || LEVEL_SHARE <= times)
}

fn fits(low: &Number, high: &Number) -> bool {
    low.form == high.form && low.form != NumberForm::Fraction
        || matches!((low.form, high.form), (NumberForm::Digits, NumberForm::Words))
        || low.form == NumberForm::Fraction && high.form == NumberForm::Fraction
}

/// Returns where the second number begins, if a joint of a range follows.
fn joint(line: &PieceLine<'_>, draft: &FigureDraft, between: bool) -> Option<usize> {
    let at = draft.next;
    let joined = match line.word(at) {
        "and" => between,
        "to" => !from_before(line, draft.start),
        "or" => true,
        _ => line.is_hyphen(at) && line.is_glued(at) == line.is_glued(at + 1),
    };
    joined.then_some(at + 1)
}

/// "rose from 10 to 15" tells two figures, "ranging from 10 to 15" and, where a sentence begins, "From 10 to 15 houses" one range.
fn from_before(line: &PieceLine<'_>, start: usize) -> bool {
    let before = start.checked_sub(2);
    let ranging = before.is_none_or(|at| line.word(at).starts_with("rang") || line.raw(at) == ".");
    line.before(start) == "from" && !ranging
}

/// Returns the unit that the words from `at` on name, and the piece after it.
pub(super) fn unit_at(line: &PieceLine<'_>, at: usize) -> Option<(&'static MeasureUnit, usize)> {
    let first = line.word(at);
    if first.is_empty() {
        return None;
    }
    let from = UNITS.partition_point(|row| row.words < first);
    let named = rows(&UNITS[from..]).take_while(|row| row.words.starts_with(first)).filter(|row| row.unit.is_some());
    named.filter_map(|row| line.has(at, row.words).map(|next| (row, next))).max_by_key(|(_, next)| *next)
}

/// Widens a draft over the bound words on both sides.
pub(super) fn bound(line: &PieceLine<'_>, draft: &mut FigureDraft) {
    let before = rows(bounds_table::BEFORE).filter_map(|row| Some((row, ends_at(line, draft.start, row.words)?)));
    if let Some((row, start)) = before.min_by_key(|(_, start)| *start) {
        draft.start = start;
        if draft.bound != Bound::Between {
            draft.bound = row.bound;
        }
    }
    let after =
        rows(bounds_table::AFTER).find_map(|row| Some((row, line.has(line.past_hyphen(draft.next), row.words)?)));
    if let Some((row, next)) = after {
        let glued_plus = row.words != "+" || line.is_glued(draft.next);
        if glued_plus && !(row.words == "plus" && numbers::read(line, next).is_some()) {
            (draft.next, draft.bound) = (next, row.bound);
        }
    }
}

/// Returns where `words` begin, if they end right before piece `end`.
fn ends_at(line: &PieceLine<'_>, end: usize, words: &str) -> Option<usize> {
    // Most rows are done here, before any is cut into words.
    let before = line.before(end);
    if !words.ends_with(before) || words.rsplit(' ').next()? != before {
        return None;
    }
    let start = end.checked_sub(words.split(' ').count())?;
    (line.has(start, words) == Some(end)).then_some(start)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::numbers::pieces::Buffer;

    #[test]
    fn every_unit_is_found_by_its_own_words() {
        for row in UNITS.iter().filter(|row| !row.words.contains('/') && row.unit.is_some()) {
            let text = format!("{} of it", row.words);
            let found = unit_at(&Buffer::default().cut(&text), 0).map(|(row, _)| row.words);
            assert_eq!(found, Some(row.words));
        }
    }
}
