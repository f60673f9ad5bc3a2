//! Looks at a page: asks for it, reads it, keeps what it shows.

use chrono::{DateTime, Utc};
use url::Url;

use super::hosts::Access;
use super::keep::{self, LookFacts};
use super::options::FetchOptions;
use super::page_text;
use super::shared::lock;
use super::walk::walk;
use crate::ingest::http::fetchable_url;
use crate::model::{ArticleId, slug};
use crate::store::PageState;
use crate::track::{Archive, Result};
use crate::view::LookedView;

/// Looks at a page once and records what it shows.
///
/// # Errors
///
/// Only when the store cannot be used: whatever a server does wrong is an outcome.
pub fn look(access: Access<'_, '_>, address: &str) -> Result<LookedView> {
    look_then(access, address, |_, _, _| Ok(()))
}

/// Looks at a page once, and does something more in the transaction that keeps the look; it is told
/// when the server wants to be asked again.
pub(crate) fn look_then(
    access: Access<'_, '_>,
    address: &str,
    then: impl FnOnce(&Archive, &LookedView, Option<DateTime<Utc>>) -> Result<()>,
) -> Result<LookedView> {
    let Access { archive, time, options, .. } = access;
    let url = match fetchable_url(address) {
        Ok(url) => url,
        Err(error) => {
            let (url, looked, outcome) = (address.to_owned(), time.now(), keep::failure(&error));
            let view = LookedView { url, looked, status: None, redirects: Vec::new(), outcome };
            let archive = lock(archive);
            archive.store.write(|_| then(&archive, &view, None))?;
            return Ok(view);
        }
    };
    let fresh = validators(&lock(archive), url.as_str(), options)?;
    let walk = walk(access, &url, fresh.as_ref())?;
    let facts = LookFacts {
        url: url.to_string(),
        now: time.now(),
        status: walk.status,
        moved_to: walk.moved_to().map(Url::to_string),
    };
    let (redirects, retry_at) = (walk.redirects(), walk.retry_at(facts.now));
    let zone = options.timezone.map_or_else(|| lock(archive).zone_of(options.story.as_deref()), Ok)?;
    let sites = lock(archive).site_rules()?;
    let text = page_text::text_of_walk(walk, url.as_str(), fresh.as_ref(), (zone, &sites), options);
    let archive = lock(archive);
    archive.store.write(|_| {
        let outcome = archive.keep_look(&facts, text, options)?;
        let view = LookedView { url: facts.url, looked: facts.now, status: facts.status, redirects, outcome };
        then(&archive, &view, retry_at)?;
        Ok(view)
    })
}

/// Returns what is known of a page when its last answer is still what the article shows, so that
/// "not modified" would mean something.
fn validators(archive: &Archive, url: &str, options: &FetchOptions) -> Result<Option<PageState>> {
    let Some(page) = archive.store.page_at(url)? else { return Ok(None) };
    let (Some(article), Some(version)) = (page.article, page.version) else { return Ok(None) };
    let in_doubt = page.doubt.is_some() || page.missing_since.is_some();
    if options.unconditional || in_doubt || !names_article(archive, article, options)? {
        return Ok(None);
    }
    let latest = archive.store.neighbours(article, DateTime::<Utc>::MAX_UTC)?.before;
    Ok(latest.is_some_and(|latest| latest.version == version).then_some(page))
}

/// Returns whether the reader's own choice of story and article, where there is one, is this article.
fn names_article(archive: &Archive, id: ArticleId, options: &FetchOptions) -> Result<bool> {
    let Some(article) = archive.store.article(id)? else { return Ok(false) };
    let story = article.story.map(|story| archive.store.story(story)).transpose()?.flatten();
    let is_story = match options.story.as_deref().and_then(slug) {
        Some(wanted) => story.is_some_and(|story| story.slug == wanted),
        None => true,
    };
    Ok(is_story && options.article.as_deref().is_none_or(|name| slug(name) == Some(article.slug)))
}
