//! Reads any line as a line of `import`: what is read can be written and read again, and errors say what to do.

#![no_main]

use libfuzzer_sys::fuzz_target;
use writethru::ingest::{ImportLine, LineError};
use writethru::model::Capture;
use writethru_fuzz::{ZONES, check_date, text_of};

fuzz_target!(|bytes: &[u8]| {
    for line in text_of(bytes).lines() {
        match ImportLine::read(line) {
            Err(error) => check_error(&error),
            Ok(line) => check_line(&line),
        }
    }
});

fn check_error(error: &LineError) {
    assert!(!error.to_string().is_empty(), "an error says nothing");
    assert!(error.hint().is_some(), "nothing says what to do: {error}");
}

fn check_line(line: &ImportLine<'_>) {
    let written = serde_json::to_string(line).expect("a line is plain JSON");
    let again = ImportLine::read(&written).expect("what is written can be read");
    assert_eq!(*line, again, "a line changes when it is written and read again");
    if let Some(manual_edit) = &line.manual_edit
        && let writethru::model::ManualEditKind::Date { when: Some(when) } = &manual_edit.edit
    {
        check_date(when);
    }
    let zones = match line.zone() {
        Ok(stated) => stated.into_iter().chain(ZONES),
        Err(error) => return check_error(&error),
    };
    for zone in zones {
        if let Err(error) = line.captured(zone) {
            check_error(&error);
        }
        match line.capture(zone, true) {
            Err(error) => check_error(&error),
            Ok(capture) => check_capture_of(line, &capture, zone),
        }
    }
}

/// Checks that a capture, exported as a line and imported again, is the same article.
fn check_capture_of(line: &ImportLine<'_>, capture: &Capture, zone: chrono_tz::Tz) {
    let content = &capture.content;
    for part in [&content.headline, &content.standfirst, &content.byline, &capture.outlet].into_iter().flatten() {
        assert!(!part.is_empty() && part.trim() == part, "a part is empty or has spaces around it: {part:?}");
        assert!(!part.contains(char::is_control), "a part holds what no reader sees: {part:?}");
    }
    assert!(!content.body.contains(|c: char| c.is_control() && c != '\n'), "the body holds what no reader sees");
    assert!(line.published.is_none() || capture.published.is_some(), "the date of publication is lost");
    assert!(line.modified.is_none() || capture.modified.is_some(), "the date of the last change is lost");
    let exported = ImportLine {
        headline: content.headline.as_deref().map(Into::into),
        standfirst: content.standfirst.as_deref().map(Into::into),
        byline: content.byline.as_deref().map(Into::into),
        outlet: capture.outlet.as_deref().map(Into::into),
        published: capture.published.map(|time| time.to_string().into()),
        modified: capture.modified.map(|time| time.to_string().into()),
        text: Some(content.body.as_str().into()),
        ..ImportLine::default()
    };
    let again = exported.capture(zone, true).expect("what was imported can be imported again");
    assert_eq!(again.content, *content, "an article changes when it is exported and imported");
    assert_eq!((again.published, again.modified), (capture.published, capture.modified), "a date changes on export");
}
