//! Holds everything that is read off one text, and the setting it is read in.

use chrono_tz::Tz;

use super::{
    Document, DocumentTime, Entity, Event, Figure, Mention, Note, Notice, Span, Statement, Timex, WordsMark,
    hash_of_words, words_mark,
};

/// What is known about a text before it is read.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// What relative dates are read against; without it they get no value.
    pub published: Option<DocumentTime>,
    /// The zone in which days are counted.
    pub timezone: Tz,
}

impl Default for Setting {
    fn default() -> Self {
        Self { published: None, timezone: Tz::UTC }
    }
}

/// Everything that is read off one text. Each list is in order of the text.
#[derive(Clone, Debug, Default)]
pub struct Analysis<'t> {
    /// The text as it was read.
    pub document: Document<'t>,
    /// Times, in order of the text.
    pub timexes: Vec<Timex>,
    /// Persons, organizations and places; mentions refer to them by index.
    pub entities: Vec<Entity>,
    /// Where entities are named, in order of the text.
    pub mentions: Vec<Mention>,
    /// What someone is reported to say, in order of the text.
    pub statements: Vec<Statement>,
    /// Quantities, in order of the text.
    pub figures: Vec<Figure>,
    /// What happened or may happen, in order of the text.
    pub events: Vec<Event>,
    /// Corrections, clarifications and updates.
    pub notices: Vec<Notice>,
    /// What the analysis saw and could not use.
    pub notes: Vec<Note>,
}

/// One version as `diff` and `timeline` see it: title and text, read in one setting.
#[derive(Clone, Debug, Default)]
pub struct Side<'t> {
    /// What the version says of itself: its date and its zone.
    pub setting: Setting,
    /// The headline, if there is one.
    pub title: Option<Analysis<'t>>,
    /// The text below the headline.
    pub text: Analysis<'t>,
}

/// What stands somewhere in a text.
pub trait Placed {
    /// Returns where.
    fn span(&self) -> Span;
}

impl Placed for Timex {
    fn span(&self) -> Span {
        self.span
    }
}

impl Placed for Figure {
    fn span(&self) -> Span {
        self.span
    }
}

impl Placed for Mention {
    fn span(&self) -> Span {
        self.span
    }
}

/// Items of a list that a debug build looks through for their order; in a longer list that alone would be quadratic.
const SORTED_CHECKED: usize = 200;

/// Returns those of a list in order of the text that begin in a span, without looking through all of a long text.
pub fn beginning_in<T: Placed>(list: &[T], span: Span) -> &[T] {
    debug_assert!(list.len() > SORTED_CHECKED || list.is_sorted_by_key(|item| item.span().start), "not in order");
    let first = list.partition_point(|item| item.span().start < span.start);
    let behind = &list[first..];
    &behind[..behind.partition_point(|item| item.span().start < span.end)]
}

impl Side<'_> {
    /// Returns the mark of the version by its words.
    pub fn mark(&self) -> WordsMark {
        words_mark(hash_of_words(self.title.as_ref().map(|title| title.document.text), self.text.document.text))
    }
}
