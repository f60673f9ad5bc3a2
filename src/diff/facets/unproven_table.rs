//! Lists what would show that something is so: a text that has none of it denies less flatly than "was not".

/// Every such noun, with a sentence that has none; sorted.
#[rustfmt::skip]
pub(super) static SIGNS: &[(&str, &str)] = &[
    ("evidence",   "There is no evidence that the driver was drunk."),
    ("hint",       "There is no hint that the driver was drunk."),
    ("indication", "There is no indication that the driver was drunk."),
    ("proof",      "There is no proof that the driver was drunk."),
    ("sign",       "There is no sign that the driver was drunk."),
    ("suggestion", "There is no suggestion that the driver was drunk."),
];
