//! Lists the forms of auxiliary verbs, sorted.

/// Forms of "be", short ones too; "'s" may be "has".
const BE: &[&str] = &["'m", "'re", "'s", "am", "are", "be", "been", "being", "is", "was", "were"];

/// Forms that may stand before a verb.
#[rustfmt::skip]
const AUXILIARIES: &[&str] = &[
    "'d", "'ll", "'m", "'re", "'s", "'ve", "am", "are", "be", "been", "being", "ca", "can", "could", "dare", "did",
    "do", "does", "doing", "done", "get", "gets", "getting", "got", "had", "has", "have", "having", "is", "may",
    "might", "must", "need", "ought", "shall", "should", "to", "used", "was", "were", "will", "wo", "would",
];

/// Returns whether a word in lower case is a form of "be".
pub(crate) fn is_form_of_be(norm: &str) -> bool {
    BE.binary_search(&norm).is_ok()
}

/// Returns whether a word in lower case can be an auxiliary.
pub(crate) fn is_auxiliary(norm: &str) -> bool {
    AUXILIARIES.binary_search(&norm).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_one_holds_the_other() {
        assert!(BE.is_sorted() && AUXILIARIES.is_sorted() && BE.iter().all(|word| is_auxiliary(word)));
        assert!(is_form_of_be("being") && !is_form_of_be("had") && is_auxiliary("had") && !is_auxiliary("said"));
    }
}
