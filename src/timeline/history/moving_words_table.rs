//! Lists words whose day depends on when they were written.

/// Lower case, sorted.
pub(super) const MOVING_WORDS: &[&str] =
    &["ago", "last", "next", "now", "this", "today", "tomorrow", "tonight", "yesterday"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moving_words_are_sorted() {
        assert!(MOVING_WORDS.is_sorted());
    }
}
