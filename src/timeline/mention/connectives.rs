//! Reads order words: "Hours later the bridge fell" puts the fall after the event just before.
//!
//! They order entries of one day that no clock orders; a date they never give.

use crate::model::{Document, Edtf, EntryKind};

use super::connectives_table::ORDER_WORDS;
use super::event_mention::{EventMention, TemporalOrder};
use crate::text::rule_table::rows;

/// Marks the first event of each sentence that order words open.
pub(crate) fn mark_order(mentions: &mut [EventMention], document: &Document<'_>) {
    let mut marked = None;
    for mention in mentions.iter_mut().filter(|mention| mention.kind == EntryKind::Event) {
        let Some(sentence) = document.sentences.get(mention.line).filter(|_| marked != Some(mention.line)) else {
            continue;
        };
        mention.temporal_order = temporal_order(sentence.span.of(document.text));
        marked = Some(mention.line);
    }
}

/// Returns what the words that open a sentence say.
fn temporal_order(sentence: &str) -> Option<TemporalOrder> {
    let opening: String = sentence.chars().take(24).flat_map(char::to_lowercase).collect();
    let opens = |words: &str| {
        opening.strip_prefix(words).is_some_and(|rest| rest.starts_with([' ', ',']) && !rest.starts_with(" than"))
    };
    rows(ORDER_WORDS).find(|(words, ..)| opens(words)).map(|(_, temporal_order, _)| *temporal_order)
}

/// Returns the mention that order words at `at` refer to: the nearest event before it, of the same day.
///
/// What has no date of its own ("Hours later the road was closed.") refers to the nearest dated event.
pub(crate) fn referred(mentions: &[EventMention], at: usize) -> Option<usize> {
    /// Lines back that order words reach.
    const MAX_LINES_BACK: usize = 3;
    let mine = &mentions[at];
    mine.temporal_order?;
    let day = mine.when.as_ref().and_then(Edtf::day_as_written);
    if day.is_none() && mine.when.is_some() {
        return None;
    }
    (0..at).rev().take_while(|&other| mine.line <= mentions[other].line + MAX_LINES_BACK).find(|&other| {
        let other = &mentions[other];
        let theirs = other.when.as_ref().and_then(Edtf::day_as_written);
        other.kind == EntryKind::Event && other.line < mine.line && theirs.is_some() && (day.is_none() || day == theirs)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::rule_table::needless_rows;

    #[test]
    fn rows_are_sorted_and_fire_on_their_own_examples() {
        assert!(ORDER_WORDS.is_sorted_by_key(|(words, ..)| *words));
        for (_, order, example) in ORDER_WORDS {
            assert_eq!(temporal_order(example), Some(*order), "in {example:?}");
        }
        assert!(needless_rows(ORDER_WORDS, |(.., example)| temporal_order(example)).is_empty());
        assert_eq!(temporal_order("Later than planned, the road was closed."), None);
    }
}
