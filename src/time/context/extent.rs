//! Fits a phrase to the words beside it: where it begins, and what it comes to.
//!
//! In "the third-quarter loss" the article belongs to the loss; in "ran over
//! three days" the preposition belongs to the verb; "for the year ended March
//! 31" speaks of twelve months and not of a calendar year; and "15 jets a year"
//! says how often. The words that decide stand in `lex::context_words_table`.

use super::disambiguate::longest_phrase;
use crate::time::calendar::value_of_length;
use crate::time::lex::{ContextRole, LexicalClass, TimeLexeme};
use crate::time::phrase::{Anchor, DateDirection, Length, PartialDate, TimeExpr, TimePhrase, TimeUnit};

/// A phrase, its first lexeme and how many it takes.
pub(super) type PlacedPhrase = (TimePhrase, usize, usize);

/// Returns the phrase of `length` lexemes at `at` with the extent and the meaning that its neighbours give it.
pub(super) fn fit_extent(phrase: TimePhrase, lexemes: &[TimeLexeme], at: usize, length: usize) -> PlacedPhrase {
    let placed = without_article((phrase, at, length), lexemes);
    let placed = without_preposition(placed, lexemes);
    let (phrase, at, length) = placed;
    let end = at + length;
    let phrase = period_ended(&phrase, lexemes, end).or_else(|| rate(&phrase, lexemes, at, end)).unwrap_or(phrase);
    (phrase, at, length)
}

/// Returns the phrase without an article that belongs to the noun behind it: "the | third-quarter loss".
fn without_article((phrase, at, length): PlacedPhrase, lexemes: &[TimeLexeme]) -> PlacedPhrase {
    let last = &lexemes[at + length - 1];
    let modifies = last.joined && !last.classes.has(LexicalClass::Decade) && !last.classes.has(LexicalClass::Year);
    let has_noun = lexemes.get(at + length).is_some_and(|next| next.is_word && next.spaced);
    if 1 < length && modifies && has_noun && lexemes[at].plays(ContextRole::Article) {
        return (phrase, at + 1, length - 1);
    }
    (phrase, at, length)
}

/// Returns the phrase without a preposition that belongs to the verb before it: "ran over | three days", "got around |
/// Tuesday's ruling".
fn without_preposition((phrase, at, length): PlacedPhrase, lexemes: &[TimeLexeme]) -> PlacedPhrase {
    let is_over = lexemes[at].plays(ContextRole::Over) && matches!(phrase.expr, TimeExpr::Length(_));
    let is_vague = matches!(phrase.expr, TimeExpr::Length(Length { number: None, .. }));
    let is_modifier = at.checked_sub(1).is_some_and(|before| lexemes[before].plays(ContextRole::BeforeOver));
    let leads = is_over && (is_vague || !is_modifier);
    let owns = lexemes.get(at + length).is_some_and(|next| next.plays(ContextRole::Possessive));
    let is_place = lexemes[at].plays(ContextRole::Around) && owns && phrase.date().is_some();
    match 1 < length && (leads || is_place) {
        true => (TimePhrase { modifier: None, ..phrase }, at + 1, length - 1),
        false => (phrase, at, length),
    }
}

/// Returns what a period with its last day comes to: "the year ended March 31" is a year long, "the quarter ended Sept.
/// 30" is the third.
fn period_ended(phrase: &TimePhrase, lexemes: &[TimeLexeme], end: usize) -> Option<TimePhrase> {
    let unit = match phrase.expr {
        TimeExpr::Unit { unit, shift: 0, anchor: Anchor::Reference } => unit,
        TimeExpr::Date(PartialDate { year_shift: Some(0), fiscal: true, quarter: None, .. }) => TimeUnit::Year,
        _ => return None,
    };
    let next = lexemes.get(end)?;
    let leads_on = next.plays(ContextRole::PeriodEnded) || next.plays(ContextRole::YearTo) && unit == TimeUnit::Year;
    if !leads_on || !matches!(unit, TimeUnit::Week | TimeUnit::Month | TimeUnit::Quarter | TimeUnit::Year) {
        return None;
    }
    let (last, _) = longest_phrase(lexemes.get(end + 1..)?)?;
    let date = last.date().filter(|date| date.month.is_some());
    let expr = match unit {
        TimeUnit::Quarter => TimeExpr::Date(quarter_to(date?)?),
        // "the year ending tomorrow"
        unit if date.is_some() || matches!(last.expr, TimeExpr::Unit { unit: TimeUnit::Day, .. }) => {
            TimeExpr::Length(Length { number: Some(1.0), unit, rest: None })
        }
        _ => return None,
    };
    Some(TimePhrase { expr, weak: false, ..phrase.clone() })
}

/// Returns the quarter that most of the three months up to a date lie in.
fn quarter_to(last: &PartialDate) -> Option<PartialDate> {
    // The month in the middle: two back from one that has only begun.
    let back = if last.day.is_some_and(|day| day < 16) { 2 } else { 1 };
    let middle = last.month?.cast_signed() - 1 - back;
    let year = last.year.map(|year| if middle < 0 { year - 1 } else { year });
    let quarter = Some(middle.rem_euclid(12).cast_unsigned() / 3 + 1);
    Some(PartialDate { quarter, year, direction: DateDirection::Same, ..PartialDate::default() })
}

/// Lexemes between a count and the "a year" it goes with: "700 seats a week".
const MAX_COUNT_DISTANCE: usize = 3;

/// Returns the interval of a rate, a TIMEX3 SET: "15 jets a year", "$2 million a month".
fn rate(phrase: &TimePhrase, lexemes: &[TimeLexeme], at: usize, end: usize) -> Option<TimePhrase> {
    let TimeExpr::Length(length @ Length { number: Some(1.0), rest: None, .. }) = &phrase.expr else { return None };
    let is_each = end == at + 2 && lexemes[at].plays(ContextRole::RateArticle) && phrase.modifier.is_none();
    if !is_each || lexemes.get(end).is_some_and(|next| next.plays(ContextRole::Distance)) {
        return None;
    }
    let before = &lexemes[at.saturating_sub(MAX_COUNT_DISTANCE)..at];
    let counts = |lexeme: &TimeLexeme| lexeme.classes.has(LexicalClass::Number) || lexeme.plays(ContextRole::CountSign);
    let count = before.iter().rposition(counts)?;
    // A known word without a class ("for", "in") ends what is counted.
    let is_thing = |lexeme: &TimeLexeme| {
        lexeme.is_word && (!lexeme.is_known() || lexeme.plays(ContextRole::CountedOf) || !lexeme.classes.is_none())
    };
    before[count + 1..].iter().all(is_thing).then(|| TimePhrase::new(TimeExpr::Set(value_of_length(length))))
}

#[cfg(test)]
mod tests {
    use crate::time::tests::found;

    #[test]
    fn phrases_fit_their_neighbours() {
        for (text, want) in [
            ("The third-quarter loss grew.", "third-quarter|DATE|2023-Q3"),
            ("It ran over three days.", "three days|DURATION|P3D"),
            ("It ran for over three days.", "over three days|DURATION|P3D|MORE_THAN"),
            ("They got around Tuesday's ruling.", "Tuesday|DATE|2024-05-14"),
            ("It lost money in the year ended March 31.", "the year|DURATION|P1Y; March 31|DATE|2024-03-31"),
            ("It lost money in the quarter ended March 31.", "the quarter|DATE|2024-Q1; March 31|DATE|2024-03-31"),
            ("It builds 15 jets a year.", "a year|SET|P1Y"),
            ("It costs $2 million a month.", "a month|SET|P1M"),
            ("It stayed in 20 for a year.", "a year|DURATION|P1Y"),
        ] {
            assert_eq!(found(text, "2024-05-15"), want, "in {text:?}");
        }
    }
}
