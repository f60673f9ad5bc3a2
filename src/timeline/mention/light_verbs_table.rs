//! Lists verbs that do not say what happened.

/// Dictionary forms, sorted.
#[rustfmt::skip]
pub(in crate::timeline) const LIGHT_VERBS: &[&str] = &[
    "arrive", "be", "become", "begin", "bring", "call", "come", "do", "end", "find", "follow", "get", "give", "go",
    "happen", "have", "hold", "keep", "leave", "make", "move", "put", "reach", "return", "say", "see", "start", "stop",
    "take", "tell", "use",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn light_verbs_are_sorted() {
        assert!(LIGHT_VERBS.is_sorted());
    }
}
