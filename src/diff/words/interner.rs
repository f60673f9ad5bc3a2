//! Interns words: the same word has the same id in both texts.
//!
//! "U.S." and "US" get one id, as do “1,500” and “1500”, “café” with one code
//! point more or less, curly and straight quotes. Words that differ in
//! typography only are the same word here; [`super::word_diff`] reports the
//! difference afterwards.

use std::borrow::Cow;

use rustc_hash::FxHashMap;
use unicode_normalization::UnicodeNormalization;

use crate::model::Document;
use crate::text::is_function_word;

/// The class of a word, which decides how much it counts when sentences are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenClass {
    /// Punctuation and other signs.
    Mark,
    /// A function word: "the", "of", "would".
    Function,
    /// A word that begins with a digit.
    Number,
    /// Any other word.
    Content,
}

/// Ids for the words of two texts, counted from 0.
#[derive(Default)]
pub struct WordInterner<'t> {
    ids: FxHashMap<Cow<'t, str>, u32>,
    /// The class of each word, by its id.
    pub classes: Vec<TokenClass>,
}

impl<'t> WordInterner<'t> {
    /// Returns the id of `word`, which must be in lower case.
    pub fn intern(&mut self, word: &'t str) -> u32 {
        self.id_of(normalize(word))
    }

    /// Returns the id of a word, in lower case, that no text holds.
    pub fn intern_owned(&mut self, word: String) -> u32 {
        let normalized = match normalize(&word) {
            Cow::Owned(normalized) => normalized,
            Cow::Borrowed(same) if same.len() == word.len() => return self.id_of(Cow::Owned(word)),
            Cow::Borrowed(same) => same.to_owned(),
        };
        self.id_of(Cow::Owned(normalized))
    }

    /// Returns the id of a normalized word; a word that is new gets the next one.
    fn id_of(&mut self, normalized: Cow<'t, str>) -> u32 {
        let next = self.classes.len() as u32;
        if let Some(&id) = self.ids.get(&normalized) {
            return id;
        }
        self.classes.push(class_of(&normalized));
        self.ids.insert(normalized, next);
        next
    }

    /// Returns the ids of all tokens of a text.
    pub fn intern_document(&mut self, document: &'t Document<'_>) -> Vec<u32> {
        (0..document.tokens.len()).map(|token| self.intern(document.norm(token))).collect()
    }
}

/// Returns the class of a normalized word.
fn class_of(word: &str) -> TokenClass {
    match word.chars().next() {
        Some(c) if c.is_numeric() => TokenClass::Number,
        Some(c) if !c.is_alphanumeric() && !word.chars().any(char::is_alphanumeric) => TokenClass::Mark,
        _ if is_function_word(word) => TokenClass::Function,
        _ => TokenClass::Content,
    }
}

/// Returns a lower-case word in its plain form: one sign for each kind of quote and dash, no points in "U.S.".
pub(crate) fn normalize(word: &str) -> Cow<'_, str> {
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

/// Returns whether a mark inside a word is a matter of spelling only: "U.S.", "1,500".
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

/// Returns the plain sign for a quotation mark, an apostrophe or a dash.
fn plain_mark(c: char) -> char {
    match c {
        '‘' | '’' | '‛' | '´' | '`' | 'ʼ' => '\'',
        '“' | '”' | '„' | '‟' | '«' | '»' | '″' => '"',
        '‐' | '‑' | '‒' | '–' | '—' | '―' | '−' => '-',
        _ => c,
    }
}

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
