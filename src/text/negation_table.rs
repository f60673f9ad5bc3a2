//! Lists the words that deny, with what each of them stands for.

use super::rule_table::rows;

/// What a word that denies stands for in its clause.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Negation {
    /// It denies the verb: "not", "never".
    Clause,
    /// It denies a noun and with it the clause: "no bridge".
    Noun,
    /// It stands for somebody or something that is not there: "nobody".
    Pronoun,
    /// It denies two of something, as a determiner, pronoun or conjunction: "neither", "nor".
    Pair,
    /// It denies what comes with something: "without".
    Preposition,
}

/// A word that denies.
#[derive(Debug)]
pub(crate) struct NegationWord {
    /// In lower case.
    pub word: &'static str,
    /// What it stands for.
    pub negation: Negation,
    /// A sentence, and the same with the word, which turns it round.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test compares the two"))]
    pub example: [&'static str; 2],
}

const fn word(word: &'static str, negation: Negation, plain: &'static str, denied: &'static str) -> NegationWord {
    NegationWord { word, negation, example: [plain, denied] }
}

use Negation::{Clause, Noun, Pair, Preposition, Pronoun};

/// Every word that denies, sorted.
#[rustfmt::skip]
pub(crate) static NEGATIONS: &[NegationWord] = &[
    word("n't",     Clause,      "The guards had found the key.", "The guards hadn't found the key."),
    word("neither", Pair,        "The bridge was open and dry.", "The bridge was neither open and dry."),
    word("never",   Clause,      "The bridge was open.", "The bridge was never open."),
    word("no",      Noun,        "There were survivors.", "There were no survivors."),
    word("nobody",  Pronoun,     "The blast hurt in the hall.", "The blast hurt nobody in the hall."),
    word("none",    Pronoun,     "The guards hurt of the dogs.", "The guards hurt none of the dogs."),
    word("nor",     Pair,        "The bridge did not close and leak.", "The bridge did not close nor leak."),
    word("not",     Clause,      "The bridge was open.", "The bridge was not open."),
    word("nothing", Pronoun,     "The divers found in the lake.", "The divers found nothing in the lake."),
    word("nowhere", Clause,      "The boats were seen on the lake.", "The boats were seen nowhere on the lake."),
    word("without", Preposition, "The crew left on a permit.", "The crew left without a permit."),
];

/// Returns what a word in lower case denies, if it is one that does.
pub(crate) fn negation_of(norm: &str) -> Option<Negation> {
    rows(NEGATIONS).find(|row| row.word == norm).map(|row| row.negation)
}

/// Returns whether a word of plain text denies its verb, its ending included: "not", "didn't".
pub(crate) fn denies_verb(word: &str) -> bool {
    negation_of(word) == Some(Clause) || word.ends_with("n't") || word.ends_with("n’t")
}
