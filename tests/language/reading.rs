//! Tries the reading of text on whatever strangers may write.
//!
//! Whatever comes in: no panic, and every span lies in the text on character
//! boundaries, in order, without overlap; every head lies in its sentence and
//! every sentence has one root.

use proptest::prelude::*;
use writethru::model::Document;
use writethru::text::{self, Tree};

fn check(document: &Document<'_>) {
    let mut end = 0;
    for token in &document.tokens {
        assert!(end <= token.span.start && token.span.start < token.span.end, "{:?}", document.text);
        assert!(document.text.get(token.span.range()).is_some());
        end = token.span.end;
    }
    let (mut end, mut next_token) = (0, 0);
    for sentence in &document.sentences {
        assert!(end <= sentence.span.start && document.text.get(sentence.span.range()).is_some());
        assert_eq!(sentence.tokens.start, next_token);
        (end, next_token) = (sentence.span.end, sentence.tokens.end);
        let roots = sentence.tokens.clone().filter(|&token| document.tokens[token].head == token).count();
        assert!(roots == 1 || !document.is_english(), "{roots} roots in {:?}", sentence.span.of(document.text));
        assert!(sentence.tokens.clone().all(|token| sentence.tokens.contains(&document.tokens[token].head)));
    }
    assert_eq!(next_token, document.tokens.len());
    let tree = Tree::new(document);
    (0..document.tokens.len()).for_each(|token| assert!(tree.subtree(token).contains(&token)));
}

#[test]
fn odd_texts_are_read() {
    for odd in [
        "",
        "\0",
        "\u{feff}",
        "\u{200b}\u{200d}",
        "\r\n\r\n",
        "a\0b\u{7}c",
        "مرحبا بالعالم. كيف حالك؟",
        "שלום\u{200f} עולם.",
        "''''''",
        "-LRB-",
        "....",
        "’s",
        "n't",
        "$$$",
        "👩‍👩‍👧‍👦!",
        "e\u{301}\u{301}\u{301}",
        "中文没有空格。第二句！",
        "No.",
        "“",
        "”.",
        "A.B.C.D.",
        "http://",
        "@",
        "a@b",
        "\u{202e}abc",
    ] {
        check(&text::read(odd));
    }
}

/// Returns how much memory the reading of a text allocates in all, freed or not: allocations and bytes.
///
/// Unlike time, it is the same in every run. What a machine needs of time is
/// measured by `cargo bench --bench analyze`, which reads a sentence of 1 MB.
fn memory_to_read(text: &str) -> (u64, u64) {
    let used = allocation_counter::measure(|| check(&text::read(text)));
    (used.count_total, used.bytes_total)
}

#[test]
fn one_endless_sentence_is_read_with_memory_in_proportion_to_its_length() {
    let endless = |n_clauses: usize| "and the mayor said that ".repeat(n_clauses);
    memory_to_read(&endless(10)); // loads the models
    let (short, long) = (memory_to_read(&endless(1_000)), memory_to_read(&endless(10_000)));
    // Ten times the text; a pass that copies what lies before each clause takes a hundred times as much.
    let limit = |used: u64| used * 11;
    assert!(long.0 <= limit(short.0) && long.1 <= limit(short.1), "{short:?} of 1,000 clauses, {long:?} of 10,000");
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_text_is_read(text in "\\PC{0,200}|[ a-zA-Z.,!?'’\"“”()\\-–\n\r\t0-9$%…\u{0}\u{200d}\u{301}]{0,300}") {
        check(&text::read(&text));
    }

    #[test]
    fn marks_and_short_words_are_read(words in prop::collection::vec("[A-Z]?[a-z]{0,3}[.!?'\"’”)(–-]{0,2}|[0-9]{1,3}[.,:%]?", 0..60)) {
        check(&text::read(&words.join(" ")));
        check(&text::read(&words.join("\n")));
    }
}
