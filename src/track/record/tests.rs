//! Tries recording: what makes a version, in whatever order captures arrive.

use super::*;
use crate::ingest::{self, Source};
use crate::model::DocumentTime;

fn archive() -> Archive {
    Archive::in_memory().unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    DocumentTime::read(text, Tz::UTC).unwrap().instant(Tz::UTC)
}

fn submission(body: &str, minute: usize) -> Submission {
    let text = format!("Talks go on\n\n{body}");
    let source = Source { name: "herald.txt", ..Source::default() };
    Submission {
        capture: ingest::read(text.as_bytes(), source).unwrap(),
        story: Some("talks".into()),
        captured: DocumentTime::read(&format!("2025-04-23T10:{minute:02}Z"), Tz::UTC),
        ..Submission::default()
    }
}

/// Number, minute of capture, looks, what it returns to.
type RecordedRow = (usize, usize, usize, Option<usize>);

/// Records looks (minute, words) and returns outcomes and the log.
fn record(archive: &Archive, looks: &[(usize, &str)]) -> (Vec<Outcome>, Vec<RecordedRow>) {
    let now = at("2025-05-01");
    let outcomes = looks.iter().map(|(minute, body)| archive.record(&submission(body, *minute), now).unwrap().outcome);
    let outcomes = outcomes.collect();
    let article = archive.store.articles().unwrap().remove(0);
    let versions = archive.store.versions(article.id).unwrap();
    assert_eq!(archive.store.version_faults(article.id).unwrap(), []);
    let minute = |time: DateTime<Utc>| (time - at("2025-04-23T10:00Z")).num_minutes() as usize;
    let log = versions.iter().map(|v| (v.number, minute(v.captured), v.looks, v.returns_to));
    (outcomes, log.collect())
}

use Outcome::{Backdated, First, New, Returned, Unchanged};

#[test]
fn unchanged_words_make_a_look_and_no_version() {
    let (outcomes, log) = record(&archive(), &[(1, "A."), (2, "A."), (3, "B."), (3, "B.")]);
    assert_eq!(outcomes, [First, Unchanged, New, Unchanged]);
    assert_eq!(log, [(1, 1, 2, None), (2, 3, 1, None)]); // the very same look twice is one
}

#[test]
fn a_return_makes_a_version_that_says_so() {
    let (outcomes, log) = record(&archive(), &[(1, "A."), (2, "B."), (3, "A.")]);
    assert_eq!(outcomes, [First, New, Returned { to: 1 }]);
    assert_eq!(log, [(1, 1, 1, None), (2, 2, 1, None), (3, 3, 1, Some(1))]);
}

#[test]
fn back_dated_words_slot_in_by_time() {
    let (outcomes, log) = record(&archive(), &[(1, "A."), (9, "C."), (5, "B.")]);
    assert_eq!(outcomes, [First, New, Backdated]);
    assert_eq!(log, [(1, 1, 1, None), (3, 5, 1, None), (2, 9, 1, None)]);
}

#[test]
fn words_seen_earlier_than_known_move_their_version_forward() {
    let (outcomes, log) = record(&archive(), &[(1, "A."), (9, "B."), (5, "B.")]);
    assert_eq!(outcomes, [First, New, Unchanged]);
    assert_eq!(log, [(1, 1, 1, None), (2, 5, 2, None)]);
}

#[test]
fn a_back_dated_version_splits_a_run_of_looks() {
    let (outcomes, log) = record(&archive(), &[(1, "A."), (7, "A."), (9, "A."), (20, "D."), (5, "B.")]);
    assert_eq!(outcomes, [First, Unchanged, Unchanged, New, Backdated]);
    assert_eq!(log, [(1, 1, 1, None), (3, 5, 1, None), (4, 7, 2, Some(1)), (2, 20, 1, None)]);
}

#[test]
fn the_order_of_recording_does_not_matter() {
    let looks = [(1, "A."), (3, "B."), (5, "B."), (7, "A."), (9, "C.")];
    let in_order = record(&archive(), &looks).1;
    let words = |log: &[RecordedRow]| log.iter().map(|v| (v.1, v.2, v.3.is_some())).collect::<Vec<_>>();
    for turn in 1..looks.len() {
        let mut turned = looks;
        turned.rotate_left(turn);
        assert_eq!(words(&record(&archive(), &turned).1), words(&in_order), "{turned:?}");
        turned.reverse();
        assert_eq!(words(&record(&archive(), &turned).1), words(&in_order), "{turned:?}");
    }
}

#[test]
fn a_capture_finds_its_article() {
    let archive = archive();
    let now = at("2025-05-01");
    let add = |name: &str, story: Option<&str>, url: &str| {
        let source = Source { name, url: Some(url).filter(|url| !url.is_empty()), ..Source::default() };
        let capture = ingest::read(format!("Fire at {name}\n\nIt burns at {name}.").as_bytes(), source).unwrap();
        let given = Submission { capture, story: story.map(str::to_owned), ..Submission::default() };
        archive.record(&given, now).unwrap().article.reference
    };
    assert_eq!(add("herald-2.v1.txt", None, ""), "herald-2");
    assert_eq!(add("herald-2.v2.txt", None, ""), "herald-2");
    assert_eq!(add("herald-2.v2.txt", Some("Mill fire"), ""), "mill-fire/herald-2");
    assert_eq!(
        add("saved.html", Some("mill-fire"), "https://www.post.example/news/mill?utm_source=x"),
        "mill-fire/mill"
    );
    assert_eq!(add("other.html", None, "http://post.example/news/mill"), "mill-fire/mill");
    assert_eq!(add("x.html", Some("mill-fire"), "http://herald.example/a/mill"), "mill-fire/mill-2");
    assert_eq!(add("-", None, ""), "fire-at");
    assert_eq!(archive.store.counts().unwrap().articles, 5);
}

#[test]
fn a_page_never_sets_the_time_of_its_capture() {
    let archive = archive();
    let now = at("2025-05-01");
    let mut given = submission("A.", 1);
    given.captured = None;
    given.capture.modified = DocumentTime::read("2025-04-23T12:00Z", Tz::UTC);
    let view = archive.record(&given, now).unwrap();
    assert_eq!((view.captured, view.captured_by), (now, CapturedBy::Clock));
    let article = archive.store.articles().unwrap().remove(0);
    let look = archive.store.captures(article.id).unwrap().remove(0);
    assert_eq!((look.recorded, look.modified), (Some(now), given.capture.modified));
    assert_eq!(archive.store.ledger_faults().unwrap(), Vec::<String>::new());
}

#[test]
fn looks_of_one_moment_stand_in_order_of_recording_and_keep_their_source() {
    let archive = archive();
    let now = at("2025-05-01");
    let add = |body: &str, file: &str| {
        let mut given = submission(body, 1);
        given.captured = None;
        given.article = Some("herald".into());
        given.capture.origin.name = Some(file.to_owned());
        archive.record(&given, now).unwrap().outcome
    };
    assert_eq!(add("B.", "1.txt"), First);
    assert_eq!(add("A.", "2.txt"), New);
    assert_eq!(add("A.", "3.txt"), Unchanged);
    assert_eq!(add("B.", "4.txt"), Returned { to: 1 });
    assert_eq!(add("A.", "2.txt"), Unchanged, "this very look is recorded");
    let article = archive.store.articles().unwrap().remove(0);
    let sources: Vec<_> =
        archive.store.captures(article.id).unwrap().into_iter().map(|look| look.origin.name).collect();
    assert_eq!(sources.into_iter().flatten().collect::<Vec<_>>(), ["1.txt", "2.txt", "3.txt", "4.txt"]);
    let numbers: Vec<_> = archive.store.versions(article.id).unwrap().into_iter().map(|v| v.number).collect();
    assert_eq!(numbers, [1, 2, 3]);
}

#[test]
fn a_stated_time_that_cannot_be_true_is_kept_and_dates_nothing() {
    let archive = archive();
    let mut given = submission("A fire broke out on Tuesday.", 1);
    given.capture.published = DocumentTime::read("2099-01-01", Tz::UTC);
    let view = archive.record(&given, at("2025-05-01")).unwrap();
    assert!(view.notes.iter().any(|note| note.code == "future-date"));
    let article = archive.store.articles().unwrap().remove(0);
    let version = archive.store.versions(article.id).unwrap().remove(0);
    assert_eq!(version.published, given.capture.published);
    assert_eq!((version.stated(), version.document_time().1), (None, crate::model::DatedBy::Captured));
}

#[test]
fn dates_that_are_missing_or_to_come_are_noted() {
    let archive = archive();
    let now = at("2025-05-01");
    let mut given = submission("A.", 1);
    let codes = |given: &Submission| {
        let view = archive.record(given, now).unwrap();
        view.notes.into_iter().map(|note| note.code).collect::<Vec<_>>()
    };
    assert_eq!(codes(&given), ["no-date"]);
    given.capture.published = DocumentTime::read("2031-01-01", Tz::UTC);
    given.timezone = Some(Tz::Asia__Manila);
    assert_eq!(codes(&given), ["timezone-kept", "future-date"]);
    given.article = Some("///".into());
    let refused = archive.record(&given, now).unwrap_err();
    assert!(refused.to_string().contains("cannot be a name") && refused.hint().is_some());
}

#[test]
fn one_bad_submission_keeps_no_other_from_being_stored() {
    let archive = archive();
    let mut bad = submission("B.", 2);
    bad.story = Some("?".into());
    let done = archive.record_all(&[submission("A.", 1), bad, submission("C.", 3)], at("2025-05-01")).unwrap();
    assert_eq!(done.iter().map(Result::is_ok).collect::<Vec<_>>(), [true, false, true]);
    assert_eq!(archive.store.counts().unwrap().versions, 2);
}
