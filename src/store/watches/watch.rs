//! Stores what is watched, as the reader said it.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Row, params};

use crate::model::WatchHours;
use crate::store::rows::{instant, millis, optional_instant, unreadable};
use crate::store::{Result, Store};

/// Number of a watch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct WatchId(pub i64);

/// Something that is watched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Watch {
    pub id: WatchId,
    pub name: String,
    pub url: String,
    pub kind: WatchKind,
    /// Story that new articles are filed under.
    pub story: Option<String>,
    pub outlet: Option<String>,
    /// Only items that hold one of these are taken; none takes all.
    pub words: Vec<String>,
    /// Fixed time between two looks at a page.
    pub every: Option<TimeDelta>,
    /// Hours of the day at which it looks at its pages; none: at all hours.
    pub hours: Option<WatchHours>,
    /// Watches that are paused and resumed together.
    pub group: Option<String>,
    pub paused_until: Option<DateTime<Utc>>,
    pub created: DateTime<Utc>,
}

/// What kind of page a watch begins at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WatchKind {
    Feed,
    Sitemap,
    Section,
    Article,
}

/// How a watch is doing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WatchCounts {
    /// Pages it looks at, the list left out.
    pub items: usize,
    /// Pages whose last look failed.
    pub failing: usize,
    pub next: Option<DateTime<Utc>>,
    pub looked: Option<DateTime<Utc>>,
    /// What the last failed look at the list itself said.
    pub failure: Option<String>,
}

impl WatchKind {
    /// Returns the word that the store and programs use.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Feed => "feed",
            Self::Sitemap => "sitemap",
            Self::Section => "section",
            Self::Article => "article",
        }
    }

    /// Returns the kind that the word means, if it means one.
    pub fn of(word: &str) -> Option<Self> {
        [Self::Feed, Self::Sitemap, Self::Section, Self::Article].into_iter().find(|kind| kind.as_str() == word)
    }
}

const SELECT: &str =
    "SELECT id, name, url, kind, story, outlet, words, every, paused_until, created, hours, watch_group FROM watch";

fn watch_of(row: &Row<'_>) -> rusqlite::Result<Watch> {
    let words: String = row.get(6)?;
    let hours: Option<String> = row.get(10)?;
    Ok(Watch {
        id: WatchId(row.get(0)?),
        name: row.get(1)?,
        url: row.get(2)?,
        kind: WatchKind::of(row.get_ref(3)?.as_str()?).unwrap_or(WatchKind::Article),
        story: row.get(4)?,
        outlet: row.get(5)?,
        words: serde_json::from_str(&words).map_err(|error| unreadable(6, error))?,
        every: row.get::<_, Option<i64>>(7)?.map(TimeDelta::milliseconds),
        paused_until: optional_instant(row, 8)?,
        created: instant(row, 9)?,
        hours: hours.map(|hours| hours.parse().map_err(|error| unreadable(10, error))).transpose()?,
        group: row.get(11)?,
    })
}

impl Store {
    /// Returns everything that is watched, in order of name.
    pub fn watches(&self) -> Result<Vec<Watch>> {
        self.all(&format!("{SELECT} ORDER BY name"), [], watch_of)
    }

    /// Returns a watch by its number.
    pub fn watch(&self, id: WatchId) -> Result<Option<Watch>> {
        self.first(&format!("{SELECT} WHERE id = ?1"), [id.0], watch_of)
    }

    /// Returns a watch by its name or address.
    pub fn watch_called(&self, name: &str) -> Result<Option<Watch>> {
        self.first(&format!("{SELECT} WHERE name = ?1 OR url = ?1 ORDER BY name = ?1 DESC"), [name], watch_of)
    }

    /// Adds a watch; its name and address must be free.
    pub fn add_watch(&self, watch: &Watch) -> Result<WatchId> {
        const SQL: &str =
            "INSERT INTO watch (name, url, kind, story, outlet, words, every, paused_until, created, hours,
            watch_group) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
        let words = serde_json::to_string(&watch.words).expect("a list of words becomes JSON");
        let facts = params![
            watch.name,
            watch.url,
            watch.kind.as_str(),
            watch.story,
            watch.outlet,
            words,
            watch.every.map(|every| every.num_milliseconds()),
            watch.paused_until.map(millis),
            millis(watch.created),
            watch.hours.map(|hours| hours.to_string()),
            watch.group
        ];
        self.insert(SQL, facts).map(WatchId)
    }

    /// Pauses a watch until a moment, or goes on with it.
    pub fn pause_watch(&self, id: WatchId, until: Option<DateTime<Utc>>) -> Result<()> {
        self.change("UPDATE watch SET paused_until = ?2 WHERE id = ?1", params![id.0, until.map(millis)]).map(drop)
    }

    /// Keeps how often and at which hours a watch looks at its pages, and in which group it is.
    pub fn set_watch(&self, watch: &Watch) -> Result<()> {
        const SQL: &str = "UPDATE watch SET hours = ?2, watch_group = ?3, every = ?4 WHERE id = ?1";
        let (hours, every) =
            (watch.hours.map(|hours| hours.to_string()), watch.every.map(|every| every.num_milliseconds()));
        self.change(SQL, params![watch.id.0, hours, watch.group, every]).map(drop)
    }

    /// Gives a watch another address, unless another watch has it.
    pub fn move_watch(&self, id: WatchId, url: &str) -> Result<()> {
        self.change("UPDATE OR IGNORE watch SET url = ?2 WHERE id = ?1", params![id.0, url]).map(drop)
    }

    /// Ends a watch; what it recorded stays.
    pub fn remove_watch(&self, id: WatchId) -> Result<()> {
        self.change("DELETE FROM watch WHERE id = ?1", [id.0]).map(drop)
    }

    /// Returns the names of watches that have nothing to look at.
    pub fn idle_watches(&self) -> Result<Vec<String>> {
        const SQL: &str =
            "SELECT name FROM watch WHERE NOT EXISTS (SELECT 1 FROM plan WHERE watch_id = watch.id) ORDER BY name";
        self.all(SQL, [], |row| row.get(0))
    }

    /// Returns how a watch is doing.
    pub fn watch_counts(&self, id: WatchId) -> Result<WatchCounts> {
        const SQL: &str = "SELECT count(*) FILTER (WHERE role = 'item'), count(*) FILTER (WHERE 0 < failures),
            min(next_at) FILTER (WHERE ended IS NULL), max(looked), max(failure) FILTER (WHERE role = 'list') FROM plan WHERE watch_id = ?1";
        let read = |row: &Row<'_>| {
            Ok(WatchCounts {
                items: row.get::<_, i64>(0)? as usize,
                failing: row.get::<_, i64>(1)? as usize,
                next: optional_instant(row, 2)?,
                looked: optional_instant(row, 3)?,
                failure: row.get(4)?,
            })
        };
        Ok(self.first(SQL, [id.0], read)?.unwrap_or_default())
    }
}
