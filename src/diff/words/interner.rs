//! Gives every word a number, the same for the same word in both texts.
//!
//! "U.S." and "US" get one number, as do “1,500” and “1500”, “café” in one
//! code point more or less, curly and straight quotes: what only typography
//! tells apart is the same word here, and [`super::word_diff`] says
//! afterwards that it is written otherwise.

use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use unicode_normalization::UnicodeNormalization;

use super::stop_words_table::is_function_word;
use crate::model::Document;

/// What kind of word a number stands for; decides how much it says about likeness.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenClass {
    Mark,
    Function,
    Number,
    Content,
}

/// Numbers for the words of two texts.
#[derive(Default)]
pub struct WordInterner<'t> {
    ids: HashMap<Cow<'t, str>, u32, BuildHasherDefault<QuickHasher>>,
    pub classes: Vec<TokenClass>,
}

impl<'t> WordInterner<'t> {
    /// Returns the number of `word`, which is given in lower case.
    pub fn intern(&mut self, word: &'t str) -> u32 {
        self.id_of(normalize(word))
    }

    /// Returns the number of a word that is not kept elsewhere.
    pub fn intern_owned(&mut self, word: String) -> u32 {
        let normalized = match normalize(&word) {
            Cow::Owned(normalized) => normalized,
            Cow::Borrowed(same) if same.len() == word.len() => return self.id_of(Cow::Owned(word)),
            Cow::Borrowed(same) => same.to_owned(),
        };
        self.id_of(Cow::Owned(normalized))
    }

    fn id_of(&mut self, normalized: Cow<'t, str>) -> u32 {
        let next = self.classes.len() as u32;
        if let Some(&number) = self.ids.get(&normalized) {
            return number;
        }
        self.classes.push(class_of(&normalized));
        self.ids.insert(normalized, next);
        next
    }

    /// Returns the numbers of all words of a text.
    pub fn intern_document(&mut self, document: &'t Document<'_>) -> Vec<u32> {
        (0..document.tokens.len()).map(|token| self.intern(document.norm(token))).collect()
    }
}

fn class_of(word: &str) -> TokenClass {
    match word.chars().next() {
        Some(c) if c.is_numeric() => TokenClass::Number,
        Some(c) if !c.is_alphanumeric() && !word.chars().any(char::is_alphanumeric) => TokenClass::Mark,
        _ if is_function_word(word) => TokenClass::Function,
        _ => TokenClass::Content,
    }
}

/// Returns what is left of a lower-case word once typography is taken away.
pub fn normalize(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|byte| byte.is_ascii_alphanumeric()) {
        return Cow::Borrowed(word);
    }
    if word.chars().count() == 1 && word.is_ascii() {
        return Cow::Borrowed(word);
    }
    let plain: String = word.nfkc().map(plain_mark).flat_map(char::to_lowercase).collect();
    if matches!(plain.as_str(), "``" | "''") {
        return Cow::Borrowed("\"");
    }
    if !plain.chars().any(char::is_alphanumeric) {
        return Cow::Owned(plain.replace("--", "-").replace("--", "-"));
    }
    let chars: Vec<char> = plain.chars().collect();
    let kept = chars.iter().enumerate().filter(|&(at, &c)| !is_ornament(&chars, at, c)).map(|(_, &c)| c);
    Cow::Owned(kept.collect())
}

/// Returns whether a mark inside a word is only a way of writing it: "U.S.", "1,500".
fn is_ornament(chars: &[char], at: usize, c: char) -> bool {
    let before = at.checked_sub(1).map(|at| chars[at]);
    let after = chars.get(at + 1);
    match c {
        '\u{ad}' | '\u{200b}' | '\u{200c}' | '\u{200d}' | '\u{feff}' => true,
        '.' => before.is_some_and(char::is_alphabetic) && after.is_none_or(|c| c.is_alphabetic()),
        ',' | ' ' => before.is_some_and(|c| c.is_ascii_digit()) && is_thousands(&chars[at + 1..]),
        _ => false,
    }
}

/// Returns whether exactly three digits follow, as after a thousands comma.
fn is_thousands(rest: &[char]) -> bool {
    rest.iter().take_while(|c| c.is_ascii_digit()).count() == 3
}

fn plain_mark(c: char) -> char {
    match c {
        '‘' | '’' | '‛' | '´' | '`' | 'ʼ' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        _ => c,
    }
}

/// Mixes eight bytes at a time; words are short and nobody iterates the map.
#[derive(Default)]
pub struct QuickHasher(u64);

impl QuickHasher {
    fn mix(&mut self, value: u64) {
        self.0 = (self.0.rotate_left(5) ^ value).wrapping_mul(0x517c_c1b7_2722_0a95);
    }
}

impl Hasher for QuickHasher {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let mut word = [0; 8];
            word[..chunk.len()].copy_from_slice(chunk);
            self.mix(u64::from_le_bytes(word));
        }
    }

    fn write_u32(&mut self, value: u32) {
        self.mix(u64::from(value));
    }

    fn write_u64(&mut self, value: u64) {
        self.mix(value);
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 29)
    }
}

/// A hasher for maps that are only looked up.
pub type Quick = BuildHasherDefault<QuickHasher>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn typography_does_not_make_another_word() {
        for (one, other) in [
            ("u.s.", "us"),
            ("1,500", "1500"),
            ("1,234,567", "1234567"),
            ("jose\u{301}", "josé"),
            ("of\u{fb01}ce", "office"),
            ("“", "\""),
            ("—", "-"),
            ("--", "–"),
            ("...", "…"),
            ("don’t", "don't"),
        ] {
            assert_eq!(normalize(one), normalize(other), "{one} and {other}");
        }
        for (one, other) in [("1.5", "15"), ("1,50", "150"), ("-", "."), ("p.m", "am")] {
            assert_ne!(normalize(one), normalize(other), "{one} and {other}");
        }
    }
}
