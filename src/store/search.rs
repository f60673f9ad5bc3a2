//! Finds versions by their words, over `SQLite`'s full-text index.
//!
//! A version is indexed by the paragraphs that none recorded before it had, so
//! a hit is a version that *brought* the words. The index keeps no text: the
//! passage shown is cut out of the version by a scratch index of the hits alone.

use std::borrow::Cow;

use chrono::{DateTime, Utc};
use rusqlite::params;

use super::rows::millis;
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
        let Some(query) = SearchTerms::of_words(plain).all() else { return Ok(true) };
        Ok(self.count(SQL, params![query, version.0])? == 1)
    }

    /// Returns the versions that brought the words of `query`, best first, and how many there are: the first is left
    /// out up to `from`, and at most `limit` are returned.
    ///
    /// `query` is what a reader types: words, "phrases in quotes", a `-` before
    /// what must not stand there, `OR` between two of which one must, a `*` after the beginning of a word.
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
        let Some(query) = SearchTerms::read(query).all() else { return Ok((Vec::new(), 0)) };
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
        let terms = SearchTerms::read(query);
        let (query, fits) = match (terms.all(), terms.unwanted.is_empty()) {
            (Some(query), _) => (query, true),
            (None, false) => (terms.unwanted.join(" OR "), false),
            (None, true) => return Ok(vec![true; texts.len()]),
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
        let Some(query) = SearchTerms::read(query).any() else { return Ok(Vec::new()) };
        self.fill_scratch(texts)?;
        self.all(FIND, [&query], |row| {
            let snippet = row.get::<_, String>(1)?.replace(BETWEEN, "");
            Ok((row.get::<_, i64>(0)? as usize, snippet.split('\u{1}').map(str::to_owned).collect()))
        })
    }
}

/// What a reader typed, term by term in FTS5's language.
///
/// Every term goes in quotes, so no sign that a reader types can be a syntax error.
#[derive(Debug, Default)]
struct SearchTerms {
    /// Of each group, one must stand there.
    wanted: Vec<Vec<String>>,
    unwanted: Vec<String>,
}

/// A word or a phrase as it is typed.
#[derive(Clone, Copy, Debug)]
struct TypedTerm<'t> {
    words: &'t str,
    is_phrase: bool,
}

impl TypedTerm<'_> {
    /// Returns the term in FTS5's language, unless it holds no word.
    fn term(self) -> Option<String> {
        let star = if self.words.ends_with('*') && !self.is_phrase { " *" } else { "" };
        let words = spaced(self.words.trim_end_matches('*'));
        self.words.contains(char::is_alphanumeric).then(|| format!("\"{words}\"{star}"))
    }

    /// Returns whether this is the operator, and no word.
    fn is(self, operator: &str) -> bool {
        !self.is_phrase && self.words == operator
    }
}

impl SearchTerms {
    fn read(typed: &str) -> Self {
        let parts = typed.split('"').enumerate().flat_map(|(index, part)| {
            let is_phrase = index % 2 == 1;
            let words = if is_phrase { vec![part] } else { part.split_whitespace().collect() };
            words.into_iter().map(move |words| TypedTerm { words, is_phrase })
        });
        let parts: Vec<TypedTerm<'_>> = parts.collect();
        let mut terms = Self::default();
        let (mut is_other, mut is_denied, mut was_wanted) = (false, false, false);
        for (at, part) in parts.iter().enumerate() {
            // An operator stands between two terms; anywhere else it is a word.
            if was_wanted && at + 1 < parts.len() && ["OR", "|", "AND", "NOT"].iter().any(|operator| part.is(operator))
            {
                (is_other, is_denied) = (part.is("OR") || part.is("|"), part.is("NOT"));
                was_wanted = part.is("AND");
                continue;
            }
            let rest = part.words.strip_prefix('-').filter(|_| !part.is_phrase);
            let Some(term) = (TypedTerm { words: rest.unwrap_or(part.words), ..*part }).term() else { continue };
            was_wanted = rest.is_none() && !is_denied;
            match (was_wanted, is_other, terms.wanted.last_mut()) {
                (false, ..) => terms.unwanted.push(term),
                (true, true, Some(group)) => group.push(term),
                (true, ..) => terms.wanted.push(vec![term]),
            }
            (is_other, is_denied) = (false, false);
        }
        terms
    }

    /// Returns the terms for words that are no query.
    fn of_words<'w>(words: impl Iterator<Item = &'w str>) -> Self {
        let terms = words.filter_map(|words| TypedTerm { words, is_phrase: true }.term());
        Self { wanted: terms.map(|term| vec![term]).collect(), unwanted: Vec::new() }
    }

    /// Returns the query for what holds every wanted term and no unwanted one; `None` when no word is wanted.
    fn all(&self) -> Option<String> {
        let group = |group: &Vec<String>| match &group[..] {
            [only] => only.clone(),
            several => format!("({})", several.join(" OR ")),
        };
        let wanted = format!("({})", self.wanted.iter().map(group).collect::<Vec<_>>().join(" AND "));
        let terms: Vec<&str> =
            std::iter::once(wanted.as_str()).chain(self.unwanted.iter().map(String::as_str)).collect();
        (!self.wanted.is_empty()).then(|| terms.join(" NOT "))
    }

    /// Returns the query for what holds any wanted term, for the sentence that holds most of them.
    fn any(&self) -> Option<String> {
        (!self.wanted.is_empty()).then(|| self.wanted.concat().join(" OR "))
    }
}

/// Stands between the characters of scripts that write no blanks, where the index would take a clause for one word.
const BETWEEN: char = '\u{200B}';

/// Returns a text in which each character of such a script is a word by itself.
fn spaced(text: &str) -> Cow<'_, str> {
    if !text.contains(is_unspaced) {
        return Cow::Borrowed(text);
    }
    let mut spaced = String::with_capacity(2 * text.len());
    for c in text.chars() {
        spaced.push(c);
        if is_unspaced(c) {
            spaced.push(BETWEEN);
        }
    }
    Cow::Owned(spaced)
}

/// Returns whether a character is of a script without blanks between words: Han, kana, Thai, Lao, Burmese, Khmer.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}' | '\u{3040}'..='\u{30FF}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3134F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_reader_types_is_a_query() {
        let check = |typed: &str, want: Option<&str>| {
            assert_eq!(SearchTerms::read(typed).all().as_deref(), want, "for {typed}");
        };
        check("ferry fire", Some("(\"ferry\" AND \"fire\")"));
        check("\"walk away\" -moscow", Some("(\"walk away\") NOT \"moscow\""));
        check("ferry OR boat fire", Some("((\"ferry\" OR \"boat\") AND \"fire\")"));
        check("ferry | \"car deck\" | boat", Some("((\"ferry\" OR \"car deck\" OR \"boat\"))"));
        check("ferry AND fire NOT boat", Some("(\"ferry\" AND \"fire\") NOT \"boat\""));
        check("OR ferry OR", Some("(\"OR\" AND \"ferry\" AND \"OR\")"));
        check("ferry or fire", Some("(\"ferry\" AND \"or\" AND \"fire\")"));
        check("dead \"OR\" alive", Some("(\"dead\" AND \"OR\" AND \"alive\")"));
        check("港口", Some("(\"港\u{200B}口\u{200B}\")"));
        check("negotiat*", Some("(\"negotiat\" *)"));
        check("AND (OR NEAR", Some("(\"AND\" AND \"(OR\" AND \"NEAR\")"));
        check("an open \"quote", Some("(\"an\" AND \"open\" AND \"quote\")"));
        check("\" (\" -x", None);
        check("\"was NOT true\"", Some("(\"was NOT true\")"));
    }

    #[test]
    fn a_snippet_is_found_by_any_wanted_term() {
        let check = |typed: &str, want: &str| {
            assert_eq!(SearchTerms::read(typed).any().as_deref(), Some(want), "for {typed}");
        };
        check("ferry negotiat* -moscow", "\"ferry\" OR \"negotiat\" *");
        check("\"was NOT true\"", "\"was NOT true\"");
        check("\"hook AND eye\" lost", "\"hook AND eye\" OR \"lost\"");
    }
}
