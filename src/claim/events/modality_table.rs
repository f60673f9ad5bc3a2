//! Lists the verbs and adjectives that decide the modality of their complement.
//!
//! In alphabetical order; dictionary forms, and past forms where only they count.

/// Their infinitive happened when they did: "began to sink".
#[rustfmt::skip]
pub(super) const FACTS: &[&str] = &[
    "appear", "appeared", "began", "begin", "begun", "came", "cause", "caused", "come", "continue", "continued", "continues", "enable",
    "enabled", "force", "forced", "go", "got", "help", "helped", "lead", "led", "manage", "managed", "rush", "rushed", "seem", "seemed",
    "seen", "start", "started", "used", "went",
];

/// Their infinitive or object is planned: "is set to meet", "agreed to sell".
#[rustfmt::skip]
pub(super) const PLANS: &[&str] = &[
    "about", "agree", "agreed", "aim", "aims", "announce", "announced", "arrange", "arranged", "commit", "committed", "decide", "decided",
    "due", "expect", "expected", "expects", "going", "intend", "intended", "intends", "plan", "planned", "planning", "plans", "pledge",
    "pledged", "poised", "prepare", "prepared", "preparing", "promise", "promised", "ready", "schedule", "scheduled", "set", "slated",
    "vow", "vowed",
];

/// Their complement did not happen: "denied taking", "failed to stop".
#[rustfmt::skip]
pub(super) const DENIALS: &[&str] = &[
    "avert", "averted", "avoid", "avoided", "cancel", "canceled", "cancelled", "decline", "declined", "denied", "denies", "deny", "fail",
    "failed", "fails", "neglect", "neglected", "prevent", "prevented", "refuse", "refused", "refuses",
];

/// Their complement is open: "urged talks", "considers selling".
#[rustfmt::skip]
pub(super) const GUESSES: &[&str] = &[
    "ask", "asked", "consider", "considered", "considering", "considers", "demand", "demanded", "demanding", "demands", "doubt", "fear",
    "feared", "fears", "hope", "hoped", "hopes", "mull", "mulling", "predict", "predicted", "predicts", "propose", "proposed", "proposes",
    "recommend", "recommended", "request", "requested", "seek", "seeking", "seeks", "sought", "speculate", "suggest", "suggested",
    "suggests", "threaten", "threatened", "threatening", "urge", "urged", "want", "wanted", "wants", "weigh", "weighing", "wish",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted() {
        for list in [FACTS, PLANS, DENIALS, GUESSES] {
            assert!(list.is_sorted(), "{list:?}");
        }
    }
}
