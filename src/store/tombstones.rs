//! Keeps what removals leave behind: in the store, and in a file beside it that backups are held against.
//!
//! ```text
//! {"key":"5f…"}
//! {"made":1745400000000,"kind":"version","subject":12,"keyed":"9c…","reason":"court order 12/2025"}
//! ```
//! The file `store.db.tombstones` is written before a removal is committed, so that no backup
//! that is put back later can bring again what was removed. It holds no word of the content:
//! a version is recognised by a hash of its words under a key, and only who has the key can
//! try words on it.

use std::io::{ErrorKind, Write as _};
use std::path::{Path, PathBuf};

use rusqlite::{Row, params};
use serde::{Deserialize, Serialize};

use super::copy::{beside, put_in_place};
use super::hash::{Hash, hex, keyed_hash, unhex};
use super::private_file::private_file;
use super::versions::hash_of;
use super::{Result, Store, StoreError};
use crate::model::{ArticleId, Content};

/// What was removed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum RemovedKind {
    Story,
    Article,
    Version,
}

impl RemovedKind {
    /// Returns the word by which it stands in the store and in JSON.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Story => "story",
            Self::Article => "article",
            Self::Version => "version",
        }
    }

    fn of_word(word: &str) -> Self {
        match word {
            "story" => Self::Story,
            "article" => Self::Article,
            _ => Self::Version,
        }
    }
}

/// What a removal left behind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tombstone {
    /// Milliseconds of UTC since 1970.
    pub made: i64,
    pub kind: RemovedKind,
    /// Id that the row had.
    pub subject: i64,
    /// Hash of what was removed under the store's key, in hexadecimal.
    pub keyed: String,
    pub reason: String,
}

/// A tombstone about to be written.
#[derive(Clone, Debug)]
pub(super) struct NewTombstone<'t> {
    pub made: i64,
    pub kind: RemovedKind,
    pub subject: i64,
    /// The article of a version that goes while its article stays, the version's number, and its link of the chain.
    pub place: Option<(ArticleId, i64, Hash)>,
    pub keyed: Hash,
    pub reason: &'t str,
}

/// The key, and every tombstone: what the file beside a store holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tombstones {
    pub(super) key: Option<Hash>,
    pub rows: Vec<Tombstone>,
}

#[derive(Serialize, Deserialize)]
struct KeyLine {
    key: String,
}

impl Tombstones {
    /// Returns where the tombstones of a store stand beside it.
    pub fn path(store: &Path) -> PathBuf {
        beside(store, "tombstones")
    }

    /// Reads the file beside a store; nothing where there is none.
    pub fn read(store: &Path) -> Result<Self> {
        let path = Self::path(store);
        let text = match std::fs::read_to_string(&path) {
            Ok(text) => text,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::default()),
            Err(source) => return Err(StoreError::Folder { path, source }),
        };
        let mut found = Self::default();
        for (index, line) in text.lines().enumerate() {
            let bad = || StoreError::Tombstones { path: path.clone(), line: index + 1 };
            if index == 0 {
                let key: KeyLine = serde_json::from_str(line).map_err(|_| bad())?;
                found.key = Some(unhex(&key.key).ok_or_else(bad)?);
            } else {
                let row: Tombstone = serde_json::from_str(line).map_err(|_| bad())?;
                unhex(&row.keyed).ok_or_else(bad)?;
                found.rows.push(row);
            }
        }
        Ok(found)
    }

    /// Writes the file beside a store; only its owner may read it.
    fn write(&self, store: &Path) -> Result<()> {
        let Some(key) = &self.key else { return Ok(()) };
        let path = Self::path(store);
        let part = beside(&path, "part");
        let mut text = serde_json::to_string(&KeyLine { key: hex(key) }).expect("text becomes JSON");
        for row in &self.rows {
            text.push('\n');
            text.push_str(&serde_json::to_string(row).expect("text and numbers become JSON"));
        }
        text.push('\n');
        let written = private_file(&part).and_then(|mut file| file.write_all(text.as_bytes()));
        written.map_err(|source| StoreError::Folder { path: path.clone(), source })?;
        put_in_place(&part, &path)
    }

    fn merge(&mut self, other: Self) {
        self.key = self.key.or(other.key);
        for row in other.rows {
            let is_same =
                |known: &Tombstone| (known.kind, known.subject, &known.keyed) == (row.kind, row.subject, &row.keyed);
            if !self.rows.iter().any(is_same) {
                self.rows.push(row);
            }
        }
        self.rows.sort_by_key(|row| (row.made, row.kind, row.subject));
    }
}

fn tombstone_of(row: &Row<'_>) -> rusqlite::Result<Tombstone> {
    Ok(Tombstone {
        made: row.get(0)?,
        kind: RemovedKind::of_word(row.get_ref(1)?.as_str()?),
        subject: row.get(2)?,
        keyed: hex(&row.get::<_, Hash>(3)?),
        reason: row.get(4)?,
    })
}

impl Store {
    /// Returns the key of this store's tombstones, made where there is none.
    pub(super) fn tombstone_key(&self) -> Result<Hash> {
        const READ: &str = "SELECT key FROM tombstone_key WHERE id = 1";
        self.change("INSERT OR IGNORE INTO tombstone_key (id, key) VALUES (1, randomblob(32))", [])?;
        self.first(READ, [], |row| row.get(0))?.ok_or_else(|| self.damaged("the key of its tombstones is gone"))
    }

    /// Takes over the key of the file beside the store, by which its tombstones were made.
    pub(super) fn set_tombstone_key(&self, key: &Hash) -> Result<()> {
        const SQL: &str = "INSERT INTO tombstone_key (id, key) VALUES (1, ?1)
            ON CONFLICT (id) DO UPDATE SET key = excluded.key";
        self.change(SQL, [key]).map(drop)
    }

    /// Returns every tombstone in the store, oldest first.
    pub fn tombstones(&self) -> Result<Vec<Tombstone>> {
        self.all("SELECT made, kind, subject, keyed, reason FROM tombstone ORDER BY id", [], tombstone_of)
    }

    /// Returns how many tombstones are in the store.
    pub fn tombstone_count(&self) -> Result<usize> {
        self.count("SELECT count(*) FROM tombstone", [])
    }

    /// Returns the numbers and chain links of an article's removed versions, in order.
    pub(super) fn removed_links(&self, article: ArticleId) -> Result<Vec<(i64, Hash)>> {
        const SQL: &str = "SELECT number, chain FROM tombstone
            WHERE article_id = ?1 AND number IS NOT NULL AND chain IS NOT NULL ORDER BY number";
        self.all(SQL, [article.0], |row| Ok((row.get(0)?, row.get(1)?)))
    }

    /// Returns when and why a version with these words was removed, if one was.
    pub fn removal_of(&self, content: &Content) -> Result<Option<Tombstone>> {
        const KEY: &str = "SELECT key FROM tombstone_key WHERE id = 1";
        const SQL: &str = "SELECT made, kind, subject, keyed, reason FROM tombstone
            WHERE kind = 'version' AND keyed = ?1 ORDER BY id DESC LIMIT 1";
        let Some(key) = self.first(KEY, [], |row| row.get::<_, Hash>(0))? else { return Ok(None) };
        self.first(SQL, [Self::keyed_version(&key, &hash_of(content))], tombstone_of)
    }

    pub(super) fn add_tombstone(&self, new: &NewTombstone<'_>) -> Result<()> {
        const SQL: &str = "INSERT INTO tombstone (made, kind, subject, article_id, number, chain, keyed, reason)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        let (article, number, chain) = match new.place {
            Some((article, number, chain)) => (Some(article.0), Some(number), Some(chain)),
            None => (None, None, None),
        };
        let kind = new.kind.word();
        self.insert(SQL, params![new.made, kind, new.subject, article, number, chain, new.keyed, new.reason])?;
        Ok(())
    }

    /// Writes the file of tombstones beside the store: what stands there already, and all that the store holds.
    pub fn write_tombstones(&self) -> Result<()> {
        if self.path.as_os_str() == ":memory:" {
            return Ok(());
        }
        let rows = self.tombstones()?;
        if rows.is_empty() {
            return Ok(());
        }
        let mut all = Tombstones { key: Some(self.tombstone_key()?), rows };
        all.merge(Tombstones::read(&self.path)?);
        all.write(&self.path)
    }

    /// Returns the keyed hash of a version, from the hash of its words.
    pub(super) fn keyed_version(key: &Hash, words: &Hash) -> Hash {
        keyed_hash(key, words)
    }

    /// Returns the keyed hash of a story or an article.
    pub(super) fn keyed_row(key: &Hash, kind: RemovedKind, id: i64, created: i64) -> Hash {
        keyed_hash(key, format!("{} {id} {created}", kind.word()).as_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Content, VersionId};
    use crate::store::{NewVersion, Removal};
    use chrono::DateTime;
    use chrono_tz::Tz;

    /// A store with an article of three versions, of which the second was removed.
    fn store(path: &Path) -> Store {
        let store = Store::open(path).unwrap();
        let at = DateTime::UNIX_EPOCH;
        store
            .write(|store| {
                let story = store.add_story("ferry", None, Tz::UTC, at)?;
                let article = store.add_article("wire", Some(story), None, at)?;
                for words in ["It burns.", "Someone did it.", "It burns on."] {
                    let content = Content { body: words.to_owned(), ..Content::default() };
                    let (published, modified, newest) = (None, None, store.newest_content(article)?);
                    let newest = newest.as_ref();
                    let new = NewVersion { article, captured: at, published, modified, content: &content, newest };
                    let (version, _) = store.add_version(new)?;
                    let look =
                        "INSERT INTO capture (article_id, version_id, captured, origin) VALUES (?1, ?2, 0, 'file')";
                    store.insert(look, [article.0, version.0])?;
                }
                Ok::<_, StoreError>(())
            })
            .unwrap();
        store
            .removing(|store| {
                let removal = Removal { reason: "court order", made: at };
                store.forget_versions(ArticleId(1), &[VersionId(2)], removal)?;
                store.write_tombstones()
            })
            .unwrap();
        store
    }

    #[test]
    fn the_file_beside_the_store_is_read_back_and_only_grows() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.db");
        let store = store(&path);
        let found = Tombstones::read(&path).unwrap();
        assert_eq!((found.key, &found.rows), (Some(store.tombstone_key().unwrap()), &store.tombstones().unwrap()));
        let file = Tombstones::path(&path);
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(!text.contains("Someone"), "{text}");
        let other = Tombstone { subject: 77, ..found.rows[0].clone() };
        let more = format!("{text}{}\n", serde_json::to_string(&other).unwrap());
        std::fs::write(&file, &more).unwrap();
        store.write_tombstones().unwrap();
        assert_eq!(Tombstones::read(&path).unwrap().rows.len(), 2, "what stands there already stays");
        for odd in ["x", "{\"key\":\"00\"}", &format!("{text}x\n"), &text.replace("keyed\":\"", "keyed\":\"x")] {
            std::fs::write(&file, odd).unwrap();
            let refused = Tombstones::read(&path).unwrap_err();
            assert!(matches!(refused, StoreError::Tombstones { .. }) && refused.hint().is_some(), "{odd}");
        }
    }

    #[test]
    fn every_alteration_of_a_tombstone_shows() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("store.db");
        let whole = store(&path);
        let faults = |store: &Store| {
            let versions = store.version_faults(ArticleId(1)).unwrap().into_iter().map(|fault| fault.what);
            store.ledger_faults().unwrap().into_iter().chain(versions).collect::<Vec<_>>()
        };
        assert_eq!(faults(&whole), Vec::<String>::new());
        for sql in ["DELETE FROM tombstone", "UPDATE tombstone SET reason = 'other'"] {
            assert!(whole.connection.execute(sql, []).unwrap_err().to_string().contains("never changes"));
        }
        drop(whole);
        let bytes = std::fs::read(&path).unwrap();
        for sql in [
            "DELETE FROM tombstone",
            "UPDATE tombstone SET reason = 'another reason'",
            "UPDATE tombstone SET made = made + 1",
            "UPDATE tombstone SET kind = 'article'",
            "UPDATE tombstone SET subject = 3",
            "UPDATE tombstone SET keyed = zeroblob(32)",
            "UPDATE tombstone SET number = 4",
            "UPDATE tombstone SET chain = zeroblob(32)",
            "UPDATE tombstone SET article_id = NULL",
            "INSERT INTO tombstone (made, kind, subject, keyed, reason) VALUES (0, 'story', 9, zeroblob(32), 'x')",
        ] {
            std::fs::write(&path, &bytes).unwrap();
            let other = rusqlite::Connection::open(&path).unwrap();
            other.execute_batch("DROP TRIGGER tombstone_never_changes; DROP TRIGGER tombstone_never_goes").unwrap();
            assert_eq!(other.execute(sql, []).unwrap(), 1, "{sql}");
            drop(other);
            let store = Store::open(&path).unwrap();
            assert_ne!(faults(&store), Vec::<String>::new(), "{sql} does not show");
        }
    }
}
