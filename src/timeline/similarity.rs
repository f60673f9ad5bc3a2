//! Numbers the content words of a passage and measures how alike two passages are.
//!
//! "Nine people were killed" and "nine were killed" share `nine` and `kill`;
//! "were" says nothing about what happened. Words are numbers so that a
//! story of ten thousand versions compares integers.

use super::stop_words_table::TITLES_AND_SAYING;
use crate::model::{Analysis, Document, Span, Upos};
use crate::text::{is_common_function_word, stem};

/// Returns the number of a word: FNV-1a of 32 bits, the same on every machine.
pub(super) const fn number(word: &str) -> u32 {
    let (mut hash, mut at) = (0x811c_9dc5_u32, 0);
    while at < word.len() {
        hash = (hash ^ word.as_bytes()[at] as u32).wrapping_mul(0x0100_0193);
        at += 1;
    }
    hash
}

/// Returns whether a word in lower case says what a sentence is about.
pub(super) fn has_content(word: &str) -> bool {
    word.chars().any(char::is_alphanumeric)
        && !is_common_function_word(word)
        && TITLES_AND_SAYING.binary_search(&word).is_err()
}

/// Returns the numbers of the content words in `span`, sorted, each once.
///
/// Words that name a time are left out: two sentences about Tuesday are not
/// alike for that.
pub(super) fn content_words(text: &Analysis<'_>, span: Span) -> Vec<u32> {
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

/// Returns the numbers of the stems of the first `wanted` content words behind `span` in its clause, in order of the text.
pub(super) fn words_after(text: &Analysis<'_>, span: Span, wanted: usize) -> Vec<u32> {
    let document = &text.document;
    let Some(sentence) = document.sentence_at(span.start).map(|at| &document.sentences[at]) else { return Vec::new() };
    words_of_clause(document, document.tokens_in(span).end..sentence.tokens.end, wanted)
}

/// Returns the numbers of the stems of the last `wanted` content words before `span` in its clause, the nearest first.
pub(super) fn words_before(text: &Analysis<'_>, span: Span, wanted: usize) -> Vec<u32> {
    let document = &text.document;
    let Some(sentence) = document.sentence_at(span.start).map(|at| &document.sentences[at]) else { return Vec::new() };
    words_of_clause(document, (sentence.tokens.start..document.tokens_in(span).start).rev(), wanted)
}

/// Returns the numbers of the stems of the first `wanted` content words on the way to the end of a clause.
fn words_of_clause(document: &Document<'_>, way: impl Iterator<Item = usize>, wanted: usize) -> Vec<u32> {
    let clause = way.take_while(|&token| !matches!(document.norm(token), "," | ";" | ":" | "."));
    let is_word = |token: &usize| {
        !matches!(document.tokens[*token].upos, Upos::Punct | Upos::Sym | Upos::Aux | Upos::Pron | Upos::Det)
            && has_content(document.norm(*token))
    };
    clause.filter(is_word).take(wanted).map(|token| number(&stem(document.norm(token)))).collect()
}

/// Returns how many numbers two sorted lists share.
pub(super) fn shared(a: &[u32], b: &[u32]) -> usize {
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

/// Returns the share of the words of both that are common (Dice coefficient), 0 to 1.
pub(super) fn similarity(a: &[u32], b: &[u32]) -> f64 {
    match a.len() + b.len() {
        0 => 0.0,
        both => 2.0 * shared(a, b) as f64 / both as f64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn similarity_counts_common_words() {
        assert!((similarity(&[1, 2, 3], &[2, 3, 4]) - 2.0 / 3.0).abs() < 1e-9);
        assert_eq!(shared(&[1, 5, 9], &[5, 9, 12]), 2);
        assert!(similarity(&[], &[]).abs() < 1e-9);
    }
}
