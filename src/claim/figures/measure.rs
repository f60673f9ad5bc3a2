//! Reads what stands around a number: currency, unit, the other end of a range, bound words.
//!
//! `between $5 and $10 million` is 5,000,000 to 10,000,000 USD: the end that
//! has no scale or unit of its own takes it from the other.

use super::bounds_table;
use super::counted::past_determiner;
use super::counted_table::STOPS;
use super::currency_table::{CURRENCY_CODES, CURRENCY_SIGNS};
use super::draft::FigureDraft;
use super::labels_table::{MOVES, MOVES_OF, POUNDS_OF_MONEY};
use crate::claim::numbers::pieces::{PieceKind, PieceLine};
use crate::claim::numbers::{self, Number, NumberForm};
use crate::model::Bound;
use crate::text::base_form;
use crate::text::past_forms_table::is_past_form;
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
    let is_number = numbers::read(line, next).is_some_and(|number| number.form == NumberForm::Digits);
    if is_number && !glued_word { (Some(code), next) } else { none }
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
                && (is_weight(line, at, next) || is_attribute(line, at, next) && is_heavy(line, at, next)) =>
        {
            (Some("lb"), 1.0, next)
        }
        Some((row, next)) => (row.unit, row.factor, next),
        None => none,
    }
}

/// Returns the unit of which a fraction is told: "half a percentage point", "a quarter of a mile"; "half a pound" may be money.
pub(super) fn unit_of_part(line: &PieceLine<'_>, at: usize) -> Option<(Option<&'static str>, f64, usize)> {
    let article = if line.word(at) == "of" { at + 1 } else { at };
    let is_one = matches!(line.word(article), "a" | "an" | "one");
    let (row, next) =
        unit_at(line, article + 1).filter(|(row, _)| is_one && !matches!(row.words, "pound" | "quarter"))?;
    Some((row.unit, row.factor, next))
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

/// Words before an amount among which "weigh" makes it a weight: "weighed in at between 6 and 7 pounds".
const WEIGH_REACH: usize = 7;
/// Words behind an amount among which money shows that it is money: "12 pounds of unpaid tax".
const MONEY_REACH: usize = 3;

/// Returns whether pounds are a weight: "12 pounds of cheese", "weighs 12 pounds"; "lost 12 pounds in a month" is left
/// to money.
fn is_weight(line: &PieceLine<'_>, amount: usize, after: usize) -> bool {
    let heavy = matches!(line.word(after), "heavier" | "lighter" | "overweight" | "heavy");
    let of = line.word(after) == "of" && !is_money(line, past_determiner(line, after + 1));
    let pressure = line.has(after, "per square inch").is_some();
    // "The court weighed whether to fine him 12 pounds."
    let goes_on = |at: &usize| {
        let leads_on = matches!(line.word(*at), "whether" | "if") || line.word(*at) == "to" && line.is_word(*at + 1);
        !leads_on && !matches!(line.char(*at), ',' | ';' | ':')
    };
    let mut before = (amount.saturating_sub(WEIGH_REACH)..amount).rev().take_while(goes_on);
    heavy || of || pressure || before.any(|at| line.word(at).starts_with("weigh"))
}

/// Returns whether an amount describes what stands behind it: "a 12-pound cat", "a 12 pound cat".
fn is_attribute(line: &PieceLine<'_>, amount: usize, after: usize) -> bool {
    line.is_hyphen(amount) || line.word(after - 1) == "pound"
}

/// Returns whether a number of pounds before a noun is a weight: "a 12-pound cat", but not "a 10-pound note", "a
/// 10-pound parking fine" or "a three-million-pound hall".
fn is_heavy(line: &PieceLine<'_>, amount: usize, after: usize) -> bool {
    let scaled = matches!(numbers::table::of(line.before(amount)), Some(numbers::table::Word::Scale(_)));
    !scaled && line.is_word(after) && !is_listed(STOPS, line.word(after)) && !is_money(line, after)
}

/// Returns whether the noun phrase at `at` is of money.
fn is_money(line: &PieceLine<'_>, at: usize) -> bool {
    let is_inner = |at: &usize| line.is_word(*at) && !is_listed(STOPS, line.word(*at));
    (at..at + MONEY_REACH).take_while(is_inner).any(|at| is_listed(POUNDS_OF_MONEY, line.word(at)))
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

/// How many times as large a level is, at the least, as what it moved by, where neither verb nor unit tells them apart.
const LEVEL_SHARE: f64 = 5.0;

/// Returns whether two numbers say how far something moved and where to: "fell $1.2m to $23.5m", "shrank by 2,300 to
/// 19,500".
///
/// "Rose 3 to 5 percent", "lost $2 million to $3 million" and "cut by 300 to 400" are ranges.
fn is_moved_to(line: &PieceLine<'_>, draft: &FigureDraft, other: Option<&str>, times: f64) -> bool {
    if draft.unit == Some("%") && other.is_none() {
        return true;
    }
    let verb = base_form(line.before(draft.start));
    let moves = is_listed(MOVES, &verb);
    let alike = draft.unit == other && draft.unit != Some("%") && other.is_some();
    moves && alike || (moves || is_listed(MOVES_OF, &verb)) && LEVEL_SHARE <= times
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

/// Returns whether "from" before a number parts two figures: "rose from 10 to 15", but not "ranging from 10 to 15" or,
/// where a sentence begins, "From 10 to 15 houses", which are one range.
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

/// Takes the sign below zero: "minus 12C", "-7°C", "minus 0.3 per cent", but not the hyphen of "pre-2%".
///
/// "The fee minus $500" and "10% minus 2%" take one from another.
pub(super) fn below_zero(line: &PieceLine<'_>, draft: &mut FigureDraft) {
    let Some(sign) = draft.start.checked_sub(1).filter(|_| draft.upper.is_none()) else { return };
    let is_scale = matches!(draft.unit, Some("°C" | "°F" | "°" | "%" | "pp"));
    let is_sign = line.is_hyphen(sign) && line.is_glued(draft.start) && !line.is_glued(sign) && is_scale;
    let before = line.before(sign);
    let opens =
        sign == 0 || line.is_word(sign - 1) && (before == "of" || is_listed(STOPS, before) || is_past_form(before));
    if is_sign || line.word(sign) == "minus" && is_scale && opens {
        (draft.start, draft.value) = (sign, -draft.value);
    }
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
