//! Lists lines that sites put between the paragraphs of an article.

use crate::text::is_page_control;

/// Returns whether a line is part of the page and not of the article.
pub(crate) fn is_furniture(line: &str) -> bool {
    /// A longer line is a paragraph, whatever it begins with.
    const LONGEST: usize = 45;
    if is_page_control(line) || is_counter(line) {
        return true;
    }
    if LONGEST < line.split_whitespace().take(LONGEST + 1).count() {
        return false;
    }
    let start: String =
        line.trim_start_matches(|c: char| !c.is_alphanumeric()).chars().take(60).flat_map(char::to_lowercase).collect();
    let start = start.replace('’', "'");
    OPENINGS.iter().any(|opening| start.starts_with(opening))
}

/// Openings of lines that ask readers to read, follow or write elsewhere, in lower case.
#[rustfmt::skip]
const OPENINGS: &[&str] = &[
    "read more:", "read more about", "read more on", "read also:", "also read:", "read next:", "more:", "more :", "see also:", "related:", "related article",
    "follow us on", "follow him on", "follow her on", "follow them on", "like us on", "join us on", "sign up for", "sign up to", "subscribe to", "get in touch with",
    "like this story?", "want more stories", "do you have a story", "contact us at", "download our app", "download the app",
];

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
    !is_entry_time(line) && is_made_of_times(line, STAMP_WORDS)
}

/// Returns whether a line is the time over an entry of a live page: "11.20 GMT".
pub(crate) fn is_entry_time(line: &str) -> bool {
    line.len() <= 16 && line.contains([':', '.']) && is_made_of_times(line, &["am", "pm", "a", "p", "m"])
}

/// Returns whether a line holds a number and, beside numbers and names of zones, days and months, these words only.
fn is_made_of_times(line: &str, others: &[&str]) -> bool {
    const LONGEST: usize = 24;
    let mut has_number = false;
    let mut n_words = 0;
    let mut words = line.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let all = words.all(|word| {
        n_words += 1;
        let letters = word.trim_start_matches(|c: char| c.is_ascii_digit());
        has_number |= letters.len() < word.len();
        let is_zone = (2..=5).contains(&letters.len())
            && letters.ends_with('T')
            && letters.bytes().all(|byte| byte.is_ascii_uppercase());
        let letters = letters.to_lowercase();
        letters.is_empty() || is_zone || others.contains(&letters.as_str()) || is_calendar_word(&letters)
    });
    all && has_number && 1 < n_words && n_words <= LONGEST
}

/// Returns whether a word in lower case names a day, a month or half of a day: "tuesday", "sept", "3rd" without its digit.
fn is_calendar_word(word: &str) -> bool {
    #[rustfmt::skip]
    const WHOLE: &[&str] = &[
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    ];
    let is_short = |whole: &&str| (3..=4).contains(&word.len()) && whole.starts_with(word);
    WHOLE.contains(&word)
        || WHOLE.iter().any(is_short)
        || matches!(word, "st" | "nd" | "rd" | "th" | "am" | "pm" | "utc" | "z" | "t")
}

#[rustfmt::skip]
const STAMP_WORDS: &[&str] = &[
    "a", "ago", "at", "created", "date", "first", "hour", "hours", "last", "m", "min", "minutes", "modified", "on", "original", "originally", "et", "p", "posted",
    "published", "the", "time", "update", "updated", "local", "edited", "since", "hrs", "h", "read", "of",
];

/// Returns whether a line opens as a correction or an editor's note does.
pub(crate) fn is_note(line: &str) -> bool {
    let start: String =
        line.trim_start_matches(|c: char| !c.is_alphanumeric()).chars().take(60).flat_map(char::to_lowercase).collect();
    let start = start.replace('’', "'");
    NOTES.iter().any(|opening| start.starts_with(opening))
}

/// Openings of notes that say what was changed, in lower case.
#[rustfmt::skip]
const NOTES: &[&str] = &[
    "an earlier version of this", "a previous version of this", "clarification", "correction", "corrected ", "editor's note", "editors' note",
    "this article has been amended", "this article has been corrected", "this article has been updated to", "this article was amended",
    "this article was corrected", "this article was updated", "this report has been corrected", "this story has been amended",
    "this story has been corrected", "this story has been updated to", "this story was corrected", "this story was updated",
];
