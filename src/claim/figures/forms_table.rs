//! Lists the verbs and adverbs that multiply.

/// Verbs and adverbs that multiply, with the factor.
#[rustfmt::skip]
pub(super) static FACTORS: &[(&str, f64)] = &[
    ("doubled", 2.0), ("doubling", 2.0), ("halved", 0.5), ("halving", 0.5), ("quadrupled", 4.0), ("quadrupling", 4.0),
    ("quintupled", 5.0), ("tripled", 3.0), ("tripling", 3.0), ("trebled", 3.0), ("trebling", 3.0), ("tenfold", 10.0),
    ("threefold", 3.0), ("twofold", 2.0), ("fourfold", 4.0), ("fivefold", 5.0), ("hundredfold", 100.0),
];

/// The same where only the words around tell them from other uses ("a double room").
pub(super) static BARE_FACTORS: &[(&str, f64)] =
    &[("double", 2.0), ("treble", 3.0), ("triple", 3.0), ("quadruple", 4.0), ("halve", 0.5), ("twice", 2.0)];

/// Words between "aged" or "the age of" and the number. Sorted.
#[rustfmt::skip]
pub(super) static BEFORE_AGES: &[&str] = &[
    "about", "almost", "around", "between", "from", "just", "nearly", "of", "only", "over", "roughly", "under",
];
