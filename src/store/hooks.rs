//! Stores who is told of changes, and what waits to be told.

use chrono::{DateTime, Utc};
use rusqlite::{Row, params};

use super::rows::{instant, millis, optional_instant, unreadable};
use super::{Result, Store};
use crate::model::{ArticleId, HookFilter, HookTarget, VersionId};

/// Number of a hook.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct HookId(pub i64);

/// Someone or something that is told of changes.
#[derive(Clone, Debug, PartialEq)]
pub struct Hook {
    pub id: HookId,
    pub name: String,
    pub target: HookTarget,
    pub filter: HookFilter,
    /// Address below which the pages of the archive lie.
    pub link: Option<String>,
    pub is_paused: bool,
    pub created: DateTime<Utc>,
    /// Versions up to this one have been looked through.
    pub seen: VersionId,
}

/// How far a delivery has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DeliveryState {
    Waiting,
    Told,
    /// What it tells of is held.
    Withheld,
    GivenUp,
}

/// The change of a version, for one hook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HookDelivery {
    pub id: i64,
    pub hook: HookId,
    pub article: ArticleId,
    /// The version that brought the change.
    pub version: VersionId,
    pub made: DateTime<Utc>,
    pub state: DeliveryState,
    pub tries: u32,
    pub next_at: DateTime<Utc>,
    pub told: Option<DateTime<Utc>>,
    /// What the last try said.
    pub error: Option<String>,
}

impl DeliveryState {
    const ALL: [Self; 4] = [Self::Waiting, Self::Told, Self::Withheld, Self::GivenUp];

    /// Returns the word that the store and programs use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Waiting => "waiting",
            Self::Told => "told",
            Self::Withheld => "withheld",
            Self::GivenUp => "given-up",
        }
    }
}

const HOOKS: &str = "SELECT id, name, target, filter, link, paused, created, seen FROM hook";

fn read_hook(row: &Row<'_>) -> rusqlite::Result<Hook> {
    let json = |column| row.get::<_, String>(column);
    Ok(Hook {
        id: HookId(row.get(0)?),
        name: row.get(1)?,
        target: serde_json::from_str(&json(2)?).map_err(|error| unreadable(2, error))?,
        filter: serde_json::from_str(&json(3)?).map_err(|error| unreadable(3, error))?,
        link: row.get(4)?,
        is_paused: row.get(5)?,
        created: instant(row, 6)?,
        seen: VersionId(row.get(7)?),
    })
}

const DELIVERIES: &str =
    "SELECT delivery.id, hook_id, version.article_id, version_id, made, state, tries, next_at, told, error
    FROM hook_delivery AS delivery JOIN version ON version.id = version_id";

fn read_delivery(row: &Row<'_>) -> rusqlite::Result<HookDelivery> {
    let state: String = row.get(5)?;
    let known = DeliveryState::ALL.into_iter().find(|known| known.as_str() == state);
    Ok(HookDelivery {
        id: row.get(0)?,
        hook: HookId(row.get(1)?),
        article: ArticleId(row.get(2)?),
        version: VersionId(row.get(3)?),
        made: instant(row, 4)?,
        state: known.ok_or_else(|| rusqlite::Error::InvalidColumnName(state))?,
        tries: row.get(6)?,
        next_at: instant(row, 7)?,
        told: optional_instant(row, 8)?,
        error: row.get(9)?,
    })
}

impl Store {
    /// Returns every hook, in order of name.
    pub fn hooks(&self) -> Result<Vec<Hook>> {
        self.all(&format!("{HOOKS} ORDER BY name"), [], read_hook)
    }

    /// Returns the hook of this name.
    pub fn hook_called(&self, name: &str) -> Result<Option<Hook>> {
        self.first(&format!("{HOOKS} WHERE name = ?1"), [name], read_hook)
    }

    /// Adds a hook; its name must be free. What was recorded before is not told.
    pub fn add_hook(&self, hook: &Hook) -> Result<HookId> {
        const SQL: &str = "INSERT INTO hook (name, target, filter, link, paused, created, seen)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, (SELECT coalesce(max(id), 0) FROM version))";
        let json = |text: serde_json::Result<String>| text.expect("plain data becomes JSON");
        let target = json(serde_json::to_string(&hook.target));
        let filter = json(serde_json::to_string(&hook.filter));
        self.insert(SQL, params![hook.name, target, filter, hook.link, hook.is_paused, millis(hook.created)])
            .map(HookId)
    }

    /// Pauses a hook, or goes on with it; what was recorded while it rested is not told.
    pub fn pause_hook(&self, id: HookId, is_paused: bool) -> Result<()> {
        const SQL: &str =
            "UPDATE hook SET paused = ?2, seen = (SELECT coalesce(max(id), 0) FROM version) WHERE id = ?1";
        self.change(SQL, params![id.0, is_paused]).map(drop)
    }

    /// Removes a hook with what it told and what waits.
    pub fn remove_hook(&self, id: HookId) -> Result<()> {
        self.change("DELETE FROM hook WHERE id = ?1", [id.0]).map(drop)
    }

    /// Returns the newest version that was recorded.
    pub fn newest_version(&self) -> Result<VersionId> {
        self.count("SELECT max(id) FROM version", []).map(|id| VersionId(id as i64))
    }

    /// Notes that a hook has looked through every version up to this one.
    pub fn set_hook_seen(&self, id: HookId, seen: VersionId) -> Result<()> {
        self.change("UPDATE hook SET seen = ?2 WHERE id = ?1", [id.0, seen.0]).map(drop)
    }

    /// Returns the articles that have versions recorded after this one, of captures of `since` or later.
    pub fn articles_with_versions_after(&self, seen: VersionId, since: DateTime<Utc>) -> Result<Vec<ArticleId>> {
        const SQL: &str =
            "SELECT DISTINCT article_id FROM version WHERE ?1 < id AND ?2 <= captured ORDER BY article_id";
        self.all(SQL, params![seen.0, millis(since)], |row| row.get(0).map(ArticleId))
    }

    /// Has a hook tell what a version brought; once for all.
    pub fn add_delivery(&self, hook: HookId, version: VersionId, now: DateTime<Utc>) -> Result<bool> {
        const SQL: &str = "INSERT INTO hook_delivery (hook_id, version_id, made, state, tries, next_at)
            VALUES (?1, ?2, ?3, 'waiting', 0, ?3) ON CONFLICT DO NOTHING";
        self.change(SQL, params![hook.0, version.0, millis(now)]).map(|rows| rows == 1)
    }

    /// Returns what is due to be told, the longest due first.
    pub fn due_deliveries(&self, now: DateTime<Utc>, most: usize) -> Result<Vec<HookDelivery>> {
        let sql = format!(
            "{DELIVERIES} WHERE state = 'waiting' AND next_at <= ?1 AND hook_id NOT IN (SELECT id FROM hook WHERE paused)
            ORDER BY next_at, delivery.id LIMIT ?2"
        );
        self.all(&sql, params![millis(now), most as i64], read_delivery)
    }

    /// Takes a delivery until `until`; returns whether it was still as it was read.
    pub fn lease_delivery(&self, delivery: &HookDelivery, until: DateTime<Utc>) -> Result<bool> {
        const SQL: &str = "UPDATE hook_delivery SET next_at = ?2 WHERE id = ?1 AND next_at = ?3 AND state = 'waiting'";
        self.change(SQL, params![delivery.id, millis(until), millis(delivery.next_at)]).map(|rows| rows == 1)
    }

    /// Stores how far a delivery has come.
    pub fn save_delivery(&self, delivery: &HookDelivery) -> Result<()> {
        const SQL: &str =
            "UPDATE hook_delivery SET state = ?2, tries = ?3, next_at = ?4, told = ?5, error = ?6 WHERE id = ?1";
        let facts = params![
            delivery.id,
            delivery.state.as_str(),
            delivery.tries,
            millis(delivery.next_at),
            delivery.told.map(millis),
            delivery.error
        ];
        self.change(SQL, facts).map(drop)
    }

    /// Returns the latest deliveries of a hook, newest first.
    pub fn deliveries_of(&self, hook: HookId, most: usize) -> Result<Vec<HookDelivery>> {
        let sql = format!("{DELIVERIES} WHERE hook_id = ?1 ORDER BY delivery.id DESC LIMIT ?2");
        self.all(&sql, params![hook.0, most as i64], read_delivery)
    }

    /// Returns how many deliveries of a hook are in a state.
    pub fn count_deliveries(&self, hook: HookId, state: DeliveryState) -> Result<usize> {
        const SQL: &str = "SELECT count(*) FROM hook_delivery WHERE hook_id = ?1 AND state = ?2";
        self.count(SQL, params![hook.0, state.as_str()])
    }
}
