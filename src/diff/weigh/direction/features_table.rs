//! Lists words that the features ask for.
//!
//! The trees were learnt with these words: other words need other trees (`examples/train_balance.rs`).

/// Words that bound what is said.
#[rustfmt::skip]
pub(super) const LIMITS: &[&str] = &[
    "about", "after", "almost", "approximately", "before", "first", "former", "formerly", "least", "less", "more",
    "most", "nearly", "only", "over", "since", "then", "under", "until",
];

/// Pronouns of the third person, of which a text has one for a name.
pub(super) const PRONOUNS: &[&str] = &["he", "her", "his", "it", "its", "she", "their", "they"];
