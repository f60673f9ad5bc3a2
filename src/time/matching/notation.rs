//! Reads the notation of patterns: the sequences of elements that a row allows.
//!
//! The pattern `the? {ord} quarter [of {year}]` allows four sequences of
//! elements, of which `{ord} quarter` is the shortest.

use crate::time::lex::LexicalClass;
use crate::time::phrase::{TimeExpr, TimeOfDay, TimePhrase, TimeUnit};

/// Kinds of phrase that a pattern can hold.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PhraseKind {
    /// A date of any size: "last week", "May 1998".
    Date,
    /// A single day: "Friday".
    Day,
    /// A time of day without its day: "7pm".
    Time,
    /// A length of time: "two days".
    Length,
    /// A length back from a time that is yet to be named: "two days before".
    Earlier,
    /// A year: "1998", "last year".
    Year,
    /// A part of a day: "Friday morning".
    Moment,
}

impl PhraseKind {
    /// Returns the kind that a pattern names so, without the angle brackets.
    fn from_name(name: &str) -> Option<Self> {
        match name {
            "date" => Some(Self::Date),
            "day" => Some(Self::Day),
            "time" => Some(Self::Time),
            "length" => Some(Self::Length),
            "earlier" => Some(Self::Earlier),
            "year" => Some(Self::Year),
            "moment" => Some(Self::Moment),
            _ => None,
        }
    }

    /// Returns whether `phrase` is of this kind.
    pub(crate) fn fits(self, phrase: &TimePhrase) -> bool {
        let is_day = |phrase: &TimePhrase| match &phrase.expr {
            TimeExpr::Date(date) => {
                (date.day.is_some() || date.weekday.is_some() || date.holiday.is_some()) && !date.weekend
            }
            TimeExpr::Unit { unit, .. } => *unit == TimeUnit::Day,
            TimeExpr::Shift { length, .. } => length.unit == TimeUnit::Day,
            TimeExpr::EdgeDay { .. } => true,
            _ => false,
        };
        match self {
            Self::Date => {
                matches!(
                    phrase.expr,
                    TimeExpr::Date(_) | TimeExpr::Unit { .. } | TimeExpr::Shift { .. } | TimeExpr::EdgeDay { .. }
                ) && phrase.time.is_none()
            }
            Self::Day => is_day(phrase) && phrase.time.is_none(),
            Self::Time => phrase.expr == TimeExpr::Time,
            Self::Moment => matches!(phrase.time, Some(TimeOfDay::Part(_))) && phrase.expr != TimeExpr::Time,
            Self::Length => matches!(phrase.expr, TimeExpr::Length(_)) && phrase.modifier.is_none(),
            Self::Earlier => {
                matches!(phrase.expr, TimeExpr::Shift { sign: ..0, of: None, .. }) && phrase.modifier.is_none()
            }
            Self::Year => match &phrase.expr {
                TimeExpr::Date(date) => {
                    date.year.is_some() && date.month.is_none() && date.season.is_none() && date.quarter.is_none()
                }
                TimeExpr::Unit { unit, .. } => *unit == TimeUnit::Year,
                _ => false,
            },
        }
    }
}

/// One element of a pattern.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum PatternElement {
    /// One of these words.
    Words(Vec<&'static str>),
    /// A lexeme of this class, captured.
    Class(LexicalClass),
    /// A whole phrase of this kind, captured.
    Phrase(PhraseKind),
}

/// Returns the sequences of elements that a pattern allows.
pub(crate) fn paths(pattern: &'static str) -> Vec<Vec<PatternElement>> {
    let mut all = vec![Vec::new()];
    // Where an optional group began: the paths that leave it out.
    let mut without: Option<Vec<Vec<PatternElement>>> = None;
    for word in pattern.split(' ').filter(|word| !word.is_empty()) {
        let (word, opens) = match word.strip_prefix('[') {
            Some(rest) => (rest, true),
            None => (word, false),
        };
        let (word, closes) = match word.strip_suffix(']') {
            Some(rest) => (rest, true),
            None => (word, false),
        };
        if opens {
            without = Some(all.clone());
        }
        let (word, optional) = match word.strip_suffix('?') {
            Some(rest) => (rest, true),
            None => (word, false),
        };
        let element = element(word);
        let skipped = if optional { all.clone() } else { Vec::new() };
        for path in &mut all {
            path.push(element.clone());
        }
        all.extend(skipped);
        if closes {
            all.extend(without.take().unwrap_or_default());
        }
    }
    all.retain(|path| !path.is_empty());
    all
}

fn element(word: &'static str) -> PatternElement {
    let inner = |open, close| word.strip_prefix(open).and_then(|rest: &str| rest.strip_suffix(close));
    if let Some(name) = inner('{', '}') {
        return PatternElement::Class(
            LexicalClass::from_name(name).unwrap_or_else(|| panic!("{{{name}}} names no class")),
        );
    }
    if let Some(name) = inner('<', '>') {
        return PatternElement::Phrase(
            PhraseKind::from_name(name).unwrap_or_else(|| panic!("<{name}> names no kind of phrase")),
        );
    }
    PatternElement::Words(word.split('|').collect())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::time::pattern::rule::literals;
    use crate::time::pattern::table::{COMPOUND_PATTERNS, PATTERNS};

    #[test]
    fn a_pattern_allows_its_sequences_and_its_words_are_those_of_the_lexicon() {
        let lengths: Vec<_> = paths("the? {ord} quarter [of {year}]").iter().map(Vec::len).collect();
        assert_eq!(lengths, [5, 4, 3, 2]);
        for row in PATTERNS.iter().chain(COMPOUND_PATTERNS) {
            let words = |element| if let PatternElement::Words(words) = element { words } else { Vec::new() };
            let matched: BTreeSet<_> = paths(row.words).into_iter().flatten().flat_map(words).collect();
            assert_eq!(matched, literals(row.words).collect(), "{}", row.words);
        }
    }
}
