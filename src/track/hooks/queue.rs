//! Looks through what was recorded since the last time, and queues what hooks are to tell.

use std::collections::hash_map::Entry;
use std::collections::{BTreeSet, HashMap};

use chrono::{DateTime, Utc};

use super::filter;
use crate::model::{ArticleId, VersionId};
use crate::store::Hook;
use crate::track::lookup::FoundArticle;
use crate::track::{Archive, Result};
use crate::view::UpdateView;

/// Articles with their updates, each read once, as it stood when it was first asked for.
#[derive(Default)]
pub(super) struct UpdateReader(HashMap<ArticleId, Option<ArticleUpdates>>);

struct ArticleUpdates {
    found: FoundArticle,
    /// Oldest first; read when they are asked for.
    updates: Option<Vec<UpdateView>>,
}

impl UpdateReader {
    /// Returns an article; nothing where it is gone.
    pub(super) fn article(&mut self, archive: &Archive, id: ArticleId) -> Result<Option<&FoundArticle>> {
        Ok(self.read(archive, id)?.map(|read| &read.found))
    }

    /// Returns an article and the update that a version of it brought; nothing where either is gone.
    pub(super) fn update(
        &mut self,
        archive: &Archive,
        id: ArticleId,
        version: VersionId,
    ) -> Result<Option<(&FoundArticle, &UpdateView)>> {
        let Some(ArticleUpdates { found, updates }) = self.read(archive, id)? else { return Ok(None) };
        let updates = match updates {
            Some(updates) => updates,
            None => updates.insert(archive.updates(std::slice::from_ref(found))?.remove(0)),
        };
        let place = found.versions.iter().position(|own| own.id == version).and_then(|place| place.checked_sub(1));
        Ok(place.and_then(|place| updates.get(place)).map(|update| (&*found, update)))
    }

    fn read(&mut self, archive: &Archive, id: ArticleId) -> Result<Option<&mut ArticleUpdates>> {
        let read = match self.0.entry(id) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(place) => {
                let found = archive.store.article(id)?.map(|article| archive.found(article)).transpose()?;
                place.insert(found.map(|found| ArticleUpdates { found, updates: None }))
            }
        };
        Ok(read.as_mut())
    }
}

impl Archive {
    /// Queues the changes that hooks are to tell.
    ///
    /// Told is what was recorded since the hook was made, as it appeared. What is held is passed over.
    pub(super) fn queue_deliveries(&self, hooks: &[Hook], now: DateTime<Utc>) -> Result<()> {
        let newest = self.store.newest_version()?;
        let behind: Vec<&Hook> = hooks.iter().filter(|hook| !hook.is_paused && hook.seen < newest).collect();
        let mut articles: BTreeSet<ArticleId> = BTreeSet::new();
        for hook in &behind {
            articles.extend(self.store.articles_with_versions_after(hook.seen, hook.created)?);
        }
        let held = self.store.held_articles()?;
        let mut wanted: Vec<(&Hook, VersionId)> = Vec::new();
        for article in articles.iter().filter(|article| !held.contains(article)) {
            let mut read = UpdateReader::default();
            for hook in &behind {
                let news = self.store.news_after(*article, hook.seen, hook.created)?;
                if news.is_empty() {
                    continue;
                }
                // What cannot be read now may be readable when it is told; nothing else waits for it.
                let wants = self.wanted(hook, *article, &news, &mut read).unwrap_or(news);
                wanted.extend(wants.into_iter().map(|version| (*hook, version)));
            }
        }
        wanted.sort_unstable_by_key(|(_, version)| *version);
        self.store.write(|store| {
            for (hook, version) in wanted {
                store.add_delivery(hook.id, version, now)?;
            }
            behind.iter().try_for_each(|hook| Ok(store.set_hook_seen(hook.id, newest)?))
        })
    }

    /// Returns which of the new versions of an article brought something that a hook tells.
    fn wanted(
        &self,
        hook: &Hook,
        article: ArticleId,
        news: &[VersionId],
        read: &mut UpdateReader,
    ) -> Result<Vec<VersionId>> {
        let mut wanted = Vec::new();
        for version in news {
            if let Some((_, update)) = read.update(self, article, *version)?
                && filter::passing(&hook.filter, update).is_some()
            {
                wanted.push(*version);
            }
        }
        Ok(wanted)
    }
}
