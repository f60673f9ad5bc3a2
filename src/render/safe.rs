//! Removes what could act in a feed, a calendar or a page: addresses that run code, signs that steer, marks of Markdown.

pub(crate) use crate::model::plain_line as one_line;

/// Returns an address that a reader may follow: one of the web, without signs that steer.
pub(crate) fn web_address(url: &str) -> Option<&str> {
    let lower = url.get(..8).unwrap_or(url).to_ascii_lowercase();
    let is_web = lower.starts_with("http://") || lower.starts_with("https://");
    let is_plain = !url.contains(|c: char| c.is_control() || c.is_whitespace() || matches!(c, '"' | '<' | '>'));
    (is_web && is_plain).then_some(url)
}

/// Characters that Markdown would read as marks.
const MARKS: &[char] = &['\\', '`', '*', '_', '[', ']', '<', '>', '#', '|', '~', '&'];

/// Escapes what Markdown would read as a mark; line breaks become spaces.
pub(crate) fn escape_markdown(words: &str) -> String {
    let mut text = String::with_capacity(words.len());
    for c in one_line(words).chars() {
        if MARKS.contains(&c) {
            text.push('\\');
        }
        text.push(c);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_the_web_are_followed_and_no_others() {
        for url in ["https://a.example/1", "HTTP://a.example/1?x=y#z"] {
            assert_eq!(web_address(url), Some(url));
        }
        for url in [
            "javascript:alert(1)",
            " javascript:alert(1)",
            "data:text/html,x",
            "//a.example",
            "https://a.example/\u{1b}[31m",
            "https://a.example/\" onclick=\"x",
            "",
        ] {
            assert_eq!(web_address(url), None, "for {url}");
        }
    }
}
