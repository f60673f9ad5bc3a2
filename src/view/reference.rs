//! Reads how people name an article and its versions: `ukraine-talks/meridian@2..4`.
//!
//! | typed | means |
//! | --- | --- |
//! | `flood/bbc` | the article `bbc` of the story `flood` |
//! | `/bbc` | the article `bbc` that stands in no story |
//! | `flood@3` | version 3, where the story has one article |
//! | `flood/bbc@2..4` | version 2 against version 4 |
//! | `flood/bbc@2..` | version 2 against the latest |
//! | `flood/bbc@-1`, `flood/bbc@latest~1` | the version before the latest |
//! | `flood/bbc@first` | the one seen first |
//! | `flood/bbc@2025-04-24T08:00`, `flood/bbc@24 April 2025 8am` | the one that stood then, in the story's zone |
//! | `flood/bbc v2`, `flood/bbc v2 → v4` | as answers name versions, brackets around it or not |
//! | `flood/bbc v2 s5`, `bbc@2 s5` | a sentence, where one can be meant |

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use crate::model::{WrittenTime, shell_word};

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

impl Reference {
    /// Returns a reference to all that goes by a name.
    pub fn to(name: &str) -> Self {
        Self { name: name.to_owned(), from: None, to: None }
    }
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

/// A moment as it is typed with its full date: a day means its end, a time without zone is the story's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment(WrittenTime);

impl Moment {
    /// Returns the last instant that is meant.
    pub fn instant(self, zone: Tz) -> DateTime<Utc> {
        let at = |zone| Some(self.0.absolute(zone)?.end(zone));
        at(zone).or_else(|| at(Tz::UTC)).unwrap_or(DateTime::<Utc>::MAX_UTC)
    }

    /// Reads a moment; the error where the words would be one if they were written otherwise.
    fn read(text: &str) -> Result<Option<Self>, String> {
        // A number alone is a version, also where it could be a day.
        if text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(None);
        }
        match WrittenTime::read(text) {
            Ok(written) if written.absolute(Tz::UTC).is_some() => Ok(Some(Self(written))),
            Ok(_) => Err("write the time with its full date, such as `2025-04-24T08:00`".to_owned()),
            Err(error) => error.hint().map_or(Ok(None), Err),
        }
    }
}

impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0.stamp().unwrap_or_default())
    }
}

/// A version, or a sentence of one as answers name it: `[herald v2 s5]`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlaceReference {
    /// The article with its version; without a name where the place is within a story of one article: `v2 s5`.
    pub version: Reference,
    /// From 1.
    pub sentence: Option<usize>,
}

impl PlaceReference {
    /// Returns whether the place is in the article that goes by this name in answers: `flood/herald`, or `herald` alone.
    pub fn is_in(&self, article: &str) -> bool {
        let name = article.rsplit('/').next().unwrap_or_default();
        [article, name, ""].iter().any(|own| own.eq_ignore_ascii_case(&self.version.name))
    }

    /// Returns the place within a story of one article, which may go by the name of the story: `flood v2 s5`.
    pub fn within(mut self, story: &str) -> Self {
        if self.version.name.eq_ignore_ascii_case(story) {
            self.version.name.clear();
        }
        self
    }

    /// Returns whether words end as the place of a sentence does, whether or not its version can be read.
    pub fn names_sentence(text: &str) -> bool {
        sentence_behind(text).is_some()
    }

    /// Returns the number of the version, where it is named by that.
    pub fn number(&self) -> Option<usize> {
        match (self.version.from, self.version.to) {
            (Some(VersionPick::Number(number)), None) => Some(number),
            _ => None,
        }
    }
}

impl FromStr for PlaceReference {
    type Err = ReferenceError;

    fn from_str(text: &str) -> Result<Self, ReferenceError> {
        let (version, sentence) = match sentence_behind(text) {
            Some((version, sentence)) => (version, Some(sentence)),
            None => (text, None),
        };
        // A place within a story may leave out the article, as a line of a timeline does.
        let nameless = sentence.and_then(|_| version.strip_prefix('v')).and_then(|_| pick(version).ok().flatten());
        let version = match nameless {
            Some(from) => Reference { name: String::new(), from: Some(from), to: None },
            None => version.parse()?,
        };
        match (version.to, sentence) {
            (Some(_), Some(_)) => Err(ReferenceError {
                message: format!("`{text}` names a sentence of two versions"),
                hint: format!("name one of them, as in `{} v2 s5`", version.name),
            }),
            _ => Ok(Self { version, sentence }),
        }
    }
}

/// Splits `[herald v2 s5]` into what names the version and the number of the sentence.
fn sentence_behind(text: &str) -> Option<(&str, usize)> {
    let (version, sentence) = unbracketed(text).rsplit_once(char::is_whitespace)?;
    let number = sentence.strip_prefix('s')?.parse().ok().filter(|number| 0 < *number)?;
    Some((version.trim(), number))
}

fn unbracketed(text: &str) -> &str {
    let text = text.trim();
    text.strip_prefix('[').and_then(|text| text.strip_suffix(']')).unwrap_or(text).trim()
}

/// The words name no version.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct ReferenceError {
    message: String,
    hint: String,
}

impl ReferenceError {
    /// Returns what can be typed instead.
    pub fn hint(&self) -> &str {
        &self.hint
    }

    /// Returns why `name` with these versions is refused; `of_time` says how a time would be written.
    fn of(typed: &str, (name, versions): (&str, &str), of_time: Option<String>) -> Self {
        const FORMS: &str = "write `@3`, `@2..4`, `@2..`, `@-1`, `@latest` or a time such as `@2025-04-24T08:00`";
        let of_two = two_versions(name, versions).map(|meant| format!("write `{meant}` for two versions"));
        let hint = match (of_time, of_two) {
            // `8:15` may be either.
            (Some(time), Some(two)) if versions.contains(':') => format!("{two}; {time}"),
            (Some(hint), _) | (None, Some(hint)) => hint,
            (None, None) => FORMS.to_owned(),
        };
        Self { message: format!("`{typed}` names no version"), hint }
    }
}

impl FromStr for Reference {
    type Err = ReferenceError;

    fn from_str(text: &str) -> Result<Self, ReferenceError> {
        let plain = Self::to(text);
        let Some((name, versions)) = text.rsplit_once('@').or_else(|| as_answers_name(text)) else {
            return match sentence_behind(text) {
                Some((version, _)) if as_answers_name(version).is_some() => Err(refused_sentence(text, version)),
                _ => Ok(plain),
            };
        };
        // An address may hold an `@` of its own: only what looks like a version is one.
        let is_none = |part: &str| !part.is_empty() && !matches!(pick(part), Ok(Some(_)));
        if name.contains("://") && versions.split("..").any(is_none) {
            return Ok(plain);
        }
        if let Some((version, _)) = sentence_behind(versions) {
            return Err(refused_sentence(text, &format!("{name}@{version}")));
        }
        let read = |part: &str| match pick(part) {
            Ok(Some(pick)) => Ok(pick),
            Ok(None) => Err(ReferenceError::of(text, (name, versions), None)),
            Err(hint) => Err(ReferenceError::of(text, (name, versions), Some(hint))),
        };
        let dots = versions.split_once("...").or_else(|| versions.split_once(".."));
        let apart = || versions.split_once('→').or_else(|| two_numbers(versions));
        let (from, to) = match dots.or_else(apart) {
            None => (Some(read(versions)?), None),
            Some((from, to)) => {
                let first = if from.is_empty() { VersionPick::First } else { read(from)? };
                let last = if to.is_empty() { VersionPick::BeforeLatest(0) } else { read(to)? };
                (Some(first), Some(last))
            }
        };
        Ok(Self { name: name.to_owned(), from, to })
    }
}

/// Refuses a sentence where a version is asked for.
fn refused_sentence(typed: &str, version: &str) -> ReferenceError {
    let shown = shell_word(unbracketed(typed));
    let plain = match version.parse::<Reference>() {
        Ok(plain) => plain,
        Err(error) => return error,
    };
    // A sentence of two versions, or of no article, is not shown either.
    let is_shown = plain.to.is_none() && !plain.name.is_empty();
    let show = if is_shown { format!("; `writethru show {shown}` prints it") } else { String::new() };
    ReferenceError {
        message: format!("`{typed}` names a sentence, and a version is wanted"),
        hint: format!("leave out the sentence: `{plain}`{show}"),
    }
}

/// Splits `bbc v2`, `[bbc v2 → v4]` and `bbc v2 v4` into the name and the versions, as answers write them or nearly so; no
/// name holds a blank.
fn as_answers_name(text: &str) -> Option<(&str, &str)> {
    let (name, versions) = unbracketed(text).split_once(char::is_whitespace)?;
    let is_named = versions.split('→').all(is_numbered) || two_numbers(versions).is_some();
    let has_dots = || versions.split_once("..").is_some_and(|(from, to)| is_numbered(from) && is_numbered(to));
    (is_named || has_dots()).then_some((name, versions))
}

/// Returns whether these words are a version as answers write it: `v2`.
fn is_numbered(part: &str) -> bool {
    part.trim().strip_prefix('v').is_some_and(|number| number.parse::<usize>().is_ok())
}

/// Splits `v2 v4`.
fn two_numbers(versions: &str) -> Option<(&str, &str)> {
    versions.trim().split_once(char::is_whitespace).filter(|(from, to)| is_numbered(from) && is_numbered(to))
}

/// Returns `name@1..2` for `1-2`, `1:2` and `1,2`, which may mean two versions.
fn two_versions(name: &str, versions: &str) -> Option<String> {
    let (from, to) = versions.split_once(['-', ':', ',', '–'])?;
    let number = |text: &str| text.trim().trim_start_matches('v').parse::<usize>().ok().filter(|n| 0 < *n);
    Some(format!("{name}@{}..{}", number(from)?, number(to)?))
}

/// Reads `3`, `v3`, `first`, `latest`, `-1` or a time; the error says how a time would be written.
fn pick(text: &str) -> Result<Option<VersionPick>, String> {
    let text = text.trim();
    let lower = text.to_lowercase();
    let back = |name: &str| match lower.strip_prefix(name)? {
        "" => Some(0),
        "^" | "~" => Some(1),
        rest => rest.strip_prefix('~')?.parse().ok(),
    };
    if let Some(back) = ["latest", "last", "head"].iter().find_map(|name| back(name)) {
        return Ok(Some(VersionPick::BeforeLatest(back)));
    }
    if lower == "first" {
        return Ok(Some(VersionPick::First));
    }
    let back = text.strip_prefix('-').and_then(|back| back.parse().ok());
    let number = text.strip_prefix('v').unwrap_or(text).parse().ok().filter(|number| 0 < *number);
    match back.map(VersionPick::BeforeLatest).or_else(|| number.map(VersionPick::Number)) {
        Some(pick) => Ok(Some(pick)),
        None => Ok(Moment::read(text)?.map(VersionPick::At)),
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
            Self::At(moment) => write!(f, "{moment}"),
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
            Err(error) => format!("error: {error}; {}", error.hint()),
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
            "error: `flood@0` names no version; write `@3`, `@2..4`, `@2..`, `@-1`, `@latest` or a time such as \
            `@2025-04-24T08:00`",
        );
        check("flood@1-2", "error: `flood@1-2` names no version; write `flood@1..2` for two versions");
        check("flood@03/04/2025", "error: `flood@03/04/2025` names no version; write `2025-04-03` or `2025-03-04`");
        check("flood@2025-03", "error: `flood@2025-03` names no version; name a day of it, such as `2025-03-31`");
        check(
            "flood@yesterday",
            "error: `flood@yesterday` names no version; write the time with its full date, such as `2025-04-24T08:00`",
        );
        check("flood@first..latest", "flood flood@first..latest");
        check("flood@HEAD~1..HEAD", "flood flood@-1..latest");
        check("flood@last^", "flood flood@-1");
        check("flood/bbc v1 v3", "flood/bbc flood/bbc@1..3");
        check("bbc v1..v3", "bbc bbc@1..3");
        check("bbc v1 vain", "bbc v1 vain bbc v1 vain");
        check(
            "flood@1:3",
            "error: `flood@1:3` names no version; write `flood@1..3` for two versions; write the time with its full date, \
            such as `2025-04-24T08:00`",
        );
        check("flood@2...4", "flood flood@2..4");
        check("flood@2025-04-24..", "flood flood@2025-04-24..latest");
        check("flood@2025-04-24T08:00", "flood flood@2025-04-24T08:00:00");
        check("flood@2025-04-24T08:00+02:00", "flood flood@2025-04-24T06:00:00Z");
        check("flood@24 April 2025 8am", "flood flood@2025-04-24T08:00:00");
        check("flood@24 April 2025", "flood flood@2025-04-24");
        check("flood@24 April 2025 8am CEST", "flood flood@2025-04-24T08:00:00CEST");
        check("flood@2025-04-24T08:00:00CEST", "flood flood@2025-04-24T08:00:00CEST");
        check("flood@24 April 2025 8am ET", "flood flood@2025-04-24T08:00:00America/New_York");
        check("flood@2025-04-24T08:00:00America/New_York", "flood flood@2025-04-24T08:00:00America/New_York");
        check("flood@20250424", "flood flood@20250424"); // a number is a version
        check("flood/bbc v2", "flood/bbc flood/bbc@2");
        check("[bbc v2]", "bbc bbc@2");
        check("bbc v2 → v4", "bbc bbc@2..4");
        check("bbc vain", "bbc vain bbc vain");
        check("https://example.org/@me/1", "https://example.org/@me/1 https://example.org/@me/1");
    }

    #[test]
    fn a_time_is_read_by_the_clock_of_the_story() {
        let check = |typed: &str, zone: Tz, want: &str| {
            let Ok(Reference { from: Some(VersionPick::At(moment)), .. }) = typed.parse() else { panic!("{typed}") };
            assert_eq!(moment.instant(zone).to_rfc3339(), want, "for {typed}");
        };
        check("flood@2025-07-24", Tz::Europe__Dublin, "2025-07-24T22:59:59+00:00");
        check("flood@2025-07-24T08:00", Tz::Europe__Dublin, "2025-07-24T07:00:00+00:00");
        check("flood@24 July 2025 8am IST", Tz::Europe__Dublin, "2025-07-24T07:00:00+00:00");
        check("flood@24 July 2025 8am IST", Tz::Asia__Kolkata, "2025-07-24T02:30:00+00:00");
        check("flood@24 July 2025 8am SAST", Tz::Europe__London, "2025-07-24T06:00:00+00:00");
        check("flood@2025-07-24T08:00Z", Tz::Europe__Dublin, "2025-07-24T08:00:00+00:00");
    }

    #[test]
    fn a_sentence_is_named_as_answers_write_it() {
        let check = |text: &str, want: &str| {
            let got = match text.parse::<PlaceReference>() {
                Ok(place) => format!("{} {:?}", place.version, place.sentence),
                Err(error) => format!("error: {error}; {}", error.hint()),
            };
            assert_eq!(got, want, "for {text}");
        };
        check("flood/bbc v2 s5", "flood/bbc@2 Some(5)");
        check("[bbc v2 s5]", "bbc@2 Some(5)");
        check("bbc@2 s5", "bbc@2 Some(5)");
        check("v2 s5", "@2 Some(5)");
        check("bbc@2", "bbc@2 None");
        check("bbc v2 s0", "bbc v2 s0 None");
        check(
            "bbc v2 → v3 s5",
            "error: `bbc v2 → v3 s5` names a sentence of two versions; name one of them, as in `bbc v2 s5`",
        );
        let refused = "bbc v2 s5".parse::<Reference>().unwrap_err();
        assert_eq!(refused.to_string(), "`bbc v2 s5` names a sentence, and a version is wanted");
        assert_eq!(refused.hint(), "leave out the sentence: `bbc@2`; `writethru show 'bbc v2 s5'` prints it");
        assert!("bbc@2 s5".parse::<Reference>().is_err());
        let of_two = "bbc@1..2 s5".parse::<Reference>().unwrap_err();
        assert_eq!(of_two.hint(), "leave out the sentence: `bbc@1..2`");
        let place: PlaceReference = "Herald v2 s5".parse().unwrap();
        assert!(place.is_in("flood/herald") && !place.is_in("flood/post"));
        let place: PlaceReference = "Flood v2 s5".parse().unwrap();
        assert!(!place.is_in("flood/herald") && place.within("flood").is_in("flood/herald"));
    }
}
