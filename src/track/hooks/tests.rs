//! Tries hooks with a messenger that notes what it is told.

use std::sync::Mutex;

use chrono::{DateTime, TimeDelta, Utc};

use super::{Messenger, NewHook, Untold, run_hooks};
use crate::model::{FeedFormat, HookFilter, HookTarget, Weight};
use crate::track::Archive;
use crate::view::{ChangesView, HookMessage, HookRunView, UpdateView};

/// Takes messages, unless it is told to refuse.
#[derive(Default)]
struct Notes {
    told: Mutex<Vec<HookMessage>>,
    feeds: Mutex<Vec<usize>>,
    refuses: Option<Untold>,
}

impl Messenger for Notes {
    fn tell(&self, _: &HookTarget, message: &HookMessage, feed: &ChangesView) -> Result<(), Untold> {
        if let Some(untold) = &self.refuses {
            return Err(untold.clone());
        }
        self.told.lock().unwrap().push(message.clone());
        self.feeds.lock().unwrap().push(feed.updates.len());
        Ok(())
    }

    fn page_of(&self, update: &UpdateView) -> String {
        format!("{}/{}", update.article.name, update.to.number)
    }
}

fn at(hour: i64) -> DateTime<Utc> {
    "2025-08-12T00:00:00Z".parse::<DateTime<Utc>>().unwrap() + TimeDelta::hours(hour)
}

/// Records what the article of a ferry said at an hour.
fn record(archive: &Archive, article: &str, hour: i64, dead: usize) {
    let line = format!(
        r#"{{"story":"ferry","article":"{article}","captured":"{}","text":"At least {dead} people were killed when a ferry caught fire, the coast guard said."}}"#,
        at(hour).to_rfc3339()
    );
    let done = archive.import(&[line], 1, true, at(hour)).unwrap();
    assert_eq!(done.refused, []);
}

fn add(archive: &Archive, name: &str, target: HookTarget, filter: HookFilter) {
    let link = Some("https://desk.example/".to_owned());
    archive.add_hook(NewHook { name: Some(name.to_owned()), target, filter, link }, at(6)).unwrap();
}

fn command() -> HookTarget {
    HookTarget::Command { words: vec!["true".to_owned()] }
}

fn run(archive: &mut Archive, notes: &Notes, hour: i64) -> HookRunView {
    run_hooks(&Mutex::new(archive), notes, at(hour)).unwrap()
}

fn told(notes: &Notes) -> Vec<String> {
    notes.told.lock().unwrap().iter().map(|message| message.reference.clone()).collect()
}

#[test]
fn each_change_is_told_once_with_both_sentences_and_a_link() {
    let (mut archive, notes) = (Archive::in_memory().unwrap(), Notes::default());
    record(&archive, "post", 1, 12);
    record(&archive, "post", 5, 13);
    add(&archive, "desk", command(), HookFilter { weight: Some(Weight::Material), ..HookFilter::default() });
    assert_eq!(run(&mut archive, &notes, 6).told, 0, "what was there before is no news");
    record(&archive, "post", 7, 15);
    record(&archive, "post", 8, 19);
    for hour in 8..11 {
        run(&mut archive, &notes, hour);
    }
    assert_eq!(told(&notes), ["ferry/post@2..3", "ferry/post@3..4"]);
    let first = notes.told.lock().unwrap()[0].clone();
    assert_eq!(first.link.as_deref(), Some("https://desk.example/post/3"));
    let change = &first.update.changes[0];
    assert!(change.a_text.contains("13 people") && change.b_text.contains("15 people"), "{change:?}");
    assert!(first.id.starts_with("desk:ferry/post@2..3:"), "{}", first.id);
    let log = archive.hook_log("desk").unwrap();
    assert_eq!((log.hook.told, log.hook.waiting, log.deliveries[0].state.as_str()), (2, 0, "told"));
}

#[test]
fn history_that_is_imported_later_is_no_news() {
    let (mut archive, notes) = (Archive::in_memory().unwrap(), Notes::default());
    add(&archive, "desk", command(), HookFilter::default());
    record(&archive, "post", -500, 12);
    record(&archive, "post", -499, 15);
    record(&archive, "post", 7, 19);
    run(&mut archive, &notes, 8);
    assert_eq!(told(&notes), ["ferry/post@2..3"]);
}

#[test]
fn what_is_held_is_not_told_even_when_it_waits_already() {
    let (mut archive, notes) = (Archive::in_memory().unwrap(), Notes::default());
    add(&archive, "desk", command(), HookFilter::default());
    for article in ["post", "herald"] {
        record(&archive, article, 7, 12);
        record(&archive, article, 8, 15);
    }
    archive.hold("ferry/post", None, at(8)).unwrap();
    let refusing = Notes { refuses: Some(Untold { message: "503".to_owned(), is_final: false }), ..Notes::default() };
    let view = run(&mut archive, &refusing, 9);
    assert_eq!((view.tried.len(), view.waiting), (1, 1), "{view:?}");
    archive.hold("ferry", None, at(9)).unwrap();
    let view = run(&mut archive, &notes, 12);
    assert_eq!((told(&notes), view.tried[0].state.as_str()), (Vec::new(), "withheld"), "{view:?}");
}

#[test]
fn what_is_not_taken_waits_in_the_store() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let mut archive = Archive::open(&path).unwrap();
    add(&archive, "desk", command(), HookFilter::default());
    record(&archive, "post", 7, 12);
    record(&archive, "post", 8, 15);
    let refusing = Notes { refuses: Some(Untold { message: "503".to_owned(), is_final: false }), ..Notes::default() };
    assert_eq!(run(&mut archive, &refusing, 9).waiting, 1);
    assert_eq!(archive.hook_log("desk").unwrap().deliveries[0].error.as_deref(), Some("503"));
    drop(archive);
    let (mut archive, notes) = (Archive::open(&path).unwrap(), Notes::default());
    assert_eq!(run(&mut archive, &notes, 9).told, 0, "not before its time");
    assert_eq!(run(&mut archive, &notes, 10).told, 1);
    assert_eq!(told(&notes), ["ferry/post@1..2"]);
    assert!(archive.check(&crate::track::CheckScope::default()).unwrap().ok);
}

#[test]
fn a_hook_that_rests_tells_nothing_of_that_time() {
    let (mut archive, notes) = (Archive::in_memory().unwrap(), Notes::default());
    add(&archive, "desk", command(), HookFilter::default());
    record(&archive, "post", 7, 12);
    archive.pause_hook("desk").unwrap();
    record(&archive, "post", 8, 15);
    run(&mut archive, &notes, 8);
    archive.resume_hook("desk").unwrap();
    record(&archive, "post", 9, 19);
    run(&mut archive, &notes, 9);
    assert_eq!(told(&notes), ["ferry/post@2..3"]);
    assert!(archive.pause_hook("dsk").unwrap_err().hint().unwrap().contains("desk"));
}

#[test]
fn a_feed_holds_what_was_told_before() {
    let (mut archive, notes) = (Archive::in_memory().unwrap(), Notes::default());
    let target = HookTarget::Feed { path: "changes.xml".to_owned(), format: FeedFormat::Atom };
    add(&archive, "feed", target, HookFilter::default());
    for (hour, dead) in [(7, 12), (8, 15), (9, 19), (10, 20)] {
        record(&archive, "post", hour, dead);
        run(&mut archive, &notes, hour);
    }
    assert_eq!(*notes.feeds.lock().unwrap(), [1, 2, 3]);
}

#[test]
fn hooks_of_an_export_rest_until_they_are_resumed() {
    let archive = Archive::in_memory().unwrap();
    add(&archive, "desk", command(), HookFilter { silent: true, ..HookFilter::default() });
    let export = |archive: &Archive| {
        let mut lines = Vec::new();
        let take = |line: &str| {
            lines.push(line.to_owned());
            Ok::<(), crate::track::TrackError>(())
        };
        archive.export(None, take).unwrap();
        lines
    };
    let lines = export(&archive);
    let other = Archive::in_memory().unwrap();
    for want in [1, 0] {
        let done = other.import(&lines, 1, true, at(8)).unwrap();
        assert_eq!((done.hooks, done.refused), (want, Vec::new()));
    }
    assert!(other.hooks().unwrap().hooks[0].paused);
    assert_eq!(export(&other), lines);
}
