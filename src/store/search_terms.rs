//! Reads what a reader types to search, and writes it in FTS5's language.
//!
//! ```text
//! query  = clause, { [ "AND" ], clause }
//! clause = part, { ( "OR" | "|" ), part }
//! part   = [ "NOT" | "-" ], ( word | word "*" | "\"" phrase "\"" | "(" query ")" )
//! ```
//!
//! `ferry OR boat fire` is (`ferry` or `boat`) and `fire`: OR binds closer than AND, as in search engines, and NOT is of the
//! part behind it alone. Operators are in capitals; in quote marks they are words. Whatever is typed is a query: an operator
//! with nothing beside it to join, and a bracket without its other, say nothing. `*` ends the beginning of a word.

use std::borrow::Cow;
use std::iter::Peekable;
use std::vec::IntoIter;

use crate::model::has_no_spaces;

/// Brackets within brackets that are read; those further inside say nothing. FTS5 bears few more of those that this writes,
/// which has brackets of its own for each NOT that is turned round.
const MAX_DEPTH: usize = 8;

/// What a query asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SearchWish {
    /// Nothing: it holds no word.
    Nothing,
    /// What holds its words.
    Words,
    /// All that does not hold them.
    Absence,
}

/// What texts a query fits, in FTS5's language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Fitting {
    /// Those that this finds.
    Found(String),
    /// All but those that this finds.
    NotFound(String),
}

/// A query taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum SearchTerms {
    /// A word or phrase in FTS5's language, in quote marks: no sign that a reader types can be a syntax error.
    Term(String),
    Not(Box<SearchTerms>),
    And(Vec<SearchTerms>),
    Or(Vec<SearchTerms>),
}

/// A piece of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
enum QueryPiece {
    And,
    Or,
    Not,
    Open,
    Close,
    Term(String),
}

/// Returns what a reader asks for with these words.
pub fn search_wish(typed: &str) -> SearchWish {
    match SearchTerms::read(typed).map(|terms| terms.fitting()) {
        None => SearchWish::Nothing,
        Some(Fitting::Found(_)) => SearchWish::Words,
        Some(Fitting::NotFound(_)) => SearchWish::Absence,
    }
}

impl SearchTerms {
    /// Reads a query; `None` when it holds no word.
    pub(super) fn read(typed: &str) -> Option<Self> {
        let mut pieces = pieces(typed).into_iter().peekable();
        query(&mut pieces, 0)
    }

    /// Returns the query for texts that have all these words, whatever they are.
    pub(super) fn of_words<'w>(words: impl Iterator<Item = &'w str>) -> Option<Self> {
        joined(words.filter_map(phrase).map(Self::Term).collect(), Self::And)
    }

    /// Returns which texts fit.
    ///
    /// FTS5 finds texts that have words and none that merely lack some, so a query is turned until it does: `-a OR b` are
    /// all texts but those that have `a` and not `b`.
    pub(super) fn fitting(&self) -> Fitting {
        use Fitting::{Found, NotFound};
        match self {
            Self::Term(term) => Found(term.clone()),
            Self::Not(part) => match part.fitting() {
                Found(query) => NotFound(query),
                NotFound(query) => Found(query),
            },
            Self::And(parts) => {
                let (found, not_found) = sides(parts);
                match found.is_empty() {
                    true => NotFound(list(&not_found, " OR ")),
                    false => Found(without(&list(&found, " AND "), &not_found)),
                }
            }
            Self::Or(parts) => {
                let (found, not_found) = sides(parts);
                match not_found.is_empty() {
                    true => Found(list(&found, " OR ")),
                    false => NotFound(without(&list(&not_found, " AND "), &found)),
                }
            }
        }
    }

    /// Returns the query for what holds any term that is wanted, for the sentence that holds most of them.
    pub(super) fn any(&self) -> Option<String> {
        let mut wanted = Vec::new();
        self.part_terms(&mut wanted, &mut Vec::new());
        (!wanted.is_empty()).then(|| wanted.join(" OR "))
    }

    /// Parts the terms into those under an even number of NOTs and the others.
    fn part_terms<'t>(&'t self, wanted: &mut Vec<&'t str>, unwanted: &mut Vec<&'t str>) {
        match self {
            Self::Term(term) => wanted.push(term),
            Self::Not(part) => part.part_terms(unwanted, wanted),
            Self::And(parts) | Self::Or(parts) => parts.iter().for_each(|part| part.part_terms(wanted, unwanted)),
        }
    }
}

/// Returns what the parts find, and what those find that must not be there.
fn sides(parts: &[SearchTerms]) -> (Vec<String>, Vec<String>) {
    let (mut found, mut not_found) = (Vec::new(), Vec::new());
    for part in parts {
        match part.fitting() {
            Fitting::Found(query) => found.push(query),
            Fitting::NotFound(query) => not_found.push(query),
        }
    }
    (found, not_found)
}

fn list(queries: &[String], operator: &str) -> String {
    match queries {
        [only] => only.clone(),
        several => format!("({})", several.join(operator)),
    }
}

fn without(query: &str, unwanted: &[String]) -> String {
    match unwanted.is_empty() {
        true => query.to_owned(),
        false => format!("({query} NOT {})", list(unwanted, " OR ")),
    }
}

fn joined(mut parts: Vec<SearchTerms>, of_several: fn(Vec<SearchTerms>) -> SearchTerms) -> Option<SearchTerms> {
    match parts.len() {
        0 | 1 => parts.pop(),
        _ => Some(of_several(parts)),
    }
}

/// Reads clauses up to the end or to the bracket that closes them.
fn query(pieces: &mut Peekable<IntoIter<QueryPiece>>, depth: usize) -> Option<SearchTerms> {
    let mut clauses = Vec::new();
    while let Some(piece) = pieces.peek() {
        match piece {
            QueryPiece::Close if 0 < depth => break,
            QueryPiece::Close | QueryPiece::And | QueryPiece::Or => drop(pieces.next()),
            _ => clauses.extend(clause(pieces, depth)),
        }
    }
    joined(clauses, SearchTerms::And)
}

/// Reads parts with OR between them.
fn clause(pieces: &mut Peekable<IntoIter<QueryPiece>>, depth: usize) -> Option<SearchTerms> {
    let mut parts = Vec::new();
    loop {
        parts.extend(part(pieces, depth));
        let mut is_other = false;
        while let Some(operator @ (QueryPiece::Or | QueryPiece::And)) = pieces.peek() {
            is_other |= *operator == QueryPiece::Or;
            pieces.next();
        }
        if !is_other {
            return joined(parts, SearchTerms::Or);
        }
    }
}

/// Reads one part; `None` where none stands.
fn part(pieces: &mut Peekable<IntoIter<QueryPiece>>, depth: usize) -> Option<SearchTerms> {
    let mut is_denied = false;
    while pieces.next_if_eq(&QueryPiece::Not).is_some() {
        is_denied = !is_denied;
    }
    let is_part = |piece: &QueryPiece| matches!(piece, QueryPiece::Term(_) | QueryPiece::Open);
    let read = match pieces.next_if(is_part)? {
        QueryPiece::Term(term) => SearchTerms::Term(term),
        _ => {
            let inside = query(pieces, depth + 1);
            pieces.next_if_eq(&QueryPiece::Close);
            inside?
        }
    };
    Some(if is_denied { SearchTerms::Not(Box::new(read)) } else { read })
}

/// Cuts what is typed into its pieces; what holds no word is left out.
fn pieces(typed: &str) -> Vec<QueryPiece> {
    let mut pieces = Vec::new();
    let mut depth = 0;
    let mut rest = typed.trim_start();
    while let Some(first) = rest.chars().next() {
        let mut end = first.len_utf8();
        match first {
            '"' => {
                let inside = &rest[1..];
                let quoted = inside.find('"').unwrap_or(inside.len());
                pieces.extend(phrase(&inside[..quoted]).map(QueryPiece::Term));
                end = (quoted + 2).min(rest.len());
            }
            '(' => {
                depth += 1;
                pieces.extend((depth <= MAX_DEPTH).then_some(QueryPiece::Open));
            }
            ')' => {
                pieces.extend((depth <= MAX_DEPTH).then_some(QueryPiece::Close));
                depth = depth.saturating_sub(1);
            }
            '-' => pieces.push(QueryPiece::Not),
            _ => {
                end = rest.find(|c: char| c.is_whitespace() || matches!(c, '"' | '(' | ')')).unwrap_or(rest.len());
                pieces.extend(word(&rest[..end]));
            }
        }
        // A minus and its word may not stand apart.
        let behind = &rest[end..];
        rest = behind.trim_start();
        if first == '-' && rest.len() < behind.len() {
            pieces.pop();
        }
    }
    pieces
}

fn word(word: &str) -> Option<QueryPiece> {
    match word {
        "AND" => Some(QueryPiece::And),
        "OR" | "|" => Some(QueryPiece::Or),
        "NOT" => Some(QueryPiece::Not),
        _ => {
            let star = if word.ends_with('*') { " *" } else { "" };
            phrase(word.trim_end_matches('*')).map(|term| QueryPiece::Term(format!("{term}{star}")))
        }
    }
}

/// Returns words that are found as they stand, in FTS5's language; `None` where there are none.
fn phrase(words: &str) -> Option<String> {
    words.contains(char::is_alphanumeric).then(|| format!("\"{}\"", spaced(words)))
}

/// Stands between the characters of scripts that write no blanks, where the index would take a clause for one word.
pub(super) const BETWEEN: char = '\u{200B}';

/// Returns a text in which each character of such a script is a word by itself.
pub(super) fn spaced(text: &str) -> Cow<'_, str> {
    if !text.contains(has_no_spaces) {
        return Cow::Borrowed(text);
    }
    let mut spaced = String::with_capacity(2 * text.len());
    for c in text.chars() {
        spaced.push(c);
        if has_no_spaces(c) {
            spaced.push(BETWEEN);
        }
    }
    Cow::Owned(spaced)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Writes the query, with `not:` before what only finds what must not be there.
    #[track_caller]
    fn check(typed: &str, want: &str) {
        let got = match SearchTerms::read(typed).map(|terms| terms.fitting()) {
            None => "nothing".to_owned(),
            Some(Fitting::Found(query)) => query,
            Some(Fitting::NotFound(query)) => format!("not: {query}"),
        };
        assert_eq!(got.replace('"', "'"), want, "for {typed}");
    }

    #[test]
    fn words_stand_together_and_or_binds_closer() {
        check("ferry fire", "('ferry' AND 'fire')");
        check("ferry AND fire", "('ferry' AND 'fire')");
        check("ferry OR boat fire", "(('ferry' OR 'boat') AND 'fire')");
        check("fire ferry OR boat", "('fire' AND ('ferry' OR 'boat'))");
        check("ferry | \"car deck\" | boat", "('ferry' OR 'car deck' OR 'boat')");
        check("ferry or fire", "('ferry' AND 'or' AND 'fire')");
        check("negotiat*", "'negotiat' *");
        check("an open \"quote of two", "('an' AND 'open' AND 'quote of two')");
    }

    #[test]
    fn not_is_of_the_part_behind_it() {
        check("\"walk away\" -moscow", "('walk away' NOT 'moscow')");
        check("ferry NOT fire NOT boat", "('ferry' NOT ('fire' OR 'boat'))");
        check("NOT fire AND boat", "('boat' NOT 'fire')");
        check("ferry AND fire NOT boat", "(('ferry' AND 'fire') NOT 'boat')");
        check("ferry -\"car deck\"", "('ferry' NOT 'car deck')");
        check("ferry NOT \"car deck\"", "('ferry' NOT 'car deck')");
        check("ferry -fire*", "('ferry' NOT 'fire' *)");
        check("ferry NOT NOT fire", "('ferry' AND 'fire')");
        check("ferry - fire", "('ferry' AND 'fire')"); // a dash between words
        check("walk-away", "'walk-away'");
        check("-fire", "not: 'fire'");
        check("-fire -boat", "not: ('fire' OR 'boat')");
    }

    #[test]
    fn what_lacks_a_word_is_one_of_two_as_well() {
        check("-fire OR boat", "not: ('fire' NOT 'boat')");
        check("ferry -fire OR boat", "('ferry' NOT ('fire' NOT 'boat'))");
        check("ferry OR NOT fire", "not: ('fire' NOT 'ferry')");
        check("-fire OR -boat", "not: ('fire' AND 'boat')");
    }

    #[test]
    fn brackets_hold_a_query() {
        check("(ferry OR boat) fire", "(('ferry' OR 'boat') AND 'fire')");
        check("ferry OR (boat fire)", "('ferry' OR ('boat' AND 'fire'))");
        check("ferry -(fire OR boat)", "('ferry' NOT ('fire' OR 'boat'))");
        check("ferry NOT (fire -boat)", "('ferry' NOT ('fire' NOT 'boat'))");
        check("(ferry fire", "('ferry' AND 'fire')");
        check("ferry) fire (", "('ferry' AND 'fire')");
        check("f(x)", "('f' AND 'x')");
        check("()", "nothing");
        check(&format!("{}ferry", "(".repeat(5000)), "'ferry'");
    }

    #[test]
    fn an_operator_with_nothing_beside_it_says_nothing() {
        check("OR ferry OR", "'ferry'");
        check("ferry OR AND fire", "('ferry' OR 'fire')");
        check("ferry AND NOT", "'ferry'");
        check("OR NOT", "nothing");
        check("ferry OR (", "'ferry'");
        check("AND (OR NEAR", "'NEAR'");
        check("dead \"OR\" alive", "('dead' AND 'OR' AND 'alive')");
        check("\"was NOT true\"", "'was NOT true'");
        check("\" (\" -", "nothing");
    }

    #[test]
    fn signs_of_scripts_without_blanks_are_words() {
        check("港口", "'港\u{200B}口\u{200B}'");
        check("人々", "'人\u{200B}々\u{200B}'");
        check("ｶﾅ", "'ｶ\u{200B}ﾅ\u{200B}'"); // half-width kana
    }

    #[test]
    fn a_snippet_is_found_by_any_wanted_term() {
        let check = |typed: &str, want: &str| {
            assert_eq!(SearchTerms::read(typed).and_then(|terms| terms.any()).as_deref(), Some(want), "for {typed}");
        };
        check("ferry negotiat* -moscow", "\"ferry\" OR \"negotiat\" *");
        check("\"hook AND eye\" lost", "\"hook AND eye\" OR \"lost\"");
        check("ferry -(fire -boat)", "\"ferry\" OR \"boat\"");
    }

    #[test]
    fn fts5_reads_brackets_as_deep_as_they_are_read_here() {
        let store = crate::store::Store::in_memory().unwrap();
        let shapes =
            ["(X OR -b c)", "(c X OR -b)", "-(X OR -b c)", "(-X OR b -c)", "(a -X)", "-(-X -b OR c)", "(X OR b c -d)"];
        for (first, second) in shapes.iter().flat_map(|first| shapes.map(|second| (*first, second))) {
            let typed = (0..20).fold("a".to_owned(), |inside, level| {
                let shape = if level % 2 == 0 { first } else { second };
                shape.replace('X', &inside)
            });
            let found = store.search(&typed, &crate::store::SearchScope::default(), (0, 10));
            assert!(found.is_ok(), "{first} in {second}: {found:?}");
        }
    }

    /// Returns whether a text fits, by the meaning of the operators.
    fn fits(terms: &SearchTerms, text: &[&str]) -> bool {
        match terms {
            SearchTerms::Term(term) => text.contains(&term.trim_matches('"')),
            SearchTerms::Not(part) => !fits(part, text),
            SearchTerms::And(parts) => parts.iter().all(|part| fits(part, text)),
            SearchTerms::Or(parts) => parts.iter().any(|part| fits(part, text)),
        }
    }

    proptest! {
        #[test]
        fn whatever_is_typed_is_a_query_that_fts5_reads_alike(typed in "(( (AND|OR|NOT|\\(|\\)|-?[abc]|-?\\([abc])){0,12})|(\\PC{0,20})") {
            let store = rusqlite::Connection::open_in_memory().unwrap();
            store.execute_batch("CREATE VIRTUAL TABLE texts USING fts5 (words)").unwrap();
            let texts: Vec<Vec<&str>> = (0..8)
                .map(|set| ["a", "b", "c"].into_iter().enumerate().filter(|(at, _)| set >> at & 1 == 1).map(|own| own.1).collect())
                .collect();
            for (at, text) in texts.iter().enumerate() {
                store.execute("INSERT INTO texts (rowid, words) VALUES (?1, ?2)", (at as i64, text.join(" "))).unwrap();
            }
            let Some(terms) = SearchTerms::read(&typed) else { return Ok(()) };
            let (query, is_found) = match terms.fitting() {
                Fitting::Found(query) => (query, true),
                Fitting::NotFound(query) => (query, false),
            };
            let mut select = store.prepare("SELECT rowid FROM texts WHERE texts MATCH ?1").unwrap();
            let rows: Vec<i64> = select.query_map([&query], |row| row.get(0)).unwrap().map(|row| row.unwrap()).collect();
            let is_plain = typed.starts_with(' ') && typed.chars().all(|c| "ANDORT-() abc".contains(c));
            for (at, text) in texts.iter().enumerate().filter(|_| is_plain) {
                prop_assert_eq!(rows.contains(&(at as i64)) == is_found, fits(&terms, text), "{} for {}", query, text.join(" "));
            }
        }
    }
}
