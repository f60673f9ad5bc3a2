//! Lists the words that features of the fallback ask for.
//!
//! The weights were learnt with these words: other words need other weights (`examples/train_weight.rs`).

/// Words that say how much or how many.
pub(super) const QUANTITIES: &[&str] = &[
    "all", "both", "each", "eight", "every", "few", "fewer", "first", "five", "four", "half", "last", "least", "less",
    "many", "more", "nine", "none", "one", "only", "second", "seven", "several", "six", "some", "ten", "third",
    "three", "two",
];

/// Personal and possessive pronouns.
pub(super) const PRONOUNS: &[&str] =
    &["he", "her", "him", "his", "i", "my", "our", "she", "their", "them", "they", "us", "we", "you", "your"];

/// Modal verbs.
pub(super) const MODALS: &[&str] = &["can", "could", "may", "might", "must", "should", "will", "would"];

/// Words of place, direction and order, of which one for the other changes a fact.
pub(super) const PREPOSITIONS: &[&str] = &[
    "above", "after", "against", "and", "before", "below", "but", "down", "for", "from", "in", "or", "out", "over",
    "to", "under", "up", "with",
];

/// Auxiliaries that tell the tense.
pub(super) const AUXILIARIES: &[&str] = &["are", "had", "has", "have", "is", "was", "were"];

/// Prefixes that turn a word into another one without denying it, beside those that deny: "suboptimal", "misread".
pub(super) const TURNING_PREFIXES: &[&str] = &["anti", "mal", "mis", "sub", "under"];
