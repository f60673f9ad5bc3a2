//! Holds stories and articles back from publication.
//!
//! While something is hidden, temporary views stand before the tables: a question that names
//! `article` reads the view, so no question can forget to leave out what is held. Timelines that
//! are cached may rest on a held article, so those of its story are hidden too and built again.

use std::collections::HashSet;

use chrono::{DateTime, Utc};
use rusqlite::{Row, params};

use super::rows::{instant, millis};
use super::{Result, Store};
use crate::model::{ArticleId, StoryId};

/// What is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HoldSubject {
    Story(StoryId),
    Article(ArticleId),
}

/// Something that is held, since when and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hold {
    pub held: HoldSubject,
    pub made: DateTime<Utc>,
    pub reason: Option<String>,
}

const ARTICLES: &str = "SELECT id FROM main.article WHERE id IN (SELECT article_id FROM main.hold)
    OR story_id IN (SELECT story_id FROM main.hold)";
/// Tables that a view stands before, and the rows that it leaves out.
const HIDDEN: [(&str, &str); 7] = [
    ("story", "id IN (SELECT story_id FROM main.hold)"),
    ("article", "id IN ({})"),
    ("version", "article_id IN ({})"),
    ("capture", "article_id IN ({})"),
    ("page", "article_id IN ({})"),
    ("chronology", "story_id IN (SELECT story_id FROM main.article WHERE id IN ({}))"),
    ("chronicle", "story_id IN (SELECT story_id FROM main.article WHERE id IN ({}))"),
];

fn hold_of(row: &Row<'_>) -> rusqlite::Result<Hold> {
    let story: Option<i64> = row.get(0)?;
    let held = match story {
        Some(story) => HoldSubject::Story(StoryId(story)),
        None => HoldSubject::Article(ArticleId(row.get(1)?)),
    };
    Ok(Hold { held, made: instant(row, 2)?, reason: row.get(3)? })
}

impl Store {
    /// Holds a story or an article; what is held already stays so, with the new reason.
    pub fn hold(&self, hold: &Hold) -> Result<()> {
        const SQL: &str = "INSERT OR REPLACE INTO hold (story_id, article_id, made, reason) VALUES (?1, ?2, ?3, ?4)";
        let (story, article) = hold.held.ids();
        self.change(SQL, params![story, article, millis(hold.made), hold.reason]).map(drop)
    }

    /// Ends a hold; returns whether there was one.
    pub fn release(&self, held: HoldSubject) -> Result<bool> {
        let (story, article) = held.ids();
        let done = self.change("DELETE FROM hold WHERE story_id = ?1 OR article_id = ?2", params![story, article])?;
        Ok(0 < done)
    }

    /// Returns everything that is held, the longest held first.
    pub fn holds(&self) -> Result<Vec<Hold>> {
        self.all("SELECT story_id, article_id, made, reason FROM hold ORDER BY made, id", [], hold_of)
    }

    /// Hides what is held from every question of this connection until [`Store::show_held`]; returns whether anything is.
    ///
    /// What is recorded may not be changed meanwhile.
    pub fn hide_held(&self) -> Result<bool> {
        if self.count("SELECT count(*) FROM hold", [])? == 0 {
            return Ok(false);
        }
        let views = HIDDEN.map(|(table, hidden)| {
            let hidden = hidden.replace("{}", ARTICLES);
            format!("CREATE TEMP VIEW {table} AS SELECT * FROM main.{table} WHERE ({hidden}) IS NOT TRUE;")
        });
        self.run_on_schema(&views.concat())?;
        Ok(true)
    }

    /// Returns whether what is held is hidden just now.
    pub fn hides_held(&self) -> Result<bool> {
        Ok(0 < self.count("SELECT count(*) FROM temp.sqlite_schema WHERE type = 'view' AND name = 'article'", [])?)
    }

    /// Returns every article that is held, by itself or with its story.
    pub fn held_articles(&self) -> Result<HashSet<ArticleId>> {
        Ok(self.all(ARTICLES, [], |row| row.get(0).map(ArticleId))?.into_iter().collect())
    }

    /// Returns the names of the stories that are held.
    pub fn held_stories(&self) -> Result<Vec<String>> {
        const SQL: &str = "SELECT slug FROM main.story WHERE id IN (SELECT story_id FROM main.hold)";
        self.all(SQL, [], |row| row.get(0))
    }

    /// Returns whether an edit by hand is of a story that is held, whole or in part: it may quote what is held.
    pub fn is_edit_held(&self, edit: i64) -> Result<bool> {
        const SQL: &str = "SELECT count(*) FROM main.correction WHERE id = ?1 AND (
            story_id IN (SELECT story_id FROM main.hold)
            OR story_id IN (SELECT story_id FROM main.article WHERE id IN (SELECT article_id FROM main.hold)))";
        Ok(0 < self.count(SQL, [edit])?)
    }

    /// Returns whether an article of this story is held by itself.
    pub fn has_held_article(&self, story: StoryId) -> Result<bool> {
        const SQL: &str = "SELECT count(*) FROM main.article
            WHERE ifnull(story_id, 0) = ?1 AND id IN (SELECT article_id FROM main.hold)";
        Ok(0 < self.count(SQL, [story.0])?)
    }

    /// Shows again what [`Store::hide_held`] hid.
    pub fn show_held(&self) -> Result<()> {
        self.run_on_schema(&HIDDEN.map(|(table, _)| format!("DROP VIEW IF EXISTS temp.{table};")).concat())
    }

    fn run_on_schema(&self, sql: &str) -> Result<()> {
        // A prepared statement goes on reading the table that it was prepared for.
        self.connection.flush_prepared_statement_cache();
        self.connection.execute_batch(sql).map_err(|source| self.failed(source))
    }
}

impl HoldSubject {
    const fn ids(self) -> (Option<i64>, Option<i64>) {
        match self {
            Self::Story(id) => (Some(id.0), None),
            Self::Article(id) => (None, Some(id.0)),
        }
    }
}
