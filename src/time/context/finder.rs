//! Finds the time phrases of a text, before they are anchored.
//!
//! One walk over the lexemes of a sentence: the longest pattern at each place,
//! whether its neighbours show it to be a time, the other end of a range, and
//! the clock time of another zone in brackets behind a first one ("1 a.m. Kyiv
//! time (2200 GMT)").

use super::disambiguate::{SentenceLexemes, is_count_of_day, is_temporal, longest_phrase};
use super::{extent, ranges};
use crate::model::{Document, Span};
use crate::time::lex::{TimeLexeme, scan};
use crate::time::phrase::{TimeExpr, TimeOfDay, TimePhrase};
use crate::time::work;

/// A phrase and where it stands.
pub(crate) struct FoundPhrase {
    /// What the words mean.
    pub phrase: TimePhrase,
    /// Where they stand, in bytes of the document.
    pub span: Span,
    /// Index of the sentence.
    pub sentence: usize,
    /// Stands at the beginning of its sentence.
    pub leading: bool,
    /// Gives the clock time of the phrase before it in another zone.
    pub twin: Option<DayCarrier>,
}

/// Which of two clock times of one moment has the day; that of the other follows from it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DayCarrier {
    /// The first.
    FirstDated,
    /// The second.
    SecondDated,
}

/// Lexemes that may stand before a time that leads its sentence: "In early", "By the end of".
const MAX_LEAD: usize = 3;

/// Returns the phrases of all sentences, in order.
pub(super) fn phrases_in(document: &Document<'_>) -> Vec<FoundPhrase> {
    let mut found = Vec::new();
    let mut lexemes = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        scan(sentence.span.of(document.text), sentence.span.start, &mut lexemes);
        Finder { lexemes: SentenceLexemes::new(&lexemes), sentence: index, found: &mut found, before: None }.run();
    }
    found
}

/// Finds the phrases of one sentence.
struct Finder<'a> {
    lexemes: SentenceLexemes<'a>,
    sentence: usize,
    found: &'a mut Vec<FoundPhrase>,
    /// First lexeme of the phrase found last, and the place behind its last one.
    before: Option<(usize, usize)>,
}

impl Finder<'_> {
    fn run(&mut self) {
        let lexemes = self.lexemes.all;
        let mut at = 0;
        while at < lexemes.len() {
            work::step();
            if let Some(phrase) = ranges::bare_first_end(lexemes, at) {
                self.push(phrase, at, 1);
                at += 2; // the link
                continue;
            }
            if let Some(phrase) = ranges::listed_day(lexemes, at) {
                self.push(phrase, at, 2);
                at += 2;
                continue;
            }
            let found = longest_phrase(&lexemes[at..]);
            let Some((phrase, length)) = found.filter(|(_, length)| !is_count_of_day(lexemes, at, *length)) else {
                at += 1;
                continue;
            };
            let mut end = at + length;
            if is_temporal(&phrase, self.lexemes, at, length) {
                let second = ranges::bare_second_end(&phrase, lexemes, end);
                let (phrase, at, length) = extent::fit_extent(phrase, lexemes, at, length);
                self.push(phrase, at, length);
                if let Some((phrase, length)) = second {
                    self.push(phrase, end + 1, length);
                    end += 1 + length;
                }
            }
            at = end;
        }
    }

    fn push(&mut self, mut phrase: TimePhrase, at: usize, length: usize) {
        let lexemes = self.lexemes.all;
        let mut twin = None;
        if let (Some((start, end)), Some(first)) = (self.before, self.found.last_mut())
            && end + 1 == at
        {
            if ranges::is_link(lexemes, end) {
                ranges::complete_range(&mut first.phrase, &mut phrase, lexemes, start, end);
            } else if is_clock(&first.phrase) && is_clock(&phrase) && in_brackets(lexemes, at, at + length) {
                twin = Some(DayCarrier::FirstDated);
                match (&first.phrase.expr, &phrase.expr) {
                    (TimeExpr::Time, TimeExpr::Time) => {
                        first.phrase.expr = day_behind(lexemes, at + length + 1).unwrap_or(TimeExpr::Time);
                    }
                    (TimeExpr::Time, dated) => {
                        first.phrase.expr = dated.clone();
                        twin = Some(DayCarrier::SecondDated);
                    }
                    _ => {}
                }
                phrase.expr = first.phrase.expr.clone();
            }
        }
        self.before = Some((at, at + length));
        let span = Span::new(lexemes[at].start, lexemes[at + length - 1].end);
        self.found.push(FoundPhrase { phrase, span, sentence: self.sentence, leading: at <= MAX_LEAD, twin });
    }
}

fn is_clock(phrase: &TimePhrase) -> bool {
    matches!(phrase.time, Some(TimeOfDay::Clock { .. }))
}

fn in_brackets(lexemes: &[TimeLexeme], start: usize, end: usize) -> bool {
    let is = |at: usize, mark: &str| lexemes.get(at).is_some_and(|lexeme| lexeme.is(mark));
    is(start - 1, "(") && is(end, ")")
}

/// Returns the day named behind a bracket: "1 a.m. (2200 GMT) on Tuesday".
fn day_behind(lexemes: &[TimeLexeme], mut at: usize) -> Option<TimeExpr> {
    for word in [",", "on"] {
        at += usize::from(lexemes.get(at)?.is(word));
    }
    let (phrase, _) = longest_phrase(lexemes.get(at..)?)?;
    let is_day = phrase.date().is_some_and(|date| date.day.is_some() || date.weekday.is_some());
    (is_day && phrase.time.is_none()).then_some(phrase.expr)
}
