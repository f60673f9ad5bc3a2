//! Lists words beside which a denial is not simply the opposite.

/// Words that deny in part, by what they mean, or by naming others, sorted: "few voted", "instead of voting", "another witness".
#[rustfmt::skip]
pub(super) static PARTLY_NEGATIVE: &[&str] = &[
    "another", "barely", "else", "few", "fewer", "hardly", "instead", "lack", "last", "late", "later", "less", "little",
    "other", "others", "rarely", "rather", "scarcely", "seldom", "unable", "yet",
];
