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

/// Dictionary forms, sorted: how little each says, and whether what it says lies in its object.
#[rustfmt::skip]
const LIGHT_VERBS: &[(&str, Option<Lightness>, bool)] = &[
    ("add", None, true), ("arrive", Some(Light), false), ("be", Some(Empty), true), ("become", Some(Empty), true),
    ("begin", Some(Light), true), ("bring", Some(Light), true), ("call", Some(Light), true), ("come", Some(Empty), true),
    ("do", Some(Empty), true), ("end", Some(Light), false), ("find", Some(Light), false), ("follow", Some(Light), false),
    ("get", Some(Empty), true), ("give", Some(Light), true), ("go", Some(Empty), true), ("happen", Some(Light), false),
    ("have", Some(Empty), true), ("hold", Some(Light), true), ("include", None, true), ("keep", Some(Light), true),
    ("leave", Some(Light), true), ("make", Some(Empty), true), ("move", Some(Light), false), ("need", None, true),
    ("put", Some(Light), true), ("reach", Some(Light), false), ("remain", None, true), ("report", None, true),
    ("return", Some(Light), false), ("say", Some(Empty), true), ("see", Some(Light), true), ("seem", None, true),
    ("set", None, true), ("show", None, true), ("start", Some(Light), true), ("stay", None, true),
    ("stop", Some(Light), false), ("take", Some(Empty), true), ("tell", Some(Empty), true), ("use", Some(Light), true),
    ("want", None, true),
];

/// Returns whether a verb, by its dictionary form, says little by itself: "made", "began".
pub(crate) fn is_light_verb(lemma: &str) -> bool {
    lightness(lemma).is_some()
}

/// Returns whether a verb, by its dictionary form, goes with every subject: "made", but not "began".
pub(crate) fn is_empty_verb(lemma: &str) -> bool {
    lightness(lemma) == Some(Empty)
}

/// Returns whether what a verb says, by its dictionary form, lies in its object: "made a promise", "put it to the vote".
pub(crate) fn says_by_object(lemma: &str) -> bool {
    row_of(lemma).is_some_and(|(.., by_object)| *by_object)
}

fn lightness(lemma: &str) -> Option<Lightness> {
    row_of(lemma)?.1
}

fn row_of(lemma: &str) -> Option<&'static (&'static str, Option<Lightness>, bool)> {
    let at = LIGHT_VERBS.binary_search_by_key(&lemma, |row| row.0).ok()?;
    Some(&LIGHT_VERBS[at])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn light_verbs_are_sorted() {
        assert!(LIGHT_VERBS.is_sorted_by_key(|row| row.0));
        assert!(is_light_verb("begin") && !is_empty_verb("begin") && is_empty_verb("take") && !is_light_verb("sink"));
        assert!(
            says_by_object("show") && !is_light_verb("show") && says_by_object("make") && !says_by_object("arrive")
        );
    }
}
