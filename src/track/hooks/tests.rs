//! Tries hooks with a messenger that notes what it is told.

use std::sync::{Arc, Mutex};

use chrono::{DateTime, TimeDelta, Utc};

use super::{DeliveryFailure, Messenger, NewHook, run_hooks};
use crate::model::{ChangeKind, FeedFormat, HookFilter, HookTarget, Weight};
use crate::store::{DeliveryState, HookDelivery};
use crate::track::exchange::tests::exported;
use crate::track::{Archive, TimeSource};
use crate::view::{ChangesView, DeliveryRow, HookMessage, HookRunView, HooksView, UpdateView};

/// Takes messages, unless it is told to refuse.
#[derive(Default)]
struct Notes {
    told: Mutex<Vec<HookMessage>>,
    feeds: Mutex<Vec<usize>>,
    refuses: Option<DeliveryFailure>,
    /// The only hook that is refused; without it, all are.
    refused: Option<&'static str>,
    /// Each message takes so long by this clock.
    takes: Option<(Arc<StillClock>, TimeDelta)>,
}

/// A clock that stands still unless a test moves it.
struct StillClock {
    now: Mutex<DateTime<Utc>>,
    is_stopped: bool,
}

impl StillClock {
    fn at(hour: i64) -> Self {
        Self { now: Mutex::new(at(hour)), is_stopped: false }
    }
}

impl TimeSource for StillClock {
    fn now(&self) -> DateTime<Utc> {
        *self.now.lock().unwrap()
    }

    fn sleep_until(&self, _: DateTime<Utc>) -> bool {
        !self.is_stopped
    }
}

impl Notes {
    fn refusing(is_final: bool) -> Self {
        Self { refuses: Some(DeliveryFailure { message: "503".to_owned(), is_final }), ..Self::default() }
    }
}

impl Messenger for Notes {
    fn deliver(
        &self,
        _: &HookTarget,
        message: &HookMessage,
        feed: &ChangesView,
        _: DateTime<Utc>,
    ) -> Result<(), DeliveryFailure> {
        if let Some((clock, time)) = &self.takes {
            *clock.now.lock().unwrap() += *time;
        }
        if let Some(untold) = self.refuses.as_ref().filter(|_| self.refused.is_none_or(|name| name == message.hook)) {
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
    record_later(archive, article, hour, dead, hour);
}

/// Records at an hour what the article of a ferry had said at an earlier one.
fn record_later(archive: &Archive, article: &str, hour: i64, dead: usize, recorded: i64) {
    let line = format!(
        r#"{{"story":"ferry","article":"{article}","captured":"{}","text":"At least {dead} people were killed when a ferry caught fire, the coast guard said."}}"#,
        at(hour).to_rfc3339()
    );
    let done = archive.import(&[line], 1, true, at(recorded)).unwrap();
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
    run_hooks(&Mutex::new(archive), notes, &StillClock::at(hour)).unwrap()
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
    assert!(first.id.len() == 64 && first.id.bytes().all(|byte| byte.is_ascii_hexdigit()), "{}", first.id);
    let ids = notes.told.lock().unwrap().iter().map(|message| message.id.clone()).collect::<Vec<_>>();
    let (_, test, _) = archive.test_message("desk", &notes).unwrap().unwrap();
    assert!(test.reference == "ferry/post@3..4" && !ids.contains(&test.id) && ids[0] != ids[1], "{ids:?}");
    let log = archive.hook_log("desk").unwrap();
    assert_eq!((log.hook.told, log.hook.waiting, log.deliveries[0].state.as_str()), (2, 0, "told"));
}

#[test]
fn a_version_under_the_number_of_a_deleted_one_is_news() {
    let (mut archive, notes) = (Archive::in_memory().unwrap(), Notes::default());
    record(&archive, "post", 1, 12);
    record(&archive, "wire", 2, 12);
    add(&archive, "desk", command(), HookFilter::default());
    run(&mut archive, &notes, 6);
    archive.delete_article("ferry/wire").unwrap();
    record(&archive, "post", 7, 15);
    run(&mut archive, &notes, 8);
    assert_eq!(told(&notes), ["ferry/post@1..2"]);
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
    // What came after the hook was made and is imported a day later is history as well.
    record_later(&archive, "herald", 9, 12, 40);
    record_later(&archive, "herald", 10, 15, 40);
    record_later(&archive, "herald", 20, 19, 40);
    run(&mut archive, &notes, 40);
    assert_eq!(told(&notes), ["ferry/post@2..3", "ferry/herald@2..3"]);
}

#[test]
fn a_back_dated_version_and_what_it_cuts_off_are_no_news() {
    let (mut archive, notes) = (Archive::in_memory().unwrap(), Notes::default());
    add(&archive, "desk", command(), HookFilter::default());
    record(&archive, "post", 7, 12);
    record(&archive, "post", 10, 12);
    record_later(&archive, "post", 8, 15, 11);
    let numbers: Vec<usize> = archive.changes(None).unwrap().updates.iter().map(|update| update.to.number).collect();
    assert_eq!(numbers, [2, 3]);
    run(&mut archive, &notes, 11);
    assert_eq!(told(&notes), Vec::<String>::new());
    record(&archive, "post", 12, 19);
    run(&mut archive, &notes, 12);
    assert_eq!(told(&notes), ["ferry/post@3..4"]);
}

#[test]
fn what_another_archive_recorded_is_no_news() {
    let (other, mut archive) = (Archive::in_memory().unwrap(), Archive::in_memory().unwrap());
    let notes = Notes::default();
    add(&archive, "desk", command(), HookFilter::default());
    record(&other, "post", 7, 12);
    record(&other, "post", 8, 15);
    archive.import(&exported(&other), 1, true, at(9)).unwrap();
    run(&mut archive, &notes, 9);
    record(&archive, "post", 10, 19);
    run(&mut archive, &notes, 10);
    assert_eq!(told(&notes), ["ferry/post@2..3"]);
}

#[test]
fn each_message_counts_from_when_it_was_told_and_a_slow_receiver_goes_on_in_the_next_run() {
    let (mut archive, clock) = (Archive::in_memory().unwrap(), Arc::new(StillClock::at(9)));
    let notes = Notes { takes: Some((Arc::clone(&clock), TimeDelta::seconds(25))), ..Notes::default() };
    add(&archive, "desk", command(), HookFilter::default());
    for article in ["a", "b", "c", "d"] {
        record(&archive, article, 7, 12);
        record(&archive, article, 8, 15);
    }
    let view = run_hooks(&Mutex::new(&mut archive), &notes, &*clock).unwrap();
    assert_eq!((view.told, view.waiting), (3, 1), "{view:?}");
    let seconds = |row: &DeliveryRow| (row.told.unwrap() - at(9)).num_seconds();
    assert_eq!(view.tried.iter().map(seconds).collect::<Vec<_>>(), [25, 50, 75]);
    let view = run_hooks(&Mutex::new(&mut archive), &notes, &*clock).unwrap();
    assert_eq!((view.told, view.waiting), (1, 0), "{view:?}");
}

#[test]
fn a_result_counts_only_under_its_own_lease() {
    let mut archive = Archive::in_memory().unwrap();
    add(&archive, "desk", command(), HookFilter::default());
    record(&archive, "post", 7, 12);
    record(&archive, "post", 8, 15);
    let stopped = StillClock { is_stopped: true, ..StillClock::at(9) };
    let view = run_hooks(&Mutex::new(&mut archive), &Notes::default(), &stopped).unwrap();
    assert_eq!((view.tried, view.waiting), (Vec::new(), 1), "nothing is begun when the program is to end");
    let store = &archive.store;
    let hook = store.hooks().unwrap().hooks.remove(0).id;
    let due = |hour| store.due_deliveries(hook, at(hour), 9).unwrap();
    let mine = due(9).remove(0);
    assert!(store.lease_delivery(&mine, at(10)).unwrap());
    assert!(!store.lease_delivery(&mine, at(10)).unwrap(), "it is taken");
    let theirs = due(11).remove(0);
    assert!(store.lease_delivery(&theirs, at(12)).unwrap());
    let failed = HookDelivery { tries: 1, error: Some("503".to_owned()), ..mine.clone() };
    assert!(!store.save_delivery(&failed, at(10)).unwrap());
    assert_eq!(due(12)[0].tries, 0);
    let told = HookDelivery { state: DeliveryState::Told, ..mine };
    assert!(store.save_delivery(&told, at(10)).unwrap(), "told is told");
    assert!(!store.save_delivery(&failed, at(12)).unwrap());
    assert_eq!(store.count_deliveries(hook, DeliveryState::Told).unwrap(), 1);
}

#[test]
fn a_hook_that_fails_holds_up_no_other() {
    let mut archive = Archive::in_memory().unwrap();
    let notes = Notes { refused: Some("dead"), ..Notes::refusing(false) };
    for hook in ["dead", "desk"] {
        add(&archive, hook, command(), HookFilter::default());
    }
    for article in ["a", "b", "c"] {
        record(&archive, article, 7, 12);
        record(&archive, article, 8, 15);
    }
    let view = run(&mut archive, &notes, 9);
    assert_eq!((view.told, view.waiting, view.tried.len()), (3, 3, 4), "{view:?}");
}

#[test]
fn an_article_that_cannot_be_read_holds_up_no_other() {
    let (mut archive, notes) = (Archive::in_memory().unwrap(), Notes::default());
    add(&archive, "desk", command(), HookFilter::default());
    for article in ["a", "b"] {
        record(&archive, article, 7, 12);
        record(&archive, article, 8, 15);
    }
    let version = archive.articles_meant(Some("ferry/a")).unwrap()[0].versions[1].id;
    archive.store.damage_text_of(version);
    run(&mut archive, &notes, 9);
    let view = run(&mut archive, &notes, 9);
    assert_eq!((told(&notes), view.waiting), (vec!["ferry/b@1..2".to_owned()], 1), "{view:?}");
    let log = archive.hook_log("desk").unwrap();
    assert!(log.deliveries.iter().any(|row| row.reference == "ferry/a@1..2" && row.error.is_some()), "{log:?}");
}

#[test]
fn a_receiver_that_wants_no_more_is_left_alone() {
    let mut archive = Archive::in_memory().unwrap();
    add(&archive, "desk", command(), HookFilter::default());
    record(&archive, "post", 7, 12);
    record(&archive, "post", 8, 15);
    run(&mut archive, &Notes::refusing(true), 9);
    let hook = archive.hooks().unwrap().hooks.remove(0);
    assert_eq!((hook.paused, hook.given_up), (true, 1));
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
    let view = run(&mut archive, &Notes::refusing(false), 9);
    assert_eq!((view.tried.len(), view.waiting), (1, 1), "{view:?}");
    archive.hold("ferry", None, at(9)).unwrap();
    let view = run(&mut archive, &notes, 12);
    assert_eq!((told(&notes), view.tried[0].state.as_str()), (Vec::new(), "withheld"), "{view:?}");
    assert_eq!(view.tried[0].error, None, "that of an earlier try says nothing of it");
}

#[test]
fn what_is_not_taken_waits_in_the_store() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("store.db");
    let mut archive = Archive::open(&path).unwrap();
    add(&archive, "desk", command(), HookFilter::default());
    record(&archive, "post", 7, 12);
    record(&archive, "post", 8, 15);
    assert_eq!(run(&mut archive, &Notes::refusing(false), 9).waiting, 1);
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
    record(&archive, "post", 10, 20);
    archive.resume_hook("desk").unwrap();
    run(&mut archive, &notes, 10);
    assert_eq!(told(&notes), ["ferry/post@2..3", "ferry/post@3..4"], "one that did not rest goes on");
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
    // What waits takes no room of what was told.
    record(&archive, "post", 11, 25);
    run_hooks(&Mutex::new(&mut archive), &notes, &StillClock { is_stopped: true, ..StillClock::at(11) }).unwrap();
    let hook = archive.store.hooks().unwrap().hooks.remove(0).id;
    let latest = |state| archive.store.deliveries_of(hook, state, 1).unwrap().remove(0).state;
    assert_eq!([None, Some(DeliveryState::Told)].map(latest), [DeliveryState::Waiting, DeliveryState::Told]);
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
        archive.export_hooks(take).unwrap();
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

#[test]
fn what_is_told_is_counted_and_not_what_the_filter_left_out() {
    let (mut archive, notes) = (Archive::in_memory().unwrap(), Notes::default());
    let filter = HookFilter { kinds: vec![ChangeKind::Figure], ..HookFilter::default() };
    add(&archive, "desk", command(), filter);
    for (hour, dead, more) in [(7, 12, ""), (8, 15, " The mayor opened a school in the old town.")] {
        let line = format!(
            r#"{{"story":"ferry","article":"post","captured":"{}","text":"At least {dead} people were killed.{more}"}}"#,
            at(hour).to_rfc3339()
        );
        archive.import(&[line], 1, true, at(hour)).unwrap();
    }
    let whole = archive.changes(None).unwrap().updates.remove(0);
    run(&mut archive, &notes, 9);
    let told = notes.told.lock().unwrap()[0].update.clone();
    assert_eq!((whole.counts.material, told.counts.material, told.changes.len()), (2, 1, 1), "{whole:?}");
    assert_eq!(told.verdict.weight, Some(Weight::Material));
}

#[test]
fn stories_that_nothing_is_filed_under_are_told() {
    let archive = Archive::in_memory().unwrap();
    record(&archive, "post", 7, 12);
    let told = archive.stories_to_come(&["Ferry".to_owned(), "fery".to_owned()]).unwrap();
    assert_eq!(told.len(), 1);
    assert!(told[0].hint().unwrap().contains("ferry"), "{told:?}");
}

#[test]
fn a_hook_that_cannot_be_read_can_be_removed() {
    let archive = Archive::in_memory().unwrap();
    for name in ["mine", "other"] {
        let target = HookTarget::Command { words: vec!["true".to_owned()] };
        let new = NewHook { name: Some(name.to_owned()), target, filter: HookFilter::default(), link: None };
        archive.add_hook(new, at(1)).unwrap();
    }
    archive.store.break_hook("mine").unwrap();
    assert_eq!(archive.hooks().unwrap().unreadable, ["mine"]);
    assert_eq!(archive.remove_hook("mine").unwrap(), None);
    assert_eq!(archive.remove_hook("other").unwrap().map(|row| row.name), Some("other".to_owned()));
    assert_eq!(archive.hooks().unwrap(), HooksView::default());
    assert!(archive.remove_hook("mine").is_err());
}
