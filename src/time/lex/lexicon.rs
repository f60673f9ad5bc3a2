//! Looks words up: what can this word be in a temporal expression, and what does it show beside one?
//!
//! `second` is an ordinal and a unit, `march` a month; most words are unknown
//! and cost one hash. Words that patterns spell out get a number here as well,
//! so that matching compares numbers and never letters.
//!
//! The vocabulary is collected from tables alone, so that a new pattern,
//! holiday or zone is one row of its own table: this file knows the tables,
//! and every finder knows this file.

use std::collections::HashMap;
use std::sync::LazyLock;

use rustc_hash::FxBuildHasher;

use super::class::{ContextRoles, LexicalClass, LexicalClasses};
use super::context_words_table::{CONTEXT_WORDS, OTHER_WORDS};
use super::words_table::WORDS;
use crate::model::{ABBREVIATIONS, MONTHS, NUMBER_NAMES, WEEKDAYS};
use crate::time::calendar::holidays_table::HOLIDAYS;
use crate::time::calendar::zones_table::clock_names;
use crate::time::pattern::rule::literals;
use crate::time::pattern::table::{COMPOUND_PATTERNS, PATTERNS};
use crate::time::phrase::TimeUnit;

/// What is known of a word.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct LexiconEntry {
    /// The word's own number, from 1.
    pub id: u16,
    /// What it can be in a temporal expression.
    pub classes: LexicalClasses,
    /// What it shows about a time beside it.
    pub roles: ContextRoles,
    /// Number of the month, weekday, ordinal … by class.
    pub value: i32,
    /// The unit that it names, where it is one ("second" is an ordinal too).
    pub unit: Option<TimeUnit>,
    /// The full stop that may follow belongs to it: "Sept.".
    pub is_abbreviation: bool,
}

/// All known words.
pub(crate) struct Lexicon {
    entries: HashMap<Box<str>, LexiconEntry, FxBuildHasher>,
}

/// Length of the longest word of the lexicon, in bytes.
pub(super) const MAX_WORD: usize = 16;

/// The lexicon of all tables.
pub(crate) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::build);

/// Returns whether a word in lower case names a unit of time, in full or abbreviated: "hours", "yr".
pub(crate) fn is_unit_of_time(word: &str) -> bool {
    LEXICON.get(word).is_some_and(|entry| entry.unit.is_some())
}

impl Lexicon {
    /// Returns what is known of a word in lower case.
    pub(crate) fn get(&self, word: &str) -> Option<LexiconEntry> {
        self.entries.get(word).copied()
    }

    /// Returns a word's number; 0 for a word that is not known.
    pub(crate) fn id(&self, word: &str) -> u16 {
        self.entries.get(word).map_or(0, |entry| entry.id)
    }

    fn build() -> Self {
        let mut lexicon = Self { entries: HashMap::default() };
        lexicon.add_calendar_names();
        for row in WORDS {
            for word in row.words.split(' ') {
                lexicon.add(word, row.class, row.value);
            }
        }
        lexicon.add_number_names();
        for (row, zone) in ABBREVIATIONS.iter().enumerate() {
            let entry = lexicon.entry(&zone.name.to_ascii_lowercase());
            entry.classes = entry.classes.with(LexicalClass::Zone);
            entry.value = row as i32;
        }
        for row in CONTEXT_WORDS {
            for word in row.words.split(' ') {
                let entry = lexicon.entry(word);
                entry.roles = entry.roles.with(row.role);
            }
        }
        for word in OTHER_WORDS.split(' ') {
            let (word, is_abbreviation) = without_stop(word);
            lexicon.entry(word).is_abbreviation |= is_abbreviation;
        }
        let patterns = PATTERNS.iter().chain(COMPOUND_PATTERNS).map(|pattern| pattern.words);
        for word in patterns.chain(HOLIDAYS.iter().map(|holiday| holiday.words)).flat_map(literals) {
            lexicon.entry(word);
        }
        for word in clock_names().flat_map(|(name, _)| name.split(' ')) {
            lexicon.entry(word);
        }
        lexicon
    }

    /// Adds the names of days and months, and the plurals of the days, "on Mondays".
    fn add_calendar_names(&mut self) {
        for (names, class) in [(&MONTHS[..], LexicalClass::Month), (&WEEKDAYS, LexicalClass::Weekday)] {
            for (name, number) in names.iter().zip(1..) {
                let long = name.long.to_lowercase();
                self.add(&long, class, number);
                for short in name.short {
                    self.add(&format!("{short}."), class, number);
                }
                if class == LexicalClass::Weekday {
                    self.add(&format!("{long}s"), LexicalClass::Weekdays, number);
                }
            }
        }
    }

    /// Adds the names of numbers, and of places in order that a day of a month or a century can have.
    fn add_number_names(&mut self) {
        /// The last name of a day of a month: thirtieth.
        const LAST_ORDINAL: u64 = 30;
        for row in NUMBER_NAMES {
            let Ok(value) = i32::try_from(row.value) else { continue };
            self.add(row.cardinal, LexicalClass::NumberWord, value);
            if row.value <= LAST_ORDINAL {
                self.add(row.ordinal, LexicalClass::Ordinal, value);
            }
        }
    }

    /// Adds a class and a value to a word of the tables.
    fn add(&mut self, word: &str, class: LexicalClass, value: i32) {
        let (word, is_abbreviation) = without_stop(word);
        let entry = self.entry(word);
        entry.is_abbreviation |= is_abbreviation;
        entry.classes = entry.classes.with(class);
        match class {
            LexicalClass::Unit | LexicalClass::Units => {
                entry.unit = usize::try_from(value).ok().and_then(|value| TimeUnit::ALL.get(value).copied());
            }
            _ if entry.value == 0 => entry.value = value,
            _ => {}
        }
    }

    fn entry(&mut self, word: &str) -> &mut LexiconEntry {
        assert!(word.len() <= MAX_WORD, "{word} is too long for the lexicon");
        let id = self.entries.len() as u16 + 1;
        self.entries.entry(word.into()).or_insert(LexiconEntry { id, ..LexiconEntry::default() })
    }
}

/// Splits the full stop of an abbreviation from a word of the tables.
fn without_stop(word: &str) -> (&str, bool) {
    match word.strip_suffix('.') {
        Some(word) if !word.is_empty() => (word, true),
        _ => (word, false),
    }
}
