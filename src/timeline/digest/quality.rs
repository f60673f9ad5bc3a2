//! Measures how fit a sentence is to stand in a timeline, whatever it reports.
//!
//! A timeline reports in the third person and in whole sentences. "We are all
//! in this together!" and "See http://…" may hold the right words and the right
//! day and still not say what happened; "Ferry fire: what we know" is a
//! headline. Each such fault halves a sentence's weight.

use super::quality_table::{MARKS, PERSONAL};
use crate::text::rule_table::{is_listed, rows};

/// What may close a sentence, with a quotation mark or bracket behind it.
const CLOSES: &[char] = &['.', '!', '?', '…'];

/// Returns a weight between 0 and 1.
pub(super) fn quality(text: &str) -> f64 {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphanumeric());
    let personal = words.any(|word| is_listed(PERSONAL, word)) && !text.split_whitespace().any(|word| word == "US");
    let marked = rows(MARKS).any(|(mark, _)| lower.contains(mark));
    let closing = |c: char| c.is_whitespace() || matches!(c, '"' | '”' | '’' | '\'' | ')' | ']');
    let broken = !text.trim_end_matches(closing).ends_with(CLOSES);
    [personal, marked, broken].into_iter().filter(|fault| *fault).fold(1.0, |weight, _| weight / 2.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::rule_table::{needless_words, without};

    #[test]
    fn every_mark_lowers_its_own_example() {
        for (at, (mark, example)) in MARKS.iter().enumerate() {
            assert!((quality(example) - 0.5).abs() < 1e-9, "{mark} alone lowers {example:?}");
            assert!((without(&MARKS[at], || quality(example)) - 1.0).abs() < 1e-9, "{mark} is not needed");
        }
    }

    #[test]
    fn every_word_of_somebody_who_speaks_lowers_a_sentence() {
        assert!(PERSONAL.is_sorted());
        assert_eq!(needless_words(PERSONAL, &["The mill is for {}."], quality), [""; 0]);
    }

    #[test]
    fn a_report_keeps_its_weight() {
        assert!((quality("The council approved the budget on Thursday.") - 1.0).abs() < 1e-9);
        assert!((quality("(“The road is closed,” he said.) ") - 1.0).abs() < 1e-9);
        assert!(quality("We must all do our part.") < 1.0);
        assert!(quality("Ferry fire: what is known") < 1.0);
        assert!((quality("The US navy sent two ships.") - 1.0).abs() < 1e-9);
    }
}
