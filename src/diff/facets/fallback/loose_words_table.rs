//! Lists words that may come and go without changing what is said.

/// Words that only relate things to the moment of writing; adding or removing them asserts nothing.
#[rustfmt::skip]
pub(super) const LOOSE: &[&str] = &[
    "already", "also", "coming", "current", "currently", "forthcoming", "however", "latest", "meanwhile", "recent",
    "recently", "still", "upcoming", "yet",
];
