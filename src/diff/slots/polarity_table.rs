//! Lists words beside which a denial is not simply the opposite.

/// Words that leave open what a denial of their clause says, sorted: who "did not leave until Friday" left.
#[rustfmt::skip]
pub(super) static LIMITS: &[&str] = &[
    "before", "but", "enough", "except", "further", "if", "just", "merely", "more", "only", "since", "till", "unless",
    "until", "whether",
];

/// Words that deny in part, by what they mean, or by naming others, sorted: "few voted", "instead of voting", "another witness".
#[rustfmt::skip]
pub(super) static PARTLY_NEGATIVE: &[&str] = &[
    "another", "barely", "else", "few", "fewer", "hardly", "instead", "lack", "last", "late", "later", "less", "little",
    "other", "others", "rarely", "rather", "scarcely", "seldom", "unable", "yet",
];
