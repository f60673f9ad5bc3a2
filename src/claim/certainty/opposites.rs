//! Decides whether two words say the opposite: "denied" and "admitted", "fair" and "unfair".

use super::opposites_table::{NEGATIVE_PREFIXES, OPPOSITES, PREFIXED};
use crate::text::rule_table::rows;

/// Returns whether two lower-case words or short phrases say the opposite of each other.
pub(crate) fn are_opposite(a: &str, b: &str) -> bool {
    let listed = |row: &'static (&str, &str)| has(row.0, a) && has(row.1, b) || has(row.0, b) && has(row.1, a);
    listed_prefix(a, b) || listed_prefix(b, a) || rows(OPPOSITES).any(listed)
}

fn has(forms: &str, word: &str) -> bool {
    forms.split('|').any(|form| form == word)
}

/// Returns whether a word is another one behind a negative prefix: "fair" and "unfair", of four letters or more.
fn listed_prefix(plain: &str, negative: &str) -> bool {
    let prefixed = |prefix: &&&str| negative.strip_prefix(**prefix) == Some(plain);
    match rows(NEGATIVE_PREFIXES).find(prefixed) {
        Some(&"un" | &"non" | &"non-") => plain.len() > 3,
        Some(_) => PREFIXED.binary_search(&negative).is_ok(),
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::rule_table::{needless_words, without};

    #[test]
    fn every_prefix_makes_an_opposite() {
        let frames = [
            "fair {}fair",
            "fatal {}fatal",
            "logical {}logical",
            "moral {}moral",
            "regular {}regular",
            "accurate {}accurate",
            "honest {}honest",
        ];
        let are_turned =
            |pair: &str| pair.split_once(' ').is_some_and(|(plain, negative)| are_opposite(plain, negative));
        assert_eq!(needless_words(NEGATIVE_PREFIXES, &frames, are_turned), [""; 0]);
    }

    #[test]
    fn opposites_go_both_ways() {
        for (a, b) in
            [("denied", "admitted"), ("fair", "unfair"), ("illegal", "legal"), ("with", "without"), ("passes", "fails")]
        {
            assert!(are_opposite(a, b) && are_opposite(b, a), "{a} {b}");
        }
        for (a, b) in
            [("said", "told"), ("til", "until"), ("denied", "denies"), ("side", "inside"), ("press", "impress")]
        {
            assert!(!are_opposite(a, b), "{a} {b}");
        }
    }

    #[test]
    fn every_row_is_needed_for_its_own_words() {
        assert!(PREFIXED.is_sorted());
        for row in OPPOSITES {
            let pairs = || row.0.split('|').flat_map(|left| row.1.split('|').map(move |right| (left, right)));
            assert!(pairs().all(|(left, right)| are_opposite(left, right)), "{row:?}");
            let is_needed = without(row, || pairs().any(|(left, right)| !are_opposite(left, right)));
            assert!(is_needed, "{row:?}");
        }
    }
}
