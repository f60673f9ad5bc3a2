//! Stores when each server may be asked again, and what its robots.txt says.

use chrono::{DateTime, Utc};
use rusqlite::params;

use crate::store::rows::{instant, millis, optional_instant};
use crate::store::{Result, Store};

/// What is known of a server.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HostState {
    /// No request is sent before.
    pub free_at: DateTime<Utc>,
    /// Milliseconds between two requests.
    pub pause: i64,
    /// Its robots.txt as last read; `None` where it has none.
    pub robots: Option<String>,
    /// When to ask for robots.txt again; `None` when it was never asked for.
    pub robots_until: Option<DateTime<Utc>>,
    /// Why robots.txt could not be read.
    pub robots_error: Option<String>,
}

impl Store {
    /// Returns what is known of a server.
    pub fn host(&self, name: &str) -> Result<Option<HostState>> {
        const SQL: &str = "SELECT free_at, pause, robots, robots_until, robots_error FROM host WHERE name = ?1";
        self.first(SQL, [name], |row| {
            Ok(HostState {
                free_at: instant(row, 0)?,
                pause: row.get(1)?,
                robots: row.get(2)?,
                robots_until: optional_instant(row, 3)?,
                robots_error: row.get(4)?,
            })
        })
    }

    /// Keeps what is known of a server.
    pub fn save_host(&self, name: &str, host: &HostState) -> Result<()> {
        const SQL: &str = "INSERT INTO host (name, free_at, pause, robots, robots_until, robots_error)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (name) DO UPDATE SET free_at = ?2, pause = ?3, robots = ?4,
            robots_until = ?5, robots_error = ?6";
        let until = host.robots_until.map(millis);
        self.change(SQL, params![name, millis(host.free_at), host.pause, host.robots, until, host.robots_error])
            .map(drop)
    }
}
