//! Looks through what was recorded since the last time, and queues what hooks are to tell.

use std::collections::HashSet;

use chrono::{DateTime, Utc};

use super::filter;
use crate::model::{Article, ArticleId, StoryId, VersionId};
use crate::store::{HoldSubject, Hook, HookDelivery};
use crate::track::lookup::FoundArticle;
use crate::track::{Archive, Result};
use crate::view::UpdateView;

/// What is held just now.
pub(super) struct HeldNow {
    stories: HashSet<StoryId>,
    articles: HashSet<ArticleId>,
}

impl HeldNow {
    pub(super) fn holds(&self, article: &Article) -> bool {
        self.articles.contains(&article.id) || article.story.is_some_and(|story| self.stories.contains(&story))
    }
}

impl Archive {
    pub(super) fn held_now(&self) -> Result<HeldNow> {
        let mut held = HeldNow { stories: HashSet::new(), articles: HashSet::new() };
        for hold in self.store.holds()? {
            match hold.held {
                HoldSubject::Story(id) => held.stories.insert(id),
                HoldSubject::Article(id) => held.articles.insert(id),
            };
        }
        Ok(held)
    }

    /// Queues the changes that hooks are to tell; returns how many are new.
    ///
    /// Told is what was recorded since the hook was made and was also captured since then: history that is imported
    /// later is no news. What is held is passed over.
    pub(super) fn queue_deliveries(&self, now: DateTime<Utc>) -> Result<usize> {
        let newest = self.store.newest_version()?;
        let behind = |hook: &Hook| !hook.is_paused && hook.seen < newest;
        let hooks: Vec<Hook> = self.store.hooks()?.into_iter().filter(behind).collect();
        let mut queued = 0;
        for hook in hooks {
            let wanted = self.wanted_versions(&hook)?;
            queued += self.store.write(|store| -> Result<usize> {
                let mut new = 0;
                for version in wanted {
                    new += usize::from(store.add_delivery(hook.id, version, now)?);
                }
                store.set_hook_seen(hook.id, newest)?;
                Ok(new)
            })?;
        }
        Ok(queued)
    }

    /// Returns the versions that brought something a hook tells, among those it has not looked through yet.
    fn wanted_versions(&self, hook: &Hook) -> Result<Vec<VersionId>> {
        let held = self.held_now()?;
        let mut wanted = Vec::new();
        for id in self.store.articles_with_versions_after(hook.seen, hook.created)? {
            let Some(article) = self.store.article(id)? else { continue };
            let found = self.found(article)?;
            if held.holds(&found.article) || !filter::is_of(&hook.filter, &found.head()) {
                continue;
            }
            let updates = self.updates(std::slice::from_ref(&found))?.remove(0);
            let news = found.versions.iter().skip(1).zip(&updates).filter(|(version, update)| {
                hook.seen < version.id
                    && hook.created <= version.captured
                    && filter::passing(&hook.filter, update).is_some()
            });
            wanted.extend(news.map(|(version, _)| version.id));
        }
        wanted.sort_unstable();
        Ok(wanted)
    }

    /// Returns the article and the update that a delivery tells of, as they stand now; nothing where either is gone.
    pub(super) fn update_of(&self, delivery: &HookDelivery) -> Result<Option<(FoundArticle, Option<UpdateView>)>> {
        let Some(article) = self.store.article(delivery.article)? else { return Ok(None) };
        let found = self.found(article)?;
        let place = found.versions.iter().position(|version| version.id == delivery.version);
        let update = match place.and_then(|place| place.checked_sub(1)) {
            Some(index) => self.updates(std::slice::from_ref(&found))?.remove(0).into_iter().nth(index),
            None => None,
        };
        Ok(Some((found, update)))
    }
}
