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

/// Returns whether a word stands for people in the third person, or says whose a thing is: "them", but not "it".
pub(crate) fn is_third_person_of_people(word: &str) -> bool {
    is_third_person(word) && !matches!(word, "it" | "its" | "itself")
}

/// Returns whether a word is by itself who does something: "she", "who", "everyone".
pub(crate) fn is_subject_pronoun(word: &str) -> bool {
    SUBJECTS.binary_search(&word).is_ok()
}

/// Returns whether a word is by itself whom something is done to, and never who does it: "him", "us".
pub(crate) fn is_object_pronoun(word: &str) -> bool {
    ["her", "him", "me", "them", "us", "whom"].contains(&word)
}

/// Returns whether a word opens a clause that says when, why or on what condition: "because", "unless".
///
/// "That" and "whether" open what is said or asked (`opens_indirect_question`).
pub(crate) fn is_subordinating_conjunction(word: &str) -> bool {
    CONJUNCTIONS.binary_search(&word).is_ok()
}

/// Returns whether a word opens a clause that says when, why or on what condition, or that describes a noun: "because", "who".
pub(crate) fn is_subordinator(word: &str) -> bool {
    is_subordinating_conjunction(word) || RELATIVES.binary_search(&word).is_ok()
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

/// Pronouns that stand as a subject, sorted; "this" and "that" more often point.
#[rustfmt::skip]
const SUBJECTS: &[&str] = &[
    "anybody", "anyone", "everybody", "everyone", "he", "i", "it", "she", "somebody", "someone", "they", "we", "who", "you",
];

/// Conjunctions of time, reason, condition and contrast that are seldom anything else, sorted.
#[rustfmt::skip]
const CONJUNCTIONS: &[&str] = &[
    "after", "although", "as", "because", "before", "if", "lest", "once", "since", "though", "till", "unless", "until", "when",
    "whenever", "where", "whereas", "wherever", "while", "whilst",
];

/// Relative pronouns that are seldom anything else, sorted.
const RELATIVES: &[&str] = &["whereby", "which", "whichever", "who", "whoever", "whom", "whomever", "whose"];

/// Sorted.
#[rustfmt::skip]
const PREPOSITIONS: &[&str] = &[
    "aboard", "above", "across", "against", "along", "alongside", "amid", "amidst", "among", "amongst", "around", "at", "atop",
    "behind", "below", "beneath", "beside", "besides", "between", "beyond", "by", "despite", "during", "except", "for", "from",
    "in", "inside", "into", "near", "of", "off", "on", "onto", "outside", "over", "per", "regarding", "than", "through",
    "throughout", "to", "toward", "towards", "under", "underneath", "unlike", "upon", "versus", "via", "with", "within",
    "without",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lists_are_sorted_and_share_no_word() {
        assert!(COMMONEST.is_sorted() && RARER.is_sorted());
        let classes = [QUESTION_WORDS, THIRD_PERSON, SUBJECTS, CONJUNCTIONS, RELATIVES, PREPOSITIONS];
        assert!(classes.into_iter().all(<[&str]>::is_sorted));
        assert!(QUESTION_WORDS.iter().all(|word| is_function_word(word)));
        assert!(!RARER.iter().any(|word| is_common_function_word(word)));
        assert!(!CONJUNCTIONS.iter().chain(RELATIVES).any(|word| is_preposition(word)));
        assert!(is_function_word("whose") && is_function_word("the") && !is_function_word("police"));
    }
}
