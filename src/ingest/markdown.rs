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

/// Keys of front matter that are read; without one of them, lines between two rules are the article's own.
#[rustfmt::skip]
const KEYS: &[&str] = &[
    "author", "authors", "byline", "canonical", "date", "dek", "description", "headline", "lastmod", "link", "modified",
    "outlet", "publication", "published", "publisher", "standfirst", "subtitle", "title", "updated", "url",
];

/// Returns whether a text begins with lines of `key: value` between two lines of hyphens.
pub(super) fn begins_with_front_matter(text: &str) -> bool {
    split_front_matter(text).is_some()
}

/// Returns the lines of front matter at the beginning of a text, and what follows; words between two rules are none.
fn split_front_matter(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start_matches('\u{FEFF}').trim_start();
    let rest = text.strip_prefix("---").filter(|rest| rest.starts_with(['\n', '\r']))?;
    let end = rest.find("\n---")?;
    let (lines, after) = (&rest[..end], &rest[end + "\n---".len()..]);
    let is_known = |line: &str| key_of(line).is_some_and(|key| KEYS.contains(&key.to_ascii_lowercase().as_str()));
    let is_front = lines.lines().all(is_front_line) && lines.lines().any(is_known);
    is_front.then(|| (lines, after.find('\n').map_or("", |at| &after[at..])))
}

/// Returns the key of a line of front matter: "title", "published-at".
fn key_of(line: &str) -> Option<&str> {
    let key = line.split_once(':')?.0.trim_end();
    let is_key =
        key.starts_with(char::is_alphabetic) && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-'));
    is_key.then_some(key)
}

/// Returns whether a line may stand in front matter: a key, what belongs to the key above it, a comment, nothing.
fn is_front_line(line: &str) -> bool {
    line.trim().is_empty() || line.starts_with([' ', '\t', '#']) || line.starts_with("- ") || key_of(line).is_some()
}

/// Reads `--- key: value … ---` at the beginning and returns what follows.
fn front_matter<'t>(text: &'t str, zone: Tz, capture: &mut Capture) -> &'t str {
    let Some((lines, after)) = split_front_matter(text) else {
        return text.trim_start_matches('\u{FEFF}').trim_start();
    };
    for line in lines.lines() {
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
    after
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
    fn words_between_two_rules_are_no_front_matter() {
        for text in [
            "---\nMANILA: Two people died in a fire.\n\nThe ship sank at noon.\n\n---\nMore to come.",
            "---\nUpdate: Two men died\n---\nMore to come.",
            "---\nTitle: A fire\nThe ship sank at noon.\n---\nMore to come.",
        ] {
            assert!(!begins_with_front_matter(text), "{text}");
            let words = text.split_whitespace().filter(|word| *word != "---").count();
            assert_eq!(capture(text, Tz::UTC).content.body.split_whitespace().count(), words, "{text}");
        }
        let text = "---\n# written by hand\npublished-at: 9\ntitle: A fire\ntags:\n- sea\n---\nIt burns.";
        assert!(begins_with_front_matter(text), "{text}");
        assert_eq!(capture(text, Tz::UTC).content.headline.as_deref(), Some("A fire"));
    }

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
