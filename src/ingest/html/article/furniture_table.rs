//! Lists lines that sites put between the paragraphs of an article.

use crate::model::{is_zone_abbreviation, month_named, weekday_named};
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
    OPENINGS.iter().any(|(opening, _)| start.starts_with(opening))
}

/// Openings of lines that ask readers to read, follow or write elsewhere, in lower case, each with such a line.
#[rustfmt::skip]
const OPENINGS: &[(&str, &str)] = &[
    ("read more:", "Read more: The mill in pictures"),
    ("read more about", "Read more about the fire"),
    ("read more on", "Read more on this story"),
    ("read also:", "Read also: The mill in pictures"),
    ("also read:", "Also read: The mill in pictures"),
    ("read next:", "Read next: The mill in pictures"),
    ("more:", "More: The mill in pictures"),
    ("more :", "MORE : The mill in pictures"),
    ("see also:", "See also: The mill in pictures"),
    ("related:", "Related: The mill in pictures"),
    ("related article", "Related articles"),
    ("follow us on", "Follow us on social media"),
    ("follow him on", "Follow him on social media"),
    ("follow her on", "Follow her on social media"),
    ("follow them on", "Follow them on social media"),
    ("like us on", "Like us on social media"),
    ("join us on", "Join us on social media"),
    ("sign up for", "Sign up for our morning letter"),
    ("sign up to", "Sign up to our morning letter"),
    ("subscribe to", "Subscribe to our podcast"),
    ("get in touch with", "Get in touch with our newsdesk"),
    ("like this story?", "Like this story? Share it"),
    ("want more stories", "Want more stories like this?"),
    ("do you have a story", "Do you have a story for us?"),
    ("contact us at", "Contact us at the newsdesk"),
    ("download our app", "Download our app"),
    ("download the app", "Download the app"),
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
        let is_zone = is_zone_abbreviation(letters);
        let letters = letters.to_lowercase();
        letters.is_empty() || is_zone || others.contains(&letters.as_str()) || is_calendar_word(&letters)
    });
    all && has_number && 1 < n_words && n_words <= LONGEST
}

/// Returns whether a word in lower case names a day, a month or half of a day: "tuesday", "sept", "3rd" without its digit.
fn is_calendar_word(word: &str) -> bool {
    weekday_named(word).is_some()
        || month_named(word).is_some()
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
    NOTES.iter().any(|(opening, _)| start.starts_with(opening))
}

/// Openings of notes that say what was changed, in lower case, each with such a note.
#[rustfmt::skip]
const NOTES: &[(&str, &str)] = &[
    ("an earlier version of this", "An earlier version of this report gave the wrong day."),
    ("a previous version of this", "A previous version of this report gave the wrong day."),
    ("clarification", "Clarification: the bridge was shut on Monday."),
    ("correction", "Correction: the bridge was shut on Monday."),
    ("corrected ", "Corrected on Monday: the bridge was shut."),
    ("editor's note", "Editor’s note: the day was wrong."),
    ("editors' note", "Editors’ note: the day was wrong."),
    ("this article has been amended", "This article has been amended to give the right day."),
    ("this article has been corrected", "This article has been corrected to give the right day."),
    ("this article has been updated to", "This article has been updated to include the mayor's words."),
    ("this article was amended", "This article was amended to give the right day."),
    ("this article was corrected", "This article was corrected to give the right day."),
    ("this article was updated", "This article was updated to give the right day."),
    ("this report has been corrected", "This report has been corrected to give the right day."),
    ("this story has been amended", "This story has been amended to give the right day."),
    ("this story has been corrected", "This story has been corrected to give the right day."),
    ("this story has been updated to", "This story has been updated to include the mayor's words."),
    ("this story was corrected", "This story was corrected to give the right day."),
    ("this story was updated", "This story was updated to give the right day."),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_opening_fires_on_its_own_line() {
        let first = |rows: &[(&'static str, &str)], line: &str| {
            let line = line.replace('’', "'").to_lowercase();
            rows.iter().find(|(opening, _)| line.starts_with(opening)).map(|(opening, _)| *opening)
        };
        for (opening, line) in OPENINGS {
            assert!(is_furniture(line) && first(OPENINGS, line) == Some(opening), "{line}");
        }
        for (opening, note) in NOTES {
            assert!(is_note(note) && first(NOTES, note) == Some(opening), "{note}");
        }
    }

    #[test]
    fn lines_that_only_begin_alike_stay() {
        for line in [
            "More than forty people were hurt.",
            "Relatedness is no proof, the judge said.",
            "Signs of a fire were seen.",
        ] {
            assert!(!is_furniture(line) && !is_note(line), "{line}");
        }
    }
}
