//! Reads the lines of `import` and writes those of `export`: a version a line, in JSON.
//!
//! In: a line. Out: a [`LineRecord`], one variant for each sort of line, or what is wrong with it; and back.
//!
//! ```text
//! {"record":"story", "story":"flood", "title":"The flood", "timezone":"Asia/Manila", "created":"…"}
//! {"record":"article", "story":"flood", "article":"herald-2", "outlet":"Herald", "addresses":["https://…"]}
//! {"story":"flood", "article":"herald-2", "captured":"2025-04-24T08:00:00Z", "headline":"…", "text":"…", "looks":[…]}
//! {"story":"flood", "article":"herald-2", "review":{"from":1, "to":2, "made":"…"}}
//! {"story":"flood", "article":"herald-2", "entry":{"id":"e3f1c09a27b5d8e44", "version":1, "start":0, "end":41, "kind":"event"}}
//! {"story":"flood", "correction":{…}}
//! {"watch":{"name":"post", "url":"https://…", "kind":"feed"}}
//! {"page":{"url":"https://…", "article":"herald-2", "watch":"post"}}
//! {"site":{"host":"post.example", "selectors":{"body":".story"}}}
//! {"repeated":{"host":"post.example", "line":"Sign up for our letter.", "left_out_of":["flood/herald"]}}
//! {"hook":{"name":"desk", "target":{"kind":"webhook", "url":"https://…"}}}
//! ```
//!
//! `text` is the body; `html` is a page, read as any other page, whose own
//! statements give way to those of the line. Lines that others write need no more
//! than a text; `number` and `looks` say what the archive knows beyond it, so that
//! an export can be taken up as it was. A line with `correction` is a manual edit, one with `review` the mark that an update
//! was reviewed, one with `entry` where the identity of a timeline entry rests, one with `watch` or `page` says what is looked at over the network, one with `hook` who is told of changes, one with `site`
//! how the pages of a site are read, one with `repeated` a line that a site repeats.
//!
//! - here: stories, articles and versions; `look.rs`: the looks of a version; `time.rs`: moments
//! - `entry.rs`: identities of timeline entries; `review.rs`: marks that an update was reviewed
//! - `watch.rs`: watches and pages; `hook.rs`: hooks; `site.rs`: sites; `repeated.rs`: the lines that they repeat
//! - `fault.rs`: finds what is wrong with a line; `error.rs`: says it

mod entry;
mod error;
mod fault;
mod hook;
mod look;
mod repeated;
mod review;
mod site;
mod time;
mod watch;

use std::borrow::Cow;

use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::{Source, clean, hidden_marks};
use crate::model::{Capture, DocumentTime, ManualEdit, Origin, OriginKind, zone_named};
pub use entry::EntryLine;
pub use error::LineError;
pub use hook::HookLine;
pub use look::{LookLine, OriginLine, OriginalLine};
pub use repeated::RepeatedLineLine;
pub use review::ReviewLine;
pub use site::SiteLine;
pub use time::line_time;
pub use watch::{PageLine, PageLookLine, WatchLine};

/// What a line is, where it is neither a version nor a manual edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LineRecord {
    Story,
    Article,
    Version,
}

/// One version as it is imported and exported.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ImportLine<'l> {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub record: Option<LineRecord>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub story: Option<Cow<'l, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub timezone: Option<Cow<'l, str>>,
    /// Name of the story as it was given.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub title: Option<Cow<'l, str>>,
    /// When the story or article was made.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub created: Option<Cow<'l, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub article: Option<Cow<'l, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub outlet: Option<Cow<'l, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub url: Option<Cow<'l, str>>,
    /// Every address of the article.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub addresses: Vec<String>,
    /// Number of the version, from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<usize>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub published: Option<Cow<'l, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub modified: Option<Cow<'l, str>>,
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub captured: Option<Cow<'l, str>>,
    /// The time of capture when the version was recorded, where an earlier look was recorded since.
    #[serde(borrow, skip_serializing_if = "Option::is_none")]
    pub captured_when_recorded: Option<Cow<'l, str>>,
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
    /// Every look that found the version; without them, one look of now or of `captured`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub looks: Vec<LookLine>,
    #[serde(rename = "correction", skip_serializing_if = "Option::is_none")]
    pub manual_edit: Option<Box<ManualEdit>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub review: Option<ReviewLine>,
    /// Where the identity of a timeline entry rests.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<EntryLine>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub watch: Option<Box<WatchLine>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub page: Option<Box<PageLine>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub site: Option<Box<SiteLine>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repeated: Option<Box<RepeatedLineLine>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hook: Option<Box<HookLine>>,
}

impl<'l> ImportLine<'l> {
    /// Reads one line.
    pub fn read(line: &'l str) -> Result<Self, LineError> {
        serde_json::from_str(line).map_err(|error| fault::of(line, &error))
    }

    /// Returns the zone that the line states.
    pub fn zone(&self) -> Result<Option<Tz>, LineError> {
        let zone = self.timezone.as_deref().map(|name| zone_named(name).map_err(|_| LineError::Zone(name.to_owned())));
        zone.transpose()
    }

    /// Returns the time of capture that the line states.
    pub fn captured(&self, zone: Tz) -> Result<Option<DocumentTime>, LineError> {
        line_time("captured", self.captured.as_deref(), zone)
    }

    /// Reads the words and what is said of them; dates without offset are in `zone`.
    pub fn capture(&self, zone: Tz, keep_original: bool) -> Result<Capture, LineError> {
        // What was recorded once is taken as it was, so that an export comes back word for word.
        let (line, flow): (Cleaner, Cleaner) = match self.number {
            Some(_) => (clean::recorded_line, clean::recorded_flow),
            None => (clean::line, clean::flow),
        };
        let mut capture = match (&self.text, &self.html) {
            (Some(text), _) => Capture {
                content: body_of(text, line),
                hidden_marks: hidden_marks::marks_in(text),
                ..Capture::default()
            },
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
            let given = given.as_deref().map(flow).filter(|given| !given.is_empty());
            *part = given.or(part.take());
        }
        if content.body.is_empty() && content.headline.is_none() {
            return Err(LineError::EmptyText);
        }
        capture.published = line_time("published", self.published.as_deref(), zone)?.or(capture.published);
        capture.modified = line_time("modified", self.modified.as_deref(), zone)?.or(capture.modified);
        if capture.addresses.is_empty() {
            capture.addresses.extend(self.url.as_deref().map(str::to_owned));
        }
        capture.origin = Origin { kind: OriginKind::Import, name: None };
        Ok(capture)
    }
}

/// Takes what no reader sees out of a line.
type Cleaner = fn(&str) -> String;

/// Takes a body as it stands, but for what no reader sees.
fn body_of(text: &str, line: Cleaner) -> crate::model::Content {
    let lines = text.lines().map(line).collect::<Vec<_>>();
    crate::model::Content { body: lines.join("\n").trim_matches('\n').to_owned(), ..Default::default() }
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
        let line = ImportLine::read(r#"{"text":"a","timezone":"asia/manila"}"#).unwrap();
        assert_eq!(line.zone().unwrap(), Some(Tz::Asia__Manila));
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
        check("[1]", "a list, not a JSON object");
        check("nonsense", "it is no JSON");
        check("{\"headlin\": \"A\", \"text\": \"a\"}", "no field `headlin`");
        check("{\"text\": 5}", "`text` holds a number, and text is needed");
        check("{\"text\": \" \"}", "`text` holds no words");
        check("{\"story\": \"a\"}", "neither");
        check("{\"text\": \"a\", \"published\": \"soon\"}", "`published` holds no date: `soon`");
        check("{\"text\": \"a\", \"timezone\": \"Mars/One\"}", "`Mars/One` is no time zone");
    }
}
