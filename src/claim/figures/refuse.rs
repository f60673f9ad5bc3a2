//! Decides which numbers are no figures: dates, labels, names, phone numbers, addresses.
//!
//! `in 2019`, `F-16`, `Covid-19`, `Chapter 3`, `10 Downing Street`, `+44 20 7946
//! 0123` and `one of` state no quantity. What is refused is skipped whole, so
//! that its parts are not read again.

use super::counted;
use super::draft::FigureDraft;
use super::forms::is_contest;
use super::labels_table::{
    AFTER_HALF, AFTER_ORDINAL, AFTER_TWO, AFTER_ZERO, BEFORE_HALF, BEFORE_LABELS, BEFORE_ORDINAL, CALLS, CLOCK_WORDS,
    COUNTS_OF_ONE, EMERGENCY, EMERGENCY_CALLS, NAMED_HALVES, NOT_AFTER_ONE, NOT_BEFORE_ONE, NUMBER_SIGNS, STREETS,
    counts_time,
};
use crate::claim::numbers::pieces::{PieceKind, PieceLine};
use crate::claim::numbers::{Number, NumberForm};
use crate::model::{Bound, month_named};
use crate::text::rule_table::is_listed;
use crate::text::{is_article, without_possessive};

/// Steps over `14:32` and `9/11`, and what is joined to them without a blank.
pub(super) fn code(line: &PieceLine<'_>, at: usize) -> Option<usize> {
    (line.kind(at) == Some(PieceKind::Code)).then(|| chain_end(line, at + 1))
}

/// Steps over digits that hyphens or slashes join.
fn chain_end(line: &PieceLine<'_>, mut at: usize) -> usize {
    while line.is_glued(at) && matches!(line.kind(at), Some(PieceKind::Digits | PieceKind::Code))
        || line.is_glued(at)
            && line.is_glued(at + 1)
            && (line.is_hyphen(at) || line.char(at) == '/')
            && matches!(line.kind(at + 1), Some(PieceKind::Digits | PieceKind::Code))
    {
        at += 1;
    }
    at
}

/// Refuses a number by what it is joined to without a blank, before anything is read around it.
pub(super) fn outright(line: &PieceLine<'_>, at: usize, number: &Number) -> Option<usize> {
    let refused = match number.form {
        NumberForm::Digits => is_part_of_name(line, at, number) || is_phone(line, at) || is_clock(line, number.next),
        NumberForm::Ordinal => return ordinal(line, at, number),
        NumberForm::Words => is_word_label(line, at, number),
        NumberForm::Vague => line.word(at) == "scores" && line.word(number.next) != "of",
        NumberForm::Fraction => is_no_share(line, at, number),
        NumberForm::Loose => false,
    };
    if refused {
        return Some(phone_end(line, number.next));
    }
    if number.form == NumberForm::Digits && is_model(line, at) {
        return Some(at + 3);
    }
    let dated =
        number.form == NumberForm::Digits && (is_day_of_month(line, at, number) || is_date_chain(line, number.next));
    dated.then(|| chain_end(line, number.next))
}

/// Returns whether a number is part of a name: "F16", "F-16", "Covid-19", "#12", "5G", "737MAX", "20s".
fn is_part_of_name(line: &PieceLine<'_>, at: usize, number: &Number) -> bool {
    let before = at.checked_sub(1).filter(|_| line.is_glued(at));
    let behind_word = before.is_some_and(|before| match line.kind(before) {
        Some(PieceKind::Mark) if line.is_hyphen(before) => {
            line.is_glued(before) && before > 0 && line.is_word(before - 1)
        }
        Some(PieceKind::Mark) => matches!(line.char(before), '#' | '@' | '/' | '_' | '=' | '\'' | '’' | '\\'),
        _ => true,
    });
    let next = number.next;
    let glued_word = line.is_word(next) && line.is_glued(next);
    let unit = glued_word && super::measure::unit_after(line, next, None).0.is_some();
    behind_word || glued_word && !unit || is_named_after(line, next)
}

/// Returns whether a hyphen and a capital make a name of a number: "7-Eleven", "3-D", "737-Max".
fn is_named_after(line: &PieceLine<'_>, next: usize) -> bool {
    line.is_hyphen(next) && line.is_glued(next) && line.is_glued(next + 1) && line.is_capital(next + 1)
}

/// Returns whether the digits are a telephone number: "020 7946 0123", "+44 20 …", "555-0123", "call 116 123".
fn is_phone(line: &PieceLine<'_>, at: usize) -> bool {
    let raw = line.raw(at);
    let zero = raw.len() > 1 && raw.starts_with('0') && !raw.starts_with("0.");
    let plus = line.is_glued(at) && line.before(at) == "+" && line.kind(at + 1) == Some(PieceKind::Digits);
    let exchange = raw.len() == 3
        && line.is_hyphen(at + 1)
        && line.raw(at + 2).len() == 4
        && line.kind(at + 2) == Some(PieceKind::Digits);
    let area = raw.len() == 3
        && line.before(at) == "("
        && line.char(at + 1) == ')'
        && line.kind(at + 2) == Some(PieceKind::Digits);
    let called = raw.len() >= 3 && is_listed(CALLS, line.before(at)) && !counted::is_plural_noun(line.word(at + 1));
    let emergency = is_listed(EMERGENCY, raw) && is_listed(EMERGENCY_CALLS, line.word(at + 1));
    zero || plus || exchange || area || called || emergency
}

/// Returns whether two joined numbers name a model: "the 747-400", "a Boeing 747-400"; a range would go up, and a vote
/// ("cleared it 219-213") has no article before it.
fn is_model(line: &PieceLine<'_>, at: usize) -> bool {
    let is_model_part = |at: usize| line.kind(at) == Some(PieceKind::Digits) && line.raw(at).len() == 3;
    let is_joined = line.is_hyphen(at + 1) && line.is_glued(at + 1) && line.is_glued(at + 2);
    let is_named = is_article(line.before(at))
        || at.checked_sub(1).is_some_and(|before| line.raw(before).starts_with(char::is_uppercase));
    let falls = is_model_part(at) && is_model_part(at + 2) && line.raw(at + 2) < line.raw(at);
    is_joined && is_named && falls && !is_contest(line)
}

/// Steps over the other groups of a phone number.
fn phone_end(line: &PieceLine<'_>, mut at: usize) -> usize {
    let group = |at: usize| line.kind(at) == Some(PieceKind::Digits) && line.raw(at).len() > 1;
    loop {
        at = match line.char(at) {
            _ if group(at) => at + 1,
            ')' | '-' if group(at + 1) => at + 2,
            _ => return at,
        };
    }
}

/// Returns whether a number is a time of day: "7pm", "7 a.m.", "0800 GMT", "10 o'clock".
fn is_clock(line: &PieceLine<'_>, next: usize) -> bool {
    let rest = line.rest(next);
    let half_day = rest.starts_with("a.m") || rest.starts_with("p.m");
    half_day || is_listed(CLOCK_WORDS, line.word(next))
}

/// Returns whether a number stands in a chain of them, as dates do: "2025-04-24", "05/03/2020", "2019-20", "6-4-2".
fn is_date_chain(line: &PieceLine<'_>, next: usize) -> bool {
    let first = chain_end(line, next);
    let season = line.raw(next - 1).len() == 4
        && line.raw(first - 1).len() == 2
        && first == next + 2
        && line.raw(next - 1) < "2100";
    first >= next + 4 || season || line.char(next) == '/' && first > next
}

fn is_day_of_month(line: &PieceLine<'_>, at: usize, number: &Number) -> bool {
    let day = number.value <= 31.0 && number.value.fract() == 0.0;
    let month = |at: usize| line.is_capital(at) && month_named(line.word(at)).is_some();
    let of = usize::from(line.word(number.next) == "of");
    let month_before = at > 0 && month(at - 1) || at > 1 && line.char(at - 1) == '.' && month(at - 2);
    let range =
        line.is_hyphen(number.next) && line.kind(number.next + 1) == Some(PieceKind::Digits) && month(number.next + 2);
    day && (month_before && !line.word(number.next).starts_with("percent") || month(number.next + of) || range)
}

/// Ordinals in dates ("12th of March", "21st century"), names ("Fifth Avenue") and set phrases ("at first").
fn ordinal(line: &PieceLine<'_>, at: usize, number: &Number) -> Option<usize> {
    let after = line.word(line.past_hyphen(number.next));
    let in_name = line.is_word(at) && line.is_capital(at) && at > 0
        || line.is_capital(number.next) && line.char(number.next) != 'I';
    let counts = is_listed(BEFORE_ORDINAL, line.before(at)) || without_possessive(line.before(at)) != line.before(at);
    let ends = !line.is_word(number.next) && !line.is_hyphen(number.next);
    let placed = counts || line.is_hyphen(at.wrapping_sub(1)) || !line.is_word(at);
    let loose_first =
        number.value < 2.0 && (line.before(at) == "the" && ends || matches!(line.before(at), "in" | "its"));
    let timed = counts_time(after)
        || matches!(line.word(at), "second")
            && matches!(line.before(at), "a" | "per" | "every" | "split")
            && (ends || matches!(after, "later" | "before" | "after" | "in" | "to"));
    let refused = in_name
        || !placed
        || loose_first
        || timed
        || is_day_of_month(line, at, number)
        || is_listed(AFTER_ORDINAL, after);
    refused.then_some(number.next)
}

/// Returns whether a number in words counts nothing: "Chapter Three", "day one", "one of them", "no one", "Group of
/// Seven", "zero tolerance".
fn is_word_label(line: &PieceLine<'_>, at: usize, number: &Number) -> bool {
    let after = line.word(line.past_hyphen(number.next));
    let one = number.value <= 1.0 && number.next == at + 1;
    let clock = is_clock(line, number.next);
    let hyphenated = line.is_hyphen(at.wrapping_sub(1)) && line.is_glued(at);
    match line.word(at) {
        "one" if one => !counts_one(line, at, after) && !line.has(at, "one in").is_some_and(|next| line.is_word(next)),
        "zero" if one => is_listed(BEFORE_LABELS, line.before(at)) || after.is_empty() || is_listed(AFTER_ZERO, after),
        "two" => hyphenated || is_listed(AFTER_TWO, after),
        _ => clock || hyphenated && !line.is_hyphen(number.next),
    }
}

/// Returns whether "one" counts: "one person", "one dead", "one million", but not "one of", "one another", "this one".
fn counts_one(line: &PieceLine<'_>, at: usize, after: &str) -> bool {
    if is_listed(NOT_BEFORE_ONE, line.before(at)) || is_listed(NOT_AFTER_ONE, after) {
        return false;
    }
    let bounded = matches!(line.before(at), "least" | "than" | "only" | "just");
    let adjective_between =
        is_listed(COUNTS_OF_ONE, line.word(at + 2)) && line.is_word(at + 1) && !line.is_glued(at + 1);
    bounded
        || is_listed(COUNTS_OF_ONE, after)
        || adjective_between
        || super::measure::unit_at(line, line.past_hyphen(at + 1)).is_some()
}

/// Returns whether "half" is no share: "half-time", "the second half", "a half marathon"; "half of" is one.
fn is_no_share(line: &PieceLine<'_>, at: usize, number: &Number) -> bool {
    let after = line.word(number.next);
    if line.word(number.next - 1) != "half" {
        return false;
    }
    let hyphenated = line.is_hyphen(number.next) && line.is_glued(number.next);
    let timed = matches!(after, "a" | "an") && counts_time(line.word(number.next + 1));
    let half_of_game = is_listed(NAMED_HALVES, line.before(at));
    let measures = is_listed(AFTER_HALF, after) || !line.is_word(number.next);
    let in_half = is_listed(BEFORE_HALF, line.before(at));
    hyphenated || timed || half_of_game || !(measures || in_half)
}

/// Refuses a number by what was read around it; returns where to go on.
pub(super) fn measured(
    line: &PieceLine<'_>,
    draft: &FigureDraft,
    number: &Number,
    signed: bool,
    title_case: bool,
) -> Option<usize> {
    if draft.unit.is_some_and(|unit| unit != "people") || signed || number.form == NumberForm::Ordinal {
        return None;
    }
    let at = number_at(line, draft, number);
    let counted = draft.of.is_some() || draft.bound != Bound::Exact;
    let unit_at = line.past_hyphen(draft.next);
    let is_of_time = draft.of.as_deref().is_some_and(counts_time);
    let timed = is_of_time || counts_time(line.word(unit_at)) || line.has(unit_at, "light years").is_some();
    let refused = timed
        || number.form == NumberForm::Digits && (is_year(line, at, draft, number) || is_list_number(line, at, number))
        || is_label(line, at, draft, number, title_case)
        || is_address(line, number.next)
        || number.form == NumberForm::Words && is_named_number(line, at, counted, title_case);
    refused.then_some(draft.next)
}

/// The piece where the number begins, behind its bound words.
fn number_at(line: &PieceLine<'_>, draft: &FigureDraft, number: &Number) -> usize {
    let mut at = draft.start;
    while at + 1 < number.next && crate::claim::numbers::read(line, at).is_none_or(|read| read.next != number.next) {
        at += 1;
    }
    at
}

/// Returns whether four digits name a year: "in 2019", "the 2012 Games", but not "1,900 jobs" or "more than 2000
/// people".
fn is_year(line: &PieceLine<'_>, at: usize, draft: &FigureDraft, number: &Number) -> bool {
    if line.raw(at).len() != 4 || number.next != at + 1 || !(1100.0..2100.0).contains(&number.value) {
        return false;
    }
    let bounded = !matches!(draft.bound, Bound::Exact | Bound::Between);
    let people = draft.unit == Some("people") || counted::is_plural_noun(line.word(number.next));
    let dated = line.before(at).ends_with("'s") || month_named(line.before(at)).is_some() || line.before(at) == ",";
    !people || dated && !bounded
}

/// Returns whether a number only numbers a list: "1. Introduction", "2) Wash your hands", a footnote "(3)".
fn is_list_number(line: &PieceLine<'_>, at: usize, number: &Number) -> bool {
    let opens = at == 0 && matches!(line.char(number.next), '.' | ')' | ':') && number.next + 1 < line.len().max(2);
    let note = matches!(line.before(at), "(" | "[") && matches!(line.char(number.next), ')' | ']');
    let inline = line.char(number.next) == ')'
        && line.is_glued(number.next)
        && !(at.saturating_sub(4)..at).any(|at| line.char(at) == '(');
    opens || note || inline
}

/// Returns whether a number is a label: "Chapter 3", "No. 10", "Boeing 737", "phase two".
fn is_label(line: &PieceLine<'_>, at: usize, draft: &FigureDraft, number: &Number, title_case: bool) -> bool {
    let Some(before) = at.checked_sub(1) else { return false };
    let number_sign = line.char(before) == '.' && before > 0 && is_listed(NUMBER_SIGNS, line.word(before - 1));
    if number_sign {
        return true;
    }
    let people = draft.unit == Some("people");
    if is_listed(BEFORE_LABELS, line.word(before)) {
        return !people && (draft.bound == Bound::Exact || draft.bound == Bound::Between);
    }
    // "iPhone 15", "S&P 500", "the Group of 20"
    let is_mixed = || line.is_word(before) && line.raw(before).chars().skip(1).any(char::is_uppercase);
    let is_joined = || line.is_glued(before) && line.char(before - 1) == '&';
    let is_club = before > 1
        && line.word(before) == "of"
        && line.is_capital(before - 1)
        && matches!(line.word(before - 1), "class" | "committee" | "council" | "group");
    let name = !title_case
        && before > 0
        && (line.is_capital(before) && (!line.is_glued(before) || is_joined()) || is_mixed() || is_club);
    let plain = number.form == NumberForm::Digits && number.next == at + 1 && !line.raw(at).contains([',', '.']);
    name && plain
        && !people
        && draft.bound == Bound::Exact
        && draft.start == at
        && month_named(line.word(before)).is_none()
}

/// Returns whether a number belongs to an address: "10 Downing Street", "1600 Pennsylvania Avenue".
fn is_address(line: &PieceLine<'_>, next: usize) -> bool {
    let mut at = next;
    while at < next + 4 && line.is_capital(at) {
        if at > next && is_listed(STREETS, line.word(at)) {
            return true;
        }
        at += 1;
    }
    false
}

/// Returns whether a number word with a capital inside a sentence belongs to a name: "the Big Ten", "Group of Seven",
/// "Ocean's Eleven".
fn is_named_number(line: &PieceLine<'_>, at: usize, counted: bool, title_case: bool) -> bool {
    let starts =
        at == 0 || matches!(line.char(at - 1), ':' | '"' | '“' | '‘' | '\'' | '.' | '?' | '!' | '-' | '–' | '—' | '(');
    let counts = counted && !at.checked_sub(1).is_some_and(|before| line.is_capital(before));
    line.is_capital(at) && !starts && !title_case && !counts
}
