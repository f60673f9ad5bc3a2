//! Reads robots.txt (RFC 9309): which paths a site asks programs to leave alone.
//!
//! ```text
//! User-agent: *          groups for us by name come before groups for all
//! Disallow: /search      the longest rule that fits decides; of two as long, `Allow`
//! Allow: /search/help$   `*` stands for anything, `$` for the end
//! Crawl-delay: 5         seconds between two requests (not in the standard, but asked for)
//! ```
//!
//! Own code: the crates for it rest on parsers and regular expressions of years ago.

use std::time::Duration;

use super::PRODUCT;

/// Bytes of a robots.txt that are read; the standard asks for as much at least.
pub const ROBOTS_LIMIT: u64 = 512 << 10;
/// Rules that are kept, at most.
const MAX_RULES: usize = 5000;
/// The longest pause that a site is granted between two requests.
const MAX_DELAY: f64 = 60.0;

/// What a site asks of this program.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RobotRules {
    rules: Vec<Rule>,
    delay: Option<f64>,
}

#[derive(Clone, Debug, PartialEq)]
struct Rule {
    is_allow: bool,
    pattern: String,
}

impl RobotRules {
    /// Reads the rules for this program; lines that make no sense are passed over.
    pub fn read(text: &str) -> Self {
        let (mut own, mut general) = (Self::default(), Self::default());
        let (mut for_own, mut for_all, mut has_own) = (false, false, false);
        let mut in_names = false;
        for line in text.trim_start_matches('\u{FEFF}').lines() {
            let line = line.split('#').next().unwrap_or_default();
            let Some((name, value)) = line.split_once(':') else { continue };
            let (name, value) = (name.trim().to_ascii_lowercase(), value.trim());
            if name == "user-agent" {
                if !in_names {
                    (for_own, for_all) = (false, false);
                }
                in_names = true;
                for_all |= value == "*";
                for_own |= is_product(value);
                has_own |= for_own;
                continue;
            }
            in_names &= !matches!(name.as_str(), "allow" | "disallow" | "crawl-delay");
            for (rules, _) in [(&mut own, for_own), (&mut general, for_all)].into_iter().filter(|(_, is_for)| *is_for) {
                rules.add(&name, value);
            }
        }
        if has_own { own } else { general }
    }

    fn add(&mut self, name: &str, value: &str) {
        match name {
            "allow" | "disallow" if !value.is_empty() && self.rules.len() < MAX_RULES => {
                self.rules.push(Rule { is_allow: name == "allow", pattern: decoded(value) });
            }
            "crawl-delay" => self.delay = value.parse().ok().filter(|delay: &f64| 0.0 < *delay),
            _ => {}
        }
    }

    /// Returns whether a path, with its query, may be asked for.
    pub fn allows(&self, path: &str) -> bool {
        let path = decoded(path);
        let fitting = self.rules.iter().filter(|rule| fits(rule.pattern.as_bytes(), path.as_bytes()));
        fitting.max_by_key(|rule| (rule.pattern.len(), rule.is_allow)).is_none_or(|rule| rule.is_allow)
    }

    /// Returns the pause between two requests that the site asks for.
    pub fn crawl_delay(&self) -> Option<Duration> {
        self.delay.map(|seconds| Duration::from_secs_f64(seconds.min(MAX_DELAY)))
    }
}

/// Returns whether a group's name means this program.
fn is_product(name: &str) -> bool {
    let token: &str = name.split(|c: char| !c.is_ascii_alphabetic() && !matches!(c, '-' | '_')).next().unwrap_or("");
    token.eq_ignore_ascii_case(PRODUCT)
}

/// Decodes `%61` and its like, so that two spellings of a path are compared as one; `%2F` stays.
fn decoded(path: &str) -> String {
    let bytes = path.as_bytes();
    let mut plain = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        let code = bytes.get(at + 1..at + 3).and_then(|pair| std::str::from_utf8(pair).ok());
        let code = code.and_then(|pair| u8::from_str_radix(pair, 16).ok());
        match (bytes[at], code) {
            (b'%', Some(byte)) if !matches!(byte, b'/' | b'*' | b'$' | b'%') => {
                plain.push(byte);
                at += 3;
            }
            (byte, _) => {
                plain.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8_lossy(&plain).into_owned()
}

/// Returns whether a path begins as `pattern` says; time is at most the product of both lengths.
fn fits(pattern: &[u8], path: &[u8]) -> bool {
    let (pattern, to_end) = match pattern.strip_suffix(b"$") {
        Some(pattern) => (pattern, true),
        None => (pattern, false),
    };
    let (mut in_pattern, mut in_path) = (0, 0);
    let mut star: Option<(usize, usize)> = None;
    loop {
        if in_pattern == pattern.len() && (!to_end || in_path == path.len()) {
            return true;
        }
        if pattern.get(in_pattern) == Some(&b'*') {
            in_pattern += 1;
            star = Some((in_pattern, in_path));
        } else if in_path < path.len() && pattern.get(in_pattern) == Some(&path[in_path]) {
            in_pattern += 1;
            in_path += 1;
        } else {
            // The last star takes one byte more.
            let Some((after, taken)) = star.filter(|(_, taken)| *taken < path.len()) else { return false };
            star = Some((after, taken + 1));
            (in_pattern, in_path) = (after, taken + 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, path: &str, want: bool) {
        assert_eq!(RobotRules::read(text).allows(path), want, "{path} under {text:?}");
    }

    #[test]
    fn the_longest_rule_that_fits_decides() {
        let text = "User-agent: *\nDisallow: /search\nAllow: /search/help$\nDisallow: /*.pdf$\nDisallow:\n";
        check(text, "/news/a", true);
        check(text, "/search?q=a", false);
        check(text, "/search/help", true);
        check(text, "/search/help/b", false);
        check(text, "/a/b.pdf", false);
        check(text, "/a/b.pdf?c", true);
        check("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true);
        check("User-agent: *\nDisallow: /", "/a", false);
        check("User-agent: *\nDisallow: /caf%C3%A9", "/caf%c3%a9/x", false);
        check("User-agent: *\nDisallow: /a%2Fb", "/a/b", true);
    }

    #[test]
    fn a_group_for_us_comes_before_one_for_all() {
        let text = "User-agent: *\nDisallow: /\n\nUser-agent: Other\nUser-Agent: WriteThru/1.0\nCrawl-delay: 2.5\nDisallow: /b\n";
        check(text, "/a", true);
        check(text, "/b", false);
        assert_eq!(RobotRules::read(text).crawl_delay(), Some(Duration::from_millis(2500)));
        check("User-agent: other\nDisallow: /", "/a", true);
        check("User-agent: writethrubot\nDisallow: /", "/a", true); // another program
        check("User-agent: writethru\nUser-agent: *\nDisallow: /x", "/x", false);
    }

    #[test]
    fn nonsense_allows_and_costs_little() {
        check("<html>Not found</html>", "/a", true);
        check("", "/", true);
        assert_eq!(RobotRules::read("User-agent: *\nCrawl-delay: 1e9").crawl_delay(), Some(Duration::from_mins(1)));
        assert_eq!(RobotRules::read("User-agent: *\nCrawl-delay: NaN").crawl_delay(), None);
        let stars = format!("User-agent: *\nDisallow: /{}b", "*a".repeat(500));
        check(&stars, &format!("/{}", "a".repeat(5000)), true);
    }
}
