//! Looks at a list (a feed, a sitemap, a section's page) and adds what it names to the watch.

use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest as _, Sha256};
use url::Url;

use super::plan::{LookNews, after_look};
use crate::ingest::feeds::{ListItem, PageList, read_list};
use crate::ingest::http::{FetchError, PageResponse, host_of};
use crate::model::with_causes;
use crate::store::{PageState, PlanRole, PlanRow, Watch, WatchKind};
use crate::track::fetch::{Access, LookFacts, Walk, lock, walk};
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

/// A request for a list and its answer.
pub(crate) struct AskedList {
    pub answer: ListAnswer,
    /// What the look taught of the page itself.
    pub facts: LookFacts,
}

/// A list as it was answered.
pub(crate) enum ListAnswer {
    Unmodified(Box<PageResponse>),
    Read { list: Box<PageList>, answer: Box<PageResponse> },
    Failed(String, LookNews),
}

/// Asks for a list and reads it; `page` is what is known of the answer before.
pub(crate) fn ask(access: Access<'_, '_>, url: &Url, page: Option<&PageState>) -> Result<AskedList> {
    let fresh = page.filter(|page| page.body_hash.is_some());
    let walk = walk(access, url, fresh)?;
    let facts = LookFacts {
        url: url.to_string(),
        now: access.time.now(),
        status: walk.status,
        moved_to: walk.moved_to().map(Url::to_string),
    };
    Ok(AskedList { answer: answer_of(walk, fresh, facts.now), facts })
}

fn answer_of(walk: Walk, fresh: Option<&PageState>, now: DateTime<Utc>) -> ListAnswer {
    let answer = match walk.end {
        Ok(answer) => answer,
        Err(ref error) => return ListAnswer::Failed(error.code().to_owned(), failed(error, &walk, now)),
    };
    let body_hash: [u8; 32] = Sha256::digest(&answer.body).into();
    if answer.status == 304 || fresh.is_some_and(|page| page.body_hash == Some(body_hash)) {
        return ListAnswer::Unmodified(Box::new(answer));
    }
    match read_list(&answer.body, answer.content_type.as_deref(), &walk.url) {
        Ok(list) => ListAnswer::Read { list: Box::new(list), answer: Box::new(answer) },
        Err(error) => {
            let news = LookNews::Failed { message: error.to_string(), retry_at: None, is_of_server: false };
            ListAnswer::Failed(error.code().to_owned(), news)
        }
    }
}

/// Returns what a request that brought nothing teaches.
fn failed(error: &FetchError, walk: &Walk, now: DateTime<Utc>) -> LookNews {
    let retry_at = walk.retry_at(now);
    match error.was_asked() {
        true => LookNews::failed(error.status(), with_causes(error), retry_at),
        false => LookNews::NotYet { retry_at },
    }
}

/// Looks at the list of a plan's row.
pub(crate) fn look(access: Access<'_, '_>, row: &PlanRow, watch: &Watch) -> Result<ListLook> {
    let Ok(url) = Url::parse(&row.url) else {
        let message = "its address cannot be read".to_owned();
        let news = LookNews::Failed { message, retry_at: None, is_of_server: false };
        return Ok(ListLook { news, items: 0, added: 0 });
    };
    let page = lock(access.archive).store.page_at(&row.url)?;
    let asked = ask(access, &url, page.as_ref())?;
    let archive = lock(access.archive);
    archive.store.write(|_| {
        let is_read = !matches!(asked.answer, ListAnswer::Failed(..));
        archive.note_list_move(&asked.facts)?;
        let look = archive.keep_list(row, watch, asked.answer, asked.facts.now)?;
        if is_read {
            archive.follow_move(row, watch, asked.facts.now)?;
        }
        Ok(look)
    })
}

impl Archive {
    fn note_list_move(&self, facts: &LookFacts) -> Result<()> {
        let Some(mut page) = self.store.page_at(&facts.url)? else { return Ok(()) };
        self.note_move(&mut page, facts)?;
        Ok(self.store.save_page(&page)?)
    }

    /// Adds what a list names to the watch, and plans the next look at the list.
    fn keep_list(&self, row: &PlanRow, watch: &Watch, answer: ListAnswer, now: DateTime<Utc>) -> Result<ListLook> {
        let mut look = ListLook { news: LookNews::Same { lifetime: None }, items: 0, added: 0 };
        match answer {
            ListAnswer::Failed(_, news) => look.news = news,
            ListAnswer::Unmodified(answer) => look.news = LookNews::Same { lifetime: lifetime(&answer, None) },
            ListAnswer::Read { list, answer } => {
                look.items = list.items.len();
                let is_own = row.url == watch.url;
                let (added, left) = self.enrol(watch, &list, is_own, now)?;
                look.added = added;
                // What was left over is taken at the next look, which must bring the whole list again.
                if left == 0 {
                    self.remember_list(row, &answer)?;
                }
                look.news = match look.added {
                    0 => LookNews::Same { lifetime: lifetime(&answer, list.ttl_minutes) },
                    _ => LookNews::Changed,
                };
            }
        }
        self.keep_plan(row, &look.news, watch, now)?;
        Ok(look)
    }

    /// Plans the next look at a page. What failed as it did before, on the same server, is due now if it can be read again.
    pub(crate) fn keep_plan(&self, row: &PlanRow, news: &LookNews, watch: &Watch, now: DateTime<Utc>) -> Result<()> {
        let next = after_look(row, news, watch.into(), now);
        self.store.save_plan(&next)?;
        if let (Some(failure), true, 0) = (&row.failure, row.is_of_server, next.failures) {
            self.store.retry_plans(&row.host, failure, now)?;
        }
        Ok(())
    }

    /// Watches the pages that a list names and that the watch wants; returns how many are new, and how many were left over.
    ///
    /// Parts are taken from the watch's own list alone, one level deep.
    fn enrol(&self, watch: &Watch, list: &PageList, is_own: bool, now: DateTime<Utc>) -> Result<(usize, usize)> {
        for part in list.lists.iter().take(if is_own { MOST_PARTS } else { 0 }) {
            self.plan(watch, PlanRole::List, &part.url, part.published, now)?;
        }
        let (mut added, mut left) = (0, 0);
        for item in list.items.iter().filter(|item| wants(watch, item, now)) {
            if added < MOST_NEW {
                added += usize::from(self.plan(watch, PlanRole::Item, &item.url, item.published, now)?);
            } else if !self.store.is_planned(item.url.as_str())? {
                left += 1;
            }
        }
        Ok((added, left))
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
        // A list may go on naming an address that has moved.
        let url = &self.present_address(url, now)?;
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
            is_of_server: false,
            gone: None,
            ended: None,
        };
        let is_new = self.store.add_plan(&row)?;
        if is_new && role == PlanRole::List {
            // What an earlier watch was told of the list says nothing of what this one has.
            self.store.forget_validators(row.page)?;
        }
        Ok(is_new)
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::WatchId;

    fn item(name: &str) -> ListItem {
        let url = Url::parse("https://post.example/news/").unwrap().join(name).unwrap();
        ListItem { url, title: None, published: None }
    }

    /// Returns an archive that watches a sitemap.
    fn watching(now: DateTime<Utc>) -> (Archive, Watch) {
        let archive = Archive::in_memory().unwrap();
        let mut watch = Watch {
            id: WatchId(0),
            name: "post".to_owned(),
            url: "https://post.example/map.xml".to_owned(),
            kind: WatchKind::Sitemap,
            story: None,
            outlet: None,
            words: Vec::new(),
            every: None,
            hours: None,
            group: None,
            paused_until: None,
            created: now,
        };
        watch.id = archive.store.add_watch(&watch).unwrap();
        archive.plan(&watch, PlanRole::List, &Url::parse(&watch.url).unwrap(), None, now).unwrap();
        (archive, watch)
    }

    /// Keeps an answer that names these pages; returns how many are watched from now on.
    fn keep(archive: &Archive, watch: &Watch, list: &PageList) -> usize {
        let now = DateTime::UNIX_EPOCH;
        let row = archive.store.plans_of(watch.id, 1).unwrap().remove(0);
        let answer = PageResponse { status: 200, etag: Some("\"1\"".to_owned()), ..PageResponse::default() };
        let answer = ListAnswer::Read { list: Box::new(list.clone()), answer: Box::new(answer) };
        archive.keep_list(&row, watch, answer, now).unwrap().added
    }

    fn is_remembered(archive: &Archive, watch: &Watch) -> bool {
        archive.store.page_at(&watch.url).unwrap().unwrap().etag.is_some()
    }

    #[test]
    fn what_one_look_at_a_long_list_leaves_over_is_taken_by_the_next() {
        let (archive, watch) = watching(DateTime::UNIX_EPOCH);
        let items = (0..450).map(|n| item(&format!("a{n}"))).collect();
        let list = PageList { items, ..PageList::default() };
        let looks: Vec<_> = (0..4).map(|_| (keep(&archive, &watch, &list), is_remembered(&archive, &watch))).collect();
        assert_eq!(looks, [(200, false), (200, false), (50, true), (0, true)]);
    }

    #[test]
    fn a_watch_that_begins_anew_asks_for_the_whole_list() {
        let (archive, watch) = watching(DateTime::UNIX_EPOCH);
        let list = PageList { items: vec![item("a")], ..PageList::default() };
        assert_eq!((keep(&archive, &watch, &list), is_remembered(&archive, &watch)), (1, true));
        archive.store.remove_watch(watch.id).unwrap();
        let again = Watch { id: archive.store.add_watch(&watch).unwrap(), ..watch };
        archive.plan(&again, PlanRole::List, &Url::parse(&again.url).unwrap(), None, DateTime::UNIX_EPOCH).unwrap();
        assert!(!is_remembered(&archive, &again));
        assert_eq!(keep(&archive, &again, &list), 1);
    }

    #[test]
    fn only_the_own_list_of_a_watch_names_parts() {
        let (archive, watch) = watching(DateTime::UNIX_EPOCH);
        let part = |n: usize| PageList { lists: vec![item(&format!("part{n}.xml"))], ..PageList::default() };
        keep(&archive, &watch, &part(1));
        let rows = archive.store.plans_of(watch.id, 9).unwrap();
        let row = rows.into_iter().find(|row| row.url.ends_with("part1.xml")).unwrap();
        let answer = ListAnswer::Read { list: Box::new(part(2)), answer: Box::default() };
        archive.keep_list(&row, &watch, answer, DateTime::UNIX_EPOCH).unwrap();
        assert_eq!(archive.store.plans_of(watch.id, 9).unwrap().len(), 2);
    }
}
