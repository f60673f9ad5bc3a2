//! Stores texts that a server gives in turn, as in an A/B test.

use chrono::{DateTime, TimeDelta, Utc};
use rusqlite::{Row, params};

use super::pages::PageId;
use crate::model::{ArticleId, VersionId};
use crate::store::rows::{instant, millis};
use crate::store::{Result, Store};

/// Looks in a row that found one variant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct VariantRun {
    pub looks: i64,
    pub since: DateTime<Utc>,
}

/// A version with its words' hash, and when it was last seen.
#[derive(Clone, Debug)]
pub struct SeenText {
    pub id: VersionId,
    pub hash: [u8; 32],
    pub headline: Option<String>,
    pub last_seen: DateTime<Utc>,
}

impl Store {
    /// Notes texts that took turns; returns whether one of them had done so within `window` before.
    pub fn add_variants(
        &self,
        page: PageId,
        hashes: &[[u8; 32]],
        now: DateTime<Utc>,
        window: TimeDelta,
    ) -> Result<bool> {
        const SQL: &str = "INSERT INTO page_variant (page_id, hash, turns, last_turn, run, run_since)
            VALUES (?1, ?2, 1, ?3, 0, ?3) ON CONFLICT (page_id, hash) DO UPDATE
            SET turns = iif(?4 <= last_turn, turns + 1, 1), last_turn = ?3";
        for hash in hashes {
            self.change(SQL, params![page.0, hash, millis(now), millis(now - window)])?;
        }
        let twice = "SELECT count(*) FROM page_variant WHERE page_id = ?1 AND hash = ?2 AND 1 < turns";
        let first = hashes.first().map(<[u8; 32]>::as_slice);
        Ok(0 < self.count(twice, params![page.0, first])?)
    }

    /// Counts a look at a text that takes turns; `None` when it is not one of them.
    pub fn note_variant(
        &self,
        page: PageId,
        hash: &[u8; 32],
        now: DateTime<Utc>,
        window: TimeDelta,
    ) -> Result<Option<VariantRun>> {
        const COUNT: &str = "UPDATE page_variant SET run_since = iif(run = 0, ?3, run_since), run = run + 1
            WHERE page_id = ?1 AND hash = ?2";
        const RUN: &str = "SELECT run, run_since FROM page_variant
            WHERE page_id = ?1 AND hash = ?2 AND 1 < turns AND ?3 <= max(last_turn, run_since)";
        self.change("UPDATE page_variant SET run = 0 WHERE page_id = ?1 AND hash <> ?2", params![page.0, hash])?;
        self.change(COUNT, params![page.0, hash, millis(now)])?;
        let read = |row: &Row<'_>| Ok(VariantRun { looks: row.get(0)?, since: instant(row, 1)? });
        self.first(RUN, params![page.0, hash, millis(now - window)], read)
    }

    /// Forgets that a page's texts took turns.
    pub fn forget_variants(&self, page: PageId) -> Result<()> {
        self.change("DELETE FROM page_variant WHERE page_id = ?1", [page.0]).map(drop)
    }

    /// Returns the versions of an article that were last seen since a moment.
    pub fn versions_seen_since(&self, article: ArticleId, since: DateTime<Utc>) -> Result<Vec<SeenText>> {
        const SQL: &str = "SELECT version.id, hash, headline, max(capture.captured) AS seen
            FROM capture JOIN version ON version.id = version_id
            WHERE capture.article_id = ?1 AND ?2 <= capture.captured GROUP BY version.id";
        self.all(SQL, params![article.0, millis(since)], |row| {
            Ok(SeenText {
                id: VersionId(row.get(0)?),
                hash: row.get(1)?,
                headline: row.get(2)?,
                last_seen: instant(row, 3)?,
            })
        })
    }

    /// Returns the headline of a version and the number of its words.
    pub fn headline_and_words(&self, version: VersionId) -> Result<(Option<String>, usize)> {
        const SQL: &str = "SELECT headline, words FROM version WHERE id = ?1";
        let found = self.first(SQL, [version.0], |row| Ok((row.get(0)?, row.get::<_, i64>(1)? as usize)))?;
        Ok(found.unwrap_or_default())
    }
}
