//! Lists small words that decide whether words of a quotation changed its meaning.

/// Auxiliary verbs: in a quotation their tense and number are what was said.
pub(super) const AUXILIARIES: &[&str] = &[
    "am", "are", "been", "can", "could", "did", "do", "does", "had", "has", "have", "is", "may", "might", "must",
    "n't", "never", "no", "not", "should", "was", "were", "will", "wo", "would",
];

/// Words that make what is said depend on something.
pub(super) const CONDITIONS: &[&str] =
    &["although", "but", "except", "if", "not", "n't", "only", "unless", "until", "when", "without"];

/// Words that a contraction writes otherwise.
pub(super) const CONTRACTED: &[[&str; 2]] = &[
    ["not", "n't"],
    ["will", "'ll"],
    ["will", "wo"],
    ["is", "'s"],
    ["are", "'re"],
    ["have", "'ve"],
    ["am", "'m"],
    ["would", "'d"],
];
