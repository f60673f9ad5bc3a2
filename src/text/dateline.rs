//! Finds the dateline that opens a report: where and when it was written, and for whom.
//!
//! `ABERFORD, Sept 14 (Northgate Wire) - A bridge fell on Monday.`: the sentence
//! itself begins at "A". A dateline is the page's, not the story's: its day
//! changes with every new version and tells no news.

use crate::model::{Document, Span, Upos};

/// A dateline is at most this many tokens: `FLINT, Mich., Oct. 4 (UPI) —`.
const REACH: usize = 14;

/// Returns the first token behind the dateline of a sentence; `None` where there is no dateline.
pub fn end(document: &Document<'_>, sentence: usize) -> Option<usize> {
    let tokens = document.sentences.get(sentence)?.tokens.clone();
    if !is_shouted(document.word(tokens.clone().next()?)) {
        return None;
    }
    let near = tokens.start + 1..tokens.end.min(tokens.start + REACH);
    let dash = near.clone().find(|&token| matches!(document.word(token), "-" | "–" | "—" | "--"))?;
    let is_plain = (near.start..dash).all(|token| may_stand_in(document, token));
    (is_plain && dash + 1 < tokens.end).then_some(dash + 1)
}

/// Tells whether a span lies in the dateline of a sentence: "Sept 14" of the example above.
pub fn holds(document: &Document<'_>, sentence: usize, span: Span) -> bool {
    end(document, sentence).is_some_and(|end| span.end <= document.tokens[end].span.start)
}

fn is_shouted(word: &str) -> bool {
    2 < word.len() && word.chars().all(|c| c.is_uppercase() || c == '.')
}

/// Tells whether a token may be part of a dateline: a place, a day, an agency, a mark.
fn may_stand_in(document: &Document<'_>, token: usize) -> bool {
    let word = document.word(token);
    let is_verb = matches!(document.tokens[token].upos, Upos::Verb | Upos::Aux);
    !word.starts_with(char::is_lowercase) && (!is_verb || is_shouted(word))
        || matches!(word, "and" | "de" | "in" | "of")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn behind(text: &str) -> Option<String> {
        let document = crate::text::read(text);
        let first = end(&document, 0)?;
        Some(text[document.tokens[first].span.start..].to_owned())
    }

    #[test]
    fn the_sentence_begins_behind_the_dateline() {
        for dateline in [
            "ABERFORD —",
            "ABERFORD, Sept 14 (Northgate Wire) -",
            "PORT ELLIS, Maine, Oct. 4 (NW) —",
            "ABERFORD AND LEITH (Northgate Wire) –",
            "RIO DE JANEIRO, May 3, 2025 -",
        ] {
            let text = format!("{dateline} A bridge fell on Monday.");
            assert_eq!(behind(&text).as_deref(), Some("A bridge fell on Monday."), "{text}");
        }
    }

    #[test]
    fn a_dash_within_a_sentence_ends_no_dateline() {
        for text in [
            "NATO said the ships - two of them - had left.",
            "A bridge fell — on Monday.",
            "ABERFORD —",
            "UNESCO lists old towns - and walls.",
        ] {
            assert_eq!(behind(text), None, "{text}");
        }
    }
}
