//! Finds the paragraphs of a text.
//!
//! "First line of a\nparagraph that goes\non.\n\nNext one." has two.
//!
//! Some texts put each paragraph on a line of its own, others put blank lines
//! between, and others wrap every line at a fixed width. So two neighbouring
//! lines are one paragraph when the break between them says nothing: the text
//! is wrapped throughout and the second line's first word had no room on the
//! first, or the second line goes on in lower case where the first stopped
//! without a mark.

use crate::model::{Span, month_named};

/// A wrapped text has lines no longer than this, in bytes.
const WIDEST_WRAP: usize = 120;
/// And no narrower than this: shorter lines are lists, tables or verse.
const NARROWEST_WRAP: usize = 45;
/// A line shorter than this, in bytes, is complete even if no mark ends it.
const SHORT_LINE: usize = 30;

/// Returns the paragraphs in order, without the white space around them.
pub(super) fn paragraphs_in(text: &str) -> Vec<Span> {
    let lines = lines(text);
    let width = wrap_width(text, &lines);
    let mut paragraphs: Vec<Span> = Vec::new();
    let mut open = false;
    for (index, &line) in lines.iter().enumerate() {
        if line.is_empty() {
            open = false;
            continue;
        }
        match paragraphs.last_mut() {
            Some(last) if open && goes_on(text, lines[index - 1], line, width) => last.end = line.end,
            _ => paragraphs.push(line),
        }
        open = true;
    }
    paragraphs
}

/// Returns every line without the white space around it; blank ones are empty.
fn lines(text: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let mut start = 0;
    for line in text.split(['\n', '\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}']) {
        let trimmed = line.trim_matches(is_blank);
        // `\r\n` is one break, not a blank line.
        let inside_crlf = line.is_empty() && start > 0 && text.as_bytes()[start - 1] == b'\n' && start >= 2 && {
            text.as_bytes()[start - 2] == b'\r'
        };
        if !inside_crlf || !trimmed.is_empty() {
            let from = start + (line.len() - line.trim_start_matches(is_blank).len());
            found.push(Span::new(from, from + trimmed.len()));
        }
        let after = start + line.len();
        start = after + text[after..].chars().next().map_or(0, char::len_utf8);
    }
    found
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || matches!(c, '\u{feff}' | '\u{200b}')
}

/// Returns the width that the whole text is wrapped at, if it is.
fn wrap_width(text: &str, lines: &[Span]) -> Option<usize> {
    let width = lines.iter().map(|line| line.len()).max()?;
    if !(NARROWEST_WRAP..=WIDEST_WRAP).contains(&width) {
        return None;
    }
    let pairs = lines.windows(2).filter(|pair| !pair[0].is_empty() && !pair[1].is_empty());
    let (mut full, mut open, mut all) = (0, 0, 0);
    for pair in pairs {
        all += 1;
        full += usize::from(had_no_room(text, pair[0], pair[1], width));
        open += usize::from(!ends_with_stop(pair[0].of(text)));
    }
    (3 <= all && all * 7 <= full * 10 && all <= open * 2).then_some(width)
}

/// Returns whether the first word of `next` would have made `line` too long.
fn had_no_room(text: &str, line: Span, next: Span, width: usize) -> bool {
    let word = next.of(text).split_whitespace().next().map_or(0, str::len);
    width < line.len() + 1 + word && width * 3 <= line.len() * 5
}

fn ends_with_stop(line: &str) -> bool {
    line.ends_with(['.', '!', '?', ':', ';', '"', '”', '’', '\'', ')', '…'])
}

fn goes_on(text: &str, line: Span, next: Span, width: Option<usize>) -> bool {
    let (before, after) = (line.of(text), next.of(text));
    if after.starts_with(['-', '•', '*', '–', '—', '·', '▪', '●']) {
        return false;
    }
    if after.starts_with(|c: char| c.is_ascii_digit()) && ends_with_month(before) {
        return true; // "on Nov.\n6"
    }
    let in_sentence = after.starts_with(char::is_lowercase) && !ends_with_stop(before) && SHORT_LINE <= before.len();
    in_sentence || width.is_some_and(|width| had_no_room(text, line, next, width))
}

/// Returns whether a line of several words breaks off behind a month.
fn ends_with_month(line: &str) -> bool {
    let is_month =
        |word: &str| word.starts_with(char::is_uppercase) && month_named(word.trim_end_matches('.')).is_some();
    line.rsplit_once(' ').is_some_and(|(_, last)| is_month(last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: &[&str]) {
        let got: Vec<_> = paragraphs_in(text).into_iter().map(|span| span.of(text).replace('\n', "/")).collect();
        assert_eq!(got, want);
    }

    #[test]
    fn lines_are_paragraphs_unless_the_text_is_wrapped() {
        check("One.\nTwo.\n\nThree.\n", &["One.", "Two.", "Three."]);
        check("One.\r\nTwo.\r\n\r\nThree.", &["One.", "Two.", "Three."]);
        check(" \n\u{feff}\n", &[]);
        check(
            "The council met on Tuesday to settle the\nquestion of the harbour wall, which has\nstood open since the storm of last March\nand has cost the town a good deal.\nA vote is due.",
            &[
                "The council met on Tuesday to settle the/question of the harbour wall, which has/stood open since the storm of last March/and has cost the town a good deal.",
                "A vote is due.",
            ],
        );
    }

    #[test]
    fn a_line_that_stops_in_mid_sentence_goes_on() {
        check(
            "Ministers agreed late on Sunday night to\nextend the deadline.",
            &["Ministers agreed late on Sunday night to/extend the deadline."],
        );
        check("He died on Nov.\n6, aged 71.", &["He died on Nov./6, aged 71."]);
        check("Apples\npears and\n- plums", &["Apples", "pears and", "- plums"]);
    }
}
