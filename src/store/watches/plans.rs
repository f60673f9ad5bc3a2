//! Stores the pages of a watch, each with its next look.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Row, params};

use super::watch::WatchId;
use crate::store::rows::{instant, millis, optional_instant};
use crate::store::{PageId, Result, Store};

/// A page of a watch and its next look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanRow {
    pub page: PageId,
    pub watch: WatchId,
    pub role: PlanRole,
    pub url: String,
    /// Name of the server.
    pub host: String,
    pub next_at: DateTime<Utc>,
    /// When it was first named.
    pub found: DateTime<Utc>,
    pub published: Option<DateTime<Utc>>,
    /// When a look last found something new.
    pub changed: Option<DateTime<Utc>>,
    pub looked: Option<DateTime<Utc>>,
    /// Failed looks in a row.
    pub failures: u32,
    /// What the last failed look said.
    pub failure: Option<String>,
    /// It lay with the server, not with this page, and no time was named to ask again.
    pub is_of_server: bool,
    /// The first of the answers in a row that called it gone for good.
    pub gone: Option<DateTime<Utc>>,
    /// Since when it is no longer looked at.
    pub ended: Option<DateTime<Utc>>,
}

/// What a page is to its watch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanRole {
    /// It names other pages.
    List,
    /// It shows an article.
    Item,
}

impl PlanRole {
    const fn as_str(self) -> &'static str {
        match self {
            Self::List => "list",
            Self::Item => "item",
        }
    }

    fn of(word: &str) -> Self {
        if word == Self::List.as_str() { Self::List } else { Self::Item }
    }
}

/// No look is planned farther ahead; one that is comes of a clock that was wrong.
pub const FARTHEST_LOOK: TimeDelta = TimeDelta::days(40);
/// How long a page is taken for a look: longer than one with all its redirects.
pub const LEASE: TimeDelta = TimeDelta::minutes(15);
/// Pages of one server that are due at once: a backlog of it holds up no other.
const MOST_OF_A_HOST: i64 = 4;

const SELECT: &str =
    "SELECT plan.page_id, watch_id, role, page.url, plan.host, next_at, found, published, changed, looked,
    failures, failure, gone, ended, is_of_server FROM plan JOIN page ON page.id = plan.page_id";

fn plan_row_of(row: &Row<'_>) -> rusqlite::Result<PlanRow> {
    Ok(PlanRow {
        page: PageId(row.get(0)?),
        watch: WatchId(row.get(1)?),
        role: PlanRole::of(row.get_ref(2)?.as_str()?),
        url: row.get(3)?,
        host: row.get(4)?,
        next_at: instant(row, 5)?,
        found: instant(row, 6)?,
        published: optional_instant(row, 7)?,
        changed: optional_instant(row, 8)?,
        looked: optional_instant(row, 9)?,
        failures: row.get(10)?,
        failure: row.get(11)?,
        gone: optional_instant(row, 12)?,
        ended: optional_instant(row, 13)?,
        is_of_server: row.get(14)?,
    })
}

impl Store {
    /// Adds a page to a watch, unless one looks at it already; returns whether it is new.
    pub fn add_plan(&self, plan: &PlanRow) -> Result<bool> {
        const SQL: &str = "INSERT INTO plan (page_id, watch_id, role, host, next_at, found, published, failures)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0) ON CONFLICT DO NOTHING";
        let role = plan.role.as_str();
        let (next, found, published) = (millis(plan.next_at), millis(plan.found), plan.published.map(millis));
        let added = self.change(SQL, params![plan.page.0, plan.watch.0, role, plan.host, next, found, published])?;
        Ok(0 < added)
    }

    /// Returns whether a watch looks at an address.
    pub fn is_planned(&self, url: &str) -> Result<bool> {
        const SQL: &str = "SELECT count(*) FROM plan JOIN page ON page.id = page_id WHERE url = ?1";
        Ok(0 < self.count(SQL, [url])?)
    }

    /// Returns the plan of a page, if a watch looks at it.
    pub fn plan_of(&self, page: PageId) -> Result<Option<PlanRow>> {
        self.first(&format!("{SELECT} WHERE plan.page_id = ?1"), [page.0], plan_row_of)
    }

    /// Gives a page to another watch.
    pub fn move_plan(&self, page: PageId, watch: WatchId, role: PlanRole) -> Result<()> {
        const SQL: &str = "UPDATE plan SET watch_id = ?2, role = ?3 WHERE page_id = ?1";
        self.change(SQL, params![page.0, watch.0, role.as_str()]).map(drop)
    }

    /// Looks at another page in the place of one that moved there; where that is looked at already, the old one is done with.
    pub fn replace_planned(&self, page: PageId, by: PageId, host: &str) -> Result<()> {
        const SQL: &str = "UPDATE OR IGNORE plan SET page_id = ?2, host = ?3 WHERE page_id = ?1";
        self.change(SQL, params![page.0, by.0, host])?;
        self.change("DELETE FROM plan WHERE page_id = ?1", [page.0]).map(drop)
    }

    /// Looks at pages of a watch again that were done with.
    pub fn reopen_plans(&self, watch: WatchId, now: DateTime<Utc>) -> Result<usize> {
        const SQL: &str =
            "UPDATE plan SET gone = NULL, ended = NULL, next_at = ?2 WHERE watch_id = ?1 AND ended IS NOT NULL";
        self.change(SQL, params![watch.0, millis(now)])
    }

    /// Keeps what a look taught about a page's next one.
    pub fn save_plan(&self, plan: &PlanRow) -> Result<()> {
        const SQL: &str = "UPDATE plan SET next_at = ?2, published = ?3, changed = ?4, looked = ?5, failures = ?6,
            failure = ?7, gone = ?8, ended = ?9, is_of_server = ?10 WHERE page_id = ?1";
        let facts = params![
            plan.page.0,
            millis(plan.next_at),
            plan.published.map(millis),
            plan.changed.map(millis),
            plan.looked.map(millis),
            plan.failures,
            plan.failure,
            plan.gone.map(millis),
            plan.ended.map(millis),
            plan.is_of_server
        ];
        self.change(SQL, facts).map(drop)
    }

    /// Makes pages of a server due whose last look failed in these words because of the server, which nothing stands in the way
    /// of any more. What is due within a lease stays: another worker may have taken it.
    pub fn retry_plans(&self, host: &str, failure: &str, now: DateTime<Utc>) -> Result<usize> {
        const SQL: &str = "UPDATE plan SET next_at = ?3 WHERE host = ?1 AND failure = ?2 AND 0 < failures
            AND is_of_server = 1 AND ?4 < next_at AND ended IS NULL";
        self.change(SQL, params![host, failure, millis(now), millis(now + LEASE)])
    }

    /// Makes pages due whose next look a clock that was wrong put years ahead; returns how many.
    pub fn mend_plans(&self, now: DateTime<Utc>) -> Result<usize> {
        self.change("UPDATE plan SET next_at = ?1 WHERE ?2 < next_at", [millis(now), millis(now + FARTHEST_LOOK)])
    }

    /// Returns pages that are due, longest overdue first: a few of each server, none of one that may not be asked yet.
    pub fn due_plans(&self, now: DateTime<Utc>, limit: usize) -> Result<Vec<PlanRow>> {
        let sql = format!(
            "{SELECT} JOIN (
                SELECT page_id, row_number() OVER (PARTITION BY plan.host ORDER BY next_at, page_id) AS place
                FROM plan JOIN watch ON watch.id = watch_id LEFT JOIN host ON host.name = plan.host
                WHERE next_at <= ?1 AND ended IS NULL AND ifnull(paused_until, 0) <= ?1 AND ifnull(free_at, 0) <= ?1
            ) AS due ON due.page_id = plan.page_id AND place <= ?3 ORDER BY next_at, plan.page_id LIMIT ?2"
        );
        self.all(&sql, params![millis(now), limit as i64, MOST_OF_A_HOST], plan_row_of)
    }

    /// Returns when the next page is due whose server may be asked then.
    pub fn next_due(&self, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
        const SQL: &str = "SELECT next_at FROM plan JOIN watch ON watch.id = watch_id
            WHERE ?1 < next_at AND ended IS NULL AND ifnull(paused_until, 0) <= next_at ORDER BY next_at LIMIT 1";
        let later = self.first(SQL, [millis(now)], |row| instant(row, 0))?;
        Ok(later.into_iter().chain(self.waiting_until(now)?).min())
    }

    /// Returns when the first server may be asked of which a page is due already.
    pub fn waiting_until(&self, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
        const SQL: &str = "SELECT min(free_at) FROM plan JOIN watch ON watch.id = watch_id
            JOIN host ON host.name = plan.host
            WHERE next_at <= ?1 AND ended IS NULL AND ifnull(paused_until, 0) <= ?1 AND ?1 < free_at";
        Ok(self.first(SQL, [millis(now)], |row| optional_instant(row, 0))?.flatten())
    }

    /// Takes a page for one process until `until`; returns whether no other has taken it.
    pub fn lease_plan(&self, plan: &PlanRow, until: DateTime<Utc>) -> Result<bool> {
        const SQL: &str = "UPDATE plan SET next_at = ?3 WHERE page_id = ?1 AND next_at = ?2";
        Ok(0 < self.change(SQL, params![plan.page.0, millis(plan.next_at), millis(until)])?)
    }

    /// Makes pages of a watch due: the list, or everything.
    pub fn make_due(&self, watch: Option<WatchId>, now: DateTime<Utc>) -> Result<usize> {
        const SQL: &str = "UPDATE plan SET next_at = ?2 WHERE ended IS NULL AND (?1 IS NULL OR watch_id = ?1)";
        self.change(SQL, params![watch.map(|id| id.0), millis(now)])
    }

    /// Returns the pages of a watch, next first.
    pub fn plans_of(&self, watch: WatchId, limit: usize) -> Result<Vec<PlanRow>> {
        let sql = format!("{SELECT} WHERE watch_id = ?1 ORDER BY role DESC, next_at, plan.page_id LIMIT ?2");
        self.all(&sql, [watch.0, limit as i64], plan_row_of)
    }
}

#[cfg(test)]
mod tests {
    use chrono_tz::Tz;

    use super::*;
    use crate::store::{PageState, Watch, WatchKind};

    fn at(minute: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::minutes(minute)
    }

    fn watch(store: &Store, name: &str, kind: WatchKind) -> WatchId {
        let watch = Watch {
            id: WatchId(0),
            name: name.to_owned(),
            url: format!("https://post.example/{name}"),
            kind,
            story: None,
            outlet: None,
            words: Vec::new(),
            every: None,
            hours: None,
            group: None,
            paused_until: None,
            created: at(0),
        };
        store.add_watch(&watch).unwrap()
    }

    /// Plans a page due at `minute`.
    fn plan(store: &Store, watch: WatchId, url: &str, host: &str, minute: i64) -> PageId {
        let page = store.add_page(url).unwrap();
        let row = PlanRow {
            page,
            watch,
            role: PlanRole::Item,
            url: url.to_owned(),
            host: host.to_owned(),
            next_at: at(minute),
            found: at(0),
            published: None,
            changed: None,
            looked: None,
            failures: 0,
            failure: None,
            is_of_server: false,
            gone: None,
            ended: None,
        };
        assert!(store.add_plan(&row).unwrap());
        page
    }

    #[test]
    fn a_watched_article_that_is_deleted_is_looked_at_again_from_the_start() {
        let store = Store::in_memory().unwrap();
        let (own, feed) = (watch(&store, "own", WatchKind::Article), watch(&store, "feed", WatchKind::Feed));
        let story = store.add_story("flood", None, Tz::UTC, at(0)).unwrap();
        for (watch, url) in [(own, "https://post.example/own"), (feed, "https://post.example/item")] {
            let id = plan(&store, watch, url, "post.example", 0);
            let article = store.add_article(&format!("a{}", id.0), Some(story), None, at(0)).unwrap();
            let page = store.page_at(url).unwrap().unwrap();
            let (etag, body_hash) = (Some("\"1\"".to_owned()), Some([1; 32]));
            store.save_page(&PageState { article: Some(article), etag, body_hash, ..page }).unwrap();
        }
        store.write(|store| store.delete_story(story)).unwrap();
        let page = store.page_at("https://post.example/own").unwrap().unwrap();
        assert_eq!((page.article, page.etag, page.body_hash), (None, None, None));
        let urls: Vec<_> = store.due_plans(at(1), 9).unwrap().into_iter().map(|row| row.url).collect();
        assert_eq!(urls, ["https://post.example/own"], "what a feed named and the reader deleted is not asked for");
    }

    #[test]
    fn a_backlog_of_one_server_holds_up_no_other() {
        let store = Store::in_memory().unwrap();
        let feed = watch(&store, "feed", WatchKind::Feed);
        for n in 0..300 {
            plan(&store, feed, &format!("https://big.example/{n}"), "big.example", 0);
        }
        plan(&store, feed, "https://small.example/a", "small.example", 5);
        let hosts: Vec<_> = store.due_plans(at(9), 256).unwrap().into_iter().map(|row| row.host).collect();
        assert_eq!(hosts, ["big.example", "big.example", "big.example", "big.example", "small.example"]);
    }

    #[test]
    fn a_look_that_a_wrong_clock_planned_is_made_due_when_a_run_starts() {
        let store = Store::in_memory().unwrap();
        let feed = watch(&store, "feed", WatchKind::Feed);
        plan(&store, feed, "https://post.example/a", "post.example", 60 * 24 * 3650);
        plan(&store, feed, "https://post.example/b", "post.example", 60 * 24 * 39);
        assert_eq!(store.due_plans(at(1), 9).unwrap(), []);
        assert_eq!(store.mend_plans(at(1)).unwrap(), 1);
        assert_eq!(store.due_plans(at(1), 9).unwrap()[0].url, "https://post.example/a");
    }

    #[test]
    fn what_failed_alike_is_due_when_one_page_can_be_read_again() {
        let store = Store::in_memory().unwrap();
        let feed = watch(&store, "feed", WatchKind::Feed);
        for (name, host, failure, is_of_server, minute) in [
            ("a", "post.example", Some("503"), true, 900),
            ("b", "post.example", Some("404"), true, 900),
            ("c", "herald.example", Some("503"), true, 900),
            ("d", "post.example", None, false, 900),
            ("named-a-time", "post.example", Some("503"), false, 900),
            ("taken", "post.example", Some("503"), true, 5 + 15),
        ] {
            plan(&store, feed, &format!("https://{host}/{name}"), host, minute);
            let page = store.page_at(&format!("https://{host}/{name}")).unwrap().unwrap().id;
            let row = store.plan_of(page).unwrap().unwrap();
            let (failures, failure) = (u32::from(failure.is_some()), failure.map(str::to_owned));
            store.save_plan(&PlanRow { failures, failure, is_of_server, ..row }).unwrap();
        }
        assert_eq!(store.retry_plans("post.example", "503", at(5)).unwrap(), 1);
        let due: Vec<_> = store.due_plans(at(5), 9).unwrap().into_iter().map(|row| row.url).collect();
        assert_eq!(due, ["https://post.example/a"]);
    }
}
