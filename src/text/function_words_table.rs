//! Lists English function words, sorted.
//!
//! They do not say what a sentence is about: they count less when sentences are
//! paired, and alone they never make a statement. The commonest of them say
//! nothing even beside each other; a rarer one ("between", "few", "without")
//! still tells two sentences of one story apart. The closed classes that rules of
//! grammar ask for stand here too, each of them complete.

/// Returns whether `word`, in lower case, is a function word.
pub(crate) fn is_function_word(word: &str) -> bool {
    is_common_function_word(word) || RARER.binary_search(&word).is_ok()
}

/// Returns whether `word`, in lower case, is one of the commonest function words.
pub(crate) fn is_common_function_word(word: &str) -> bool {
    COMMONEST.binary_search(&word).is_ok()
}

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

/// Returns whether a word is an article.
pub(crate) fn is_article(word: &str) -> bool {
    ["a", "an", "the"].contains(&word)
}

/// Returns whether a word says before a noun whose it is: "their boat".
pub(crate) fn is_possessive(word: &str) -> bool {
    ["her", "his", "its", "my", "our", "their", "your"].contains(&word)
}

/// Returns whether a word points at somebody or something that is known: "this", "those".
pub(crate) fn is_demonstrative(word: &str) -> bool {
    ["that", "these", "this", "those"].contains(&word)
}

/// Returns whether a word stands for somebody or something in the third person, or says whose a thing is: "them", "her".
pub(crate) fn is_third_person(word: &str) -> bool {
    THIRD_PERSON.binary_search(&word).is_ok()
}

/// Returns whether a word is a form of "be"; "'s", which may be "has" or mark an owner, is one.
pub(crate) fn is_form_of_be(word: &str) -> bool {
    FORMS_OF_BE.binary_search(&word).is_ok()
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

/// Returns whether a word joins a clause to the one that it depends on, or to its noun: "because", "who".
pub(crate) fn is_subordinator(word: &str) -> bool {
    SUBORDINATORS.binary_search(&word).is_ok()
}

/// Returns whether a word is a preposition and nothing else is commoner for it: "of", but not "after", "like".
pub(crate) fn is_preposition(word: &str) -> bool {
    PREPOSITIONS.binary_search(&word).is_ok()
}

/// Pronouns of the third person, sorted.
#[rustfmt::skip]
const THIRD_PERSON: &[&str] = &[
    "he", "her", "hers", "herself", "him", "himself", "his", "it", "its", "itself", "she", "their", "theirs", "them",
    "themselves", "they",
];

/// Sorted.
const FORMS_OF_BE: &[&str] = &["'m", "'re", "'s", "am", "are", "be", "been", "being", "is", "was", "were"];

/// Sorted.
#[rustfmt::skip]
const MODALS: &[&str] = &[
    "'d", "'ll", "ca", "can", "could", "may", "might", "must", "ought", "sha", "shall", "should", "will", "wo", "would",
];

/// Conjunctions and relative pronouns that are seldom anything else, sorted.
#[rustfmt::skip]
const SUBORDINATORS: &[&str] = &[
    "after", "although", "as", "because", "before", "if", "lest", "once", "since", "though", "till", "unless", "until", "when",
    "whenever", "where", "whereas", "wherever", "which", "while", "whilst", "who", "whom", "whose",
];

/// Sorted.
#[rustfmt::skip]
const PREPOSITIONS: &[&str] = &[
    "across", "against", "alongside", "amid", "among", "amongst", "at", "beneath", "beside", "between", "beyond", "by", "during",
    "for", "from", "in", "inside", "into", "of", "on", "onto", "outside", "over", "throughout", "to", "toward", "towards",
    "under", "upon", "via", "with", "within", "without",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_share_no_word() {
        assert!(COMMONEST.is_sorted() && RARER.is_sorted());
        let classes = [THIRD_PERSON, FORMS_OF_BE, MODALS, SUBORDINATORS, PREPOSITIONS];
        assert!(classes.into_iter().all(<[&str]>::is_sorted));
        assert!(!RARER.iter().any(|word| is_common_function_word(word)));
        assert!(is_function_word("whose") && is_function_word("the") && !is_function_word("police"));
    }
}
