//! Numbers the content words of a passage and says how alike two passages are.
//!
//! "Nine people were killed" and "nine were killed" share `nine` and `kill`;
//! "were" tells nothing about what happened. Words are numbers so that a
//! story of ten thousand versions compares integers.

use crate::model::{Analysis, Span, Upos};

/// Words that tell nothing about what a sentence is about; sorted.
#[rustfmt::skip]
const EMPTY: &[&str] = &[
    "a", "about", "after", "again", "against", "all", "also", "am", "an", "and", "any", "are", "as", "at", "be",
    "because", "been", "before", "being", "both", "but", "by", "can", "could", "did", "do", "does", "during", "each",
    "for", "from", "had", "has", "have", "he", "her", "here", "him", "his", "how", "i", "if", "in", "into", "is", "it",
    "its", "just", "may", "me", "might", "more", "most", "mr", "mrs", "ms", "must", "my", "no", "nor", "not", "of",
    "on", "one", "only", "or", "other", "our", "out", "over", "own", "said", "same", "say", "says", "she", "should",
    "so", "some", "such", "than", "that", "the", "their", "them", "then", "there", "these", "they", "this", "those",
    "through", "to", "told", "too", "under", "until", "up", "us", "very", "was", "we", "were", "what", "when", "where",
    "which", "while", "who", "whom", "why", "will", "with", "would", "you", "your",
];

/// Returns the number of a word: FNV-1a, the same on every machine.
pub const fn number(word: &str) -> u32 {
    let (mut hash, mut at) = (0x811c_9dc5_u32, 0);
    while at < word.len() {
        hash = (hash ^ word.as_bytes()[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}

/// Returns whether a word in lower case says what a sentence is about.
pub fn has_content(word: &str) -> bool {
    word.chars().any(char::is_alphanumeric) && EMPTY.binary_search(&word).is_err()
}

/// Returns the numbers of the content words in `span`, sorted, each once.
///
/// Words that name a time are left out: two sentences about Tuesday are not
/// alike for that.
pub fn of_span(text: &Analysis<'_>, span: Span) -> Vec<u32> {
    let document = &text.document;
    let times = text.timexes.partition_point(|timex| timex.span.end <= span.start);
    let in_time = |token: usize| {
        let times = text.timexes[times..].iter().take_while(|timex| timex.span.start < span.end);
        times.clone().any(|timex| timex.span.overlaps(document.tokens[token].span))
    };
    let tokens = document.tokens_in(span).filter(|&token| {
        !matches!(document.tokens[token].upos, Upos::Punct | Upos::Sym | Upos::Aux | Upos::Pron | Upos::Det)
            && !in_time(token)
    });
    let words = tokens.filter(|&token| has_content(document.norm(token))).map(|token| number(document.lemma(token)));
    let mut words: Vec<u32> = words.collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// Returns the numbers of the stems of the first content words behind `span` in its clause, in order of the text.
pub fn after(text: &Analysis<'_>, span: Span, wanted: usize) -> Vec<u32> {
    let document = &text.document;
    let Some(sentence) = document.sentence_at(span.start).map(|at| &document.sentences[at]) else { return Vec::new() };
    let first = document.tokens_in(span).end;
    let clause =
        (first..sentence.tokens.end).take_while(|&token| !matches!(document.norm(token), "," | ";" | ":" | "."));
    let is_word = |token: &usize| {
        !matches!(document.tokens[*token].upos, Upos::Punct | Upos::Sym | Upos::Aux | Upos::Pron | Upos::Det)
            && has_content(document.norm(*token))
    };
    clause.filter(is_word).take(wanted).map(|token| number(stem(document.norm(token)))).collect()
}

/// Returns a word in lower case without the endings of number and tense, whatever part of speech it was taken for.
pub fn stem(word: &str) -> &str {
    const ENDINGS: &[&str] = &["ies", "ing", "ed", "es", "y", "s", "e"];
    const KEPT: usize = 3;
    let stem = ENDINGS.iter().find_map(|ending| word.strip_suffix(ending));
    stem.filter(|stem| KEPT <= stem.len() && !word.ends_with("ss")).unwrap_or(word)
}

/// Returns how many numbers two sorted lists share.
pub fn shared(a: &[u32], b: &[u32]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        match a[i].cmp(&b[j]) {
            std::cmp::Ordering::Less => i += 1,
            std::cmp::Ordering::Greater => j += 1,
            std::cmp::Ordering::Equal => {
                count += 1;
                i += 1;
                j += 1;
            }
        }
    }
    count
}

/// Returns the share of the words of both that are common (Dice), 0 to 1.
pub fn likeness(a: &[u32], b: &[u32]) -> f64 {
    match a.len() + b.len() {
        0 => 0.0,
        both => 2.0 * shared(a, b) as f64 / both as f64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_words_are_sorted() {
        assert!(EMPTY.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn a_stem_is_the_same_for_all_forms() {
        for (word, want) in [("libraries", "librar"), ("library", "librar"), ("abstained", "abstain"), ("loss", "loss")]
        {
            assert_eq!(stem(word), want);
        }
    }

    #[test]
    fn likeness_counts_common_words() {
        assert!((likeness(&[1, 2, 3], &[2, 3, 4]) - 2.0 / 3.0).abs() < 1e-9);
        assert_eq!(shared(&[1, 5, 9], &[5, 9, 12]), 2);
        assert!(likeness(&[], &[]).abs() < 1e-9);
    }
}
