//! Lists English function words, sorted.
//!
//! They do not say what a sentence is about: they count less when sentences are
//! paired, and alone they never make a statement. The commonest of them say
//! nothing even beside each other; a rarer one ("between", "few", "without")
//! still tells two sentences of one story apart.

/// Returns whether `word`, in lower case, is a function word.
pub(crate) fn is_function_word(word: &str) -> bool {
    is_common_function_word(word) || RARER.binary_search(&word).is_ok()
}

/// Returns whether `word`, in lower case, is one of the commonest function words.
pub(crate) fn is_common_function_word(word: &str) -> bool {
    COMMONEST.binary_search(&word).is_ok()
}

/// Returns whether `word`, in lower case, asks for something: "who", "why".
pub(crate) fn is_question_word(word: &str) -> bool {
    QUESTION_WORDS.binary_search(&word).is_ok()
}

/// Returns whether `word`, in lower case, opens what somebody asks or knows: "who", "whether", "if".
pub(crate) fn opens_indirect_question(word: &str) -> bool {
    is_question_word(word) || matches!(word, "if" | "whether")
}

/// Words that ask, in lower case, sorted.
const QUESTION_WORDS: &[&str] = &["how", "what", "when", "where", "which", "who", "whom", "whose", "why"];

/// The commonest ones, in lower case, sorted.
#[rustfmt::skip]
const COMMONEST: &[&str] = &[
    "a", "about", "after", "again", "against", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be",
    "because", "been", "before", "being", "both", "but", "by", "can", "could", "did", "do", "does", "during",
    "each", "for", "from", "had", "has", "have", "he", "her", "here", "him", "his", "how", "i", "if", "in", "into",
    "is", "it", "its", "just", "may", "me", "might", "more", "most", "must", "my", "no", "nor", "not", "of", "on",
    "one", "only", "or", "other", "our", "out", "over", "own", "she", "should", "so", "some", "such", "than",
    "that", "the", "their", "them", "then", "there", "these", "they", "this", "those", "through", "to", "too",
    "under", "until", "up", "us", "very", "was", "we", "were", "what", "when", "where", "which", "while", "who",
    "whom", "why", "will", "with", "would", "you", "your",
];

/// All others, in lower case, sorted.
#[rustfmt::skip]
const RARER: &[&str] = &[
    "'d", "'ll", "'m", "'re", "'s", "'ve", "above", "across", "along", "although", "among", "around", "below",
    "between", "doing", "done", "down", "either", "else", "even", "ever", "every", "few", "further", "having",
    "hers", "herself", "himself", "however", "itself", "less", "like", "many", "mine", "much", "myself", "n't",
    "neither", "now", "off", "once", "onto", "ours", "ourselves", "per", "quite", "rather", "shall", "since",
    "still", "theirs", "themselves", "though", "thus", "toward", "towards", "upon", "via", "whereas", "whether",
    "whose", "within", "without", "yet", "yours", "yourself", "yourselves",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_share_no_word() {
        assert!(COMMONEST.is_sorted() && RARER.is_sorted() && QUESTION_WORDS.is_sorted());
        assert!(QUESTION_WORDS.iter().all(|word| is_function_word(word)));
        assert!(!RARER.iter().any(|word| is_common_function_word(word)));
        assert!(is_function_word("whose") && is_function_word("the") && !is_function_word("police"));
    }
}
