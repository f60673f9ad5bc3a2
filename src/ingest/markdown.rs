//! Reads an article in Markdown: front matter, `# headline`, paragraphs.
//!
//! Marks that only shape the page are taken off, so that a `**` put in is no
//! change of words. This is no full `CommonMark`: an article has paragraphs,
//! headings, lists, links and quotations, and those are read.

use chrono_tz::Tz;

use super::plain::looks_like_byline;
use super::{clean, stated_times};
use crate::model::{Capture, DocumentTime};

/// Reads a Markdown file; `zone` is that of dates which state none.
pub(super) fn capture(text: &str, zone: Tz) -> Capture {
    let mut capture = Capture::default();
    let body = front_matter(text, zone, &mut capture);
    let mut paragraphs: Vec<String> = Vec::new();
    let mut open = String::new();
    let mut lines: Vec<String> = body.lines().map(clean::line).collect();
    stated_times::take_lines(&mut lines, zone, &mut capture);
    for line in &lines {
        let (text, stands_alone) = without_block_mark(line);
        if (line.is_empty() || stands_alone) && !open.is_empty() {
            paragraphs.push(std::mem::take(&mut open));
        }
        if let Some(headline) = line.strip_prefix("# ").filter(|_| capture.content.headline.is_none()) {
            capture.content.headline = Some(without_marks(headline)).filter(|headline| !headline.is_empty());
            continue;
        }
        let words = without_marks(text);
        if !open.is_empty() && !words.is_empty() {
            open.push(' ');
        }
        open.push_str(&words);
        if stands_alone && line.starts_with('#') {
            paragraphs.push(std::mem::take(&mut open));
        }
    }
    paragraphs.push(open);
    paragraphs.retain(|paragraph| !paragraph.trim().is_empty());
    if capture.content.byline.is_none() && paragraphs.first().is_some_and(|first| looks_like_byline(first)) {
        capture.content.byline = Some(paragraphs.remove(0));
    }
    capture.content.body = clean::paragraphs(&paragraphs);
    capture
}

/// Returns whether a text begins with lines of `key: value` between two lines of hyphens.
pub(super) fn begins_with_front_matter(text: &str) -> bool {
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    let Some(rest) = text.strip_prefix("---").filter(|rest| rest.starts_with(['\n', '\r'])) else { return false };
    let is_key =
        |key: &str| key.starts_with(char::is_alphabetic) && key.chars().all(|c| c.is_alphanumeric() || c == '_');
    let first = rest.trim_start().lines().next().and_then(|line| line.split_once(':'));
    rest.contains("\n---") && first.is_some_and(|(key, _)| is_key(key.trim()))
}

/// Reads `--- key: value … ---` at the beginning and returns what follows.
fn front_matter<'t>(text: &'t str, zone: Tz, capture: &mut Capture) -> &'t str {
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    let Some(rest) = text.strip_prefix("---").filter(|rest| rest.starts_with(['\n', '\r'])) else { return text };
    let Some(end) = rest.find("\n---") else { return text };
    for line in rest[..end].lines() {
        let Some((key, value)) = line.split_once(':') else { continue };
        let value = clean::flow(value.trim().trim_matches(['"', '\'']));
        if value.is_empty() {
            continue;
        }
        let content = &mut capture.content;
        match key.trim().to_ascii_lowercase().as_str() {
            "title" | "headline" => content.headline = Some(value),
            "subtitle" | "standfirst" | "dek" | "description" => content.standfirst = Some(value),
            "author" | "authors" | "byline" => content.byline = Some(value),
            "date" | "published" => capture.published = DocumentTime::read(&value, zone),
            "updated" | "modified" | "lastmod" => capture.modified = DocumentTime::read(&value, zone),
            "outlet" | "publisher" | "publication" => capture.outlet = Some(value),
            "url" | "canonical" | "link" => capture.addresses.push(value),
            _ => {}
        }
    }
    let after = &rest[end + "\n---".len()..];
    after.find('\n').map_or("", |at| &after[at..])
}

/// Takes off what opens a heading, list item or quotation; says whether the line begins a block of its own.
fn without_block_mark(line: &str) -> (&str, bool) {
    if line.starts_with('#') {
        return (line.trim_start_matches('#').trim(), true);
    }
    if let Some(rest) = line.strip_prefix('>') {
        return (rest.trim_start(), false);
    }
    if line.len() > 2 && line.chars().all(|c| matches!(c, '-' | '*' | '_' | ' ')) {
        return ("", true);
    }
    match ["- ", "* ", "+ "].iter().find_map(|mark| line.strip_prefix(mark)) {
        Some(item) => (item.trim_start(), true),
        None => (line, false),
    }
}

/// Returns a line without marks, and without the spaces that then stand at its ends.
fn without_marks(text: &str) -> String {
    between_marks(text).trim().to_owned()
}

/// Takes off emphasis, code marks and link targets; pictures go whole.
fn between_marks(text: &str) -> String {
    plain_words(&mut LinkFinder::new(text))
}

fn plain_words(links: &mut LinkFinder<'_>) -> String {
    let text = links.text;
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let after = &rest[c.len_utf8()..];
        rest = match c {
            '\\' => match after.chars().next().filter(char::is_ascii_punctuation) {
                Some(sign) => {
                    plain.push(sign);
                    &after[1..]
                }
                None => {
                    plain.push(c);
                    after
                }
            },
            '!' if after.starts_with('[') => links.link(after).map_or(after, |(_, after)| after),
            '[' => match links.link(rest) {
                Some((words, after)) => {
                    plain.push_str(&between_marks(words));
                    after
                }
                None => {
                    plain.push(c);
                    after
                }
            },
            // An underscore within a word is a letter of it.
            '_' if plain.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric) => {
                plain.push(c);
                after
            }
            '*' | '`' | '_' => after,
            c => {
                plain.push(c);
                after
            }
        };
    }
    plain
}

/// Finds the links of a line from left to right, in linear time however many brackets open none.
struct LinkFinder<'t> {
    text: &'t str,
    words_end: NextMatch,
    target_end: NextMatch,
}

impl<'t> LinkFinder<'t> {
    fn new(text: &'t str) -> Self {
        Self { text, words_end: NextMatch::new("]("), target_end: NextMatch::new(")") }
    }

    /// Reads `[words](target)` at the beginning of `rest`, an end of the line; returns the words and what follows.
    fn link(&mut self, rest: &'t str) -> Option<(&'t str, &'t str)> {
        let first = self.text.len() - rest.len() + 1;
        let words_end = self.words_end.from(self.text, first)?;
        let target_end = self.target_end.from(self.text, words_end + 2)?;
        Some((&self.text[first..words_end], &self.text[target_end + 1..]))
    }
}

/// The next place of a pattern, searched for only from behind the last one that was found.
struct NextMatch {
    pattern: &'static str,
    /// The place found last; the end of the text where there is none.
    found: Option<usize>,
    /// Bytes that were searched through.
    #[cfg(test)]
    searched: usize,
}

impl NextMatch {
    const fn new(pattern: &'static str) -> Self {
        Self {
            pattern,
            found: None,
            #[cfg(test)]
            searched: 0,
        }
    }

    /// Returns the first place of the pattern at `from` or behind; `from` never goes back.
    fn from(&mut self, text: &str, from: usize) -> Option<usize> {
        if self.found.is_none_or(|found| found < from) {
            let end = text[from..].find(self.pattern).map_or(text.len(), |at| from + at);
            #[cfg(test)]
            {
                self.searched += end - from;
            }
            self.found = Some(end);
        }
        self.found.filter(|&found| found < text.len())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn front_matter_headline_and_words_are_read() {
        let text = "---\ntitle: \"Ferry burns\"\ndate: 2025-08-12T06:50:00+08:00\nupdated: 2025-08-13\nauthor: Ann Lee\n\
            url: https://example.org/ferry\n---\n\nA *ferry* caught\nfire, the [coast guard](https://example.org/cg) said.\n\n\
            ## What we know\n- Twelve are **dead**\n- A hundred_and_one are safe\n\n> It burnt\n> fast.\n";
        let capture = capture(text, Tz::UTC);
        assert_eq!(capture.content.headline.as_deref(), Some("Ferry burns"));
        assert_eq!(capture.content.byline.as_deref(), Some("Ann Lee"));
        assert_eq!(capture.published.unwrap().to_string(), "2025-08-11T22:50:00Z");
        assert_eq!(capture.modified.unwrap().to_string(), "2025-08-13");
        assert_eq!(capture.addresses, ["https://example.org/ferry"]);
        let body = "A ferry caught fire, the coast guard said.\n\nWhat we know\n\nTwelve are dead\n\n\
            A hundred_and_one are safe\n\nIt burnt fast.";
        assert_eq!(capture.content.body, body);
    }

    #[test]
    fn a_heading_is_the_headline_and_a_byline_may_follow() {
        let capture = capture("# Ferry *burns*\n\nBy Ann Lee\n\nIt sank. 2 \\* 3 [sic]\n\n---\n", Tz::UTC);
        assert_eq!(capture.content.headline.as_deref(), Some("Ferry burns"));
        assert_eq!(capture.content.byline.as_deref(), Some("By Ann Lee"));
        assert_eq!(capture.content.body, "It sank. 2 * 3 [sic]");
    }

    #[test]
    fn links_are_searched_for_once_whatever_the_brackets() {
        for part in ["[", "![", "[a](", "[a](b", "[a](b)", "[[a](b) [", "](", "[![a](b)](c)"] {
            let line = part.repeat(1_000);
            let mut links = LinkFinder::new(&line);
            plain_words(&mut links);
            for end in [links.words_end, links.target_end] {
                assert!(end.searched <= line.len(), "{} of {} bytes: {part}", end.searched, line.len());
            }
        }
    }

    #[test]
    fn brackets_that_open_no_link_stay() {
        for (line, want) in [
            ("[a [b](c) d", "a [b d"),
            ("[a](b [c](d) e", "a e"),
            ("[a](b", "[a](b"),
            ("[*a*](b) [c](d)", "a c"),
            ("[", "["),
        ] {
            assert_eq!(without_marks(line), want, "for {line}");
        }
    }

    #[test]
    fn marks_around_nothing_leave_nothing() {
        let capture = capture("# **\n\n![a boat](boat.png) It\n**\nsank.\n*\n\n` `\n", Tz::UTC);
        assert_eq!(capture.content.headline, None);
        assert_eq!(capture.content.body, "It sank.");
    }
}
