//! Keeps what was worked out from versions, packed and marked with the analyser that made it.
//!
//! `analyser` begins with the analyser's name; what else a result rests on (a
//! time zone) may follow. A result is only found under the very same words, and
//! triggers of the schema take away what something newly recorded has overtaken.
//! What cannot be unpacked counts as not there: it can always be made anew.

use chrono::{DateTime, Utc};
use rusqlite::{Row, params};

use super::pack;
use super::rows::instant;
use super::{Result, Store};
use crate::model::Clock;
use crate::model::{ArticleId, StoryId, VersionId};

/// Something worked out, as it lies in the store. Packing takes no store, so many can be packed at once.
#[derive(Clone, Debug)]
pub struct Packed {
    size: usize,
    packed: Vec<u8>,
}

impl Packed {
    /// Packs bytes; `None` only where there is no memory for it.
    pub fn new(bytes: &[u8]) -> Option<Self> {
        pack::seal(bytes).ok().map(|packed| Self { size: bytes.len(), packed })
    }

    /// Returns the bytes, unless they are damaged.
    pub fn unpack(&self) -> Option<Vec<u8>> {
        pack::unpack(&self.packed, None, self.size).ok()
    }
}

/// What may happen to what is kept.
#[cfg(test)]
#[derive(Clone, Copy, Debug)]
pub enum Corruption {
    Damaged,
    Gone,
    Older,
}

/// The tables that hold what was worked out of an article in blocks of versions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blocks {
    Reading,
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

    /// Keeps the block with this number.
    pub fn put_block(
        &self,
        kind: Blocks,
        article: ArticleId,
        block: usize,
        analyser: &str,
        made: &Packed,
    ) -> Result<()> {
        let table = kind.table();
        let sql = format!(
            "INSERT INTO {table} (article_id, block, analyser, size, packed) VALUES (?1, ?2, ?3, ?4, ?5)
            ON CONFLICT (article_id, block) DO UPDATE
            SET analyser = excluded.analyser, size = excluded.size, packed = excluded.packed"
        );
        let row = params![article.0, block as i64, analyser, made.size as i64, made.packed];
        self.change(&sql, row).map(drop)
    }

    /// Returns what became of an article's tellings, as far as this analyser followed them.
    pub fn threads(&self, article: ArticleId, analyser: &str) -> Result<Option<Packed>> {
        const SQL: &str = "SELECT size, packed FROM thread WHERE article_id = ?1 AND analyser = ?2";
        self.first(SQL, params![article.0, analyser], |row| packed(row, 0))
    }

    /// Returns what became of an article's tellings, where nothing was recorded since.
    pub fn fresh_threads(&self, article: ArticleId, analyser: &str) -> Result<Option<Packed>> {
        const SQL: &str = "SELECT size, packed FROM thread WHERE article_id = ?1 AND analyser = ?2 AND fresh = 1";
        self.first(SQL, params![article.0, analyser], |row| packed(row, 0))
    }

    /// Returns what became of the tellings of every article of a story, where nothing was recorded since.
    pub fn threads_of_story(&self, story: StoryId, analyser: &str) -> Result<Vec<(ArticleId, Packed)>> {
        const SQL: &str = "SELECT article_id, size, packed FROM thread JOIN article ON article.id = article_id
            WHERE story_id = ?1 AND analyser = ?2 AND fresh = 1";
        self.all(SQL, params![story.0, analyser], of_article)
    }

    /// Keeps what became of an article's tellings; all that is kept of it is then up to date.
    pub fn put_threads(&self, article: ArticleId, analyser: &str, made: &Packed) -> Result<()> {
        const SQL: &str = "INSERT INTO thread (article_id, analyser, fresh, size, packed) VALUES (?1, ?2, 1, ?3, ?4)
            ON CONFLICT (article_id) DO UPDATE
            SET analyser = excluded.analyser, fresh = 1, size = excluded.size, packed = excluded.packed";
        self.change(SQL, params![article.0, analyser, made.size as i64, made.packed]).map(drop)
    }

    /// Returns the articles of a story, or the unfiled ones, of which all is worked out.
    pub fn read_articles(&self, story: Option<StoryId>, analyser: &str) -> Result<Vec<ArticleId>> {
        const SQL: &str = "SELECT article_id FROM thread JOIN article ON article.id = article_id
            WHERE ifnull(story_id, 0) = ?1 AND analyser = ?2 AND fresh = 1";
        self.all(SQL, params![story.map_or(0, |id| id.0), analyser], |row| row.get(0).map(ArticleId))
    }

    /// Counts the articles of which something is kept that another analyser made.
    pub fn count_of_other_analysers(&self, analyser: &str) -> Result<usize> {
        const SQL: &str = "SELECT count(*) FROM thread WHERE substr(analyser, 1, length(?1)) <> ?1";
        self.count(SQL, [analyser])
    }

    /// Returns when each version of an article was first seen, in that order.
    pub fn seen(&self, article: ArticleId) -> Result<Vec<(VersionId, DateTime<Utc>)>> {
        const SQL: &str = "SELECT version.id, min(capture.captured) AS seen FROM version
            JOIN capture ON version_id = version.id WHERE version.article_id = ?1
            GROUP BY version.id ORDER BY seen, number";
        self.all(SQL, [article.0], |row| Ok((VersionId(row.get(0)?), instant(row, 1)?)))
    }

    /// Returns whether a story's timeline by one clock is as it was kept; `None` where none is kept.
    pub fn chronicle(&self, story: StoryId, clock: Clock, analyser: &str) -> Result<Option<bool>> {
        const SQL: &str = "SELECT fresh = 1 FROM chronicle WHERE story_id = ?1 AND clock = ?2 AND analyser = ?3";
        self.first(SQL, params![story.0, word(clock), analyser], |row| row.get(0))
    }

    /// Returns how a story's threads were merged when its timeline was kept.
    pub fn grouping(&self, story: StoryId, clock: Clock, analyser: &str) -> Result<Option<Packed>> {
        const SQL: &str = "SELECT size, packed FROM chronicle WHERE story_id = ?1 AND clock = ?2 AND analyser = ?3";
        self.first(SQL, params![story.0, word(clock), analyser], |row| packed(row, 0))
    }

    /// Keeps how a story's threads were merged; its timeline is then up to date.
    pub fn put_chronicle(&self, story: StoryId, clock: Clock, analyser: &str, made: &Packed) -> Result<()> {
        const SQL: &str = "INSERT INTO chronicle (story_id, clock, analyser, fresh, size, packed)
            VALUES (?1, ?2, ?3, 1, ?4, ?5) ON CONFLICT (story_id, clock) DO UPDATE
            SET analyser = excluded.analyser, fresh = 1, size = excluded.size, packed = excluded.packed";
        self.change(SQL, params![story.0, word(clock), analyser, made.size as i64, made.packed]).map(drop)
    }

    /// Returns a story's whole timeline by one clock, block by block with their numbers.
    pub fn chronology(&self, story: StoryId, clock: Clock, analyser: &str) -> Result<Vec<(usize, Packed)>> {
        const SQL: &str = "SELECT block, size, packed FROM chronology
            WHERE story_id = ?1 AND clock = ?2 AND analyser = ?3 ORDER BY block";
        let block = |row: &Row<'_>| Ok((row.get::<_, i64>(0)? as usize, packed(row, 1)?));
        self.all(SQL, params![story.0, word(clock), analyser], block)
    }

    /// Takes away every block of a story's timeline by one clock.
    pub fn clear_chronology(&self, story: StoryId, clock: Clock) -> Result<()> {
        const SQL: &str = "DELETE FROM chronology WHERE story_id = ?1 AND clock = ?2";
        self.change(SQL, params![story.0, word(clock)]).map(drop)
    }

    /// Keeps one block of a story's timeline by one clock in place of the one before.
    pub fn put_chronology(
        &self,
        story: StoryId,
        clock: Clock,
        block: usize,
        analyser: &str,
        made: &Packed,
    ) -> Result<()> {
        const SQL: &str = "INSERT INTO chronology (story_id, clock, block, analyser, size, packed)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT (story_id, clock, block) DO UPDATE
            SET analyser = excluded.analyser, size = excluded.size, packed = excluded.packed";
        let row = params![story.0, word(clock), block as i64, analyser, made.size as i64, made.packed];
        self.change(SQL, row).map(drop)
    }

    /// Returns a number that is another one as soon as another program has written something.
    pub fn data_version(&self) -> Result<i64> {
        let version = self.first("SELECT data_version FROM pragma_data_version", [], |row| row.get(0))?;
        Ok(version.unwrap_or_default())
    }

    /// Damages, empties or ages what is kept, as bad disks and old programs do.
    #[cfg(test)]
    pub fn spoil(&self, table: &str, how: Corruption) {
        let sql = match how {
            Corruption::Damaged => format!("UPDATE {table} SET packed = x'00'"),
            Corruption::Gone => format!("DELETE FROM {table}"),
            Corruption::Older => format!("UPDATE {table} SET analyser = '0.0.1+older Europe/London'"),
        };
        self.change(&sql, []).expect("a table");
    }

    /// Throws away everything worked out, of one article or of all; it is made anew when next needed.
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
