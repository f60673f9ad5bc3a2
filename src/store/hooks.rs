//! Stores who is told of changes, and what waits to be told.

use chrono::{DateTime, Utc};
use rusqlite::{Row, params};

use super::news::NO_NEWS;
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
    /// It is not told: what it tells of is held, gone, or history that another archive recorded.
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
            Self::Withheld => NO_NEWS,
            Self::GivenUp => "given-up",
        }
    }
}

/// The hooks of a store, as far as this program can read them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hooks {
    /// In order of name.
    pub hooks: Vec<Hook>,
    /// Names of those that cannot be read, such as a newer version of the program may have added.
    pub unreadable: Vec<String>,
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
    /// Returns every hook; one that cannot be read keeps no other from being read.
    pub fn hooks(&self) -> Result<Hooks> {
        let mut hooks = Hooks::default();
        let rows =
            self.all(&format!("{HOOKS} ORDER BY name"), [], |row| Ok((row.get::<_, String>(1)?, read_hook(row))))?;
        for (name, hook) in rows {
            match hook {
                Ok(hook) => hooks.hooks.push(hook),
                Err(_) => hooks.unreadable.push(name),
            }
        }
        Ok(hooks)
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

    /// Pauses a hook, or goes on with one that rests; what was recorded while it rested is not told.
    pub fn pause_hook(&self, id: HookId, is_paused: bool) -> Result<()> {
        const SQL: &str = "UPDATE hook SET paused = ?2, seen = (SELECT coalesce(max(id), 0) FROM version)
            WHERE id = ?1 AND paused <> ?2";
        self.change(SQL, params![id.0, is_paused]).map(drop)
    }

    /// Removes the hook of this name with what it told and what waits, also one that cannot be read.
    pub fn remove_hook_called(&self, name: &str) -> Result<()> {
        self.change("DELETE FROM hook WHERE name = ?1", [name]).map(drop)
    }

    /// Makes a hook one that this version of the program cannot read.
    #[cfg(test)]
    pub fn break_hook(&self, name: &str) -> Result<()> {
        const SQL: &str = "UPDATE hook SET target = '{\"kind\":\"telepathy\"}' WHERE name = ?1";
        self.change(SQL, [name]).map(drop)
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

    /// Returns what a hook is due to tell, the longest due first.
    pub fn due_deliveries(&self, hook: HookId, now: DateTime<Utc>, most: usize) -> Result<Vec<HookDelivery>> {
        let sql = format!(
            "{DELIVERIES} WHERE hook_id = ?1 AND state = 'waiting' AND next_at <= ?2
            ORDER BY next_at, delivery.id LIMIT ?3"
        );
        self.all(&sql, params![hook.0, millis(now), most as i64], read_delivery)
    }

    /// Takes a delivery until `until`; returns whether it was still as it was read, and its hook does not rest.
    pub fn lease_delivery(&self, delivery: &HookDelivery, until: DateTime<Utc>) -> Result<bool> {
        const SQL: &str = "UPDATE hook_delivery SET next_at = ?2 WHERE id = ?1 AND next_at = ?3 AND state = 'waiting'
            AND hook_id NOT IN (SELECT id FROM hook WHERE paused)";
        self.change(SQL, params![delivery.id, millis(until), millis(delivery.next_at)]).map(|rows| rows == 1)
    }

    /// Stores how far a delivery that was taken until `lease` has come; returns whether it was still waiting under it.
    ///
    /// That it was told is stored also where somebody else has taken it meanwhile.
    pub fn save_delivery(&self, delivery: &HookDelivery, lease: DateTime<Utc>) -> Result<bool> {
        const SQL: &str = "UPDATE hook_delivery SET state = ?2, tries = ?3, next_at = ?4, told = ?5, error = ?6
            WHERE id = ?1 AND state = 'waiting' AND (next_at = ?7 OR ?2 = 'told')";
        let facts = params![
            delivery.id,
            delivery.state.as_str(),
            delivery.tries,
            millis(delivery.next_at),
            delivery.told.map(millis),
            delivery.error,
            millis(lease)
        ];
        self.change(SQL, facts).map(|rows| rows == 1)
    }

    /// Returns the latest deliveries of a hook, newest first; those in one state, where one is given.
    pub fn deliveries_of(&self, hook: HookId, state: Option<DeliveryState>, most: usize) -> Result<Vec<HookDelivery>> {
        let sql =
            format!("{DELIVERIES} WHERE hook_id = ?1 AND ifnull(?2, state) = state ORDER BY delivery.id DESC LIMIT ?3");
        self.all(&sql, params![hook.0, state.map(DeliveryState::as_str), most as i64], read_delivery)
    }

    /// Returns how many deliveries of a hook are in a state.
    pub fn count_deliveries(&self, hook: HookId, state: DeliveryState) -> Result<usize> {
        const SQL: &str = "SELECT count(*) FROM hook_delivery WHERE hook_id = ?1 AND state = ?2";
        self.count(SQL, params![hook.0, state.as_str()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::HookFilter;

    #[test]
    fn a_hook_that_cannot_be_read_keeps_no_other_from_being_read() {
        let store = Store::in_memory().unwrap();
        for name in ["a", "b", "c"] {
            let target = HookTarget::Command { words: vec!["true".to_owned()] };
            let (filter, created) = (HookFilter::default(), DateTime::UNIX_EPOCH);
            let (id, seen, name) = (HookId(0), VersionId(0), name.to_owned());
            let hook = Hook { id, name, target, filter, link: None, is_paused: false, created, seen };
            store.add_hook(&hook).unwrap();
        }
        store.break_hook("b").unwrap();
        let known = store.hooks().unwrap();
        assert_eq!(known.hooks.iter().map(|hook| hook.name.as_str()).collect::<Vec<_>>(), ["a", "c"]);
        assert_eq!(known.unreadable, ["b"]);
    }
}
