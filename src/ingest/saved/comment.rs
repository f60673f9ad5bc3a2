//! Reads the comment that a browser or SingleFile leaves in a page that it saves.
//!
//! ```text
//! <!-- saved from url=(0032)https://post.example/news/bridge -->
//! <!-- Page saved with SingleFile
//!  url: https://post.example/news/bridge
//!  saved date: Thu Apr 24 2025 10:00:00 GMT+0200 (Central European Summer Time) -->
//! ```

use chrono::{DateTime, Utc};

/// The comment stands within so many bytes.
const HEAD_BYTES: usize = 16 << 10;

/// Returns the address and the time that the comment states.
pub(super) fn facts(bytes: &[u8]) -> (Option<String>, Option<DateTime<Utc>>) {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD_BYTES)]);
    let comments = head.split("<!--").skip(1).filter_map(|rest| rest.split_once("-->").map(|(comment, _)| comment));
    for comment in comments {
        if let Some(rest) = comment.trim_start().strip_prefix("saved from url=") {
            // The length of the address stands before it, in brackets.
            let url = rest.split_once(')').map_or(rest, |(_, url)| url);
            return (url.split_whitespace().next().map(str::to_owned), None);
        }
        if comment.contains("Page saved with SingleFile") {
            let line = |name: &str| {
                comment.lines().find_map(|line| line.trim().strip_prefix(name)).map(|value| value.trim().to_owned())
            };
            return (line("url:"), line("saved date:").as_deref().and_then(moment));
        }
    }
    (None, None)
}

/// Reads a moment as JavaScript writes it: `Thu Apr 24 2025 10:00:00 GMT+0200 (…)`.
fn moment(text: &str) -> Option<DateTime<Utc>> {
    let plain = text.split_once(" (").map_or(text, |(plain, _)| plain).trim();
    DateTime::parse_from_str(plain, "%a %b %d %Y %H:%M:%S GMT%z").ok().map(|time| time.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(page: &str, url: Option<&str>, saved: Option<&str>) {
        let (found, time) = facts(page.as_bytes());
        assert_eq!((found.as_deref(), time.map(|time| time.to_rfc3339()).as_deref()), (url, saved));
    }

    #[test]
    fn comments_of_saved_pages_are_read() {
        let url = Some("https://post.example/a?b=(1)");
        check("<!DOCTYPE html>\n<!-- saved from url=(0028)https://post.example/a?b=(1) -->\n<html>", url, None);
        let single = "<!DOCTYPE html> <html><!--\n Page saved with SingleFile \n url: https://post.example/a?b=(1) \n \
            saved date: Thu Apr 24 2025 10:00:00 GMT+0200 (Central European Summer Time)\n--><meta charset=utf-8>";
        check(single, url, Some("2025-04-24T08:00:00+00:00"));
        check(&single.replace("Thu Apr", "yesterday"), url, None);
    }

    #[test]
    fn other_comments_say_nothing() {
        check("<html><!-- url: https://post.example/ --><p>The comment said “saved from url=(1)x”.", None, None);
        check("<!-- saved from url=", None, None);
    }
}
