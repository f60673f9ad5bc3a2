//! Tries what is kept: it must equal what a rebuild makes, whatever happened in between.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::sync::{Arc, Mutex};

use chrono::DateTime;
use proptest::prelude::*;
use rusqlite::Connection;

use crate::model::TimelineQuery;
use crate::store::{Spoilt, Store};
use crate::track::Desk;
use crate::view::{Clock, EditRequest};

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

fn record(desk: &Desk, looks: &[(usize, usize, usize)]) {
    let lines: Vec<String> = looks.iter().map(|&(article, minute, text)| line(article, minute, text)).collect();
    let batch = desk.import(&lines, 1, false, DateTime::UNIX_EPOCH).unwrap();
    assert_eq!(batch.refused, []);
}

/// Returns every answer that rests on what is kept.
fn answers(desk: &Desk) -> String {
    let by = |clock| desk.timeline("bridge", &TimelineQuery { clock, ..TimelineQuery::default() }).unwrap();
    let blame: Vec<_> = desk.articles(None).unwrap().articles;
    let blame = blame.iter().map(|row| desk.blame(&row.article.reference.parse().unwrap()).unwrap());
    let blame: Vec<_> = blame.collect();
    let told = (by(Clock::Captured), by(Clock::Stated), desk.claims("bridge", None, None).unwrap(), blame);
    let counted = (desk.figures("bridge", None).unwrap(), desk.standing("bridge", "nine people").unwrap());
    let changed = (desk.changes(None).unwrap(), desk.log(None).unwrap(), desk.audit(None).unwrap());
    serde_json::to_string_pretty(&(told, counted, changed)).unwrap()
}

/// Makes a file with a story of articles in several versions each.
fn archive(path: &Path, articles: usize, versions: usize) -> Desk {
    let desk = Desk::open(path).unwrap();
    let all: Vec<_> =
        (0..articles).flat_map(|article| (0..versions).map(move |at| (article, at, (article + at) % 6))).collect();
    record(&desk, &all);
    desk
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, ..ProptestConfig::default() })]

    #[test]
    fn whatever_order_versions_arrive_in_what_is_kept_equals_a_rebuild(
        looks in prop::collection::vec(((0..3_usize, 0..60_usize, 0..7_usize), any::<bool>()), 1..24)
    ) {
        let desk = Desk::in_memory().unwrap();
        for &(look, is_asked) in &looks {
            record(&desk, &[look]);
            if is_asked {
                answers(&desk);
            }
        }
        let kept = answers(&desk);
        prop_assert_eq!(&answers(&desk), &kept);
        desk.reindex(false).unwrap();
        prop_assert_eq!(&answers(&desk), &kept);
    }
}

/// What may happen to a story between two questions.
#[derive(Clone, Copy, Debug)]
enum Step {
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

fn steps() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0..5_usize, 0..60_usize, 0..7_usize).prop_map(|(article, minute, text)| Step::Look(article, minute, text)),
        1 => (0..5_usize).prop_map(Step::Move),
        1 => (0..5_usize).prop_map(Step::Rename),
        1 => (0..4_usize).prop_map(Step::Edit),
        1 => Just(Step::Split),
        1 => (3..7_usize, 0..7_usize).prop_map(|(article, text)| Step::Merge(article, text)),
        1 => (2..5_usize).prop_map(Step::Delete),
        1 => Just(Step::OtherClock),
    ]
}

/// Does one step; what cannot be done (an article that is not there) is left.
fn step(desk: &Desk, step: Step) {
    match step {
        Step::Look(article, minute, text) => record(desk, &[(article, minute, text)]),
        Step::Move(article) => {
            let out = desk.move_article(&format!("bridge/a{article}"), None);
            drop(out.or_else(|_| desk.move_article(&format!("a{article}"), Some("bridge"))));
        }
        Step::Rename(article) => drop(desk.rename_article(&format!("bridge/a{article}"), &format!("z{article}"))),
        Step::Edit(sort) => {
            let Ok(view) = desk.timeline("bridge", &TimelineQuery::default()) else { return };
            let Some((first, last)) = view.entries.first().zip(view.entries.last()) else { return };
            let edits =
                [EditRequest::Hide, EditRequest::Pin, EditRequest::Date(None), EditRequest::Merge(last.id.clone())];
            drop(desk.edit("bridge", &first.id, &edits[sort], "an editor", DateTime::UNIX_EPOCH));
        }
        Step::Split => {
            let Ok(view) = desk.timeline("bridge", &TimelineQuery::default()) else { return };
            let Some(entry) = view.entries.iter().find(|entry| 1 < entry.sentences.len()) else { return };
            let split = EditRequest::Split(entry.sentences[entry.sentences.len() - 1].clone());
            drop(desk.edit("bridge", &entry.id, &split, "an editor", DateTime::UNIX_EPOCH));
        }
        Step::Merge(article, text) => {
            let batch = desk.import(&[line_in("pier", article, 5, text)], 1, false, DateTime::UNIX_EPOCH).unwrap();
            assert_eq!(batch.refused, []);
            drop(desk.timeline("pier", &TimelineQuery::default()));
            desk.merge_stories("pier", "bridge").unwrap();
        }
        Step::Delete(article) => drop(desk.delete_article(&format!("bridge/a{article}"))),
        Step::OtherClock => {
            drop(desk.timeline("bridge", &TimelineQuery { clock: Clock::Stated, ..Default::default() }));
        }
    }
}

/// Returns the timeline by both clocks, with what a selection of it holds.
fn told(desk: &Desk) -> String {
    let by = |clock| desk.timeline("bridge", &TimelineQuery { clock, ..TimelineQuery::default() }).unwrap();
    serde_json::to_string_pretty(&(by(Clock::Captured), by(Clock::Stated))).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn whatever_happens_to_a_story_its_timeline_equals_a_rebuild(
        steps in prop::collection::vec((steps(), any::<bool>()), 1..32)
    ) {
        let desk = Desk::in_memory().unwrap();
        record(&desk, &[(0, 0, 0), (2, 0, 6)]);
        for &(own, is_asked) in &steps {
            step(&desk, own);
            if is_asked {
                let kept = told(&desk);
                prop_assert_eq!(&told(&desk), &kept, "as it is kept");
                desk.store.spoil("chronicle", Spoilt::Gone);
                prop_assert_eq!(&told(&desk), &kept, "as it is put in order anew");
            } else {
                drop(desk.timeline("bridge", &TimelineQuery::default()));
            }
        }
        let kept = told(&desk);
        desk.reindex(false).unwrap();
        prop_assert_eq!(&told(&desk), &kept);
    }
}

#[test]
fn a_new_version_of_a_long_article_is_followed_as_in_a_rebuild() {
    let desk = Desk::in_memory().unwrap();
    for at in 0..40 {
        record(&desk, &[(1, at, at % 6)]);
        desk.timeline("bridge", &TimelineQuery::default()).unwrap();
    }
    let kept = answers(&desk);
    desk.reindex(false).unwrap();
    assert_eq!(answers(&desk), kept);
}

#[test]
fn names_and_zones_reach_what_is_kept() {
    let desk = Desk::in_memory().unwrap();
    record(&desk, &[(0, 1, 0), (1, 2, 1), (2, 3, 3), (0, 4, 2)]);
    answers(&desk);
    desk.rename_article("bridge/a1", "the post").unwrap();
    desk.set_timezone("bridge", chrono_tz::Tz::Pacific__Auckland).unwrap();
    let kept = answers(&desk);
    assert!(kept.contains("bridge/the-post") && kept.contains("Auckland") && !kept.contains("bridge/a1"));
    desk.reindex(false).unwrap();
    assert_eq!(answers(&desk), kept);
    desk.move_article("bridge/the-post", None).unwrap();
    assert_eq!(desk.timeline("bridge", &TimelineQuery::default()).unwrap().articles.len(), 2);
}

#[test]
fn an_interrupted_rebuild_goes_on_where_it_ended() {
    let folder = tempfile::tempdir().unwrap();
    let mut desk = archive(&folder.path().join("archive.db"), 60, 6);
    let whole = answers(&desk);
    // The first hand is kept before anybody is told of it.
    desk.watch(Box::new(|what, _, _| assert_ne!(what, "versions read", "somebody pulls the plug")));
    assert!(catch_unwind(AssertUnwindSafe(|| desk.reindex(false))).is_err());
    drop(desk);
    let desk = Desk::open(&folder.path().join("archive.db")).unwrap();
    let left = desk.reindex(true).unwrap().articles;
    assert!((1..60).contains(&left), "{left} articles were left");
    assert_eq!(answers(&desk), whole);
    assert_eq!(desk.reindex(true).unwrap().articles, 0);
}

#[test]
fn a_full_disk_and_a_store_in_use_are_answered_all_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("archive.db");
    let want = answers(&archive(&folder.path().join("other.db"), 20, 9));
    archive(&path, 20, 9);
    let mut desk = Desk::open(&path).unwrap();
    desk.store = Store::open_impatiently(&path).unwrap();
    let other = Connection::open(&path).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(answers(&desk), want, "while another program writes");
    other.execute_batch("ROLLBACK").unwrap();
    desk.store.limit_pages();
    assert_eq!(answers(&desk), want, "on a full disk");
    assert_ne!(desk.reindex(true).unwrap().articles, 0, "not all of it could be kept");
    assert!(desk.check().unwrap().ok);
}

#[test]
fn a_write_that_fails_within_an_update_leaves_what_was_kept_and_loses_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("archive.db");
    for table in ["reading", "thread", "chronicle", "chronology"] {
        let desk = archive(&path, 6, 3);
        told(&desk);
        record(&desk, &[(1, 50, 6), (2, 51, 4)]);
        let other = Connection::open(&path).unwrap();
        let trap = format!("CREATE TRIGGER trap BEFORE INSERT ON {table} BEGIN SELECT RAISE (ABORT, 'no'); END");
        other.execute_batch(&trap).unwrap();
        let answered = told(&desk);
        assert!(answered.contains("Divers found a car"), "answered although {table} takes nothing");
        assert!(desk.check().unwrap().ok, "{table}");
        other.execute_batch("DROP TRIGGER trap").unwrap();
        assert_eq!(told(&desk), answered, "once {table} takes it again");
        assert_eq!(told(&desk), answered, "as it is kept then");
        desk.reindex(false).unwrap();
        assert_eq!(told(&desk), answered, "as a rebuild has it ({table})");
        drop((desk, other));
        std::fs::remove_file(&path).unwrap();
    }
}

#[test]
fn what_is_damaged_or_made_by_another_analyser_is_made_anew() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("archive.db");
    let desk = archive(&path, 4, 5);
    // A timeline is kept once nothing has to be read for it.
    answers(&desk);
    let want = answers(&desk);
    let store = Store::open(&path).unwrap();
    let kept = store.counts().unwrap().derived_bytes;
    for table in ["reading", "comparison", "thread", "chronology", "chronicle"] {
        for how in [Spoilt::Damaged, Spoilt::Gone] {
            // Without the timeline as it was last put in order, the other tables are asked.
            store.spoil("chronology", Spoilt::Gone);
            store.spoil(table, how);
            assert_eq!(answers(&desk), want, "{table} {how:?}");
            assert_eq!(answers(&desk), want, "{table} {how:?}");
            assert_eq!(desk.store.counts().unwrap().derived_bytes, kept, "{table} {how:?}");
        }
    }
    for table in ["reading", "comparison", "thread", "chronology", "chronicle"] {
        store.spoil(table, Spoilt::Older);
    }
    assert_eq!(desk.check().unwrap().stale, 4);
    assert_eq!(answers(&desk), want, "after a new version of the program");
    assert_eq!(desk.check().unwrap().stale, 0);
}

#[test]
fn what_another_program_records_is_seen_at_once() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("archive.db");
    let (one, other) = (archive(&path, 2, 3), Desk::open(&path).unwrap());
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
    let mut desk = archive(&folder.path().join("archive.db"), 3, 4);
    let told = Arc::new(Mutex::new(Vec::new()));
    let list = Arc::clone(&told);
    desk.watch(Box::new(move |what, done, total| list.lock().unwrap().push((what, done == total))));
    desk.reindex(false).unwrap();
    desk.check().unwrap();
    desk.backup(&folder.path().join("copy.db")).unwrap();
    desk.export(None, |_| Ok::<_, crate::track::DeskError>(())).unwrap();
    for what in ["articles indexed", "versions read", "articles checked", "pages copied", "versions written"] {
        let told = told.lock().unwrap();
        let last = told.iter().rfind(|(own, _)| *own == what);
        assert_eq!(last, Some(&(what, true)), "{told:?}");
    }
}
