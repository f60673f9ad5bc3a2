//! Lists words that make a plan uncertain.

/// Lower case, sorted; each with a sentence that is no firm plan for that word alone.
#[rustfmt::skip]
pub(super) static DOUBTS: &[(&str, &str)] = &[
    ("could",    "The council could close the baths in September."),
    ("expected", "The council is expected to close the baths in September."),
    ("if",       "The council will close the baths if the vote passes."),
    ("may",      "The council may close the baths in September."),
    ("might",    "The council might close the baths in September."),
    ("plans",    "The council plans to close the baths in September."),
    ("proposed", "The council proposed to close the baths in September."),
    ("should",   "The council should close the baths in September."),
    ("would",    "The council would close the baths in September."),
];
