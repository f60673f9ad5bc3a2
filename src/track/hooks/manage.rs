//! Adds, lists, pauses and removes hooks, and tells what each has told.

use chrono::{DateTime, Utc};

use super::queue::UpdateReader;
use crate::model::{HookFilter, HookTarget, VersionId, slug};
use crate::store::{DeliveryState, Hook, HookId};
use crate::track::lookup::{close, free_name};
use crate::track::{Archive, Result, TrackError};
use crate::view::{HookLogView, HookRow, HooksView};

/// Deliveries that a log shows, at most.
const MOST_SHOWN: usize = 200;

/// A hook that the reader wants.
#[derive(Clone, Debug)]
pub struct NewHook {
    /// Made of the kind of target where none is given.
    pub name: Option<String>,
    pub target: HookTarget,
    pub filter: HookFilter,
    pub link: Option<String>,
}

impl Archive {
    /// Adds a hook; what was recorded before is not told.
    pub fn add_hook(&self, new: NewHook, now: DateTime<Utc>) -> Result<HookRow> {
        let bad = |name: &str| TrackError::BadName { name: name.to_owned() };
        let wanted = new.name.as_deref().map(|name| slug(name).ok_or_else(|| bad(name))).transpose()?;
        for name in new.filter.stories.iter().chain(&new.filter.outlets) {
            slug(name).ok_or_else(|| bad(name))?;
        }
        self.store.write(|store| {
            let name = match wanted {
                Some(name) if store.hook_called(&name)?.is_some() => return Err(TrackError::HookTaken { name }),
                Some(name) => name,
                None => self.free_hook_name(new.target.kind())?,
            };
            let NewHook { target, filter, link, .. } = new;
            let id = HookId(0);
            let mut hook = Hook { id, name, target, filter, link, is_paused: false, created: now, seen: VersionId(0) };
            hook.id = store.add_hook(&hook)?;
            self.hook_row(&hook)
        })
    }

    /// Returns `name`, or `name-2`, `name-3` … where another hook has it.
    pub(crate) fn free_hook_name(&self, name: &str) -> Result<String> {
        free_name(name, |free| Ok(self.store.hook_called(free)?.is_some()))
    }

    /// Returns what there is to say of stories that a hook names and under which nothing is filed, now or by a watch.
    pub fn stories_to_come(&self, names: &[String]) -> Result<Vec<TrackError>> {
        let watches = self.store.watches()?;
        let mut unknown = Vec::new();
        for name in names {
            let is_watched = watches.iter().any(|watch| watch.story.as_deref().and_then(slug) == slug(name));
            match self.story_named(name) {
                Err(error @ TrackError::NoSuchStory { .. }) if !is_watched => unknown.push(error),
                _ => {}
            }
        }
        Ok(unknown)
    }

    /// Returns every hook.
    pub fn hooks(&self) -> Result<HooksView> {
        let known = self.store.hooks()?;
        let hooks = known.hooks.iter().map(|hook| self.hook_row(hook)).collect::<Result<_>>()?;
        Ok(HooksView { hooks, unreadable: known.unreadable })
    }

    /// Returns a hook with what it told and what waits.
    pub fn hook_log(&self, name: &str) -> Result<HookLogView> {
        let hook = self.hook_named(name)?;
        let (mut deliveries, mut read) = (Vec::new(), UpdateReader::default());
        for delivery in self.store.deliveries_of(hook.id, None, MOST_SHOWN)? {
            deliveries.extend(self.delivery_row(&hook, &delivery, &mut read));
        }
        Ok(HookLogView { hook: self.hook_row(&hook)?, deliveries })
    }

    /// Lets a hook rest.
    pub fn pause_hook(&self, name: &str) -> Result<HookRow> {
        self.set_hook_paused(name, true)
    }

    /// Goes on with a hook; what was recorded while it rested is not told.
    pub fn resume_hook(&self, name: &str) -> Result<HookRow> {
        self.set_hook_paused(name, false)
    }

    fn set_hook_paused(&self, name: &str, is_paused: bool) -> Result<HookRow> {
        let hook = self.hook_named(name)?;
        self.store.write(|store| store.pause_hook(hook.id, is_paused))?;
        self.hook_row(&Hook { is_paused, ..hook })
    }

    /// Removes a hook with what it told and what waits; returns nothing of one whose row cannot be read, such as a newer
    /// version of the program may have added.
    pub fn remove_hook(&self, name: &str) -> Result<Option<HookRow>> {
        if self.store.hooks()?.unreadable.iter().any(|unreadable| unreadable == name) {
            self.store.write(|store| store.remove_hook_called(name))?;
            return Ok(None);
        }
        let row = self.hook_row(&self.hook_named(name)?)?;
        self.store.write(|store| store.remove_hook_called(name))?;
        Ok(Some(row))
    }

    pub(super) fn hook_named(&self, name: &str) -> Result<Hook> {
        if let Some(hook) = self.store.hook_called(name)? {
            return Ok(hook);
        }
        let names = self.store.hooks()?.hooks.into_iter().map(|hook| hook.name);
        Err(TrackError::NoSuchHook { name: name.to_owned(), close: close(name, names) })
    }

    fn hook_row(&self, hook: &Hook) -> Result<HookRow> {
        let count = |state| self.store.count_deliveries(hook.id, state);
        Ok(HookRow {
            name: hook.name.clone(),
            target: hook.target.shown(),
            filter: hook.filter.clone(),
            link: hook.link.clone(),
            paused: hook.is_paused,
            created: hook.created,
            told: count(DeliveryState::Told)?,
            waiting: count(DeliveryState::Waiting)?,
            given_up: count(DeliveryState::GivenUp)?,
        })
    }
}
