//! Finds the figures of a text: value, unit, what is counted, and the bound.
//!
//! "At least 12 people were killed" states 12 `people`, `killed`, at least;
//! "$1.2bn" is 1.2 billion `USD`; "in 2019", "the F-16" and "10 Downing Street"
//! are no figures.
//!
//! In: a document and its times. Out: figures in order; a span holds all that may change.
//!
//! 1. `refuse`: numbers that are dates, labels, names or addresses.
//! 2. `forms`: scores, ages, shares and factors.
//! 3. `measure`: currency, unit, range and bound words.
//! 4. `counted`: the noun that is counted, or what befell the people.
//! 5. `compared`: what a bare number counts that the one before it is compared with.
//! 6. `clause`: what befell those people, where other words stand between.
//! 7. `draft`: a figure while it is read; `same`: comparison of two figures by what they mean.

mod bounds_table;
mod clause;
mod compared;
mod counted;
mod counted_table;
mod currency_table;
mod draft;
mod forms;
mod forms_table;
mod labels_table;
mod measure;
mod refuse;
mod same;
#[cfg(test)]
mod table_tests;

use super::numbers::pieces::{Buffer, PieceLine};
use super::numbers::{self, Number, NumberForm};
use crate::model::{Bound, Document, Figure, Role, Span, Timex, TimexType};

#[cfg(feature = "fetch")]
pub(crate) use counted::fate;
use draft::FigureDraft;
pub use same::{is_rounding_of, plain_unit, plain_value, rounds, same_amount, same_quantity};

/// Returns every figure of a text, in order; words inside the dates and clock times of `timexes` are none.
pub fn figures_in(document: &Document<'_>, timexes: &[Timex]) -> Vec<Figure> {
    let mut figures = Vec::new();
    let mut buffer = Buffer::default();
    let mut clauses = clause::CountClauses::new(document);
    let mut times = timexes.iter().filter(|timex| matches!(timex.kind, TimexType::Date | TimexType::Time)).peekable();
    for sentence in &document.sentences {
        if matches!(sentence.role, Role::Stamp | Role::EntryTime | Role::Byline) {
            continue;
        }
        let line = buffer.cut(sentence.span.of(document.text));
        read_line(&line, |mut draft| {
            let span = Span::new(
                sentence.span.start + line.start(draft.start),
                sentence.span.start + line.end_before(draft.next),
            );
            while times.next_if(|time| time.span.end <= span.start).is_some() {}
            if !times.peek().is_some_and(|time| time.span.contains(span)) {
                if line.before(draft.start) == "of"
                    && let Some((unit, of)) = clauses.of_one_person(span, draft.value)
                {
                    (draft.unit, draft.of) = (Some(unit), Some(of.to_owned()));
                } else if counted::may_have_fate(&line, &draft)
                    && let Some(fate) = clauses.fate_of(span)
                {
                    (draft.unit, draft.of) = (Some("people"), Some(fate.to_owned()));
                }
                figures.push(figure(draft, span));
            }
        });
    }
    figures
}

fn figure(draft: FigureDraft, span: Span) -> Figure {
    let FigureDraft { value, upper, unit, of, bound, .. } = draft;
    Figure { span, value, upper, unit: unit.map(str::to_owned), of, bound }
}

fn read_line(line: &PieceLine<'_>, mut found: impl FnMut(FigureDraft)) {
    let title_case = line.is_title_case();
    let mut at = 0;
    let mut before: Option<FigureDraft> = None;
    while at < line.len() {
        let from = at;
        at = match read_at(line, at, title_case) {
            FigureReader::Figure(mut draft) => {
                let next = draft.next;
                if let Some(before) = &mut before {
                    compared::take_over(line, &mut draft, before);
                }
                let joined = compared::one_more(line, &draft);
                before.replace(draft).into_iter().for_each(&mut found);
                if let Some(joined) = joined {
                    before.replace(joined).into_iter().for_each(&mut found);
                }
                next
            }
            FigureReader::Refused(next) => next,
            FigureReader::Nothing => at + 1,
        };
        at = at.max(from + 1);
    }
    before.into_iter().for_each(found);
}

enum FigureReader {
    Figure(FigureDraft),
    /// Numbers that are no figure, up to this piece.
    Refused(usize),
    Nothing,
}

fn read_at(line: &PieceLine<'_>, at: usize, title_case: bool) -> FigureReader {
    if let Some(draft) = forms::factor(line, at) {
        return FigureReader::Figure(draft);
    }
    let (sign, number_at) = measure::currency_before(line, at);
    let Some(number) = numbers::read(line, number_at) else {
        return match refuse::code(line, at) {
            Some(next) => FigureReader::Refused(next),
            None => FigureReader::Nothing,
        };
    };
    if sign.is_none()
        && let Some(next) = refuse::outright(line, at, &number)
    {
        return FigureReader::Refused(next);
    }
    if let Some(draft) = forms::special(line, at, &number) {
        return FigureReader::Figure(draft);
    }
    let mut draft = measured(line, at, sign, number);
    measure::below_zero(line, &mut draft);
    measure::bound(line, &mut draft);
    counted::count(line, &mut draft);
    match refuse::measured(line, &draft, &number, sign.is_some(), title_case) {
        Some(next) => FigureReader::Refused(next.max(number.next)),
        None => FigureReader::Figure(draft),
    }
}

/// Reads unit and range: "$5-10m", "between 10 and 15 per cent", "two or three".
fn measured(line: &PieceLine<'_>, at: usize, sign: Option<&'static str>, number: Number) -> FigureDraft {
    let part = (number.form == NumberForm::Fraction).then(|| measure::unit_of_part(line, number.next)).flatten();
    let (unit, factor, next) = part.unwrap_or_else(|| measure::unit_after(line, number.next, sign));
    let mut draft = FigureDraft {
        start: at,
        next,
        value: number.value * factor,
        upper: None,
        unit: unit.or(sign).or(unit_of_form(number.form)),
        of: None,
        bound: if number.form == NumberForm::Vague { Bound::AtLeast } else { Bound::Exact },
        form: number.form,
    };
    if number.form == NumberForm::Loose {
        draft.bound = Bound::About;
    }
    measure::range(line, &mut draft, &number);
    draft
}

fn unit_of_form(form: NumberForm) -> Option<&'static str> {
    match form {
        NumberForm::Fraction => Some("fraction"),
        NumberForm::Ordinal => Some("ordinal"),
        NumberForm::Digits | NumberForm::Words | NumberForm::Vague | NumberForm::Loose => None,
    }
}
