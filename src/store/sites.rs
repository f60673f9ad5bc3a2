//! Stores how the pages of a site are read.

use rusqlite::{Row, params};

use super::rows::{instant, millis, unreadable};
use super::{Result, Store};
use crate::model::SiteSelectors;

const SITES: &str = "SELECT host, selectors, created FROM site";

fn selectors_of(row: &Row<'_>) -> rusqlite::Result<SiteSelectors> {
    let selectors: String = row.get(1)?;
    let selectors = serde_json::from_str(&selectors).map_err(|error| unreadable(1, error))?;
    Ok(SiteSelectors { host: row.get(0)?, selectors, created: instant(row, 2)? })
}

impl Store {
    /// Returns every site, in order of host.
    pub fn sites(&self) -> Result<Vec<SiteSelectors>> {
        self.all(&format!("{SITES} ORDER BY host"), [], selectors_of)
    }

    /// Returns the site of this host.
    pub fn site(&self, host: &str) -> Result<Option<SiteSelectors>> {
        self.first(&format!("{SITES} WHERE host = ?1"), [host], selectors_of)
    }

    /// Keeps how a site is read, in the place of what was said before.
    pub fn save_site(&self, site: &SiteSelectors) -> Result<()> {
        const SQL: &str = "INSERT OR REPLACE INTO site (host, selectors, created) VALUES (?1, ?2, ?3)";
        let selectors = serde_json::to_string(&site.selectors).expect("plain data becomes JSON");
        self.change(SQL, params![site.host, selectors, millis(site.created)]).map(drop)
    }

    /// Has a site read by the general rules again; returns whether it was not.
    pub fn remove_site(&self, host: &str) -> Result<bool> {
        self.change("DELETE FROM site WHERE host = ?1", [host]).map(|rows| rows == 1)
    }
}
