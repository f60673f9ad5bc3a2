//! Lists the verb forms that no rule of spelling gives.

/// Lemma, past tense and past participle, sorted.
#[rustfmt::skip]
pub const IRREGULAR: &[(&str, &str, &str)] = &[
    ("feel", "felt", "felt"), ("find", "found", "found"), ("forecast", "forecast", "forecast"),
    ("foresee", "foresaw", "foreseen"), ("give", "gave", "given"), ("go", "went", "gone"),
    ("hear", "heard", "heard"), ("know", "knew", "known"), ("make", "made", "made"), ("mean", "meant", "meant"),
    ("put", "put", "put"), ("read", "read", "read"), ("say", "said", "said"), ("see", "saw", "seen"),
    ("show", "showed", "shown"), ("speak", "spoke", "spoken"), ("swear", "swore", "sworn"),
    ("teach", "taught", "taught"), ("tell", "told", "told"), ("think", "thought", "thought"),
    ("understand", "understood", "understood"), ("uphold", "upheld", "upheld"), ("write", "wrote", "written"),
];

/// Verbs that double their last letter, sorted.
#[rustfmt::skip]
pub const DOUBLING: &[&str] = &[
    "admit", "beg", "counsel", "dub", "label", "quip", "refer", "signal", "slam", "snap", "sob", "submit", "sum",
];

/// Verbs that double their last letter in some countries only, sorted.
pub const DOUBLING_IN_PLACES: &[&str] = &["counsel", "label", "signal"];
