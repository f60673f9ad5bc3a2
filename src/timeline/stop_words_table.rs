//! Lists words that are no function words and yet do not say what a sentence is about.

/// Titles and words of saying in lower case, sorted.
pub(super) const TITLES_AND_SAYING: &[&str] = &["mr", "mrs", "ms", "said", "same", "say", "says", "told"];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_and_holds_no_function_word() {
        assert!(TITLES_AND_SAYING.is_sorted());
        assert!(!TITLES_AND_SAYING.iter().any(|word| crate::text::is_function_word(word)));
    }
}
