//! Decides which words open a condition, and whether it must come true.
//!
//! `if the city agrees`, `should the city agree` and `provided it agrees` name
//! one condition, `unless the city agrees` its opposite.

use super::function_words_table::is_question_word;
use crate::model::{Document, Rel, Upos};

/// What a conjunction makes of the clause that it opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Condition {
    /// The clause must come true.
    Met,
    /// The clause must not come true.
    NotMet,
}

/// Returns the condition that a word opens: "if", "provided", "should the city agree", "unless".
pub(crate) fn condition_opened(document: &Document<'_>, at: usize) -> Option<Condition> {
    let opens_clause = || at.checked_sub(1).is_none_or(|before| document.tokens[before].upos == Upos::Punct);
    let next = document.tokens.get(at + 1);
    let stands_before_subject =
        || next.is_some_and(|next| matches!(next.upos, Upos::Det | Upos::Pron | Upos::Propn | Upos::Noun));
    match document.norm(at) {
        "if" | "providing" | "assuming" => Some(Condition::Met),
        "provided" if document.tokens[at].rel == Rel::Mark || opens_clause() => Some(Condition::Met),
        "should" if opens_clause() && stands_before_subject() && !asks(document, at) => Some(Condition::Met),
        "unless" => Some(Condition::NotMet),
        _ => None,
    }
}

/// Returns whether a question word stands before an auxiliary: "Why, then, should we agree?"
fn asks(document: &Document<'_>, auxiliary: usize) -> bool {
    /// Words between a question word and its auxiliary, at the most.
    const MAX_WORDS_BETWEEN: usize = 6;
    let sentence = document.sentence_at(document.tokens[auxiliary].span.start);
    let first = sentence.map_or(auxiliary, |at| document.sentences[at].tokens.start);
    let first = first.max(auxiliary.saturating_sub(MAX_WORDS_BETWEEN));
    (first..auxiliary).any(|at| is_question_word(document.norm(at)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_opened_by_conjunctions_and_by_the_order_of_words() {
        for (text, want) in [
            ("The bridge will open if the city agrees.", Some(Condition::Met)),
            ("The bridge will open, provided the city agrees.", Some(Condition::Met)),
            ("Should the city agree, the bridge will open.", Some(Condition::Met)),
            ("The bridge will close unless the city agrees.", Some(Condition::NotMet)),
            ("The city provided a bridge.", None),
            ("The bridge should open on Monday.", None),
            ("Why, then, should the city agree?", None),
        ] {
            let document = crate::text::read(text);
            let opened = (0..document.tokens.len()).find_map(|at| condition_opened(&document, at));
            assert_eq!(opened, want, "{text}");
        }
    }
}
