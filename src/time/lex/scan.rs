//! Cuts a sentence into the words, numbers and marks that patterns are made of.
//!
//! "Sept. 12's 10-year deal": `sept.` `12` `'s` `10` `year` `deal`, where `year`
//! is joined to what stands before. The cut is made here and not taken from the
//! document's tokens, because a token may be "10-year", "mid-1996" or "p.m.",
//! and patterns need its parts.

use super::class::{ContextRoles, LexicalClass, LexicalClasses};
use super::lexeme::TimeLexeme;
use super::lexicon::{LEXICON, LexiconEntry, MAX_WORD};
use super::numbers;
use crate::time::work;

/// Fills `lexemes` with the lexemes of `text`, which stands at byte `base` of the document.
pub(crate) fn scan(text: &str, base: usize, lexemes: &mut Vec<TimeLexeme>) {
    lexemes.clear();
    let mut scanner = Scanner { text, bytes: text.as_bytes(), at: 0, base, lexemes, spaced: true, joined: false };
    while scanner.at < scanner.bytes.len() {
        scanner.step();
    }
    numbers::merge_numbers(lexemes);
}

struct Scanner<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    base: usize,
    lexemes: &'a mut Vec<TimeLexeme>,
    spaced: bool,
    joined: bool,
}

impl Scanner<'_> {
    fn step(&mut self) {
        work::step();
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

    fn push(&mut self, length: usize, lexeme: TimeLexeme) {
        let start = self.base + self.at;
        let lexeme = TimeLexeme { start, end: start + length, joined: self.joined, spaced: self.spaced, ..lexeme };
        self.lexemes.push(lexeme);
        self.at += length;
        (self.joined, self.spaced) = (false, false);
    }

    /// Reads a run of ASCII letters, or letters with full stops.
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
        let ends_sentence = || self.bytes[self.at + length..].trim_ascii_end().len() <= 1;
        let has_dot = entry.is_abbreviation && self.peek(length) == b'.' && !bytes.ends_with(b".") && !ends_sentence();
        let length = length + usize::from(has_dot);
        let LexiconEntry { id, classes, roles, value, unit, .. } = entry;
        let number = if classes.has(LexicalClass::NumberWord) { f64::from(value) } else { 0.0 };
        self.push(
            length,
            TimeLexeme {
                id,
                classes,
                roles,
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
        let (lexeme, length) = numbers::read_figure(self.text, self.at);
        self.push(length, lexeme);
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

    /// Reads `'s`, `'96`, `'80s`, and the one in `o'clock`.
    fn apostrophe(&mut self, length: usize) {
        let after = |ahead: usize| self.peek(length + ahead);
        let is_digit = |ahead: usize| after(ahead).is_ascii_digit();
        if (after(0) | 0x20) == b's' && !after(1).is_ascii_alphanumeric() {
            return self.known(length + 1, "'s");
        }
        let preceded = !self.spaced && self.lexemes.last().is_some_and(|lexeme| lexeme.end == self.base + self.at);
        if !preceded && is_digit(0) && is_digit(1) && !is_digit(2) {
            let (mut lexeme, digits) = numbers::read_figure(self.text, self.at + length);
            if !lexeme.classes.has(LexicalClass::Decade) {
                lexeme.classes = LexicalClasses::of(LexicalClass::ShortYear);
            }
            return self.push(length + digits, lexeme);
        }
        if self.bytes[self.at + length..].starts_with(b"clock") {
            return self.known(length + 5, "'clock");
        }
        self.mark(length, b'\'');
    }

    /// Marks and letters beyond ASCII: typographic quotes and dashes are read as plain ones; a letter makes the word
    /// it stands in an unknown one.
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
                match self.lexemes.last_mut() {
                    Some(last) if last.end == self.base + self.at => {
                        *last = TimeLexeme {
                            end: last.end + length,
                            id: 0,
                            classes: LexicalClasses::default(),
                            roles: ContextRoles::default(),
                            ..*last
                        };
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
        self.known(length, std::str::from_utf8(&text).unwrap_or_default());
    }

    /// Pushes what is no word of letters, with what the lexicon knows of it.
    fn known(&mut self, length: usize, word: &str) {
        let LexiconEntry { id, roles, .. } = LEXICON.get(word).unwrap_or_default();
        self.push(length, TimeLexeme { id, roles, ..TimeLexeme::default() });
    }
}
