//! Tries import and export: nothing is lost on the way, and bad lines are told by number.

use chrono::DateTime;
use chrono_tz::Tz;

use crate::ingest::{self, Source};
use crate::model::{CapturedBy, DocumentTime, TimelineQuery};
use crate::track::{Archive, Submission, TrackError};
use crate::view::EditRequest;

/// Returns the lines of an export of everything.
pub(in crate::track) fn exported(archive: &Archive) -> Vec<String> {
    let mut lines = Vec::new();
    let keep = |line: &str| {
        lines.push(line.to_owned());
        Ok::<_, TrackError>(())
    };
    archive.export(None, keep).unwrap();
    lines
}

#[test]
fn what_is_exported_can_be_imported() {
    let one = Archive::in_memory().unwrap();
    let lines: Vec<String> = (0..30)
        .map(|n| {
            let (article, minute) = (n % 3, 59 - n);
            format!(
                r#"{{"story":"flood","timezone":"Asia/Manila","article":"a{article}","outlet":"Post","url":"http://p.example/{article}","published":"2025-04-23","captured":"2025-04-23T10:{minute}Z","headline":"Rain","standfirst":"It rains","byline":"By Ann Lee","text":"It rains.\n\nUpdate {n}."}}"#
            )
        })
        .collect();
    let batch = one.import(&lines, 1, true, DateTime::UNIX_EPOCH).unwrap();
    assert_eq!((batch.recorded.len(), batch.refused.len()), (30, 0));
    let other = Archive::in_memory().unwrap();
    other.import(&exported(&one), 1, true, DateTime::UNIX_EPOCH).unwrap();
    assert_eq!(exported(&other), exported(&one));
    assert_eq!(one.log(None).unwrap(), other.log(None).unwrap());
    let again = other.import(&exported(&one), 1, true, DateTime::UNIX_EPOCH).unwrap();
    assert!(again.recorded.iter().all(|done| done.outcome == crate::view::Outcome::Unchanged));
    assert_eq!(other.store.counts().unwrap().captures, 30);
}

#[test]
fn looks_originals_and_edits_survive_the_way() {
    let one = Archive::in_memory().unwrap();
    let now = "2025-05-01T08:00:00.250Z".parse().unwrap();
    let page =
        |dead: usize| format!("Ferry  burns\n\nBy Ann Lee\n\nA fire killed {dead} people on Monday, police said.");
    for (minute, dead, name) in [(5, 3, "b.txt"), (1, 3, "a.txt"), (9, 5, "c.txt"), (7, 3, "d.txt"), (3, 4, "e.txt")] {
        let source = Source { name, keep_original: true, url: Some("https://a.example/1"), ..Source::default() };
        let captured = DocumentTime::read(&format!("2025-04-23T10:0{minute}Z"), Tz::UTC);
        let capture = ingest::read(page(dead).as_bytes(), source).unwrap();
        let (story, article) = (Some("The Ferry\r\nFire".to_owned()), Some("wire".to_owned()));
        let captured_by = CapturedBy::File;
        one.record(&Submission { capture, story, article, captured, captured_by, timezone: None }, now).unwrap();
    }
    let id = one.timeline("the-ferry-fire", &TimelineQuery::default()).unwrap().entries[0].id.clone();
    one.edit("the-ferry-fire", &id, &EditRequest::Note("seen".to_owned()), "Ann", now).unwrap();
    one.new_story("An empty one", Tz::Asia__Manila, now).unwrap();
    let lines = exported(&one);
    let other = Archive::in_memory().unwrap();
    let batch = other.import(&lines, 1, true, DateTime::UNIX_EPOCH).unwrap();
    assert_eq!(batch.refused, []);
    assert_eq!(exported(&other), lines);
    assert_eq!(one.log(None).unwrap(), other.log(None).unwrap());
    let counts = |archive: &Archive| {
        let counts = archive.store.counts().unwrap();
        (counts.stories, counts.versions, counts.captures)
    };
    assert_eq!(counts(&one), counts(&other));
    assert!(other.check(&crate::track::CheckScope::default()).unwrap().ok);
    let article = other.store.articles().unwrap().remove(0);
    for look in other.store.captures(article.id).unwrap() {
        let original = other.store.original(look.id).unwrap().unwrap();
        assert!(String::from_utf8(original.bytes).unwrap().starts_with("Ferry  burns"));
    }
}

#[test]
fn a_line_of_another_history_is_recorded_look_by_look() {
    let one = Archive::in_memory().unwrap();
    let line = |minute: usize, text: &str| {
        format!(r#"{{"article":"a","captured":"2025-04-23T10:0{minute}Z","text":"{text}"}}"#)
    };
    one.import(&[line(1, "A."), line(5, "B.")], 1, true, DateTime::UNIX_EPOCH).unwrap();
    let other = Archive::in_memory().unwrap();
    other.import(&[line(3, "C.")], 1, true, DateTime::UNIX_EPOCH).unwrap();
    let batch = other.import(&exported(&one), 1, true, DateTime::UNIX_EPOCH).unwrap();
    assert_eq!((batch.recorded.len(), batch.refused.len()), (2, 0));
    let article = other.store.articles().unwrap().remove(0);
    let order: Vec<_> = other.store.versions(article.id).unwrap().iter().map(|version| version.number).collect();
    assert_eq!(order, [2, 1, 3]);
    assert!(other.check(&crate::track::CheckScope::default()).unwrap().ok);
}

/// Returns an archive with two texts, each seen twice with the page that held it; the hash alone names the page again.
fn with_originals(now: &str) -> Archive {
    let archive = Archive::in_memory().unwrap();
    for (minute, dead, name) in [(1, 3, "a.txt"), (2, 3, "b.txt"), (7, 4, "c.txt"), (8, 4, "d.txt")] {
        let text = format!("Ferry burns\n\nBy Ann Lee\n\nA fire killed {dead} people on Monday, police said.");
        let source = Source { name, keep_original: true, ..Source::default() };
        let submission = Submission {
            capture: ingest::read(text.as_bytes(), source).unwrap(),
            article: Some("wire".to_owned()),
            captured: DocumentTime::read(&format!("2025-04-23T10:0{minute}Z"), Tz::UTC),
            captured_by: CapturedBy::Given,
            ..Submission::default()
        };
        archive.record(&submission, now.parse().unwrap()).unwrap();
    }
    archive
}

#[test]
fn a_replayed_look_keeps_its_original_and_the_time_of_its_recording() {
    let one = with_originals("2025-05-01T08:00:00Z");
    let other = |keep_originals: bool| {
        let other = Archive::in_memory().unwrap();
        let line = r#"{"article":"wire","captured":"2025-04-23T10:05Z","text":"Another text."}"#.to_owned();
        let now = "2025-06-01T08:00:00Z".parse().unwrap();
        other.import(&[line], 1, true, now).unwrap();
        let batch = other.import(&exported(&one), 1, keep_originals, now).unwrap();
        let outcomes: Vec<_> = batch.recorded.iter().map(|recorded| recorded.outcome.clone()).collect();
        assert_eq!(outcomes, [crate::view::Outcome::Backdated, crate::view::Outcome::New]);
        let article = other.store.articles().unwrap().remove(0);
        let looks = other.store.captures(article.id).unwrap();
        assert!(other.check(&crate::track::CheckScope::default()).unwrap().ok);
        looks.iter().map(|look| (look.has_original, look.recorded.unwrap().to_rfc3339())).collect::<Vec<_>>()
    };
    let (then, now) = ("2025-05-01T08:00:00+00:00".to_owned(), "2025-06-01T08:00:00+00:00".to_owned());
    let want = |has: bool| {
        [(has, then.clone()), (has, then.clone()), (false, now.clone()), (has, then.clone()), (has, then.clone())]
    };
    assert_eq!(other(true), want(true));
    assert_eq!(other(false), want(false));
}

#[test]
fn a_restored_line_is_checked_before_anything_is_written() {
    let lines = exported(&with_originals("2025-05-01T08:00:00Z"));
    let version = lines.iter().find(|line| line.contains("base64")).unwrap();
    let base64 = version.split("\"base64\":\"").nth(1).unwrap().split('"').next().unwrap();
    let text = version.split("\"text\":\"").nth(1).unwrap().split('"').next().unwrap();
    let check = |line: String, want: &str| {
        let archive = Archive::in_memory().unwrap();
        let batch = archive.import(&[line], 1, true, DateTime::UNIX_EPOCH).unwrap();
        assert_eq!(batch.refused.len(), 1, "{want}: {:?}", batch.recorded);
        assert!(batch.refused[0].error.contains(want) && batch.refused[0].hint.is_some(), "{:?}", batch.refused);
        let counts = archive.store.counts().unwrap();
        assert_eq!((counts.stories, counts.articles, counts.versions), (0, 0, 0), "{want}");
    };
    check(version.replace(base64, "Zm9yZ2VkCg=="), "not the one that its hash names");
    let silent = version.replace(text, " ").replace("\"headline\":", "\"url\":");
    check(silent.replace("\"byline\":\"By Ann Lee\",", ""), "holds no words");
    check(version.replace("\"article\":\"wire\"", "\"story\":\"flood\",\"article\":\"?\""), "cannot be a name");
    check(version.replace("\"article\":", "\"story\":\"?\",\"article\":"), "cannot be a name");
    check(version.replace("2025-04-23T10:01:00Z", "+262142-12-31T23:30:00Z"), "holds no date");
}

#[test]
fn bad_lines_are_told_by_number_and_keep_no_other_out() {
    let archive = Archive::in_memory().unwrap();
    let lines =
        ["\u{FEFF}{\"text\": \"A.\"}", "nonsense", "", "{\"story\": \"a\"}", "{\"text\": \"B.\", \"article\": \"?\"}"];
    let batch = archive.import(&lines.map(str::to_owned), 7, true, DateTime::UNIX_EPOCH).unwrap();
    let refused: Vec<&str> = batch.refused.iter().map(|refused| refused.from.as_str()).collect();
    assert_eq!((batch.recorded.len(), refused), (1, vec!["line 8", "line 10", "line 11"]));
    assert!(batch.refused.iter().all(|refused| refused.hint.is_some()));
}

#[cfg(feature = "fetch")]
#[test]
fn a_moved_archive_goes_on_watching() {
    let one = Archive::in_memory().unwrap();
    let lines = [
        r#"{"story":"flood","article":"a","url":"https://p.example/a","captured":"2025-04-23T10:00Z","text":"It rains."}"#,
        r#"{"watch":{"name":"post","url":"https://p.example/rss","kind":"feed","story":"flood","words":["rain"],"every":600,"hours":"06:00-23:00 Europe/London","group":"uk","created":"2025-04-01T00:00:00Z"}}"#,
        r#"{"watch":{"name":"own","url":"https://p.example/b","kind":"article","paused_until":"2025-06-01T00:00:00Z","created":"2025-04-02T00:00:00Z"}}"#,
        r#"{"page":{"url":"https://p.example/a","story":"flood","article":"a","watch":"post","published":"2025-04-22T08:00:00Z","gone_since":"2025-04-24T08:00:00Z","looks":[{"looked":"2025-04-24T08:00:00Z","kind":"gone","reason":"gone","message":"absent","status":410}]}}"#,
        r#"{"page":{"url":"https://p.example/map.xml","watch":"post","is_list":true}}"#,
    ];
    let batch = one.import(&lines.map(str::to_owned), 1, true, DateTime::UNIX_EPOCH).unwrap();
    assert_eq!((batch.refused.as_slice(), batch.watches), (&[][..], 2));
    let exported_lines = exported(&one);
    for line in &lines[1..4] {
        assert!(exported_lines.iter().any(|own| own == line), "{line} is not in {exported_lines:#?}");
    }
    let other = Archive::in_memory().unwrap();
    let now = "2025-05-01T00:00:00Z".parse().unwrap();
    assert_eq!(other.import(&exported_lines, 1, true, now).unwrap().watches, 2);
    assert_eq!(exported(&other), exported_lines);
    let due: Vec<_> = other.store.due_plans(now, 9).unwrap().into_iter().map(|row| row.url).collect();
    assert_eq!(due, ["https://p.example/rss", "https://p.example/a", "https://p.example/map.xml"]);
    assert!(other.check(&crate::track::CheckScope::default()).unwrap().ok);
    let again = other.import(&exported_lines, 1, true, now).unwrap();
    assert_eq!((again.watches, again.refused.len()), (0, 0));
    assert_eq!(exported(&other), exported_lines, "a second import changes nothing");
}

#[cfg(feature = "fetch")]
#[test]
fn a_name_with_a_sign_before_it_names_no_version() {
    let archive = Archive::in_memory().unwrap();
    let lines = [
        r#"{"story":"bridge","article":"@bridge-breaking","captured":"2025-04-24T10:00:00Z","text":"The bridge is shut."}"#,
        r#"{"watch":{"name":"@bridge-breaking","url":"https://post.example/breaking","kind":"feed","created":"2025-04-24T10:00:00Z"}}"#,
        r#"{"story":"bridge","article":"post@2","captured":"2025-04-24T10:00:00Z","text":"The bridge is shut."}"#,
    ];
    let batch = archive.import(&lines.map(str::to_owned), 1, true, DateTime::UNIX_EPOCH).unwrap();
    assert_eq!((batch.recorded.len(), batch.watches, batch.refused.len()), (1, 1, 1), "{:?}", batch.refused);
    assert_eq!(batch.recorded[0].article.reference, "bridge/bridge-breaking");
}

#[cfg(feature = "fetch")]
#[test]
fn a_watch_that_cannot_be_is_refused() {
    let check = |line: &str, want: &str| {
        let archive = Archive::in_memory().unwrap();
        let batch = archive.import(&[line.to_owned()], 1, true, DateTime::UNIX_EPOCH).unwrap();
        assert!(batch.refused[0].error.contains(want) && batch.refused[0].hint.is_some(), "{:?}", batch.refused);
    };
    check(r#"{"watch":{"name":"a","url":"file:///etc/passwd","kind":"feed","created":"2025-04-01"}}"#, "only http");
    check(
        r#"{"watch":{"name":"a","url":"https://p.example","kind":"blog","created":"2025-04-01"}}"#,
        "`blog` is no kind",
    );
    check(
        r#"{"watch":{"name":"a","url":"https://p.example","kind":"feed","every":9999999,"created":"2025-04-01"}}"#,
        "every",
    );
    check(r#"{"watch":{"name":"a","url":"https://p.example","kind":"feed","created":"soon"}}"#, "holds no date");
    check(
        r#"{"page":{"url":"https://p.example","looks":[{"looked":"2025-04-01","kind":"odd"}]}}"#,
        "no kind of a look",
    );
}

#[cfg(feature = "fetch")]
#[test]
fn a_watch_without_a_page_is_a_problem() {
    let archive = Archive::in_memory().unwrap();
    let line =
        r#"{"watch":{"name":"post","url":"https://p.example/rss","kind":"feed","created":"2025-04-01"}}"#.to_owned();
    archive.import(&[line], 1, true, DateTime::UNIX_EPOCH).unwrap();
    assert!(archive.check(&crate::track::CheckScope::default()).unwrap().ok);
    let watch = archive.store.watches().unwrap().remove(0);
    archive.store.remove_watch(watch.id).unwrap();
    archive.store.add_watch(&watch).unwrap();
    let view = archive.check(&crate::track::CheckScope::default()).unwrap();
    assert!(!view.ok && view.problems[0].problem.contains("`post` has nothing to look at"), "{view:?}");
}

#[test]
fn looks_with_many_originals_are_told_in_several_lines() {
    let one = Archive::in_memory().unwrap();
    let now = "2025-05-01T08:00:00Z".parse().unwrap();
    for minute in 1..=6 {
        let dead = if minute < 5 { "Three" } else { "Four" };
        let page = format!("<title>Ferry burns</title><!-- {minute} --><h1>Ferry burns</h1><p>{dead} people died.</p>");
        let source = Source { name: "a.html", keep_original: true, ..Source::default() };
        let submission = Submission {
            capture: ingest::read(page.as_bytes(), source).unwrap(),
            article: Some("wire".to_owned()),
            captured: DocumentTime::read(&format!("2025-04-23T10:0{minute}Z"), Tz::UTC),
            captured_by: CapturedBy::Given,
            ..Submission::default()
        };
        one.record(&submission, now).unwrap();
    }
    let found = one.articles_meant(Some("wire")).unwrap().remove(0);
    let mut lines: Vec<String> = Vec::new();
    let mut write = |line: &str| {
        lines.push(line.to_owned());
        Ok::<_, TrackError>(())
    };
    one.export_look_by_look(&found, 300, &mut write).unwrap();
    // The article, two lines for four looks, one for two.
    assert_eq!(lines.len(), 4, "{lines:#?}");
    let other = Archive::in_memory().unwrap();
    assert_eq!(other.import(&lines, 1, true, now).unwrap().refused, []);
    assert_eq!(exported(&other), exported(&one));
}

#[test]
fn edits_from_elsewhere_keep_the_bounds_of_those_made_here() {
    let one = with_originals("2025-05-01T08:00:00Z");
    let now = "2025-05-01T08:00:00Z".parse().unwrap();
    one.new_story("ferry", Tz::UTC, now).unwrap();
    one.move_article("wire", Some("ferry")).unwrap();
    let id = one.timeline("ferry", &TimelineQuery::default()).unwrap().entries[0].id.clone();
    one.edit("ferry", &id, &EditRequest::Tag("fire".to_owned()), "Ann", now).unwrap();
    let lines: Vec<String> =
        exported(&one).iter().map(|line| line.replace("\"fire\"", &format!("\"{:a>61}\"", ""))).collect();
    let other = Archive::in_memory().unwrap();
    let refused = other.import(&lines, 1, true, now).unwrap().refused;
    assert_eq!(refused.len(), 1, "{refused:?}");
    assert!(refused[0].error.contains("60"), "{refused:?}");
}
