//! Reads a file, and lays what the flags and its name say over what it says itself.

use std::io::{self, IsTerminal};
use std::path::Path;
use std::time::UNIX_EPOCH;

use chrono::{DateTime, Utc};
use chrono_tz::Tz;

use super::args::{AddArgs, CapturedFrom};
use super::name_pattern::NameFacts;
use crate::cli::error::CliError;
use crate::cli::moment;
use crate::ingest::{self, Source, time_in_name};
use crate::model::{Capture, CapturedBy, DocumentTime, OriginKind};
use crate::track::{SiteRules, Submission};

/// Reads a file as it is to be recorded.
pub(super) fn submission(
    args: &AddArgs,
    file: &Path,
    (zone, sites): (Tz, &SiteRules),
    now: DateTime<Utc>,
) -> Result<Submission, CliError> {
    let time = |words: &Option<String>| -> Result<Option<DocumentTime>, CliError> {
        words.as_deref().map(|words| moment::read(words, zone, now)).transpose()
    };
    if let Some(url) = args.url.as_deref().filter(|url| !url.contains("://")) {
        return Err(CliError::usage(
            format!("`{url}` is no address"),
            "write it whole, as in https://example.org/story",
        ));
    }
    let (published, modified) = (time(&args.published)?, time(&args.modified)?);
    let given = args.captured.as_deref().map(|words| moment::seen(words, zone, now)).transpose()?;
    let facts = name_facts(args, file, zone)?;
    let mut capture = read(args, file, zone, sites)?;
    let content = &mut capture.content;
    let outlet = args.outlet.clone().or(facts.outlet);
    let parts = [
        (&mut content.headline, args.headline.clone()),
        (&mut content.standfirst, args.standfirst.clone()),
        (&mut content.byline, args.byline.clone()),
        (&mut capture.outlet, outlet),
    ];
    for (part, given) in parts {
        *part = given.or(part.take());
    }
    capture.published = published.or(capture.published);
    capture.modified = modified.or(capture.modified);
    let (captured, captured_by) = match (given, args.captured_from, facts.time) {
        (Some(time), _, _) => (Some(time), CapturedBy::Given),
        (None, Some(from), _) => captured_from(from, file, &capture, zone)?,
        (None, None, Some(time)) => (Some(time), CapturedBy::Name),
        (None, None, None) => match capture.saved {
            Some(saved) => (Some(DocumentTime::Instant(saved)), CapturedBy::File),
            None => (None, CapturedBy::Clock),
        },
    };
    let story = args.story.clone().or(facts.story);
    // The outlet names the article where the pattern names none: the files of one outlet are its versions.
    let by_outlet = || args.name.as_ref().and(capture.outlet.clone()).filter(|_| captured_by == CapturedBy::Name);
    let article = args.article.clone().or(facts.article).or_else(by_outlet);
    Ok(Submission { capture, story, article, timezone: args.timezone, captured, captured_by })
}

/// Returns what the file's name says by the pattern given.
fn name_facts(args: &AddArgs, file: &Path, zone: Tz) -> Result<NameFacts, CliError> {
    let Some(pattern) = &args.name else { return Ok(NameFacts::default()) };
    let path = file.display().to_string();
    pattern.read(&path, zone).ok_or_else(|| {
        CliError::refused(
            format!("the name of `{path}` does not fit `{}`", pattern.typed()),
            "record it by itself, or name a pattern that fits; `{any}` stands for anything",
        )
    })
}

/// Returns when the file was seen by its own time, its name, or the page.
fn captured_from(
    from: CapturedFrom,
    file: &Path,
    capture: &Capture,
    zone: Tz,
) -> Result<(Option<DocumentTime>, CapturedBy), CliError> {
    const HINT: &str = "say when it was seen with `--captured TIME`, or leave it out: it is then seen now";
    let name = file.display();
    let (time, by, missing) = match from {
        CapturedFrom::Mtime => {
            let time = std::fs::metadata(file).and_then(|facts| facts.modified());
            let millis = time.ok().and_then(|time| time.duration_since(UNIX_EPOCH).ok()).map(|since| since.as_millis());
            let time = millis.and_then(|millis| DateTime::from_timestamp_millis(i64::try_from(millis).ok()?));
            let time = time.and_then(|time| DocumentTime::Instant(time).in_calendar());
            (time, CapturedBy::File, format!("`{name}` has no time of its own"))
        }
        CapturedFrom::Name => {
            let time = time_in_name(&name.to_string(), zone);
            (time, CapturedBy::Name, format!("the name of `{name}` holds no date such as 2025-03-14 or 20250314-0810"))
        }
        CapturedFrom::Page => {
            let time = capture.modified.or(capture.published);
            (time, CapturedBy::Page, format!("`{name}` does not say when it was written"))
        }
    };
    match time {
        Some(time) => Ok((Some(time), by)),
        None => Err(CliError::refused(missing, HINT)),
    }
}

fn read(args: &AddArgs, file: &Path, zone: Tz, sites: &SiteRules) -> Result<Capture, CliError> {
    let is_stdin = file == Path::new("-");
    let name = if is_stdin { "standard input".to_owned() } else { file.display().to_string() };
    let source = Source {
        name: &name,
        kind: OriginKind::File,
        url: args.url.as_deref(),
        timezone: zone,
        keep_original: !args.no_originals,
        selectors: sites.of(args.url.as_deref()),
        ..Source::default()
    };
    if !is_stdin {
        let capture = ingest::read_file(file, source)?;
        // Many saved pages say themselves which site they are of.
        let stated = capture.addresses.first().map(String::as_str).filter(|_| source.selectors.is_none());
        return match sites.of(stated) {
            Some(selectors) => Ok(ingest::read_file(file, Source { selectors: Some(selectors), ..source })?),
            None => Ok(capture),
        };
    }
    if io::stdin().is_terminal() {
        eprintln!("reading the article from the keyboard; Ctrl-D ends it");
    }
    let mut capture = ingest::read_from(io::stdin().lock(), source)?;
    capture.origin.name = None;
    Ok(capture)
}
