//! Tests the cache: its answers equal those of a rebuild, whatever happened in between.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Arc, Mutex};

use chrono::DateTime;
use proptest::prelude::*;
use rusqlite::Connection;

use crate::model::{Clock, TimelineQuery};
use crate::store::{Corruption, Store};
use crate::track::Archive;
use crate::view::EditRequest;

/// What an article may say; neighbours differ in a count, a date, a speaker, a sentence.
const TEXTS: [&str; 7] = [
    "Eight people were killed when a bridge fell at Harrow on Monday, police said.\n\nThe road is closed.",
    "Nine people were killed when a bridge fell at Harrow on Monday, police said.\n\nThe road is closed.",
    "Nine people were killed when a bridge fell at Harrow on Sunday, the mayor said.\n\nThe road is closed.",
    "The road at Harrow is to be reopened on 20 May.\n\n\u{201c}Nobody warned us,\u{201d} Ann Lee told reporters on Monday.",
    "The road at Harrow was reopened on 20 May.\n\nAnn Lee said on Tuesday that nobody had been warned.",
    "Rain fell yesterday. Correction: An earlier version said that eight people were killed.",
    "Nine people were killed when a bridge fell at Harrow on Monday.\n\nDivers found a car on 14 May 2025.",
];

fn line(article: usize, minute: usize, text: usize) -> String {
    line_in("bridge", article, minute, text)
}

fn line_in(story: &str, article: usize, minute: usize, text: usize) -> String {
    let body = serde_json::to_string(TEXTS[text]).unwrap();
    // Half of the articles state no date, so that their days rest on the capture.
    let stated = if article.is_multiple_of(2) { r#""published":"2025-05-13T06:00:00Z","# } else { "" };
    let (day, minute) = (13 + minute / 30, minute % 30);
    format!(
        r#"{{"story":"{story}","timezone":"Europe/London","article":"a{article}","outlet":"Outlet {article}",{stated}"captured":"2025-05-{day}T09:{minute:02}:00Z","headline":"Bridge falls","text":{body}}}"#
    )
}

fn record(archive: &Archive, looks: &[(usize, usize, usize)]) {
    let lines: Vec<String> = looks.iter().map(|&(article, minute, text)| line(article, minute, text)).collect();
    let batch = archive.import(&lines, 1, false, DateTime::UNIX_EPOCH).unwrap();
    assert_eq!(batch.refused, []);
}

/// Returns every answer that rests on the cache.
fn answers(archive: &Archive) -> String {
    let by = |clock| archive.timeline("bridge", &TimelineQuery { clock, ..TimelineQuery::default() }).unwrap();
    let blame: Vec<_> = archive.articles(None).unwrap().articles;
    let blame = blame.iter().map(|row| archive.blame(&row.article.reference.parse().unwrap()).unwrap());
    let blame: Vec<_> = blame.collect();
    let told = (by(Clock::Captured), by(Clock::Stated), archive.claims("bridge", None, None, None).unwrap(), blame);
    let counted = (archive.figures("bridge", None).unwrap(), archive.standing("bridge", "nine people").unwrap());
    let changed = (
        archive.changes(None).unwrap(),
        archive.log(None).unwrap(),
        archive.audit(None, crate::track::AuditFilter::default()).unwrap(),
    );
    serde_json::to_string_pretty(&(told, counted, changed)).unwrap()
}

/// Makes a file with a story of articles in several versions each.
fn archive(path: &Path, articles: usize, versions: usize) -> Archive {
    let archive = Archive::open(path).unwrap();
    let all: Vec<_> =
        (0..articles).flat_map(|article| (0..versions).map(move |at| (article, at, (article + at) % 6))).collect();
    record(&archive, &all);
    archive
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn whatever_order_versions_arrive_in_what_is_kept_equals_a_rebuild(
        looks in prop::collection::vec(((0..3_usize, 0..60_usize, 0..7_usize), any::<bool>()), 1..24)
    ) {
        let archive = Archive::in_memory().unwrap();
        for &(look, is_asked) in &looks {
            record(&archive, &[look]);
            if is_asked {
                answers(&archive);
            }
        }
        let kept = answers(&archive);
        prop_assert_eq!(&answers(&archive), &kept);
        archive.reindex(false).unwrap();
        prop_assert_eq!(&answers(&archive), &kept);
    }
}

/// What may happen to a story between two questions.
#[derive(Clone, Copy, Debug)]
enum StoryEvent {
    Look(usize, usize, usize),
    /// An article leaves the story, or comes back under another name.
    Move(usize),
    Rename(usize),
    /// The first entry is hidden, pinned, given a date, or joined with the last one.
    Edit(usize),
    /// An entry that several sentences tell loses the last of them.
    Split,
    /// Another story is begun and merged into this one.
    Merge(usize, usize),
    Delete(usize),
    OtherClock,
}

fn steps() -> impl Strategy<Value = StoryEvent> {
    prop_oneof![
        6 => (0..5_usize, 0..60_usize, 0..7_usize).prop_map(|(article, minute, text)| StoryEvent::Look(article, minute, text)),
        1 => (0..5_usize).prop_map(StoryEvent::Move),
        1 => (0..5_usize).prop_map(StoryEvent::Rename),
        1 => (0..4_usize).prop_map(StoryEvent::Edit),
        1 => Just(StoryEvent::Split),
        1 => (3..7_usize, 0..7_usize).prop_map(|(article, text)| StoryEvent::Merge(article, text)),
        1 => (2..5_usize).prop_map(StoryEvent::Delete),
        1 => Just(StoryEvent::OtherClock),
    ]
}

/// Does one step; what cannot be done (an article that is not there) is left.
fn step(archive: &Archive, step: StoryEvent) {
    match step {
        StoryEvent::Look(article, minute, text) => record(archive, &[(article, minute, text)]),
        StoryEvent::Move(article) => {
            let out = archive.move_article(&format!("bridge/a{article}"), None);
            drop(out.or_else(|_| archive.move_article(&format!("a{article}"), Some("bridge"))));
        }
        StoryEvent::Rename(article) => {
            drop(archive.rename_article(&format!("bridge/a{article}"), &format!("z{article}")));
        }
        StoryEvent::Edit(sort) => {
            let Ok(view) = archive.timeline("bridge", &TimelineQuery::default()) else { return };
            let Some((first, last)) = view.entries.first().zip(view.entries.last()) else { return };
            let edits =
                [EditRequest::Hide, EditRequest::Pin, EditRequest::Date(None), EditRequest::Merge(last.id.clone())];
            drop(archive.edit("bridge", &first.id, &edits[sort], "an editor", DateTime::UNIX_EPOCH));
        }
        StoryEvent::Split => {
            let Ok(view) = archive.timeline("bridge", &TimelineQuery::default()) else { return };
            let Some(entry) = view.entries.iter().find(|entry| 1 < entry.sentences.len()) else { return };
            let split = EditRequest::Split(entry.sentences[entry.sentences.len() - 1].clone());
            drop(archive.edit("bridge", &entry.id, &split, "an editor", DateTime::UNIX_EPOCH));
        }
        StoryEvent::Merge(article, text) => {
            let batch = archive.import(&[line_in("pier", article, 5, text)], 1, false, DateTime::UNIX_EPOCH).unwrap();
            assert_eq!(batch.refused, []);
            drop(archive.timeline("pier", &TimelineQuery::default()));
            archive.merge_stories("pier", "bridge").unwrap();
        }
        StoryEvent::Delete(article) => drop(archive.delete_article(&format!("bridge/a{article}"))),
        StoryEvent::OtherClock => {
            drop(archive.timeline("bridge", &TimelineQuery { clock: Clock::Stated, ..Default::default() }));
        }
    }
}

/// Returns the timeline by both clocks, with what a selection of it holds.
fn told(archive: &Archive) -> String {
    let by = |clock| archive.timeline("bridge", &TimelineQuery { clock, ..TimelineQuery::default() }).unwrap();
    serde_json::to_string_pretty(&(by(Clock::Captured), by(Clock::Stated))).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_to_a_story_its_timeline_equals_a_rebuild(
        steps in prop::collection::vec((steps(), any::<bool>()), 1..32)
    ) {
        let archive = Archive::in_memory().unwrap();
        record(&archive, &[(0, 0, 0), (2, 0, 6)]);
        for &(own, is_asked) in &steps {
            step(&archive, own);
            if is_asked {
                let kept = told(&archive);
                prop_assert_eq!(&told(&archive), &kept, "as it is kept");
                archive.store.corrupt("chronicle", Corruption::Gone);
                prop_assert_eq!(&told(&archive), &kept, "as it is put in order anew");
            } else {
                drop(archive.timeline("bridge", &TimelineQuery::default()));
            }
        }
        let kept = told(&archive);
        archive.reindex(false).unwrap();
        prop_assert_eq!(&told(&archive), &kept);
    }
}

#[test]
fn a_split_whose_article_is_deleted_is_the_same_in_a_rebuild() {
    use StoryEvent::{Delete, Look, Merge, Move, Split};
    let steps = [
        (Look(0, 0, 0), false),
        (Look(4, 34, 2), false),
        (Merge(3, 1), false),
        (Move(0), false),
        (Look(0, 1, 0), false),
        (Look(2, 0, 3), false),
        (Split, false),
        (Look(4, 8, 6), false),
        (Merge(4, 2), true),
        (Delete(2), true),
    ];
    let archive = Archive::in_memory().unwrap();
    record(&archive, &[(0, 0, 0), (2, 0, 6)]);
    for (own, is_asked) in steps {
        step(&archive, own);
        if is_asked {
            let kept = told(&archive);
            assert_eq!(told(&archive), kept, "as it is kept");
            archive.store.corrupt("chronicle", Corruption::Gone);
            assert_eq!(told(&archive), kept, "as it is put in order anew after {own:?}");
        } else {
            drop(archive.timeline("bridge", &TimelineQuery::default()));
        }
    }
    let kept = told(&archive);
    archive.reindex(false).unwrap();
    assert_eq!(told(&archive), kept);
}

#[test]
fn a_new_version_of_a_long_article_is_followed_as_in_a_rebuild() {
    let archive = Archive::in_memory().unwrap();
    for at in 0..40 {
        record(&archive, &[(1, at, at % 6)]);
        archive.timeline("bridge", &TimelineQuery::default()).unwrap();
    }
    let kept = answers(&archive);
    archive.reindex(false).unwrap();
    assert_eq!(answers(&archive), kept);
}

#[test]
fn names_and_zones_reach_what_is_kept() {
    let archive = Archive::in_memory().unwrap();
    record(&archive, &[(0, 1, 0), (1, 2, 1), (2, 3, 3), (0, 4, 2)]);
    answers(&archive);
    archive.rename_article("bridge/a1", "the post").unwrap();
    archive.set_timezone("bridge", chrono_tz::Tz::Pacific__Auckland).unwrap();
    let kept = answers(&archive);
    assert!(kept.contains("bridge/the-post") && kept.contains("Auckland") && !kept.contains("bridge/a1"));
    archive.reindex(false).unwrap();
    assert_eq!(answers(&archive), kept);
    archive.move_article("bridge/the-post", None).unwrap();
    assert_eq!(archive.timeline("bridge", &TimelineQuery::default()).unwrap().articles.len(), 2);
}

#[test]
fn an_interrupted_rebuild_goes_on_where_it_ended() {
    let folder = tempfile::tempdir().unwrap();
    let mut archive = archive(&folder.path().join("archive.db"), 60, 6);
    let whole = answers(&archive);
    // The first batch is stored before progress is reported.
    archive.watch(Box::new(|what, _, _| assert_ne!(what, "versions read", "somebody pulls the plug")));
    assert!(catch_unwind(AssertUnwindSafe(|| archive.reindex(false))).is_err());
    drop(archive);
    let archive = Archive::open(&folder.path().join("archive.db")).unwrap();
    let left = archive.reindex(true).unwrap().articles;
    assert!((1..60).contains(&left), "{left} articles were left");
    assert_eq!(answers(&archive), whole);
    assert_eq!(archive.reindex(true).unwrap().articles, 0);
}

#[test]
fn a_full_disk_and_a_store_in_use_are_answered_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("archive.db");
    let want = answers(&archive(&folder.path().join("other.db"), 20, 9));
    archive(&path, 20, 9);
    let mut archive = Archive::open(&path).unwrap();
    archive.store = Store::open_impatiently(&path).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(answers(&archive), want, "while another program writes");
    other.execute_batch("ROLLBACK").unwrap();
    archive.store.limit_pages();
    assert_eq!(answers(&archive), want, "on a full disk");
    assert_ne!(archive.reindex(true).unwrap().articles, 0, "not all of it could be kept");
    assert!(archive.check(&crate::track::CheckScope::default()).unwrap().ok);
}

#[test]
fn a_write_that_fails_within_an_update_leaves_what_was_kept_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("archive.db");
    for table in ["reading", "thread", "chronicle", "chronology"] {
        let archive = archive(&path, 6, 3);
        told(&archive);
        record(&archive, &[(1, 50, 6), (2, 51, 4)]);
        let other = Connection::open(&path).unwrap();
        let trap = format!("CREATE TRIGGER trap BEFORE INSERT ON {table} BEGIN SELECT RAISE (ABORT, 'no'); END");
        other.execute_batch(&trap).unwrap();
        let answered = told(&archive);
        assert!(answered.contains("Divers found a car"), "answered although {table} takes nothing");
        other.execute_batch("DROP TRIGGER trap").unwrap();
        assert!(archive.check(&crate::track::CheckScope::default()).unwrap().ok, "{table}");
        assert_eq!(told(&archive), answered, "once {table} takes it again");
        assert_eq!(told(&archive), answered, "as it is kept then");
        archive.reindex(false).unwrap();
        assert_eq!(told(&archive), answered, "as a rebuild has it ({table})");
        drop((archive, other));
        std::fs::remove_file(&path).unwrap();
    }
}

#[test]
fn what_is_damaged_or_made_by_another_analyser_is_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("archive.db");
    let archive = archive(&path, 4, 5);
    // A timeline is kept once nothing has to be read for it.
    answers(&archive);
    let want = answers(&archive);
    let store = Store::open(&path).unwrap();
    let kept = store.counts().unwrap().derived_bytes;
    for table in ["reading", "comparison", "thread", "chronology", "chronicle"] {
        for how in [Corruption::Damaged, Corruption::Flipped, Corruption::Nonsense, Corruption::Gone] {
            // Without the timeline as it was last put in order, the other tables are asked.
            store.corrupt("chronology", Corruption::Gone);
            store.corrupt(table, how);
            assert_eq!(answers(&archive), want, "{table} {how:?}");
            assert_eq!(answers(&archive), want, "{table} {how:?}");
            assert_eq!(archive.store.counts().unwrap().derived_bytes, kept, "{table} {how:?}");
        }
    }
    for table in ["reading", "comparison", "thread", "chronology", "chronicle"] {
        store.corrupt(table, Corruption::Older);
    }
    assert_eq!(archive.check(&crate::track::CheckScope::default()).unwrap().stale, 4);
    assert_eq!(answers(&archive), want, "after a new version of the program");
    assert_eq!(archive.check(&crate::track::CheckScope::default()).unwrap().stale, 0);
}

#[test]
fn a_damaged_block_of_an_article_with_one_version_is_derived_again() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("archive.db");
    let archive = archive(&path, 3, 1);
    let want = answers(&archive);
    let store = Store::open(&path).unwrap();
    for table in ["reading", "thread"] {
        for how in [Corruption::Damaged, Corruption::Flipped, Corruption::Nonsense, Corruption::Gone] {
            store.corrupt("chronology", Corruption::Gone);
            store.corrupt(table, how);
            assert_eq!(answers(&archive), want, "{table} {how:?}");
        }
    }
}

#[test]
fn what_another_program_records_is_seen_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("archive.db");
    let (one, other) = (archive(&path, 2, 3), Archive::open(&path).unwrap());
    answers(&one);
    record(&other, &[(0, 40, 6), (1, 1, 5), (2, 7, 4)]);
    let seen = answers(&one);
    one.reindex(false).unwrap();
    assert_eq!(answers(&one), seen);
    assert!(seen.contains("Divers found a car"));
}

#[test]
fn long_work_tells_how_far_it_is() {
    let folder = tempfile::tempdir().unwrap();
    let mut archive = archive(&folder.path().join("archive.db"), 3, 4);
    let told = Arc::new(Mutex::new(Vec::new()));
    let list = Arc::clone(&told);
    archive.watch(Box::new(move |what, done, total| list.lock().unwrap().push((what, done == total))));
    archive.reindex(false).unwrap();
    archive.check(&crate::track::CheckScope::default()).unwrap();
    archive.backup(&folder.path().join("copy.db")).unwrap();
    archive.export(None, |_| Ok::<_, crate::track::TrackError>(())).unwrap();
    for what in ["articles indexed", "versions read", "articles checked", "pages copied", "versions written"] {
        let told = told.lock().unwrap();
        let last = told.iter().rfind(|(own, _)| *own == what);
        assert_eq!(last, Some(&(what, true)), "{told:?}");
    }
}
