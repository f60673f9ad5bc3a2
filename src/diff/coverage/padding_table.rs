//! Lists phrases whose content words say nothing: "in order to save", "a total of 14".

use std::ops::Range;

use crate::model::Document;
use crate::text::rule_table::rows;

/// A phrase that can be left away, with a sentence that has it and the same without.
struct Padding {
    words: &'static [&'static str],
    #[cfg_attr(not(test), expect(dead_code, reason = "a test reads it"))]
    example: (&'static str, &'static str),
}

#[rustfmt::skip]
static PADDING: &[Padding] = &[
    Padding { words: &["a", "total", "of"], example: ("A total of 14 people were hurt.", "Fourteen people were hurt.") },
    Padding { words: &["for", "the", "purpose", "of"], example: ("The fund pays for the purpose of training nurses.", "The fund pays for training nurses.") },
    Padding { words: &["in", "order", "for"], example: ("In order for the bridge to open, tests must pass.", "For the bridge to open, tests must pass.") },
    Padding { words: &["in", "order", "to"], example: ("In order to save water, the city banned hoses.", "To save water, the city banned hoses.") },
    Padding { words: &["the", "fact", "that"], example: ("She regretted the fact that the shop had closed.", "She regretted that the shop had closed.") },
];

/// Returns the places of all phrases that say nothing.
pub(super) fn padding_in(document: &Document<'_>) -> impl Iterator<Item = Range<usize>> {
    let n_tokens = document.tokens.len();
    let stands_at = move |at: usize, padding: &Padding| {
        at + padding.words.len() <= n_tokens && (at..).zip(padding.words).all(|(at, word)| document.norm(at) == *word)
    };
    (0..n_tokens).filter_map(move |at| {
        let found = rows(PADDING).find(|padding| stands_at(at, padding))?;
        Some(at..at + found.words.len())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::claim::read_side;
    use crate::diff::compare;
    use crate::model::{Setting, Weight};
    use crate::text::rule_table::needless_rows;

    #[test]
    fn leaving_padding_away_changes_no_fact() {
        let setting = Setting::default();
        let is_material = |(old, new): &(&str, &str)| {
            compare(&read_side(None, old, setting), &read_side(None, new, setting)).verdict.weight
                == Some(Weight::Material)
        };
        let wrong: Vec<_> = PADDING.iter().map(|padding| padding.example).filter(is_material).collect();
        assert_eq!(wrong, []);
        let places = |row: &Padding| {
            let document = crate::text::read(row.example.0);
            padding_in(&document).collect::<Vec<_>>()
        };
        let needless = needless_rows(PADDING, places);
        assert!(needless.is_empty(), "{:?}", needless.iter().map(|row| row.words).collect::<Vec<_>>());
    }

    #[test]
    fn a_total_that_is_counted_says_something() {
        let setting = Setting::default();
        let (old, new) = ("The total of 14 was read out by the clerk.", "The list of 14 was read out by the clerk.");
        let comparison = compare(&read_side(None, old, setting), &read_side(None, new, setting));
        assert_eq!(comparison.verdict.weight, Some(Weight::Material));
    }
}
