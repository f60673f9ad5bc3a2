//! Stores derived results, compressed and marked with the analyser that derived them.
//!
//! The column `analyser` holds the analyser's name and whatever else a result rests on,
//! such as a time zone. A result is only found under the same key, and triggers of the
//! schema mark or delete the results that a newly recorded version makes stale.
//! Every result can be derived again from the versions.

use std::io;

use chrono::{DateTime, Utc};
use rusqlite::{Row, params};

use super::pack;
use super::rows::instant;
use super::{Result, Store};
use crate::model::Clock;
use crate::model::{ArticleId, StoryId, VersionId};

/// A derived result as it is stored: compressed bytes of a known size. Needs no store, so many are packed at once on all cores.
#[derive(Clone, Debug)]
pub struct Packed {
    size: usize,
    packed: Vec<u8>,
}

impl Packed {
    /// Compresses bytes.
    ///
    /// # Errors
    ///
    /// What zstd reports, such as a lack of memory.
    pub fn new(bytes: &[u8]) -> io::Result<Self> {
        Ok(Self { size: bytes.len(), packed: pack::seal(bytes)? })
    }

    /// Returns the bytes that were given to [`Packed::new`].
    ///
    /// # Errors
    ///
    /// When the bytes were damaged since: a checksum and the size are verified.
    pub fn unpack(&self) -> io::Result<Vec<u8>> {
        pack::unpack(&self.packed, None, self.size)
    }
}

/// What a test does to stored results.
#[cfg(test)]
#[derive(Clone, Copy, Debug)]
pub enum Corruption {
    /// The compressed bytes are replaced by one byte.
    Damaged,
    /// One byte in the middle is changed.
    Flipped,
    /// The compressed bytes are sound, and what they hold is not.
    Nonsense,
    /// The rows are deleted.
    Gone,
    /// The rows are those of another analyser.
    Older,
}

/// The kinds of result that are stored for an article in blocks of versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blocks {
    /// The readings of versions.
    Reading,
    /// Each version compared with the one before.
    Comparison,
}

impl Blocks {
    const fn table(self) -> &'static str {
        match self {
            Self::Reading => "reading",
            Self::Comparison => "comparison",
        }
    }
}

fn packed(row: &Row<'_>, size: usize) -> rusqlite::Result<Packed> {
    Ok(Packed { size: row.get::<_, i64>(size)? as usize, packed: row.get(size + 1)? })
}

fn of_article(row: &Row<'_>) -> rusqlite::Result<(ArticleId, Packed)> {
    Ok((ArticleId(row.get(0)?), packed(row, 1)?))
}

/// Returns the name of a clock in the column `clock`.
const fn word(clock: Clock) -> &'static str {
    match clock {
        Clock::Captured => "captured",
        Clock::Stated => "stated",
    }
}

impl Store {
    /// Returns the blocks of an article in order.
    pub fn blocks(&self, kind: Blocks, article: ArticleId, analyser: &str) -> Result<Vec<Packed>> {
        let table = kind.table();
        let sql = format!("SELECT size, packed FROM {table} WHERE article_id = ?1 AND analyser = ?2 ORDER BY block");
        self.all(&sql, params![article.0, analyser], |row| packed(row, 0))
    }

    /// Returns the blocks of every article of a story, or of the unfiled ones: by article, then in order.
    pub fn blocks_of_story(
        &self,
        kind: Blocks,
        story: Option<StoryId>,
        analyser: &str,
    ) -> Result<Vec<(ArticleId, Packed)>> {
        let table = kind.table();
        let sql = format!(
            "SELECT article_id, size, packed FROM {table} JOIN article ON article.id = article_id
            WHERE ifnull(story_id, 0) = ?1 AND analyser = ?2 ORDER BY article_id, block"
        );
        self.all(&sql, params![story.map_or(0, |id| id.0), analyser], of_article)
    }

    /// Stores the block with this number in place of an older one.
    pub fn put_block(
        &self,
        kind: Blocks,
        article: ArticleId,
        block: usize,
        analyser: &str,
        value: &Packed,
    ) -> Result<()> {
        let table = kind.table();
        let sql = format!(
            "INSERT INTO {table} (article_id, block, analyser, size, packed) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (article_id, block) DO UPDATE
            SET analyser = excluded.analyser, size = excluded.size, packed = excluded.packed"
        );
        let row = params![article.0, block as i64, analyser, value.size as i64, value.packed];
        self.change(&sql, row).map(drop)
    }

    /// Returns the mention chains of an article that this analyser derived, stale or not.
    pub fn chains(&self, article: ArticleId, analyser: &str) -> Result<Option<Packed>> {
        const SQL: &str = "SELECT size, packed FROM thread WHERE article_id = ?1 AND analyser = ?2";
        self.first(SQL, params![article.0, analyser], |row| packed(row, 0))
    }

    /// Returns the mention chains of an article, unless a version was recorded since.
    pub fn fresh_chains(&self, article: ArticleId, analyser: &str) -> Result<Option<Packed>> {
        const SQL: &str = "SELECT size, packed FROM thread WHERE article_id = ?1 AND analyser = ?2 AND fresh = 1";
        self.first(SQL, params![article.0, analyser], |row| packed(row, 0))
    }

    /// Returns the mention chains of every article of a story that are not stale.
    pub fn chains_of_story(&self, story: StoryId, analyser: &str) -> Result<Vec<(ArticleId, Packed)>> {
        const SQL: &str = "SELECT article_id, size, packed FROM thread JOIN article ON article.id = article_id
            WHERE ifnull(story_id, 0) = ?1 AND analyser = ?2 AND fresh = 1";
        self.all(SQL, params![story.0, analyser], of_article)
    }

    /// Stores the mention chains of an article and marks all its results as fresh.
    pub fn put_chains(&self, article: ArticleId, analyser: &str, value: &Packed) -> Result<()> {
        const SQL: &str = "INSERT INTO thread (article_id, analyser, fresh, size, packed) VALUES (?1, ?2, 1, ?3, ?4)
            ON CONFLICT (article_id) DO UPDATE
            SET analyser = excluded.analyser, fresh = 1, size = excluded.size, packed = excluded.packed";
        self.change(SQL, params![article.0, analyser, value.size as i64, value.packed]).map(drop)
    }

    /// Returns the articles of a story, or the unfiled ones, whose results are fresh.
    pub fn fresh_articles(&self, story: Option<StoryId>, analyser: &str) -> Result<Vec<ArticleId>> {
        const SQL: &str = "SELECT article_id FROM thread JOIN article ON article.id = article_id
            WHERE ifnull(story_id, 0) = ?1 AND analyser = ?2 AND fresh = 1";
        self.all(SQL, params![story.map_or(0, |id| id.0), analyser], |row| row.get(0).map(ArticleId))
    }

    /// Returns whether the results of an article are fresh.
    pub fn is_fresh(&self, article: ArticleId, analyser: &str) -> Result<bool> {
        const SQL: &str = "SELECT count(*) FROM thread WHERE article_id = ?1 AND analyser = ?2 AND fresh = 1";
        Ok(0 < self.count(SQL, params![article.0, analyser])?)
    }

    /// Counts the articles with results that another analyser derived.
    pub fn count_made_by_other_analysers(&self, analyser: &str) -> Result<usize> {
        const SQL: &str = "SELECT count(*) FROM thread WHERE substr(analyser, 1, length(?1)) <> ?1";
        self.count(SQL, [analyser])
    }

    /// Returns when each version of an article was first seen, in that order.
    pub fn seen(&self, article: ArticleId) -> Result<Vec<(VersionId, DateTime<Utc>)>> {
        const SQL: &str = "SELECT version.id, min(capture.captured) AS seen FROM version
            JOIN capture ON version_id = version.id
            WHERE version.article_id = ?1 AND version.id NOT IN (SELECT version_id FROM damaged)
            GROUP BY version.id ORDER BY seen, number";
        self.all(SQL, [article.0], |row| Ok((VersionId(row.get(0)?), instant(row, 1)?)))
    }

    /// Returns whether the stored timeline of a story is fresh; `None` where none is stored.
    pub fn timeline_is_fresh(&self, story: StoryId, clock: Clock, analyser: &str) -> Result<Option<bool>> {
        const SQL: &str = "SELECT fresh = 1 FROM chronicle WHERE story_id = ?1 AND clock = ?2 AND analyser = ?3";
        self.first(SQL, params![story.0, word(clock), analyser], |row| row.get(0))
    }

    /// Returns the snapshot of the clusters from which a story's stored timeline was built.
    pub fn cluster_snapshot(&self, story: StoryId, clock: Clock, analyser: &str) -> Result<Option<Packed>> {
        const SQL: &str = "SELECT size, packed FROM chronicle WHERE story_id = ?1 AND clock = ?2 AND analyser = ?3";
        self.first(SQL, params![story.0, word(clock), analyser], |row| packed(row, 0))
    }

    /// Stores a snapshot of the clusters of a story and marks its timeline as fresh.
    pub fn put_cluster_snapshot(&self, story: StoryId, clock: Clock, analyser: &str, value: &Packed) -> Result<()> {
        const SQL: &str = "INSERT INTO chronicle (story_id, clock, analyser, fresh, size, packed)
            VALUES (?1, ?2, ?3, 1, ?4, ?5) ON CONFLICT (story_id, clock) DO UPDATE
            SET analyser = excluded.analyser, fresh = 1, size = excluded.size, packed = excluded.packed";
        self.change(SQL, params![story.0, word(clock), analyser, value.size as i64, value.packed]).map(drop)
    }

    /// Returns the blocks of a story's stored timeline, each with its number, in order.
    pub fn timeline_blocks(&self, story: StoryId, clock: Clock, analyser: &str) -> Result<Vec<(usize, Packed)>> {
        const SQL: &str = "SELECT block, size, packed FROM chronology
            WHERE story_id = ?1 AND clock = ?2 AND analyser = ?3 ORDER BY block";
        let block = |row: &Row<'_>| Ok((row.get::<_, i64>(0)? as usize, packed(row, 1)?));
        self.all(SQL, params![story.0, word(clock), analyser], block)
    }

    /// Deletes every block of a story's stored timeline.
    pub fn clear_timeline_blocks(&self, story: StoryId, clock: Clock) -> Result<()> {
        const SQL: &str = "DELETE FROM chronology WHERE story_id = ?1 AND clock = ?2";
        self.change(SQL, params![story.0, word(clock)]).map(drop)
    }

    /// Stores one block of a story's timeline in place of an older one.
    pub fn put_timeline_block(
        &self,
        story: StoryId,
        clock: Clock,
        block: usize,
        analyser: &str,
        value: &Packed,
    ) -> Result<()> {
        const SQL: &str = "INSERT INTO chronology (story_id, clock, block, analyser, size, packed)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (story_id, clock, block) DO UPDATE
            SET analyser = excluded.analyser, size = excluded.size, packed = excluded.packed";
        let row = params![story.0, word(clock), block as i64, analyser, value.size as i64, value.packed];
        self.change(SQL, row).map(drop)
    }

    /// Returns a number that changes whenever another process has written to the store.
    pub fn data_version(&self) -> Result<i64> {
        let version = self.first("SELECT data_version FROM pragma_data_version", [], |row| row.get(0))?;
        version.ok_or_else(|| self.damaged("`SQLite` reports no data version"))
    }

    /// Damages, deletes or ages stored results, as bad disks and older programs do.
    #[cfg(test)]
    pub fn corrupt(&self, table: &str, how: Corruption) {
        let nonsense = Packed::new(b"nonsense").expect("memory for eight bytes");
        let sql = match how {
            Corruption::Flipped => {
                let middle = "substr(packed, 1, length(packed) / 2) || x'2A' || substr(packed, length(packed) / 2 + 2)";
                format!("UPDATE {table} SET packed = CAST({middle} AS BLOB)")
            }
            Corruption::Nonsense => {
                let hex = super::hash::hex(&nonsense.packed);
                format!("UPDATE {table} SET packed = x'{hex}', size = {}", nonsense.size)
            }
            Corruption::Damaged => format!("UPDATE {table} SET packed = x'00'"),
            Corruption::Gone => format!("DELETE FROM {table}"),
            Corruption::Older => format!("UPDATE {table} SET analyser = '0.0.1+older Europe/London'"),
        };
        self.change(&sql, []).expect("a table");
    }

    /// Damages the packed text of a version, as bad disks do.
    #[cfg(test)]
    pub fn damage_text_of(&self, version: VersionId) {
        let sql = "REPLACE INTO body SELECT version_id, depth, size, x'2A2A' FROM body WHERE version_id = ?1";
        self.change(sql, [version.0]).expect("a text");
    }

    /// Deletes the results that another analyser derived; no question finds them any more.
    pub fn forget_derived_by_others(&self, analyser: &str) -> Result<()> {
        for table in ["thread", "reading", "comparison", "chronology", "chronicle"] {
            let sql = format!("DELETE FROM {table} WHERE substr(analyser, 1, length(?1)) <> ?1");
            self.change(&sql, [analyser])?;
        }
        Ok(())
    }

    /// Deletes every derived result, of one article or of all; the next question derives them again.
    pub fn forget_derived(&self, article: Option<ArticleId>) -> Result<()> {
        for sql in [
            "DELETE FROM thread WHERE ?1 IS NULL OR article_id = ?1",
            "DELETE FROM reading WHERE ?1 IS NULL OR article_id = ?1",
            "DELETE FROM comparison WHERE ?1 IS NULL OR article_id = ?1",
            "DELETE FROM chronology WHERE ?1 IS NULL
                OR story_id = (SELECT story_id FROM article WHERE id = ?1)",
            "DELETE FROM chronicle WHERE ?1 IS NULL
                OR story_id = (SELECT story_id FROM article WHERE id = ?1)",
        ] {
            self.change(sql, [article.map(|id| id.0)])?;
        }
        Ok(())
    }
}
