//! Reads the lines of `import`: a version a line, in JSON.
//!
//! `{"story": "flood", "article": "herald-2", "captured": "2025-04-24T08:00:00Z", "headline": "…", "text": "…"}`
//!
//! `text` is the body; `html` is a page, read as any other page, whose own
//! statements give way to those of the line. `export` writes the same fields.
//!
//! A line with `correction` is not a version but a manual edit of the story's timeline.

use std::borrow::Cow;

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{IngestError, Source, clean};
use crate::model::{Capture, DocumentTime, ManualEdit, Origin, OriginKind};

/// One version as it is imported and exported.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportLine<'l> {
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub story: Option<Cow<'l, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub timezone: Option<Cow<'l, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub article: Option<Cow<'l, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub outlet: Option<Cow<'l, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub url: Option<Cow<'l, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub published: Option<Cow<'l, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub modified: Option<Cow<'l, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub captured: Option<Cow<'l, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub headline: Option<Cow<'l, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub standfirst: Option<Cow<'l, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub byline: Option<Cow<'l, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub text: Option<Cow<'l, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub html: Option<Cow<'l, str>>,
    #[serde(rename = "correction", skip_serializing_if = "Option::is_none")]
    pub manual_edit: Option<Box<ManualEdit>>,
}

/// Why a line cannot be imported.
#[derive(Debug, thiserror::Error)]
pub enum LineError {
    #[error("it is no JSON object of the right shape: {0}")]
    Json(#[from] serde_json::Error),
    #[error("it has neither `text` nor `html`")]
    NoText,
    #[error("`{field}` holds no date: `{value}`")]
    Date { field: &'static str, value: String },
    #[error("`{0}` is no time zone")]
    Zone(String),
    #[error(transparent)]
    Page(#[from] IngestError),
}

impl LineError {
    /// Returns what the reader can do next.
    pub fn hint(&self) -> Option<String> {
        let hint = match self {
            Self::Json(_) | Self::NoText => {
                "each line is one object: {\"story\": …, \"article\": …, \"captured\": …, \"text\": …}"
            }
            Self::Date { .. } => "write a date or an ISO time, such as 2025-04-24T08:00:00Z",
            Self::Zone(_) => "use a name of the IANA list, such as Europe/London",
            Self::Page(error) => return error.hint(),
        };
        Some(hint.to_owned())
    }
}

impl<'l> ImportLine<'l> {
    /// Reads one line.
    pub fn read(line: &'l str) -> Result<Self, LineError> {
        Ok(serde_json::from_str(line)?)
    }

    /// Returns the zone that the line states.
    pub fn zone(&self) -> Result<Option<Tz>, LineError> {
        let zone = self.timezone.as_deref().map(|name| name.parse().map_err(|_| LineError::Zone(name.to_owned())));
        zone.transpose()
    }

    /// Returns the time of capture that the line states.
    pub fn captured(&self, zone: Tz) -> Result<Option<DocumentTime>, LineError> {
        time("captured", self.captured.as_deref(), zone)
    }

    /// Reads the words and what is said of them; dates without offset are in `zone`.
    pub fn capture(&self, zone: Tz, keep_original: bool) -> Result<Capture, LineError> {
        let mut capture = match (&self.text, &self.html) {
            (Some(text), _) => Capture { content: body_of(text), ..Capture::default() },
            (None, Some(html)) => {
                let (content_type, url) = (Some("text/html; charset=utf-8"), self.url.as_deref());
                let name = url.unwrap_or("the page");
                let source = Source { name, content_type, url, timezone: zone, keep_original, ..Source::default() };
                super::read(html.as_bytes(), source)?
            }
            (None, None) => return Err(LineError::NoText),
        };
        let content = &mut capture.content;
        let parts = [
            (&mut content.headline, &self.headline),
            (&mut content.standfirst, &self.standfirst),
            (&mut content.byline, &self.byline),
            (&mut capture.outlet, &self.outlet),
        ];
        for (part, given) in parts {
            let given = given.as_deref().map(clean::flow).filter(|given| !given.is_empty());
            *part = given.or(part.take());
        }
        capture.published = time("published", self.published.as_deref(), zone)?.or(capture.published);
        capture.modified = time("modified", self.modified.as_deref(), zone)?.or(capture.modified);
        if capture.addresses.is_empty() {
            capture.addresses.extend(self.url.as_deref().map(str::to_owned));
        }
        capture.origin = Origin { kind: OriginKind::Import, name: None };
        Ok(capture)
    }
}

/// Takes a body as it stands, but for what no reader sees.
fn body_of(text: &str) -> crate::model::Content {
    let lines = text.lines().map(clean::line).collect::<Vec<_>>();
    crate::model::Content { body: lines.join("\n").trim_matches('\n').to_owned(), ..Default::default() }
}

fn time(field: &'static str, value: Option<&str>, zone: Tz) -> Result<Option<DocumentTime>, LineError> {
    let Some(value) = value else { return Ok(None) };
    let bad = || LineError::Date { field, value: value.to_owned() };
    DocumentTime::read(value, zone).map(Some).ok_or_else(bad)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_what_a_version_is() {
        let line = r#"{"story":"flood","captured":"2025-04-24 08:00","published":"2025-04-23","headline":"Rain “on”","text":"It rains.\r\n\r\nStill."}"#;
        let line = ImportLine::read(line).unwrap();
        let capture = line.capture(Tz::Europe__London, false).unwrap();
        assert_eq!(capture.content.headline.as_deref(), Some("Rain “on”"));
        assert_eq!(capture.content.body, "It rains.\n\nStill.");
        assert_eq!(capture.published.unwrap().to_string(), "2025-04-23");
        assert_eq!(line.captured(Tz::Europe__London).unwrap().unwrap().to_string(), "2025-04-24T07:00:00Z");
    }

    #[test]
    fn a_bad_line_says_what_is_bad() {
        let check = |line: &str, want: &str| {
            let error = match ImportLine::read(line) {
                Err(error) => error,
                Ok(line) => match line.zone() {
                    Err(error) => error,
                    Ok(_) => line.capture(Tz::UTC, false).unwrap_err(),
                },
            };
            assert!(error.to_string().contains(want) && error.hint().is_some(), "{error}");
        };
        check("[1]", "JSON");
        check("{\"story\": \"a\"}", "neither");
        check("{\"text\": \"a\", \"published\": \"soon\"}", "`published` holds no date: `soon`");
        check("{\"text\": \"a\", \"timezone\": \"Mars/One\"}", "`Mars/One` is no time zone");
    }
}
