//! Lists what sites put between the paragraphs of an article and change by themselves: counters and stamps.
//!
//! `text::line_kind` asks what a line of a text is and drops none; here it is asked whether a block of a page is no part
//! of the text, so that it is never recorded. What both know, they take from `text::line_kind`.

use crate::text::{is_made_of_times, is_page_line};

/// Returns whether a line is part of the page and not of the article.
pub(crate) fn is_furniture(line: &str) -> bool {
    is_page_line(line) || is_counter(line)
}

/// Returns whether a line counts what changes by itself: "12 comments", "3 min read", "2 hours ago".
fn is_counter(line: &str) -> bool {
    const WORDS: &[&str] = &[
        "comments", "comment", "shares", "share", "views", "view", "likes", "like", "min", "mins", "minute", "minutes",
        "read", "hour", "hours", "day", "days", "week", "weeks", "month", "months", "ago", "replies", "reply", "votes",
        "vote", "retweets", "reads", "an", "a",
    ];
    let mut has_number = false;
    let mut n_words = 0;
    let mut words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let all = words.all(|word| {
        let is_number = word.starts_with(|c: char| c.is_ascii_digit());
        has_number |= is_number;
        n_words += usize::from(!is_number);
        is_number || WORDS.contains(&word.to_lowercase().as_str())
    });
    all && (1..=4).contains(&n_words) && (has_number || line.ends_with("ago"))
}

/// Returns whether a line only says when the page was published or changed: "Updated at 1:23 p.m.", "11 March 2025".
pub(crate) fn is_stamp(line: &str) -> bool {
    !is_entry_time(line) && is_of_times(line, STAMP_WORDS)
}

/// Returns whether a line is the time over an entry of a live page: "11.20 GMT".
pub(crate) fn is_entry_time(line: &str) -> bool {
    line.len() <= 16 && line.contains([':', '.']) && is_of_times(line, ENTRY_TIME_WORDS)
}

/// Returns whether a line of several words is made of times and of these words.
fn is_of_times(line: &str, others: &[&str]) -> bool {
    /// A line of more words tells something.
    const MAX_STAMP_WORDS: usize = 24;
    let n_words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).count();
    (2..=MAX_STAMP_WORDS).contains(&n_words) && is_made_of_times(line, |word| others.contains(&word))
}

const ENTRY_TIME_WORDS: &[&str] = &["a", "am", "m", "nd", "p", "pm", "rd", "st", "t", "th", "utc", "z"];

#[rustfmt::skip]
const STAMP_WORDS: &[&str] = &[
    "a", "ago", "at", "created", "date", "first", "hour", "hours", "last", "m", "min", "minutes", "modified", "on", "original", "originally", "et", "p", "posted",
    "published", "the", "time", "update", "updated", "local", "edited", "since", "hrs", "h", "read", "of",
    "st", "nd", "rd", "th", "am", "pm", "utc", "z", "t",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_the_page_are_told_from_lines_of_the_text() {
        for line in ["Read more: The mill in pictures", "12 comments", "Comments", "3 min read", "2 hours ago"] {
            assert!(is_furniture(line), "{line}");
        }
        for line in ["More than forty people were hurt.", "Signs of a fire were seen.", "Comments are due by May."] {
            assert!(!is_furniture(line), "{line}");
        }
        assert!(is_stamp("Updated at 1:23 p.m.") && is_stamp("3rd March 2025") && is_entry_time("11.20 GMT"));
        assert!(!is_stamp("11.20 GMT") && !is_stamp("2025"));
    }
}
