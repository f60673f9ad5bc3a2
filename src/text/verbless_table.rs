//! Lists words that open a clause without being its verb.

/// Words that open a clause with a verb of its own.
pub(super) static OPENERS: &[&str] = &["after", "because", "before", "how", "when", "where", "whether", "while", "why"];
