//! Defines the lexeme: one word, number or mark of a sentence, with what it can be in a temporal expression.

use super::class::{ContextRole, ContextRoles, LexicalClass, LexicalClasses};
use super::lexicon::LEXICON;
use crate::time::phrase::TimeUnit;

/// One word, number or mark of a sentence.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct TimeLexeme {
    /// First byte in the document.
    pub start: usize,
    /// Byte behind the last one.
    pub end: usize,
    /// Number of the word in the lexicon; 0 when the lexicon does not hold it.
    pub id: u16,
    /// What it can be in a temporal expression.
    pub classes: LexicalClasses,
    /// What it shows about a time beside it.
    pub roles: ContextRoles,
    /// Number of the month, weekday, hour … by class; of a clock time, minutes since midnight.
    pub value: i32,
    /// The unit that it names.
    pub unit: Option<TimeUnit>,
    /// The number, where it is one.
    pub number: f64,
    /// How many digits a figure has.
    pub digits: u8,
    /// Joined by a hyphen to what stands before.
    pub joined: bool,
    /// White space stands before.
    pub spaced: bool,
    /// Begins with a capital.
    pub capital: bool,
    /// Ends with the full stop of an abbreviation.
    pub dotted: bool,
    /// Made of letters, not of figures or marks.
    pub is_word: bool,
}

impl TimeLexeme {
    /// Returns whether the lexeme plays `role`.
    pub(crate) fn plays(&self, role: ContextRole) -> bool {
        self.roles.has(role) && !is_switched_off(role)
    }

    /// Returns whether the lexicon holds the lexeme, as a word of patterns, of a class or of a role.
    pub(crate) const fn is_known(&self) -> bool {
        self.id != 0
    }

    /// Returns whether this is `word`, which must be in lower case and known to the lexicon.
    pub(crate) fn is(&self, word: &str) -> bool {
        self.is_known() && self.id == LEXICON.id(word)
    }

    /// Returns whether a month or weekday stands alone: written out, or cut short with a full stop.
    pub(crate) fn is_name(&self) -> bool {
        self.dotted || 4 < self.end - self.start || self.classes.has(LexicalClass::Full)
    }
}

#[cfg(not(test))]
const fn is_switched_off(_: ContextRole) -> bool {
    false
}

#[cfg(test)]
thread_local! {
    /// The role that a test switches off, to show that its row of the table matters.
    pub static SWITCHED_OFF: std::cell::Cell<Option<ContextRole>> = const { std::cell::Cell::new(None) };
}

#[cfg(test)]
fn is_switched_off(role: ContextRole) -> bool {
    SWITCHED_OFF.get() == Some(role)
}
