//! Hands messages over, and tries again what could not be told.
//!
//! The archive is locked for single questions and never while a server or a program is waited for.

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest as _, Sha256};

use super::filter;
use super::queue::UpdateReader;
use crate::model::{HookTarget, VersionId, hex};
use crate::store::{DeliveryState, Hook, HookDelivery};
use crate::track::fetch::{TimeSource, lock};
use crate::track::lookup::FoundArticle;
use crate::track::{Archive, Result, SharedArchive, TrackError};
use crate::view::{ChangesView, DeliveryRow, HookMessage, HookRunView, UpdateView};

/// How long a delivery is taken: longer than any messenger waits.
const LEASE: TimeDelta = TimeDelta::minutes(10);
/// The wait after the first failure; doubled each time …
const FIRST_WAIT: TimeDelta = TimeDelta::minutes(1);
/// … up to this, …
const LONGEST_WAIT: TimeDelta = TimeDelta::hours(6);
/// … and so often before it is given up: after about three days.
const MOST_TRIES: u32 = 20;
/// Deliveries that one run takes of a hook, at most …
const MOST_AT_ONCE: usize = 200;
/// … and how long it goes on beginning new ones, so that a slow receiver holds up no other for long.
const LONGEST_RUN: TimeDelta = TimeDelta::minutes(1);
/// Changes that a feed holds.
const FEED_LENGTH: usize = 100;
/// Changes that were told and are looked through for a feed, at most: some may be held or told no longer.
const FEED_REACH: usize = 1000;

/// Hands messages to whom a hook names.
pub trait Messenger: Sync {
    /// Hands one message over at the moment `now`; when this returns, it was taken.
    ///
    /// `feed` holds the latest changes of the hook, this one last, where its target is a feed.
    ///
    /// # Errors
    ///
    /// [`DeliveryFailure`] says why it was not taken, and whether to try again.
    fn deliver(
        &self,
        target: &HookTarget,
        message: &HookMessage,
        feed: &ChangesView,
        now: DateTime<Utc>,
    ) -> std::result::Result<(), DeliveryFailure>;

    /// Returns the path of the page that compares the two versions of an update, below the archive's pages.
    fn page_of(&self, update: &UpdateView) -> String;
}

/// Why a message was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DeliveryFailure {
    pub message: String,
    /// The receiver says that it never will take any.
    pub is_final: bool,
}

/// What a message is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum MessageKind {
    /// It tells a change.
    Change,
    /// It only tries the hook.
    Test,
}

impl MessageKind {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Change => "change",
            Self::Test => "test",
        }
    }
}

/// Queues what is new and hands over what is due, to all hooks at the same time.
///
/// A hook whose receiver does not take a message, or is slow, goes on in the next run. When `time` says that the reader
/// ends the program, no new message is begun; what waits stands in the store.
///
/// # Errors
///
/// Only when the store cannot be used: a message that is not taken is an outcome.
pub fn run_hooks(archive: &SharedArchive<'_>, messenger: &dyn Messenger, time: &dyn TimeSource) -> Result<HookRunView> {
    let (known, due) = {
        let archive = lock(archive);
        let known = archive.store.hooks()?;
        archive.queue_deliveries(&known.hooks, time.now())?;
        let due = |hook: &Hook| archive.store.due_deliveries(hook.id, time.now(), MOST_AT_ONCE);
        let due = known.hooks.iter().map(due).collect::<std::result::Result<Vec<_>, _>>()?;
        (known, due)
    };
    let mut view = HookRunView { unreadable: known.unreadable, ..HookRunView::default() };
    let runs: Vec<Result<Vec<DeliveryRow>>> = std::thread::scope(|scope| {
        let busy = known.hooks.iter().zip(due).filter(|(hook, due)| !hook.is_paused && !due.is_empty());
        let run = |(hook, due)| scope.spawn(move || HookRun { archive, messenger, time, hook }.tell_all(due));
        let runs: Vec<_> = busy.map(run).collect();
        runs.into_iter().map(|run| run.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))).collect()
    });
    // What one hook meets with is told after all have had their turn.
    for rows in runs {
        view.tried.extend(rows?);
    }
    view.told = view.tried.iter().filter(|row| row.state == DeliveryState::Told.as_str()).count();
    let archive = lock(archive);
    for hook in &known.hooks {
        view.waiting += archive.store.count_deliveries(hook.id, DeliveryState::Waiting)?;
    }
    Ok(view)
}

/// A hook at work.
struct HookRun<'r, 'a> {
    archive: &'r SharedArchive<'a>,
    messenger: &'r dyn Messenger,
    time: &'r dyn TimeSource,
    hook: &'r Hook,
}

impl HookRun<'_, '_> {
    /// Tells one delivery after another, until one is not taken.
    fn tell_all(&self, due: Vec<HookDelivery>) -> Result<Vec<DeliveryRow>> {
        let ends = self.time.now() + LONGEST_RUN;
        let (mut rows, mut read) = (Vec::new(), UpdateReader::default());
        for delivery in due {
            let now = self.time.now();
            let is_stopped = !self.time.sleep_until(now);
            if is_stopped || ends <= now {
                break;
            }
            let Some(done) = self.tell_one(&delivery, &mut read)? else { continue };
            rows.extend(lock(self.archive).delivery_row(self.hook, &done, &mut read));
            if done.error.is_some() {
                break;
            }
        }
        Ok(rows)
    }

    /// Tells what a delivery brings, and notes what came of it; nothing where somebody else has taken it.
    fn tell_one(&self, delivery: &HookDelivery, read: &mut UpdateReader) -> Result<Option<HookDelivery>> {
        let now = self.time.now();
        let lease = now + LEASE;
        let message = {
            let archive = lock(self.archive);
            if !archive.store.write(|store| store.lease_delivery(delivery, lease))? {
                return Ok(None);
            }
            archive.message_of(self.hook, delivery, self.messenger, read)
        };
        let outcome = match message {
            Ok(message) => {
                message.map(|(message, feed)| self.messenger.deliver(&self.hook.target, &message, &feed, now))
            }
            // An article that cannot be read now is tried again like one that is not taken.
            Err(error) => Some(Err(DeliveryFailure { message: error.to_string(), is_final: false })),
        };
        let wants_no_more = matches!(&outcome, Some(Err(untold)) if untold.is_final);
        let done = after_try(delivery, outcome, self.time.now());
        let is_saved = lock(self.archive).store.write(|store| {
            let is_saved = store.save_delivery(&done, lease)?;
            if is_saved && wants_no_more {
                store.pause_hook(self.hook.id, true)?;
            }
            Ok::<_, TrackError>(is_saved)
        })?;
        Ok(is_saved.then_some(done))
    }
}

/// Returns a delivery after a try; `None` means that it may not be told, or no longer can be.
fn after_try(
    delivery: &HookDelivery,
    outcome: Option<std::result::Result<(), DeliveryFailure>>,
    now: DateTime<Utc>,
) -> HookDelivery {
    let tries = delivery.tries + 1;
    match outcome {
        None => HookDelivery { state: DeliveryState::Withheld, error: None, ..delivery.clone() },
        Some(Ok(())) => {
            HookDelivery { state: DeliveryState::Told, tries, told: Some(now), error: None, ..delivery.clone() }
        }
        Some(Err(untold)) => {
            let is_over = untold.is_final || MOST_TRIES <= tries;
            let state = if is_over { DeliveryState::GivenUp } else { DeliveryState::Waiting };
            let doubled = 1_i32.checked_shl(tries - 1).unwrap_or(i32::MAX).min(1 << 12);
            let wait = (FIRST_WAIT * doubled).min(LONGEST_WAIT);
            HookDelivery { state, tries, next_at: now + wait, error: Some(untold.message), ..delivery.clone() }
        }
    }
}

impl Archive {
    /// Returns what a delivery tells, and the feed that it ends; nothing where the change is held or gone.
    fn message_of(
        &self,
        hook: &Hook,
        delivery: &HookDelivery,
        messenger: &dyn Messenger,
        read: &mut UpdateReader,
    ) -> Result<Option<(HookMessage, ChangesView)>> {
        if self.store.held_articles()?.contains(&delivery.article) {
            return Ok(None);
        }
        let Some((found, update)) = read.update(self, delivery.article, delivery.version)? else { return Ok(None) };
        let Some(update) = filter::passing(&hook.filter, update) else { return Ok(None) };
        let message = message(hook, found, update, MessageKind::Change, messenger);
        let mut feed = ChangesView { timezone: message.timezone, updates: Vec::new() };
        if matches!(hook.target, HookTarget::Feed { .. }) {
            feed.updates = self.feed_before(hook, delivery, read)?;
            feed.updates.push(message.update.clone());
        }
        Ok(Some((message, feed)))
    }

    /// Returns the latest changes that a feed has told, oldest first, but for what is held now.
    fn feed_before(&self, hook: &Hook, delivery: &HookDelivery, read: &mut UpdateReader) -> Result<Vec<UpdateView>> {
        let held = self.store.held_articles()?;
        let mut updates = Vec::new();
        for earlier in self.store.deliveries_of(hook.id, Some(DeliveryState::Told), FEED_REACH)? {
            if earlier.id == delivery.id || held.contains(&earlier.article) {
                continue;
            }
            if let Some((_, update)) = read.update(self, earlier.article, earlier.version)? {
                updates.extend(filter::passing(&hook.filter, update));
            }
            if FEED_LENGTH <= updates.len() + 1 {
                break;
            }
        }
        updates.reverse();
        Ok(updates)
    }

    /// Returns the latest change that a hook would have told, as a message that only tries it.
    pub fn test_message(
        &self,
        name: &str,
        messenger: &dyn Messenger,
    ) -> Result<Option<(HookTarget, HookMessage, ChangesView)>> {
        let hook = self.hook_named(name)?;
        let held = self.store.held_articles()?;
        let mut latest: Option<(FoundArticle, UpdateView)> = None;
        for found in self.articles_meant(None)? {
            if held.contains(&found.article.id) || !filter::is_of(&hook.filter, &found.head()) {
                continue;
            }
            let updates = self.updates(std::slice::from_ref(&found))?.remove(0);
            let last = updates.iter().rev().find_map(|update| filter::passing(&hook.filter, update));
            let is_later =
                |update: &UpdateView| latest.as_ref().is_none_or(|(_, latest)| latest.to.captured < update.to.captured);
            if let Some(update) = last.filter(is_later) {
                latest = Some((found, update));
            }
        }
        let Some((found, update)) = latest else { return Ok(None) };
        let feed = ChangesView { timezone: found.zone(), updates: vec![update.clone()] };
        let message = message(&hook, &found, update, MessageKind::Test, messenger);
        Ok(Some((hook.target, message, feed)))
    }

    /// Returns a delivery as it is shown; nothing where its article is gone.
    pub(super) fn delivery_row(
        &self,
        hook: &Hook,
        delivery: &HookDelivery,
        read: &mut UpdateReader,
    ) -> Option<DeliveryRow> {
        let reference = match read.article(self, delivery.article) {
            Ok(None) => return None,
            Ok(Some(found)) => pair_to(found, delivery.version),
            // The reader sees what was said of it all the same.
            Err(_) => format!("article {}", delivery.article.0),
        };
        Some(DeliveryRow {
            hook: hook.name.clone(),
            reference,
            state: delivery.state.as_str().to_owned(),
            made: delivery.made,
            tries: delivery.tries,
            next_try: (delivery.state == DeliveryState::Waiting).then_some(delivery.next_at),
            told: delivery.told,
            error: delivery.error.clone(),
        })
    }
}

/// Names a version and the one before it.
fn pair_to(found: &FoundArticle, version: VersionId) -> String {
    let reference = found.head().reference;
    let place = found.versions.iter().position(|own| own.id == version);
    match place.and_then(|place| Some((found.versions.get(place.checked_sub(1)?)?, &found.versions[place]))) {
        Some((from, to)) => format!("{reference}@{}..{}", from.number, to.number),
        None => reference,
    }
}

/// Names the two versions of an update.
fn pair_of(update: &UpdateView) -> String {
    format!("{}@{}..{}", update.article.reference, update.from.number, update.to.number)
}

fn message(
    hook: &Hook,
    found: &FoundArticle,
    update: UpdateView,
    kind: MessageKind,
    messenger: &dyn Messenger,
) -> HookMessage {
    let reference = pair_of(&update);
    let link = hook.link.as_ref().map(|base| format!("{}/{}", base.trim_end_matches('/'), messenger.page_of(&update)));
    HookMessage {
        id: message_id(hook, &reference, &update, kind),
        hook: hook.name.clone(),
        test: kind == MessageKind::Test,
        reference,
        link,
        timezone: found.zone(),
        update,
    }
}

/// Returns what tells a message from every other, in letters and digits that stand anywhere.
fn message_id(hook: &Hook, reference: &str, update: &UpdateView, kind: MessageKind) -> String {
    // The hash of the text tells this version from another that would get its number in another store.
    let named = [kind.as_str(), &hook.name, reference, &update.from.hash, &update.to.hash].join("\n");
    hex(&Sha256::digest(named))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ArticleId, VersionId};
    use crate::store::HookId;

    fn delivery(tries: u32) -> HookDelivery {
        HookDelivery {
            id: 1,
            hook: HookId(1),
            article: ArticleId(1),
            version: VersionId(2),
            made: DateTime::UNIX_EPOCH,
            state: DeliveryState::Waiting,
            tries,
            next_at: DateTime::UNIX_EPOCH,
            told: None,
            error: None,
        }
    }

    #[test]
    fn what_is_not_taken_is_tried_again_more_and_more_rarely_and_given_up_at_last() {
        let failed = |is_final| Some(Err(DeliveryFailure { message: "503".to_owned(), is_final }));
        let minutes = |tries| {
            (after_try(&delivery(tries), failed(false), DateTime::UNIX_EPOCH).next_at - DateTime::UNIX_EPOCH)
                .num_minutes()
        };
        assert_eq!([0, 1, 2, 5, 9, 18].map(minutes), [1, 2, 4, 32, 360, 360]);
        let state = |tries, outcome| after_try(&delivery(tries), outcome, DateTime::UNIX_EPOCH).state;
        assert_eq!(state(18, failed(false)), DeliveryState::Waiting);
        assert_eq!(state(19, failed(false)), DeliveryState::GivenUp);
        assert_eq!(state(0, failed(true)), DeliveryState::GivenUp);
        assert_eq!(state(7, Some(Ok(()))), DeliveryState::Told);
        assert_eq!(state(0, None), DeliveryState::Withheld);
    }
}
