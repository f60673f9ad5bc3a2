//! Lists words that limit what is said.

/// Words that bound what is said.
#[rustfmt::skip]
pub(super) const LIMITS: &[&str] = &[
    "about", "after", "almost", "approximately", "before", "first", "former", "formerly", "least", "less", "more",
    "most", "nearly", "only", "over", "since", "then", "under", "until",
];
