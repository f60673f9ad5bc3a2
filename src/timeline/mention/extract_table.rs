//! Lists words that decide what an event is in a timeline.

/// Words that make the time behind them an end of something, not its day: "cancelled all flights until Wednesday".
pub(super) static ENDS: &[&str] = &["before", "by", "since", "till", "until"];

/// Words that make what follows a mere thought, in lower case.
pub(super) static CONDITIONS: &[&str] = &["could", "may", "might", "should"];

/// Verbs of what goes on as it is: "will remain crucial" is no plan.
#[rustfmt::skip]
pub(super) static STAYING: &[&str] = &[
    "continue", "need", "remain", "stay",
];
