//! Finds versions by their words, over `SQLite`'s full-text index.
//!
//! A version is indexed by the paragraphs that none recorded before it had, so
//! a hit is a version that *brought* the words. The index keeps no text: the
//! passage shown is cut out of the version by a scratch index of the hits alone.

use chrono::{DateTime, Utc};
use rusqlite::params;

use super::rows::millis;
use super::search_terms::{BETWEEN, Fitting, SearchTerms, spaced};
use super::{Result, Store};
use crate::model::{ArticleId, StoryId, VersionId};

/// A version that brought the words, best first.
#[derive(Clone, Debug, PartialEq)]
pub struct SearchMatch {
    pub article: ArticleId,
    pub version: VersionId,
}

/// Where to search: everywhere, unless something is named.
#[derive(Clone, Debug, Default)]
pub struct SearchScope {
    pub story: Option<StoryId>,
    /// Names of outlets; capitals do not matter.
    pub outlets: Option<Vec<String>>,
    /// Versions first seen at or after this moment.
    pub since: Option<DateTime<Utc>>,
    /// Versions first seen before this moment.
    pub before: Option<DateTime<Utc>>,
}

impl Store {
    /// Indexes the words that a version brings.
    pub fn index_words(&self, version: VersionId, words: &str) -> Result<()> {
        self.change("INSERT INTO passage (rowid, words) VALUES (?1, ?2)", params![version.0, spaced(words)]).map(drop)
    }

    /// Takes a version out of the index.
    pub fn forget_words_of(&self, version: VersionId) -> Result<()> {
        self.change("DELETE FROM passage WHERE rowid = ?1", [version.0]).map(drop)
    }

    /// Empties the index, also one that is damaged.
    pub fn forget_words(&self) -> Result<()> {
        self.change("INSERT INTO passage (passage) VALUES ('delete-all')", []).map(drop)
    }

    /// Returns whether a version is found by the first words that it brings; also true where it brings none.
    pub fn is_indexed(&self, version: VersionId, words: &str) -> Result<bool> {
        const SQL: &str = "SELECT count(*) FROM passage WHERE passage MATCH ?1 AND rowid = ?2";
        const FIRST: usize = 8;
        let plain = words.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).take(FIRST);
        let Some(Fitting::Found(query)) = SearchTerms::of_words(plain).map(|terms| terms.fitting()) else {
            return Ok(true);
        };
        Ok(self.count(SQL, params![query, version.0])? == 1)
    }

    /// Returns the versions that brought the words of `query`, best first, and how many there are: the first is left
    /// out up to `from`, and at most `limit` are returned.
    ///
    /// `query` is what a reader types, as `search_terms` reads it; one that only says what must not stand there finds none.
    pub fn search(
        &self,
        query: &str,
        scope: &SearchScope,
        (from, limit): (usize, usize),
    ) -> Result<(Vec<SearchMatch>, usize)> {
        const WHERE: &str = "FROM passage JOIN version ON version.id = passage.rowid
            JOIN article ON article.id = article_id LEFT JOIN outlet ON outlet.id = outlet_id
            WHERE passage MATCH ?1 AND (?2 IS NULL OR story_id = ?2)
              AND (?3 IS NULL OR outlet.name IN (SELECT value FROM json_each(?3)))
              AND (?4 IS NULL OR ?4 <= (SELECT min(captured) FROM capture WHERE version_id = version.id))
              AND (?5 IS NULL OR (SELECT min(captured) FROM capture WHERE version_id = version.id) < ?5)";
        let Some(Fitting::Found(query)) = SearchTerms::read(query).map(|terms| terms.fitting()) else {
            return Ok((Vec::new(), 0));
        };
        let outlets = scope.outlets.as_ref().map(|names| serde_json::json!(names).to_string());
        let (story, since, before) = (scope.story.map(|id| id.0), scope.since.map(millis), scope.before.map(millis));
        let hits =
            format!("SELECT article_id, version.id {WHERE} ORDER BY bm25(passage), version.id LIMIT ?6 OFFSET ?7");
        let bounds = (limit as i64, from as i64);
        let hits = self.all(&hits, params![query, story, outlets, since, before, bounds.0, bounds.1], |row| {
            Ok(SearchMatch { article: ArticleId(row.get(0)?), version: VersionId(row.get(1)?) })
        })?;
        let total = self.count(&format!("SELECT count(*) {WHERE}"), params![query, story, outlets, since, before])?;
        Ok((hits, total))
    }

    /// Returns the names of all outlets.
    pub fn outlet_names(&self) -> Result<Vec<String>> {
        self.all("SELECT name FROM outlet ORDER BY name", [], |row| row.get(0))
    }

    /// Returns, for each text, whether a query fits it; a query that only says what must not stand there fits all others.
    pub fn fitting(&self, query: &str, texts: &[impl AsRef<str>]) -> Result<Vec<bool>> {
        const FIND: &str = "SELECT rowid FROM temp.scratch WHERE scratch MATCH ?1";
        let (query, fits) = match SearchTerms::read(query).map(|terms| terms.fitting()) {
            Some(Fitting::Found(query)) => (query, true),
            Some(Fitting::NotFound(query)) => (query, false),
            None => return Ok(vec![true; texts.len()]),
        };
        self.fill_scratch(texts)?;
        let mut fitting = vec![!fits; texts.len()];
        for place in self.all(FIND, [&query], |row| row.get::<_, i64>(0))? {
            fitting[place as usize] = fits;
        }
        Ok(fitting)
    }

    /// Fills the scratch index with texts; their places are its row ids.
    fn fill_scratch(&self, texts: &[impl AsRef<str>]) -> Result<()> {
        const MAKE: &str = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.scratch USING fts5 (words,
            tokenize = 'porter unicode61 remove_diacritics 2')";
        let run = |sql: &str| self.connection.execute_batch(sql).map_err(|source| self.failed(source));
        run(MAKE)?;
        // All at once: each text by itself would make a part of the index by itself.
        run("SAVEPOINT scratch")?;
        let filled = self.refill_scratch(texts);
        run(if filled.is_ok() { "RELEASE scratch" } else { "ROLLBACK TO scratch; RELEASE scratch" })?;
        filled
    }

    fn refill_scratch(&self, texts: &[impl AsRef<str>]) -> Result<()> {
        self.change("DELETE FROM temp.scratch", [])?;
        for (place, text) in texts.iter().enumerate() {
            let text = spaced(text.as_ref());
            self.change("INSERT INTO temp.scratch (rowid, words) VALUES (?1, ?2)", params![place as i64, text])?;
        }
        Ok(())
    }

    /// Returns, for each text, the place in `texts` and a snippet around the words of `query`.
    ///
    /// A snippet is the words before, the match, the words after …, matches at odd places.
    pub fn snippets(&self, query: &str, texts: &[&str]) -> Result<Vec<(usize, Vec<String>)>> {
        const FIND: &str = "SELECT rowid, snippet(scratch, 0, char(1), char(1), '…', 24) FROM temp.scratch
            WHERE scratch MATCH ?1 ORDER BY rowid";
        let Some(query) = SearchTerms::read(query).and_then(|terms| terms.any()) else { return Ok(Vec::new()) };
        self.fill_scratch(texts)?;
        self.all(FIND, [&query], |row| {
            let snippet = row.get::<_, String>(1)?.replace(BETWEEN, "");
            Ok((row.get::<_, i64>(0)? as usize, snippet.split('\u{1}').map(str::to_owned).collect()))
        })
    }
}
