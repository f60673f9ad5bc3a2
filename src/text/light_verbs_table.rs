//! Lists verbs that do not say what happened.

/// How little a verb says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Lightness {
    /// It goes with every subject, so that nothing is known of an event by subject and verb: "took".
    Empty,
    /// It says what sort of thing happened, not what: "began", "stopped".
    Light,
}

use Lightness::{Empty, Light};

/// Dictionary forms, sorted.
#[rustfmt::skip]
const LIGHT_VERBS: &[(&str, Lightness)] = &[
    ("arrive", Light), ("be", Empty), ("become", Empty), ("begin", Light), ("bring", Light), ("call", Light), ("come", Empty),
    ("do", Empty), ("end", Light), ("find", Light), ("follow", Light), ("get", Empty), ("give", Light), ("go", Empty),
    ("happen", Light), ("have", Empty), ("hold", Light), ("keep", Light), ("leave", Light), ("make", Empty), ("move", Light),
    ("put", Light), ("reach", Light), ("return", Light), ("say", Empty), ("see", Light), ("start", Light), ("stop", Light),
    ("take", Empty), ("tell", Empty), ("use", Light),
];

/// Returns whether a verb, by its dictionary form, says little by itself: "made", "began".
pub(crate) fn is_light_verb(lemma: &str) -> bool {
    lightness(lemma).is_some()
}

/// Returns whether a verb, by its dictionary form, goes with every subject: "made", but not "began".
pub(crate) fn is_empty_verb(lemma: &str) -> bool {
    lightness(lemma) == Some(Empty)
}

fn lightness(lemma: &str) -> Option<Lightness> {
    let at = LIGHT_VERBS.binary_search_by_key(&lemma, |row| row.0).ok()?;
    Some(LIGHT_VERBS[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn light_verbs_are_sorted() {
        assert!(LIGHT_VERBS.is_sorted_by_key(|row| row.0));
        assert!(is_light_verb("begin") && !is_empty_verb("begin") && is_empty_verb("take") && !is_light_verb("sink"));
    }
}
