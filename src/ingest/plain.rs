//! Reads an article file in plain text.
//!
//! ```text
//! Ferry burns off Cebu                    headline
//! Divers search for the missing           standfirst, if there is one
//! By Marisol Abad                         byline, if there is one
//! Published 14 March 2025 07:40           stated times, if there are any
//!
//! A ferry caught fire on Tuesday …        paragraphs
//! ```
//!
//! What a line is, `text::line_kind` says later, of the whole text; here the lines above the body are told apart, by their
//! place and their looks, before there is a text.
//!
//! Texts that people paste look otherwise: paragraphs on single lines, the
//! headline twice, a summary before it. What is no headline by its looks stays
//! a paragraph; but for a repeated headline and a line of stated times, which
//! change by themselves, no word is ever left out.

use chrono_tz::Tz;

use super::{clean, stated_times};
use crate::model::{Capture, Content};

/// A headline has at most so many words; longer, it is a paragraph.
const HEADLINE_WORDS: usize = 30;
/// A standfirst has at most so many words.
const STANDFIRST_WORDS: usize = 60;
/// Lines below the headline that can be standfirst and byline.
const HEAD_LINES: usize = 3;

/// Reads what the file holds; headline, standfirst and byline by where they stand. Times without a zone are in `zone`.
pub(super) fn capture(text: &str, zone: Tz) -> Capture {
    let mut capture = Capture::default();
    let mut lines: Vec<String> = text.lines().map(clean::line).collect();
    stated_times::take_lines(&mut lines, zone, &mut capture);
    capture.content = content(&lines);
    capture
}

/// Returns headline, standfirst, byline and body of the lines of a plain text.
fn content(lines: &[String]) -> Content {
    let blocks: Vec<Vec<&str>> = lines
        .split(String::is_empty)
        .filter(|block| !block.is_empty())
        .map(|block| block.iter().map(String::as_str).collect())
        .collect();
    let mut content = Content::default();
    let mut rest: Vec<Vec<&str>> = Vec::new();
    match head_of(&blocks) {
        Some(head) => {
            content.headline = Some(head.headline.to_owned());
            content.standfirst = head.standfirst.map(str::to_owned);
            content.byline = head.byline.map(str::to_owned);
            rest.extend(head.summary.map(|summary| vec![summary]));
            rest.extend(head.rest);
        }
        None => rest = blocks,
    }
    content.body = clean::paragraphs(rest.iter().flat_map(|block| paragraphs_of(block)));
    content
}

/// The lines above the body.
#[derive(Default)]
struct Head<'t> {
    /// A paragraph that stood before the headline.
    summary: Option<&'t str>,
    headline: &'t str,
    standfirst: Option<&'t str>,
    byline: Option<&'t str>,
    rest: Vec<Vec<&'t str>>,
}

fn head_of<'t>(blocks: &[Vec<&'t str>]) -> Option<Head<'t>> {
    let lines: Vec<&str> = blocks.iter().flatten().copied().collect();
    let first = *lines.first()?;
    if lines.len() == 1 {
        return None;
    }
    let mut head = Head::default();
    let twice = |line: &&str| lines.iter().take(HEAD_LINES + 2).filter(|other| *other == line).count() > 1;
    if looks_like_headline(first) {
        head.headline = first;
    } else {
        // A summary, then the headline twice: the text was copied from a page.
        head.headline = lines.get(1).filter(|line| looks_like_headline(line) && twice(line))?;
        head.summary = Some(first);
    }
    let mut blocks: Vec<Vec<&str>> = blocks.to_vec();
    let mut above = 1 + usize::from(head.summary.is_some());
    drop_lines(&mut blocks, above);
    while blocks.first().and_then(|block| block.first()) == Some(&head.headline) {
        drop_lines(&mut blocks, 1);
        above += 1;
    }
    take_standfirst_and_byline(&mut head, &mut blocks, above == 1);
    head.rest = blocks;
    Some(head)
}

/// Takes the lines between headline and body, where they look like what stands there.
fn take_standfirst_and_byline<'t>(head: &mut Head<'t>, blocks: &mut Vec<Vec<&'t str>>, joined: bool) {
    let Some(block) = blocks.first() else { return };
    // Standfirst and byline that stand close below the headline end with an empty line.
    let closed = joined && blocks.len() > 1 && block.len() <= HEAD_LINES;
    let lines = block.clone();
    for line in lines.into_iter().take(HEAD_LINES) {
        let next = following(blocks);
        if head.byline.is_none() && looks_like_byline(line) {
            head.byline = Some(line);
        } else if head.standfirst.is_none() && head.byline.is_none() && is_standfirst(line, next, closed) {
            head.standfirst = Some(line);
        } else {
            break;
        }
        drop_lines(blocks, 1);
    }
}

/// Returns the line after the first.
fn following<'t>(blocks: &[Vec<&'t str>]) -> Option<&'t str> {
    blocks.iter().flatten().nth(1).copied()
}

fn is_standfirst(line: &str, next: Option<&str>, closed: bool) -> bool {
    let words = line.split_whitespace().count();
    if words > STANDFIRST_WORDS {
        return false;
    }
    // Among paragraphs on single lines, only one that is much shorter than the next.
    closed || next.is_some_and(|next| looks_like_byline(next) || line.len() * 2 < next.len() && words > 3)
}

/// Returns whether a line may be a headline: short and, but for a question or an exclamation, no full sentence.
fn looks_like_headline(line: &str) -> bool {
    let words = line.split_whitespace().count();
    let ends_sentence = line.ends_with(['.', ';', ':', ',']) && !line.ends_with("...");
    (1..=HEADLINE_WORDS).contains(&words) && !(ends_sentence && words > 5)
}

/// Returns whether a line says who wrote the article.
pub(super) fn looks_like_byline(line: &str) -> bool {
    let mut words = line.split_whitespace();
    let opens = matches!(words.next(), Some("By" | "BY" | "by" | "Von" | "Par" | "Por"));
    let name = words.next().is_some_and(|word| word.chars().next().is_some_and(char::is_uppercase));
    opens && name && line.split_whitespace().count() <= 20 && !line.ends_with('.')
}

fn drop_lines(blocks: &mut Vec<Vec<&str>>, count: usize) {
    for _ in 0..count {
        if let Some(block) = blocks.first_mut() {
            block.remove(0);
        }
        blocks.retain(|block| !block.is_empty());
    }
}

/// Returns the paragraphs of a block: one where it is wrapped text, else one a line.
fn paragraphs_of(block: &[&str]) -> Vec<String> {
    match is_wrapped(block) {
        true => vec![block.join(" ")],
        false => block.iter().map(|line| (*line).to_owned()).collect(),
    }
}

/// Returns whether a text is wrapped: its lines are of about one length and break within sentences.
fn is_wrapped(block: &[&str]) -> bool {
    let Some((_, full)) = block.split_last().filter(|(_, full)| !full.is_empty()) else { return false };
    let lengths = full.iter().map(|line| line.chars().count());
    let (shortest, longest) = (lengths.clone().min().unwrap_or(0), lengths.max().unwrap_or(0));
    let broken = full.iter().filter(|line| !line.ends_with(['.', '!', '?', '”', '"', ':'])).count();
    (40..=100).contains(&longest) && longest - shortest <= 25 && broken * 2 > full.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, headline: &str, standfirst: &str, byline: &str, body: &str) {
        let got = capture(text, Tz::UTC).content;
        let part = |part: &Option<String>| part.clone().unwrap_or_default();
        let (head, stand, by) = (part(&got.headline), part(&got.standfirst), part(&got.byline));
        assert_eq!((head.as_str(), stand.as_str(), by.as_str()), (headline, standfirst, byline));
        assert_eq!(got.body, body);
    }

    const LONG: &str = "A ferry with more than two hundred people on board caught fire on Tuesday, police said.";

    #[test]
    fn an_article_file_opens_with_headline_standfirst_and_byline() {
        let text =
            format!("Ferry burns off Cebu\r\nDivers search on\r\nBy Ann Lee and Bo Tan\r\n\r\n{LONG}\r\n\r\nIt sank.");
        check(
            &text,
            "Ferry burns off Cebu",
            "Divers search on",
            "By Ann Lee and Bo Tan",
            &format!("{LONG}\n\nIt sank."),
        );
        check(&format!("Ferry burns\nBy Ann Lee\n\n{LONG}"), "Ferry burns", "", "By Ann Lee", LONG);
        check(&format!("Ferry burns\n\n{LONG}"), "Ferry burns", "", "", LONG);
        check(&format!("Ferry burns\n\nBy Ann Lee\n\n{LONG}"), "Ferry burns", "", "By Ann Lee", LONG);
    }

    #[test]
    fn a_pasted_text_keeps_every_word_but_the_second_headline() {
        let text =
            format!("{LONG}\nFerry burns off Cebu\n\nFerry burns off Cebu\nDivers search on for many.\n{LONG}\n{LONG}");
        let body = format!("{LONG}\n\n{LONG}\n\n{LONG}");
        check(&text, "Ferry burns off Cebu", "Divers search on for many.", "", &body);
    }

    #[test]
    fn a_line_of_stated_times_below_the_headline_is_no_part_of_the_text() {
        let text = format!("Ferry burns\n\nBy Ann Lee\n\nPublished 14 March 2025 07:40\n\n{LONG}");
        check(&text, "Ferry burns", "", "By Ann Lee", LONG);
        assert_eq!(capture(&text, Tz::UTC).published.unwrap().to_string(), "2025-03-14T07:40:00Z");
    }

    #[test]
    fn a_text_without_headline_is_all_body() {
        check(LONG, "", "", "", LONG);
        check(&format!("{LONG}\n\n{LONG}"), "", "", "", &format!("{LONG}\n\n{LONG}"));
        check("Fire out.", "", "", "", "Fire out.");
        check("", "", "", "", "");
    }

    #[test]
    fn wrapped_lines_become_one_paragraph() {
        let wrapped =
            "A ferry with more than two hundred people\non board caught fire on Tuesday off Cebu,\npolice said.";
        check(&format!("Fire\n\n{wrapped}"), "Fire", "", "", &wrapped.replace('\n', " "));
    }
}
