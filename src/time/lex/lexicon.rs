//! Looks words up: what can this word be in a temporal expression?
//!
//! `second` is an ordinal and a unit, `march` a month; most words are nothing
//! and cost one hash. Words that forms spell out get a number here as well, so
//! that matching compares numbers and never letters.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

use super::words_table::{ABBREVIATIONS, WORDS};
use crate::time::context::{disambiguate, extent, ranges};
use crate::time::pattern::trie;

/// A set of classes, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct LexicalClasses(pub u64);

impl LexicalClasses {
    pub const fn is_none(self) -> bool {
        self.0 == 0
    }

    pub const fn has(self, class: LexicalClass) -> bool {
        self.0 & (1 << class as u64) != 0
    }

    pub const fn with(self, class: LexicalClass) -> Self {
        Self(self.0 | 1 << class as u64)
    }

    pub const fn of(class: LexicalClass) -> Self {
        Self(1 << class as u64)
    }
}

/// Declares the classes that forms may name in braces.
macro_rules! classes {
    ($($(#[$doc:meta])* $name:ident = $word:literal),+ $(,)?) => {
        /// TimeExpr a word can be in a temporal expression; forms write it in braces.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        #[repr(u8)]
        pub enum LexicalClass { $($(#[$doc])* $name),+ }

        impl LexicalClass {
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($word => Some(Self::$name)),+ , _ => None }
            }
        }
    };
}

classes! {
    Month = "month",
    Weekday = "weekday",
    /// Plural: "Tuesdays".
    Weekdays = "weekdays",
    /// Singular: "week".
    Unit = "unit",
    /// Plural: "weeks".
    Units = "units",
    Season = "season",
    /// "morning", "night".
    Part = "part",
    /// Plural: "nights".
    Parts = "parts",
    /// "noon": a part of the day that is a moment.
    Instant = "instant",
    /// A cardinal number in figures or words, fractions too.
    Number = "n",
    /// "a few", "several": a number that nobody gives.
    Vague = "vague",
    /// "third", "3rd".
    Ordinal = "ord",
    /// Four digits that can be a year.
    Year = "year",
    /// "'96".
    ShortYear = "yy",
    /// "1990s", "nineties".
    Decade = "decade",
    /// "14:30".
    Clock = "clock",
    /// A whole number that can be an hour.
    Hour = "hour",
    /// A whole number that can be a day of the month.
    Day = "dom",
    /// A whole number in figures.
    Figure = "figure",
    /// "9.20", a clock time if "am", "pm" or a zone follows.
    DottedClock = "dotted",
    /// "am", "pm".
    AmPm = "ampm",
    /// "GMT", "EST".
    Zone = "zone",
    /// "last", "next", "this": relative to the document.
    Deictic = "dir",
    /// "previous", "following", "same": relative to the time told of.
    Anaphoric = "ana",
    /// "about", "nearly", "more than".
    Approx = "approx",
    /// "early", "late", "mid".
    Phase = "phase",
    /// "beginning", "end".
    Edge = "edge",
    /// "BC", "BCE".
    Bc = "bc",
    /// "AD", "CE".
    Ad = "ad",
    /// A word of a number: "twenty", "hundred".
    NumberWord = "numberword",
    /// Three or fewer digits.
    Small = "small",
    /// Words that a capital makes a name of a month or season: "may", "march".
    Common = "common",
    /// The whole name of a month or weekday, not cut short.
    Full = "full",
    /// Any figures or words that count whole things, 1 to 999.
    Count = "count",
}

/// TimeExpr is known of a word.
#[derive(Clone, Copy, Debug, Default)]
pub struct LexiconEntry {
    /// The word's own number, 0 for none.
    pub id: u16,
    pub classes: LexicalClasses,
    /// Number of the month, weekday, ordinal … by class.
    pub value: i32,
    /// Place in `TimeUnit::ALL`, where it is one ("second" is an ordinal too).
    pub unit: u8,
    /// The dot that may follow belongs to it: "Sept.".
    pub is_abbreviation: bool,
}

/// All words, and the numbers of those that forms spell out.
pub struct Lexicon {
    entries: HashMap<&'static str, LexiconEntry, BuildHasherDefault<WordHasher>>,
}

/// The longest word of the lexicon, in bytes.
pub const MAX_WORD: usize = 16;

impl Lexicon {
    pub fn get(&self, word: &str) -> Option<LexiconEntry> {
        self.entries.get(word).copied()
    }

    /// Returns a word's number.
    pub fn id(&self, word: &str) -> u16 {
        self.entries.get(word).map_or(0, |entry| entry.id)
    }

    fn build() -> Self {
        let mut lexicon = Self { entries: HashMap::default() };
        for &(words, class, value) in WORDS {
            for word in words.split(' ') {
                let entry = lexicon.entry(word);
                entry.classes = entry.classes.with(class);
                match class {
                    LexicalClass::Unit | LexicalClass::Units => entry.unit = value as u8,
                    _ if entry.value == 0 => entry.value = value,
                    _ => {}
                }
            }
        }
        for word in ABBREVIATIONS.split(' ') {
            lexicon.entry(word).is_abbreviation = true;
        }
        for word in trie::literals()
            .into_iter()
            .chain(disambiguate::words())
            .chain(ranges::words())
            .chain(extent::WORDS.iter().chain(extent::COUNTS).copied())
        {
            lexicon.entry(word);
        }
        lexicon
    }

    fn entry(&mut self, word: &'static str) -> &mut LexiconEntry {
        assert!(word.len() <= MAX_WORD, "{word} is too long for the lexicon");
        let id = self.entries.len() as u16 + 1;
        self.entries.entry(word).or_insert(LexiconEntry { id, ..LexiconEntry::default() })
    }
}

pub static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::build);

/// A fast hash for short words (FNV-1a); the words are ours, so nobody can choose collisions into the table.
#[derive(Default)]
pub struct WordHasher(u64);

impl Hasher for WordHasher {
    fn finish(&self) -> u64 {
        self.0
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}
