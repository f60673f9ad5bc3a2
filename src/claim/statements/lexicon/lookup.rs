//! Looks up which cue a word can be, in any of its forms.
//!
//! "denied" is the past tense of `deny`, "calling" the -ing form of the three
//! rows of `call`. Forms are spelt out once from the table, so that reading
//! needs one look-up a word and does not hang on the tagger's lemma.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::cue_table::{self, NounCue, VerbCue};
use super::form_table::{DOUBLING, DOUBLING_IN_PLACES, IRREGULAR};

/// The shape in which a verb stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VerbForm {
    /// "say"
    Base,
    /// "says"
    Third,
    /// "said", also as a participle
    Past,
    /// "saying"
    Ing,
}

/// A verb as it was found: its rows and its form.
#[derive(Clone, Copy, Debug)]
pub struct Verb {
    /// All rows of one lemma.
    pub rows: &'static [VerbCue],
    pub form: VerbForm,
}

static VERBS: LazyLock<HashMap<String, Verb>> = LazyLock::new(|| {
    let mut verbs = HashMap::new();
    for rows in cue_table::VERBS.chunk_by(|one, other| one.lemma == other.lemma) {
        for (word, form) in forms_of(rows[0].lemma) {
            verbs.entry(word).or_insert(Verb { rows, form });
        }
    }
    verbs
});

static NOUNS: LazyLock<HashMap<String, &'static NounCue>> = LazyLock::new(|| {
    let plural = |lemma: &str| format!("{lemma}s");
    let both = |row: &'static NounCue| [(row.lemma.to_owned(), row), (plural(row.lemma), row)];
    cue_table::NOUNS.iter().flat_map(both).collect()
});

/// Returns the verb that `norm` (in lower case) is a form of, if it attributes.
pub fn verb(norm: &str) -> Option<Verb> {
    VERBS.get(norm).copied()
}

/// Returns the noun that `norm` is a form of, if it names a saying.
pub fn noun(norm: &str) -> Option<&'static NounCue> {
    NOUNS.get(norm).copied()
}

/// Spells out the forms of a verb.
fn forms_of(lemma: &str) -> Vec<(String, VerbForm)> {
    let mut forms = vec![(lemma.to_owned(), VerbForm::Base), (third(lemma), VerbForm::Third)];
    let stem = stem_before_ending(lemma);
    forms.push((format!("{}ing", ing_stem(lemma)), VerbForm::Ing));
    match IRREGULAR.iter().find(|(irregular, ..)| *irregular == lemma) {
        Some((_, past, participle)) => forms.extend([*past, *participle].map(|word| (word.to_owned(), VerbForm::Past))),
        None => forms.push((format!("{stem}ed"), VerbForm::Past)),
    }
    if DOUBLING_IN_PLACES.contains(&lemma) {
        forms.extend([(format!("{lemma}ed"), VerbForm::Past), (format!("{lemma}ing"), VerbForm::Ing)]);
    }
    forms
}

/// Returns the third person: "says", "denies", "stresses".
fn third(lemma: &str) -> String {
    match lemma.strip_suffix('y') {
        Some(stem) if !ends_in_vowel(stem) => format!("{stem}ies"),
        _ if lemma.ends_with(['s', 'x', 'z']) || lemma.ends_with("ch") || lemma.ends_with("sh") => format!("{lemma}es"),
        _ if lemma == "go" => "goes".to_owned(),
        _ => format!("{lemma}s"),
    }
}

/// Returns what stands before "-ed": "deni", "not", "admitt".
fn stem_before_ending(lemma: &str) -> String {
    match (lemma.strip_suffix('e'), lemma.strip_suffix('y')) {
        (Some(stem), _) => stem.to_owned(),
        (_, Some(stem)) if !ends_in_vowel(stem) => format!("{stem}i"),
        _ => doubled(lemma),
    }
}

/// Returns what stands before "-ing": "deny", "not", "admitt", "agree", "ly".
fn ing_stem(lemma: &str) -> String {
    match (lemma.strip_suffix("ie"), lemma.strip_suffix('e')) {
        (Some(stem), _) => format!("{stem}y"),
        (_, Some(stem)) if !stem.ends_with('e') => stem.to_owned(),
        _ => doubled(lemma),
    }
}

fn doubled(lemma: &str) -> String {
    let last = lemma.chars().next_back().filter(|_| DOUBLING.contains(&lemma));
    lemma.chars().chain(last).collect()
}

fn ends_in_vowel(stem: &str) -> bool {
    stem.ends_with(['a', 'e', 'i', 'o', 'u'])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_known_in_every_form() {
        for (word, lemma, form) in [
            ("said", "say", VerbForm::Past),
            ("denies", "deny", VerbForm::Third),
            ("denied", "deny", VerbForm::Past),
            ("admitting", "admit", VerbForm::Ing),
            ("agreeing", "agree", VerbForm::Ing),
            ("stresses", "stress", VerbForm::Third),
            ("noted", "note", VerbForm::Past),
            ("lying", "lie", VerbForm::Ing),
            ("signaled", "signal", VerbForm::Past),
            ("written", "write", VerbForm::Past),
        ] {
            let found = verb(word).map(|verb| (verb.rows[0].lemma, verb.form));
            assert_eq!(found, Some((lemma, form)), "for {word}");
        }
    }

    #[test]
    fn tables_are_sorted() {
        let sorted = cue_table::VERBS.is_sorted_by_key(|row| (row.lemma, row.with));
        assert!(sorted, "VERBS");
        assert!(cue_table::NOUNS.is_sorted_by_key(|row| row.lemma), "NOUNS");
        assert!(cue_table::ADVERBS.is_sorted(), "ADVERBS");
        assert!(cue_table::DAYS.is_sorted() && cue_table::OCCASIONS.is_sorted(), "days and occasions");
        assert!(IRREGULAR.is_sorted() && DOUBLING.is_sorted(), "forms");
    }
}
