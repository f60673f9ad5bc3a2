//! Lists words that tell that something depends on something else.

/// Words of which one is enough, as dictionary forms or as they stand, sorted.
#[rustfmt::skip]
pub(super) static SIGNS: &[&str] = &[
    "approval", "assume", "await", "case", "condition", "conditional", "consent", "contingent", "depend", "dependent",
    "hinge", "if", "must", "need", "once", "only", "otherwise", "pending", "permission", "provided", "providing", "require", "rest",
    "should", "subject", "suppose", "supposing", "unless", "until", "when", "whether", "without",
];
