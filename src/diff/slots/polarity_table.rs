//! Lists words beside which a denial is not simply the opposite.

/// Words that leave open what a denial of their clause says, sorted: who "did not leave until Friday" left.
#[rustfmt::skip]
pub(super) static LIMITS: &[&str] = &[
    "before", "but", "enough", "except", "further", "if", "just", "merely", "more", "only", "till", "unless", "until",
    "whether",
];

/// Words that deny in part, or by what they mean, sorted: "few voted", "instead of voting".
#[rustfmt::skip]
pub(super) static PARTLY_NEGATIVE: &[&str] = &[
    "barely", "few", "fewer", "hardly", "instead", "lack", "less", "little", "rarely", "rather", "scarcely", "seldom",
    "unable", "yet",
];
