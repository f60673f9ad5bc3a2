//! Lists the forms of auxiliary verbs, sorted.

/// Forms of "be", short ones too; "'s" may be "has".
const BE: &[&str] = &["'m", "'re", "'s", "am", "are", "be", "been", "being", "is", "was", "were"];

/// Forms that may stand before a verb.
#[rustfmt::skip]
const AUXILIARIES: &[&str] = &[
    "'d", "'ll", "'m", "'re", "'s", "'ve", "am", "are", "be", "been", "being", "ca", "can", "cannot", "could", "dare", "did",
    "do", "does", "doing", "done", "get", "gets", "getting", "got", "had", "has", "have", "having", "is", "may",
    "might", "must", "need", "ought", "sha", "shall", "should", "to", "used", "was", "were", "will", "wo", "would",
];

/// Modal verbs, whole or as "n't" leaves them.
#[rustfmt::skip]
const MODALS: &[&str] = &[
    "'d", "'ll", "ca", "can", "cannot", "could", "may", "might", "must", "ought", "sha", "shall", "should", "will", "wo", "would",
];

/// Returns whether a word in lower case is a form of "be".
pub(crate) fn is_form_of_be(norm: &str) -> bool {
    BE.binary_search(&norm).is_ok()
}

/// Returns whether a word in lower case can be an auxiliary.
pub(crate) fn is_auxiliary(norm: &str) -> bool {
    AUXILIARIES.binary_search(&norm).is_ok()
}

/// Returns whether a word is surely a form of "have": "'s" and "'d" may be others.
pub(crate) fn is_form_of_have(word: &str) -> bool {
    ["'ve", "had", "has", "have", "having"].contains(&word)
}

/// Returns whether a word is a modal verb, whole or as "n't" leaves it: "could", "wo" of "won't".
pub(crate) fn is_modal(word: &str) -> bool {
    MODALS.binary_search(&word).is_ok()
}

/// Returns whether a word makes the verb behind it one of the future, or of the future as told in the past.
pub(crate) fn tells_of_future(word: &str) -> bool {
    ["'d", "'ll", "sha", "shall", "will", "wo", "would"].contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_one_holds_the_other() {
        assert!(
            BE.is_sorted()
                && MODALS.is_sorted()
                && AUXILIARIES.is_sorted()
                && BE.iter().chain(MODALS).all(|word| is_auxiliary(word))
        );
        assert!(is_form_of_be("being") && !is_form_of_be("had") && is_auxiliary("had") && !is_auxiliary("said"));
    }
}
