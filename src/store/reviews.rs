//! Stores which updates were reviewed.

use std::collections::HashMap;

use chrono::{DateTime, Utc};
use rusqlite::params;

use super::rows::{instant, millis};
use super::{Result, Store};
use crate::model::{ArticleId, VersionId};

/// A mark that an update was reviewed: a version as it follows another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReviewMark {
    pub from: VersionId,
    pub to: VersionId,
    pub made: DateTime<Utc>,
    /// When it was taken back.
    pub undone: Option<DateTime<Utc>>,
}

impl Store {
    /// Returns every mark of an article in the order in which they were made, also those that were taken back.
    pub fn review_marks(&self, article: ArticleId) -> Result<Vec<ReviewMark>> {
        const SQL: &str = "SELECT from_id, to_id, made, undone FROM review WHERE article_id = ?1 ORDER BY id";
        self.all(SQL, [article.0], |row| {
            let undone = row.get::<_, Option<i64>>(3)?.map(|_| instant(row, 3)).transpose()?;
            Ok(ReviewMark { from: VersionId(row.get(0)?), to: VersionId(row.get(1)?), made: instant(row, 2)?, undone })
        })
    }

    /// Returns when each update was reviewed whose mark still stands.
    pub fn reviewed_updates(&self) -> Result<HashMap<(VersionId, VersionId), DateTime<Utc>>> {
        const SQL: &str = "SELECT from_id, to_id, made FROM review WHERE undone IS NULL";
        let marks =
            self.all(SQL, [], |row| Ok(((VersionId(row.get(0)?), VersionId(row.get(1)?)), instant(row, 2)?)))?;
        Ok(marks.into_iter().collect())
    }

    /// Adds a mark.
    pub fn add_review_mark(&self, article: ArticleId, mark: &ReviewMark) -> Result<()> {
        const SQL: &str = "INSERT INTO review (article_id, from_id, to_id, made, undone) VALUES (?1, ?2, ?3, ?4, ?5)";
        let (made, undone) = (millis(mark.made), mark.undone.map(millis));
        self.insert(SQL, params![article.0, mark.from.0, mark.to.0, made, undone]).map(drop)
    }

    /// Takes back the mark that stands; `false` where there is none.
    pub fn undo_review_mark(&self, (from, to): (VersionId, VersionId), at: DateTime<Utc>) -> Result<bool> {
        const SQL: &str = "UPDATE review SET undone = ?3 WHERE from_id = ?1 AND to_id = ?2 AND undone IS NULL";
        Ok(self.change(SQL, params![from.0, to.0, millis(at)])? == 1)
    }
}
