//! Lists words that govern a verb whose deed is done, or goes on, all the same: "managed to flee".

/// Every such word, with a sentence that says so; sorted.
#[rustfmt::skip]
pub(crate) static DONE: &[(&str, &str)] = &[
    ("able",     "The crew was able to close the valve."),
    ("begin",    "The crew began to close the valve."),
    ("bother",   "The crew bothered to close the valve."),
    ("choose",   "The crew chose to close the valve."),
    ("come",     "The crew came to close the valve."),
    ("compel",   "The crew was compelled to close the valve."),
    ("continue", "The crew continued to close the valve."),
    ("dare",     "The crew dared to close the valve."),
    ("finish",   "The crew finished closing the valve."),
    ("force",    "The crew was forced to close the valve."),
    ("get",      "The crew got to close the valve."),
    ("have",     "The crew had to close the valve."),
    ("help",     "The crew helped to close the valve."),
    ("keep",     "The crew kept closing the valve."),
    ("manage",   "The crew managed to close the valve."),
    ("meet",     "The crew met to close the valve."),
    ("oblige",   "The crew was obliged to close the valve."),
    ("proceed",  "The crew proceeded to close the valve."),
    ("rush",     "The crew rushed to close the valve."),
    ("start",    "The crew started closing the valve."),
    ("use",      "The crew used to close the valve."),
];
