//! Brings the words of a time into the few forms that are read: `last night at 11` is `yesterday at 11` of a last night.

use super::day_part::PartOfDay;
use super::parts::month;

/// What people write for a form that is read.
struct Phrase {
    words: &'static str,
    plain: &'static str,
    #[cfg_attr(not(test), expect(dead_code, reason = "the evidence of the row"))]
    example: &'static str,
    /// What the example comes to, in forms that need no row.
    #[cfg_attr(not(test), expect(dead_code, reason = "the evidence of the row"))]
    means: &'static str,
}

const fn row(words: &'static str, plain: &'static str, example: &'static str, means: &'static str) -> Phrase {
    Phrase { words, plain, example, means }
}

/// Every phrase; one stands before those that are a part of it.
#[rustfmt::skip]
const PHRASES: &[Phrase] = &[
    row("the day before yesterday", "2 days ago", "the day before yesterday", "2 days ago"),
    row("day before yesterday", "2 days ago", "day before yesterday 8pm", "2 days ago 8pm"),
    row("the day after tomorrow", "in 2 days", "8am the day after tomorrow", "8am in 2 days"),
    row("half an hour ago", "30 minutes ago", "half an hour ago", "30 minutes ago"),
    row("half an hour from now", "in 30 minutes", "half an hour from now", "in 30 minutes"),
    row("a couple of", "2", "a couple of hours ago", "2 hours ago"),
    row("just now", "now", "just now", "now"),
    row("right now", "now", "right now", "now"),
    row("last night", "yesterday lastnight", "last night at 11", "yesterday 11pm"),
    row("this morning", "today morning", "9.30 this morning", "today 9.30am"),
    row("this afternoon", "today afternoon", "this afternoon at 3", "today 3pm"),
    row("this evening", "today evening", "this evening at 8", "today 8pm"),
    row("tonight", "today tonight", "tonight at 9", "today 9pm"),
    row("in the", "", "8 in the evening on 9 March 2025", "9 March 2025 8pm"),
    row("at night", "night", "9 March 2025 at 11 at night", "9 March 2025 11pm"),
];

/// Returns the words of a time in plain form, and the part of the day that they name.
pub(super) fn plain(text: &str) -> (Vec<String>, Option<PartOfDay>) {
    let lower = text.to_lowercase().replace("a.m.", "am").replace("p.m.", "pm").replace('[', " [");
    let words: Vec<&str> = lower.split([' ', ',', '\t', '\n', '\u{A0}']).filter(|word| !word.is_empty()).collect();
    let mut joined = format!(" {} ", words.join(" "));
    for phrase in PHRASES {
        joined = joined.replace(&format!(" {} ", phrase.words), &format!(" {} ", phrase.plain));
    }
    let mut words: Vec<String> = joined.split_whitespace().flat_map(parted).collect();
    let part = words.iter().position(|word| PartOfDay::named(word).is_some()).map(|at| words.remove(at));
    (words, part.and_then(|word| PartOfDay::named(&word)))
}

/// Returns the parts of `14-mar-2025`, of `20250314090000` and of `21h30` in forms that are read, any other word as it is.
fn parted(word: &str) -> Vec<String> {
    let is_digits = |word: &str| !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_digit());
    if is_digits(word) && matches!(word.len(), 12 | 14) {
        return vec![format!("{}t{}", &word[..8], &word[8..])];
    }
    if let Some((hour, minutes)) = word.split_once('h')
        && is_digits(hour)
        && is_digits(minutes)
        && hour.len() <= 2
        && minutes.len() == 2
    {
        return vec![format!("{hour}:{minutes}")];
    }
    let parts: Vec<&str> = word.split(['-', '/']).collect();
    match parts.len() == 3 && parts.iter().any(|part| month(part).is_some()) {
        true => parts.into_iter().map(str::to_owned).collect(),
        false => vec![word.to_owned()],
    }
}

#[cfg(test)]
mod tests {
    use chrono_tz::Tz;

    use super::*;
    use crate::model::{TimeDirection, WrittenTime};

    #[test]
    fn every_phrase_means_what_its_row_says() {
        let now = "2025-04-25T12:00:00Z".parse().unwrap();
        let read = |text: &str| WrittenTime::read(text).expect(text).resolve(now, Tz::UTC, TimeDirection::Past);
        for (at, phrase) in PHRASES.iter().enumerate() {
            assert_eq!(read(phrase.example), read(phrase.means), "for {}", phrase.example);
            let with_blanks = format!(" {} ", phrase.example);
            assert!(with_blanks.contains(&format!(" {} ", phrase.words)), "{}", phrase.example);
            let longer = PHRASES[at + 1..].iter().find(|later| later.words.contains(phrase.words));
            assert!(longer.is_none(), "`{}` hides a later row", phrase.words);
        }
    }
}
