//! Lists words that decide what an event is in a timeline.

/// Words that make the time behind them an end of something, not its day: "cancelled all flights until Wednesday".
pub(super) const ENDS: &[&str] = &["before", "by", "since", "till", "until"];

/// Words that make what follows a mere thought, in lower case.
pub(super) const CONDITIONS: &[&str] = &["could", "if", "may", "might", "should", "unless", "whether"];

/// Verbs of what goes on as it is: "will remain crucial" is no plan.
pub(super) const STAYING: &[&str] = &["be", "continue", "need", "remain", "stay"];
