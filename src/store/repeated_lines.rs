//! Stores the lines that a site repeats on its pages, and in which articles they are left out.

use chrono::{DateTime, Utc};
use rusqlite::{Row, params};

use super::rows::{instant, millis, optional_instant};
use super::{Result, Store};
use crate::model::{ArticleId, RepeatedLine};

/// Number of a repeated line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct RepeatedLineId(pub i64);

const SELECT: &str = "SELECT id, host, line, articles, looked, learnt, kept FROM repeated_line";

fn line_of(row: &Row<'_>) -> rusqlite::Result<(RepeatedLineId, RepeatedLine)> {
    let line = RepeatedLine {
        host: row.get(1)?,
        line: row.get(2)?,
        articles: row.get::<_, i64>(3)? as usize,
        looked: row.get::<_, i64>(4)? as usize,
        learnt: instant(row, 5)?,
        kept: optional_instant(row, 6)?,
    };
    Ok((RepeatedLineId(row.get(0)?), line))
}

impl Store {
    /// Returns the repeated lines of a site, or of all, by site and in the order in which they were learnt.
    pub fn repeated_lines(&self, host: Option<&str>) -> Result<Vec<(RepeatedLineId, RepeatedLine)>> {
        match host {
            Some(host) => self.all(&format!("{SELECT} WHERE host = ?1 ORDER BY id"), [host], line_of),
            None => self.all(&format!("{SELECT} ORDER BY host, id"), [], line_of),
        }
    }

    /// Adds a repeated line, unless the site has it; returns whether it is new.
    pub fn add_repeated_line(&self, line: &RepeatedLine) -> Result<bool> {
        const SQL: &str = "INSERT INTO repeated_line (host, line, articles, looked, learnt, kept)
            VALUES (?1, ?2, ?3, ?4, ?5, ?6) ON CONFLICT DO NOTHING";
        let (articles, looked) = (line.articles as i64, line.looked as i64);
        let (learnt, kept) = (millis(line.learnt), line.kept.map(millis));
        self.change(SQL, params![line.host, line.line, articles, looked, learnt, kept]).map(|rows| rows == 1)
    }

    /// Has a line count as text since `kept`, or left out.
    pub fn keep_repeated_line(&self, id: RepeatedLineId, kept: Option<DateTime<Utc>>) -> Result<()> {
        self.change("UPDATE repeated_line SET kept = ?2 WHERE id = ?1", params![id.0, kept.map(millis)]).map(drop)
    }

    /// Removes a line, and what was settled about it.
    pub fn forget_repeated_line(&self, id: RepeatedLineId) -> Result<()> {
        self.change("DELETE FROM repeated_line WHERE id = ?1", [id.0]).map(drop)
    }

    /// Returns whether a line is left out of an article, where that is settled.
    pub fn repeated_line_choice(&self, article: ArticleId, line: RepeatedLineId) -> Result<Option<bool>> {
        const SQL: &str = "SELECT is_left_out FROM repeated_line_choice WHERE article_id = ?1 AND line_id = ?2";
        self.first(SQL, [article.0, line.0], |row| row.get(0))
    }

    /// Returns the lines of which it is settled how an article is read with them.
    pub fn repeated_lines_settled(&self, article: ArticleId) -> Result<Vec<(RepeatedLineId, RepeatedLine)>> {
        let sql = format!(
            "{SELECT} WHERE id IN (SELECT line_id FROM repeated_line_choice WHERE article_id = ?1) ORDER BY id"
        );
        self.all(&sql, [article.0], line_of)
    }

    /// Settles whether a line is left out of an article.
    pub fn settle_repeated_line(&self, article: ArticleId, line: RepeatedLineId, is_left_out: bool) -> Result<()> {
        const SQL: &str = "INSERT INTO repeated_line_choice (article_id, line_id, is_left_out) VALUES (?1, ?2, ?3)
            ON CONFLICT DO NOTHING";
        self.change(SQL, params![article.0, line.0, is_left_out]).map(drop)
    }

    /// Returns the articles of which a line is left out.
    pub fn articles_without_line(&self, line: RepeatedLineId) -> Result<Vec<ArticleId>> {
        const SQL: &str =
            "SELECT article_id FROM repeated_line_choice WHERE line_id = ?1 AND is_left_out = 1 ORDER BY article_id";
        self.all(SQL, [line.0], |row| row.get(0).map(ArticleId))
    }

    /// Counts the articles of which a line is left out.
    pub fn count_articles_without_line(&self, line: RepeatedLineId) -> Result<usize> {
        self.count("SELECT count(*) FROM repeated_line_choice WHERE line_id = ?1 AND is_left_out = 1", [line.0])
    }

    /// Counts one more article of a site; returns how many there are since its lines were looked through.
    pub fn count_site_article(&self, host: &str) -> Result<usize> {
        const SQL: &str = "INSERT INTO repeated_line_turn (host, articles) VALUES (?1, 1)
            ON CONFLICT (host) DO UPDATE SET articles = articles + 1 RETURNING articles";
        self.count(SQL, [host])
    }

    /// Begins the count of a site's articles anew.
    pub fn begin_site_count(&self, host: &str) -> Result<()> {
        self.change("UPDATE repeated_line_turn SET articles = 0 WHERE host = ?1", [host]).map(drop)
    }

    /// Returns the articles of a site that were recorded last, latest first.
    pub fn latest_articles_of_site(&self, host: &str, limit: usize) -> Result<Vec<ArticleId>> {
        // An address of the site begins with its host and a slash; the index holds the hosts with their articles in order.
        const SQL: &str = "SELECT DISTINCT article_id FROM address WHERE substr(key, 1, instr(key, '/')) = ?1 || '/'
            ORDER BY article_id DESC LIMIT ?2";
        self.all(SQL, params![host, limit as i64], |row| row.get(0).map(ArticleId))
    }
}
