//! Lists words that say whether a figure is what each has or what all have together.

/// Words of what each has, sorted; they stand close behind the figure.
pub(super) static EACH: &[&str] = &["apiece", "each"];

/// Words of what all have together, sorted; "in all" is another.
pub(super) static TOGETHER: &[&str] = &["altogether", "combined", "together", "total"];
