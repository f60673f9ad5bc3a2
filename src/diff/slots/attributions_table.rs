//! Lists words for sources that say nothing of who they are.

/// In the singular, sorted; pronouns are function words anyway.
#[rustfmt::skip]
pub(super) static SHELLS: &[&str] = &[
    "agency", "authority", "body", "charity", "company", "firm", "group", "man", "office", "official", "organisation", "organization",
    "person", "representative", "spokesman", "spokesperson", "spokeswoman", "statement", "woman",
];
