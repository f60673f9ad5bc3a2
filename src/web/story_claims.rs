//! Keeps what is said in stories: the claims, and who is quoted. A large story takes long to work them out, and four kinds
//! of pages ask for them.
//!
//! What was quick to work out is worked out again as soon as anything is recorded. Other claims are shown as they stood a
//! moment ago, and worked out anew beside the answer; the page says so. After a removal nothing old is shown.

use std::collections::HashMap;
use std::panic::AssertUnwindSafe;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::track::{Archive, TrackError};
use crate::view::{ClaimsView, PeopleView};

/// Claims that are kept of all stories together; one story more empties the shelf.
const KEPT: usize = 100_000;
/// What is worked out in this time is always the latest.
const QUICK: Duration = Duration::from_millis(150);

/// The claims of stories as the store was when each was worked out.
#[derive(Debug)]
pub(super) struct StoryClaims {
    /// The store, for what is worked out beside the answers.
    path: PathBuf,
    kept: Mutex<HashMap<String, KeptClaims>>,
    /// The claims of a story are being worked out beside the answers: those of others stay old until they are asked for again.
    is_renewing: AtomicBool,
}

#[derive(Debug)]
struct KeptClaims {
    claims: Arc<ClaimsView>,
    people: Arc<PeopleView>,
    /// The last line of the ledger then.
    line: usize,
    /// Texts that were removed from the store by then.
    removed: usize,
    took: Duration,
}

/// Claims for a page, and who is quoted.
#[derive(Clone, Debug)]
pub(super) struct ClaimsNow {
    pub claims: Arc<ClaimsView>,
    pub people: Arc<PeopleView>,
    /// Nothing was recorded since they were worked out.
    pub is_latest: bool,
}

impl StoryClaims {
    pub(super) fn new(path: PathBuf) -> Self {
        Self { path, kept: Mutex::default(), is_renewing: AtomicBool::new(false) }
    }

    /// Returns the claims of a story; those that are kept may be of a moment ago.
    pub(super) fn of(self: &Arc<Self>, archive: &Archive, line: usize, story: &str) -> Result<ClaimsNow, TrackError> {
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

    /// Returns the claims of a story as they are now, however long that takes.
    pub(super) fn latest(&self, archive: &Archive, line: usize, story: &str) -> Result<ClaimsNow, TrackError> {
        let removed = self.forget_outdated(archive, story)?;
        if let Some(own) = self.lock().get(story).filter(|own| line <= own.line) {
            return Ok(own.now(true));
        }
        self.work_out(archive, line, removed, story)
    }

    /// Forgets the claims of a story from before a removal, and of a line beyond the end of the ledger: a backup has taken the
    /// place of that store. Returns how much was removed so far.
    fn forget_outdated(&self, archive: &Archive, story: &str) -> Result<usize, TrackError> {
        let (removed, end) = (archive.removals()?, archive.ledger_line()?);
        let mut kept = self.lock();
        if kept.get(story).is_some_and(|own| own.removed != removed || end < own.line) {
            kept.remove(story);
        }
        Ok(removed)
    }

    /// Works the claims out beside the answer; what fails is worked out by whoever asks next.
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

    fn work_out(&self, archive: &Archive, line: usize, removed: usize, story: &str) -> Result<ClaimsNow, TrackError> {
        let begun = Instant::now();
        let (claims, people) = archive.claims_and_people(story)?;
        let (claims, people, took) = (Arc::new(claims), Arc::new(people), begun.elapsed());
        let mut kept = self.lock();
        let others = kept.iter().filter(|(name, _)| *name != story).map(|(_, own)| own.claims.claims.len());
        if KEPT < others.sum::<usize>() + claims.claims.len() {
            kept.clear();
        }
        let own = KeptClaims { claims, people, line, removed, took };
        let now = own.now(true);
        // Whoever was quicker with a later line is right.
        if kept.get(story).is_none_or(|other| other.line <= line || other.removed != removed) {
            kept.insert(story.to_owned(), own);
        }
        Ok(now)
    }

    fn lock(&self) -> MutexGuard<'_, HashMap<String, KeptClaims>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl KeptClaims {
    fn now(&self, is_latest: bool) -> ClaimsNow {
        ClaimsNow { claims: Arc::clone(&self.claims), people: Arc::clone(&self.people), is_latest }
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
        let kept = Arc::new(StoryClaims::new(PathBuf::from("nowhere/store.db")));
        add("post", 12);
        let first = kept.of(&archive, 1, "ferry").unwrap();
        kept.lock().get_mut("ferry").unwrap().took = Duration::ZERO;
        let again = kept.of(&archive, 1, "ferry").unwrap();
        assert!(again.is_latest && Arc::ptr_eq(&first.claims, &again.claims));
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
        let own = |now: &ClaimsNow| now.claims.claims.iter().map(|claim| claim.occurrences.len()).sum::<usize>();
        let replaced = KeptClaims { line: usize::MAX, ..kept.lock().remove("ferry").unwrap() };
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
        let kept = Arc::new(StoryClaims::new(PathBuf::from("nowhere/store.db")));
        add("post", "“The ferry was safe,” Ann Lee said.");
        let first = kept.of(&archive, 1, "ferry").unwrap();
        let names = |now: &ClaimsNow| now.people.people.iter().map(|own| own.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&first), ["Ann Lee"]);
        add("wire", "“The ferry was old,” Omar Haddad said.");
        let latest = kept.latest(&archive, 2, "ferry").unwrap();
        assert!(latest.is_latest && first.claims.claims.len() < latest.claims.claims.len());
        assert_eq!(names(&latest), ["Ann Lee", "Omar Haddad"]);
        assert!(Arc::ptr_eq(&latest.claims, &kept.of(&archive, 2, "ferry").unwrap().claims));
        assert!(Arc::ptr_eq(&latest.claims, &kept.latest(&archive, 2, "ferry").unwrap().claims));
    }
}
