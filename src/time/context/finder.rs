//! Finds the phrases of a text, before anybody anchors them.
//!
//! One walk over the items of a sentence: the longest form at each place, what
//! its neighbours make of it, the other end of a range, and the clock time of
//! another zone in brackets behind a first one ("1 a.m. Kyiv time (2200 GMT)").

use super::{disambiguate, extent, ranges};
use crate::model::{Document, Span};
use crate::time::lex::lexicon::LEXICON;
use crate::time::lex::scan::{self, TimeLexeme};
use crate::time::phrase::{TimeExpr, TimeOfDay, TimePhrase};

/// A phrase and where it stands.
pub struct FoundPhrase {
    pub phrase: TimePhrase,
    pub span: Span,
    pub sentence: usize,
    /// Stands at the beginning of its sentence.
    pub leading: bool,
    /// Tells the clock time before it in another zone.
    pub twin: Option<DayCarrier>,
}

/// Which of two clock times that tell one moment has the day; the other takes what day follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DayCarrier {
    FirstDated,
    SecondDated,
}

/// Words that may stand before a time that leads its sentence: "In early", "By the end of".
const LEADING: usize = 3;

/// Returns the phrases of all sentences, in order.
pub fn phrases(document: &Document<'_>) -> Vec<FoundPhrase> {
    let mut found = Vec::new();
    let mut items = Vec::new();
    for (index, sentence) in document.sentences.iter().enumerate() {
        scan::scan(sentence.span.of(document.text), sentence.span.start, &mut items);
        Finder { items: &items, sentence: index, found: &mut found, before: None }.run();
    }
    found
}

/// Finds the phrases of one sentence.
struct Finder<'a> {
    items: &'a [TimeLexeme],
    sentence: usize,
    found: &'a mut Vec<FoundPhrase>,
    /// First item of the phrase found last, and the item behind it.
    before: Option<(usize, usize)>,
}

impl Finder<'_> {
    fn run(&mut self) {
        let mut at = 0;
        while at < self.items.len() {
            if let Some(phrase) = ranges::first_end(self.items, at) {
                self.push(phrase, at, 1);
                at += 2; // the link
                continue;
            }
            let Some((phrase, length)) = disambiguate::longest(&self.items[at..]) else {
                at += 1;
                continue;
            };
            let mut end = at + length;
            if disambiguate::keeps(&phrase, self.items, at, length) {
                let second = ranges::second_end(&phrase, self.items, end);
                let (phrase, at, length) = extent::fit(phrase, self.items, at, length);
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
        let mut twin = None;
        if let (Some((start, end)), Some(first)) = (self.before, self.found.last_mut())
            && end + 1 == at
        {
            if ranges::is_link(self.items, end) {
                ranges::share(&mut first.phrase, &mut phrase, self.items, start, end);
            } else if is_clock(&first.phrase) && is_clock(&phrase) && in_brackets(self.items, at, at + length) {
                twin = Some(DayCarrier::FirstDated);
                match (&first.phrase.what, &phrase.what) {
                    (TimeExpr::Time, TimeExpr::Time) => {
                        first.phrase.what = day_behind(self.items, at + length + 1).unwrap_or(TimeExpr::Time);
                    }
                    (TimeExpr::Time, dated) => {
                        first.phrase.what = dated.clone();
                        twin = Some(DayCarrier::SecondDated);
                    }
                    _ => {}
                }
                phrase.what = first.phrase.what.clone();
            }
        }
        self.before = Some((at, at + length));
        let span = Span::new(self.items[at].start, self.items[at + length - 1].end);
        self.found.push(FoundPhrase { phrase, span, sentence: self.sentence, leading: at <= LEADING, twin });
    }
}

fn is_clock(phrase: &TimePhrase) -> bool {
    matches!(phrase.time, Some(TimeOfDay::Clock { .. }))
}

fn in_brackets(items: &[TimeLexeme], start: usize, end: usize) -> bool {
    let is = |at: usize, mark: &str| items.get(at).is_some_and(|item| item.id == LEXICON.id(mark));
    is(start - 1, "(") && is(end, ")")
}

/// Returns the day told behind a bracket: "1 a.m. (2200 GMT) on Tuesday".
fn day_behind(items: &[TimeLexeme], mut at: usize) -> Option<TimeExpr> {
    for word in [",", "on"] {
        at += usize::from(items.get(at)?.id == LEXICON.id(word));
    }
    let (phrase, _) = disambiguate::longest(items.get(at..)?)?;
    let is_day = phrase.date().is_some_and(|date| date.day.is_some() || date.weekday.is_some());
    (is_day && phrase.time.is_none()).then_some(phrase.what)
}
