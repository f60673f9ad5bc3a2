//! Lists words that may come and go without changing what is said.

/// Words that only relate things to the moment of writing; adding or removing them asserts nothing.
#[rustfmt::skip]
pub(crate) static LOOSE: &[&str] = &[
    "already", "also", "coming", "forthcoming", "however", "latest", "meanwhile", "still", "upcoming", "yet",
];
