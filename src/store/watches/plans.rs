//! Stores the pages of a watch, each with its next look.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Row, params};

use super::watch::WatchId;
use crate::store::rows::{instant, millis};
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
}

/// What a page is to its watch.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PlanRole {
    /// It names other pages.
    List,
    /// It shows an article.
    Item,
}

/// No look is planned farther ahead.
const FARTHEST: TimeDelta = TimeDelta::days(40);

const SELECT: &str =
    "SELECT plan.page_id, watch_id, role, page.url, plan.host, next_at, found, published, changed, looked,
    failures, failure FROM plan JOIN page ON page.id = plan.page_id";

fn read(row: &Row<'_>) -> rusqlite::Result<PlanRow> {
    let time = |index: usize| row.get::<_, Option<i64>>(index)?.map(|_| instant(row, index)).transpose();
    Ok(PlanRow {
        page: PageId(row.get(0)?),
        watch: WatchId(row.get(1)?),
        role: if row.get_ref(2)?.as_str()? == "list" { PlanRole::List } else { PlanRole::Item },
        url: row.get(3)?,
        host: row.get(4)?,
        next_at: instant(row, 5)?,
        found: instant(row, 6)?,
        published: time(7)?,
        changed: time(8)?,
        looked: time(9)?,
        failures: row.get(10)?,
        failure: row.get(11)?,
    })
}

impl Store {
    /// Adds a page to a watch, unless one looks at it already; returns whether it is new.
    pub fn add_plan(&self, plan: &PlanRow) -> Result<bool> {
        const SQL: &str = "INSERT INTO plan (page_id, watch_id, role, host, next_at, found, published, failures)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 0) ON CONFLICT DO NOTHING";
        let role = if plan.role == PlanRole::List { "list" } else { "item" };
        let (next, found, published) = (millis(plan.next_at), millis(plan.found), plan.published.map(millis));
        let added = self.change(SQL, params![plan.page.0, plan.watch.0, role, plan.host, next, found, published])?;
        Ok(0 < added)
    }

    /// Gives a page to another watch.
    pub fn move_plan(&self, page: PageId, watch: WatchId, role: PlanRole) -> Result<()> {
        const SQL: &str = "UPDATE plan SET watch_id = ?2, role = ?3 WHERE page_id = ?1";
        let role = if role == PlanRole::List { "list" } else { "item" };
        self.change(SQL, params![page.0, watch.0, role]).map(drop)
    }

    /// Keeps what a look taught about a page's next one.
    pub fn save_plan(&self, plan: &PlanRow) -> Result<()> {
        const SQL: &str = "UPDATE plan SET next_at = ?2, published = ?3, changed = ?4, looked = ?5, failures = ?6,
            failure = ?7 WHERE page_id = ?1";
        let facts = params![
            plan.page.0,
            millis(plan.next_at),
            plan.published.map(millis),
            plan.changed.map(millis),
            plan.looked.map(millis),
            plan.failures,
            plan.failure
        ];
        self.change(SQL, facts).map(drop)
    }

    /// Returns pages that are due, longest overdue first; servers that may not be asked yet are left out.
    pub fn due_plans(&self, now: DateTime<Utc>, limit: usize) -> Result<Vec<PlanRow>> {
        let sql = format!(
            "{SELECT} JOIN watch ON watch.id = watch_id LEFT JOIN host ON host.name = plan.host
            WHERE next_at <= ?1 AND ifnull(paused_until, 0) <= ?1 AND ifnull(free_at, 0) <= ?1
            ORDER BY next_at, plan.page_id LIMIT ?2"
        );
        let mut due = self.all(&sql, params![millis(now), limit as i64], read)?;
        if due.is_empty() {
            // A clock that was wrong planned looks that would not come for years.
            self.change("UPDATE plan SET next_at = ?1 WHERE ?2 < next_at", [millis(now), millis(now + FARTHEST)])?;
            due = self.all(&sql, params![millis(now), limit as i64], read)?;
        }
        Ok(due)
    }

    /// Returns when the next page is due whose server may be asked then.
    pub fn next_due(&self, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
        const SQL: &str = "SELECT next_at FROM plan JOIN watch ON watch.id = watch_id
            WHERE ?1 < next_at AND ifnull(paused_until, 0) <= next_at ORDER BY next_at LIMIT 1";
        let later = self.first(SQL, [millis(now)], |row| instant(row, 0))?;
        Ok(later.into_iter().chain(self.waiting_until(now)?).min())
    }

    /// Returns when the first server may be asked of which a page is due already.
    pub fn waiting_until(&self, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>> {
        const SQL: &str = "SELECT min(free_at) FROM plan JOIN watch ON watch.id = watch_id
            JOIN host ON host.name = plan.host
            WHERE next_at <= ?1 AND ifnull(paused_until, 0) <= ?1 AND ?1 < free_at";
        let at =
            self.first(SQL, [millis(now)], |row| row.get::<_, Option<i64>>(0)?.map(|_| instant(row, 0)).transpose())?;
        Ok(at.flatten())
    }

    /// Takes a page for one process until `until`; returns whether no other has taken it.
    pub fn lease_plan(&self, plan: &PlanRow, until: DateTime<Utc>) -> Result<bool> {
        const SQL: &str = "UPDATE plan SET next_at = ?3 WHERE page_id = ?1 AND next_at = ?2";
        Ok(0 < self.change(SQL, params![plan.page.0, millis(plan.next_at), millis(until)])?)
    }

    /// Makes pages of a watch due: the list, or everything.
    pub fn make_due(&self, watch: Option<WatchId>, now: DateTime<Utc>) -> Result<usize> {
        const SQL: &str = "UPDATE plan SET next_at = ?2 WHERE ?1 IS NULL OR watch_id = ?1";
        self.change(SQL, params![watch.map(|id| id.0), millis(now)])
    }

    /// Returns the pages of a watch, next first.
    pub fn plans_of(&self, watch: WatchId, limit: usize) -> Result<Vec<PlanRow>> {
        let sql = format!("{SELECT} WHERE watch_id = ?1 ORDER BY role DESC, next_at, plan.page_id LIMIT ?2");
        self.all(&sql, [watch.0, limit as i64], read)
    }

    /// Counts the pages that are planned.
    pub fn count_plans(&self) -> Result<usize> {
        self.count("SELECT count(*) FROM plan", [])
    }
}
