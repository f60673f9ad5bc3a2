//! Lists words that tell nothing of their own.

/// Light verbs, verbs of plain saying and courtesy titles, as dictionary forms, sorted; function words are left out before.
pub(super) static LIGHT: &[&str] = &["add", "dr", "get", "go", "mr", "mrs", "ms", "mx", "say", "tell"];
