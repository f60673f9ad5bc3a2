//! Stores articles, their outlets and the addresses they were seen at.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use rusqlite::{Row, params};

use super::rows::{instant, millis};
use super::{Result, Store};
use crate::model::{Article, ArticleId, Outlet, OutletId, StoryId};

const SELECT: &str = "SELECT article.id, article.slug, story_id, outlet_id, outlet.name, article.created
    FROM article LEFT JOIN outlet ON outlet.id = outlet_id";

fn article_of(row: &Row<'_>) -> rusqlite::Result<Article> {
    let outlet: Option<i64> = row.get(3)?;
    let name: Option<String> = row.get(4)?;
    Ok(Article {
        id: ArticleId(row.get(0)?),
        slug: row.get(1)?,
        story: row.get::<_, Option<i64>>(2)?.map(StoryId),
        outlet: outlet.zip(name).map(|(id, name)| Outlet { id: OutletId(id), name }),
        addresses: Vec::new(),
        created: instant(row, 5)?,
    })
}

impl Store {
    /// Makes an article; its slug must be free within the story.
    pub fn add_article(
        &self,
        slug: &str,
        story: Option<StoryId>,
        outlet: Option<OutletId>,
        now: DateTime<Utc>,
    ) -> Result<ArticleId> {
        const SQL: &str = "INSERT INTO article (slug, story_id, outlet_id, created) VALUES (?1, ?2, ?3, ?4)";
        self.insert(SQL, params![slug, story.map(|id| id.0), outlet.map(|id| id.0), millis(now)]).map(ArticleId)
    }

    /// Returns an article, if it exists.
    pub fn article(&self, id: ArticleId) -> Result<Option<Article>> {
        let found = self.first(&format!("{SELECT} WHERE article.id = ?1"), [id.0], article_of)?;
        found.map(|article| self.with_addresses(article)).transpose()
    }

    /// Returns the article called so in a story, or among the unfiled ones.
    pub fn article_called(&self, story: Option<StoryId>, slug: &str) -> Result<Option<Article>> {
        let sql = format!("{SELECT} WHERE ifnull(story_id, 0) = ?1 AND slug = ?2");
        let found = self.first(&sql, params![story.map_or(0, |id| id.0), slug], article_of)?;
        found.map(|article| self.with_addresses(article)).transpose()
    }

    /// Returns every article called so, in whatever story.
    pub fn articles_called(&self, slug: &str) -> Result<Vec<Article>> {
        let found = self.all(&format!("{SELECT} WHERE slug = ?1 ORDER BY article.id"), [slug], article_of)?;
        found.into_iter().map(|article| self.with_addresses(article)).collect()
    }

    /// Returns the article seen at the address with this `key`.
    pub fn article_at(&self, key: &str) -> Result<Option<ArticleId>> {
        self.first("SELECT article_id FROM address WHERE key = ?1", [key], |row| row.get(0).map(ArticleId))
    }

    /// Returns the articles of a story, or the unfiled ones, in order of slug.
    pub fn articles_of(&self, story: Option<StoryId>) -> Result<Vec<Article>> {
        // `CROSS` keeps the order: from the few articles of the story to their addresses, not over all addresses.
        const ADDRESSES: &str = "SELECT article_id, url FROM article CROSS JOIN address ON article.id = article_id
            WHERE ifnull(story_id, 0) = ?1 ORDER BY key";
        let home = story.map_or(0, |id| id.0);
        let sql = format!("{SELECT} WHERE ifnull(story_id, 0) = ?1 ORDER BY slug");
        let mut articles = self.all(&sql, [home], article_of)?;
        let mut addresses: HashMap<ArticleId, Vec<String>> = HashMap::new();
        for (article, url) in self.all(ADDRESSES, [home], |row| Ok((ArticleId(row.get(0)?), row.get(1)?)))? {
            addresses.entry(article).or_default().push(url);
        }
        for article in &mut articles {
            article.addresses = addresses.remove(&article.id).unwrap_or_default();
        }
        Ok(articles)
    }

    /// Returns every article: by story, then by slug, the unfiled ones first.
    pub fn articles(&self) -> Result<Vec<Article>> {
        let sql = format!("{SELECT} LEFT JOIN story ON story.id = story_id ORDER BY story.slug, article.slug");
        let found = self.all(&sql, [], article_of)?;
        found.into_iter().map(|article| self.with_addresses(article)).collect()
    }

    /// Returns the ids of all articles in the order of [`Store::articles`].
    pub fn article_ids(&self) -> Result<Vec<ArticleId>> {
        const SQL: &str = "SELECT article.id FROM article LEFT JOIN story ON story.id = story_id
            ORDER BY story.slug, article.slug";
        self.all(SQL, [], |row| row.get(0).map(ArticleId))
    }

    /// Gives an article another place or name.
    pub fn place_article(&self, id: ArticleId, story: Option<StoryId>, slug: &str) -> Result<()> {
        const SQL: &str = "UPDATE article SET story_id = ?2, slug = ?3 WHERE id = ?1";
        self.change(SQL, params![id.0, story.map(|id| id.0), slug]).map(drop)
    }

    /// Sets the outlet of an article.
    pub fn set_article_outlet(&self, id: ArticleId, outlet: OutletId) -> Result<()> {
        self.change("UPDATE article SET outlet_id = ?2 WHERE id = ?1", [id.0, outlet.0]).map(drop)
    }

    /// Notes that an article was seen at `url`, unless that is known.
    pub fn add_address(&self, id: ArticleId, key: &str, url: &str) -> Result<()> {
        const SQL: &str = "INSERT INTO address (key, url, article_id) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
        self.change(SQL, params![key, url, id.0]).map(drop)
    }

    /// Deletes an article with all its versions.
    pub fn delete_article(&self, id: ArticleId) -> Result<()> {
        self.rest_entry_anchors_elsewhere(id)?;
        self.change("DELETE FROM passage WHERE rowid IN (SELECT id FROM version WHERE article_id = ?1)", [id.0])?;
        self.change("DELETE FROM capture WHERE article_id = ?1", [id.0])?;
        self.change("DELETE FROM article WHERE id = ?1", [id.0]).map(drop)
    }

    /// Returns the outlet called so, made where there is none. Capitals do not tell two apart.
    pub fn outlet_called(&self, name: &str) -> Result<OutletId> {
        let found = self.first("SELECT id FROM outlet WHERE name = ?1", [name], |row| row.get(0))?;
        match found {
            Some(id) => Ok(OutletId(id)),
            None => self.insert("INSERT INTO outlet (name) VALUES (?1)", [name]).map(OutletId),
        }
    }

    fn with_addresses(&self, mut article: Article) -> Result<Article> {
        const SQL: &str = "SELECT url FROM address WHERE article_id = ?1 ORDER BY key";
        article.addresses = self.all(SQL, [article.id.0], |row| row.get(0))?;
        Ok(article)
    }
}
