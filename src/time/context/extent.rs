//! Fits a phrase to the words beside it: where it begins, and what it comes to.
//!
//! In "the third-quarter loss" the article belongs to the loss; in "ran over
//! three days" the preposition belongs to the verb; "for the year ended March
//! 31" speaks of twelve months and not of a calendar year; and "15 jets a year"
//! tells how often.

use std::sync::LazyLock;

use super::disambiguate;
use crate::time::calendar::timex_value;
use crate::time::lex::lexicon::{LEXICON, LexicalClass};
use crate::time::lex::scan::TimeLexeme;
use crate::time::phrase::{Anchor, Direction, Length, PartialDate, TimeExpr, TimePhrase, TimeUnit};

/// A phrase, its first item and how many it takes.
pub type PlacedPhrase = (TimePhrase, usize, usize);

/// Words that this file asks about and that forms may not spell out.
#[rustfmt::skip]
pub const WORDS: &[&str] = &[
    "the", "a", "an", "per", "over", "around", "about", "'s", "ended", "ending", "to", "later", "earlier", "before", "after", "ago", "from",
    "of", "%",
];

/// Words behind which "over" counts: "for over three days".
#[rustfmt::skip]
pub const COUNTS: &[&str] = &[
    "after", "at", "been", "by", "for", "in", "is", "just", "last", "lasted", "of", "spent", "to", "take", "taken", "takes", "took", "was", "well",
    "were", "within",
];

struct ExtentWords {
    articles: [u16; 3],
    over: u16,
    around: [u16; 2],
    owns: u16,
    ends: [u16; 2],
    to: u16,
    counts: Vec<u16>,
    each: [u16; 3],
    away: [u16; 6],
}

static IDS: LazyLock<ExtentWords> = LazyLock::new(|| {
    let id = |word: &str| LEXICON.id(word);
    ExtentWords {
        articles: ["the", "a", "an"].map(id),
        over: id("over"),
        around: ["around", "about"].map(id),
        owns: id("'s"),
        ends: ["ended", "ending"].map(id),
        to: id("to"),
        counts: COUNTS.iter().map(|word| LEXICON.id(word)).collect(),
        each: ["a", "an", "per"].map(id),
        away: ["later", "earlier", "before", "after", "ago", "from"].map(id),
    }
});

/// Returns the phrase of `length` items at `at` as its neighbours would have it.
pub fn fit(phrase: TimePhrase, items: &[TimeLexeme], at: usize, length: usize) -> PlacedPhrase {
    let placed = without_article((phrase, at, length), items);
    let placed = without_preposition(placed, items);
    let (phrase, at, length) = placed;
    let end = at + length;
    let phrase = ended(&phrase, items, end).or_else(|| rate(&phrase, items, at, end)).unwrap_or(phrase);
    (phrase, at, length)
}

/// "the | third-quarter loss", "a | year-earlier profit"
fn without_article((phrase, at, length): PlacedPhrase, items: &[TimeLexeme]) -> PlacedPhrase {
    let last = &items[at + length - 1];
    let modifies = last.joined && !last.classes.has(LexicalClass::Decade) && !last.classes.has(LexicalClass::Year);
    let has_noun = items.get(at + length).is_some_and(|next| next.is_word && next.spaced);
    if 1 < length && modifies && has_noun && IDS.articles.contains(&items[at].id) && items[at].id != 0 {
        return (phrase, at + 1, length - 1);
    }
    (phrase, at, length)
}

/// "ran over | three days", "get around | Wednesday's ruling"
fn without_preposition((phrase, at, length): PlacedPhrase, items: &[TimeLexeme]) -> PlacedPhrase {
    let first = items[at].id;
    let before = at.checked_sub(1).map_or(0, |before| items[before].id);
    let is_over = first == IDS.over && matches!(phrase.what, TimeExpr::Length(_));
    let is_vague = matches!(phrase.what, TimeExpr::Length(Length { number: None, .. }));
    let leads = is_over && (is_vague || !IDS.counts.contains(&before) || before == 0);
    let owner = items.get(at + length).is_some_and(|next| next.id == IDS.owns);
    let is_place = IDS.around.contains(&first) && owner && phrase.date().is_some();
    match 1 < length && (leads || is_place) {
        true => (TimePhrase { modifier: None, ..phrase }, at + 1, length - 1),
        false => (phrase, at, length),
    }
}

/// "the year ended March 31" is a year long; "the quarter ended Sept. 30" is the third.
fn ended(phrase: &TimePhrase, items: &[TimeLexeme], end: usize) -> Option<TimePhrase> {
    let unit = match phrase.what {
        TimeExpr::Unit { unit, shift: 0, anchor: Anchor::Reference } => unit,
        TimeExpr::Date(PartialDate { year_shift: Some(0), fiscal: true, quarter: None, .. }) => TimeUnit::Year,
        _ => return None,
    };
    let next = items.get(end)?;
    let leads_on = IDS.ends.contains(&next.id) || next.id == IDS.to && unit == TimeUnit::Year;
    if !leads_on || !matches!(unit, TimeUnit::Week | TimeUnit::Month | TimeUnit::Quarter | TimeUnit::Year) {
        return None;
    }
    let (last, _) = disambiguate::longest(items.get(end + 1..)?)?;
    let date = last.date().filter(|date| date.month.is_some());
    let what = match unit {
        TimeUnit::Quarter => TimeExpr::Date(quarter_to(date?)?),
        // "the year ending tomorrow"
        unit if date.is_some() || matches!(last.what, TimeExpr::Unit { unit: TimeUnit::Day, .. }) => {
            TimeExpr::Length(Length { number: Some(1.0), unit, rest: None })
        }
        _ => return None,
    };
    Some(TimePhrase { what, weak: false, ..phrase.clone() })
}

/// Returns the quarter that most of the three months up to a date lie in.
fn quarter_to(last: &PartialDate) -> Option<PartialDate> {
    // The month in the middle: two back from one that has only begun.
    let back = if last.day.is_some_and(|day| day < 16) { 2 } else { 1 };
    let middle = last.month?.cast_signed() - 1 - back;
    let year = last.year.map(|year| if middle < 0 { year - 1 } else { year });
    let quarter = Some(middle.rem_euclid(12).cast_unsigned() / 3 + 1);
    Some(PartialDate { quarter, year, direction: Direction::Same, ..PartialDate::default() })
}

/// Items between a count and the "a year" it goes with: "700 seats a week".
const NEAR_COUNT: usize = 3;

/// "15 jets a year", "$2 million a month": how often, and no stretch of time.
fn rate(phrase: &TimePhrase, items: &[TimeLexeme], at: usize, end: usize) -> Option<TimePhrase> {
    let TimeExpr::Length(length @ Length { number: Some(1.0), rest: None, .. }) = &phrase.what else { return None };
    let is_each = end == at + 2 && IDS.each.contains(&items[at].id) && phrase.modifier.is_none();
    if !is_each || items.get(end).is_some_and(|next| next.id != 0 && IDS.away.contains(&next.id)) {
        return None;
    }
    let before = &items[at.saturating_sub(NEAR_COUNT)..at];
    let counts =
        |item: &TimeLexeme| item.classes.has(LexicalClass::Number) || item.id != 0 && item.id == LEXICON.id("%");
    let count = before.iter().rposition(counts)?;
    // A word that forms know ("for", "in") ends what is counted.
    let is_thing =
        |item: &TimeLexeme| item.is_word && (item.id == 0 || item.id == LEXICON.id("of") || !item.classes.is_none());
    before[count + 1..].iter().all(is_thing).then(|| TimePhrase::new(TimeExpr::Set(timex_value::of_length(length))))
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
