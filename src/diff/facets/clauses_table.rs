//! Lists words that open a clause.

/// Words that open a clause or a phrase that asserts something by itself.
#[rustfmt::skip]
pub(super) const OPENERS: &[&str] = &[
    "and", "after", "because", "but", "despite", "following", "including", "when", "where", "which", "while", "who",
    "whose", "with", "without",
];
