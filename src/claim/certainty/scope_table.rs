//! Lists words that open a clause, where the scope of a cue ends.

/// Words that open another clause. Sorted.
#[rustfmt::skip]
pub(super) const OPENERS: &[&str] = &[
    "after", "although", "and", "as", "because", "before", "but", "despite", "except", "however", "if", "once", "since", "so", "though", "unless", "until",
    "when", "where", "whereas", "which", "while", "who", "whose",
];
