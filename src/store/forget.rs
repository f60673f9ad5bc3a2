//! Removes what may not be kept, for good: versions, articles, stories, and every trace of their words.
//!
//! ```text
//! version 1, 2, 3      forget 2      1, 3, a tombstone for 2, lines "gone" in the ledger
//! ```
//! Texts are packed with the text before as dictionary, so what rests on a removed one is packed
//! again first; not a word of it changes. The ledger keeps the hashes of its lines and loses their
//! words. What `SQLite` frees is overwritten, and the log beside the store is emptied.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use rusqlite::params;

use super::hash::Hash;
use super::pack;
use super::rows::millis;
use super::tombstones::{NewTombstone, RemovedKind, Tombstones};
use super::{Result, Store};
use crate::model::{ArticleId, StoryId, VersionId};

/// Why and when something is removed.
#[derive(Clone, Copy, Debug)]
pub struct Removal<'r> {
    pub reason: &'r str,
    pub made: DateTime<Utc>,
}

/// A text or a file that is to be packed again.
struct PackedAgain {
    id: i64,
    bytes: Vec<u8>,
    /// It follows the one before in this list, which serves as its dictionary.
    follows: bool,
}

impl Store {
    /// Runs a removal in one transaction, then makes sure that no removed byte is left in the files; returns whether
    /// the log beside the store could be emptied, which it cannot while another process reads.
    ///
    /// `work` writes the tombstones beside the store last, so that they are on disk before anything is gone.
    pub fn removing<T, E: From<super::StoreError>>(
        &self,
        work: impl FnOnce(&Self) -> std::result::Result<T, E>,
    ) -> std::result::Result<(T, bool), E> {
        let failed = |source| self.failed(source);
        self.connection.pragma_update_and_check(None, "secure_delete", "on", |_| Ok(())).map_err(failed)?;
        let done = self.write(|store| {
            let done = work(store)?;
            // Merges the index's parts, which drops the words of what was removed.
            store.change("INSERT INTO passage (passage) VALUES ('optimize')", [])?;
            Ok::<T, E>(done)
        })?;
        let busy = self.connection.query_one("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get::<_, i64>(0));
        Ok((done, busy.map_err(failed)? == 0))
    }

    /// Removes versions of an article whose other versions stay.
    pub fn forget_versions(&self, article: ArticleId, versions: &[VersionId], removal: Removal<'_>) -> Result<()> {
        let key = self.tombstone_key()?;
        let ids: HashSet<i64> = versions.iter().map(|id| id.0).collect();
        let texts = self.texts_resting_on(article, &ids)?;
        let originals = self.originals_resting_on(article, &ids)?;
        for id in versions {
            const FACTS: &str = "SELECT number, hash, chain FROM version WHERE id = ?1 AND article_id = ?2";
            let facts = self.first(FACTS, [id.0, article.0], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
            let Some((number, hash, chain)): Option<(i64, Hash, Hash)> = facts else { continue };
            self.add_tombstone(&NewTombstone {
                made: millis(removal.made),
                kind: RemovedKind::Version,
                subject: id.0,
                place: Some((article, number, chain)),
                keyed: Self::keyed_version(&key, &hash),
                reason: removal.reason,
            })?;
            self.delete_version(article, *id, &hash)?;
        }
        self.change(
            "DELETE FROM original WHERE article_id = ?1 AND id NOT IN
                (SELECT original_id FROM capture WHERE article_id = ?1 AND original_id IS NOT NULL)",
            [article.0],
        )?;
        self.pack_again(&texts, &originals)?;
        self.forget_derived(Some(article))
    }

    /// Removes an article with all its versions.
    pub fn forget_article(&self, article: ArticleId, removal: Removal<'_>) -> Result<()> {
        const VERSIONS: &str = "SELECT id, hash FROM version WHERE article_id = ?1 ORDER BY id";
        let key = self.tombstone_key()?;
        let mut rows: Vec<(RemovedKind, i64, Hash)> = self.all(VERSIONS, [article.0], |row| {
            Ok((RemovedKind::Version, row.get(0)?, Self::keyed_version(&key, &row.get(1)?)))
        })?;
        if let Some(created) = self.created("SELECT created FROM article WHERE id = ?1", article.0)? {
            let kind = RemovedKind::Article;
            rows.push((kind, article.0, Self::keyed_row(&key, kind, article.0, created)));
        }
        for (kind, subject, keyed) in rows {
            let (made, reason) = (millis(removal.made), removal.reason);
            self.add_tombstone(&NewTombstone { made, kind, subject, place: None, keyed, reason })?;
        }
        // A watch of this very article would record it again.
        self.change(
            "DELETE FROM watch WHERE kind = 'article' AND id IN
                (SELECT watch_id FROM plan JOIN page ON page.id = page_id WHERE article_id = ?1)",
            [article.0],
        )?;
        self.delete_article(article)?;
        self.redact("article", article.0)
    }

    /// Removes a story with all its articles and what editors noted by hand.
    pub fn forget_story(&self, story: StoryId, removal: Removal<'_>) -> Result<()> {
        let key = self.tombstone_key()?;
        for article in self.articles_of(Some(story))? {
            self.forget_article(article.id, removal)?;
        }
        if let Some(created) = self.created("SELECT created FROM story WHERE id = ?1", story.0)? {
            let kind = RemovedKind::Story;
            let keyed = Self::keyed_row(&key, kind, story.0, created);
            let (made, reason, subject) = (millis(removal.made), removal.reason, story.0);
            self.add_tombstone(&NewTombstone { made, kind, subject, place: None, keyed, reason })?;
        }
        let edits = self.all("SELECT id FROM correction WHERE story_id = ?1", [story.0], |row| row.get(0))?;
        self.delete_story(story)?;
        edits.into_iter().try_for_each(|id| self.redact("correction", id))?;
        self.redact("story", story.0)
    }

    /// Removes a manual edit, which quotes the entry that it changes.
    pub fn forget_manual_edit(&self, story: StoryId, number: usize) -> Result<()> {
        const FIND: &str = "SELECT id FROM correction WHERE story_id = ?1 AND number = ?2";
        let Some(id) = self.first(FIND, params![story.0, number as i64], |row| row.get::<_, i64>(0))? else {
            return Ok(());
        };
        self.change("DELETE FROM correction WHERE id = ?1", [id])?;
        self.note_gone("correction", id)?;
        self.redact("correction", id)
    }

    /// Removes what tombstones name and this store still has, as after a backup of before is put back.
    ///
    /// Returns the articles that lost some of their versions.
    pub fn apply_tombstones(&self, tombstones: &Tombstones) -> Result<Vec<ArticleId>> {
        let Some(key) = tombstones.key else { return Ok(Vec::new()) };
        let known: HashSet<(RemovedKind, i64, String)> =
            self.tombstones()?.into_iter().map(|row| (row.kind, row.subject, row.keyed)).collect();
        self.set_tombstone_key(&key)?;
        let mut touched = Vec::new();
        let mut rows = tombstones.rows.clone();
        rows.retain(|row| !known.contains(&(row.kind, row.subject, row.keyed.clone())));
        rows.sort_by_key(|row| row.kind);
        for row in &rows {
            let made = DateTime::from_timestamp_millis(row.made).unwrap_or_default();
            let removal = Removal { reason: &row.reason, made };
            let keyed = |own: Hash| super::hash::hex(&own) == row.keyed;
            let is_meant = |sql: &str| -> Result<bool> {
                let created = self.created(sql, row.subject)?;
                Ok(created.is_some_and(|at| keyed(Self::keyed_row(&key, row.kind, row.subject, at))))
            };
            match row.kind {
                RemovedKind::Story if is_meant("SELECT created FROM story WHERE id = ?1")? => {
                    self.forget_story(StoryId(row.subject), removal)?;
                }
                RemovedKind::Article if is_meant("SELECT created FROM article WHERE id = ?1")? => {
                    self.forget_article(ArticleId(row.subject), removal)?;
                }
                RemovedKind::Version => {
                    const FIND: &str = "SELECT article_id, hash,
                        (SELECT count(*) FROM version AS own WHERE own.article_id = version.article_id)
                        FROM version WHERE id = ?1";
                    let found = self.first(FIND, [row.subject], |row| {
                        Ok((ArticleId(row.get(0)?), row.get::<_, Hash>(1)?, row.get::<_, i64>(2)?))
                    })?;
                    match found.filter(|(_, hash, _)| keyed(Self::keyed_version(&key, hash))) {
                        Some((article, _, 1)) => self.forget_article(article, removal)?,
                        Some((article, ..)) => {
                            self.forget_versions(article, &[VersionId(row.subject)], removal)?;
                            touched.push(article);
                        }
                        None => {}
                    }
                }
                _ => {}
            }
        }
        touched.sort_unstable();
        touched.dedup();
        Ok(touched)
    }

    /// Deletes a version with its looks, and what pages asked over the network know of it.
    fn delete_version(&self, article: ArticleId, id: VersionId, hash: &Hash) -> Result<()> {
        let ids = |sql: &str| self.all(sql, [id.0], |row| row.get::<_, i64>(0));
        let looks = ids("SELECT id FROM capture WHERE version_id = ?1")?;
        let reviews = ids("SELECT id FROM review WHERE ?1 IN (from_id, to_id)")?;
        self.change("DELETE FROM passage WHERE rowid = ?1", [id.0])?;
        self.change("DELETE FROM capture WHERE version_id = ?1", [id.0])?;
        self.change(
            "DELETE FROM page_variant WHERE hash = ?2 AND page_id IN (SELECT id FROM page WHERE article_id = ?1)",
            params![article.0, hash],
        )?;
        self.change("DELETE FROM version WHERE id = ?1", [id.0])?;
        looks.into_iter().try_for_each(|look| self.note_gone("capture", look))?;
        reviews.into_iter().try_for_each(|mark| self.note_gone("review", mark))?;
        self.note_gone("version", id.0)
    }

    /// Has the ledger tell that a row is gone, where its owner stays.
    fn note_gone(&self, kind: &str, id: i64) -> Result<()> {
        const SQL: &str = "INSERT OR IGNORE INTO temp.touched (action, kind, subject) VALUES ('gone', ?1, ?2)";
        self.change(SQL, params![kind, id]).map(drop)
    }

    /// Takes the words out of the ledger's lines about a row; their hashes stay.
    fn redact(&self, kind: &str, id: i64) -> Result<()> {
        const SQL: &str = "UPDATE ledger SET state = NULL WHERE kind = ?1 AND subject = ?2 AND state IS NOT NULL";
        self.change(SQL, params![kind, id]).map(drop)
    }

    fn created(&self, sql: &str, id: i64) -> Result<Option<i64>> {
        self.first(sql, [id], |row| row.get(0))
    }

    /// Returns the texts that cannot be unpacked once these versions are gone.
    fn texts_resting_on(&self, article: ArticleId, gone: &HashSet<i64>) -> Result<Vec<PackedAgain>> {
        const SQL: &str = "SELECT version_id, depth FROM body JOIN version ON version.id = version_id
            WHERE article_id = ?1 ORDER BY number";
        let rows = self.all(SQL, [article.0], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)? == 0)))?;
        let mut resting = Vec::new();
        for (id, follows) in resting_on(rows.into_iter().map(|(id, alone)| (id, alone, gone.contains(&id)))) {
            resting.push(PackedAgain { id, bytes: self.body(VersionId(id))?.into_bytes(), follows });
        }
        Ok(resting)
    }

    /// Returns the files as received that stay and cannot be unpacked once these versions are gone.
    fn originals_resting_on(&self, article: ArticleId, gone: &HashSet<i64>) -> Result<Vec<PackedAgain>> {
        const SQL: &str = "SELECT id, depth, body_id FROM original WHERE article_id = ?1 ORDER BY id";
        const KEPT: &str = "SELECT original_id, version_id FROM capture
            WHERE article_id = ?1 AND original_id IS NOT NULL";
        let looks = self.all(KEPT, [article.0], |row| Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)?)))?;
        let kept: HashSet<i64> =
            looks.into_iter().filter(|(_, version)| !gone.contains(version)).map(|(original, _)| original).collect();
        let rows = self.all(SQL, [article.0], |row| {
            Ok((row.get::<_, i64>(0)?, row.get::<_, i64>(1)? == 0, row.get::<_, Option<i64>>(2)?))
        })?;
        let mut resting = Vec::new();
        // A file that stays but was packed with a text that goes opens a run of its own.
        let rows = rows.into_iter().flat_map(|(id, alone, body)| {
            let lost_base = body.is_some_and(|body| gone.contains(&body));
            let own = (id, alone && !lost_base, !kept.contains(&id));
            [lost_base.then_some((0, true, true)), Some(own)].into_iter().flatten()
        });
        for (id, follows) in resting_on(rows) {
            resting.push(PackedAgain { id, bytes: self.bytes(id)?, follows });
        }
        Ok(resting)
    }

    fn pack_again(&self, texts: &[PackedAgain], originals: &[PackedAgain]) -> Result<()> {
        const TEXT: &str = "REPLACE INTO body (version_id, depth, size, packed) VALUES (?1, ?2, ?3, ?4)";
        const ORIGINAL: &str = "REPLACE INTO original
            SELECT id, article_id, hash, media_type, encoding, NULL, ?2, ?3, ?4 FROM original WHERE id = ?1";
        for (sql, list) in [(TEXT, texts), (ORIGINAL, originals)] {
            let (mut before, mut depth): (Option<&[u8]>, i64) = (None, 0);
            for PackedAgain { id, bytes, follows } in list {
                (before, depth) = if *follows { (before, depth + 1) } else { (None, 0) };
                let packed = pack::pack(bytes, before);
                let packed = packed.map_err(|error| self.damaged(format!("cannot pack a text again: {error}")))?;
                self.change(sql, params![id, depth, bytes.len() as i64, packed])?;
                before = Some(bytes);
            }
        }
        Ok(())
    }
}

/// Returns which of these rows rest on one that goes, each with whether it directly follows another such row.
///
/// A row is its id, whether it is packed alone, and whether it goes.
fn resting_on(rows: impl Iterator<Item = (i64, bool, bool)>) -> Vec<(i64, bool)> {
    let mut resting = Vec::new();
    let (mut is_broken, mut follows) = (false, false);
    for (id, is_alone, goes) in rows {
        if goes {
            (is_broken, follows) = (true, false);
        } else if is_alone {
            (is_broken, follows) = (false, false);
        } else if is_broken {
            resting.push((id, follows));
            follows = true;
        }
    }
    resting
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::StoreError;

    #[test]
    fn a_watch_of_a_removed_article_ends() {
        let store = Store::in_memory().unwrap();
        let at = DateTime::UNIX_EPOCH;
        let gone = store.add_article("gone", None, None, at).unwrap();
        let kept = store.add_article("kept", None, None, at).unwrap();
        for id in [gone.0, kept.0] {
            let sql = format!(
                "INSERT INTO page (id, url, article_id) VALUES ({id}, 'u{id}', {id});
                INSERT INTO watch (id, name, url, kind, words, created) VALUES ({id}, 'w{id}', 'u{id}', 'article', '[]', 0);
                INSERT INTO plan (page_id, watch_id, role, host, next_at, found, failures)
                    VALUES ({id}, {id}, 'list', 'h', 0, 0, 0);"
            );
            store.connection.execute_batch(&sql).unwrap();
        }
        let removal = Removal { reason: "court order", made: at };
        store.removing::<_, StoreError>(|store| store.forget_article(gone, removal)).unwrap();
        assert_eq!(
            store.all("SELECT name FROM watch", [], |row| row.get::<_, String>(0)).unwrap(),
            [format!("w{}", kept.0)]
        );
    }

    #[test]
    fn what_rests_on_a_removed_row_is_packed_again() {
        let check = |rows: &str, want: &[(i64, bool)]| {
            let rows = rows.chars().zip(1..).map(|(c, id)| (id, c == 'A' || c == 'X', c == 'x' || c == 'X'));
            assert_eq!(resting_on(rows), want);
        };
        // `A` is packed alone, `b` rests on the row before; `X` and `x` are such rows that go.
        check("AbbAbb", &[]);
        check("XbbAbb", &[(2, false), (3, true)]);
        check("AxbbAb", &[(3, false), (4, true)]);
        check("AxbxbA", &[(3, false), (5, false)]);
        check("Abbx", &[]);
        check("AbX", &[]);
    }
}
