//! Hands messages over, and tries again what could not be told.
//!
//! The archive is locked for single questions and never while a server or a program is waited for.

use chrono::{DateTime, TimeDelta, Utc};

use super::filter;
use crate::model::HookTarget;
use crate::store::{DeliveryState, Hook, HookDelivery};
use crate::track::fetch::lock;
use crate::track::lookup::FoundArticle;
use crate::track::{Archive, Result, SharedArchive};
use crate::view::{ChangesView, DeliveryRow, HookMessage, HookRunView, UpdateView};

/// How long a delivery is taken: longer than any messenger waits.
const LEASE: TimeDelta = TimeDelta::minutes(10);
/// The wait after the first failure; doubled each time …
const FIRST_WAIT: TimeDelta = TimeDelta::minutes(1);
/// … up to this, …
const LONGEST_WAIT: TimeDelta = TimeDelta::hours(6);
/// … and so often before it is given up: after about three days.
const MOST_TRIES: u32 = 20;
/// Deliveries that one run takes, at most.
const MOST_AT_ONCE: usize = 200;
/// Changes that a feed holds.
const FEED_LENGTH: usize = 100;

/// Hands messages to whom a hook names.
pub trait Messenger: Sync {
    /// Hands one message over; when this returns, it was taken.
    ///
    /// `feed` holds the latest changes of the hook, this one last, where its target is a feed.
    ///
    /// # Errors
    ///
    /// [`Untold`] says why it was not taken, and whether to try again.
    fn tell(&self, target: &HookTarget, message: &HookMessage, feed: &ChangesView) -> std::result::Result<(), Untold>;

    /// Returns the path of the page that compares the two versions of an update, below the archive's pages.
    fn page_of(&self, update: &UpdateView) -> String;
}

/// Why a message was not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Untold {
    pub message: String,
    /// The receiver says that it never will take any.
    pub is_final: bool,
}

/// Queues what is new and hands over what is due.
///
/// # Errors
///
/// Only when the store cannot be used: a message that is not taken is an outcome.
pub fn run_hooks(archive: &SharedArchive<'_>, messenger: &dyn Messenger, now: DateTime<Utc>) -> Result<HookRunView> {
    let (hooks, due) = {
        let archive = lock(archive);
        archive.queue_deliveries(now)?;
        (archive.store.hooks()?, archive.store.due_deliveries(now, MOST_AT_ONCE)?)
    };
    let mut view = HookRunView::default();
    for delivery in due {
        let Some(hook) = hooks.iter().find(|hook| hook.id == delivery.hook) else { continue };
        let message = {
            let archive = lock(archive);
            let until = now + LEASE;
            if !archive.store.write(|store| store.lease_delivery(&delivery, until))? {
                continue;
            }
            archive.message_of(hook, &delivery, messenger)?
        };
        let outcome = message.map(|(message, feed)| messenger.tell(&hook.target, &message, &feed));
        let archive = lock(archive);
        let done = after_try(delivery, outcome, now);
        archive.store.write(|store| store.save_delivery(&done))?;
        view.told += usize::from(done.state == DeliveryState::Told);
        if let Some(row) = archive.delivery_row(hook, &done)? {
            view.tried.push(row);
        }
    }
    let archive = lock(archive);
    for hook in &hooks {
        view.waiting += archive.store.count_deliveries(hook.id, DeliveryState::Waiting)?;
    }
    Ok(view)
}

/// Returns a delivery after a try; `None` means that it may not be told, or no longer can be.
fn after_try(
    delivery: HookDelivery,
    outcome: Option<std::result::Result<(), Untold>>,
    now: DateTime<Utc>,
) -> HookDelivery {
    let tries = delivery.tries + 1;
    match outcome {
        None => HookDelivery { state: DeliveryState::Withheld, ..delivery },
        Some(Ok(())) => HookDelivery { state: DeliveryState::Told, tries, told: Some(now), error: None, ..delivery },
        Some(Err(untold)) => {
            let is_over = untold.is_final || MOST_TRIES <= tries;
            let state = if is_over { DeliveryState::GivenUp } else { DeliveryState::Waiting };
            let doubled = 1_i32.checked_shl(tries - 1).unwrap_or(i32::MAX).min(1 << 12);
            let wait = (FIRST_WAIT * doubled).min(LONGEST_WAIT);
            HookDelivery { state, tries, next_at: now + wait, error: Some(untold.message), ..delivery }
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
    ) -> Result<Option<(HookMessage, ChangesView)>> {
        let Some((found, Some(update))) = self.update_of(delivery)? else { return Ok(None) };
        if self.held_now()?.holds(&found.article) {
            return Ok(None);
        }
        let Some(update) = filter::passing(&hook.filter, &update) else { return Ok(None) };
        let mut feed = ChangesView { timezone: found.zone(), updates: Vec::new() };
        if matches!(hook.target, HookTarget::Feed { .. }) {
            feed.updates = self.feed_before(hook, delivery)?;
            feed.updates.push(update.clone());
        }
        Ok(Some((message(hook, &found, update, messenger), feed)))
    }

    /// Returns the changes that a feed has told, oldest first, but for what is held now.
    fn feed_before(&self, hook: &Hook, delivery: &HookDelivery) -> Result<Vec<UpdateView>> {
        let held = self.held_now()?;
        let mut updates = Vec::new();
        for earlier in self.store.deliveries_of(hook.id, FEED_LENGTH)?.into_iter().rev() {
            let is_told = earlier.state == DeliveryState::Told && earlier.id != delivery.id;
            if !is_told {
                continue;
            }
            if let Some((found, Some(update))) = self.update_of(&earlier)?
                && !held.holds(&found.article)
            {
                updates.extend(filter::passing(&hook.filter, &update));
            }
        }
        Ok(updates)
    }

    /// Returns the latest change that a hook would have told, as a message that only tries it.
    pub fn test_message(
        &self,
        name: &str,
        messenger: &dyn Messenger,
    ) -> Result<Option<(HookTarget, HookMessage, ChangesView)>> {
        let hook = self.hook_named(name)?;
        let held = self.held_now()?;
        let mut latest: Option<(FoundArticle, UpdateView)> = None;
        for found in self.articles_meant(None)? {
            if held.holds(&found.article) || !filter::is_of(&hook.filter, &found.head()) {
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
        let message = HookMessage { test: true, ..message(&hook, &found, update, messenger) };
        Ok(Some((hook.target, message, feed)))
    }

    /// Returns a delivery as it is shown; nothing where its article is gone.
    pub(super) fn delivery_row(&self, hook: &Hook, delivery: &HookDelivery) -> Result<Option<DeliveryRow>> {
        let Some((found, update)) = self.update_of(delivery)? else { return Ok(None) };
        let reference = match &update {
            Some(update) => pair_of(update),
            None => found.head().reference,
        };
        Ok(Some(DeliveryRow {
            hook: hook.name.clone(),
            reference,
            state: delivery.state.as_str().to_owned(),
            made: delivery.made,
            tries: delivery.tries,
            next_try: (delivery.state == DeliveryState::Waiting).then_some(delivery.next_at),
            told: delivery.told,
            error: delivery.error.clone(),
        }))
    }
}

/// Names the two versions of an update.
fn pair_of(update: &UpdateView) -> String {
    format!("{}@{}..{}", update.article.reference, update.from.number, update.to.number)
}

fn message(hook: &Hook, found: &FoundArticle, update: UpdateView, messenger: &dyn Messenger) -> HookMessage {
    let reference = pair_of(&update);
    let link = hook.link.as_ref().map(|base| format!("{}/{}", base.trim_end_matches('/'), messenger.page_of(&update)));
    // The hash of the text tells this version from another that would get its number in another store.
    let id = format!("{}:{}:{}", hook.name, reference, update.to.hash.get(..12).unwrap_or_default());
    HookMessage { id, hook: hook.name.clone(), test: false, reference, link, timezone: found.zone(), update }
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
        let failed = |is_final| Some(Err(Untold { message: "503".to_owned(), is_final }));
        let minutes = |tries| {
            (after_try(delivery(tries), failed(false), DateTime::UNIX_EPOCH).next_at - DateTime::UNIX_EPOCH)
                .num_minutes()
        };
        assert_eq!([0, 1, 2, 5, 9, 18].map(minutes), [1, 2, 4, 32, 360, 360]);
        let state = |tries, outcome| after_try(delivery(tries), outcome, DateTime::UNIX_EPOCH).state;
        assert_eq!(state(18, failed(false)), DeliveryState::Waiting);
        assert_eq!(state(19, failed(false)), DeliveryState::GivenUp);
        assert_eq!(state(0, failed(true)), DeliveryState::GivenUp);
        assert_eq!(state(7, Some(Ok(()))), DeliveryState::Told);
        assert_eq!(state(0, None), DeliveryState::Withheld);
    }
}
