//! Keeps what a story comes to: its claims and who is quoted, its timeline. A large story takes long to work them out, and
//! several kinds of pages ask for them.
//!
//! What was quick to work out is worked out again as soon as anything is recorded. Other answers are shown as they stood a
//! moment ago, and worked out anew beside the answer; the page says so. After a removal nothing old is shown.

use std::collections::HashMap;
use std::ops::Deref;
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::model::TimelineQuery;
use crate::track::{Archive, TrackError};
use crate::view::{ClaimsView, EntryFilter, EntryView, PeopleView, TimelineView};

/// Claims, or reports in timelines, that are kept of all stories together; one story more empties the shelf.
const KEPT: usize = 100_000;
/// What is worked out in this time is always the latest.
const QUICK: Duration = Duration::from_millis(150);

/// What a shelf holds of a story.
pub(super) trait OfStory: Send + Sync + Sized + 'static {
    /// Works it out, however long that takes.
    fn work_out(archive: &Archive, story: &str) -> Result<Self, TrackError>;

    /// Returns how much room it takes.
    fn size(&self) -> usize;
}

/// What is said in a story.
#[derive(Debug)]
pub(super) struct StoryClaims {
    pub claims: Arc<ClaimsView>,
    pub people: Arc<PeopleView>,
}

impl OfStory for StoryClaims {
    fn work_out(archive: &Archive, story: &str) -> Result<Self, TrackError> {
        let (claims, people) = archive.claims_and_people(story)?;
        Ok(Self { claims: Arc::new(claims), people: Arc::new(people) })
    }

    fn size(&self) -> usize {
        self.claims.claims.len()
    }
}

impl OfStory for TimelineView {
    fn work_out(archive: &Archive, story: &str) -> Result<Self, TrackError> {
        archive.timeline_of(story, &TimelineQuery::default(), &EntryFilter::default())
    }

    fn size(&self) -> usize {
        let reports = |entry: &EntryView| 1 + entry.evidence.len() + entry.history.len();
        self.entries.iter().chain(&self.undated).map(reports).sum()
    }
}

/// What is kept of stories as the store was when each was worked out.
#[derive(Debug)]
pub(super) struct StoryShelf<A> {
    /// The store, for what is worked out beside the answers.
    path: PathBuf,
    kept: Mutex<HashMap<String, Shelved<A>>>,
    /// A story is being worked out beside the answers: others stay old until they are asked for again.
    is_renewing: AtomicBool,
}

#[derive(Debug)]
struct Shelved<A> {
    answer: Arc<A>,
    /// The last line of the ledger then.
    line: usize,
    /// Texts that were removed from the store by then.
    removed: usize,
    took: Duration,
}

/// What a page is told of a story.
#[derive(Debug)]
pub(super) struct Now<A> {
    answer: Arc<A>,
    /// Nothing was recorded since it was worked out.
    pub is_latest: bool,
}

impl<A> Now<A> {
    /// Returns what was worked out for this answer alone.
    pub(super) fn latest(answer: A) -> Self {
        Self { answer: Arc::new(answer), is_latest: true }
    }
}

impl<A> Deref for Now<A> {
    type Target = A;

    fn deref(&self) -> &A {
        &self.answer
    }
}

impl<A: OfStory> StoryShelf<A> {
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path, kept: Mutex::default(), is_renewing: AtomicBool::new(false) }
    }

    /// Returns what is kept of a story, which may be of a moment ago.
    pub(super) fn of(self: &Arc<Self>, archive: &Archive, line: usize, story: &str) -> Result<Now<A>, TrackError> {
        let removed = self.forget_outdated(archive, story)?;
        if let Some(own) = self.lock().get(story) {
            let is_latest = line <= own.line;
            if is_latest || QUICK < own.took {
                if !is_latest && !self.is_renewing.swap(true, Ordering::Relaxed) {
                    self.renew(line, removed, story);
                }
                return Ok(own.now(is_latest));
            }
        }
        self.work_out(archive, line, removed, story)
    }

    /// Returns the same as it is now, however long that takes.
    pub(super) fn latest(&self, archive: &Archive, line: usize, story: &str) -> Result<Now<A>, TrackError> {
        let removed = self.forget_outdated(archive, story)?;
        if let Some(own) = self.lock().get(story).filter(|own| line <= own.line) {
            return Ok(own.now(true));
        }
        self.work_out(archive, line, removed, story)
    }

    /// Forgets what is from before a removal, or of a line beyond the end of the ledger: a backup has taken the place of
    /// that store. Returns how much was removed so far.
    fn forget_outdated(&self, archive: &Archive, story: &str) -> Result<usize, TrackError> {
        let (removed, end) = (archive.removals()?, archive.ledger_line()?);
        let mut kept = self.lock();
        if kept.get(story).is_some_and(|own| own.removed != removed || end < own.line) {
            kept.remove(story);
        }
        Ok(removed)
    }

    /// Works it out beside the answer; what fails is worked out by whoever asks next.
    fn renew(self: &Arc<Self>, line: usize, removed: usize, story: &str) {
        let (own, story) = (Arc::clone(self), story.to_owned());
        std::thread::spawn(move || {
            let work_out = || {
                let archive = Archive::open_read_only(&own.path)?;
                own.work_out(&archive, line, removed, &story)
            };
            if !matches!(std::panic::catch_unwind(AssertUnwindSafe(work_out)), Ok(Ok(_))) {
                own.lock().remove(&story);
            }
            // Also where it ended without an answer: else no story would be renewed any more.
            own.is_renewing.store(false, Ordering::Relaxed);
        });
    }

    fn work_out(&self, archive: &Archive, line: usize, removed: usize, story: &str) -> Result<Now<A>, TrackError> {
        let begun = Instant::now();
        let answer = Arc::new(A::work_out(archive, story)?);
        let took = begun.elapsed();
        let mut kept = self.lock();
        let others = kept.iter().filter(|(name, _)| *name != story).map(|(_, own)| own.answer.size());
        if KEPT < others.sum::<usize>() + answer.size() {
            kept.clear();
        }
        let own = Shelved { answer, line, removed, took };
        let now = own.now(true);
        // Whoever was quicker with a later line is right.
        if kept.get(story).is_none_or(|other| other.line <= line || other.removed != removed) {
            kept.insert(story.to_owned(), own);
        }
        Ok(now)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, Shelved<A>>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<A> Shelved<A> {
    fn now(&self, is_latest: bool) -> Now<A> {
        Now { answer: Arc::clone(&self.answer), is_latest }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_quick_is_always_the_latest_and_what_is_slow_is_renewed() {
        let archive = Archive::in_memory().unwrap();
        let add = |article: &str, dead: usize| {
            let line = format!(
                r#"{{"story":"ferry","article":"{article}","captured":"2025-08-12T07:00:00Z","text":"At least {dead} people were killed when a ferry caught fire, the coast guard said."}}"#
            );
            archive.import(&[line], 1, true, chrono::DateTime::UNIX_EPOCH).unwrap();
        };
        let kept = Arc::new(StoryShelf::<StoryClaims>::new(PathBuf::from("nowhere/store.db")));
        add("post", 12);
        let first = kept.of(&archive, 1, "ferry").unwrap();
        kept.lock().get_mut("ferry").unwrap().took = Duration::ZERO;
        let again = kept.of(&archive, 1, "ferry").unwrap();
        assert!(again.is_latest && Arc::ptr_eq(&first.answer, &again.answer));
        add("wire", 15);
        assert!(kept.of(&archive, 2, "ferry").unwrap().is_latest, "it was quick");
        kept.lock().get_mut("ferry").unwrap().took = Duration::from_secs(1);
        let stale = kept.of(&archive, 3, "ferry").unwrap();
        assert!(!stale.is_latest);
        // The store is not where it is looked for: whoever asks next gets an answer all the same.
        while kept.lock().contains_key("ferry") {
            std::thread::sleep(Duration::from_millis(5));
        }
        assert!(kept.of(&archive, 3, "ferry").unwrap().is_latest);
        assert!(kept.of(&archive, 3, "flood").is_err());
        // The store of that line is gone: a backup was put back in its place.
        let own = |now: &Now<StoryClaims>| now.claims.claims.iter().map(|claim| claim.occurrences.len()).sum::<usize>();
        let replaced = Shelved { line: usize::MAX, ..kept.lock().remove("ferry").unwrap() };
        let before = own(&replaced.now(true));
        kept.lock().insert("ferry".to_owned(), replaced);
        add("mail", 19);
        let now = kept.of(&archive, 4, "ferry").unwrap();
        assert!(now.is_latest && before < own(&now));
    }

    #[test]
    fn who_asks_for_what_is_not_among_the_old_claims_gets_the_new_ones() {
        let archive = Archive::in_memory().unwrap();
        let add = |article: &str, text: &str| {
            let line = format!(
                r#"{{"story":"ferry","article":"{article}","captured":"2025-08-12T07:00:00Z","text":"{text}"}}"#
            );
            archive.import(&[line], 1, true, chrono::DateTime::UNIX_EPOCH).unwrap();
        };
        let kept = Arc::new(StoryShelf::<StoryClaims>::new(PathBuf::from("nowhere/store.db")));
        add("post", "“The ferry was safe,” Ann Lee said.");
        let first = kept.of(&archive, 1, "ferry").unwrap();
        let names = |now: &Now<StoryClaims>| now.people.people.iter().map(|own| own.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&first), ["Ann Lee"]);
        add("wire", "“The ferry was old,” Omar Haddad said.");
        let latest = kept.latest(&archive, 2, "ferry").unwrap();
        assert!(latest.is_latest && first.claims.claims.len() < latest.claims.claims.len());
        assert_eq!(names(&latest), ["Ann Lee", "Omar Haddad"]);
        assert!(Arc::ptr_eq(&latest.answer, &kept.of(&archive, 2, "ferry").unwrap().answer));
        assert!(Arc::ptr_eq(&latest.answer, &kept.latest(&archive, 2, "ferry").unwrap().answer));
    }

    #[test]
    fn the_timeline_of_a_large_story_waits_for_nobody_who_records() {
        let archive = Archive::in_memory().unwrap();
        let add = |article: &str, dead: usize| {
            let line = format!(
                r#"{{"story":"ferry","article":"{article}","captured":"2025-08-12T07:00:00Z","text":"At least {dead} people were killed on Monday when a ferry caught fire."}}"#
            );
            archive.import(&[line], 1, true, chrono::DateTime::UNIX_EPOCH).unwrap();
        };
        let kept = Arc::new(StoryShelf::<TimelineView>::new(PathBuf::from("nowhere/store.db")));
        add("post", 12);
        let first = kept.of(&archive, 1, "ferry").unwrap();
        assert!(first.is_latest && first.articles.len() == 1 && 0 < first.size());
        kept.lock().get_mut("ferry").unwrap().took = Duration::from_secs(1);
        add("wire", 15);
        let stale = kept.of(&archive, 2, "ferry").unwrap();
        assert!(!stale.is_latest && Arc::ptr_eq(&first.answer, &stale.answer));
        assert_eq!(kept.latest(&archive, 2, "ferry").unwrap().articles.len(), 2);
    }
}
