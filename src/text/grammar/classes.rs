//! Encodes what a dictionary knows of a word as a number that models can look at.
//!
//! "walked" → found as "walk" without *-ed*: a noun or a verb, mostly a verb, of
//! moving. Words that the treebanks lack may still be in the dictionary.

use super::lexeme::hash;
use super::weights::Table;

/// What a dictionary says about a word, and by which ending the word was found.
///
/// Bits 0 to 3 are its parts of speech, 4 and 5 the main one, 6 says that it is a
/// name; 7 to 11 tell the kind of thing it means, 12 to 15 the kind of doing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct WordClass {
    content: u16,
    ending: u8,
}

impl WordClass {
    /// Returns the parts of speech, the main one of them, whether it is a name, and the ending.
    pub fn parts(self) -> u64 {
        u64::from(self.content & 0x7f) << 8 | u64::from(self.ending)
    }

    /// Returns the kind of thing and of doing that the word means.
    pub fn meaning(self) -> u64 {
        u64::from(self.content >> 7)
    }
}

/// Endings, each with what may stand in its place in the dictionary.
#[rustfmt::skip]
const ENDINGS: &[(&str, &[&str])] = &[
    ("ies", &["y", "ie"]), ("es", &["e", ""]), ("s", &[""]), ("ied", &["y"]), ("ed", &["e", ""]), ("ing", &["", "e"]), ("iest", &["y"]),
    ("est", &["e", ""]), ("ier", &["y"]), ("er", &["e", ""]), ("ily", &["y"]), ("ly", &["", "le"]), ("in'", &["", "e"]),
];
/// Stands for an ending: the word is known by what follows its hyphen.
const AFTER_HYPHEN: u8 = 20;
/// Shorter words have no ending.
const LEAST_STEM: usize = 2;

/// Looks a normal form up, as it is, without an ending, or by what follows its hyphen.
///
/// `word` is its hash.
pub fn class_of(norm: &str, word: u64, table: &Table<'_>) -> WordClass {
    let content = table.find(word);
    if content != 0 || !norm.is_ascii() {
        return WordClass { content, ending: 0 };
    }
    let parts = |(ending, _): &(&str, _)| norm.strip_suffix(ending).filter(|stem| LEAST_STEM <= stem.len());
    if let Some((index, stem)) = ENDINGS.iter().enumerate().find_map(|(at, row)| Some((at, parts(row)?))) {
        return WordClass { content: content_of(stem, ENDINGS[index].1, table), ending: index as u8 + 1 };
    }
    match norm.rsplit_once('-') {
        Some((_, last)) => WordClass { content: table.find(hash(last.as_bytes())), ending: AFTER_HYPHEN },
        None => WordClass::default(),
    }
}

/// Looks a stem up with each of `bases` behind it, then without a doubled letter.
fn content_of(stem: &str, bases: &[&str], table: &Table<'_>) -> u16 {
    let bytes = stem.as_bytes();
    let mut buffer = [0_u8; 40];
    for base in bases {
        let Some(room) = buffer.get_mut(..stem.len() + base.len()) else { continue };
        room[..stem.len()].copy_from_slice(bytes);
        room[stem.len()..].copy_from_slice(base.as_bytes());
        let content = table.find(hash(room));
        if content != 0 {
            return content;
        }
    }
    match bytes {
        [rest @ .., before, last] if before == last => table.find(hash(&bytes[..=rest.len()])),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::grammar::lexeme::Lexeme;
    use crate::text::grammar::weights::write;

    #[test]
    fn words_are_found_without_their_endings() {
        let entries = [("walk", 3), ("stop", 7), ("try", 9), ("man", 1)];
        let entries = entries.map(|(word, content)| (hash(word.as_bytes()), content));
        let (bytes, _) = write::table(64, &entries);
        let table = Table::new(&bytes);
        let find = |word: &str| class_of(word, Lexeme::new(word, word, false).word, &table);
        for (word, content, ending) in
            [("walk", 3, ""), ("walked", 3, "ed"), ("stopping", 7, "ing"), ("tries", 9, "ies"), ("zzing", 0, "ing")]
        {
            let index = ENDINGS.iter().position(|row| row.0 == ending).map_or(0, |at| at as u8 + 1);
            assert_eq!(find(word), WordClass { content, ending: index }, "for {word}");
        }
        assert_eq!(find("sales-man"), WordClass { content: 1, ending: AFTER_HYPHEN });
    }
}
