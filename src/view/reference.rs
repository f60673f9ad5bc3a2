//! Reads how people name an article and its versions: `ukraine-talks/meridian@2..4`.
//!
//! | typed | means |
//! | --- | --- |
//! | `flood/bbc` | the article `bbc` of the story `flood` |
//! | `/bbc` | the article `bbc` that stands in no story |
//! | `flood@3` | version 3, where the story has one article |
//! | `flood/bbc@2..4` | version 2 against version 4 |
//! | `flood/bbc@2..` | version 2 against the latest |
//! | `flood/bbc@-1` | the version before the latest |
//! | `flood/bbc@first` | the one seen first |
//! | `flood/bbc@2025-04-24T08:00`, `flood/bbc@24 April 2025 8am` | the one that stood then, in the story's zone |
//! | `flood/bbc v2`, `flood/bbc v2 → v4` | as answers name versions, brackets around it or not |

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, SecondsFormat, Utc};
use chrono_tz::Tz;

use crate::model::{DocumentTime, WrittenTime, in_zone, instant_in_calendar};

/// A story or article by name, with the versions asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// `story`, `story/article`, `article`, or an address of a page.
    pub name: String,
    /// The version, or the first of a range.
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
    /// The one seen first.
    First,
    /// The one that stood at a moment.
    At(Moment),
}

/// The last second of a day.
const END_OF_DAY: NaiveTime = NaiveTime::from_hms_opt(23, 59, 59).expect("the second exists");

/// A moment as it is typed: a day means its end, a time without offset is the story's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moment {
    /// A day, in the story's zone.
    Day(NaiveDate),
    /// A time of day, in the story's zone.
    Local(NaiveDateTime),
    /// An instant.
    Instant(DateTime<Utc>),
}

impl Moment {
    /// Returns the last instant that is meant.
    pub fn instant(self, zone: Tz) -> DateTime<Utc> {
        match self {
            Self::Day(day) => in_zone(day.and_time(END_OF_DAY), zone),
            Self::Local(local) => in_zone(local, zone),
            Self::Instant(instant) => instant,
        }
    }

    fn read(text: &str) -> Option<Self> {
        let minutes = |_| DateTime::parse_from_str(text, "%Y-%m-%dT%H:%M%#z");
        if let Ok(instant) = DateTime::parse_from_rfc3339(text).or_else(minutes) {
            return instant_in_calendar(&instant).map(Self::Instant);
        }
        if let Ok(day) = text.parse() {
            return DocumentTime::Day(day).in_calendar().map(|_| Self::Day(day));
        }
        let forms = ["%Y-%m-%dT%H:%M:%S", "%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M"];
        if let Some(local) = forms.iter().find_map(|form| NaiveDateTime::parse_from_str(text, form).ok()) {
            return instant_in_calendar(&local.and_utc()).map(|_| Self::Local(local));
        }
        // A number alone is a version, also where it could be a day.
        let written = WrittenTime::read(text).ok().filter(|_| !text.bytes().all(|byte| byte.is_ascii_digit()))?;
        match (written.absolute(Tz::UTC)?, written.names_zone()) {
            (DocumentTime::Day(day), _) => Some(Self::Day(day)),
            (DocumentTime::Instant(instant), true) => Some(Self::Instant(instant)),
            (DocumentTime::Instant(instant), false) => Some(Self::Local(instant.naive_utc())),
        }
    }
}

/// The words name no version.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "`{typed}` names no version: write {}`@3`, `@2..4`, `@2..`, `@-1`, `@latest` or a time such as `@2025-04-24T08:00`",
    meant.as_ref().map(|meant| format!("`{meant}` for two versions; ")).unwrap_or_default()
)]
pub struct ReferenceError {
    typed: String,
    /// Two versions, where the words seem to name them.
    meant: Option<String>,
}

impl FromStr for Reference {
    type Err = ReferenceError;

    fn from_str(text: &str) -> Result<Self, ReferenceError> {
        let plain = Self { name: text.to_owned(), from: None, to: None };
        let Some((name, versions)) = text.rsplit_once('@').or_else(|| as_answers_name(text)) else { return Ok(plain) };
        // An address may hold an `@` of its own: only what looks like a version is one.
        if name.contains("://") && versions.split("..").any(|part| !part.is_empty() && pick(part).is_none()) {
            return Ok(plain);
        }
        let refuse = || ReferenceError { typed: text.to_owned(), meant: two_versions(name, versions) };
        let dots = versions.split_once("...").or_else(|| versions.split_once(".."));
        let (from, to) = match dots.or_else(|| versions.split_once('→')) {
            None => (Some(pick(versions).ok_or_else(refuse)?), None),
            Some((from, to)) => {
                let first = if from.is_empty() { Some(VersionPick::First) } else { pick(from) };
                let last = if to.is_empty() { Some(VersionPick::BeforeLatest(0)) } else { pick(to) };
                (Some(first.ok_or_else(refuse)?), Some(last.ok_or_else(refuse)?))
            }
        };
        Ok(Self { name: name.to_owned(), from, to })
    }
}

/// Splits `bbc v2` and `[bbc v2 → v4]` into the name and the versions, as answers write them; no name holds a blank.
fn as_answers_name(text: &str) -> Option<(&str, &str)> {
    let inner = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text);
    let (name, versions) = inner.trim().split_once(char::is_whitespace)?;
    let is_version = |part: &str| part.trim().strip_prefix('v').is_some_and(|number| number.parse::<usize>().is_ok());
    versions.split('→').all(is_version).then_some((name, versions))
}

/// Returns `name@1..2` for `1-2`, `1:2` and `1,2`, which may mean two versions.
fn two_versions(name: &str, versions: &str) -> Option<String> {
    let (from, to) = versions.split_once(['-', ':', ',', '–'])?;
    let number = |text: &str| text.trim().trim_start_matches('v').parse::<usize>().ok().filter(|n| 0 < *n);
    Some(format!("{name}@{}..{}", number(from)?, number(to)?))
}

/// Reads `3`, `v3`, `first`, `latest`, `-1` or a time.
fn pick(text: &str) -> Option<VersionPick> {
    let text = text.trim();
    match text {
        "latest" => return Some(VersionPick::BeforeLatest(0)),
        "first" => return Some(VersionPick::First),
        _ => {}
    }
    if let Some(moment) = Moment::read(text) {
        return Some(VersionPick::At(moment));
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
            Self::First => f.write_str("first"),
            Self::At(Moment::Day(day)) => write!(f, "{day}"),
            Self::At(Moment::Local(local)) => write!(f, "{}", local.format("%Y-%m-%dT%H:%M:%S")),
            Self::At(Moment::Instant(instant)) => f.write_str(&instant.to_rfc3339_opts(SecondsFormat::Secs, true)),
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
        check("flood@..2", "flood flood@first..2");
        check("flood@-1", "flood flood@-1");
        check(
            "flood@0",
            "error: `flood@0` names no version: write `@3`, `@2..4`, `@2..`, `@-1`, `@latest` or a time such as `@2025-04-24T08:00`",
        );
        check(
            "flood@1-2",
            "error: `flood@1-2` names no version: write `flood@1..2` for two versions; `@3`, `@2..4`, `@2..`, `@-1`, `@latest` \
            or a time such as `@2025-04-24T08:00`",
        );
        check("flood@first..latest", "flood flood@first..latest");
        check("flood@2...4", "flood flood@2..4");
        check("flood@2025-04-24..", "flood flood@2025-04-24..latest");
        check("flood@2025-04-24T08:00", "flood flood@2025-04-24T08:00:00");
        check("flood@2025-04-24T08:00+02:00", "flood flood@2025-04-24T06:00:00Z");
        check("flood@24 April 2025 8am", "flood flood@2025-04-24T08:00:00");
        check("flood@24 April 2025", "flood flood@2025-04-24");
        check("flood@24 April 2025 8am CEST", "flood flood@2025-04-24T06:00:00Z");
        check("flood@20250424", "flood flood@20250424"); // a number is a version
        check("flood/bbc v2", "flood/bbc flood/bbc@2");
        check("[bbc v2]", "bbc bbc@2");
        check("bbc v2 → v4", "bbc bbc@2..4");
        check("bbc vain", "bbc vain bbc vain");
        check("https://example.org/@me/1", "https://example.org/@me/1 https://example.org/@me/1");
    }
}
