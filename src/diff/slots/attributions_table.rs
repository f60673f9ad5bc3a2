//! Lists words for sources that say nothing of who they are.

/// In the singular, sorted; pronouns are function words anyway, and what any organization may be called is asked before.
#[rustfmt::skip]
pub(super) static SHELLS: &[&str] = &[
    "authority", "body", "man", "office", "official", "person", "representative", "spokesman", "spokesperson", "spokeswoman", "statement",
    "woman",
];
