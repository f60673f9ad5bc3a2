//! Stores where the identity of each timeline entry rests (the table `entry_anchor`).

use rusqlite::{Row, params};

use super::hash::Hash;
use super::{Result, Store};
use crate::model::{ArticleId, EntryKind, Span, StoryId};

/// The place on which an identity rests.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnchorRow {
    pub id: String,
    /// Slug of the article, in the story of the entry.
    pub article: String,
    /// Number of the version.
    pub version: usize,
    /// The sentence, in bytes of the text below the headline.
    pub span: Span,
    /// What the entry told at first.
    pub kind: EntryKind,
    /// Entries of this kind that began at the place before it.
    pub ordinal: usize,
}

// The `+` has the identities of an article found by its versions, not among all of its story.
const SELECT: &str = "SELECT entry_anchor.id, slug, number, start, end, kind, ordinal, hash
    FROM entry_anchor JOIN version ON version.id = version_id
    JOIN article ON article.id = article_id AND article.story_id = +entry_anchor.story_id";

fn anchor_of(row: &Row<'_>) -> rusqlite::Result<AnchorRow> {
    let kind: String = row.get(5)?;
    let kinds = [EntryKind::Event, EntryKind::Statement, EntryKind::Planned];
    Ok(AnchorRow {
        id: row.get(0)?,
        article: row.get(1)?,
        version: row.get::<_, i64>(2)? as usize,
        span: Span { start: row.get::<_, i64>(3)? as usize, end: row.get::<_, i64>(4)? as usize },
        kind: kinds.into_iter().find(|known| known.as_str() == kind).unwrap_or_default(),
        ordinal: row.get::<_, i64>(6)? as usize,
    })
}

impl Store {
    /// Keeps where identities rest; one that is known stays where it is. Returns how many are new.
    pub fn add_entry_anchors(&self, story: StoryId, anchors: &[AnchorRow]) -> Result<usize> {
        const SQL: &str = "INSERT OR IGNORE INTO entry_anchor (story_id, id, version_id, start, end, kind, ordinal)
            SELECT ?1, ?2, version.id, ?5, ?6, ?7, ?8 FROM article JOIN version ON article_id = article.id
            WHERE ifnull(story_id, 0) = ?1 AND slug = ?3 AND number = ?4";
        let mut new = 0;
        for AnchorRow { id, article, version, span, kind, ordinal } in anchors {
            let (start, end, version) = (span.start as i64, span.end as i64, *version as i64);
            let row = params![story.0, id, article, version, start, end, kind.as_str(), *ordinal as i64];
            new += self.change(SQL, row)?;
        }
        Ok(new)
    }

    /// Forgets where identities rest on an article's versions.
    pub fn remove_entry_anchors(&self, article: ArticleId, ids: &[String]) -> Result<()> {
        const SQL: &str = "DELETE FROM entry_anchor WHERE id = ?2
            AND version_id IN (SELECT id FROM version WHERE article_id = ?1)
            AND story_id = (SELECT story_id FROM article WHERE id = ?1)";
        ids.iter().try_for_each(|id| self.change(SQL, params![article.0, id]).map(drop))
    }

    /// Lets the identities that rest on an article's versions be those of another story too: the article moves there.
    pub fn move_entry_anchors(&self, article: ArticleId, from: StoryId, into: StoryId) -> Result<()> {
        const SQL: &str = "INSERT OR IGNORE INTO entry_anchor (story_id, id, version_id, start, end, kind, ordinal)
            SELECT ?3, entry_anchor.id, version_id, start, end, kind, ordinal
            FROM version JOIN entry_anchor ON version_id = version.id
            WHERE article_id = ?1 AND entry_anchor.story_id = ?2";
        self.change(SQL, [article.0, from.0, into.0]).map(drop)
    }

    /// Lets identities that rest on an article's versions rest on versions of the same words in the story's other articles,
    /// where there are any: the article is about to go, and an identity is made of words.
    pub fn rest_entry_anchors_elsewhere(&self, article: ArticleId) -> Result<()> {
        const SQL: &str = "INSERT OR REPLACE INTO entry_anchor (story_id, id, version_id, start, end, kind, ordinal)
            SELECT entry_anchor.story_id, entry_anchor.id, twin.id, start, end, kind, ordinal
            FROM article JOIN version ON version.article_id = article.id
            JOIN entry_anchor ON entry_anchor.version_id = version.id AND entry_anchor.story_id = article.story_id
            JOIN article AS other ON other.story_id = article.story_id AND other.id <> article.id
            JOIN version AS twin ON twin.article_id = other.id AND twin.hash = version.hash
            WHERE article.id = ?1 ORDER BY twin.id";
        self.change(SQL, [article.0]).map(drop)
    }

    /// Returns the number of each version of an article with the hash of its words.
    pub fn version_hashes(&self, story: StoryId, article: &str) -> Result<Vec<(usize, Hash)>> {
        const SQL: &str = "SELECT number, hash FROM article JOIN version ON article_id = article.id
            WHERE ifnull(story_id, 0) = ?1 AND slug = ?2 ORDER BY number";
        self.all(SQL, params![story.0, article], |row| Ok((row.get::<_, i64>(0)? as usize, row.get(1)?)))
    }

    /// Returns where an identity of a story's entries rests.
    pub fn entry_anchor(&self, story: StoryId, id: &str) -> Result<Option<AnchorRow>> {
        let sql = format!("{SELECT} WHERE entry_anchor.story_id = ?1 AND entry_anchor.id = ?2");
        self.first(&sql, params![story.0, id], anchor_of)
    }

    /// Returns the identities of a story's entries, in order.
    pub fn entry_anchors(&self, story: StoryId) -> Result<Vec<AnchorRow>> {
        let sql = format!("{SELECT} WHERE entry_anchor.story_id = ?1 ORDER BY entry_anchor.id");
        self.all(&sql, [story.0], anchor_of)
    }

    /// Returns the identities that rest on an article's versions, in order, with the hash of each version's words.
    pub fn entry_anchors_on(&self, article: ArticleId) -> Result<Vec<(AnchorRow, Hash)>> {
        let sql = format!("{SELECT} WHERE article_id = ?1 ORDER BY entry_anchor.id");
        self.all(&sql, [article.0], |row| Ok((anchor_of(row)?, row.get(7)?)))
    }

    /// Returns whether the entries of a story went by identities of 32 bits whose places are not kept yet.
    pub fn has_short_entry_ids(&self, story: StoryId) -> Result<bool> {
        Ok(0 < self.count("SELECT count(*) FROM short_entry_ids WHERE story_id = ?1", [story.0])?)
    }

    /// Notes that the places of a story's identities of 32 bits are kept.
    pub fn short_entry_ids_are_kept(&self, story: StoryId) -> Result<()> {
        self.change("DELETE FROM short_entry_ids WHERE story_id = ?1", [story.0]).map(drop)
    }
}
