//! Stores versions: their facts in rows, their texts compressed, neither ever changed.

use std::collections::{HashMap, HashSet};
use std::path::PathBuf;

use chrono::{DateTime, Utc};
use rusqlite::{Row, params};
use sha2::{Digest as _, Sha256};

use super::hash::{Hash, hex};
use super::pack::{self, MAX_DEPTH};
use super::rows::{document_time, instant, millis, stated};
use super::{Result, Store, StoreError};
use crate::model::{ArticleId, CapturedBy, Content, DocumentTime, StoryId, Version, VersionId, hash_of_words};

/// When the first and the last of several versions were first seen.
type FirstAndLast = (DateTime<Utc>, DateTime<Utc>);

/// A version about to be recorded.
#[derive(Clone, Copy, Debug)]
pub struct NewVersion<'c> {
    pub article: ArticleId,
    pub captured: DateTime<Utc>,
    pub published: Option<DocumentTime>,
    pub modified: Option<DocumentTime>,
    pub content: &'c Content,
    /// What `newest_content` returns: the words of the version recorded last, if there is one and they can be had.
    pub newest: Option<&'c Content>,
}

/// The texts of an article as they are stored. Needs no store, so those of many articles are unpacked on all cores.
#[derive(Debug)]
pub struct PackedTexts {
    texts: Vec<PackedText>,
    /// The store that they are from, for messages.
    path: PathBuf,
}

#[derive(Debug)]
struct PackedText {
    version: VersionId,
    depth: u32,
    size: usize,
    packed: Vec<u8>,
}

impl PackedTexts {
    /// Returns the bodies of the versions that are wanted, each unpacked from the one before.
    ///
    /// # Errors
    ///
    /// When a text that is wanted, or one that it rests on, is damaged.
    pub fn unpack(&self, wanted: &HashSet<VersionId>) -> Result<HashMap<VersionId, String>> {
        let mut bodies = HashMap::with_capacity(wanted.len());
        let mut before: Option<std::result::Result<Vec<u8>, String>> = None;
        let first = self.texts.iter().position(|text| wanted.contains(&text.version)).unwrap_or(self.texts.len());
        let whole = self.texts.iter().take(first + 1).rposition(|text| text.depth == 0).unwrap_or(0);
        for PackedText { version, depth, size, packed } in &self.texts[whole..] {
            if bodies.len() == wanted.len() {
                break;
            }
            let dictionary = match (depth, before.take()) {
                (0, _) => Ok(None),
                (_, Some(Ok(text))) => Ok(Some(text)),
                (_, Some(Err(why))) => Err(why),
                (_, None) => Err("a text it rests on is missing".to_owned()),
            };
            let text = dictionary.and_then(|dictionary| {
                pack::unpack(packed, dictionary.as_deref(), *size).map_err(|error| error.to_string())
            });
            if wanted.contains(version) {
                let body =
                    text.clone().and_then(|text| String::from_utf8(text).map_err(|_| "it is not UTF-8".to_owned()));
                let damaged = |why| StoreError::Damaged {
                    path: self.path.clone(),
                    what: format!("the text of version {}: {why}", version.0),
                };
                bodies.insert(*version, body.map_err(damaged)?);
            }
            before = Some(text);
        }
        match wanted.iter().find(|version| !bodies.contains_key(version)) {
            None => Ok(bodies),
            Some(version) => {
                let what = format!("the text of version {}: it is missing", version.0);
                Err(StoreError::Damaged { path: self.path.clone(), what })
            }
        }
    }
}

/// Returns the hash of an article's words: that of its file as `show --plain` prints it.
///
/// What counts is what stands there, not which line is taken for the
/// standfirst: better extraction must not make a false version.
pub fn hash_of(content: &Content) -> Hash {
    hash_of_words(content.headline.as_deref(), &content.text())
}

/// Leaves out versions that a repair has set apart, because their words cannot be had.
const SOUND: &str = "version.id NOT IN (SELECT version_id FROM damaged)";

const SELECT: &str =
    "SELECT version.id, version.article_id, number, min(capture.captured) AS seen, max(capture.captured),
        count(*), version.published, version.modified, headline, standfirst, byline, words, hash, chain,
        (SELECT captured_by FROM capture AS look WHERE look.version_id = version.id ORDER BY captured, id LIMIT 1)
    FROM version JOIN capture ON version_id = version.id";

fn version_of(row: &Row<'_>) -> rusqlite::Result<Version> {
    Ok(Version {
        id: VersionId(row.get(0)?),
        article: ArticleId(row.get(1)?),
        number: row.get::<_, i64>(2)? as usize,
        captured: instant(row, 3)?,
        last_seen: instant(row, 4)?,
        looks: row.get::<_, i64>(5)? as usize,
        published: document_time(row, 6)?,
        modified: document_time(row, 7)?,
        headline: row.get(8)?,
        standfirst: row.get(9)?,
        byline: row.get(10)?,
        words: row.get::<_, i64>(11)? as usize,
        hash: hex(&row.get::<_, Hash>(12)?),
        chain: hex(&row.get::<_, Hash>(13)?),
        returns_to: None,
        captured_by: CapturedBy::of_word(row.get_ref(14)?.as_str()?),
    })
}

/// Marks the versions whose very words an earlier one had.
fn mark_returns(versions: &mut [Version]) {
    let mut first: HashMap<String, usize> = HashMap::with_capacity(versions.len());
    for version in versions {
        let number = *first.entry(version.hash.clone()).or_insert(version.number);
        version.returns_to = (number != version.number).then_some(number);
    }
}

impl Store {
    /// Records a version and its text; returns its id and number.
    pub fn add_version(&self, new: NewVersion<'_>) -> Result<(VersionId, usize)> {
        const SQL: &str =
            "INSERT INTO version (article_id, number, captured, published, modified, headline, standfirst,
            byline, words, hash, chain) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)";
        let before = self.dictionary_of_next(new.article)?.zip(new.newest);
        let last = self.last_link(new.article)?;
        let number = last.map_or(1, |(number, _)| number + 1);
        let content = new.content;
        let hash = hash_of(content);
        let (published, modified) = (stated(new.published), stated(new.modified));
        let chain = link(last.map(|(_, chain)| chain), number, &new, &hash);
        let facts = params![
            new.article.0,
            number,
            millis(new.captured),
            published,
            modified,
            content.headline,
            content.standfirst,
            content.byline,
            content.words() as i64,
            hash,
            chain
        ];
        let id = VersionId(self.insert(SQL, facts)?);
        self.add_body(id, content.body.as_bytes(), before)?;
        Ok((id, number as usize))
    }

    /// Returns the versions of an article in the order in which readers saw them.
    pub fn versions(&self, article: ArticleId) -> Result<Vec<Version>> {
        let sql =
            format!("{SELECT} WHERE version.article_id = ?1 AND {SOUND} GROUP BY version.id ORDER BY seen, number");
        let mut versions = self.all(&sql, [article.0], version_of)?;
        mark_returns(&mut versions);
        Ok(versions)
    }

    /// Returns every version of an article in order of recording, also those that were set apart.
    pub(super) fn versions_recorded(&self, article: ArticleId) -> Result<Vec<Version>> {
        let sql = format!("{SELECT} WHERE version.article_id = ?1 GROUP BY version.id ORDER BY number");
        self.all(&sql, [article.0], version_of)
    }

    /// Returns the versions of every article of a story, or of the unfiled ones, as `versions` does.
    pub fn versions_of_story(&self, story: Option<StoryId>) -> Result<HashMap<ArticleId, Vec<Version>>> {
        let sql = format!(
            "{SELECT} WHERE version.article_id IN (SELECT id FROM article WHERE ifnull(story_id, 0) = ?1)
            AND {SOUND} GROUP BY version.id ORDER BY seen, number"
        );
        let mut by_article: HashMap<ArticleId, Vec<Version>> = HashMap::new();
        for version in self.all(&sql, [story.map_or(0, |id| id.0)], version_of)? {
            by_article.entry(version.article).or_default().push(version);
        }
        by_article.values_mut().for_each(|versions| mark_returns(versions));
        Ok(by_article)
    }

    /// Counts the versions of a story, and returns when the first and the last of them were first seen.
    pub fn span_of_story(&self, story: StoryId) -> Result<(usize, Option<FirstAndLast>)> {
        const SQL: &str = "SELECT count(*), min(seen), max(seen) FROM (
            SELECT min(capture.captured) AS seen FROM article CROSS JOIN capture ON article.id = article_id
            WHERE ifnull(story_id, 0) = ?1 AND version_id NOT IN (SELECT version_id FROM damaged) GROUP BY version_id)";
        let found = self.first(SQL, [story.0], |row| {
            let count = row.get::<_, i64>(0)? as usize;
            Ok((count, if count == 0 { None } else { Some((instant(row, 1)?, instant(row, 2)?)) }))
        })?;
        Ok(found.unwrap_or_default())
    }

    /// Returns the version of this number and the hash of its words, if there is one.
    pub fn version_numbered(&self, article: ArticleId, number: usize) -> Result<Option<(VersionId, Hash)>> {
        const SQL: &str = "SELECT id, hash FROM version WHERE article_id = ?1 AND number = ?2";
        self.first(SQL, params![article.0, number as i64], |row| Ok((VersionId(row.get(0)?), row.get(1)?)))
    }

    /// Counts all versions.
    pub fn count_versions(&self) -> Result<usize> {
        self.count("SELECT count(*) FROM version", [])
    }

    /// Counts the versions of an article.
    pub fn version_count(&self, article: ArticleId) -> Result<usize> {
        self.count("SELECT count(*) FROM version WHERE article_id = ?1", [article.0])
    }

    /// Returns the words of a version.
    pub fn content(&self, version: &Version) -> Result<Content> {
        Ok(version.content(self.body(version.id)?))
    }

    /// Returns the words of the version recorded last.
    pub fn newest_content(&self, article: ArticleId) -> Result<Option<Content>> {
        let Some(newest) = self.newest(article)? else { return Ok(None) };
        self.content_of(newest)
    }

    /// Returns the words of a version by its id.
    pub fn content_of(&self, version: VersionId) -> Result<Option<Content>> {
        const SQL: &str = "SELECT headline, standfirst, byline FROM version WHERE id = ?1";
        let body = self.body(version)?;
        self.first(SQL, [version.0], |row| {
            Ok(Content { headline: row.get(0)?, standfirst: row.get(1)?, byline: row.get(2)?, body })
        })
    }

    /// Returns the number of the first version recorded before `id` that has the same words.
    pub fn earlier_twin(&self, article: ArticleId, id: VersionId) -> Result<Option<usize>> {
        const SQL: &str = "SELECT min(twin.number) FROM version JOIN version AS twin USING (article_id, hash)
            WHERE version.id = ?2 AND article_id = ?1 AND twin.number < version.number";
        let number: Option<Option<i64>> = self.first(SQL, [article.0, id.0], |row| row.get(0))?;
        Ok(number.flatten().map(|number| number as usize))
    }

    fn add_body(&self, id: VersionId, text: &[u8], before: Option<(VersionId, &Content)>) -> Result<()> {
        const SQL: &str = "INSERT INTO body (version_id, depth, size, packed) VALUES (?1, ?2, ?3, ?4)";
        let depth = match before {
            Some((before, _)) => (self.depth(before)? + 1) % (MAX_DEPTH + 1),
            None => 0,
        };
        let dictionary = before.filter(|_| depth > 0).map(|(_, words)| words.body.as_bytes());
        let packed = pack::pack(text, dictionary);
        let packed = packed.map_err(|error| self.damaged(format!("cannot pack a text: {error}")))?;
        self.insert(SQL, params![id.0, depth, text.len() as i64, packed]).map(drop)
    }

    fn depth(&self, id: VersionId) -> Result<u32> {
        let depth = self.first("SELECT depth FROM body WHERE version_id = ?1", [id.0], |row| row.get(0))?;
        depth.ok_or_else(|| self.damaged(format!("version {} has no text", id.0)))
    }

    /// Returns a version's body; unpacks those it rests on first.
    pub(super) fn body(&self, id: VersionId) -> Result<String> {
        const SQL: &str = "SELECT depth, size, packed FROM body JOIN version ON version.id = version_id
            WHERE article_id = (SELECT article_id FROM version WHERE id = ?1)
              AND number <= (SELECT number FROM version WHERE id = ?1)
            ORDER BY number DESC LIMIT (SELECT depth + 1 FROM body WHERE version_id = ?1)";
        let bad = |what: &str| self.damaged(format!("the text of version {}: {what}", id.0));
        let chain = self.all(SQL, [id.0], |row| {
            Ok((row.get::<_, u32>(0)?, row.get::<_, i64>(1)? as usize, row.get::<_, Vec<u8>>(2)?))
        })?;
        if chain.last().is_none_or(|(depth, ..)| *depth > 0) {
            return Err(bad("a text it rests on is missing"));
        }
        let mut text: Option<Vec<u8>> = None;
        for (_, size, packed) in chain.into_iter().rev() {
            text = Some(pack::unpack(&packed, text.as_deref(), size).map_err(|error| bad(&error.to_string()))?);
        }
        String::from_utf8(text.unwrap_or_default()).map_err(|_| bad("it is not UTF-8"))
    }

    /// Returns the texts of an article as they are stored.
    pub fn packed_texts(&self, article: ArticleId) -> Result<PackedTexts> {
        const SQL: &str = "SELECT version_id, depth, size, packed FROM version JOIN body ON version_id = version.id
            WHERE article_id = ?1 ORDER BY number";
        let texts = self.all(SQL, [article.0], |row| {
            Ok(PackedText {
                version: VersionId(row.get(0)?),
                depth: row.get(1)?,
                size: row.get::<_, i64>(2)? as usize,
                packed: row.get(3)?,
            })
        })?;
        Ok(PackedTexts { texts, path: self.path.clone() })
    }

    /// Returns the version recorded last, of those whose words can be had.
    fn newest(&self, article: ArticleId) -> Result<Option<VersionId>> {
        const SQL: &str = "SELECT id FROM version WHERE article_id = ?1
            AND id NOT IN (SELECT version_id FROM damaged) ORDER BY number DESC LIMIT 1";
        self.first(SQL, [article.0], |row| row.get(0).map(VersionId))
    }

    /// Returns the version whose text the next one can be packed with: the last one, if its words can be had.
    fn dictionary_of_next(&self, article: ArticleId) -> Result<Option<VersionId>> {
        const SQL: &str = "SELECT id FROM version WHERE article_id = ?1 ORDER BY number DESC LIMIT 1";
        let last = self.first(SQL, [article.0], |row| row.get(0).map(VersionId))?;
        Ok(last.filter(|last| self.newest(article).is_ok_and(|newest| newest == Some(*last))))
    }

    /// Returns the number and the chain of the version recorded last, also where it has been removed since.
    fn last_link(&self, article: ArticleId) -> Result<Option<(i64, Hash)>> {
        const SQL: &str = "SELECT number, chain FROM version WHERE article_id = ?1 ORDER BY number DESC LIMIT 1";
        let stands: Option<(i64, Hash)> = self.first(SQL, [article.0], |row| Ok((row.get(0)?, row.get(1)?)))?;
        let removed = self.removed_links(article)?.pop();
        Ok(stands.into_iter().chain(removed).max_by_key(|(number, _)| *number))
    }

    /// Returns the time of capture that a version was recorded with; an earlier look may have been recorded since.
    pub fn captured_when_recorded(&self, id: VersionId) -> Result<DateTime<Utc>> {
        let captured = self.first("SELECT captured FROM version WHERE id = ?1", [id.0], |row| instant(row, 0))?;
        captured.ok_or_else(|| self.damaged(format!("version {} is gone", id.0)))
    }
}

/// Returns the hash that ties a version to all recorded before it.
pub(super) fn link(before: Option<Hash>, number: i64, new: &NewVersion<'_>, hash: &Hash) -> Hash {
    let mut chain = Sha256::new();
    chain.update(before.unwrap_or_default());
    let (published, modified) = (stated(new.published), stated(new.modified));
    let (published, modified) = (published.unwrap_or_default(), modified.unwrap_or_default());
    chain.update(format!("{number}\n{}\n{published}\n{modified}\n", millis(new.captured)));
    chain.update(hash);
    chain.finalize().into()
}
