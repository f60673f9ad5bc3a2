//! Folds the spellings of one name together, and no others; knows other names for the same.
//!
//! Zelensky, Zelenskyy and Zelenskiy are one name in three transliterations;
//! Clark and Clarke are two names. So only endings and words that are known to
//! vary are folded (`variants_table`), never a letter in general.

use std::borrow::Cow;
use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::places_table::country_of;
use super::variants_table::{ALIASES, EVERYDAY_FIRST_NAMES, SURNAME_ENDINGS, VARIANTS};

/// The first form of a row by every form; looked up only.
type Forms = LazyLock<HashMap<&'static str, &'static str>>;

static FORMS: Forms = LazyLock::new(|| forms(VARIANTS));
static OTHER_NAMES: Forms = LazyLock::new(|| forms(ALIASES));

fn forms(rows: &[&'static str]) -> HashMap<&'static str, &'static str> {
    let forms = |row: &'static str| row.split('|').map(move |form| (form, row.split('|').next().unwrap_or_default()));
    rows.iter().flat_map(|row| forms(row)).collect()
}

/// Returns whether two whole names, in lower case and without "the", are known to mean the same: "UK" and "Britain".
pub(crate) fn are_aliases(one: &str, other: &str) -> bool {
    let same = |x: Option<&str>, y: Option<&str>| x.is_some() && x == y;
    same(country_of(one), country_of(other)) || same(OTHER_NAMES.get(one).copied(), OTHER_NAMES.get(other).copied())
}

/// Returns the folded form of one word of a name: lower case, no accents, one spelling.
pub(crate) fn fold(word: &str) -> String {
    let plain = plain(word);
    let word = plain.as_ref();
    if let Some(first) = FORMS.get(word) {
        return (*first).to_owned();
    }
    for (ending, folded) in SURNAME_ENDINGS {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.len() > 2) {
            return format!("{stem}{folded}");
        }
    }
    word.to_owned()
}

/// Returns whether two words of names are spellings of one.
pub(crate) fn same_word(a: &str, b: &str) -> bool {
    fold(a) == fold(b)
}

/// Returns whether one word is an everyday form of the other as a first name: "Bob" of "Robert".
pub(super) fn is_everyday_form(a: &str, b: &str) -> bool {
    EVERYDAY_FIRST_NAMES.iter().any(|row| {
        let has = |name: &str| row.split('|').any(|form| form == name);
        has(a) && has(b)
    })
}

/// Lower case, without accents, apostrophes, and full stops.
fn plain(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii_lowercase()) {
        return Cow::Borrowed(word);
    }
    let letters = word.nfd().filter(|c| !is_combining_mark(*c) && !matches!(c, '\'' | '’' | '.' | '-' | '‘' | 'ʼ'));
    let letters = letters.flat_map(char::to_lowercase).map(|c| match c {
        'ł' => 'l',
        'ø' => 'o',
        'đ' => 'd',
        'ı' => 'i',
        c => c,
    });
    Cow::Owned(letters.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transliterations_fold_and_other_names_do_not() {
        for (a, b) in [
            ("Zelensky", "Zelenskyy"),
            ("Zelenskiy", "Zelenskyi"),
            ("Erdoğan", "Erdogan"),
            ("Kiev", "Kyiv"),
            ("Mohammed", "Muhammad"),
            ("Sergei", "Sergey"),
        ] {
            assert!(same_word(a, b), "{a} {b}");
        }
        for (a, b) in [
            ("Clark", "Clarke"),
            ("Maria", "Marie"),
            ("Healey", "Healy"),
            ("Terry", "Terri"),
            ("Smith", "Smyth"),
            ("Jon", "John"),
        ] {
            assert!(!same_word(a, b), "{a} {b}");
        }
    }

    #[test]
    fn other_names_for_the_same_are_known() {
        for row in ALIASES {
            let forms: Vec<&str> = row.split('|').collect();
            assert!(forms.windows(2).all(|pair| are_aliases(pair[0], pair[1])), "{row}");
        }
        assert!(ALIASES.is_sorted());
        assert!(are_aliases("america", "us") && are_aliases("british", "uk") && are_aliases("holland", "netherlands"));
        assert!(!are_aliases("scottish", "uk") && !are_aliases("eu", "un") && !are_aliases("", ""));
    }

    #[test]
    fn every_row_folds_to_one_form() {
        for row in VARIANTS {
            let folded: Vec<String> = row.split('|').map(fold).collect();
            assert!(folded.windows(2).all(|pair| pair[0] == pair[1]), "{row}");
        }
    }
}
