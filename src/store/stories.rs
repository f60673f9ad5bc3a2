//! Stores stories: make, list, rename, merge, delete.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use rusqlite::{Row, params};

use super::rows::{instant, millis, unreadable};
use super::{Result, Store};
use crate::model::{Story, StoryId};

const COLUMNS: &str = "id, slug, title, timezone, created";

fn story_of(row: &Row<'_>) -> rusqlite::Result<Story> {
    let timezone: String = row.get(3)?;
    Ok(Story {
        id: StoryId(row.get(0)?),
        slug: row.get(1)?,
        title: row.get(2)?,
        timezone: timezone.parse::<Tz>().map_err(|error| unreadable(3, error))?,
        created: instant(row, 4)?,
    })
}

impl Store {
    /// Makes a story; its slug must be free.
    pub fn add_story(&self, slug: &str, title: Option<&str>, timezone: Tz, now: DateTime<Utc>) -> Result<StoryId> {
        const SQL: &str = "INSERT INTO story (slug, title, timezone, created) VALUES (?1, ?2, ?3, ?4)";
        self.insert(SQL, params![slug, title, timezone.name(), millis(now)]).map(StoryId)
    }

    /// Returns a story, if it exists.
    pub fn story(&self, id: StoryId) -> Result<Option<Story>> {
        self.first(&format!("SELECT {COLUMNS} FROM story WHERE id = ?1"), [id.0], story_of)
    }

    /// Returns the story with this slug, if there is one.
    pub fn story_called(&self, slug: &str) -> Result<Option<Story>> {
        self.first(&format!("SELECT {COLUMNS} FROM story WHERE slug = ?1"), [slug], story_of)
    }

    /// Returns every story in order of slug.
    pub fn stories(&self) -> Result<Vec<Story>> {
        self.all(&format!("SELECT {COLUMNS} FROM story ORDER BY slug"), [], story_of)
    }

    /// Returns the slugs next to `slug` in order, up to so many on either side.
    pub fn story_names_around(&self, slug: &str, count: usize) -> Result<Vec<String>> {
        const BEFORE: &str = "SELECT slug FROM story WHERE slug < ?1 ORDER BY slug DESC LIMIT ?2";
        const AFTER: &str = "SELECT slug FROM story WHERE slug > ?1 ORDER BY slug LIMIT ?2";
        let mut names = self.all(BEFORE, params![slug, count as i64], |row| row.get(0))?;
        names.extend(self.all(AFTER, params![slug, count as i64], |row| row.get::<_, String>(0))?);
        Ok(names)
    }

    /// Sets slug and title of a story.
    pub fn rename_story(&self, id: StoryId, slug: &str, title: Option<&str>) -> Result<()> {
        self.change("UPDATE story SET slug = ?2, title = ?3 WHERE id = ?1", params![id.0, slug, title]).map(drop)
    }

    /// Sets the zone in which a story's dates are read.
    pub fn set_story_timezone(&self, id: StoryId, timezone: Tz) -> Result<()> {
        self.change("UPDATE story SET timezone = ?2 WHERE id = ?1", params![id.0, timezone.name()]).map(drop)
    }

    /// Deletes a story with all its articles and versions.
    pub fn delete_story(&self, id: StoryId) -> Result<()> {
        self.change(
            "DELETE FROM passage WHERE rowid IN
                (SELECT version.id FROM version JOIN article ON article.id = article_id WHERE ifnull(story_id, 0) = ?1)",
            [id.0],
        )?;
        // Looks refer to originals, which would otherwise be gone before them.
        self.change(
            "DELETE FROM capture WHERE article_id IN (SELECT id FROM article WHERE ifnull(story_id, 0) = ?1)",
            [id.0],
        )?;
        self.change("DELETE FROM story WHERE id = ?1", [id.0]).map(drop)
    }
}
