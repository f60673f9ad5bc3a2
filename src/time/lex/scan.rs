//! Cuts a sentence into the words, numbers and marks that forms are made of.
//!
//! "Sept. 12's 10-year deal": `sept.` `12` `'s` `10` `year` `deal`, where `year`
//! is joined to what stands before. The cut is made here and not taken from the
//! tokens, because a token may be "10-year", "mid-1996" or "p.m." and forms
//! should not have to know.

use super::lexicon::{LEXICON, LexicalClass, LexicalClasses, LexiconEntry, MAX_WORD};
use super::numbers;

/// One word, number or mark of a sentence.
#[derive(Clone, Copy, Debug, Default)]
pub struct TimeLexeme {
    /// Bytes of the document.
    pub start: usize,
    pub end: usize,
    pub id: u16,
    pub classes: LexicalClasses,
    /// TimeExpr the classes count: month, weekday, hour; of a clock, minutes since midnight.
    pub value: i32,
    pub unit: u8,
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
    /// Returns whether a month or weekday stands alone: written out, or cut short with a full stop.
    pub fn is_name(&self) -> bool {
        self.dotted || 4 < self.end - self.start || self.classes.has(LexicalClass::Full)
    }
}

/// Fills `items` with the items of `text`, which stands at byte `base` of the document.
pub fn scan(text: &str, base: usize, items: &mut Vec<TimeLexeme>) {
    items.clear();
    let mut scanner = Scanner { text, bytes: text.as_bytes(), at: 0, base, items, spaced: true, joined: false };
    while scanner.at < scanner.bytes.len() {
        scanner.step();
    }
    numbers::merge(items);
}

struct Scanner<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    base: usize,
    items: &'a mut Vec<TimeLexeme>,
    spaced: bool,
    joined: bool,
}

impl Scanner<'_> {
    fn step(&mut self) {
        let byte = self.bytes[self.at];
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' => self.word(),
            b'0'..=b'9' => self.figure(),
            b'-' => self.hyphen(1),
            b'\'' => self.apostrophe(1),
            0..=32 => {
                self.at += 1;
                self.spaced = true;
            }
            0x80.. => self.foreign(),
            _ => self.mark(1, byte),
        }
    }

    fn peek(&self, ahead: usize) -> u8 {
        self.bytes.get(self.at + ahead).copied().unwrap_or(0)
    }

    fn push(&mut self, length: usize, item: TimeLexeme) {
        let start = self.base + self.at;
        let item = TimeLexeme { start, end: start + length, joined: self.joined, spaced: self.spaced, ..item };
        self.items.push(item);
        self.at += length;
        (self.joined, self.spaced) = (false, false);
    }

    /// A run of letters; one beyond ASCII makes it a word that no form knows.
    fn word(&mut self) {
        let letters = self.bytes[self.at..].iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
        if let Some(length) = self.dotted(letters) {
            return self.known_word(length, length);
        }
        self.known_word(letters, letters);
    }

    /// Returns the length of "a.m." or "U.S.", given the letters it begins with.
    fn dotted(&self, letters: usize) -> Option<usize> {
        let letter = |at: usize| self.peek(at).is_ascii_alphabetic() && !self.peek(at + 1).is_ascii_alphabetic();
        if letters != 1 || self.peek(1) != b'.' || !letter(2) {
            return None;
        }
        let mut length = 2;
        while letter(length) {
            length += if self.peek(length + 1) == b'.' { 2 } else { 1 };
            if self.peek(length - 1) != b'.' {
                break;
            }
        }
        Some(length)
    }

    fn known_word(&mut self, letters: usize, length: usize) {
        let bytes = &self.bytes[self.at..self.at + letters];
        let mut lower = [0u8; MAX_WORD];
        let mut n_letters = 0;
        for byte in bytes.iter().filter(|byte| **byte != b'.') {
            if n_letters < MAX_WORD {
                lower[n_letters] = byte.to_ascii_lowercase();
            }
            n_letters += 1;
        }
        let entry = match std::str::from_utf8(&lower[..n_letters.min(MAX_WORD)]) {
            Ok(word) if n_letters <= MAX_WORD => LEXICON.get(word).unwrap_or_default(),
            _ => LexiconEntry::default(),
        };
        let capital = bytes[0].is_ascii_uppercase();
        let ends_sentence = self.bytes[self.at + length..].trim_ascii_end().len() <= 1;
        let has_dot = entry.is_abbreviation && !ends_sentence && self.peek(length) == b'.' && !bytes.ends_with(b".");
        let length = length + usize::from(has_dot);
        let (id, classes, value, unit) = (entry.id, entry.classes, entry.value, entry.unit);
        let number = if classes.has(LexicalClass::NumberWord) { f64::from(value) } else { 0.0 };
        self.push(
            length,
            TimeLexeme {
                id,
                classes,
                value,
                unit,
                number,
                capital,
                dotted: has_dot,
                is_word: true,
                ..TimeLexeme::default()
            },
        );
    }

    fn figure(&mut self) {
        let (item, length) = numbers::read_figure(self.text, self.at);
        self.push(length, item);
    }

    /// A hyphen joins words; between figures it stays a mark of its own ("1914-18", "2025-04-24").
    fn hyphen(&mut self, length: usize) {
        let before = self.at.checked_sub(1).map_or(0, |at| self.bytes[at]);
        let after = self.peek(length);
        match (before, after) {
            (b'0'..=b'9', b'0'..=b'9') => self.mark(length, b'-'),
            (33.., 33..) if after != b'-' && before != b'-' => {
                self.at += length;
                self.joined = true;
            }
            (33.., _) if length == 1 && before.is_ascii_alphabetic() => {
                self.at += length;
                self.joined = true;
            }
            _ => self.mark(length, b'-'),
        }
    }

    /// `'s`, `'96`, `'80s`, and the one in `o'clock`.
    fn apostrophe(&mut self, length: usize) {
        let after = |ahead: usize| self.peek(length + ahead);
        let is_digit = |ahead: usize| after(ahead).is_ascii_digit();
        if (after(0) | 0x20) == b's' && !after(1).is_ascii_alphanumeric() {
            return self.push(length + 1, TimeLexeme { id: LEXICON.id("'s"), ..TimeLexeme::default() });
        }
        let preceded = !self.spaced && self.items.last().is_some_and(|item| item.end == self.base + self.at);
        if !preceded && is_digit(0) && is_digit(1) && !is_digit(2) {
            let (mut item, digits) = numbers::read_figure(self.text, self.at + length);
            if !item.classes.has(LexicalClass::Decade) {
                item.classes = LexicalClasses::of(LexicalClass::ShortYear);
            }
            return self.push(length + digits, item);
        }
        if self.bytes[self.at + length..].starts_with(b"clock") {
            return self.push(length + 5, TimeLexeme { id: LEXICON.id("'clock"), ..TimeLexeme::default() });
        }
        self.mark(length, b'\'');
    }

    /// ClauseMarks and letters beyond ASCII: typographic quotes and dashes fold, letters spoil the word.
    fn foreign(&mut self) {
        let c = self.text[self.at..].chars().next().unwrap_or(' ');
        let length = c.len_utf8();
        match c {
            '\u{2019}' | '\u{2018}' => self.apostrophe(length),
            '\u{2010}' | '\u{2011}' | '\u{2013}' => self.hyphen(length),
            c if c.is_whitespace() => {
                self.at += length;
                self.spaced = true;
            }
            c if c.is_alphabetic() => {
                let rest = &self.text[self.at..];
                let length = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
                match self.items.last_mut() {
                    Some(last) if last.end == self.base + self.at => {
                        *last =
                            TimeLexeme { end: last.end + length, id: 0, classes: LexicalClasses::default(), ..*last };
                        self.at += length;
                    }
                    _ => self.push(length, TimeLexeme { is_word: true, ..TimeLexeme::default() }),
                }
            }
            _ => self.mark(length, 0),
        }
    }

    fn mark(&mut self, length: usize, byte: u8) {
        let text = [byte];
        let id = std::str::from_utf8(&text).map_or(0, |mark| LEXICON.id(mark));
        self.push(length, TimeLexeme { id, ..TimeLexeme::default() });
    }
}
