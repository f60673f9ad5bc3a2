//! Lists words that open a clause without being subordinators.

/// Words that open a clause or a phrase that asserts something by itself, sorted.
pub(super) static OPENERS: &[&str] = &["and", "but", "despite", "with", "without"];
