//! Looks up the verbs that report, in any of their forms.
//!
//! "denied" is the past tense of `deny`, "calling" the -ing form of the three
//! rows of `call`. Forms are spelt out once from the table, so that reading
//! needs one look-up a word and does not depend on the tagger's lemma.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::reporting_verbs_table::{
    BASE, Doubling, ING, NOTHING, PARTICIPLE, PAST, REPORTING_VERBS, ReportingVerb, SpeechRole, Stance, THIRD, Takes,
    VerbForms,
};
use super::rule_table::{is_in_use, rows};

/// The form in which a verb stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum VerbForm {
    /// "say"
    Base,
    /// "says"
    Third,
    /// "said", also as a participle
    Past,
    /// "saying"
    Ing,
}

/// A verb that attributes, as it was found: its rows and its form.
#[derive(Clone, Copy, Debug)]
pub(crate) struct VerbMatch {
    rows: &'static [ReportingVerb],
    /// The form in which it stands.
    pub form: VerbForm,
}

impl VerbMatch {
    /// Returns a verb that no row describes.
    pub(crate) const fn unlisted(form: VerbForm) -> Self {
        Self { rows: &[], form }
    }

    /// Returns the rows of the verb, the one without a fixed word first.
    pub(crate) fn rows(self) -> impl Iterator<Item = &'static ReportingVerb> + Clone {
        rows(self.rows)
    }

    /// Returns whether a row of the verb takes any of `takes`.
    pub(crate) fn takes(self, takes: Takes) -> bool {
        self.rows().any(|row| row.takes & takes != 0)
    }

    /// Returns whether the verb denies what follows it, or says that nothing is said: "denied", "declined to say".
    pub(crate) fn is_negative(self) -> bool {
        self.plays(SpeechRole::Refusal) || self.rows().any(|row| matches!(row.stance, Some(Stance::Denies(_))))
    }

    /// Returns whether the verb plays the part.
    pub(crate) fn plays(self, role: SpeechRole) -> bool {
        self.rows().any(|row| row.roles & role as u8 != 0)
    }
}

/// The verbs that attribute, by each of their forms; looked up only.
static ATTRIBUTING: LazyLock<HashMap<String, VerbMatch>> = LazyLock::new(|| {
    let mut verbs = HashMap::new();
    for rows in REPORTING_VERBS.chunk_by(|one, other| one.lemma == other.lemma) {
        // A row that takes nothing has no fixed word either, so that it is the first.
        let n_silent = rows.iter().take_while(|row| row.takes == NOTHING).count();
        if n_silent == rows.len() {
            continue;
        }
        for (word, form) in forms_of(&rows[0]) {
            verbs.entry(word).or_insert(VerbMatch { rows: &rows[n_silent..], form: verb_form(form) });
        }
    }
    verbs
});

/// The verbs that may follow a quoted question or cry, by their forms; looked up only.
static AFTER_CRY: LazyLock<HashMap<String, &'static ReportingVerb>> = LazyLock::new(|| {
    let listed = REPORTING_VERBS.iter().filter(|row| row.cry_forms != 0);
    listed.flat_map(|row| forms_among(row, row.cry_forms).into_iter().map(move |word| (word, row))).collect()
});

/// The forms of verbs that are sure without a tagger; looked up only.
static SURE: LazyLock<HashMap<String, &'static ReportingVerb>> = LazyLock::new(|| {
    let listed = REPORTING_VERBS.iter().filter(|row| row.sure_forms != 0);
    listed.flat_map(|row| forms_among(row, row.sure_forms).into_iter().map(move |word| (word, row))).collect()
});

/// Returns the verb that `norm` (in lower case) is a form of, if it attributes.
pub(crate) fn reporting_verb(norm: &str) -> Option<VerbMatch> {
    ATTRIBUTING.get(norm).copied().filter(|verb| verb.rows().next().is_some())
}

/// Returns whether the verb with this dictionary form plays the part.
pub(crate) fn has_speech_role(lemma: &str, role: SpeechRole) -> bool {
    let from = REPORTING_VERBS.partition_point(|row| row.lemma < lemma);
    let rows = REPORTING_VERBS[from..].iter().take_while(|row| row.lemma == lemma);
    rows.into_iter().any(|row| row.roles & role as u8 != 0 && is_in_use(row))
}

/// Returns whether a word, as written, may follow a quoted question or cry: "“Why?” Park asked".
pub(crate) fn follows_cry(word: &str) -> bool {
    AFTER_CRY.get(word).is_some_and(|row| is_in_use(*row))
}

/// Returns whether a word in lower case is a verb of saying whatever the tagger takes it for: "said".
pub(crate) fn is_surely_said(norm: &str) -> bool {
    SURE.get(norm).is_some_and(|row| is_in_use(*row))
}

/// Returns the forms of a row's verb that are among `forms`.
pub(crate) fn forms_among(row: &ReportingVerb, forms: VerbForms) -> Vec<String> {
    forms_of(row).into_iter().filter(|(_, form)| form & forms != 0).map(|(word, _)| word).collect()
}

/// Spells out the forms of a verb.
fn forms_of(row: &ReportingVerb) -> Vec<(String, VerbForms)> {
    let lemma = row.lemma;
    let doubles = row.doubling != Doubling::Never;
    let mut forms = vec![(lemma.to_owned(), BASE), (third_person(lemma), THIRD)];
    forms.push((format!("{}ing", ing_stem(lemma, doubles)), ING));
    match row.irregular {
        Some((past, participle)) => {
            forms.push((past.to_owned(), PAST));
            if past != participle {
                forms.push((participle.to_owned(), PARTICIPLE));
            }
        }
        None => forms.push((format!("{}ed", past_stem(lemma, doubles)), PAST)),
    }
    if row.doubling == Doubling::British {
        forms.extend([(format!("{lemma}ed"), PAST), (format!("{lemma}ing"), ING)]);
    }
    forms
}

const fn verb_form(form: VerbForms) -> VerbForm {
    match form {
        BASE => VerbForm::Base,
        THIRD => VerbForm::Third,
        ING => VerbForm::Ing,
        _ => VerbForm::Past,
    }
}

/// Returns the third person: "says", "denies", "stresses".
fn third_person(lemma: &str) -> String {
    match lemma.strip_suffix('y') {
        Some(stem) if !ends_in_vowel(stem) => format!("{stem}ies"),
        _ if lemma.ends_with(['s', 'x', 'z']) || lemma.ends_with("ch") || lemma.ends_with("sh") => format!("{lemma}es"),
        _ if lemma == "go" => "goes".to_owned(),
        _ => format!("{lemma}s"),
    }
}

/// Returns what stands before "-ed": "deni", "not", "admitt".
fn past_stem(lemma: &str, doubles: bool) -> String {
    match (lemma.strip_suffix('e'), lemma.strip_suffix('y')) {
        (Some(stem), _) => stem.to_owned(),
        (_, Some(stem)) if !ends_in_vowel(stem) => format!("{stem}i"),
        _ => doubled(lemma, doubles),
    }
}

/// Returns what stands before "-ing": "deny", "not", "admitt", "agree", "ly".
fn ing_stem(lemma: &str, doubles: bool) -> String {
    match (lemma.strip_suffix("ie"), lemma.strip_suffix('e')) {
        (Some(stem), _) => format!("{stem}y"),
        (_, Some(stem)) if !stem.ends_with('e') => stem.to_owned(),
        _ => doubled(lemma, doubles),
    }
}

fn doubled(lemma: &str, doubles: bool) -> String {
    let last = lemma.chars().next_back().filter(|_| doubles);
    lemma.chars().chain(last).collect()
}

fn ends_in_vowel(stem: &str) -> bool {
    stem.ends_with(['a', 'e', 'i', 'o', 'u'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::rule_table::without;

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
            let found = reporting_verb(word).map(|verb| (verb.rows[0].lemma, verb.form));
            assert_eq!(found, Some((lemma, form)), "for {word}");
        }
        assert!(reporting_verb("texted").is_none(), "a verb that takes nothing opens no statement");
    }

    #[test]
    fn the_table_is_sorted() {
        assert!(REPORTING_VERBS.is_sorted_by_key(|row| (row.lemma, row.with)));
    }

    #[test]
    fn a_cry_and_who_cried_it_are_one_sentence() {
        let sentences = |word: &str| crate::text::skim(&format!("“Why now?” Mr. Park {word}.")).sentences.len();
        for row in REPORTING_VERBS.iter().filter(|row| row.cry_forms != 0) {
            for word in forms_among(row, row.cry_forms) {
                assert_eq!((sentences(&word), without(row, || sentences(&word))), (1, 2), "for {word}");
            }
        }
    }

    #[test]
    fn roles_are_those_of_dictionary_forms() {
        assert!(has_speech_role("say", SpeechRole::SpeechEvent) && has_speech_role("talk", SpeechRole::OnlySpeech));
        assert!(!has_speech_role("said", SpeechRole::SpeechEvent));
        assert!(!has_speech_role("warn", SpeechRole::SpeechEvent) && !has_speech_role("zip", SpeechRole::OnlySpeech));
    }
}
