//! Lists the verbs and adjectives that decide the modality of their complement.
//!
//! In alphabetical order; dictionary forms, and past forms where only they count.

/// Their infinitive happened when they did: "began to sink".
#[rustfmt::skip]
pub(super) static FACTS: &[&str] = &[
    "appear", "began", "begin", "begun", "cause", "come", "continue", "enable", "enabled", "force", "go", "got",
    "help", "lead", "manage", "rush", "seem", "seemed", "seen", "start", "used",
];

/// Their infinitive or object is planned: "is set to meet", "agreed to sell".
#[rustfmt::skip]
pub(super) static PLANS: &[&str] = &[
    "about", "agree", "aim", "aims", "announce", "arrange", "commit", "committed", "decide", "due", "expect", "going",
    "intend", "plan", "planning", "pledge", "poised", "prepare", "prepared", "promise", "ready", "schedule", "set",
    "slated", "vow", "vowed",
];

/// Their complement did not happen: "denied taking", "failed to stop".
#[rustfmt::skip]
pub(super) static DENIALS: &[&str] = &[
    "avert", "averted", "avoid", "cancel", "canceled", "decline", "denied", "denies", "deny", "fail", "neglect",
    "neglected", "prevent", "refuse",
];

/// Their complement is open: "urged talks", "considers selling".
#[rustfmt::skip]
pub(super) static GUESSES: &[&str] = &[
    "ask", "consider", "demand", "doubt", "fear", "hope", "mull", "predict", "propose", "recommend", "request",
    "seek", "speculate", "suggest", "threaten", "urge", "want", "weigh", "weighing", "wish",
];

/// Verbs of going somewhere: "returned to work".
#[rustfmt::skip]
pub(super) static GOING: &[&str] = &[
    "come", "commute", "cycle", "drive", "get", "go", "head", "return", "send", "travel", "walk",
];
