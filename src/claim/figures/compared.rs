//! Gives a bare number what its neighbour counts, where the two are compared, one is a part of the other, or one person
//! is counted along: "two men and a woman".
//!
//! `104 deaths, compared with 87 a year ago`: 87 deaths. `65 people, 12 of them in danger`: 12 people. What befell those
//! counted is not taken over to a part of them: of `nine killed, three of them children` it is not told again.

use super::counted;
use super::draft::FigureDraft;
use crate::claim::numbers::NumberForm;
use crate::claim::numbers::pieces::PieceLine;
use crate::claim::people::{are_people, is_one_person};
use crate::model::Bound;

/// Fills in what a bare number counts from its neighbour in the sentence.
pub(super) fn take_over(line: &PieceLine<'_>, draft: &mut FigureDraft, before: &mut FigureDraft) {
    // "will rise from 19 to 21 per cent"
    let is_from = line.before(before.start) == "from" && line.word(before.next) == "to";
    if is_from && before.next + 1 == draft.start && (&before.of, before.unit) == (&None, None) {
        (before.of, before.unit) = (draft.of.clone(), draft.unit);
    }
    if (&draft.of, draft.unit) != (&None, None) || matches!(before.unit, Some("ordinal" | "times" | "score" | "years"))
    {
        return;
    }
    if is_compared(line, draft.start, before) {
        (draft.of, draft.unit) = (before.of.clone(), before.unit);
    } else if is_part(line, draft.next, before) {
        let is_noun = |of: &&String| counted::fate(of).is_none();
        (draft.of, draft.unit) = (before.of.as_ref().filter(is_noun).cloned(), before.unit);
        if before.of.is_some() && draft.of.is_none() {
            draft.unit = Some("people");
        }
    }
}

/// Words between "and a" and the person who is counted along: "two guards and a young local driver".
const JOINED_REACH: usize = 3;

/// Returns the one person counted along with others: "two men and a woman were arrested".
pub(super) fn one_more(line: &PieceLine<'_>, draft: &FigureDraft) -> Option<FigureDraft> {
    let is_many = draft.unit == Some("people") && draft.form != NumberForm::Ordinal;
    let end = draft.next + JOINED_REACH;
    let and = (draft.next + 1..=end).find(|&at| line.word(at) == "and").filter(|_| is_many)?;
    let is_noun_alone = (draft.next..and).all(|at| line.is_word(at)) && are_people(line.word(and - 1));
    let start = and + 1;
    let person = (start + 1..=start + JOINED_REACH).take_while(|&at| line.is_word(at)).find(|&at| {
        // "a police officer", "a taxi driver": the last noun is the person.
        is_one_person(line.word(at)) && !is_one_person(line.word(at + 1)) && !are_people(line.word(at + 1))
    })?;
    let is_own = is_noun_alone && matches!(line.word(start), "a" | "an");
    let of = draft.of.as_deref().and_then(counted::fate).map(str::to_owned);
    let of = of.or_else(|| counted::fate_behind(line, person + 1).map(str::to_owned));
    let (value, upper, bound, form) = (1.0, None, Bound::Exact, NumberForm::Words);
    is_own.then_some(FigureDraft { start, next: person + 1, value, upper, unit: Some("people"), of, bound, form })
}

/// Returns whether a number is what the one before it is compared with: "compared with 87", "up from 87", "to 58 from
/// 61", "not 400 homes but 4,000".
fn is_compared(line: &PieceLine<'_>, at: usize, before: &FigureDraft) -> bool {
    let word = |back: usize| at.checked_sub(back).map_or("", |at| line.word(at));
    match (word(2), word(1)) {
        ("compared", "with" | "to")
        | ("up" | "down", "from")
        | ("rather", "than")
        | ("instead", "of")
        | (_, "versus" | "against") => true,
        (_, "from") => before.next + 1 == at,
        (_, "but") => before.start.checked_sub(1).is_some_and(|not| line.word(not) == "not"),
        _ => false,
    }
}

/// Returns whether a number tells of some of those just counted: "12 of them", "two of whom"; "which" takes no people.
fn is_part(line: &PieceLine<'_>, next: usize, before: &FigureDraft) -> bool {
    let fits = match line.word(next + 1) {
        "which" => before.unit != Some("people"),
        "them" | "these" | "those" | "whom" => true,
        _ => false,
    };
    line.word(next) == "of" && fits
}
