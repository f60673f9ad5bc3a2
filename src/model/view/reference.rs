//! Reads how people name an article and its versions: `ukraine-talks/meridian@2..4`.
//!
//! | typed | means |
//! | --- | --- |
//! | `flood/bbc` | the article `bbc` of the story `flood` |
//! | `flood@3` | version 3, where the story has one article |
//! | `flood/bbc@2..4` | version 2 against version 4 |
//! | `flood/bbc@2..` | version 2 against the latest |
//! | `flood/bbc@-1` | the version before the latest |

use std::fmt;
use std::str::FromStr;

/// A story or article by name, with the versions asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// `story`, `story/article`, `article`, or an address of a page.
    pub name: String,
    pub from: Option<VersionPick>,
    /// Only after `..`.
    pub to: Option<VersionPick>,
}

/// One version of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionPick {
    /// By number, from 1.
    Number(usize),
    /// So many before the latest; 0 is the latest.
    BeforeLatest(usize),
}

/// The words name no version.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` names no version: write `@3`, `@2..4`, `@2..` or `@-1`")]
pub struct ReferenceError(String);

impl FromStr for Reference {
    type Err = ReferenceError;

    fn from_str(text: &str) -> Result<Self, ReferenceError> {
        let plain = Self { name: text.to_owned(), from: None, to: None };
        let Some((name, versions)) = text.rsplit_once('@') else { return Ok(plain) };
        // An address may hold an `@` of its own: only what looks like a version is one.
        if name.contains("://") && !versions.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '-' | 'v')) {
            return Ok(plain);
        }
        let refuse = || ReferenceError(text.to_owned());
        let (from, to) = match versions.split_once("..") {
            None => (Some(pick(versions).ok_or_else(refuse)?), None),
            Some((from, to)) => {
                let first = if from.is_empty() { Some(VersionPick::Number(1)) } else { pick(from) };
                let last = if to.is_empty() { Some(VersionPick::BeforeLatest(0)) } else { pick(to) };
                (Some(first.ok_or_else(refuse)?), Some(last.ok_or_else(refuse)?))
            }
        };
        Ok(Self { name: name.to_owned(), from, to })
    }
}

/// Reads `3`, `v3`, `latest` or `-1`.
fn pick(text: &str) -> Option<VersionPick> {
    if text == "latest" {
        return Some(VersionPick::BeforeLatest(0));
    }
    match text.strip_prefix('-') {
        Some(back) => back.parse().ok().map(VersionPick::BeforeLatest),
        None => text.strip_prefix('v').unwrap_or(text).parse().ok().filter(|n| 0 < *n).map(VersionPick::Number),
    }
}

impl fmt::Display for Reference {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name)?;
        match (self.from, self.to) {
            (None, _) => Ok(()),
            (Some(from), None) => write!(f, "@{from}"),
            (Some(from), Some(to)) => write!(f, "@{from}..{to}"),
        }
    }
}

impl fmt::Display for VersionPick {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::BeforeLatest(0) => f.write_str("latest"),
            Self::BeforeLatest(back) => write!(f, "-{back}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, want: &str) {
        let got = match text.parse::<Reference>() {
            Ok(reference) => format!("{} {reference}", reference.name),
            Err(error) => format!("error: {error}"),
        };
        assert_eq!(got, want, "for {text}");
    }

    #[test]
    fn versions_follow_the_name() {
        check("flood", "flood flood");
        check("flood/bbc@3", "flood/bbc flood/bbc@3");
        check("flood/bbc@v2..v4", "flood/bbc flood/bbc@2..4");
        check("flood@2..", "flood flood@2..latest");
        check("flood@..2", "flood flood@1..2");
        check("flood@-1", "flood flood@-1");
        check("flood@0", "error: `flood@0` names no version: write `@3`, `@2..4`, `@2..` or `@-1`");
        check("https://example.org/@me/1", "https://example.org/@me/1 https://example.org/@me/1");
    }
}
