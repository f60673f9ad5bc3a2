//! Looks at a list (a feed, a sitemap, a section's page) and adds what it names to the watch.

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest as _, Sha256};
use url::Url;

use super::plan::LookNews;
use crate::ingest::feeds::{ListItem, PageList, read_list};
use crate::ingest::http::{FetchError, PageResponse, host_of, retry_after};
use crate::store::{PageState, PlanRole, PlanRow, Watch, WatchKind};
use crate::track::fetch::{Access, Walk, lock, walk, with_cause};
use crate::track::{Archive, Result};

/// Pages that one look at a list adds, at most: an archive of years is not asked for in an hour.
const MOST_NEW: usize = 200;
/// Parts of a sitemap's index that are watched, at most.
const MOST_PARTS: usize = 50;
/// An item that was published longer ago is left to archives.
const OLDEST: TimeDelta = TimeDelta::days(30);

/// What a look at a list brought.
#[derive(Clone, Debug)]
pub(crate) struct ListLook {
    pub news: LookNews,
    /// Pages that it names.
    pub items: usize,
    /// Pages that are watched from now on.
    pub added: usize,
}

/// A list as it was answered.
pub(crate) enum ListAnswer {
    Unmodified(Box<PageResponse>),
    Read { list: Box<PageList>, answer: Box<PageResponse> },
    Failed(String, LookNews),
}

/// Asks for a list and reads it; `page` is what is known of the answer before.
pub(crate) fn ask(access: Access<'_, '_>, url: &Url, page: Option<&PageState>) -> Result<ListAnswer> {
    let fresh = page.filter(|page| page.body_hash.is_some());
    let walk = walk(access, url, fresh)?;
    let now = access.time.now();
    let answer = match walk.end {
        Ok(answer) => answer,
        Err(ref error) => return Ok(ListAnswer::Failed(error.code().to_owned(), failed(error, &walk, now))),
    };
    let body_hash: [u8; 32] = Sha256::digest(&answer.body).into();
    if answer.status == 304 || fresh.is_some_and(|page| page.body_hash == Some(body_hash)) {
        return Ok(ListAnswer::Unmodified(Box::new(answer)));
    }
    Ok(match read_list(&answer.body, answer.content_type.as_deref(), &walk.url) {
        Ok(list) => ListAnswer::Read { list: Box::new(list), answer: Box::new(answer) },
        Err(error) => {
            let news = LookNews::Failed { message: error.to_string(), retry_at: None };
            ListAnswer::Failed(error.code().to_owned(), news)
        }
    })
}

/// Returns what a request that brought nothing teaches.
pub(crate) fn failed(error: &FetchError, walk: &Walk, now: DateTime<Utc>) -> LookNews {
    let retry_at = walk.retry_after.as_deref().and_then(|value| retry_after(value, now));
    match error {
        FetchError::Gone { status: 410 } => LookNews::Gone { message: error.to_string() },
        FetchError::Paused { seconds, .. } => {
            LookNews::NotYet { retry_at: Some(now + TimeDelta::seconds(*seconds as i64)) }
        }
        FetchError::Stopped => LookNews::NotYet { retry_at: None },
        _ => LookNews::Failed { message: with_cause(error), retry_at },
    }
}

/// Looks at the list of a plan's row.
pub(crate) fn look(access: Access<'_, '_>, row: &PlanRow, watch: &Watch) -> Result<ListLook> {
    let Ok(url) = Url::parse(&row.url) else {
        let news = LookNews::Failed { message: "its address cannot be read".to_owned(), retry_at: None };
        return Ok(ListLook { news, items: 0, added: 0 });
    };
    let page = lock(access.archive).store.page_at(&row.url)?;
    let answer = ask(access, &url, page.as_ref())?;
    let now = access.time.now();
    let archive = lock(access.archive);
    archive.store.write(|_| archive.keep_list(row, watch, answer, now))
}

impl Archive {
    /// Adds what a list names to the watch, and plans the next look at the list.
    fn keep_list(&self, row: &PlanRow, watch: &Watch, answer: ListAnswer, now: DateTime<Utc>) -> Result<ListLook> {
        let mut look = ListLook { news: LookNews::Same { lifetime: None }, items: 0, added: 0 };
        match answer {
            ListAnswer::Failed(_, news) => look.news = news,
            ListAnswer::Unmodified(answer) => look.news = LookNews::Same { lifetime: lifetime(&answer, None) },
            ListAnswer::Read { list, answer } => {
                look.items = list.items.len();
                look.added = self.enrol(watch, &list, now)?;
                self.remember_list(row, &answer)?;
                look.news = match look.added {
                    0 => LookNews::Same { lifetime: lifetime(&answer, list.ttl_minutes) },
                    _ => LookNews::Changed,
                };
            }
        }
        self.store.save_plan(&super::plan::after_look(row, &look.news, watch.every, now))?;
        Ok(look)
    }

    /// Watches the pages that a list names and that the watch wants; returns how many are new.
    fn enrol(&self, watch: &Watch, list: &PageList, now: DateTime<Utc>) -> Result<usize> {
        let mut added = 0;
        for part in list.lists.iter().take(MOST_PARTS) {
            self.plan(watch, PlanRole::List, part, None, now)?;
        }
        for item in list.items.iter().filter(|item| wants(watch, item, now)) {
            if added == MOST_NEW {
                break;
            }
            added += usize::from(self.plan(watch, PlanRole::Item, &item.url, item.published, now)?);
        }
        Ok(added)
    }

    /// Plans a page of a watch, unless it is planned already; returns whether it is new.
    pub(crate) fn plan(
        &self,
        watch: &Watch,
        role: PlanRole,
        url: &Url,
        published: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Result<bool> {
        let row = PlanRow {
            page: self.store.add_page(url.as_str())?,
            watch: watch.id,
            role,
            url: url.to_string(),
            host: host_of(url),
            next_at: now,
            found: now,
            published,
            changed: None,
            looked: None,
            failures: 0,
            failure: None,
        };
        Ok(self.store.add_plan(&row)?)
    }

    fn remember_list(&self, row: &PlanRow, answer: &PageResponse) -> Result<()> {
        let Some(mut page) = self.store.page_at(&row.url)? else { return Ok(()) };
        page.etag.clone_from(&answer.etag);
        page.last_modified.clone_from(&answer.last_modified);
        page.body_hash = Some(Sha256::digest(&answer.body).into());
        Ok(self.store.save_page(&page)?)
    }
}

/// Returns whether a watch takes an item: it is not of long ago, and holds one of the watch's words.
pub(crate) fn wants(watch: &Watch, item: &ListItem, now: DateTime<Utc>) -> bool {
    let is_old = watch.kind != WatchKind::Article && item.published.is_some_and(|time| time < now - OLDEST);
    let text = format!("{} {}", item.title.as_deref().unwrap_or_default(), item.url).to_lowercase();
    !is_old && (watch.words.is_empty() || watch.words.iter().any(|word| text.contains(&word.to_lowercase())))
}

/// Returns how long a list says that it stays as it is.
fn lifetime(answer: &PageResponse, ttl_minutes: Option<u32>) -> Option<TimeDelta> {
    let age = answer.max_age.and_then(|seconds| TimeDelta::try_seconds(seconds.min(1 << 30) as i64));
    age.max(ttl_minutes.map(|minutes| TimeDelta::minutes(i64::from(minutes))))
}
