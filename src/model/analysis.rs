//! Holds everything that is read off one text, and the setting it is read in.

use chrono_tz::Tz;

use super::{Document, DocumentTime, Entity, Event, Figure, Mention, Note, Notice, Statement, Timex};

/// What is known about a text before it is read.
#[derive(Clone, Copy, Debug)]
pub struct Setting {
    /// What relative dates are read against; without it they get no value.
    pub published: Option<DocumentTime>,
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
    pub document: Document<'t>,
    pub timexes: Vec<Timex>,
    pub entities: Vec<Entity>,
    pub mentions: Vec<Mention>,
    pub statements: Vec<Statement>,
    pub figures: Vec<Figure>,
    pub events: Vec<Event>,
    pub notices: Vec<Notice>,
    pub notes: Vec<Note>,
}

/// One version as `diff` and `timeline` see it: title and text, read in one setting.
#[derive(Clone, Debug, Default)]
pub struct Side<'t> {
    pub setting: Setting,
    pub title: Option<Analysis<'t>>,
    pub text: Analysis<'t>,
}
