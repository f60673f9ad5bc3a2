//! Lists the verbs that report speech, by lemma.

/// Verbs that a quotation goes with, by lemma.
pub const REPORTING_VERBS: &[&str] = &["say", "tell", "announce", "declare", "write", "add", "warn", "state"];
