//! Keeps what was worked out from versions, packed and marked with the analyser that made it.
//!
//! `analyser` begins with the analyser's name; what else a result rests on (a
//! time zone) may follow. A result is only found under the very same words.

use rusqlite::params;

use super::pack;
use super::{Result, Store};
use crate::model::{ArticleId, VersionId};

impl Store {
    /// Keeps what was read off a version.
    pub fn put_reading(&self, version: VersionId, analyser: &str, reading: &[u8]) -> Result<()> {
        const SQL: &str = "INSERT INTO reading (version_id, analyser, packed) VALUES (?1, ?2, ?3)
            ON CONFLICT (version_id) DO UPDATE SET analyser = excluded.analyser, packed = excluded.packed";
        self.change(SQL, params![version.0, analyser, self.packed(reading)?]).map(drop)
    }

    /// Returns what this analyser read off a version, if it did.
    pub fn reading(&self, version: VersionId, analyser: &str) -> Result<Option<Vec<u8>>> {
        const SQL: &str = "SELECT packed FROM reading WHERE version_id = ?1 AND analyser = ?2";
        let packed: Option<Vec<u8>> = self.first(SQL, params![version.0, analyser], |row| row.get(0))?;
        packed.map(|packed| self.unpacked(&packed)).transpose()
    }

    /// Keeps what changed from `old` to `new`, its next version.
    pub fn put_comparison(&self, old: VersionId, new: VersionId, analyser: &str, comparison: &[u8]) -> Result<()> {
        const SQL: &str = "INSERT INTO comparison (new_id, old_id, analyser, packed) VALUES (?1, ?2, ?3, ?4)
            ON CONFLICT (new_id) DO UPDATE
            SET old_id = excluded.old_id, analyser = excluded.analyser, packed = excluded.packed";
        self.change(SQL, params![new.0, old.0, analyser, self.packed(comparison)?]).map(drop)
    }

    /// Returns what this analyser found changed from `old` to `new`, if it compared them.
    pub fn comparison(&self, old: VersionId, new: VersionId, analyser: &str) -> Result<Option<Vec<u8>>> {
        const SQL: &str = "SELECT packed FROM comparison WHERE new_id = ?1 AND old_id = ?2 AND analyser = ?3";
        let packed: Option<Vec<u8>> = self.first(SQL, params![new.0, old.0, analyser], |row| row.get(0))?;
        packed.map(|packed| self.unpacked(&packed)).transpose()
    }

    /// Tells whether a version of an article has no reading by this analyser.
    pub fn is_stale(&self, article: ArticleId, analyser: &str) -> Result<bool> {
        const SQL: &str = "SELECT count(*) FROM version WHERE article_id = ?1 AND NOT EXISTS
            (SELECT 1 FROM reading WHERE version_id = version.id AND substr(analyser, 1, length(?2)) = ?2)";
        Ok(self.count(SQL, params![article.0, analyser])? > 0)
    }

    /// Throws away everything worked out, of one article or of all; it is made anew when next needed.
    pub fn forget_derived(&self, article: Option<ArticleId>) -> Result<()> {
        for sql in [
            "DELETE FROM reading WHERE ?1 IS NULL OR version_id IN (SELECT id FROM version WHERE article_id = ?1)",
            "DELETE FROM comparison WHERE ?1 IS NULL OR new_id IN (SELECT id FROM version WHERE article_id = ?1)",
        ] {
            self.change(sql, [article.map(|id| id.0)])?;
        }
        Ok(())
    }

    /// Packs with the length in front, so that unpacking knows how much to expect.
    fn packed(&self, bytes: &[u8]) -> Result<Vec<u8>> {
        let mut packed = (bytes.len() as u32).to_le_bytes().to_vec();
        let body = pack::pack(bytes, None).map_err(|error| self.damaged(error.to_string()))?;
        packed.extend(body);
        Ok(packed)
    }

    fn unpacked(&self, packed: &[u8]) -> Result<Vec<u8>> {
        let bad = || self.damaged("something worked out cannot be unpacked; `writethru reindex` makes it anew");
        let (size, body) = packed.split_first_chunk::<4>().ok_or_else(bad)?;
        pack::unpack(body, None, u32::from_le_bytes(*size) as usize).map_err(|_| bad())
    }
}
