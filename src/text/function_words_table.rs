//! Lists English function words, sorted.
//!
//! They do not say what a sentence is about: they count less when sentences are
//! paired, and alone they never make a statement.

/// Returns whether `word`, in lower case, is a function word.
pub(crate) fn is_function_word(word: &str) -> bool {
    FUNCTION_WORDS.binary_search(&word).is_ok()
}

/// In lower case, sorted.
#[rustfmt::skip]
const FUNCTION_WORDS: &[&str] = &[
    "'d", "'ll", "'m", "'re", "'s", "'ve", "a", "about", "above", "across", "after", "again", "against", "all", "along", "also",
    "although", "am", "among", "an", "and", "any", "are", "around", "as", "at", "be", "because", "been", "before",
    "being", "below", "between", "both", "but", "by", "can", "could", "did", "do", "does", "doing", "done", "down", "during", "each",
    "either", "else", "even", "ever", "every", "few", "for", "from", "further", "had", "has", "have", "having", "he",
    "her", "here", "hers", "herself", "him", "himself", "his", "how", "however", "i", "if", "in", "into", "is", "it",
    "its", "itself", "just", "less", "like", "many", "may", "me", "might", "mine", "more", "most", "much", "must", "my",
    "myself", "n't", "neither", "no", "nor", "not", "now", "of", "off", "on", "once", "one", "only", "onto", "or",
    "other", "our", "ours", "ourselves", "out", "over", "own", "per", "quite", "rather", "shall", "she", "should",
    "since", "so", "some", "still", "such", "than", "that", "the", "their", "theirs", "them", "themselves", "then",
    "there", "these", "they", "this", "those", "though", "through", "thus", "to", "too", "toward", "towards", "under",
    "until", "up", "upon", "us", "very", "via", "was", "we", "were", "what", "when", "where", "whereas", "whether",
    "which", "while", "who", "whom", "whose", "why", "will", "with", "within", "without", "would", "yet", "you",
    "your", "yours", "yourself", "yourselves",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted() {
        assert!(FUNCTION_WORDS.is_sorted());
        assert!(is_function_word("whose") && !is_function_word("police"));
    }
}
